"""The kinds a word may be of, as bits: one word may be several."""

FIRST, LAST, PLACE, WORD, NUMBER = 1, 2, 4, 8, 16
