"""HTML to text, in the lines a reader sees: quotes get their `>`, what is hidden goes, links keep only their text.

The tree is lexbor's (selectolax). Before it sees a mail, what it takes quadratic time over is taken out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MOST_TAGS = 6_000  # after taming; lexbor takes 20 s over 200,000 nested <div>, 0.1 s over these
_LONGEST_TAG = 300  # characters; it takes 20 s over a tag with 140,000 attributes
_TOKEN = re.compile(
    r"<!--(?:-?>|[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|\Z))"
    r"|<(?:style|script)\b[^<]*+(?:<(?!/(?:style|script)\b)[^<]*+)*+"
    r"|</?(?P<name>[a-z][^\s/>]*+)"
    r"(?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?)?)*+(?:>|\Z)",
    re.IGNORECASE,
)
# The elements that HTML reopens in every paragraph when they were not closed (HTML, 13.2.4.3), and what shows no text
_INLINE = _names(
    "a abbr b bdi bdo big cite code dfn em font i img ins kbd link mark meta nobr o:p q s samp script small st1:city"
    " st1:place strike strong style sub sup tt u var wbr",
)
_BLOCKS = _names(
    "address article aside body center dd details div dl dt fieldset figure footer form header legend li main nav p pre"
    " section summary table tr h1 h2 h3 h4 h5 h6 ul ol blockquote hr",
)
_SPACED = _names("p h1 h2 h3 h4 h5 h6 ul ol blockquote pre dl")
_UNSEEN = _names("head title script style template noscript object svg math select textarea audio video map")
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden", re.IGNORECASE)
_TELLING = re.compile(r"none|hid|white-space|Mso|border", re.IGNORECASE)  # attributes that this module looks at
_DEEPEST_QUOTE = 20
_INDENT = re.compile(r"border\s*:\s*(?:none|0)", re.IGNORECASE)  # Gmail's "indent more", not a quote
_RULE = "_" * 32
_CHARSET = re.compile(rb"<meta[^>]{0,200}\bcharset\s{0,5}=\s{0,5}[\"']?([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4_000  # bytes, in which a page declares its charset


def charset_of(html: bytes) -> str | None:
    """Return the charset that a page declares in itself, for a mail that declares none."""
    found = _CHARSET.search(html, 0, _HEAD)
    return found[1].decode("ascii") if found else None


def html_to_text(html: str) -> str:
    """Return the text of an HTML mail; lines end in newlines. Linear in its length."""
    styled = _HIDDEN.search(html) is not None or "white-space" in html
    tamed = _TOKEN.sub(_Tamer(keep_spans=styled), html)
    if tamed.count("<") > _MOST_TAGS:
        tamed = _TOKEN.sub("\n", tamed)
        tamed = f"<pre>{tamed}"
    body = LexborHTMLParser(tamed).body
    return _Reader(styled=styled).read(body) if body is not None else ""


class _Tamer:
    """Decides for every tag whether lexbor gets to see it."""

    def __init__(self, *, keep_spans: bool) -> None:
        self._dropped = _INLINE if keep_spans else _INLINE | {"span"}

    def __call__(self, match: re.Match[str]) -> str:
        tag, name = match[0], match["name"]
        if name is None:
            return ""
        if tag[-1] != ">":  # never closed: somebody's "<" rather than a tag
            return tag.replace("<", "&lt;")
        name = name.lower()
        if name in self._dropped:
            return ""
        if tag[1] == "/":
            return f"</{name}>"
        told = len(tag) <= _LONGEST_TAG and _TELLING.search(tag) and tag.count('"') % 2 == tag.count("'") % 2 == 0
        return tag if told else f"<{name}>"


@dataclass(frozen=True, slots=True)
class _Opened:
    """An element whose end has still to be written."""

    tag: str
    quoted: bool
    verbatim: bool


class _Reader:
    """Walks a tree without recursion and writes its lines."""

    def __init__(self, *, styled: bool) -> None:
        self._styled = styled
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quotes = 0
        self._verbatim = 0

    def read(self, root: LexborNode) -> str:
        todo: list[LexborNode | _Opened] = [root]
        while todo:
            item = todo.pop()
            if isinstance(item, _Opened):
                self._close(item)
                continue
            if item.next is not None:
                todo.append(item.next)
            if item.is_text_node:
                self._write(item.text_content or "")
                continue
            opened = self._open(item)
            if opened is not None:
                todo.append(opened)
                if item.child is not None:
                    todo.append(item.child)
        self._end_line()
        return "\n".join(self._lines)

    def _open(self, node: LexborNode) -> _Opened | None:
        """Write what comes before an element's content; None: there is none, or nobody sees it."""
        tag = node.tag or ""
        if tag in _UNSEEN or tag.startswith("-"):
            return None
        if tag == "br":
            self._end_line(even_if_empty=True)
            return None
        attributes = node.attributes if self._styled or tag in {"blockquote", "p"} else {}
        style = attributes.get("style") or ""
        if "hidden" in attributes or (style and _HIDDEN.search(style)):
            return None
        if self._line and tag in _BLOCKS:
            self._end_line()
        if tag == "hr":
            self._lines.append(_RULE)
        elif tag == "li":
            self._line.append("- ")
        elif tag in {"td", "th"}:
            self._line.append(" ")
        opened = _Opened(
            "div" if tag == "p" and (attributes.get("class") or "").startswith("Mso") else tag,
            quoted=tag == "blockquote" and not _INDENT.search(style),
            verbatim=tag == "pre" or ("white-space" in style and "pre" in style),
        )
        self._quotes += opened.quoted
        self._verbatim += opened.verbatim
        return opened

    def _close(self, opened: _Opened) -> None:
        if self._line and opened.tag in _BLOCKS:
            self._end_line()
        self._quotes -= opened.quoted
        self._verbatim -= opened.verbatim
        if opened.tag in _SPACED and self._lines and self._lines[-1].strip("> "):
            self._lines.append("> " * min(self._quotes, _DEEPEST_QUOTE))

    def _write(self, text: str) -> None:
        if self._verbatim:
            *whole, last = text.split("\n")
            for line in whole:
                self._line.append(line)
                self._end_line(even_if_empty=True)
            self._line.append(last)
            return
        words = text.split()
        if words:
            before = " " if text[0].isspace() else ""
            after = " " if text[-1].isspace() else ""
            self._line.append(f"{before}{' '.join(words)}{after}")
        elif self._line:
            self._line.append(" ")
        elif "\xa0" in text:  # Word's empty paragraph
            self._end_line(even_if_empty=True)

    def _end_line(self, *, even_if_empty: bool = False) -> None:
        line = "".join(self._line)
        self._line.clear()
        if not self._verbatim:
            line = line.lstrip(" ").replace("  ", " ")
        if line.strip() or even_if_empty:
            self._lines.append("> " * min(self._quotes, _DEEPEST_QUOTE) + ("-- " if line == "-- " else line.rstrip()))
