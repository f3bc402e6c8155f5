"""English is never turned away; what is plainly something else is, with its language named."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.function_words import ANY_FOREIGN, ENGLISH_ONLY, FUNCTION_WORDS
from mtcheck.language import (
    LANGUAGE_NAMES,
    article_language,
    detect_language,
    english_share,
    foreign_share,
    is_foreign,
    language_name,
    refusal,
    script_of,
)

ENGLISH = (
    "The harbour board said on Monday that the ferry would not sail before the storm had passed. "
    "Fishermen who had waited since dawn were told to go home, and the market stayed closed for the "
    "second day."
)
FOREIGN = {
    "es": (
        "El consejo del puerto dijo el lunes que el transbordador no saldrá antes de que pase la tormenta. "
        "Los pescadores que esperaban desde la mañana se fueron a casa y el mercado sigue cerrado por segundo"
        " día."
    ),
    "fr": (
        "Le conseil du port a dit lundi que le bateau ne partira pas avant la fin de la tempête. Les pêcheurs"
        " qui attendaient depuis le matin sont rentrés chez eux et le marché reste fermé pour le deuxième "
        "jour."
    ),
    "de": (
        "Der Hafenrat sagte am Montag, dass die Fähre nicht auslaufen wird, bevor der Sturm vorüber ist. Die "
        "Fischer, die seit dem Morgen gewartet hatten, gingen nach Hause, und der Markt bleibt auch heute "
        "geschlossen."
    ),
    "pt": (
        "O conselho do porto disse na segunda-feira que a balsa não vai sair antes de passar a tempestade. Os"
        " pescadores que esperavam desde a manhã foram para casa e o mercado continua fechado pelo segundo "
        "dia."
    ),
    "tr": (
        "Liman kurulu pazartesi günü fırtına geçmeden vapurun kalkmayacağını söyledi. Sabahtan beri bekleyen "
        "balıkçılar evlerine döndü ve pazar ikinci gün de kapalı kaldı, ama bu hafta için yeni bir karar yok."
    ),
    "ru": (
        "Портовый совет сообщил в понедельник, что паром не выйдет в море, пока не пройдёт шторм. Рыбаки, "
        "которые ждали с утра, разошлись по домам, и рынок остаётся закрытым второй день."
    ),
    "ar": (
        "قال مجلس الميناء يوم الاثنين إن العبارة لن تبحر قبل مرور العاصفة وعاد الصيادون إلى بيوتهم وبقي السوق مغلقا"
    ),
    "sw": (
        "Bodi ya bandari ilisema Jumatatu kwamba kivuko hakitaondoka kabla ya dhoruba kupita. Wavuvi ambao "
        "walikuwa wakisubiri tangu asubuhi walirudi nyumbani na soko limefungwa kwa siku ya pili."
    ),
}


@pytest.mark.parametrize("code", FOREIGN)
def test_an_article_in_another_language_is_refused_by_name(code):
    verdict = article_language(FOREIGN[code])
    assert verdict.code == code
    assert verdict.skip_reason == f"not English (looks like {language_name(code)})"


def test_a_chinese_article_without_blanks_is_refused():
    assert "not English" in refusal(
        "港口委员会星期一表示，渡轮在风暴过去之前不会启航。渔民们回家了，市场连续第二天关闭。" * 3
    )


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "Ferry cancelled",
        "STORM CLOSES HARBOUR FOR SECOND DAY",
        "Aiko Tanaka, Lars Lindqvist, Ngozi Okafor, Jean-Luc Moreau, Paolo Conti, Ana Souza, Wei Zhang, Olga Petrova",
        "12 34 56 78 90 12 34 56 78 90",
        "",
        "   \n\t ",
        "https://example.org/a/b/c",
        "Results: Leeds 2 Porto 1, Ajax 0 Lyon 0, Basel 3 Celtic 2",
        "The minister said: « " + FOREIGN["fr"] + " » Then the minister left the room with his aides.",
        "The of the konsilio said that the ferry not will sail before that the ŝtormo have passed. Fiŝistoj who waited "
        "from the mateno were sended hejme, and the merkato stayed fermita by the dua day.",
    ],
)
def test_english_is_never_refused(text):
    assert refusal(text) is None


@pytest.mark.parametrize("declared", [None, "en", "en-GB", "EN_us", "", "und"])
def test_a_short_text_without_function_words_counts_as_english(declared):
    assert refusal("Ferry cancelled again", declared) is None


def test_a_declared_language_decides_only_where_the_text_cannot():
    assert refusal("Transbordador cancelado otra vez", "es") == "not English (declared as Spanish)"
    assert refusal(ENGLISH, "es") is None
    assert refusal("The ferry", "es") is None
    assert refusal(FOREIGN["es"], "en") == "not English (looks like Spanish)"


def test_only_a_bounded_part_of_a_long_text_is_read():
    assert refusal(ENGLISH * 20_000) is None
    assert refusal(FOREIGN["de"] * 20_000) == "not English (looks like German)"
    assert refusal("x" * 1_000_000) is None


@pytest.mark.parametrize("code", FOREIGN)
def test_detection_gives_a_code_and_a_probability(code):
    found, probability = detect_language(FOREIGN[code])
    assert found == code
    assert 0.0 <= probability <= 1.0


def test_detection_is_the_same_every_time():
    mixed = FOREIGN["es"][:60] + FOREIGN["pt"][:60]
    assert len({detect_language(mixed) for _ in range(5)}) == 1


def test_capitals_do_not_mislead_detection():
    assert detect_language(ENGLISH.upper())[0] == "en"


@pytest.mark.parametrize("text", ["", "Ferry", "1234567890 " * 50, "!?" * 500])
def test_too_few_letters_give_no_answer(text):
    assert detect_language(text) is None


def test_langdetect_is_loaded_only_when_it_is_asked():
    code = f"import sys; from mtcheck.language import refusal; refusal({ENGLISH!r}); print('langdetect' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_shares():
    assert english_share([]) == 0.0
    assert english_share(["the", "ferry"]) == 0.5
    assert foreign_share([])[1] == 0.0
    assert foreign_share(["pour", "les", "dans", "bateau"]) == ("fr", 0.75)


@pytest.mark.parametrize(
    ("sentence", "foreign"),
    [
        ("La mairie a fermé la piscine pour toujours.", True),
        ("De gemeente heeft het zwembad voor altijd gesloten.", True),
        ("Kein Wort davon war in der Sitzung zu hören, sagte er.", True),
        ("The council has closed the pool for ever.", False),
        ("The mayor of La Roche sur Yon spoke to the paper Le Monde about it.", False),
        ("He ordered a pain au chocolat and an espresso.", False),
        ("Que será, será.", False),
        ("", False),
    ],
)
def test_a_sentence_is_foreign_only_if_its_function_words_are(sentence, foreign):
    assert is_foreign(sentence) is foreign


def test_scripts():
    assert [script_of(c) for c in "aжب京"] == ["LATIN", "CYRILLIC", "ARABIC", "CJK"]


def test_function_words_of_english_are_in_no_other_table():
    assert not ENGLISH_ONLY & ANY_FOREIGN
    assert set(FUNCTION_WORDS) <= set(LANGUAGE_NAMES)
    assert all(word == word.lower() for word in ANY_FOREIGN)


@given(st.text(max_size=400), st.sampled_from([None, "en", "fr", "xx"]))
def test_any_text_gets_an_answer(text, declared):
    verdict = article_language(text, declared)
    assert verdict.code
    assert (verdict.code == "en") == (verdict.skip_reason is None)
