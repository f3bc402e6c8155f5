"""Sounds into scripts that write syllables (Chinese, Japanese, Korean), and a reading that guesses which vowels to leave out."""

import random
import re
from collections import defaultdict

from generated.rewriting import Rewriting

_SYLLABLE = re.compile(r"([bpvfgkdtszSZCJQmnlrhXTyw]?)(?:(ay|ey|au|oy|[aeiou])(n(?![aeiouy]))?)?")
_LETTERS = {"S": "sh", "Z": "zh", "C": "ch", "J": "j", "Q": "ts", "X": "kh", "T": "th"}

# Rows: a consonant; columns: the vowels below; the last column is the consonant alone. After the tables of Chinese newsrooms.
_CHINESE_VOWELS = "a e i o u ay ey au an en in on -".split()
_CHINESE = """
b 巴 贝 比 博 布 拜 贝 鲍 班 本 宾 邦 布
p 帕 佩 皮 波 普 派 佩 保 潘 彭 平 庞 普
d 达 德 迪 多 杜 代 戴 道 丹 登 丁 东 德
t 塔 特 蒂 托 图 泰 泰 陶 坦 滕 廷 通 特
g 加 格 吉 戈 古 盖 盖 高 甘 根 金 贡 格
k 卡 克 基 科 库 凯 凯 考 坎 肯 金 孔 克
v 瓦 韦 维 沃 武 韦 韦 沃 万 文 温 翁 夫
w 瓦 韦 威 沃 伍 怀 韦 沃 万 文 温 翁 乌
f 法 费 菲 福 富 法 费 福 凡 芬 芬 丰 夫
z 扎 泽 齐 佐 祖 宰 泽 佐 赞 曾 津 宗 兹
Q 察 采 齐 措 楚 蔡 采 曹 灿 岑 钦 聪 茨
s 萨 塞 西 索 苏 赛 赛 绍 桑 森 辛 松 斯
S 沙 谢 希 肖 舒 夏 谢 肖 尚 申 欣 雄 什
Z 扎 热 日 若 茹 宰 热 绍 让 任 津 容 日
J 贾 杰 吉 乔 朱 贾 杰 焦 詹 真 金 琼 奇
C 查 切 奇 乔 楚 蔡 切 乔 钱 琴 钦 琼 奇
h 哈 赫 希 霍 胡 海 黑 豪 汉 亨 欣 洪 赫
X 哈 赫 希 霍 胡 海 黑 豪 汉 亨 欣 洪 赫
m 马 梅 米 莫 穆 迈 梅 毛 曼 门 明 蒙 姆
n 纳 内 尼 诺 努 奈 内 瑙 南 嫩 宁 农 恩
l 拉 莱 利 洛 卢 莱 莱 劳 兰 伦 林 朗 尔
r 拉 雷 里 罗 鲁 赖 雷 劳 兰 伦 林 龙 尔
y 亚 耶 伊 约 尤 亚 耶 约 扬 延 因 永 伊
T 萨 塞 西 索 苏 赛 赛 绍 桑 森 辛 松 斯
- 阿 埃 伊 奥 乌 艾 埃 奥 安 恩 因 翁 -
"""


def _chinese() -> tuple[dict[tuple[str, str], str], dict[str, list[str]]]:
    written: dict[tuple[str, str], str] = {}
    read: dict[str, list[str]] = defaultdict(list)
    for line in _CHINESE.strip().splitlines():
        consonant, *characters = line.split()
        consonant = consonant.replace("-", "")
        for vowel, character in zip(_CHINESE_VOWELS, characters, strict=True):
            written[consonant, vowel.replace("-", "")] = character
            plain = _LETTERS.get(consonant, consonant) + vowel.replace("-", "")
            plain = plain.replace("ey", "e").replace("ay", "ai")
            if consonant not in ("X", "T") and plain not in read[character]:
                read[character].append(plain)
    return written, read


_CHINESE_WRITTEN, _CHINESE_READ = _chinese()


def syllables(sounds: str) -> list[tuple[str, str]]:
    """Return the (consonant, vowel with n) syllables of a word; a consonant alone has no vowel."""
    return [(m[1], (m[2] or "") + (m[3] or "")) for m in _SYLLABLE.finditer(sounds) if m.group()]


def to_chinese(sounds: str, chance: random.Random) -> str:
    out = ""
    for consonant, vowel in syllables(sounds):
        vowel = (
            vowel.replace("oy", "oi").replace("ayn", "ay").replace("eyn", "en").replace("aun", "on").replace("un", "en")
        )
        if not vowel and consonant in "rh" and out and chance.random() < 0.4:
            continue
        out += _CHINESE_WRITTEN.get((consonant, vowel)) or _CHINESE_WRITTEN.get((consonant, vowel[:1]), "")
    return out


def from_chinese(text: str, chance: random.Random) -> str:
    """Read each character as one of the syllables it writes, bare consonants first at the end of a word."""
    out = ""
    for i, character in enumerate(text):
        readings = _CHINESE_READ[character]
        bare = [r for r in readings if r[-1] not in "aeiouyn"]
        vowelled = [r for r in readings if r not in bare]
        use_bare = bare and (i > 0 or not vowelled) and (chance.random() < 0.7 or not vowelled)
        out += chance.choice(bare if use_bare else vowelled)
    return out.replace("ks", "x") if chance.random() < 0.3 else out


_KANA_VOWELS = {v: i for i, v in enumerate("aiueo")}
_KANA = {
    "": "アイウエオ", "k": "カキクケコ", "g": "ガギグゲゴ", "s": "サシスセソ", "z": "ザジズゼゾ", "t": "タチツテト",
    "d": "ダヂヅデド", "n": "ナニヌネノ", "h": "ハヒフヘホ", "b": "バビブベボ", "p": "パピプペポ", "m": "マミムメモ",
    "r": "ラリルレロ", "w": "ワ   ヲ", "y": "ヤ ユ ヨ",
}  # fmt: skip
_TO_KANA = {"l": "r", "X": "h", "T": "s", "Q": "ts"}
_GLIDED = {"S": "シャシシュシェショ", "J": "ジャジジュジェジョ", "C": "チャチチュチェチョ", "Z": "ジャジジュジェジョ"}


def _kana(consonant: str, vowel: str) -> str:
    consonant = _TO_KANA.get(consonant, consonant)
    if consonant in _GLIDED:
        a, i, u, e, o = re.findall(r".[ャュェョ]?", _GLIDED[consonant])
        return {"a": a, "i": i, "u": u, "e": e, "o": o}[vowel]
    if consonant in ("f", "v", "ts", "w") and vowel:
        head = {"f": "フ", "v": "ヴ", "ts": "ツ", "w": "ウ"}[consonant]
        return (
            head
            if vowel == "u"
            else "ワ"
            if (consonant, vowel) == ("w", "a")
            else head + "ァィ ェォ"["aiueo".index(vowel)]
        )
    if (consonant, vowel) in (("t", "i"), ("d", "i")):
        return "ティ" if consonant == "t" else "ディ"
    if (consonant, vowel) in (("y", "e"), ("y", "i")):
        return "イェ" if vowel == "e" else "イ"
    return _KANA[consonant][_KANA_VOWELS[vowel]]


def to_japanese(sounds: str, chance: random.Random) -> str:
    out = ""
    for consonant, vowel in syllables(sounds):
        if not vowel:
            if consonant == "n":
                out += "ン"
            elif consonant == "r" and out and chance.random() < 0.6:
                out += "ー"
            elif consonant in "yw":
                out += "イ" if consonant == "y" else "ウ"
            else:
                out += _kana(consonant, "o" if consonant in "td" else "i" if consonant in "CJ" else "u")
            continue
        out += _kana(consonant, vowel[0])
        out += {"ay": "イ", "ey": "イ", "oy": "イ", "au": "ウ"}.get(vowel[:2], "")
        out += "ン" if vowel.endswith("n") else ""
    return out


_FROM_JAPANESE = Rewriting("""
シャ -> sha
シュ -> shu|sh
ショ -> sho
シェ -> she
チャ -> cha
チュ -> chu
チョ -> cho
チェ -> che
ジャ -> ja
ジュ -> ju
ジョ -> jo
ジェ -> je
ティ -> ti
ディ -> di
フ[ァ] -> fa
フィ -> fi
フェ -> fe
フォ -> fo
ヴァ -> va|ba
ヴィ -> vi|bi
ヴェ -> ve|be
ヴォ -> vo|bo
ヴ -> v|b
ウィ -> wi
ウェ -> we
ウォ -> wo
ツァ -> za
ツィ -> zi
ツェ -> ze
ツォ -> zo
イェ -> ye
ー -> r|0
クス -> x|ks
(?<=.)ク -> k|ck|ku
(?<=.)グ -> g
(?<=.)ス -> s
(?<=.)ズ -> s|z
(?<=.)ツ -> tz|ts
(?<=.)ト -> t|to
(?<=.)ド -> d|do
(?<=.)フ -> f|ff
(?<=.)ブ -> b|v
(?<=.)プ -> p
(?<=.)ム -> m
(?<=.)ル -> l|r
(?<=.)シ$ -> sh|shi
(?<=.)チ$ -> ch
ク(?=[リルレロラ]) -> k|c
グ(?=[リルレロラ]) -> g
ス(?=[タテトチカコキモマミナノ]) -> s
ト(?=[リルレロラ]) -> t
ド(?=[リルレロラ]) -> d
フ(?=[リルレロラ]) -> f
ブ(?=[リルレロラ]) -> b
プ(?=[リルレロラ]) -> p
ア -> a
イ -> i|y
ウ -> u|w
エ -> e
オ -> o
カ -> ka|ca
キ -> ki
ク -> ku
ケ -> ke
コ -> ko|co
ガ -> ga
ギ -> gi
グ -> gu
ゲ -> ge
ゴ -> go
サ -> sa
シ -> shi|si
ス -> su
セ -> se
ソ -> so
ザ -> za
ジ -> ji|zi
ズ -> zu
ゼ -> ze
ゾ -> zo
タ -> ta
チ -> chi
ツ -> tsu
テ -> te
ト -> to
ダ -> da
ヂ -> ji
ヅ -> zu
デ -> de
ド -> do
ナ -> na
ニ -> ni
ヌ -> nu
ネ -> ne
ノ -> no
ハ -> ha
ヒ -> hi
フ -> fu
ヘ -> he
ホ -> ho
バ -> ba
ビ -> bi
ブ -> bu
ベ -> be
ボ -> bo
パ -> pa
ピ -> pi
プ -> pu
ペ -> pe
ポ -> po
マ -> ma
ミ -> mi
ム -> mu
メ -> me
モ -> mo
ヤ -> ya
ユ -> yu
ヨ -> yo
ラ -> ra|la
リ -> ri|li
ル -> ru|lu
レ -> re|le
ロ -> ro|lo
ワ -> wa
ヲ -> wo
ン -> n
""")


def from_japanese(text: str, chance: random.Random) -> str:
    return _FROM_JAPANESE.apply(text, chance)


_ONSETS = {c: i for i, c in enumerate(" g kk n d tt r m b pp s ss * j jj ch k t p h".split(" ")[1:])}
_ONSET_OF = {
    "b": "b", "v": "b", "p": "p", "f": "p", "d": "d", "t": "t", "g": "g", "k": "k", "s": "s", "T": "s", "z": "j",
    "J": "j", "Z": "j", "C": "ch", "Q": "ch", "m": "m", "n": "n", "l": "r", "r": "r", "h": "h", "X": "h", "S": "s",
}  # fmt: skip
_NUCLEI = {
    "a": 0,
    "ya": 2,
    "e": 5,
    "ye": 7,
    "o": 8,
    "wa": 9,
    "we": 15,
    "wi": 16,
    "yo": 12,
    "u": 13,
    "yu": 17,
    "-": 18,
    "i": 20,
}
_NUCLEUS_READ = {
    0: "a",
    2: "ya",
    5: "e",
    7: "ye",
    8: "o",
    9: "wa",
    12: "yo",
    13: "u",
    15: "we",
    16: "wi",
    17: "yu",
    20: "i",
}
_CODA_READ = {4: "n", 8: "l", 16: "m"}
_ONSET_READ = {
    "g": "g", "n": "n", "d": "d", "r": "rrl", "m": "m", "b": "bbv", "s": "s", "*": "", "j": "jz", "k": "kc", "t": "t",
    "p": "pf", "h": "h",
}  # fmt: skip


def _block(onset: str, nucleus: str, coda: int = 0) -> str:
    return chr(0xAC00 + (_ONSETS[onset] * 21 + _NUCLEI[nucleus]) * 28 + coda)


def to_korean(sounds: str, chance: random.Random) -> str:
    """Compose blocks; a glide joins the vowel after it, l, m and n close the block before them, other consonants get eu."""
    out, glide = "", ""
    for consonant, vowel in syllables(sounds):
        closes = out and not vowel and (ord(out[-1]) - 0xAC00) % 28 == 0
        if consonant in ("y", "w") and vowel:
            glide, consonant = consonant, ""
        if not vowel and consonant in ("n", "m", "l") and closes:
            out = out[:-1] + chr(ord(out[-1]) + {"n": 4, "m": 16, "l": 8}[consonant])
        elif not vowel and consonant in ("y", "w"):
            out += _block("*", "i" if consonant == "y" else "u")
        elif not vowel and consonant == "r" and out and chance.random() < 0.5:
            pass
        elif not vowel:
            out += _block(_ONSET_OF[consonant], "i" if consonant in "SCJZ" else "-")
        else:
            glided = glide + vowel[0]
            nucleus = glided if glided in _NUCLEI else vowel[0]
            nucleus = "y" + vowel[0] if consonant == "S" and "y" + vowel[0] in _NUCLEI else nucleus
            two = vowel[:2] in ("ay", "ey", "oy", "au")
            coda = 4 if vowel.endswith("n") else 0
            out += _block(_ONSET_OF.get(consonant, "*"), nucleus, 0 if two else coda)
            if two:
                out += _block("*", "u" if vowel[:2] == "au" else "i", coda)
        glide = ""
    return out


def from_korean(text: str, chance: random.Random) -> str:
    out = ""
    onsets = list(_ONSETS)
    for i, block in enumerate(text):
        number = ord(block) - 0xAC00
        onset, nucleus, coda = onsets[number // 588], number % 588 // 28, number % 28
        read = "ch" if onset == "ch" else chance.choice(_ONSET_READ[onset] or [""])
        if onset == "s" and nucleus in (2, 7, 12, 17, 20) and (nucleus != 20 or chance.random() < 0.5):
            out += "sh" + _NUCLEUS_READ[nucleus].lstrip("y")
        elif nucleus == 18:
            last = i + 1 == len(text)
            out += read + ("eu" if chance.random() < 0.08 else "e" if not last and chance.random() < 0.1 else "")
        else:
            out += read + _NUCLEUS_READ[nucleus]
        out += _CODA_READ.get(coda, "")
    return out


SYLLABARIES = {
    "zh": (to_chinese, from_chinese),
    "ja": (to_japanese, from_japanese),
    "ko": (to_korean, from_korean),
}
"""Pivot language -> how it writes sounds, how its characters are read."""
