# What is said about how long something is kept: by care-voice retention, on the desk and by the doctor.
# Change a message by writing it again, under the same name, in wording/en/retention.ftl of your own data folder.

retention-keeps-waiting = Voices that nobody decided on are kept for { $days } days.
retention-keeps-held = Voices that were put aside are kept for { $days } days.
retention-keeps-declined = The words of declined voices are kept for { $days } days.
retention-keeps-published = Voices in the lab are kept for { $days } days from their release, and those that are approved for as long.
retention-keeps-counted = What is left of voices without words is kept for { $days } days.
retention-keeps-questions = Questions and answers are kept for { $days } days.
retention-ahead = What goes in the next { $days } days:
retention-nothing = Nothing.
retention-dry = Nothing was changed. To erase what is over its time today, say --run. While care-voice runs, it does so every day.
retention-none-gone = Nothing is over its time.
retention-before = What went before:

## What goes when, in the command, on the desk and by the doctor

retention-goes-waiting = { $count ->
    [one] 1 voice that nobody has decided on goes
   *[other] { $count } voices that nobody has decided on go
} on { $day }.
retention-goes-held = { $count ->
    [one] 1 voice that was put aside goes
   *[other] { $count } voices that were put aside go
} on { $day }.
retention-goes-declined = { $count ->
    [one] The words of 1 declined voice go
   *[other] The words of { $count } declined voices go
} on { $day }.
retention-goes-published = { $count ->
    [one] 1 approved or published voice goes
   *[other] { $count } approved or published voices go
} on { $day }.
retention-goes-counted = { $count ->
    [one] What is left of 1 voice without words goes
   *[other] What is left of { $count } voices without words goes
} on { $day }.
retention-goes-questions = { $count ->
    [one] 1 question, with its answer, goes
   *[other] { $count } questions, with their answers, go
} on { $day }.

## What went

retention-gone-waiting = { $count ->
    [one] 1 voice that nobody had decided on is gone.
   *[other] { $count } voices that nobody had decided on are gone.
}
retention-gone-held = { $count ->
    [one] 1 voice that was put aside is gone.
   *[other] { $count } voices that were put aside are gone.
}
retention-gone-declined = { $count ->
    [one] The words of 1 declined voice are gone.
   *[other] The words of { $count } declined voices are gone.
}
retention-gone-published = { $count ->
    [one] 1 approved or published voice is gone.
   *[other] { $count } approved or published voices are gone.
}
retention-gone-counted = { $count ->
    [one] What was left of 1 voice without words is gone.
   *[other] What was left of { $count } voices without words is gone.
}
retention-gone-questions = { $count ->
    [one] 1 question, with its answer, is gone.
   *[other] { $count } questions, with their answers, are gone.
}

## On the desk

retention-title = These go soon
retention-means = They have been kept for as long as the settings say. Voices that nobody has decided on are lost then, so read them before.

## The doctor

doctor-check-retention = What goes soon
doctor-retention-ok = Nothing that nobody has decided on goes soon.
doctor-retention-going-do = Ask the moderators to read them before, or let waiting_days and held_days in [retention] of care-voice.toml be longer. See it all with: { $command } retention
