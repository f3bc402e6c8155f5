"""Names on their way through another script and back, in sentences of our own: what the tests of the name rules are made from."""
