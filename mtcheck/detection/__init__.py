"""Was a text machine-translated? Evidence from word sequences, from the network and from findings, and its combination."""
