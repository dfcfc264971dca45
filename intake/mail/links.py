"""Links that a mail server wrapped so that clicks pass through it: what they wrap is put back, nothing else kept.

A wrapped link carries the address of whoever got the mail, and nobody can read it.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_MOST = 5  # wrappers around one link
_LONGEST = 4_000  # characters of one link
_WRAPPED = re.compile(
    rf"https?://(?P<host>(?:[\w-]{{1,63}}\.){{0,4}}(?:safelinks\.protection\.outlook\.com|urldefense\.proofpoint\.com"
    r"|urldefense\.(?:com|us)|mimecast\.com|mimecastprotect\.com|cudasvc\.com|protection\.sophos\.com"
    r"|secure-web\.cisco\.com|fireeye\.com|trellix\.com|clicktime\.symantec\.com|scanmail\.trustwave\.com"
    r"|defend\.egress\.com|clicktime\.cloud\.postoffice\.net))"
    rf"/(?P<rest>[^\s<>\"]{{1,{_LONGEST}}})",
    re.IGNORECASE,
)
_AFTER = ".,;:!?)]'"  # what belongs to the sentence around a link
_PARAMETER = re.compile(r"(?:^|[?&;])(url|u|a|q|d|domain|r)=([^&\s]+)", re.IGNORECASE)
_PROOFPOINT_3 = re.compile(r"v3/__(\S+?)__;")
_INSIDE = re.compile(r"https?(?:%3a|:)(?:%2f|/)\S+", re.IGNORECASE)
_PAGE = re.compile(r"https?://[\w.-]+\.\w{2,}[^\s<>\"]*|[\w.-]+\.[a-z]{2,}", re.IGNORECASE)
_UNKNOWN = "(link)"


def unwrap_links(text: str) -> str:
    """Put back what every wrapped link points to, or "(link)" where that can't be told. Linear in its length."""
    return _WRAPPED.sub(_unwrapped, text) if "://" in text else text


def _unwrapped(match: re.Match[str]) -> str:
    link = match[0]
    end = link.rstrip(_AFTER)
    target = end
    for _ in range(_MOST):
        wrapped = _WRAPPED.fullmatch(target)
        if wrapped is None:
            break
        target = _target(wrapped["host"].casefold(), wrapped["rest"])
    else:
        target = _UNKNOWN
    return target + link[len(end) :]


def _target(host: str, rest: str) -> str:
    if proofpoint := _PROOFPOINT_3.match(rest):
        return _page(proofpoint[1])
    told = {name.casefold(): value for name, value in reversed(_PARAMETER.findall(rest))}
    for name in ("url", "u", "a", "q", "d", "domain"):
        value = told.get(name, "")
        if host.startswith("urldefense") and name == "u":
            value = value.replace("-", "%").replace("_", "/")
        page = _page(unquote(value))
        if page != _UNKNOWN:
            return page
    inside = _INSIDE.search(rest)
    return _page(unquote(inside[0])) if inside else _UNKNOWN


def _page(text: str) -> str:
    return text if _PAGE.fullmatch(text) else _UNKNOWN
