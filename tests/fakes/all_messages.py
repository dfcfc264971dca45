"""Every kind of message and update of the Bot API (10.3), as JSON, and what somebody reads who sent it.

Each holds canaries wherever there is room for a text or a name. None: nobody is answered, which is meant to be so.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

CANARY = "Quillfeather"
_FILE: Json = {"file_id": CANARY, "file_unique_id": CANARY, "file_size": 9, "mime_type": CANARY, "file_name": CANARY}
_MEDIA: Json = {**_FILE, "width": 9, "height": 9, "duration": 9, "length": 9, "performer": CANARY, "title": CANARY}
_USER: Json = {"id": 4_711_000_111, "is_bot": False, "first_name": CANARY, "username": CANARY}
_CHAT: Json = {"id": -1_004_711_000_222, "type": "channel", "title": CANARY, "username": CANARY}
_PLACE: Json = {"latitude": 51.5558, "longitude": -1.7797, "live_period": 900}
_POLL: Json = {"id": "1", "question": CANARY, "options": [{"text": CANARY}], "type": "regular"}
_GIFT: Json = {"gift": {"id": CANARY, "sticker": _MEDIA, "star_count": 1}, "text": CANARY}
_POST: Json = {"suggested_post_message": {"text": CANARY}, "price": {"currency": "XTR"}}

VOICE, VIDEO, PICTURE, FUN = "can't listen", "can't watch", "can't keep pictures", "can only keep words"
FILE, CONTACT, PLACE, POLL = "can't open files", "that contact", "that place", "take part in polls"
LIST, OTHER, KEPT, PASSED = "lists like that one", "can't read that", "have this message", "You passed on a message"

# What a message holds, and what is read of the one answer to it.
MESSAGES: dict[str, tuple[Json, str | None]] = {
    "text": ({"text": f"{CANARY} came", "entities": [{"type": "of_tomorrow", "offset": 0, "length": 2}]}, KEPT),
    "text that is a link": ({"text": "see https://x.example", "link_preview_options": {"url": CANARY}}, KEPT),
    "an answer to a message": (
        {"text": "it was", "reply_to_message": {"no": "message"}, "quote": {"text": CANARY}, "external_reply": 5},
        KEPT,
    ),
    "by way of a bot": ({"text": "it was", "via_bot": {"id": CANARY}}, KEPT),
    "with an effect": ({"text": "it was", "effect_id": 5, "paid_star_count": CANARY, "is_from_offline": True}, KEPT),
    "in a topic": ({"text": "it was", "message_thread_id": 5, "is_topic_message": True}, KEPT),
    "half a letter": ({"text": "it was \ud83d damp"}, KEPT),
    "forwarded": (
        {"text": "it was", "forward_origin": {"type": "user", "date": 1, "sender_user": _USER}},
        PASSED,
    ),
    "forwarded, as of old": ({"text": "it was", "forward_from": _USER, "forward_date": 1}, PASSED),
    "forwarded from somewhere new": ({"text": "it was", "forward_origin": {"type": "of_tomorrow"}}, PASSED),
    "animation": ({"animation": _MEDIA, "document": _FILE}, PICTURE),
    "audio": ({"audio": _MEDIA}, VOICE),
    "document": ({"document": _FILE}, FILE),
    "live_photo": ({"live_photo": _MEDIA}, PICTURE),
    "paid_media": ({"paid_media": {"star_count": 1, "paid_media": [{"type": "preview"}]}}, PICTURE),
    "photo": ({"photo": [_MEDIA]}, PICTURE),
    "sticker": ({"sticker": _MEDIA}, FUN),
    "story": ({"story": {"chat": _CHAT, "id": 1}}, OTHER),
    "video": ({"video": _MEDIA, "cover": [_MEDIA]}, VIDEO),
    "video_note": ({"video_note": _MEDIA}, VIDEO),
    "voice": ({"voice": _MEDIA}, VOICE),
    "checklist": ({"checklist": {"title": CANARY, "tasks": [{"id": 1, "text": CANARY}]}}, LIST),
    "contact": ({"contact": {"phone_number": "+447700900123", "first_name": CANARY, "vcard": CANARY}}, CONTACT),
    "dice": ({"dice": {"emoji": "🎲", "value": 1}}, FUN),
    "game": ({"game": {"title": CANARY}}, FUN),
    "gift": ({"gift": _GIFT}, FUN),
    "unique_gift": ({"unique_gift": _GIFT}, FUN),
    "poll": ({"poll": _POLL}, POLL),
    "venue": ({"venue": {"location": _PLACE, "title": CANARY, "address": CANARY}, "location": _PLACE}, PLACE),
    "location": ({"location": _PLACE}, PLACE),
    "invoice": ({"invoice": {"title": CANARY}}, OTHER),
    "successful_payment": ({"successful_payment": {"currency": "GBP"}}, OTHER),
    "giveaway": ({"giveaway": {"chats": [_CHAT]}}, OTHER),
    "giveaway_winners": ({"giveaway_winners": {"chat": _CHAT, "winners": [_USER]}}, OTHER),
    "passport_data": ({"passport_data": {"data": [{"type": "passport", "data": CANARY}]}}, OTHER),
    "users_shared": ({"users_shared": {"request_id": 1, "users": [_USER]}}, OTHER),
    "chat_shared": ({"chat_shared": {"request_id": 1, "chat_id": _CHAT["id"]}}, OTHER),
    "web_app_data": ({"web_app_data": {"data": CANARY, "button_text": CANARY}}, OTHER),
    "rich_message": ({"rich_message": {"blocks": [{"type": "paragraph", "text": CANARY}]}}, OTHER),
    "something of next year": ({"something_of_next_year": {"text": CANARY}}, OTHER),
    "nothing": ({}, OTHER),
    "blank": ({"text": " \n "}, OTHER),
    "text that is none": ({"text": {"words": CANARY}}, OTHER),
    "things that are none": ({"voice": CANARY, "entities": 5, "from_user": 5}, VOICE),
    "an odd date": ({"text": "it was", "date": CANARY, "edit_date": CANARY}, KEPT),
    "a date of the far future": ({"text": "it was", "date": 10**15}, KEPT),
    "an album that is none": ({"photo": CANARY, "media_group_id": {"of": CANARY}}, PICTURE),
    "the timer is set": (
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
        "Telegram deletes what is written",
    ),
    "the timer is off": ({"message_auto_delete_timer_changed": {"message_auto_delete_time": 0}}, None),
    **{
        name: ({name: about}, None)
        for name, about in {
            "pinned_message": {"text": CANARY},
            "chat_background_set": {"type": {"type": "of_tomorrow"}},
            "boost_added": {"boost_count": 1},
            "connected_website": CANARY,
            "write_access_allowed": {"web_app_name": CANARY},
            "proximity_alert_triggered": {"traveler": _USER, "watcher": _USER, "distance": 1},
            "forum_topic_created": {"name": CANARY},
            "forum_topic_edited": {"name": CANARY},
            "forum_topic_closed": {},
            "forum_topic_reopened": {},
            "general_forum_topic_hidden": {},
            "general_forum_topic_unhidden": {},
            "video_chat_scheduled": {"start_date": 1},
            "video_chat_started": {},
            "video_chat_ended": {"duration": 1},
            "video_chat_participants_invited": {"users": [_USER]},
            "checklist_tasks_done": {"marked_as_done_task_ids": [1]},
            "checklist_tasks_added": {"tasks": [{"text": CANARY}]},
            "poll_option_added": {"option_text": CANARY},
            "poll_option_deleted": {"option_text": CANARY},
            "direct_message_price_changed": {},
            "paid_message_price_changed": {},
            "gift_upgrade_sent": _GIFT,
            "giveaway_created": {},
            "giveaway_completed": {"winner_count": 1},
            "managed_bot_created": {"bot": _USER},
            "chat_owner_left": {"new_owner": _USER},
            "chat_owner_changed": {"new_owner": _USER},
            "suggested_post_approved": _POST,
            "suggested_post_approval_failed": _POST,
            "suggested_post_declined": _POST,
            "suggested_post_paid": _POST,
            "suggested_post_refunded": _POST,
            "refunded_payment": {"currency": "XTR"},
            "new_chat_title": CANARY,
            "new_chat_photo": [_MEDIA],
            "new_chat_members": [_USER],
            "left_chat_member": _USER,
            "delete_chat_photo": True,
            "group_chat_created": True,
            "supergroup_chat_created": True,
            "channel_chat_created": True,
            "migrate_to_chat_id": -5,
            "migrate_from_chat_id": -5,
            "community_chat_added": {"community": {"title": CANARY}},
            "community_chat_removed": {},
        }.items()
    },
}

_GROUP: Json = {"id": -1_004_711_000_333, "type": "supergroup", "title": CANARY}
_ADMINISTRATOR: Json = {"user": _USER, "status": "administrator", "can_do_something_new": True}
_CONNECTED: Json = {"business_connection_id": CANARY}


def updates_of(who: Json, chat: Json) -> dict[str, tuple[Json, str | None]]:
    """Return every other kind of update, of somebody in their private chat with the bot, and what is read of it."""
    about: Json = {"from": who, "user": who, "chat": chat, "date": 1, "id": "900", "message_id": 1}
    said = {**about, "text": CANARY}
    return {
        "message by a bot": ({"message": {**said, "from": {**who, "is_bot": True}}}, None),
        "message by nobody": ({"message": {"message_id": 1, "chat": chat, "date": 1, "text": CANARY}}, KEPT),
        "message by somebody odd": ({"message": {**said, "from": CANARY}}, KEPT),
        "message to no chat": ({"message": {**said, "chat": CANARY}}, None),
        "message without a number": ({"message": {**said, "message_id": CANARY}}, "That didn't save."),
        "message that is none": ({"message": CANARY}, None),
        "message with more": ({"message": said, "of_tomorrow": CANARY}, KEPT),
        "edited_message": ({"edited_message": {**said, "edit_date": 1}}, "that I don't have any more"),
        "edited live location": ({"edited_message": {**about, "location": _PLACE}}, None),
        "edited away": ({"edited_message": {**about, "photo": [_MEDIA]}}, "that I don't have any more"),
        "message_reaction": (
            {"message_reaction": {**about, "old_reaction": [], "new_reaction": [{"type": "of_tomorrow"}]}},
            "you reacted",
        ),
        "message_reaction taken back": (
            {"message_reaction": {**about, "old_reaction": [{"type": "paid"}], "new_reaction": []}},
            None,
        ),
        "message_reaction_count": (
            {"message_reaction_count": {"chat": chat, "message_id": 1, "date": 1, "reactions": []}},
            None,
        ),
        "callback_query": ({"callback_query": {**about, "data": CANARY, "message": said}}, "from before"),
        "callback_query of a message that is gone": (
            {"callback_query": {**about, "data": "-.help.", "message": {"chat": chat, "message_id": 1, "date": 0}}},
            "Call 999",
        ),
        "callback_query of a game": ({"callback_query": {**about, "game_short_name": CANARY, "message": said}}, "from"),
        "callback_query elsewhere": ({"callback_query": {**about, "data": CANARY, "inline_message_id": CANARY}}, None),
        "inline_query": ({"inline_query": {**about, "query": CANARY, "offset": "", "location": CANARY}}, None),
        "chosen_inline_result": ({"chosen_inline_result": {"from": who, "result_id": CANARY, "query": CANARY}}, None),
        "shipping_query": ({"shipping_query": {**about, "shipping_address": CANARY}}, None),
        "pre_checkout_query": ({"pre_checkout_query": {**about, "order_info": {"name": CANARY}}}, None),
        "purchased_paid_media": ({"purchased_paid_media": {"from": who, "paid_media_payload": CANARY}}, None),
        "poll": ({"poll": _POLL}, None),
        "poll_answer": ({"poll_answer": {"poll_id": "1", "user": who, "option_ids": []}}, None),
        "unblocked": (
            {
                "my_chat_member": {
                    **about,
                    "old_chat_member": {"status": "kicked"},
                    "new_chat_member": {"status": "member"},
                }
            },
            "Good to have you back",
        ),
        "blocked": (
            {
                "my_chat_member": {
                    **about,
                    "old_chat_member": {"status": "member"},
                    "new_chat_member": {"status": "kicked"},
                }
            },
            None,
        ),
        "made an administrator": (
            {
                "my_chat_member": {
                    **about,
                    "chat": {**_GROUP, "type": "channel"},
                    "old_chat_member": {"status": "left"},
                    "new_chat_member": _ADMINISTRATOR,
                }
            },
            None,
        ),
        "chat_member": ({"chat_member": {**about, "chat": _GROUP, "new_chat_member": _ADMINISTRATOR}}, None),
        "chat_join_request": ({"chat_join_request": {**about, "chat": _GROUP, "user_chat_id": who["id"]}}, None),
        "chat_boost": ({"chat_boost": {"chat": _CHAT, "boost": {"boost_id": CANARY}}}, None),
        "removed_chat_boost": ({"removed_chat_boost": {"chat": _CHAT, "boost_id": CANARY}}, None),
        "channel_post": ({"channel_post": {**said, "chat": _CHAT}}, None),
        "edited_channel_post": ({"edited_channel_post": {**said, "chat": _CHAT}}, None),
        "business_connection": ({"business_connection": {"id": CANARY, "user": who, "user_chat_id": who["id"]}}, None),
        "business_message": ({"business_message": {**said, **_CONNECTED}}, None),
        "edited_business_message": ({"edited_business_message": {**said, **_CONNECTED}}, None),
        "deleted_business_messages": ({"deleted_business_messages": {"chat": chat, **_CONNECTED}}, None),
        "guest_message": ({"guest_message": {**said, "guest_query_id": CANARY}}, None),
        "managed_bot": ({"managed_bot": {"user": who, "bot": _USER}}, None),
        "subscription": ({"subscription": {"user": who, "state": CANARY}}, None),
        "message generation stopped": ({"stopped_message_generation": {"chat": chat, "draft_id": 1}}, None),
        "of tomorrow": ({"of_tomorrow": {"from": who, "chat": chat, "text": CANARY}}, OTHER),
        "of tomorrow, somewhere else": ({"of_tomorrow": {"from": who, "chat": _GROUP, "text": CANARY}}, None),
        "of tomorrow, and odd": ({"of_tomorrow": {"from": CANARY, "chat": chat}}, None),
        "empty": ({}, None),
    }
