# What a door noticed about a voice, said to those who check it. Change a message by writing it again, under the same
# name, in wording/en/flags.ftl of your own data folder.

## Some of the words may be somebody else's: a mail that answers another, or passes several on
flag-unsure-short = Who wrote it?
flag-unsure-warning = Someone else may have written part of this
flag-unsure-advice = This mail answers another one, holds more than one, or came with a file that was read. All of it was kept so that nothing is lost. “* * *” stands where one message or file ends and the next begins, and “>” before words that were quoted. Hide what isn't the person's own.

## The words tell an age under 16, and nobody said how old the person is, as in most mails
flag-young-short = Maybe under 16: two people must read it
flag-young-warning = Someone under 16 may be speaking
flag-young-advice = The words tell an age under 16, and nobody said how old the person is who is speaking. So it is kept as safe as words of someone under 16: two people must approve it, and nobody may quote it.

## The mail servers in front say that it looks like spam
flag-spam-short = Spam?
flag-spam-warning = This looks like spam
flag-spam-advice = A filter noticed that, and it can be wrong. If a person wrote this about their own life, go on as with any other voice.

## The mail may not be from where it says it is
flag-failed-authentication-short = From where?
flag-failed-authentication-warning = This may not be from where it says it is
flag-failed-authentication-advice = The mail servers in front of us could not make sure who sent it. That is often harmless: forwarded mail looks like this too. Ask yourself whether someone could have made it up to hurt somebody.
