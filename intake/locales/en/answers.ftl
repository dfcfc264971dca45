# "You said, we did": what moderators and responders read while they answer.
pages-nav-answers = You said, we did
answers-means = Tell people what came of their words. Each answer is read by a second person before it goes out.
answers-choose-whom = Tick at least one voice, or choose a theme.
answers-waiting = { $count ->
    [one] 1 answer waits for a second person
   *[other] { $count } answers wait for a second person
  }
answers-waiting-means = A moderator who did not write it reads it, and lets it out.
answers-by = { $who }, { $day }
answers-theme-title = Answer a whole theme
answers-theme-means = Each person who spoke of it reads your answer with their code. All others read it in /updates.
answers-theme-left = { $count } without an answer
answers-release = Which voices?
answers-release-all = All that are out
answers-theme-write = Write to this theme
answers-none-yet = Voices without an answer
answers-show-only = Show only:
answers-tick = Tick the voices that one answer is for
answers-write = Answer what I ticked
answers-all-done = Every voice here has an answer. Thank you.
answers-nothing-yet = There is nothing to answer yet. Voices come here once they are published.
answers-out = What people can read
answers-one = An answer
answers-back = All answers
answers-waits = This waits for a second person. Nobody else can read it yet.
answers-goes-soon = This goes out in { $seconds } seconds. Until then it can be undone.
answers-goes-later = { $hours ->
    [one] This goes out in an hour, if nobody undoes it. Read it once more until then.
   *[other] This goes out in { $hours } hours, if nobody undoes it. Read it once more until then.
}
answers-is-out-alone = People can read this. { $who } wrote it and let it out: nobody else was there to read it first.
answers-is-out = People can read this. { $who } let it out.
answers-second = Is this ready to go out?
answers-second-ask = Does it say what changed? Does it keep to what you can do? Could it point to somebody? If it is not right, change it, and somebody else lets it out.
answers-second-do = Let it out
answers-second-other = A moderator who did not write it has to read it first.
answers-alone-means = A second person should read it first, and nobody else reads voices at this desk. Best ask for one. If there is nobody, you can let it out by yourself. It then goes out a day later, so that you see it with fresh eyes. Until then you can undo it here.
answers-alone = There is nobody else, and I have read it as if somebody else wrote it
answers-alone-never = Here two people look at everything, and nobody else reads voices at this desk. Ask whoever looks after the accounts for a second moderator.
answers-alone-do = Let it out tomorrow
answers-let-out-alone = It goes out in a day. Until then you can undo it here.
answers-let-out = It goes out in a minute. Until then you can undo it here.
answers-called-back = Undone: it waits again.
answers-kept = Saved. A second person reads it before it goes out.
answers-to = { $count ->
    [one] It answers 1 voice
   *[other] It answers { $count } voices
  }
answers-to-theme = It is about: { $theme }
answers-to-more = and { $count } more that are not shown here
answers-change-title = Change it or take it back
answers-change-means = If you change it, nobody can read it until a second person lets it out again.
answers-change = Change this answer
answers-not-kept = This is not saved yet. Please think about these first.
answers-think = Before it goes out
answers-marked = Your answer, with what may name somebody marked
answers-names = Is somebody named? Look at what is marked. Name no worker and no young person, and nothing that leads to them.
answers-ask-what-changed = What changed? Say what is not as it was before.
answers-ask-what-is-planned = What is planned? Say what will happen, and by when.
answers-ask-why-not = Why can't it change? Say the reason, and what people can do.
answers-ask-what-for = What do you thank them for?
answers-ask-by-when = By when? Give a month or a season, or say that you don't know yet.
answers-ask-only-planned = Has it changed already? If it will, choose "Something is planned".
answers-ask-long-sentence = One sentence is very long. Can you make two of it?
answers-ask-hard-to-read = This is hard to read. Shorter words help people who are eleven.
answers-ask-repeats = This says again what somebody said, in their words. Others may know them by it. Say it in your own words.
answers-sure = I thought about these, and it can go to the second person as it is
answers-not-looked-over = This could not be looked over for names just now. Please try again in a minute.
answers-small-theme = Fewer than { $k } people spoke of this, so the name of the theme would point to them. Tick their voices in place of it.
answers-how = Say what is different now, or what will be and by when, or why not. Write to them. Promise only what you can keep.
answers-everyone-theme = All can read this in /updates, with the name of the theme.
answers-few = { $count ->
    [one] It answers 1 voice alone: write nothing by which others could tell whose.
   *[other] It answers { $count } voices alone: write nothing by which others could tell whose.
  }
answers-send = Save for a second person

# What became of all concerns: in the lab, and at the desk.
lab-outcomes = What became of what people said
lab-outcomes-means = Of all published voices that say how things are or were. Counts are rounded. Who has several answers counts once. Thanks alone are not an answer here. The numbers move once enough of them changed.
lab-outcome-everything = Concerns
lab-outcome-changed = Something changed
lab-outcome-planned = Something is planned
lab-outcome-cannot-change = It can't change, and why
lab-outcome-no-answer = No answer yet
lab-outcomes-none = There are too few voices yet to say what became of them.
lab-outcomes-short = Of all concerns, the share that led to a change.
lab-column-outcome = What became of it
