"""Tests of `mtcheck.formats`; a package, so that its modules may be called as others are."""
