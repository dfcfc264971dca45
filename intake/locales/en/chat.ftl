# What the Telegram conversation in the terminal (care-voice chat) says around what the bot says. Change a message by
# writing it again, under the same name, in wording/en/chat.ftl of your own data folder. Keep every { $… } that it has
# here.

chat-demo =
    This is the Telegram bot, in your terminal. To press a button, type its number. To answer in words, just write. Then press Enter. /edit and new words change your last message. /quit leaves.

    This is a demonstration: what you send is kept in it, with names and places taken out, so that you can read and publish it afterwards.
chat-rehearsal =
    This is the Telegram bot, in your terminal. To press a button, type its number. To answer in words, just write. Then press Enter. /edit and new words change your last message. /quit leaves.

    This is a rehearsal: nothing is kept. What you write here reaches nobody. Do not write here if you need help or want to be heard.
chat-left-demo =
    You left. If you sent something, it now waits. Read it and decide:
        { $command } moderate --as reader
chat-left-rehearsal = You left. Nothing was kept.
chat-no-such-choice = There is no button { $number }. { $last ->
    [1] Type 1, or write words.
   *[other] Type a number from 1 to { $last }, or write words.
}
chat-nothing-to-edit = There are no words of yours here to change yet. Just write.
# A short note that Telegram shows over the chat for a moment.
chat-pop-up = A note pops up: { $text }
chat-removed = (In Telegram, the bot has now taken { $many ->
    [one] your message
   *[other] { $many } messages of yours
} out of the chat.)
chat-page = This button opens a web page: { $address }

# When somebody asks to be contacted, in the terminal.
chat-not-sent = (Here in the terminal nothing is sent to anybody. In Telegram it goes to the mailbox of your safeguarding lead.)
chat-hours = Monday to Friday, 9am to 5pm
