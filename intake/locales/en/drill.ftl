# What the drill says, in the terminal and on the desk's page: trying to tell who a voice is from before others do.
# Change a message by writing it again, under the same name, in wording/en/drill.ftl of your own data folder.

drill-title = Could you tell who it is?
drill-means = Read each voice like someone who wants to find out who it is. They know people in care, read the news and look things up. The computer puts those first that are easy to recognise. It can be wrong, so trust what you read yourself.
drill-left = { $left ->
    [0] Done: all { $asked } that had to be read were read.
    [one] 1 of the first { $asked } new voices must still be read before a release.
   *[other] { $left } of the first { $asked } new voices must still be read before a release.
}
drill-go-on = Go on to the release
drill-not-asked = No voice has to be read before a release.
drill-partly = There are more voices than a computer can look through at once, so the rest were not looked at.
drill-none = Nothing is left to read. Thank you.
drill-nothing = There is nothing to read: no voice is published, or about to be.
drill-new = About to be published
drill-shown = The lab reads these
drill-one-new = About to be published
drill-one-shown = The lab reads this: voice { $number }
drill-open = not read yet
drill-cleared = read: it can go out
drill-skipped = Left for later.

## What was found, and what follows

drill-ask-verdict = Who could tell who it is? (Enter leaves it for later)
drill-verdict-nobody = I can't tell who it is, and nobody else could
drill-verdict-who-knows-them = Someone who knows them could
drill-verdict-anyone = Anyone could
drill-ask-follows = What should happen now?
drill-follows-nothing = Nothing: it can go out as it is
drill-follows-hide = Hide more of it first
drill-follows-ask = Ask the person first
drill-follows-decline = Decline it
drill-follows-count = Only count it
drill-done-nothing = Written down: it can go out.
drill-done-hide = Written down. It waits to be read again, and is not published until then: hide more of it, then approve it.
drill-done-ask = Written down. It waits to be read again, and is not published until then: ask the person on its page.
drill-done-decline = Declined. It won't be published.
drill-done-count = It is only counted now. Its words won't be published.

## Why the computer thinks so

drill-why-nothing = The computer found nothing that stands out.
drill-why-names = Words that could be a name, a place or a team:
drill-why-rare = Words that few people use, and nobody else here:
drill-why-ages = It tells how old someone was:
drill-why-numbers = It tells how many or how much:
drill-why-times = It tells when:
drill-why-events = Something that is remembered, written down or in the news:
drill-why-mixed = Few voices tell of all these things together:
drill-why-long = It is long: long stories give more away.
drill-why-few = Few voices are from people with the same council, age and part in it.
drill-topic-family = family
drill-topic-background = where someone is from, faith or health
drill-topic-health = health
drill-topic-identity = who someone loves or is
drill-topic-school = school or college
drill-topic-work = work
drill-topic-pastime = what someone does in their free time
drill-topic-home = where someone lives
drill-topic-events = something that happened

## On the page

drill-back = Back to the list
drill-skip = Leave it for later
drill-why = Why it could be recognised
drill-shows = What the lab would see with it
drill-is = Where it is
drill-details = Council, age and who is speaking are shown only where enough voices share all of them.
drill-page = Its own page
drill-not-here = This voice is not about to be published any more, so there is nothing to decide here.
drill-ask = Who could tell who it is?
drill-save = Save
drill-choose = Choose who could tell, and what should happen.
drill-past = What was found before
drill-past-one = { $day }, { $who }: { $verdict }. { $follows }.
drill-start = Start reading
drill-empty-next = When voices are approved, come back here before they are published.
drill-release-title = Could you tell who it is?
drill-release-none = Nobody has to read the voices once more before this release, because the settings ask for none.
drill-release-go = Read the voices that are easiest to recognise
drill-first = Not published yet: { $left ->
    [one] 1 voice that is easy to recognise must be read first.
   *[other] { $left } voices that are easy to recognise must be read first.
} Type: care-voice drill --as { $account }
