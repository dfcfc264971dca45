"""What a reader of an HTML mail sees, as lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.mail.html import html_to_text
from intake.mail.subject import Thread
from intake.mail.text import tidy
from intake.mail.words import own_words

SHAPES = (Path(__file__).parent / "html.txt").read_text("utf-8").split("\n%% ")[1:]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.partition("\n")[0])
def test_a_forward_in_html_keeps_the_words_whole_and_alone(shape: str) -> None:
    """The HTML of every program turns into lines that show where the forwarded message begins."""
    html = shape.partition("\n")[2].replace("NOTE", "With permission.").replace("SAID", "I moved <b>nine</b> times.")
    found = own_words(tidy(html_to_text(html)), Thread.FORWARD)
    assert (found.kind, found.words, found.note) == ("forward", "I moved nine times.", "With permission.")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<p>one</p><p>two</p>", "one\n\ntwo\n"),
        ("<p class=MsoNormal>one</p><p class=MsoNormal>two</p>", "one\ntwo"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two\n"),
        ("<blockquote>said<blockquote>before</blockquote></blockquote>mine", "> said\n> > before\n> \nmine"),
        ("<blockquote style='margin:0 0 0 40px;border:none'>indented</blockquote>", "indented\n"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<pre>one\n  two</pre>", "one\n  two\n"),
        ("<div style='white-space: pre-wrap'>one\ntwo</div>", "one\ntwo"),
        ("caf&eacute; &amp; &lt;3 &#128522;", "café & <3 \U0001f60a"),
        ("<a href='https://x.example/?who=jo'>the form</a>", "the form"),
        ("a <b>b</b>c <i>d</i>\n e", "a bc d e"),
        ("<head><title>no</title><style>p{}</style></head><script>no()</script><p>yes", "yes\n"),
        ("<style><!-- p {} --></style>yes<!-- no -->", "yes"),
        ("yes <3 and <b unclosed", "yes <3 and <b unclosed"),
        ("<span style='DISPLAY : NONE'>no <span>no</span> no</span>yes", "yes"),
        ("<hr>after", "_" * 32 + "\nafter"),
        ("", ""),
    ],
)
def test_html_becomes_the_lines_a_reader_sees(html: str, text: str) -> None:
    """Blocks are lines, quotes get their marks, what is hidden or only an address goes."""
    assert html_to_text(html) == text


@pytest.mark.parametrize("word", ["<div>", "<b x=1>", "<span style='display:none'>", "<blockquote>", "<table><td>"])
def test_many_tags_lose_no_words(word: str) -> None:
    """A mail with more tags than the reader takes keeps every word, if not every line."""
    assert html_to_text("<p>first</p>" + f"{word}</p>" * 20_000 + "<p>last").split()[:1] == ["first"]
    assert "last" in html_to_text("<div>x</div>" * 20_000 + "<p>last")
