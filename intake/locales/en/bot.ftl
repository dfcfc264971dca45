# What the Telegram bot says to people. Change a message by writing it again, under the same name,
# in wording/en/bot.ftl of your own data folder. Keep every { $… } that it has here.
# Texts of buttons stay short: a phone cuts off what is longer than about 35 letters.

## What Telegram shows before anyone writes, and its menu

# At most 120 letters.
bot-about-short = Tell councils what care is really like. We hide names. We can't send help: in danger, call 999.
# At most 512 letters.
bot-about = Tell us what care is really like, or what would make it better. We hide names and don't keep who you are. We can't send help: in danger, call 999.
bot-command-start = Tell us something
bot-command-help = Where to get help, and how this works
bot-command-status = See what happened with your words
bot-command-change = Change how we may use your words
bot-command-withdraw = Take your words back
bot-command-updates = See what changed: you said, we did
bot-command-rights = What you can expect, and what your council offers
bot-command-privacy = What we keep, and who reads it
bot-command-clear = Clear this chat
bot-command-language = Write in another language
bot-command-stop = Stop and forget what I wrote

## Languages: each says these of itself

bot-language-name = English
# Empty once somebody who speaks the language has checked all of its words. Until then everybody is told.
bot-unchecked = { "" }
# To someone whose Telegram speaks this language, and who may not know that we do.
bot-language-offer = Would you like to write in English?
bot-button-use-language = Yes, in English
bot-button-language = 🌐 Language
bot-language = Which language would you like? Tap one. What you wrote so far stays as it is.
bot-language-unchecked = Not yet checked by someone who speaks it: { $names }.
bot-language-one = I only have one language here. You can write in any language, and people will read it.
bot-help-language = /language - write in another language

## Buttons

bot-button-begin = Tell us something
bot-button-carry-on = Carry on
bot-button-start-again = Forget it and start again
bot-button-back = Back
bot-button-help = Help
bot-button-stop = Stop
bot-button-skip = Skip
bot-button-rather-not = Rather not say
bot-button-under-16 = I'm under 16
bot-button-young = OK, go on
bot-button-done = Done
bot-button-take-out = Take out my last message
bot-button-try-again = Try again
bot-button-send = Send
bot-button-more = Add more about you (optional)
bot-button-to-sending = That's enough, go to Send
bot-button-save = How to keep my code
bot-button-clear = Clear this chat
bot-button-clear-most = Clear it, but keep my code
bot-button-clear-code = Clear my code too
bot-button-clear-no = No, leave it all here
bot-button-clear-sure = I saved my code, so clear it
bot-button-clear-unsure = No, keep my code here
bot-button-something-else = Tell us something else
bot-button-my-words = It's not a code, it's my words
bot-button-withdraw = Yes, take it back
bot-button-keep = No, keep it
bot-button-newer = Newer
bot-button-older = Older
bot-button-leave-use = Leave it as it is
bot-button-write-alone = Write to me alone
bot-button-numbers = Numbers of my council
bot-button-rights-everywhere = All of England
bot-button-rights-council = Choose another council
bot-button-rights-before = Page before
bot-button-rights-more = More
# Below the preview there can be three of these in one row: 11 letters each, at most.
bot-button-hide-more = Hide more
bot-button-show = Show a word
bot-button-undo = Undo
bot-button-words-before = Words before
bot-button-words-after = More words
bot-button-is-name = Hide “{ $word }”
bot-button-no-name = Not a name
bot-button-is-mine = Yes, it's mine
bot-button-not-mine = No
bot-button-my-council = It's my council
bot-button-other-council = It isn't mine
bot-button-leave-workshop = Don't note the workshop
bot-button-add = Yes, add it
bot-button-leave-out = No, leave it out

## Hello

bot-hello =
    Hello! This is { $deployment }.

    Are you in care, or did you grow up in care, or do you speak up for someone? Tell councils what it is really like, and what would make it better.

    { bot-before-you-write }

    What would you like to tell us? Tap a button, or just start to write.

# To someone who writes before they tapped anything.
bot-hello-early =
    Hello! This is { $deployment }. I have this message of yours. Nothing is saved until you tap Send at the end. If you began something earlier and did not send it, I no longer have it.

    { bot-before-you-write }

    Is it about how things are, or is it an idea? Tap one, or write more first.

# To someone who came past the first question, as with a code or by typing what a button says.
bot-hello-late =
    Hello! This is { $deployment }.

    { bot-before-you-write }

# Everyone sees this before anything is saved.
bot-before-you-write =
    Who reads it: people who check messages. If they say yes, people at councils can read it too.
    What is hidden: a computer takes out names and other things that show who someone is.
    Please know: we don't keep who you are, so we can't come and help. Telegram knows that you wrote here. If you are in danger, call 999.

# To someone who came by the poster of a council, before the greeting. They can also leave it open.
bot-poster-council = You came by a poster of { $council }. Does it look after you, or did it? Tell me with a button, or just go on.
bot-poster-unknown = I don't know the poster that you came by. That does no harm.
# To someone who came by a link that isn't ours.
bot-start-unknown = I don't know the link that you came by. That does no harm. Did you type something after /start yourself? Then please send it to me once more, without /start.
# To someone who came by the poster of a workshop, before the greeting.
bot-workshop = You came by the poster of a workshop: { $workshop }. If you send me something, I note that it is from there. We never publish that.
bot-workshop-over = That poster's workshop is over, or its link was not typed right. You can tell us something all the same.
bot-workshop-later = I can't look up that poster's workshop just now. You can tell us something all the same, or open the link again in a few minutes.
bot-workshop-left = OK, I don't note the workshop.

bot-begun = You have already begun to write, and I still have your words. Nothing is saved yet. Would you like to carry on?

bot-under-16 = Thanks for saying so. What you think counts. You should know that Telegram's own rules ask people in the UK to be 16 or older. We mark your words as from someone under 16: we never quote them, and two people check them.
bot-under-16-mail = You can also send us an email: { $mail }
bot-under-16-advocate = Or ask an advocate or a worker you trust to send us your words. An advocate is someone whose job is to help you be heard. You can call Coram Voice's Always Heard on 0808 800 5792 to find one.
# To someone who passes on the words of somebody under 16.
bot-under-16-other = Thanks for saying so. What they think counts. We mark these words as from someone under 16: we never quote them, and two people check them. Are they under 13? Then please make sure that an adult they trust knows about it.
bot-under-13 = Are you under 13? Then please talk to an adult you trust first, and ask them to help you tell us.

## What people type to say yes or no, with commas between

bot-answers-yes = yes, yeah, yep, yup, yes please, y, ok, okay, ok yes, sure
bot-answers-no = no, nope, nah, no thanks, no thank you, n
# What people type who have written all, and who want it sent: it leads on to the next step, and sends only from the last.
bot-answers-done = done, i'm done, im done, i am done, finished, i'm finished, im finished, that's all, thats all, that is all, that's it, thats it
bot-answers-send = send, send it, send it please, please send, please send it, send now, send this, yes send it, yes send, submit
# What people type to say thanks when nothing is begun.
bot-answers-thanks = thanks, thank you, thankyou, thx, ty, cheers, thanks a lot, thank you so much, ok thanks, ok thank you, bye, ok bye, thanks bye

# What people type who greet, before they have written anything: they are greeted too.
bot-answers-hello = hi, hello, hey, hiya, heya, hi there, hello there, hey there, hi bot, hello bot, good morning, good afternoon, good evening, morning, yo, salam, hello sir, hello miss
# What people type who ask about this bot itself, at any time. It is never part of their words.
bot-answers-who = who is this, who's this, whos this, who are you, who r u, what is this, what's this, whats this, what is this for, what's this for, whats this for, what do i do, what do i do now, what do i do here, what should i do, what now, what happens now, how does this work, how does it work, how do i use this, how do i start, what can i do here, is this the council, are you the council, are you a robot, are you a bot, are you human, are you real, are you a real person, is this a robot, is this a bot, is this a real person, is anyone there, is anybody there, is someone there, is this anonymous, who reads this, who will read this, who sees this, info, information, menu, ?
# What people type who ask what became of their words: they are asked for their code.
bot-answers-status = what happened, what happened with my words, what happened to my words, what happened to my message, what happens to my words, how do i know what happened, how do i see what happened, any news, any update, any updates, has anyone read it, did anyone read it, has anybody read it, did you read it, did you get it
# What people type who lost their code.
bot-answers-lost = i lost my code, i have lost my code, i've lost my code, lost my code, i lost the code, lost code, i forgot my code, forgot my code, i don't have my code, i dont have my code, i don't have a code, i dont have a code, i don't have the code, i dont have the code, where is my code, what is my code, what was my code, can't find my code, cant find my code, i can't find my code, i cant find my code
bot-lost = Nobody can give you a code again, for we don't know who you are. Please look for it here in this chat: it is five words with a - between. Or maybe you took a picture of it. Without it your words still count, and people read them. Would you like to take them back? Ask { $contact }, and tell them what your words are about.
# What people type who want to stop, besides the word on the button.
bot-answers-stop = cancel, quit, exit, /cancel
bot-who = I'm a computer, and this is { $deployment }. You asked about me, so that is not part of what you tell us.
bot-who-how = What to do: just write what councils should know, and I ask you a few short questions. Who to call: /help. To stop: /stop.

## The kind, the theme, the words

bot-kind = What would you like to tell us?
bot-kind-early = I have your words so far. Is it about how things are, or is it an idea?
bot-kind-feedback = How things are or were
bot-kind-idea = An idea to make things better

bot-theme = What is it mostly about?
bot-theme-early = I have your words so far. What are they mostly about?

bot-words =
    Now write it here, in your own words. One message or many, short or long.

    Try to leave out names. If you forget, we hide them for you.
bot-words-more = Got it. Write more if you like. When you are finished, tap Done.
bot-words-again = I still have your words. You can write more, or change a message that you sent. When you are finished, tap Done.
bot-edited = I changed that in your words.
bot-edited-aside = I changed that. Now it does not look like a code any more. If it is what you would like to tell us, tap the button.
# Before other notes, to someone who writes on after words that looked like a code.
bot-aside-taken = I also took in what looked like a code before, for it may be your words. Please check it with the rest, before you send it.
# After words that look like a code, at a step where people write.
bot-words-no-code = I can't find a code like that.
bot-words-or-code = I took it as what you would like to tell us. Was it a code? Then tap "{ bot-button-take-out }", and send me the code again.
bot-taken-out = I took that message out.
bot-no-words = I could not find any words in that. Please write them here.
bot-too-much = That last message is too long to add, or there are too many, so I did not keep it. I still have everything before it. Please send that first. Then start again and send the rest.

## The preview, and how words may be used

bot-preview = This is exactly what we will keep:
bot-hidden = Hidden: { $what }.
bot-hidden-nothing = We found nothing that needs hiding.
# When the words look as if they are in another language.
bot-not-english = This looks as if it isn't English. Our computer knows names best in English. So it hid more words here than it needs to, and it can still miss names. Please look for names, and take them out. People who read your language have to check it, so it can take longer. If you can, you could write it in English too.
bot-preview-check = A computer did this, and it can miss things. Please check. To change something, tap a button, edit your message, or write more.

# When a word may be a name, and the computer isn't sure. $near is how it stands in their words.
bot-is-name = I'm not sure: is “{ $word }” a name here? “{ $near }” You can also leave it, then someone who checks will look.
# When the words name a council of the list, and nobody said which council is theirs.
bot-is-mine = Your words name { $council }. Is it the council that looks after you, or looked after you? If you say yes, I note it for you.
bot-mine = Thanks, I noted your council.
bot-not-mine = OK, I did not note it.
# To someone who chose another council after they saw their words, which name one.
bot-council-changed = Your words name a council. Now they say if it is yours or not, so please look at them again.
bot-hide = Which words should I hide? Tap them, or type them here. I hide a word wherever it is. When you are finished, tap Done.
bot-hide-typing = Which words should I hide? Type them here. I hide a word wherever it is. When you are finished, tap Done.
bot-hid = Hidden now: { $words }.
bot-hidden-already = That is hidden already: { $words }.
bot-hide-unfound = I can't find that in your words, so there is nothing to hide. Did you want to add it to what you tell us?
bot-extra = You also typed something when I asked which words to hide, or for a code. It is not in the words above. Did you want to add it to what you tell us?
bot-left-out = OK, I left that out.
bot-show = Did I hide something without need? Tap it, and it shows again. Show only what is not about a person you know: names of people must stay hidden. Phone numbers, addresses and the like always stay hidden. When you are finished, tap Done.
bot-show-nothing = There is nothing hidden that can show again. Phone numbers, addresses and the like always stay hidden. Tap Done to go on.
bot-showed = Shows again: { $words }.
bot-stays-hidden = That one always stays hidden here: { $words }.
bot-stays = OK, that word stays as it is.
bot-undone = OK, I took back your last change.
bot-too-many-changes = That is more than I can remember here. To change more, please edit your message.

bot-preview-trouble = I could not check your words for names just now, so I can't show or save them. I still have them. Please try again in a minute.

# What each answer of [consent] in care-voice.toml means.
bot-use-quote = your words can be shown to others, also in a report
bot-use-read = people who work on this read your words, but they are never printed
bot-use-count = we count it, then we wipe your words; only people who check messages see them

bot-line = - { $name }: { $shown }
bot-never-quoted = These are words of someone under 16, or they may be. So we never quote them.
# To someone who said "under 16" and then another age.
bot-maybe-young = These words tell an age under 16. So to be safe, we never quote them. Is it not the age of who is speaking? Then tap "{ bot-button-more }", and choose the right age. Is someone under 13 speaking? Then please make sure that an adult they trust knows about it.
bot-no-longer-young = First you told me "under 16". Then you chose another age. So now we don't treat these as words of someone under 16. Is that not right? Then tap "{ bot-button-more }", and choose your age again.

## The end

bot-summary = Ready to send?
bot-summary-kind = What
bot-summary-theme = About
bot-summary-use = How we may use it
bot-summary-workshop = Workshop
bot-summary-speaker = Who is speaking
bot-summary-council = Council
bot-summary-age = Age
bot-summary-happened = When
bot-do-they-know = These are someone else's words. Please make sure that they know and agree, and give them the code that you get.
bot-summary-send = Nothing is saved until you tap Send. You then get a code. With the code you can see what happened, or take your words back. What has been printed by then can't be called back.

# When something went wrong that was not the person's doing.
bot-sorry = Sorry, something went wrong on my side. I don't know if that worked. If you tapped Send: if you can see a code above, your words are saved. If not, please tap Send again. They are never saved twice. If it was something else, please send it again, or tap the button again. Need help now? Send /help, or call 999.
bot-not-saved = That didn't save, please press Send again. I still have your words.
# To someone who sent very many voices today, and taps Send again soon after. $minutes is a whole number.
bot-wait =
    A lot was sent from this chat today, so I take the next one a little later. I have your words here, for up to an hour. Please tap Send again in { $minutes ->
        [one] a minute.
       *[other] { $minutes } minutes.
    }
# To those of them who can write a mail.
bot-wait-mail = You can also send your words by email now: { $mail }
bot-look-first = Please look at your words first.

bot-sent = Thank you. Your words are saved, and people will read them.
bot-sent-before = This is saved. It was saved once, even if you tapped Send more than once. If you got another code for it, both work.
bot-code = Your code:
bot-code-link =
    To see what happened with your words, tap this link. It works next month too:
    { $link }
bot-code-look = To see what happened with your words, send me the code. It works next month too.
bot-code-keep = Please keep this code: take a picture of it, or write it down. We don't know who you are, so nobody can give it to you again.
bot-save =
    Here is how to keep your code. Choose one that is safe for you:

    - Take a picture of this screen with your phone, so that the five words are in it.
    - Tap the five words, then your phone copies them. Paste them where you keep things.
    - Keep it in Telegram: press on the message with the code, and hold. Tap Forward, then Saved Messages. Everyone who can open your Telegram can see it there.
    - Write the five words on paper. Put it where only you look.

    Who has the code can see what happened with your words, or take them back. The code never shows them your words.
bot-next = What happens next: people who check messages read your words. They can hide more. If they say yes, people at councils can read them too.
bot-next-count = What happens next: people who check messages read your words and count them. Then the words are wiped.
bot-code-use = To change how we may use your words, send /change and the code. To take them back, send /withdraw and the code.
bot-sent-already = You have sent this already, and it is saved. Your code is in the message that I sent you then.
bot-sent-gone = You sent this before, and it was taken back after that. So it is not kept.
bot-send-lost = Sorry, I no longer have these words, so I can't send them now. I don't know if they were saved before. If you can see a code in this chat below them, they were, and all is well. If not, please write them again. It does no harm if we get them twice.

# Below a receipt.
bot-clear-offer = Could someone else look at this chat? Tap "{ bot-button-clear }".

bot-stopped = OK, I stopped. I have forgotten what you wrote and did not send, and nothing of it is saved. If you sent something before, it is still saved. Could someone else look at this chat? Tap "{ bot-button-clear }". In danger? Call 999.
# To someone who had not begun to write, but asked about a code perhaps.
bot-stopped-kept = OK, I stopped. Nothing was changed. If you sent something before, it is still saved. To take it back, send /withdraw and your code. In danger? Call 999.
bot-nothing-to-stop = There is nothing to stop: you have not begun to tell me anything. If you sent something before, it is still saved. To take it back, send /withdraw and your code.
bot-stale = That button is from before, and it is over: sent, stopped, or forgotten. I forget what waits for more than an hour, and what I had when I was switched off and on. I don't have words of yours now. If you had not sent them yet, please write them again.
bot-stale-here = That button is from before, so it does nothing now. Here is where we are:
bot-no-skip = I need an answer here before we can go on. You can also go back, or stop.
bot-edit-too-late = You changed a message that I don't have any more: it was sent, or it is forgotten. What is saved stays as it was. To take it back, send /withdraw and your code. If you have not sent it yet, please write it to me again, as a new message.

## About the person: never needed

bot-speaker = Who is speaking?
bot-speaker-me = Me, about my own life
bot-speaker-advocate = I pass on someone's words
bot-speaker-worker = A worker or carer, for myself
bot-council = Which council looks after you, or looked after you?
bot-council-other = Which council looks after them, or looked after them?
bot-age = How old are you?
bot-age-other = How old is the person who said this?
bot-age-under-16 = Under 16
bot-age-16-17 = 16 or 17
bot-age-18-20 = 18 to 20
bot-age-21-24 = 21 to 24
bot-age-25-plus = 25 or older
bot-happened = When did it happen?
bot-happened-last-12-months = In the last 12 months
bot-happened-longer-ago = Longer ago

## Where to turn

bot-urgent = Thank you for telling me. Some of these words sound as if someone may be in danger, or is having a very hard time. I'm a computer, so I could be wrong. Nobody has read this yet, and we can't come and help. These people can help right now:
# To someone who asks to be called, or to speak with somebody.
bot-no-call = It sounds as if you would like someone to get in touch with you. I'm a computer, and this service can't call or write to anyone: we don't know who you are. These people can talk with you:
# The same, where the safeguarding lead can be asked. Its button stands below the numbers.
bot-no-call-but = It sounds as if you would like someone to get in touch with you. I'm a computer, and the people who read what you tell us don't know who you are. But you can ask for it: tap "{ bot-button-contact }". These people can talk with you too:
# Above the numbers of councils' own emergency duty teams.
bot-numbers = Here is how to reach councils, also out of hours. Look for the one that looks after you, or looked after you. In danger? Call 999.
bot-helpline = - { $name }: { $how }
bot-helpline-hours = - { $name }: { $how } ({ $hours })

## Pages beside the conversation

bot-help = In danger? Call 999. If you want to talk to someone:
bot-help-commands =
    Just write, and I ask you a few short questions. Nothing is saved until you tap Send.

    With your code: /status, /change how we may use your words, or /withdraw them
    To read: /updates (you said, we did), /rights, /privacy
    This chat: /start, /clear, or /stop and forget what you wrote

bot-privacy =
    What we keep: your words after a computer has hidden names and other things that show who someone is, and the buttons you chose. That happens before anything is saved, and you see it first. We also keep the day, and that it came by Telegram, or from a workshop (we never publish that). And we keep it if the words sound as if someone may be in danger.

    What we don't keep: your name, your number, your user name, or that it was you. While you write, I hold your words for up to an hour. If you don't send them, they are gone. For that long I also know which messages here are ours, so that I can clear the chat, and which language you chose.

    Who reads it: people who check messages. If they say yes, people at councils and others who make things better for care-experienced people. Only in the way that you choose.
bot-privacy-telegram = Telegram knows that you wrote to us, and it keeps this chat on your phone. Send /clear if someone else could look. We can't promise what Telegram does.
bot-privacy-take-back = You can take your words back: send /withdraw and your code. They then go from everywhere we use them. { bot-copies } We can't call back what is printed, and copies that lab members saved have to be deleted within three months. Questions? Ask { $contact }.
# What [backup] in care-voice.toml makes.
bot-copies = There can still be locked safety copies, for when a computer breaks. We throw each one away after some weeks. If we ever have to use one, we first take out of it what people took back.
bot-contact-unnamed = the people who told you about this

bot-unknown-command = I don't know that one. Here is what works: /start, /help, /status, /change, /withdraw, /updates, /rights, /privacy, /clear, /stop. Or just write.

## A code: what became of the words, another use of them, and taking them back

bot-ask-status = Please send me the code, the five words that you got.
bot-ask-change = Which words do you want to change your choice for? Please send me the code, the five words that you got.
bot-ask-withdraw = Which words would you like to take back? Please send me the code, the five words that you got.
bot-no-such-code = I can't find that code. Please check each of the five words. If the words were taken back, their code stops working. Need help? Ask { $contact }.
bot-too-many-codes = There were a lot of wrong codes, so I can't look up any for a while. Please try again later, or tomorrow.
bot-no-answer-now = I can't look that up just now. Your code is still good. Please try again in a few minutes.

bot-status = Here is what happened with your words:
bot-state-waiting = They are saved. They wait for someone to read them. People who check messages have not decided yet.
# Someone did something with them already, such as hide a word.
bot-state-reading = They are being read. People who check messages have not decided yet.
bot-state-approved = Someone read them and said yes. They join the next group of voices that councils can read.
bot-state-published = They are in the collection that councils read.
bot-state-declined = Someone read them. They are not in the collection.
bot-state-counted = They were counted, and then wiped, as you asked.
bot-reason-identifies-someone = The reason: people might have seen who someone is. That is about keeping people safe. It is not about what you said.
bot-reason-not-about-services = The reason: we could not see how they are about being in care, or about services.
bot-reason-spam = The reason: they looked like an advert, or like something sent to many places.
bot-reason-unsafe-to-share = The reason: it did not seem safe to share them. That is about keeping people safe. You did nothing wrong by telling us.
bot-reason-duplicate = The reason: we had the same words already, so you are heard through those.
bot-reason-not-readable = The reason: we could not make out what they say. You are welcome to send them again.
bot-response-changed = You said, we did. This changed ({ $day }):
bot-response-planned = You said, and this is planned ({ $day }):
bot-response-cannot-change = You said, and this can't change. Here is why ({ $day }):
bot-response-thanks = You said, and someone answered ({ $day }):

## A question from the people who check messages

bot-question = The people who check messages have a question for you:
bot-question-how = Would you like to answer it? You don't have to, and nothing bad happens if you don't.
bot-question-answered = You answered our question. Thank you. The people who check messages read your answer.
bot-button-answer = Answer
bot-button-rather-not-answer = I'd rather not answer
bot-button-no-answer = It's not an answer
# To somebody who wrote right below the question, without tapping "Answer".
bot-answer-taken = I took that as your answer to our question. Is it something new that you want to tell us? Then tap "{ bot-button-no-answer }". Only people who check messages read an answer.
bot-question-stays = OK. You don't have to. The question stays there, if you want to answer it later.
bot-answer = This is the question:
# To somebody who is about to answer.
bot-answer-words = Write your answer here, in your own words. One message or many. Only people who check messages read it: it is never printed, and councils don't see it. A computer hides names before anything is saved, and you see it first. We still don't know who you are, so we can't come and help. In danger? Call 999.
bot-answer-send = Only people who check messages read this answer. Nothing is saved until you tap Send.
bot-answered = Thank you. Your answer is saved, and people will read it. Your code stays the same: send it to me to see what happens next.
bot-answer-late = This question is not open any more, so I can't keep this as an answer. I still have your words: you can send them as something new, or tap Stop.
bot-answer-lost = Sorry, I no longer have this answer, so I can't send it now. I don't know if it was saved before. Please send me your code: if the question is still there, it was not saved.
bot-rather-not = That's fine. We won't ask this again, and nothing else changes.
bot-rather-not-failed = That did not work just now. You don't have to do anything: a question can stay open. Or please tap again in a minute.
bot-question-what = I no longer know which question you mean. Please send me your code again.
bot-question-gone = This question is not open any more. You don't have to do anything.
bot-question-later = You have begun to tell me something else, and I still have those words. Please send them first, or tap Stop. Then send me your code again, and answer.

# /updates: what councils answered for everyone to read. The answers begin as above, with a quarter for the day.
bot-updates = You said, we did. Here is what councils did with what people told us. The newest is first.
bot-updates-none = There is nothing to show here yet. When a council does something with what people told us, it will stand here. Do you have a code? Send it to me to see what happened with your own words.
bot-updates-page = Page { $page } of { $pages }
bot-updates-not-now = I can't look that up just now. Please try again in a few minutes.
bot-quarter-1 = January to March { $year }
bot-quarter-2 = April to June { $year }
bot-quarter-3 = July to September { $year }
bot-quarter-4 = October to December { $year }

# When they are in the collection, or counted.
bot-status-unanswered = Nobody has written an answer yet. When someone does, you can read it here with your code.
bot-status-use = You chose: { $use }.
# When they chose something more open about words that councils read already.
bot-status-later = That begins the next time that new voices come out.
bot-status-end = Your code works for as long as we keep your words. To change how we may use them, send /change and the code. To take them back, send /withdraw and the code.

# What is said when it is done stands with the mails' answers: answer-use-…, in doors.ftl.
bot-change-ask = How may we use your words from now on? If they are in the collection already, a stricter choice begins at once. A more open one begins the next time that new voices come out.
bot-change-what = I no longer know which words you mean. Please send /change and your code again.
bot-change-failed = That did not work just now, so your old choice may still hold. Please tap again in a minute.

bot-withdraw-ask = I found these words. Take them back? They go at once from everywhere we use them. You can undo it for one minute. { bot-copies } We can't call back what is printed, and copies that lab members saved have to be deleted within three months.
bot-withdraw-what = I no longer know which words you mean. Please send /withdraw and your code again.
bot-withdraw-failed = That did not work just now, so your words may still be there. Please tap again in a minute.
# To who took them back just now. After a minute it can't be undone.
bot-withdrawn = Done. Your words are gone from everywhere we use them, and nobody can read them any more. In one minute they are wiped for good, and the code stops working: you don't have to do anything. Was it a mistake? Tap "{ bot-button-undo }" within the minute, and they are back as they were. { bot-copies }
# To who comes back with the code within that minute.
bot-leaving = You took these words back. Nobody can read them any more, and they are wiped for good a minute after you did. You don't have to do anything. Was it a mistake? Tap "{ bot-button-undo }" now, and they are back as they were.
# To who looks by mail within that minute; the bot shows bot-leaving instead.
bot-state-leaving = They were taken back just now. Nobody can read them any more, and they are wiped for good within a minute.
bot-stayed = OK, your words are back as they were, and your code works.
bot-stay-late = It is too late to undo that: the minute is over, and your words are wiped for good. If you want us to have them, please tell us again.
bot-stay-what = I no longer know which words you mean. You took them back less than a minute ago? Then send /withdraw and your code again quickly, and tap "{ bot-button-undo }".
bot-stay-failed = That did not work just now. Please tap again at once: after a minute your words are wiped for good.
bot-gone = Done. Your words are gone for good, and the code no longer works. { bot-copies }
bot-kept = OK, nothing changes. Your words stay as they are.

## Clearing the chat

bot-clear =
    I can take our messages out of this chat: yours and mine. If there is a message with a code, it stays, so that you don't lose the code.

    What you sent stays saved. To take it back, send /withdraw and your code.

    Shall I clear the chat?
# To someone who is writing just now.
bot-clear-begun = First of all: I have the words that you have not sent yet. If I clear the chat, I still have them, and you can go on.
bot-clear-code = Have you kept your code in another place? If I clear it here, nobody can give it to you again. Then you can't see what happened with your words, or take them back.
bot-clear-no = OK, I left the chat as it is.
bot-cleared-all = Done. I took out of this chat all our messages that I know of.
bot-cleared-but-code = I left the message with your code here, so that you don't lose it.
# When Telegram refused some.
bot-cleared-some = { $gone ->
    [0] Telegram did not let me take out our messages.
   *[other] I took messages out of this chat, but Telegram did not let me take out { $left } more.
} You can do it: press on a message and hold, then tap Delete.
# As after an hour, or a restart.
bot-cleared-none = Sorry, I no longer know which messages are ours, so I could not take them out. I only know it for an hour, and I forget it when I am switched off and on.
bot-clear-rest = What I can't take out: messages that I don't know of, like old ones. Messages that are here for more than two days. What Telegram keeps for itself. And copies, like a picture that someone took of the screen.
bot-clear-phone = To delete the whole chat, go to the list of your chats. Press on this chat and hold (on an iPhone you can also swipe it to the left), then tap Delete. If your code is here, keep it in another place first.

## What is not text

bot-odd-voice = I can't listen to voice messages yet, so I did not keep it. Please write it here instead.
bot-odd-video = I can't watch videos, so I did not keep it. Please write here what you would like to say.
bot-odd-picture = I can't keep pictures: they can show who someone is. If there are words in it, please write them here.
bot-odd-sticker = Nice one! But I can only keep words. Please write here what you would like to say.
bot-odd-file = I can't open files, so I did not keep it. Please paste the words in here.
bot-odd-contact = I did not keep that contact: we never want to know who someone is. Please write here what you would like to say.
bot-odd-place = I did not keep that place: we never want to know where you are. If you need help now, call 999. Please write here what you would like to say.
bot-odd-poll = I can't take part in polls. Please write here what you would like to say.
bot-odd-list = I can't keep lists like that one. Please write here what it says.
# To someone who had Telegram delete messages in this chat after a while.
bot-odd-timer = OK. From now on Telegram deletes what is written in this chat after a while. If you send us something, you get a code: write it down somewhere else too, or it goes with the chat.
bot-odd-reaction = Thanks! I can see that you reacted, but I can only keep words. Please write if there is something you would like to say.
bot-odd-thanks = Thank you too. If there is more that you would like to tell us, just write.
bot-odd-answer = I'm not sure what you are answering: I have not asked you that. So I did not keep it. If it is what you would like to tell us, please write a little more.
bot-full = Very many people are writing to me just now, so I have no room to keep that message. What I had of yours before, I still have. Please send it again in an hour or so. In danger? Call 999.
# To someone who sent hundreds of messages that could not be read yet.
bot-flood = You are sending more than I can read, so I did not keep the last messages. Please wait until I have answered the others, then send them again. In danger? Call 999.
bot-odd-other = I can't read that, so I did not keep it. Please write here what you would like to say.

# Before the words about a message that somebody passed on.
bot-forwarded = You passed on a message. I took in its words, and I don't keep who wrote it. If they are someone else's words, please make sure that they know and agree.
# Before the first answer after the bot was out of reach.
bot-late = Sorry that I answer so late: I was switched off, or could not be reached. I have only what you sent in the last day.
bot-welcome-back = Good to have you back. If there is something you would like to tell us, just write.
bot-group = I only listen to people alone, so that nobody else sees what you say. I did not keep what was said here. Please write to me alone. In danger? Call 999.
bot-no-payment = This is free. Please don't pay anything.
