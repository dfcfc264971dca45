"""However it is spaced, encoded or dressed up, a message says the same, and the same of it is hidden."""

from __future__ import annotations

import pytest

from intake.redaction.plain import plainly
from tests.intake.redaction.hiding import hidden

THINGS = ("07700 900123", "020 7946 0018", "943 476 5919", "QQ 12 34 56 C", "SN3 2PX", "12th March 2009", "Jade Smith")
GAPS = ("  ", "   ", "\t", "\u00a0", " \u00a0 ", "\u3164", "\u2800", "&nbsp;", "&#160;", "&#xA0;", "\ue000", "\ufffd")


@pytest.mark.parametrize("gap", GAPS, ids=ascii)
@pytest.mark.parametrize("thing", THINGS)
def test_gaps_of_any_kind_hide_nothing(thing: str, gap: str) -> None:
    """Two spaces, a tab out of a table, blank letters and HTML's spaces are one space."""
    assert not set(thing.split()) & set(hidden(f"my ni number is {thing.replace(' ', gap)}").replace(gap, " ").split())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("i live at 14  Acacia  Avenue now", "i live at [address] now"),
        ("Mr  Smith   and  Jade \t Smith", "Mr  [name 1]   and  [name 2]"),
        ("mail jade&#64;mailbox&#46;example ok", "mail [email] ok"),
        ("ring &#48;&#55;&#55;&#48;&#48;&#32;&#57;&#48;&#48;&#49;&#50;&#51; ok", "ring [phone] ok"),
        ("&quot;Karolina&quot; &amp; me", "&quot;[name 1]&quot; &amp; me"),
        ("12\u221203\u22122009", "[date]"),
        ("my sister \u1d0a\u1d00\u1d05\u1d07 never comes", "my sister [name 1] never comes"),
        ("my sister \U0001f179\U0001f170\U0001f173\U0001f174 rang", "my sister [name 1] rang"),
        ("Ja\ufffcde rang", "[name 1] rang"),
    ],
)
def test_what_is_hidden_is_found_again_in_the_raw_words(text: str, kept: str) -> None:
    """Offsets are those of the raw text, whatever became shorter before them."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    "plain",
    [
        "I  like   it here.  It is ok",
        "food\t10\nrooms\t8\nstaff\t9",
        "me &amp; you, fish &amp; chips, 2 &lt; 3",
        "i said &what; and &me; then",
        "they gave me \U0001f170 grade",
    ],
)
def test_what_points_to_nobody_stays_as_it_was_written(plain: str) -> None:
    """Nothing of how a message is spaced or encoded is lost, or makes its words look like names."""
    assert hidden(plain) == plain


@pytest.mark.parametrize("raw", ["caf\u00e9  x", "&amp;&amp;", "a\t\tb", "0\ufe0f\u20e3", "&#0;&#x110000;", "&nbsp"])
def test_each_character_knows_where_it_was(raw: str) -> None:
    """There is a raw offset for each plain character, in order, and none beyond the end."""
    plain, origin = plainly(raw)
    where = range(len(raw)) if origin is None else origin
    assert len(where) == len(plain)
    assert list(where) == sorted(where)
    assert all(offset < len(raw) for offset in where)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("_07700 900123_ is my number", "_[phone]_ is my number"),
        ("i was born on __12th March 2009__ ok", "i was born on __[date]__ ok"),
        ("i told **Tolliver** and *Jade Smith*", "i told **[name 1]** and *[name 2]*"),
        ("i live in **Bath** now", "i live in **[place]** now"),
        ("ring 07700 900123xx", "ring [phone]xx"),
        ("im 15xx, i live at SN3 2PXx", "im [age under 16]xx, i live at [postcode]x"),
        ("born 12/03/2009x", "born [date]x"),
    ],
)
def test_kisses_and_stressed_words_hide_nothing(text: str, kept: str) -> None:
    """Marks of bold and slanted words are no part of what they stand at, and kisses none of a number."""
    assert hidden(text) == kept


@pytest.mark.parametrize(
    "plain", ["*sigh* it was *so* cold", "they _never ask_ us", "i asked 3x and its 10x worse", "5* food"]
)
def test_stressed_words_stay_readable(plain: str) -> None:
    """Stress alone makes nothing a name, and what is counted with an x is no kiss."""
    assert hidden(plain) == plain


def test_a_handle_keeps_the_lines_that_are_part_of_it() -> None:
    """`_jade_` is one, and so is what has an x after a number."""
    assert hidden("add me on snap its _jade_ or kaiii_2x") == "add me on snap its [handle] or [handle]"
