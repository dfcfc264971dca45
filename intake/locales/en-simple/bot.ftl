# What the Telegram bot says in Easy Read English: one idea a line, short sentences, and a picture at the start of a line
# where it helps. Change a message by writing it again, under the same name, in wording/en-simple/bot.ftl of your own data
# folder. Keep every { $… } that it has here.

## What Telegram shows before anyone writes, and its menu

bot-about-short = Tell councils what care is like. We hide names. We can't send help. In danger? Call 999.
bot-about =
    💬 Tell us what care is like.
    💡 Or tell us what would make it better.
    🙈 We hide names.
    ❓ We don't keep who you are.
    🚨 We can't send help. In danger? Call 999.
bot-command-start = 💬 Tell us something
bot-command-help = 🆘 Get help
bot-command-status = 🔍 See what happened
bot-command-change = ✏️ Change how we use your words
bot-command-withdraw = ↩️ Take your words back
bot-command-updates = 📣 See what changed
bot-command-privacy = 🔒 What we keep
bot-command-clear = 🧹 Clear this chat
bot-command-language = 🌐 Another language
bot-command-stop = ⛔ Stop and forget

## Languages

bot-language-name = Easy Read
bot-language-offer = Would you like Easy Read?
bot-button-use-language = Yes, Easy Read
bot-button-language = 🌐 Language
bot-language =
    🌐 Which language would you like?
    Tap one.
    Your words stay as they are.
bot-language-unchecked =
    Not checked yet by someone who speaks it:
    { $names }
bot-language-one =
    I only have one language here.
    You can write in any language.
    People will read it.
bot-help-language = /language - another language

## Buttons

bot-button-begin = 💬 Tell us something
bot-button-carry-on = ▶️ Carry on
bot-button-start-again = 🗑️ Forget it. Start again
bot-button-back = Back
bot-button-help = Help
bot-button-stop = Stop
bot-button-skip = Skip
bot-button-rather-not = I don't want to say
bot-button-under-16 = I'm under 16
bot-button-young = 👍 OK, go on
bot-button-done = ✅ Done
bot-button-take-out = 🗑️ Take out my last message
bot-button-try-again = 🔄 Try again
bot-button-send = 📨 Send
bot-button-more = ➕ More about you (optional)
bot-button-to-sending = That's enough. Go to Send
bot-button-something-else = 💬 Tell us something else
bot-button-my-words = It's not a code. It's my words
bot-button-withdraw = Yes, take it back
bot-button-keep = No, keep it
bot-button-leave-use = Leave it as it is
bot-button-write-alone = Write to me alone
bot-button-save = 🔑 How to keep my code
bot-button-clear = 🧹 Clear this chat
bot-button-clear-most = 🧹 Clear it, but keep my code
bot-button-clear-code = 🧹 Clear my code too
bot-button-clear-no = No, leave it all here
bot-button-clear-sure = I saved my code. Clear it
bot-button-clear-unsure = No, keep my code here
bot-button-newer = Newer
bot-button-older = Older
bot-button-numbers = 📞 Numbers of my council
bot-button-leave-workshop = Don't note the workshop
bot-button-hide-more = Hide more
bot-button-show = Show a word
bot-button-undo = Undo
bot-button-words-before = Words before
bot-button-words-after = More words
bot-button-is-name = Hide “{ $word }”
bot-button-no-name = Not a name
bot-button-is-mine = Yes, it's mine
bot-button-not-mine = No
bot-button-add = Yes, add it
bot-button-leave-out = No, leave it out

## Hello

bot-hello =
    👋 Hello! This is { $deployment }.

    Are you in care?
    Or did you grow up in care?
    Or do you speak up for someone who is?

    💬 Here you can tell councils what it is like.
    💡 And what would make it better.

    { bot-before-you-write }

    👇 What would you like to tell us?
    Tap a button.
    Or just start to write.
bot-hello-early =
    👋 Hello! This is { $deployment }.

    ✅ I have your message.
    It is not saved yet.
    It is saved when you tap Send at the end.
    Did you begin something before and not send it? Then I don't have it any more.

    { bot-before-you-write }

    👇 Is it about how things are?
    Or is it an idea?
    Tap one. Or write more first.
bot-hello-late =
    👋 Hello! This is { $deployment }.

    { bot-before-you-write }
bot-before-you-write =
    👀 People who check messages read it.
    If they say yes, people at councils can read it too.
    🙈 A computer hides names.
    It also hides other things that show who someone is.
    ❓ We don't keep who you are.
    So we can't come and help.
    📱 Telegram knows that you wrote here.
    🚨 In danger? Call 999.
bot-begun =
    You already began to write.
    I still have your words.
    They are not saved yet.
    Do you want to carry on?
bot-under-16 =
    Thanks for telling me.
    👍 What you think counts.
    📱 Telegram has a rule. In the UK, people should be 16 or older.
    ✏️ We mark your words as from someone under 16.
    We never quote them.
    Two people check them.
bot-under-16-mail =
    ✉️ You can also send an email:
    { $mail }
bot-under-16-advocate =
    🤝 Or ask an advocate to send us your words.
    An advocate helps you to be heard.
    Or ask a worker you trust.
    📞 To find an advocate, call Coram Voice's Always Heard.
    The number is 0808 800 5792.
bot-under-16-other =
    Thanks for telling me.
    👍 What they think counts.
    ✏️ We mark these words as from someone under 16.
    We never quote them.
    Two people check them.
    Are they under 13? Please tell an adult they trust.
bot-under-13 =
    Are you under 13?
    Please talk to an adult you trust first.
    Ask them to help you.

## What people type to say yes or no, with commas between

bot-answers-yes = yes, yeah, yep, yup, yes please, y, ok, okay, ok yes, sure
bot-answers-no = no, nope, nah, no thanks, no thank you, n
# What people type who have written all, and who want it sent: it leads on to the next step, and sends only from the last.
bot-answers-done = done, i'm done, im done, i am done, finished, i'm finished, im finished, that's all, thats all, that is all, that's it, thats it
bot-answers-send = send, send it, send it please, please send, please send it, send now, send this, yes send it, yes send, submit
# What people type to say thanks when nothing is begun.
bot-answers-hello = hi, hello, hey, hiya, heya, hi there, hello there, hey there, hi bot, hello bot, good morning, good afternoon, good evening, morning, yo, salam, hello sir, hello miss
bot-answers-who = who is this, who's this, whos this, who are you, who r u, what is this, what's this, whats this, what is this for, what's this for, whats this for, what do i do, what do i do now, what do i do here, what should i do, what now, what happens now, how does this work, how does it work, how do i use this, how do i start, what can i do here, is this the council, are you the council, are you a robot, are you a bot, are you human, are you real, are you a real person, is this a robot, is this a bot, is this a real person, is anyone there, is anybody there, is someone there, is this anonymous, who reads this, who will read this, who sees this, info, information, menu, ?
bot-answers-status = what happened, what happened with my words, what happened to my words, what happened to my message, what happens to my words, how do i know what happened, how do i see what happened, any news, any update, any updates, has anyone read it, did anyone read it, has anybody read it, did you read it, did you get it
bot-answers-lost = i lost my code, i have lost my code, i've lost my code, lost my code, i lost the code, lost code, i forgot my code, forgot my code, i don't have my code, i dont have my code, i don't have a code, i dont have a code, i don't have the code, i dont have the code, where is my code, what is my code, what was my code, can't find my code, cant find my code, i can't find my code, i cant find my code
bot-lost =
    Nobody can give you a code again.
    We don't know who you are.
    Look for it here in this chat.
    It is five words with a - between.
    Or maybe you took a picture of it.
    Without it your words still count.
    You want to take your words back?
    Ask { $contact }.
    Tell them what your words are about.
bot-answers-stop = cancel, quit, exit, /cancel
bot-who =
    I am a computer.
    This is { $deployment }.
    You asked about me.
    So that is not part of what you tell us.
bot-who-how =
    What to do: just write.
    I ask you a few short questions.
    📞 Who to call: /help
    🛑 To stop: /stop
bot-answers-thanks = thanks, thank you, thankyou, thx, ty, cheers, thanks a lot, thank you so much, ok thanks, ok thank you, bye, ok bye, thanks bye

## Posters

bot-poster-council =
    You came by a poster of { $council }.
    Does this council look after you? Or did it?
    If you tap Yes, I note it for you.
    You can also just go on.
bot-poster-unknown =
    I don't know that poster.
    That is OK.
bot-start-unknown =
    I don't know the link that you came by.
    That is OK.
    Did you type something after /start?
    Then send it to me again, without /start.
bot-workshop =
    You came by a poster of a workshop.
    It is: { $workshop }.
    If you send me something, I note that it is from there.
    We never publish that.
bot-workshop-over =
    The workshop on that poster is over.
    Or the link was not typed right.
    You can still tell us something.
bot-workshop-later =
    I can't look up that workshop now.
    You can still tell us something.
    Or open the link again in a few minutes.
bot-workshop-left = OK. I don't note the workshop.

## The kind, the theme, the words

bot-kind = 👇 What would you like to tell us?
bot-kind-early =
    ✅ I have your words so far.
    👇 Is it about how things are?
    Or is it an idea?
bot-kind-feedback = 💬 How things are or were
bot-kind-idea = 💡 An idea to make things better
bot-theme = 👇 What is it mostly about?
bot-theme-early =
    ✅ I have your words so far.
    👇 What are they mostly about?
bot-words =
    ✍️ Now write it here.
    Use your own words.
    You can send one message or many.
    They can be short or long.

    🙈 Try to leave out names.
    If you forget, we hide them.
bot-words-more =
    ✅ Got it.
    Write more if you like.
    Finished? Tap Done.
bot-words-again =
    ✅ I still have your words.
    You can write more.
    You can change a message that you sent.
    Finished? Tap Done.
bot-edited = ✅ I changed that in your words.
bot-edited-aside =
    ✅ I changed that.
    It does not look like a code any more.
    Do you want to tell us this? Then tap the button.
bot-aside-taken =
    I also took in what looked like a code before.
    It may be your words.
    Please check it before you send it.
bot-words-no-code = I can't find a code like that.
bot-words-or-code =
    I took it as your words.
    Was it a code?
    Then tap "{ bot-button-take-out }".
    And send me the code again.
bot-taken-out = ✅ I took that message out.
bot-no-words =
    I could not find any words in that.
    Please write them here.
bot-too-much =
    That message is too long to add. Or there are too many messages.
    So I did not keep it.
    ✅ I still have all that came before.
    Please send that first.
    Then start again and send the rest.

## The preview, and how words may be used

bot-preview = 👀 This is what we will keep:
bot-hidden = 🙈 Hidden: { $what }.
bot-hidden-nothing = We found nothing to hide.
bot-not-english =
    This does not look like English.
    Our computer knows names best in English.
    It hid more words than it needs to.
    It can still miss names.
    Please look for names. Take them out.
    Someone who reads your language must check it.
    That can take longer.
    Can you write it in English too?
bot-preview-check =
    A computer did this. It can miss things.
    Please check.
    You can tap a button to change something.
    You can change your message.
    You can write more.
bot-is-name =
    ❓ Is “{ $word }” a name here?
    “{ $near }”
    You don't have to say.
    Then someone will look.
bot-is-mine =
    ❓ Your words name { $council }.
    Does this council look after you? Or did it?
    If you say yes, I note it.
bot-mine = ✅ Thanks. I noted your council.
bot-not-mine = OK. I did not note it.
bot-council-changed =
    Your words name a council.
    Now they say if it is yours or not.
    Please look at them again.
bot-hide =
    🙈 Which words should I hide?
    Tap them. Or type them here.
    I hide a word wherever it is.
    Finished? Tap Done.
bot-hide-typing =
    🙈 Which words should I hide?
    Type them here.
    I hide a word wherever it is.
    Finished? Tap Done.
bot-hid = 🙈 Hidden now: { $words }.
bot-hidden-already = That is hidden already: { $words }.
bot-hide-unfound =
    I can't find that in your words.
    So there is nothing to hide.
    Do you want to add it to what you tell us?
bot-extra =
    You typed something else before.
    It is not in the words above.
    Do you want to add it to what you tell us?
bot-left-out = OK. I left that out.
bot-show =
    👀 Did I hide a word, and there was no need?
    Tap it. Then it shows again.
    Names of people you know must stay hidden.
    Phone numbers and addresses always stay hidden.
    Finished? Tap Done.
bot-show-nothing =
    No hidden word can show again.
    Phone numbers and addresses always stay hidden.
    Tap Done to go on.
bot-showed = 👀 Shows again: { $words }.
bot-stays-hidden = This always stays hidden here: { $words }.
bot-stays = OK. That word stays as it is.
bot-undone = OK. I took back your last change.
bot-too-many-changes =
    That is too many changes for me.
    Do you want to change more?
    Then change your message.
bot-preview-trouble =
    I could not check your words for names just now.
    So I can't show them or save them.
    ✅ I still have them.
    Please try again in a minute.
bot-use-quote = others can see your words, in a report too
bot-use-read = people who work on this read your words. We never print them
bot-use-count = we count it. Then we wipe your words. Only people who check messages see them
bot-line = - { $name }: { $shown }
bot-never-quoted =
    These are words of someone under 16. Or they may be.
    We never quote them.
bot-maybe-young =
    These words tell an age under 16.
    So we never quote them. That is safe.
    Is it someone else's age?
    Then tap "{ bot-button-more }".
    And choose the right age.
    Is someone under 13 speaking? Please tell an adult they trust.
bot-no-longer-young =
    First you told me "under 16".
    Then you chose another age.
    So now we don't treat it as from someone under 16.
    Is that wrong?
    Then tap "{ bot-button-more }".
    And choose your age again.

## The end

bot-summary = 📨 Ready to send?
bot-summary-kind = What
bot-summary-theme = About
bot-summary-use = How we may use it
bot-summary-speaker = Who is speaking
bot-summary-council = Council
bot-summary-age = Age
bot-summary-happened = When
bot-summary-workshop = Workshop
bot-do-they-know =
    These are someone else's words.
    Do they know? Do they agree?
    Please give them the code that you get.
bot-summary-send =
    Nothing is saved until you tap Send.
    🔑 Then you get a code.
    With the code you can see what happened.
    With the code you can take your words back.
    What is printed by then can't be called back.
bot-sorry =
    Sorry. Something went wrong on my side.
    I don't know if that worked.
    Did you tap Send?
    If you see a code above, your words are saved.
    If not, please tap Send again.
    They are never saved twice.
    Was it something else? Then please do it again.
    🚨 Need help now? Send /help, or call 999.
bot-not-saved =
    ⚠️ That did not save.
    I still have your words.
    Please tap Send again.
bot-wait =
    A lot was sent from this chat today.
    So I take the next one a little later.
    ✅ I have your words here for up to an hour.
    Please tap Send again in { $minutes ->
        [one] a minute.
       *[other] { $minutes } minutes.
    }
bot-wait-mail =
    ✉️ You can also send your words by email now:
    { $mail }
bot-look-first =
    👀 Please look at your words once more.
    Then tap Send.
bot-sent =
    ✅ Thank you.
    Your words are saved.
    People will read them.
bot-sent-before =
    ✅ This is saved.
    It was saved once.
    Did you get another code for it? Both work.
bot-code = 🔑 Your code:
bot-code-link =
    🔍 To see what happened, tap this link.
    It works next month too:
    { $link }
bot-code-keep =
    Please keep this code.
    📷 Take a picture of it. Or write it down.
    We don't know who you are.
    So nobody can give it to you again.
bot-save =
    🔑 How to keep your code.
    Choose a way that is safe for you:

    📷 Take a picture of this screen. The five words must be in it.
    📱 Keep it in Telegram. Press on the message with the code, and hold. Tap Forward. Tap Saved Messages. Who can open your Telegram can see it.
    ✏️ Write the five words on paper. Put it where only you look.

    Who has the code can see what happened.
    Who has the code can take your words back.
    The code never shows your words.
bot-next =
    What happens next?
    👀 People who check messages read your words.
    🙈 They can hide more.
    👍 If they say yes, people at councils can read them too.
bot-next-count =
    What happens next?
    👀 People who check messages read your words.
    They count them.
    Then your words are wiped.
bot-code-use =
    🔍 To see what happened, send me the code.
    ✏️ To change how we use your words, send /change and the code.
    ↩️ To take them back, send /withdraw and the code.
bot-clear-offer =
    📱 Could someone else look at this chat?
    Tap "{ bot-button-clear }".
    Then I take out our messages.
bot-sent-already =
    ✅ You sent this already. It is saved.
    Your code is in the message that I sent you then.
bot-sent-gone =
    You sent this before.
    Then it was taken back.
    So it is not kept.
bot-send-lost =
    Sorry. I don't have these words any more.
    So I can't send them now.
    Look in this chat. Is there a code below them?
    Yes: they are saved. All is well.
    No: please write them again.
    It is OK if we get them twice.
bot-stopped =
    ⛔ OK, I stopped.
    I forgot what you wrote and did not send.
    Did you send something before? It is still saved.
    📱 Could someone else look at this chat? Tap "{ bot-button-clear }".
    🚨 In danger? Call 999.
bot-stopped-kept =
    ⛔ OK, I stopped.
    Nothing was changed.
    Did you send something before? It is still saved.
    To take it back, send /withdraw and your code.
    🚨 In danger? Call 999.
bot-nothing-to-stop =
    There is nothing to stop.
    You have not begun to tell me anything.
    Did you send something before? It is still saved.
    To take it back, send /withdraw and your code.
bot-stale =
    That button is old.
    What it was for is over: sent, stopped or forgotten.
    I forget what waits for more than an hour.
    I also forget when I am switched off.
    I have no words of yours now.
    Did you not send them yet? Please write them again.
bot-stale-here =
    That button is old. It does nothing now.
    👇 Here is where we are:
bot-no-skip =
    I need an answer here before we go on.
    You can also go back. Or stop.
bot-edit-too-late =
    You changed an old message.
    I don't have it any more. It was sent or forgotten.
    What is saved stays as it was.
    To take it back, send /withdraw and your code.
    Did you not send it yet? Please write it again, as a new message.

## About the person: never needed

bot-speaker = 👤 Who is speaking?
bot-speaker-me = Me, about my own life
bot-speaker-advocate = I pass on someone's words
bot-speaker-worker = A worker or carer, for myself
bot-council = 🏛️ Which council looks after you? Or looked after you?
bot-council-other = 🏛️ Which council looks after them? Or looked after them?
bot-age = 🎂 How old are you?
bot-age-other = 🎂 How old is the person who said this?
bot-age-under-16 = Under 16
bot-age-16-17 = 16 or 17
bot-age-18-20 = 18 to 20
bot-age-21-24 = 21 to 24
bot-age-25-plus = 25 or older
bot-happened = 📅 When did it happen?
bot-happened-last-12-months = In the last 12 months
bot-happened-longer-ago = Longer ago

## Where to turn

bot-urgent =
    ❤️ Thank you for telling me.
    Your words sound as if someone may be in danger.
    Or someone is having a very hard time.
    I am a computer. I can be wrong.
    Nobody has read this yet.
    We can't come and help.
    📞 These people can help right now:
bot-no-call =
    📞 You would like someone to get in touch with you.
    I am a computer.
    We can't call you or write to you.
    We don't know who you are.
    These people can talk with you:
bot-no-call-but =
    📞 You would like someone to get in touch with you.
    I am a computer.
    The people who read your words don't know who you are.
    But you can ask for it.
    Tap "{ bot-button-contact }".
    These people can talk with you too:
bot-helpline = 📞 { $name }: { $how }
bot-helpline-hours = 📞 { $name }: { $how } ({ $hours })
bot-numbers =
    📞 Here is how to reach councils, at night too.
    Look for the one that looks after you.
    🚨 In danger? Call 999.

## Pages beside the conversation

bot-help =
    🚨 In danger? Call 999.
    Do you want to talk to someone?
bot-help-commands =
    💬 Here you can tell councils what care is like.
    Just write.
    I will ask you a few short questions.
    Nothing is saved until you tap Send.

    /start - tell us something
    /status - see what happened
    /change - change how we use your words
    /withdraw - take your words back
    /updates - see what changed
    /privacy - what we keep
    /clear - clear this chat
    /stop - stop and forget
bot-privacy =
    🔒 What we keep:
    - Your words. A computer hides names first. You see it before we save it.
    - The buttons you chose.
    - The day.
    - That it came by Telegram, or from a workshop. We never publish that.
    - If the words sound as if someone may be in danger.

    🚫 What we don't keep:
    - Your name.
    - Your number.
    - Your user name.
    - That it was you.

    ⏳ While you write, I hold your words for up to an hour.
    If you don't send them, they are gone.
    For that long I also know which messages here are ours, and which language you chose.

    👀 Who reads it:
    People who check messages.
    If they say yes, people at councils and others who make things better.
    Only in the way that you choose.
bot-privacy-telegram =
    📱 Telegram knows that you wrote to us.
    It keeps this chat on your phone.
    Could someone else look? Send /clear.
    We can't promise what Telegram does.
bot-privacy-take-back =
    ↩️ You can take your words back.
    Send /withdraw and your code.
    Then they go from everywhere we use them.
    { bot-copies }
    We can't call back what is printed.
    Copies that lab members saved have to be deleted within three months.
    Questions? Ask { $contact }.
bot-copies =
    There can still be locked safety copies.
    They are for when a computer breaks.
    We throw each one away after some weeks.
    If we use one, we first take out what people took back.
bot-contact-unnamed = the people who told you about this
bot-unknown-command =
    I don't know that one.
    Here is what works:
    /start, /help, /status, /change, /withdraw, /updates, /privacy, /clear, /stop
    Or just write.

## A code

bot-ask-status =
    🔑 Please send me the code.
    It is the five words that you got.
bot-ask-change =
    ✏️ Which words is it about?
    Please send me the code.
    It is the five words that you got.
bot-ask-withdraw =
    ↩️ Which words do you want to take back?
    Please send me the code.
    It is the five words that you got.
bot-no-such-code =
    I can't find that code.
    Please check each of the five words.
    If words were taken back, their code stops working.
    Need help? Ask { $contact }.
bot-too-many-codes =
    There were a lot of wrong codes.
    So I can't look up any for a while.
    Please try again later, or tomorrow.
bot-no-answer-now =
    I can't look that up just now.
    Your code is still good.
    Please try again in a few minutes.
bot-status = 🔍 What happened with your words:
bot-state-waiting =
    ✅ They are saved.
    They wait for someone to read them.
bot-state-reading =
    👀 Someone is reading them.
    They have not decided yet.
bot-state-approved =
    👍 Someone read them and said yes.
    They go out with the next group of voices.
    Then councils can read them.
bot-state-published = 👍 They are in the collection that councils read.
bot-state-declined =
    Someone read them.
    They are not in the collection.
bot-state-counted =
    They were counted.
    Then they were wiped, as you asked.
bot-reason-identifies-someone =
    The reason: people could have seen who someone is.
    We want to keep people safe.
    It is not about what you said.
bot-reason-not-about-services =
    The reason: we could not see how they are about being in care.
    Or about services.
bot-reason-spam =
    The reason: they looked like an advert.
    Or like something sent to many places.
bot-reason-unsafe-to-share =
    The reason: it did not seem safe to share them.
    We want to keep people safe.
    You did nothing wrong.
bot-reason-duplicate =
    The reason: we had the same words already.
    You are heard through those.
bot-reason-not-readable =
    The reason: we could not make out what they say.
    You can send them again.
bot-response-changed = 📣 You said, we did. This changed ({ $day }):
bot-response-planned = 📣 You said. This is planned ({ $day }):
bot-response-cannot-change = 📣 You said. This can't change. Here is why ({ $day }):
bot-response-thanks = 📣 You said. Someone answered ({ $day }):
bot-status-unanswered =
    Nobody wrote an answer yet.
    When someone does, you can read it here with your code.
bot-status-use = You chose: { $use }.
bot-status-later = That begins the next time that new voices come out.
bot-status-end =
    Your code works as long as we keep your words.
    ✏️ To change how we use them, send /change and the code.
    ↩️ To take them back, send /withdraw and the code.
bot-change-ask =
    How may we use your words from now on?
    Are they in the collection already?
    Then a stricter choice begins at once.
    A more open choice begins the next time that new voices come out.
bot-change-what =
    I don't know any more which words you mean.
    Please send /change and your code again.
bot-change-failed =
    That did not work just now.
    Your old choice may still hold.
    Please tap again in a minute.
bot-withdraw-ask =
    ✅ I found these words.
    Take them back?
    They go at once from everywhere we use them.
    ⏳ You can undo it for one minute.
    { bot-copies }
    We can't call back what is printed.
    Copies that lab members saved have to be deleted within three months.
bot-withdraw-what =
    I don't know any more which words you mean.
    Please send /withdraw and your code again.
bot-withdraw-failed =
    That did not work just now.
    Your words may still be there.
    Please tap again in a minute.
bot-withdrawn =
    ✅ Done.
    Your words are gone from everywhere we use them.
    Nobody can read them any more.
    ⏳ In one minute they are wiped for good.
    Then the code stops working.
    You don't have to do anything.
    Was it a mistake? Tap "{ bot-button-undo }" within the minute.
    { bot-copies }
bot-kept =
    OK. Nothing changes.
    Your words stay as they are.

## What councils answered for everyone

bot-updates =
    📣 You said, we did.
    This is what councils did.
    The newest is first.
bot-updates-none =
    There is nothing here yet.
    When a council does something, it will stand here.
    Do you have a code? Send it to me.
    Then you see what happened with your own words.
bot-updates-page = Page { $page } of { $pages }
bot-updates-not-now =
    I can't look that up just now.
    Please try again in a few minutes.
bot-quarter-1 = January to March { $year }
bot-quarter-2 = April to June { $year }
bot-quarter-3 = July to September { $year }
bot-quarter-4 = October to December { $year }

## Clearing the chat

bot-clear =
    🧹 I can take our messages out of this chat.
    Yours and mine.
    A message with a code stays. So you don't lose the code.

    What you sent stays saved.
    To take it back, send /withdraw and your code.

    Shall I clear the chat?
bot-clear-begun =
    I still have the words that you did not send yet.
    You can go on with them after that.
bot-clear-code =
    🔑 Did you keep your code in another place?
    If I clear it here, nobody can give it to you again.
    Then you can't see what happened.
    And you can't take your words back.
bot-clear-no = OK. I left the chat as it is.
bot-cleared-all =
    ✅ Done.
    I took out all our messages that I know of.
bot-cleared-but-code =
    🔑 I left the message with your code here.
    So you don't lose it.
bot-cleared-some = { $gone ->
    [0] Telegram did not let me take out our messages.
   *[other] I took messages out of this chat. Telegram did not let me take out { $left } more.
} You can do it. Press on a message and hold. Then tap Delete.
bot-cleared-none =
    Sorry. I don't know any more which messages are ours.
    So I could not take them out.
    I only know it for an hour.
    And I forget it when I am switched off.
bot-clear-rest =
    I can't take out everything:
    - Older messages that I don't know any more.
    - Messages that are here for more than two days.
    - What Telegram keeps.
    - Copies, like a picture of the screen.
bot-clear-phone =
    📱 You can delete the whole chat.
    Go to the list of your chats.
    Press on this chat and hold.
    On an iPhone you can also swipe it to the left.
    Tap Delete.
    🔑 Is your code here? Keep it in another place first.

## What is not text

bot-odd-voice =
    I can't listen to voice messages yet.
    I did not keep it.
    ✍️ Please write it here.
bot-odd-video =
    I can't watch videos.
    I did not keep it.
    ✍️ Please write it here.
bot-odd-picture =
    I can't keep pictures. They can show who someone is.
    Are there words in it?
    ✍️ Please write them here.
bot-odd-sticker =
    Nice one!
    But I can only keep words.
    ✍️ Please write here.
bot-odd-file =
    I can't open files.
    I did not keep it.
    ✍️ Please paste the words in here.
bot-odd-contact =
    I did not keep that contact.
    We never want to know who someone is.
    ✍️ Please write here.
bot-odd-place =
    I did not keep that place.
    We never want to know where you are.
    🚨 Need help now? Call 999.
    ✍️ Please write here.
bot-odd-poll =
    I can't take part in polls.
    ✍️ Please write here.
bot-odd-list =
    I can't keep lists like that one.
    ✍️ Please write here what it says.
bot-odd-timer =
    OK. From now on Telegram deletes what is written here after a while.
    🔑 Do you get a code? Write it down somewhere else too.
bot-odd-reaction =
    Thanks!
    I can only keep words.
    ✍️ Please write here.
bot-odd-thanks =
    Thank you too.
    Do you have more to tell us?
    ✍️ Just write.
bot-odd-answer =
    I'm not sure what you are answering.
    I did not ask you that.
    So I did not keep it.
    Do you want to tell us this? Please write a little more.
bot-full =
    Very many people write to me just now.
    I have no room for that message.
    ✅ I still have what you wrote before.
    Please send it again in an hour or so.
    🚨 In danger? Call 999.
bot-flood =
    You send more than I can read.
    I did not keep the last messages.
    Please wait until I have answered the others.
    Then send them again.
    🚨 In danger? Call 999.
bot-odd-other =
    I can't read that.
    I did not keep it.
    ✍️ Please write here.
bot-forwarded =
    You passed on a message.
    I took in its words.
    I don't keep who wrote it.
    Are they someone else's words? Do they know and agree?
bot-late =
    Sorry that I answer so late.
    I was switched off. Or I could not be reached.
    I only have what you sent in the last day.
bot-welcome-back =
    👋 Good to have you back.
    Do you want to tell us something? Just write.
bot-group =
    I only listen to people alone.
    Then nobody else sees what you say.
    I did not keep what was said here.
    Please write to me alone.
    🚨 In danger? Call 999.
bot-no-payment =
    This is free.
    Please don't pay anything.

## Questions to those who sent something, and their answers

bot-question = ❓ The people who check messages have a question for you:
bot-question-how =
    Do you want to answer it?
    You don't have to.
    Nothing bad happens if you don't.
bot-question-answered =
    ✅ You answered our question.
    Thank you.
    People who check messages read your answer.
bot-button-answer = ✍️ Answer
bot-button-rather-not-answer = I don't want to answer
bot-button-no-answer = It's not an answer
bot-answer-taken =
    I took that as your answer to our question.
    Only people who check messages read an answer.
    Is it something new? Then tap "{ bot-button-no-answer }".
bot-question-stays =
    OK. You don't have to.
    You can answer it later.
bot-answer = ❓ This is the question:
bot-answer-words =
    ✍️ Write your answer here.
    Use your own words.
    You can send one message or many.
    👀 Only people who check messages read it.
    We never print it. Councils don't see it.
    🙈 A computer hides names first. You see it before we save it.
    We still don't know who you are.
    So we can't come and help.
    🚨 In danger? Call 999.
bot-answer-send =
    👀 Only people who check messages read this answer.
    Nothing is saved until you tap Send.
bot-answered =
    ✅ Thank you.
    Your answer is saved.
    People will read it.
    🔑 Your code stays the same.
    Send it to me to see what happens next.
bot-answer-late =
    This question is not open any more.
    So I can't keep this as an answer.
    ✅ I still have your words.
    You can send them as something new.
    Or tap Stop.
bot-answer-lost =
    Sorry. I don't have this answer any more.
    So I can't send it now.
    I don't know if it was saved before.
    🔑 Please send me your code.
    Is the question still there? Then it was not saved.
bot-rather-not =
    👍 That's fine.
    We won't ask this again.
    Nothing else changes.
bot-rather-not-failed =
    That did not work just now.
    You don't have to do anything.
    A question can stay open.
    Or tap again in a minute.
bot-question-what =
    I don't know any more which question you mean.
    Please send me your code again.
bot-question-gone =
    This question is not open any more.
    You don't have to do anything.
bot-question-later =
    You began to tell me something else.
    ✅ I still have those words.
    Please send them first. Or tap Stop.
    Then send me your code again, and answer.

## The minute after words were taken back

bot-leaving =
    ↩️ You took these words back.
    Nobody can read them any more.
    One minute after that they are wiped for good.
    You don't have to do anything.
    Was it a mistake? Tap "{ bot-button-undo }" now.
bot-state-leaving =
    They were taken back just now.
    Nobody can read them any more.
    In a minute they are wiped for good.
bot-stayed =
    ✅ OK. Your words are back as they were.
    Your code works.
bot-stay-late =
    It is too late to undo that.
    The minute is over.
    Your words are wiped for good.
    Do you want us to have them? Please tell us again.
bot-stay-what =
    I don't know any more which words you mean.
    Did you take them back less than a minute ago?
    Then send /withdraw and your code again quickly.
    And tap "{ bot-button-undo }".
bot-stay-failed =
    That did not work just now.
    Please tap again at once.
    After a minute your words are wiped for good.
bot-gone =
    ✅ Done.
    Your words are gone for good.
    The code does not work any more.
    { bot-copies }

bot-code-look =
    🔍 To see what happened, send me the code.
    It works next month too.
bot-button-my-council = It's my council
bot-button-other-council = It isn't mine
bot-button-no-answer = It's not an answer
bot-answer-taken =
    I took that as your answer to our question.
    Is it something new?
    Then tap "{ bot-button-no-answer }".
    Only people who check messages read an answer.
bot-question-stays =
    OK. You don't have to.
    The question stays there.
    You can answer it later.
