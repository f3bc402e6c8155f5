"""News sentences of our own, with room for a name: `{cue}` an office, `{name}` a full name, `{family}` the family name alone."""

AFTER_OFFICE = (
    "{cue} {name} said on Tuesday that the budget would be put to a vote before the summer.",
    "The ceasefire was announced hours after {cue} {name} spoke by telephone with both sides.",
    "{cue} {name} will open the new terminal next week, officials said.",
    "Farmers booed {cue} {name} during a visit to the flooded valley.",
    "In a televised address, {cue} {name} asked voters to be patient.",
    "The two delegations met in Geneva, where {cue} {name} signed a protocol on fishing rights.",
    "Opposition parties want {cue} {name} to publish the letter in full.",
    "A spokesman for {cue} {name} declined to comment on the ruling.",
    "The trade pact, which {cue} {name} called overdue, covers steel and grain.",
    "Asked about the strike, {cue} {name} told reporters the offer stood.",
    "Three ministers resigned after {cue} {name} refused to delay the referendum.",
    "The court heard that {cue} {name} had been warned about the contract twice.",
    "{cue} {name}’s visit to the port was cut short by a storm.",
    "Investors were reassured when {cue} {name} ruled out a new levy on banks.",
    "{cue} {name}, who arrived late on Sunday, laid a wreath at the memorial.",
    "Students gathered outside the hotel where {cue} {name} was staying.",
    "According to the minutes, {cue} {name} had argued against the sale.",
    "The envoy carried a message from {cue} {name} about the prisoners.",
    "Polls suggest that {cue} {name} would lose a second round by six points.",
    "After the quake {cue} {name} declared three days of mourning.",
)

BESIDE_OFFICE = (
    "The {cue}, {name}, said the bridge would be rebuilt by the spring.",
    "The {cue}, {name}, told parliament that the inquiry was over.",
    "A day later the {cue}, {name}, denied that a deal had been reached.",
    "Shares fell after the {cue}, {name}, hinted at higher taxes.",
    "In a letter the {cue}, {name}, thanked the rescue teams.",
    "The plan was drawn up by {name}, the {cue}, and two advisers.",
    "It was {name}, the {cue}, who first raised the question of the border.",
    "{name}, the {cue}, will attend the funeral on Friday.",
)

WITHOUT_OFFICE = (
    "{name} left the meeting without speaking to reporters.",
    "The biography draws a flattering portrait of {name} as a young student.",
    "Thousands lined the streets to see {name} pass in an open car.",
    "Few people in the hall expected {name} to win by such a margin.",
    "The documentary opens with {name} walking alone along a beach.",
    "Police said the parcel was addressed to {name} and contained no explosives.",
    "A mural of {name} appeared overnight on the wall of the old brewery.",
    "{name} has been compared with the great orators of the last century.",
    "In her first interview since the accident, the singer thanked {name} for the flowers.",
    "The newspaper apologised to {name} and printed a correction on Monday.",
    "The seat beside {name} stayed empty throughout the dinner.",
    "Supporters of {name} have raised two million dollars in a week.",
    "The speech by {name} lasted barely ten minutes.",
    "He keeps a photograph of himself with {name} on the piano.",
    "Scientists named the beetle after {name}, to the amusement of many.",
    "The trial resumes on Thursday, when {name} is due to give evidence.",
    "What {name} wants, an aide said, is a quiet summer.",
    "The prize went to {name} for the second time in four years.",
    "Protesters burned a portrait of {name} outside the consulate.",
    "The letter to {name} was signed by forty former officers.",
    "Critics accused {name} of ignoring the villages along the river.",
    "Tickets for the talk with {name} sold out within an hour.",
    "The magazine put {name} on its cover in March.",
    "At the gala {name} sat between a banker and a violinist.",
)

REPEATED = (
    "{name} arrived in the capital on Monday. In the evening {family} dined with the heads of the largest banks.",
    "The committee questioned {name} for three hours. {family} denied any knowledge of the payments.",
    "The report praises {name} for the reform. It does not say that {family} had opposed it at first.",
    "The audience rose when {name} entered. After a pause {family} began to read from the manuscript.",
    "A crowd had waited for {name} since dawn. When {family} finally came, the rain had stopped.",
    "The contract with {name} runs until June. Lawyers for {family} would not say whether it will be renewed.",
    "The film follows {name} through one winter. For {family} it was a time of doubt.",
    "Nobody was surprised that {name} spoke first. What {family} said about the harvest was new.",
    "The board asked {name} to stay. In return {family} demanded a free hand with the budget.",
    "In the final minutes {name} asked for calm. The referee warned {family} and play went on.",
    "Two biographies of {name} appear this autumn. Both say that {family} grew up above a bakery.",
    "The union will meet {name} on Friday. It wants {family} to withdraw the plan.",
    "Doctors said {name} could go home. Friends of {family} brought oranges and newspapers.",
    "The vote was a setback for {name}. Allies say {family} will try again after the holidays.",
    "The exhibition was opened by {name}. In a short speech {family} recalled the fire of ten years ago.",
    "The prosecutor named {name} in the indictment. The trial of {family} may begin in the autumn.",
)

ALL_FRAMES = (*AFTER_OFFICE, *BESIDE_OFFICE, *WITHOUT_OFFICE, *REPEATED)

UNLISTED = (
    ("Ilan", "Porzecan", "plain"), ("Marek", "Szymkiewicz", "slavic"), ("Dieter", "Wachsmuth", "de"),
    ("Camille", "Desrousseaux", "fr"), ("Agnes", "Thorneycroft", "en"), ("Pavlo", "Hryhorenchuk", "slavic"),
    ("Rafael", "Echeverrigaray", "es"), ("Chiara", "Buonaccorsi", "it"), ("Leonard", "Wetherspoon", "en"),
    ("Anneliese", "Zimmerschied", "de"), ("Tomasz", "Wojciechowicz", "slavic"), ("Farid", "Khoshnevis", "plain"),
    ("Odile", "Lachambaudie", "fr"), ("Nigel", "Postlethwaite", "en"), ("Giulia", "Chiaromonte", "it"),
    ("Samir", "Abdulkhaliq", "plain"), ("Katrin", "Schwarzenbeck", "de"), ("Ramiro", "Valdespino", "es"),
    ("Bogdan", "Petrushevych", "slavic"), ("Hester", "Quillinan", "en"),
)  # fmt: skip
"""Made-up private people: given name, family name, language of origin."""
