# What moderators read about the queue and about what they decide, on the pages and in the terminal. Change a message by
# writing it again, under the same name, in wording/en/queue.ftl of your own data folder. Keep every { $… } of it.

## What was decided before

pages-did-outcome = chose what it is evidence for
pages-did-content-note = set what is said before its words
pages-did-hold = put it on hold
pages-did-second-opinion = asked for a second opinion
pages-did-escalate = gave it to the safeguarding lead
pages-did-send-back = sent it back
pages-did-undo-choice = took that back

## After a decision

pages-done-sort = What you chose is saved.
pages-done-outcome = What you chose is saved.
pages-done-content-note = What you chose is saved.
pages-done-undo-choice = Taken back: it is as it was before.
pages-done-hold = On hold. It comes back on its day.
pages-done-second-opinion = Somebody else is asked to look at it.
pages-done-escalate = It is with the safeguarding lead now. If it can't wait, ring them too.
pages-done-send-back = Sent back: it waits to be read.

## What needs doing

queue-lists = What needs doing
queue-four-eyes = Here two people approve every voice.
queue-many = More than { $most } voices wait
queue-list-all = To read
queue-list-lead = For the safeguarding lead
queue-list-urgent = Urgent
queue-list-overdue = Overdue
queue-list-second = Second opinion
queue-list-returned = Back or answered
queue-list-hold = On hold
queue-list-spam = Looks like spam
queue-list-language = Other languages
queue-means-lead = Somebody asked the safeguarding lead to look at these.
queue-means-urgent = Somebody may be at risk. Please read these first.
queue-means-overdue = These have waited for longer than they should.
queue-means-second = Somebody read these and asked for one more person. You can't give a second opinion on your own.
queue-means-returned = These were sent back, came back from hold, or the person answered.
queue-means-hold = These wait for a day. On that day they come back by themselves.
queue-means-language = A computer knows names best in English. Somebody who reads the language should look at these.
queue-empty-lead = Nothing waits for the safeguarding lead.
queue-empty-urgent = Nothing urgent waits.
queue-empty-overdue = Nothing is overdue. Thank you.
queue-empty-second = Nobody waits for a second opinion.
queue-empty-returned = Nothing came back, and there is no new answer.
queue-empty-hold = Nothing is on hold.
queue-empty-language = Everything that waits looks like English.
queue-own-council = Voices about { $council } are not shown to you, because you work for it. Others read them.
queue-mine = { $count ->
    [one] You began to read one
   *[other] You began to read { $count }
}
queue-yours = You are reading this
queue-somebody-reads = { $who } is reading this
queue-overdue-since = Overdue since { $day }
queue-back-on = Comes back on { $day }
queue-set-by-hold = { $who } put it on hold
queue-set-by-second = { $who } asks for a second opinion
queue-set-by-lead = { $who } gave it to the safeguarding lead
queue-set-by-returned = { $who } sent it back, or its day came

## Whose turn it is

queue-reading-title = { $who } is reading this
queue-reading-means = They have it to themselves until { $until }, or longer if they work on. You can look, but please read the next one, so that nobody does the same work twice.
queue-read-next = Read the next one
queue-take-over = Take it over
queue-nothing-left = You have read what there is for you in this list. Others may be reading the rest.
queue-yours-until = You are reading this. Nobody else is given it until { $until }, and what you do here makes that longer.

## Putting it aside

queue-aside-title = Not sure, or not now?
queue-why = Why?
queue-choose-why = Choose why first. Nothing was changed.
queue-until = Until which day?
queue-note = A note to your colleagues, if you like
queue-note-means = Never repeat what the person said. The note goes when their words go.
queue-do-hold = Put it on hold
queue-do-hold-means = It leaves the list and comes back by itself on the day you choose.
queue-do-hold-now = Put it on hold
queue-do-second-opinion = Ask for a second opinion
queue-do-second-opinion-means = Any moderator but you can then decide.
queue-do-second-opinion-now = Ask somebody else
queue-do-escalate = Give it to the safeguarding lead
queue-do-escalate-means = It goes to the top of their list, and they decide. If somebody is in danger now, ring them too.
queue-do-escalate-now = Give it to the lead
queue-do-send-back = Send it back
queue-do-send-back-means = It goes back to the voices that anybody can read next.
queue-do-send-back-now = Send it back
queue-why-wait-for-answer = We asked something and wait for the answer
queue-why-need-advice = I need advice first
queue-why-need-time = It needs more time than I have now
queue-why-may-identify = It may point to somebody
queue-why-other-language = I don't read this language well enough
queue-why-too-upsetting = It is too hard for me to read
queue-why-not-sure = I am not sure what to do
queue-why-risk-to-self = They might hurt themselves
queue-why-risk-from-others = Somebody might hurt them
queue-why-risk-to-others = Somebody else might be hurt
queue-why-worried = I am worried and can't say why
queue-why-looked-at = I looked at it, and anybody can decide
queue-why-acted-on = We did what we could to keep people safe
queue-why-not-needed = It did not need me

## What it is evidence for, and what is said before its words

queue-outcomes = What could it be evidence for?
queue-outcomes-which = None, one or several
outcome-protected-characteristic = Care experience as a protected characteristic
outcome-corporate-parenting = Corporate parenting
outcome-services-21-plus = Services for people of 21 and over
queue-content-notes = Is it hard to read?
queue-content-notes-which = This is said before the words, in the lab too. Choose only what the words still say, and nothing you hid
content-note-self-harm = Self-harm
content-note-suicide = Suicide
content-note-abuse = Abuse
content-note-violence = Violence
content-note-loss = Losing somebody
content-note-drugs = Drugs or alcohol

## Keyboard shortcuts

queue-keys-title = Keyboard shortcuts
queue-keys-means = They work on the list of voices and on a voice's page, and never while you type. No key decides anything: it takes you to where you decide.
queue-keys-close = Close
queue-keys-off-at = Turn them off
queue-keys-on = Turn the shortcuts on
queue-keys-off = Turn the shortcuts off
queue-keys-no-script = Shortcuts need JavaScript, which is off in this browser. Everything works without them.
queue-key = Key
queue-key-does = What it does
queue-key-next = Read the next voice
queue-key-down = Go to the voice below
queue-key-up = Go to the voice above
queue-key-approve = Go to theme, kind and “Approve”
queue-key-decline = Go to “Don't publish it”
queue-key-hide = Go to hiding words
queue-key-write = Go to writing a question
queue-key-hold = Go to “Put it on hold”
queue-key-opinion = Go to “Ask for a second opinion”
queue-key-escalate = Go to “Give it to the safeguarding lead”
queue-key-undo = Go to “Undo”
queue-key-queue = Back to the list
queue-key-help = Show this list

# After theme, kind and the like were saved without deciding.
queue-saved = Nothing else was changed: it stands where it stood.

## At a terminal

queue-why-number = Why? (a number)
queue-until-typed = Until which day? (year-month-day)
queue-no-day = That is no day. Type it as 2026-01-31. Nothing was changed.
queue-numbers = (numbers with a space between them; only Enter for none)
queue-no-such-number = One of those numbers is not in the list. Nothing was changed.
queue-keys-terminal = [p]ut on hold, sec[o]nd opinion, [e]scalate to the lead, send [b]ack, e[v]idence for, [c]ontent note, [n]ot for me: leave it to somebody else
queue-note-left = A note: { $note }
