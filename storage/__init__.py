"""Everything that touches a SQLite file.

Never sees unredacted words: no column, parameter or type of this room can hold them.
"""
