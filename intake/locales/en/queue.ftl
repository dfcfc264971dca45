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
