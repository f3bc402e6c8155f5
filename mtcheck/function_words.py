"""Function words by language: what tells a language apart in a handful of words, where statistics cannot.

The lists are the commonest articles, pronouns, prepositions, conjunctions and forms of "to be" of each language, as its
grammars give them. A word that is common in English text too ("die", "on", "per", "come") is left out.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH_ONLY = _words("""
    the and that this these those which with from their they them his she her hers its it's would could should been
    were said has have who whose what when where why how not but by you your our we are there then than because about
    after before between into through against during while more other being did does says cannot
""")
"""Function words that mark English: none of them is common in another language of the Latin script."""

FUNCTION_WORDS = {
    "es": _words("""
        que el los del las por con una para su lo como más pero sus ya este sí porque esta entre cuando muy sin sobre
        también hasta hay donde quien desde todo durante todos les ni otros ese eso ante ellos esto antes qué unos
        otro otras otra él tanto esa estos mucho quienes nada muchos cual ella estas algo nosotros fue ser está están
        de la en al se un es han según aún así
    """),
    "fr": _words("""
        le la les des du de et un une est pas que qui dans pour sur au aux avec ce cette ces ses ne par mais ou où il
        elle ils elles nous vous leur leurs été être sont ont était comme tout sans se je en plus c'est n'est qu'il ça
        aussi très même après entre depuis chez
    """),
    "de": _words("""
        der das und den von zu mit ist im nicht ein eine des dem auf für sich als auch es werden aus dass sie nach
        wird bei einer um sind noch wie einem über einen zum haben nur oder aber vor zur mehr durch wurde ich wir ihr
        sein seine kein keine wenn weil nun gegen unter zwischen
    """),
    "it": _words("""
        di che il un una è del della non con sono si da dei nel alla anche più al lo gli dal delle degli nella questo
        questa essere ci ai stato la le perché così quando molto suo sua loro tutti dalla sul sulla ed
    """),
    "pt": _words("""
        de que em um para com não uma os se na por mais dos como mas ao ele das seu sua ou quando muito nos já também
        só pelo pela até isso ela entre depois sem mesmo aos são foi está da à às nas ser tem ter
    """),
    "nl": _words("""
        de het een van dat te zijn niet voor aan er ook als dan maar bij uit naar heeft hij wordt worden deze en zich
        ze wij haar hun geen wel tot tegen omdat werd zou kunnen
    """),
    "pl": _words("""
        nie na że się jest jak co po tak za ale od przez są był było dla czy już tym tego które który oraz będzie
        tylko jego ich może być także
    """),
    "tr": _words("ve bir bu için ile çok gibi daha ama olarak kadar sonra olan değil ki ne da de olduğu göre ancak şu"),
    "ro": _words("și de la în nu cu un pe că din pentru este mai ce fi sunt au se prin după fost sau dar cum îi"),
    "sv": _words("och att det som en på är av för med den inte ett jag sig från så när också om har efter eller hade"),
    "da": _words("og det er en til på som af den ikke der med et jeg sig har fra ved efter eller også være blev"),
    "no": _words("og det er en til på som av den ikke med et jeg seg har fra ved etter eller også være ble"),
    "cs": _words("se na je že za jako od který ale jsem není jsou byl bylo také která které nebo jeho podle"),
    "fi": _words("ja ei se että oli hän mutta ovat myös kun niin kuin joka sen olla tai mukaan jos"),
    "hu": _words("az és hogy nem egy ez meg van csak már mint el még ezt azt vagy ha"),
    "id": _words("yang dan di dengan untuk dari ini itu pada tidak akan dalam adalah oleh ke telah juga"),
    "vi": _words("và của là có không được cho một trong các người với những này đã"),
    "eo": _words("la kaj estas en al por ne kiu ke ĝi li ili estis pri ankaŭ kun kiuj sed de sur"),
    "tl": _words("ang ng sa mga na ay ito para hindi"),
    "sw": _words("na ya wa kwa ni katika za hii kuwa"),
}
"""ISO 639-1 code -> lower-case function words of a language of the Latin script, English ones left out."""

ANY_FOREIGN = frozenset[str]().union(*FUNCTION_WORDS.values())
"""Every word of `FUNCTION_WORDS`."""
