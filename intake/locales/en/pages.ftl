# What moderators read on the desk's pages. Change a message by writing it again, under the same name,
# in wording/en/pages.ftl of your own data folder. Keep every { $… } that it has here.

## On every page

pages-nav-queue = To read
pages-nav-release = Publish
pages-nav-find = Find a voice
pages-nav-people = People
pages-nav-counts = Counts
pages-nav-withdraw = Take back
pages-footer-others = What stands here came from people who trusted us with it. Please use it with care.
pages-footer = Thank you for reading with care. Take a break whenever you need one: nothing is lost, and someone else can read on.
pages-home = Go to the voices that wait
pages-sign-in-intro = This is for the people who read voices before they are published. Use the name and password you were given.
pages-form-refused = Nothing was changed, because that page was too old or too much was typed. Go back, load the page again, and try once more.
pages-error-title-403 = That was not saved
pages-error-403 = Nothing was changed. Go back, load the page again, and try once more.
pages-error-title-404 = There is nothing here
pages-error-404 = The address may be wrong, or the person took their words back.
pages-error-title-500 = Sorry, something went wrong
pages-error-500 = This page didn't work, and what you did may not be saved. Please look again in a minute. If it keeps happening, tell the person who runs this service.

## After a decision

pages-done-approve = Approved. It goes out with the next release.
pages-done-approve-first = You approved it. One more person must read it before it can go out.
pages-done-decline = Declined. It won't be published.
pages-done-decline-together = { $count ->
    [one] 1 voice declined as spam.
   *[other] { $count } voices declined as spam.
}
pages-done-read = Read it again
pages-undo = Undo
pages-undo-seconds = { $seconds ->
    [one] 1 second left
   *[other] { $seconds } seconds left
}
pages-undo-more = { $count ->
    [one] You can undo 1 more decision
   *[other] You can undo { $count } more decisions
}
pages-undone = Taken back: this voice waits again.
pages-undo-too-late = It is too late to undo that: it can be undone for one minute, by the person who did it. You can still decide again below.
pages-lab-later = It is saved here, but the lab may still show the old version for a moment. It will be put right by itself.
pages-changed-meanwhile = Somebody else changed this voice meanwhile. Read it again before you decide; what you typed is still here.

## The voices that wait

pages-queue-title = Voices to read
pages-waiting = { $waiting ->
    [0] Nothing waits
    [one] 1 voice waits
   *[other] { $waiting } voices wait
}
pages-waiting-urgent = { $urgent } urgent
pages-start = Start reading
pages-empty = Nothing waits. Thank you for reading.
pages-empty-next = Are enough voices approved?
pages-first-page = Back to the first page
pages-no-words = (no words are kept)
pages-no-theme = no theme yet
pages-no-kind = no kind yet
pages-urgent-short = Urgent
pages-not-english-short = Not English
pages-jigsaw-short = Could be recognised
pages-two-short = Under 16: two people must read it
pages-first-yours-short = You approved it: one more person must read it
pages-first-other-short = One more person must read it

# Those that a filter took for spam.
pages-spam-some = { $count ->
    [one] 1 of them looks like spam: look at it
   *[other] { $count } of them look like spam: look at them together
}
pages-spam-title = Voices that look like spam
pages-spam-none = Nothing that waits looks like spam.
pages-spam-means = A filter took these for spam, and it can be wrong. Look them over: open any that a person may have written about their own life, and decide on it alone. Urgent voices are never in this list.
pages-spam-decline = { $count ->
    [one] Decline it
   *[other] Decline all { $count }
}
pages-spam-sure = { $count ->
    [one] Decline 1 voice as spam?
   *[other] Decline { $count } voices as spam?
}
pages-spam-sure-means = Only the ones you were shown. You can undo it for one minute. After that you can still open each of them again, until its words are erased.
pages-spam-do = { $count ->
    [one] Yes, decline it
   *[other] Yes, decline { $count }
}
pages-spam-leave = No, leave them
pages-spam-changed = They were decided on or changed meanwhile, so nothing was declined. These are left:
pages-spam-undone = { $count ->
    [one] Taken back: 1 voice waits again.
   *[other] Taken back: { $count } voices wait again.
}
pages-spam-undo-too-late = It is too late to undo that: it can be undone for one minute, by the person who did it.

## One voice

pages-voice-title = A voice from { $day }
pages-back = All voices that wait
pages-skip = Skip: show me the next one
pages-next = Show me the next one that waits
pages-words = What was said
pages-came-in = Came in
pages-use = How it may be used
pages-age = Age
pages-speaking = Speaking
pages-council = Council
# The organisation whose address it was sent to, or the workshop whose link it came by.
pages-through = Came through
pages-happened = When it happened
pages-happened-last-12-months = in the last 12 months
pages-happened-longer-ago = longer ago
pages-urgent-title = Urgent: someone may be at risk
pages-urgent-tell = Tell { $lead } now. If they can't be reached, tell { $deputy }.
pages-urgent-hours = When they can be reached: { $hours }
pages-urgent-nobody = Tell whoever leads on safeguarding now. Nobody is named yet: ask the person who runs this service to write a name into the settings.
pages-urgent-means = Some words suggest it; a machine marked them, so it may be wrong. The person was shown helplines at once. Nobody knows who they are.
pages-two = Someone under 16 is speaking, or may be, so two people must approve it.
pages-not-english = This doesn't look like English. A computer knows names best in English: it hid more words here, and it can still have missed names. Can't you read it? Then skip it, and tell someone who can.
pages-first-yours = You approved it. One more person must read it.
pages-first-other = Somebody else approved it already. One more person must read it.
pages-is-approved = Approved. It goes out with the next release.
pages-is-declined = Declined. It won't be published.
pages-is-asked = It waits for its person: they are asked if it may go out.
pages-is-counted = Counted. The words were erased, as the person wished.
pages-is-published = Published as voice { $number }. What you change here, the lab sees at once.

## Hiding more words

pages-hide-title = Could someone tell who this is?
pages-hide-ask = Think of people who know them. Hide names, places, dates or details that only one person could have.
pages-hide-start = Choose words to hide
pages-hide-stop = Stop choosing
pages-hide-how = Tap or click the words, or drag over them. With the keyboard: arrow keys move, space chooses, shift and an arrow key choose several.
pages-hide-group = Words to hide
pages-hide-none = No words chosen yet.
pages-hide-one = 1 word chosen.
pages-hide-many = { $count } words chosen.
pages-hide-do = Hide them for good
pages-hide-type = Type the words instead
pages-hide-which = Which words? Type them as they stand above
pages-hide-find = Find them
pages-hide-sure = Hide these for good?
pages-hide-means = { $count ->
    [one] One part is marked above. Nobody can bring it back.
   *[other] { $count } parts are marked above. Nobody can bring them back.
}
pages-hide-leave = No, leave them
pages-hide-unsaid = You chose words but have not hidden them yet. Press “Hide them for good” first, or stop choosing.
pages-suggested = Are these names, or do they point to someone?
pages-suggested-hide = Hide what I ticked
pages-nothing-chosen = Choose some words first. Nothing was changed.
pages-words-not-there = Those words are not in it, so nothing was changed. Please type them just as they stand in the voice.
pages-hidden = Hidden. Nobody can bring those words back.

## Deciding

pages-sort-title = What is it about?
pages-theme = Theme
pages-kind = Kind
pages-sort-save = Save theme and kind
pages-choose-first = Not approved yet: a theme and a kind are missing. Both are shown with the words.
pages-theme-missing = Choose a theme first.
pages-kind-missing = Choose a kind first.
pages-understood = I read this language, and I looked for names in it
pages-approve = Approve
pages-decline-title = Don't publish it
pages-decline-published = Take it out of the collection
pages-decline-why = Why not?
pages-choose-reason = Choose a reason first. The person is told it when they look up their code.
pages-decline = Decline
pages-decline-means = The reason is kept, and the person is told it when they look up their code.

## Questions to whoever has the code

pages-questions-title = Questions to the person
pages-questions-means = Whoever has the code of this voice is shown your question when they look it up, in the bot or by mail. They answer in the bot, or not. Nobody can be told that a question waits: it can take long, or never be seen.
pages-question-new = Ask a question
pages-question-text = Your question
pages-question-new-means = Ask one thing, plainly and kindly. Never ask for names, addresses or how to reach someone. Say nothing that the person told you: somebody else may hold the code.
pages-question-send = Ask it
pages-question-asked = Asked. Whoever has the code sees it when they look.
pages-question-open = Waits for an answer
pages-question-answered = Answered
pages-question-rather-not = They would rather not answer
pages-question-their-answer = Their answer, with names hidden. It is never published.
pages-question-hide = Hide words of this answer
pages-question-which = Which words? Type them as they stand in the answer. Nobody can bring them back
pages-question-not-there = Those words are not in the answer, so nothing was changed. Please type them just as they stand there.
pages-question-take-back = Take this question back
pages-question-take-back-means = Nobody is shown it any more.
pages-question-take-back-do = Yes, take it back
pages-question-gone = Taken back. Nobody is shown that question any more.
pages-question-read-do = I have read it
pages-question-read = Noted: the answer is read. The voice is as it was, and you can decide about it.
pages-queue-answered = { $count ->
    [one] 1 voice has an answer for you
   *[other] { $count } voices have answers for you
}

## Answers: you said, we did

pages-answers-title = You said, we did
pages-answers-means = Whoever has the code of this voice reads these answers. Write to them, plainly and kindly, and name nobody.
pages-answer-everyone = Let everybody read it too, in the bot's /updates
pages-answer-everyone-means = It shows there once this voice is published. Write what changed, and nothing that points to who said it.
pages-answer-for-all = Everybody can read it in /updates, while the voice is published
pages-answer-for-one = Only whoever has the code can read it
pages-answer-new = Write an answer
pages-answer-kind = What became of it?
pages-answer-changed = Something changed
pages-answer-planned = Something is planned
pages-answer-cannot-change = It can't change, and why
pages-answer-thanks = Thank you
pages-answer-text = Your answer
pages-answer-send = Save it for a second person
pages-choose-answer = Choose what became of it. Your words are still here.
pages-answer-take-back = Take this answer back
pages-answer-take-back-means = Nobody will be able to read it any more.
pages-answer-take-back-do = Yes, take it back
pages-answer-gone = Taken back. Nobody can read that answer any more.

## What was decided before

pages-history = What was done so far
pages-history-line = { $who } { $what }
pages-did-approve = approved it
pages-did-approve-first = approved it, as the first of two
pages-did-decline = declined it: { $reason }
pages-did-hide = hid some words
pages-did-sort = chose: { $choice }
pages-did-ask = asked the person a question
pages-did-ask-permission = asked the person if it may go out, because someone who knows them could recognise it
pages-did-count = chose that it is only counted
pages-did-withhold = put it back, because it could be recognised
pages-did-undo = took the last decision back

## Publishing

pages-release-title = Publish
pages-release-nothing = Nothing new to publish: approve some voices first.
pages-release-would = What the next release would change
pages-release-new = New voices
pages-release-counted = Voices that are only counted
pages-release-shown = Voices the lab could read, in all
pages-release-held-back = New voices showing less than we know, because fewer than { $k } of them share it
pages-release-details = What the new voices would show
pages-release-detail = Detail
pages-release-with = In full
pages-release-widely = Widely
pages-release-without = Not
pages-release-held-back-means = At least { $k } of the new voices share all that is shown of them. Where fewer do, an age or a time is told more widely, such as “21 and over”. If that is not enough, or it was not said, it is not shown.
pages-release-go-title = Ready to publish
pages-release-go = Everything above goes to the lab. A voice can be taken out later, but copies that members saved can't be called back.
pages-release-do = { $count ->
    [one] Publish 1 voice
   *[other] Publish { $count } voices
}
pages-release-waits-title = It is better to wait
pages-release-few = { $ready ->
    [one] 1 new voice is approved.
   *[other] { $ready } new voices are approved.
} A release waits for { $batch }.
pages-release-risk = Few voices at once, or too soon after the last ones, make it easier to tell who said what and when. If it can't wait, say why. Everyone in the lab will read your reason.
pages-release-why = Why can't it wait?
pages-release-force = { $count ->
    [one] Publish 1 voice all the same
   *[other] Publish { $count } voices all the same
}
pages-release-reason = Say why it can't wait: everyone will be able to read it.
pages-release-too-long = Make the reason shorter: { $most } characters are the most.
pages-release-changed = The voices that wait have changed since this page was shown. Please look again, then publish.
pages-release-fresh = { $count ->
    [one] 1 voice was approved less than a minute ago. That can still be undone, so it is left out for now.
   *[other] { $count } voices were approved less than a minute ago. That can still be undone, so they are left out for now.
} Open this page again in a minute.
pages-release-ready = Approved, not published yet
pages-release-ready-means = Open one to read it again, hide more of it, or take it out.

## Finding and taking back

pages-find-title = Find a published voice
pages-find-means = Does somebody say that a voice in the lab points to someone? Type its number to read it here and decide again.
pages-find-number = Number of the voice
pages-find = Find it
pages-not-a-number = A voice's number has only digits, such as 4821093377.
pages-withdraw-title = Take a voice back
pages-withdraw-means = For someone who asks you to take their words back. Ask for the five words of their code. You won't see what they said.
pages-withdraw-look = Look for it
pages-withdraw-sure = There is a voice with that code. Take it back? It leaves everything that is used here and in the lab, at once and for good. Encrypted copies made before hold it until they are thrown away; a restore takes it out.
pages-withdraw-do = Yes, take it back for good
pages-withdraw-leave = No, leave it
pages-withdraw-another = Take another voice back
pages-code-missing = Type the five words of the code.
pages-code-wait = Too many codes were not right. Please wait { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} and try again.
