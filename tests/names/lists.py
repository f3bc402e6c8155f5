"""Small reference names of our own, and lists beside them."""

from datetime import date

from mtcheck.names.records import OfficeTitles, Organisation, Person, Place, ReferenceData, Term

PEOPLE = (
    Person(
        "yohan-lindqvist", "Yohan Lindqvist", "Yohan", "Lindqvist", ("Johan Lindkvist", "Y. A. Lindqvist"), False, False
    ),
    Person("maria-van-oort", "Maria van Oort", "Maria", "van Oort", (), False, True),
    Person("peter-oort", "Peter Oort", "Peter", "Oort", ("Pete Oort", "Old Oort"), False, True),
    Person("peter-oort-junior", "Peter Oort Jr.", "Peter", "Oort", ("Old Oort",), False, True),
    Person("queen-ada", "Ada", "", "Ada", ("Queen Ada",), True, True),
)
TERMS = (
    Term("yohan-lindqvist", "head_of_government", "Prime Minister", "nl", date(2015, 1, 1), date(2019, 1, 1), False),
    Term("maria-van-oort", "foreign_minister", "Foreign Minister", "nl", date(2018, 1, 1), None, True),
)


def place(identity: str, name: str, *names: str, kind: str = "country", adjectives: tuple[str, ...] = ()) -> Place:
    return Place(identity, kind, name, (name, *names), (), adjectives, "", (), "", False, False)


PLACES = (
    place("nl", "Northland", "Kingdom of Northland", adjectives=("Northlandish",)),
    place("gg", "Gorgia"),
    place("nl-gg", "Gorgia", kind="subnational"),
    place("c1", "Lake Congo", "Congo"),
    place("c2", "River Congo", "Congo"),
)
ORGANISATIONS = (
    Organisation("herring-council", "Northern Herring Council", "NHC", ("Northern Herring Council", "NHC"), "Chair"),
    Organisation("coal-fund", "Coal Fund", "CF", ("Coal Fund", "CF", "The Fund"), ""),
)
TITLES = (
    OfficeTitles("head_of_government", "*", ("Prime Minister", "Premier"), ("Chancellor",)),
    OfficeTitles("head_of_state", "republic", ("President",), ("King",)),
    OfficeTitles("foreign_minister", "*", ("Foreign Minister", "Minister of Foreign Affairs"), ()),
    OfficeTitles("legislator", "*", ("MP", "Member of Parliament"), ()),
)
DATA = ReferenceData(PEOPLE, TERMS, PLACES, ORGANISATIONS, TITLES, frozenset({"lakeside"}), "0" * 12)


def write_list(folder, text, name="newsroom.tsv"):
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path
