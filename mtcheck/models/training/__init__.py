"""How the packaged weights are made; needs the extra `training`."""
