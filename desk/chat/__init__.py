"""The Telegram conversation in a terminal: the bot's own handlers, under a Bot API that lives in memory."""
