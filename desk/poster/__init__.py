"""The poster: a page to print, with a code to scan that opens the bot, and the mail address beside it."""
