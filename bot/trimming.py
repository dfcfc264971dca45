"""Leaves of an update's JSON what the door reads: nothing else in it can keep it from being read, or stays in memory.

Telegram thinks of something new every month, and other servers of the Bot API leave something out: python-telegram-bot
then reads nothing at all of a message, its words included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.constants import ChatMemberStatus, ChatType, UpdateType

from bot.things import thing_in

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]

THING, FORWARDED = "thing", "forwarded"  # what we note of a message, in its `api_kwargs`
_LAST = 2**32  # a date that the library can read
_FORWARDS = ("forward_origin", "forward_date", "forward_from", "forward_sender_name")
_NOT_OURS = ("business_connection_id", "guest_query_id")  # somebody else's chat
_ANY_REACTION = [{"type": "emoji", "emoji": "👍"}]
_NOWHERE = dict.fromkeys(("country_code", "state", "city", "street_line1", "street_line2", "post_code"), "")


def trimmed(raw: Json) -> Json:
    """Return an update with what the door reads.

    Raises:
        KeyError, TypeError, AttributeError: that isn't there, or is something else.
    """
    kind = next((kind for kind in _TRIMS if kind in raw), None)
    if kind is not None:
        return {"update_id": raw["update_id"], kind: _TRIMS[kind](raw[kind])}
    alone = next((message for each in raw.values() if (message := _of_a_kind_to_come(each))), None)
    return {"update_id": raw["update_id"], **({UpdateType.MESSAGE: alone} if alone else {})}


def _message(message: Json) -> Json:
    kept = {"message_id": _number(message["message_id"]), "date": _date(message), "chat": _chat(message["chat"])}
    words = {name: message[name] for name in ("text", "caption") if isinstance(message.get(name), str)}
    if "text" not in words:
        kept[THING] = thing_in(message)
    if any(name in message for name in _FORWARDS):
        kept[FORWARDED] = True
    album = message.get("media_group_id")
    return kept | words | _from(message) | ({"media_group_id": album} if isinstance(album, str) else {})


def _of_a_kind_to_come(about: object) -> Json | None:
    """Return what isn't known as a message without words, if it is plainly of somebody's own chat with us."""
    if not isinstance(about, dict) or any(name in about for name in _NOT_OURS):
        return None
    try:
        chat, who = _chat(about["chat"]), about["from"]["id"]
    except (KeyError, TypeError, AttributeError):
        return None
    alone = chat["type"] == ChatType.PRIVATE and chat["id"] == who
    return {"message_id": 0, "date": _date(about), "chat": chat, THING: "other", **_from(about)} if alone else None


def _tap(query: Json) -> Json:
    kept = {**_question(query), "chat_instance": ""}
    if isinstance(query.get("data"), str):
        kept["data"] = query["data"]
    if message := query.get("message"):
        kept["message"] = {"message_id": _number(message["message_id"]), "date": 0, "chat": _chat(message["chat"])}
    return kept


def _membership(change: Json) -> Json:
    """Return whether the bot was there and is there now; of its rights there nothing is read."""
    who = _who(change["from"])
    members = {name: _member(change[name], who) for name in ("old_chat_member", "new_chat_member")}
    return {"chat": _chat(change["chat"]), "from": who, "date": 0, **members}


def _member(member: Json, who: Json) -> Json:
    if member["status"] == ChatMemberStatus.BANNED:
        return {"user": who, "status": ChatMemberStatus.BANNED, "until_date": 0}
    left = member["status"] == ChatMemberStatus.LEFT or member.get("is_member") is False
    return {"user": who, "status": ChatMemberStatus.LEFT if left else ChatMemberStatus.MEMBER}


def _reaction(change: Json) -> Json:
    kept = {"chat": _chat(change["chat"]), "message_id": _number(change["message_id"]), "date": 0, "old_reaction": []}
    who = {"user": _who(change["user"])} if change.get("user") else {}
    return {**kept, "new_reaction": _ANY_REACTION if change["new_reaction"] else [], **who}


def _inline(query: Json) -> Json:
    return {**_question(query), "query": "", "offset": ""}


def _shipping(query: Json) -> Json:
    return {**_question(query), "invoice_payload": "", "shipping_address": _NOWHERE}


def _payment(query: Json) -> Json:
    return {**_question(query), "currency": "", "total_amount": 0, "invoice_payload": ""}


def _question(query: Json) -> Json:
    return {"id": str(query["id"]), "from": _who(query["from"])}


def _chat(chat: Json) -> Json:
    return {"id": _number(chat["id"]), "type": str(chat["type"])}


def _from(what: Json) -> Json:
    """Return who did something, as far as that is told, without a name."""
    try:
        return {"from": _who(what["from"])}
    except (KeyError, TypeError, AttributeError):
        return {}


def _who(person: Json) -> Json:
    who = {"id": _number(person["id"]), "is_bot": person.get("is_bot") is True, "first_name": ""}
    language = person.get("language_code")
    return who | ({"language_code": language} if isinstance(language, str) else {})


def _date(what: Json) -> int:
    """Return when it was; 0 if that isn't known."""
    date = what.get("date")
    return date if isinstance(date, int) and 0 < date < _LAST else 0


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a number was expected")
    return value


_TRIMS: dict[str, Callable[[Json], Json]] = {
    UpdateType.CALLBACK_QUERY: _tap,
    UpdateType.MESSAGE: _message,
    UpdateType.EDITED_MESSAGE: _message,
    UpdateType.MY_CHAT_MEMBER: _membership,
    UpdateType.MESSAGE_REACTION: _reaction,
    UpdateType.INLINE_QUERY: _inline,
    UpdateType.SHIPPING_QUERY: _shipping,
    UpdateType.PRE_CHECKOUT_QUERY: _payment,
}
