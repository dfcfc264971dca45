"""A screen becomes messages that Telegram takes, whatever people wrote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.screen import Button, Marked, screen
from bot.sending import LONGEST, messages


def units(text: str) -> int:
    """Count as Telegram does."""
    return len(text.encode("utf-16-le")) // 2


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(lambda text: text * 300))
def test_every_message_is_short_enough_and_nothing_is_lost(text: str) -> None:
    """Cut into messages, the words are all there but for white space at a cut."""
    sent = messages(screen("First.", Marked(text, "quote"), "Last."))
    assert all(0 < units(one.text) <= LONGEST and one.text == one.text.strip() for one in sent)
    assert "".join("".join(one.text.split()) for one in sent) == "".join(f"First.{text}Last.".split())


@given(st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1, max_size=40))
def test_marks_are_where_the_words_are(words: str) -> None:
    """Offsets count as Telegram does, emoji and all."""
    (sent,) = messages(screen("🙂 First.", Marked(words, "quote"), "Last."))
    (entity,) = sent.more["entities"]
    offset, length = entity["offset"], entity["length"]
    raw = sent.text.encode("utf-16-le")
    marked = raw[2 * offset : 2 * (offset + length)].decode("utf-16-le")
    assert marked == words


def test_a_mark_goes_on_in_the_next_message() -> None:
    """Words that don't fit one message are quoted in each."""
    sent = messages(screen("First.", Marked("word " * 1500 + "end", "quote"), "Last."))
    assert ["entities" in one.more for one in sent] == [True, True]
    assert sent[1].more["entities"][0]["offset"] == 0


def test_buttons_stand_under_the_last_message() -> None:
    """Where a reader ends."""
    sent = messages(screen("word " * 2000, buttons=((Button("Send", "0.send."),),)))
    assert ["reply_markup" in one.more for one in sent] == [False, False, True]


def test_people_s_words_are_never_markup() -> None:
    """What looks like HTML or Markdown is sent as it is, without a parse mode."""
    (sent,) = messages(screen(Marked("<b>*bold*</b> [a](b)", "quote")))
    assert sent.text == "<b>*bold*</b> [a](b)"
    assert "parse_mode" not in sent.more
