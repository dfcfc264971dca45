# What the doors say to people. Change a message by writing it again, under the same name,
# in wording/en/doors.ftl of your own data folder. Keep every { $… } that it has here.

## Answers of the mail server. Each is one line of plain ASCII: other people's mail programs show it.

smtp-accepted = Thank you. Your message is saved.
# To a mail that is a command, such as WITHDRAW and a code: whether the code was right, the letter says.
smtp-command = Thank you. We read what you asked for.
# To who gave too many wrong codes.
smtp-too-many-codes = There were a lot of wrong codes, so we can not look up any for a while. Your mail service will try again later. In danger? Call 999.
smtp-no-words = We found no words in this mail. Please write or paste the words into the mail itself, not as a picture or a file, and send it again. In danger? Call 999.
smtp-encrypted = This mail is locked (encrypted), so nobody here can read it. Please send the words again as ordinary text. In danger? Call 999.
smtp-files-unread = We could not read the words in the file that came with this mail. Please paste them into the mail itself, and send it again. In danger? Call 999.
smtp-unreadable = We could not read this mail. Please paste only the words into a new mail, as ordinary text, and send that. In danger? Call 999.
smtp-report = This is an automatic report, not a person's words, so it was not saved. To tell us something, please write a new mail. In danger? Call 999.
smtp-unknown-address = Nobody reads mail at this address. Please check how it is spelled and send it again. In danger? Call 999.
# To who writes to an address with a plus sign in it that is nobody's, or not any more.
smtp-unknown-relay = This address does not work, or not any more. Please ask whoever gave it to you for a new one. Or leave out the plus sign and what stands between it and the @. In danger? Call 999.
smtp-too-big = This mail is too big. Please send only the words, without pictures or files. In danger? Call 999.
smtp-try-later = This is not saved yet. Your mail service will try again by itself. In danger? Call 999.
smtp-too-many-today = This is more mail than we take from one sender in a day, so it is not saved yet. Your mail service will try again later. In danger? Call 999.
smtp-busy = We are very busy right now, so this is not saved yet. Your mail service will try again by itself. In danger? Call 999.

## The mail that says thank you. Each message is a paragraph, in this order.

# The subject is the same for every message: someone else may see it on a phone.
ack-subject = Thank you, your message arrived

# First of all, and followed at once by the helplines, when the words suggest that someone may be at risk.
ack-urgent =
    Thank you for telling us. Some of your words sound as if someone may be in danger, or having a very hard time. A computer noticed that, so it could be wrong. Nobody has read your message yet, and we can't come and help. These people can help today:

ack-thanks = Thank you. Your message is saved, and people will read it.

# When the same mail came in twice.
ack-again = This mail reached us before, so we kept it once. Here is a new code. If you have an earlier one, both work.

# When the same mail came in again after it was taken back.
ack-gone = This mail reached us before, and it was taken back after that. We did not keep it this time either. If you want us to have these words, please write them in a new mail.

ack-code =
    Your code is:

        { $code }

    Please keep this code. It is the only way to take these words back later, because we don't keep who sent them. If you passed on someone else's words, please give them the code.

# Followed by one line for each kind of thing.
ack-hidden = Before we saved your message, a computer hid what could show who someone is. It can miss things, so people look again. It hid:
ack-hidden-line = - { $what }
ack-hidden-nothing = A computer looked for names and other things that could show who someone is. It found nothing to hide. It can miss things, so people look again.

# When the words look as if they are in another language.
ack-not-english = Your message looks as if it isn't English. Our computer knows names best in English, so it hid more words than it needs to, and it can still miss names. People who read the language have to check it, so it can take longer. If you can, you could send it in English too.

# When someone who knows the person could still guess who it is: after the reasons, which are in jigsaw.ftl.
ack-jigsaw = If that is too much, take these words back with the code, and send them again with less.

# Stands in the words themselves, above a note that is kept.
mail-note = Note from whoever passed this on:

# When the mail passed on someone's words, with a note above them.
ack-note-left = We kept only the words that you passed on, not what you wrote above them.
# When pictures or files came with the mail.
ack-files-read = { $count ->
    [one] We read the file that came with your mail. We kept the words in it, but not the file.
   *[other] We read { $count } files that came with your mail. We kept the words in them, but not the files.
}
ack-files-unread = { $count ->
    [one] We could not read a file that came with your mail. Please paste its words into a new mail, and send that.
   *[other] We could not read { $count } files that came with your mail. Please paste their words into a new mail, and send that.
}
ack-files-left = This also came with your mail, and was not kept: { $what }. If there are words in it, please write them in a new mail.
ack-files-and = { $first } and { $last }
file-picture = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
}
file-recording = { $count ->
    [one] 1 sound recording
   *[other] { $count } sound recordings
}
file-video = { $count ->
    [one] 1 video
   *[other] { $count } videos
}
file-calendar = { $count ->
    [one] 1 calendar entry
   *[other] { $count } calendar entries
}
file-contact = { $count ->
    [one] 1 contact card
   *[other] { $count } contact cards
}
file-file = { $count ->
    [one] 1 file
   *[other] { $count } files
}

ack-readers = People who check messages will read this. They can hide more. If they say yes, people at councils can read it too. They are the ones who can make things better.
ack-cannot-come = We take out names and don't keep who sent it, so we can't come and help. If you are in danger, call 999.

ack-helplines = If you want to talk to someone:
ack-helpline = - { $name }: { $how }
ack-helpline-hours = - { $name }: { $how } ({ $hours })

# $use is the answer of [consent] in care-voice.toml that mail starts with: "Read it, don't quote it".
ack-agree = Are these someone else's words? Do they know that you sent them, and do they agree? If not, please ask them, or take the words back.
ack-use = We will use the words like this: "{ $use }". People who work on this may read them. They will not be printed in a report.

ack-commands =
    With the code you can change your mind at any time. Answer this mail, or write to { $address }. Put one line in your mail: one of these words, then the code.

    - WITHDRAW: we take the words back
    - QUOTE: the words may be printed in a report too
    - READ: people may read the words, and they are not printed
    - COUNT: we only count the words, and then wipe them
    - STATUS: we tell you what happened with the words
ack-take-back = When you take the words back, they go from everywhere we use them. Locked safety copies are thrown away after some weeks; if one has to be used, the words are taken out of it first. We can't call back what is printed, and copies that lab members saved have to be deleted within three months. Is the code lost? Then contact { $contact }.
# Stands in for $contact where care-voice.toml names nobody.
ack-contact-unnamed = the people who gave you this address

ack-no-replies = If you answer with anything else, it comes in as a new message.

# When there was a code in the mail, but nothing that can only be a command.
ack-code-seen = There was a code in your mail. We hid it, and kept your words as a new message. Did you want us to do something with words that you sent before? Then please send a mail with one line only: what to do, and the code.
# When more stood in a mail than a command.
ack-beside-command = You wrote more than what we should do with the code. We kept the rest as a message of its own. If you did not want that, take it back with the new code.
ack-signed = From { $deployment }

## The mail that answers a command. The subject is always the same.

answer-subject = Our answer to your mail
answer-no-code = You wrote { $command }, but we found no code. Please send it again: { $command }, then the five words of the code.
answer-no-such-code = We can't find that code, so nothing was changed. Please check each of the five words. Then send it again. If the words were taken back, their code stops working. Need help? Ask { $contact }.
answer-withdrawn = Done. The words are gone from everywhere we use them, and the code no longer works. { bot-copies } We can't call back what is printed, and copies that lab members saved have to be deleted within three months. Was that a mistake? Then please send us the words again.
# $use is an answer of [consent] in care-voice.toml.
answer-use-done = Done. From now on we use the words like this: "{ $use }". What is printed already can't be called back.
answer-use-later = Thank you. We will use the words like this: "{ $use }". That begins the next time that new voices come out. Until then nothing changes. So nobody can guess who answered.
answer-use-wiped = These words are wiped already, so nobody can use them any more. Nothing was changed.
answer-use-never = These are the words of someone under 16, or they may be. To keep them safe, we never print them. So nothing was changed.
# Below a question from the people who check messages.
answer-question = You don't have to answer it. If you would like to: our Telegram bot takes your answer, when you send it /status and this code.
answer-commands =
    To change or look up the words, write to { $address }. Put one line in your mail: WITHDRAW, QUOTE, READ, COUNT or STATUS, then the code.

## The mail to the safeguarding lead, from somebody who asks to be contacted. The subject says nothing of it.

contact-subject = Someone asks you to contact them
contact-mail = Somebody who wrote to { $deployment } on Telegram asked us to pass this on to you. It is in their own words: nothing is hidden. They were told that this isn't an emergency service, when you read it ({ $hours }), and that you may have to tell others if someone is in danger. They were shown whom to call.
contact-mail-words = What they want to say:
contact-mail-before = What they had written before, and chose to add:
contact-mail-reach = How to reach them:
contact-mail-end = Please don't answer this mail: they would not get it. Reach them in the way they say above. We kept nothing of it, so this mail is the only copy.
contact-test-subject = A test of the way to you
contact-test-mail = This is a test of { $deployment }. People who are at risk can soon ask us to have you contact them. What they write then comes to this mailbox. Please tell the person who runs the test this number: { $number }

## What was hidden, counted

hidden-name = { $count ->
    [one] 1 name
   *[other] { $count } names
}
hidden-place = { $count ->
    [one] 1 place
   *[other] { $count } places
}
hidden-council = { $count ->
    [one] 1 council
   *[other] { $count } councils
}
hidden-address = { $count ->
    [one] 1 address
   *[other] { $count } addresses
}
hidden-postcode = { $count ->
    [one] 1 postcode
   *[other] { $count } postcodes
}
hidden-org = { $count ->
    [one] 1 school, home or other organisation
   *[other] { $count } schools, homes or other organisations
}
hidden-phone = { $count ->
    [one] 1 phone number
   *[other] { $count } phone numbers
}
hidden-email = { $count ->
    [one] 1 email address
   *[other] { $count } email addresses
}
hidden-url = { $count ->
    [one] 1 web link
   *[other] { $count } web links
}
hidden-handle = { $count ->
    [one] 1 user name
   *[other] { $count } user names
}
hidden-date = { $count ->
    [one] 1 date
   *[other] { $count } dates
}
hidden-age = { $count ->
    [one] 1 age
   *[other] { $count } ages
}
hidden-id = { $count ->
    [one] 1 number that belongs to someone
   *[other] { $count } numbers that belong to someone
}
hidden-hidden = { $count ->
    [one] 1 other thing
   *[other] { $count } other things
}
