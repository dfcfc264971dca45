# What the bot says to somebody who asks your safeguarding lead to contact them: offered where somebody may be at risk, and
# in /help, once [contact] in care-voice.toml names a mailbox that was tested. Change a message by writing it again, under
# the same name, in wording/en/contact.ftl of your own data folder. Keep every { $… } that it has here.

bot-button-contact = Ask someone to contact me
bot-button-contact-before = Add what I wrote before
bot-button-contact-next = Next
bot-button-contact-send = Send it
bot-button-contact-reach = Change how to reach me
bot-button-contact-more = Write more
bot-button-contact-no = Don't send it

# Said before anything is typed. $role and $hours are those of [contact] and [deployment] in care-voice.toml.
bot-contact-told =
    You can ask { $role } to contact you. It is their job to help people who are in danger or who are hurt.

    Who reads it: { $role }, or the person who stands in for them. When: { $hours }.

    This is not an emergency service. In danger now? Call 999.

    It is not anonymous: they read your own words, nothing is hidden, and they see how to reach you. If they think someone is in danger, they may have to tell others who can help.

    What is sent: only what you type from now on, up to "{ bot-button-contact-send }". We keep none of it. Your other words here stay as they are, and are not sent.
bot-contact-under-13 = Are you under 13? Then please also talk to an adult you trust.
bot-contact-ask = If you want that, write here what you would like to tell them. If not, tap "{ bot-button-contact-no }".
bot-contact-words = I have this for { $role }. Nothing is sent yet. Write more if you like, or tap "{ bot-button-contact-next }".
bot-contact-no-words = Please write first what you would like to tell them.
bot-contact-reach = How can they reach you? Write a phone number, an email address, or another way. You can also write when it is safe to call you, and what they should not say if someone else answers.
bot-contact-check = This is what I will send to { $role }:
bot-contact-check-reach = How to reach you:
bot-contact-check-end = Nothing else is sent. They read it: { $hours }. Tap "{ bot-button-contact-send }", and wait until I say that it got there.
bot-contact-added = I added that.
bot-contact-changed = I changed that.
bot-contact-too-much = That is too long for me to send to them, so I did not take it. I still have what you wrote before.
bot-contact-not-yet = OK, I have not sent it.
bot-contact-sending = Sending it now. This can take up to a minute. Please wait.
bot-contact-sent = It got there: the mailbox of { $role } has it. They read it: { $hours }. I have forgotten what you wrote for them, and how to reach you. But this chat still shows it. If you can't wait, or it gets worse:
bot-contact-failed = It did not go through, so please don't count on it. I still have it: you can try again in a minute. Or get help now:
bot-contact-often = You have asked three times in this hour, and they have what you sent. So I can't send more just now: try again in an hour. I still have what you wrote. Or get help now:
bot-contact-sent-already = You have sent this already, and they have it.
bot-contact-lost = I no longer have what you wrote for them, so I can't send it now. If I said that it got there, they have it. If not, please write it again: it does no harm if they get it twice.
bot-contact-forgotten = OK, I did not send it, and I have forgotten it.
# To someone who did something else meanwhile.
bot-contact-waits = What you wrote for { $role } is not sent yet. To go on with it, tap "{ bot-button-contact }".
