# Care for the people who read voices, on the desk's pages. Change a message by writing it again, under the same name, in
# wording/en/care.ftl of your own data folder. Keep every { $… } that it has here.

## Words that may be hard to read

care-warning = This may be hard to read
care-about-self-harm = It may be about harm to oneself, or about not wanting to live.
care-about-harm = It may be about abuse or violence.
care-about-exploitation = It may be about somebody being used by others.
care-about-missing = It may be about somebody who ran away or is missing.
care-about-homeless = It may be about having nowhere to sleep.
care-warning-noted = Somebody who read it said so. You don't have to read it: somebody else can.
care-warning-means = A computer noticed some words, so it may be wrong. You don't have to read it: somebody else can.
care-warned-open = Show me the words
care-warned-short = May be hard to read
care-warned-opening = A voice that may be hard to read

## Leaving a voice to others, and breaks

care-leave = Leave it to somebody else
care-left = Left to somebody else. That is fine, and nobody asks why.
care-enough = You have read enough hard voices for today
care-enough-means = Thank you. This may be another one. Somebody else can read it: nothing is lost.
care-read-on = I'd like to read on today
care-break = Time for a break?
care-break-means = You have read { $voices ->
    [one] 1 voice
   *[other] { $voices } voices
} in { $minutes ->
    [0] less than a minute
    [one] 1 minute
   *[other] { $minutes } minutes
}. Get up, drink some water, look out of the window. The voices wait.
care-rested = I'm rested, read on

## The page about what to expect

pages-nav-care = Care for you
care-title = Care for you who read
care-expect = What you will read
care-expect-most = Most voices are about everyday things: a worker who listens, a bus pass, a move that went well or badly.
care-expect-hard = Some are about harm: abuse, violence, wanting to die, being used by others. A computer looks for such words. Then the voice is folded away, with a note on what it may be about, and you choose if you open it. The computer misses some.
care-expect-stay = Some will stay with you, and you can't answer or help as you would like to. That is how most people feel, and it is no weakness. The people who write are shown helplines at once. When someone may be at risk, tell the safeguarding lead.
care-stop = Stopping is fine
care-stop-means = You can stop at any time, skip a voice, or leave it to somebody else. You never have to say why. Nothing is lost: it waits for the next person.
care-share = { $count ->
    [one] Nobody is given more than 1 hard voice a day, unless they choose to read on.
   *[other] Nobody is given more than { $count } hard voices a day, unless they choose to read on.
}
care-today = { $count ->
    [0] You have opened no hard voice today.
    [one] You have opened 1 hard voice today.
   *[other] You have opened { $count } hard voices today.
}
care-kept = Only you see this number. It is kept in the computer's memory until midnight and is never written down. Nobody counts how fast you read, or what you leave to others.
care-talk = Talk to somebody
care-talk-to = Somebody is there for you: { $who }. Don't tell anybody else what you read, but do tell how you are.
care-talk-nobody = Nobody is named yet. Ask the person who runs this service to write into the settings whom you can talk to.
care-talk-anybody = Anybody can call the Samaritans on 116 123, day and night, for free. You don't have to be in a crisis.
care-like = How you like to read
care-at-once = Show me words at once that may be hard to read
care-save = Save
care-saved = Saved.
