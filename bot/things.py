"""What a message holds beside words, told by the names of its fields in the Bot API (10.3, and those to come)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.incoming import Thing

_THINGS: dict[str, Thing] = {
    **dict.fromkeys(("voice", "audio"), "voice"),
    **dict.fromkeys(("video_note", "video"), "video"),
    **dict.fromkeys(("animation", "photo", "live_photo", "paid_media"), "picture"),
    **dict.fromkeys(("sticker", "dice", "game", "gift", "unique_gift"), "sticker"),
    "document": "file",
    "contact": "contact",
    **dict.fromkeys(("venue", "location"), "place"),
    "poll": "poll",
    "checklist": "list",
    # What Telegram notes in a chat by itself, or because somebody changed the chat: nobody waits for an answer.
    **dict.fromkeys(
        (
            *("pinned_message", "chat_background_set", "boost_added", "connected_website", "write_access_allowed"),
            *("new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo"),
            *("group_chat_created", "supergroup_chat_created", "channel_chat_created", "migrate_to_chat_id"),
            *("migrate_from_chat_id", "chat_owner_left", "chat_owner_changed", "proximity_alert_triggered"),
            *("forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened"),
            *("general_forum_topic_hidden", "general_forum_topic_unhidden", "video_chat_scheduled"),
            *("video_chat_started", "video_chat_ended", "video_chat_participants_invited", "checklist_tasks_done"),
            *("checklist_tasks_added", "poll_option_added", "poll_option_deleted", "direct_message_price_changed"),
            *("paid_message_price_changed", "gift_upgrade_sent", "giveaway_created", "giveaway_completed"),
            *("suggested_post_approved", "suggested_post_approval_failed", "suggested_post_declined"),
            *("suggested_post_paid", "suggested_post_refunded", "managed_bot_created", "refunded_payment"),
            *("community_chat_added", "community_chat_removed"),
        ),
        "note",
    ),
}
_TIMER = "message_auto_delete_timer_changed"


def thing_in(message: dict[str, Any]) -> Thing:
    """Return what a message without words is; "other" is what nobody has thought of yet."""
    if _TIMER in message:
        return "timer" if _is_set(message[_TIMER]) else "note"
    return next((thing for name, thing in _THINGS.items() if message.get(name) not in (None, False)), "other")


def _is_set(timer: object) -> bool:
    return isinstance(timer, dict) and bool(timer.get("message_auto_delete_time"))
