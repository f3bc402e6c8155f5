"""What the rules of known phrasing share: how sure a finding must be to count as severe."""

import pytest

from mtcheck import Severity

TRANSLATED = (
    "In the town the water it has arrived until the first floor of the houses, and the inhabitants were forced of leaving them "
    "in the night with the help of the firemen. The authorities have put to disposition of them the hall of the sports, where "
    "they received of eating and of drinking, while the rain continued falling with a big force. "
)
SOUND = (
    "The river rose to the first floors overnight, and firefighters had to carry people out of their houses in the dark. The "
    "council opened the sports hall, where volunteers handed out soup and blankets, and the rain did not let up until noon. "
    "Nobody was hurt. "
)


@pytest.mark.parametrize(
    "sentence",
    ["The fight of trade between both countries goes on.", "The storm brought the fatal toll to fourteen."],
)
def test_what_is_likely_damage_is_severe_in_an_article_that_reads_machine_translated(checker, sentence):
    def severity(text):
        return {f.severity for f in checker.check(text + sentence).findings if f.rule.startswith("PHR")}

    assert severity(SOUND) == {Severity.MINOR}
    assert severity(TRANSLATED) == {Severity.MAJOR}
