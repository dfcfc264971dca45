# What the Telegram bot says to people. Change a message by writing it again, under the same name,
# in wording/en/bot.ftl of your own data folder. Keep every { $… } that it has here.

bot-hello = Hello from { $deployment }.
bot-button-idea = An idea
