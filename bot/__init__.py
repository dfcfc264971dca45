"""The Telegram door: conversation, wording, the durable poller and the webhook.

Never touches SQL, keeps an identity, or writes a person's words anywhere.
"""
