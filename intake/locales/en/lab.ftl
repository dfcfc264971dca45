# What members of the policy lab read. Change a message by writing it again, under the same name,
# in wording/en/lab.ftl of your own data folder. Keep every { $… } that it has here.

## On every page

lab-language = en
lab-skip = Go to the main part
lab-nav = Pages
lab-voices = Voices
lab-counts = Counts
lab-releases = Releases
lab-lists = Lists
lab-sign-out = Sign out
lab-footer = People chose to share these words. Please use them with care, only for the policy lab, and never try to work out who somebody is.
lab-home = Go to the first page

## Signing in

lab-sign-in = Sign in
lab-sign-in-intro = This is for members of the policy lab. Use the name and password you were given.
lab-name = Name
lab-password = Password
lab-sign-in-help = No password yet, or lost it? Ask the person who runs this service for a new one.
lab-sign-in-wrong = That name and password don't belong together. Please check both and try again.
lab-sign-in-busy = Many people are signing in right now. Please try again in a few seconds.
lab-sign-in-again = That page had been open for a while. Please sign in here.
lab-signed-out = You are signed out.

## When something doesn't work

lab-error-title-400 = That didn't work
lab-error-400 = We could not understand that search. Please go back and try simpler words.
lab-error-title-403 = This page is closed
lab-error-403 = Nobody can open this page here.
lab-error-title-404 = There is nothing here
lab-error-404 = The address may be wrong, or the person changed their mind and their words were taken out.
lab-error-title-500 = Sorry, something went wrong
lab-error-500 = This page didn't work. Please try again in a minute. If it keeps happening, tell the person who runs this service.

## The first page

lab-welcome = What care-experienced people say
lab-release = Release { $number }
lab-total = { $voices ->
    [one] One voice to read.
   *[other] { $voices } voices to read.
}
lab-read = Read the voices
lab-ready-lists = Ready-made lists
lab-all-releases = All releases
lab-by-theme = By theme
lab-counts-short = How many people said something, by theme and by who they are.
lab-nothing-yet = Nothing has been released yet. Voices come here once people have read and approved enough of them.
lab-about = About these voices
lab-source = Where they come from: { $source }.

## The voices

lab-search = Search the words
lab-search-button = Search
lab-narrow = Show fewer voices
lab-chosen = You chose
lab-take-off = Stop showing only:
lab-searched = “{ $search }”
lab-show-all = Show all
lab-found = { $voices ->
    [0] No voices found
    [one] One voice found
   *[other] { $voices } voices found
}
lab-choose-first = Choose one above, and press Show.
lab-none = Try fewer or simpler words, or take a choice away.
lab-dash = A dash (–) means: not said, or not shown to keep people safe.
lab-blank = –
# $notes is what the words may be hard to read for, such as "Self-harm, Losing somebody".
lab-hard = May be hard to read: { $notes }. Show the words
lab-not-shown = not said, or not shown to keep people safe
lab-voice = Voice { $number }
lab-cite = Cite as:
lab-citation = Voice { $number }, { $deployment }, release { $release }
lab-may-quote = May be quoted
lab-do-not-quote = Read only: do not quote
lab-next = Next page
lab-first = Back to the first page of this list
lab-back = All voices
lab-more = More voices about: { $theme }
lab-take = Take this list with you, and delete it by the day in its name:
lab-csv = spreadsheet (CSV)
lab-json = data (JSON)

## Counts, releases and ready-made lists

lab-symbol-c = Kept safe: a small number, or one that a small number could be worked out from.
lab-symbol-k = So low that it rounds to nothing.
lab-symbol-z = There is nothing to count: nobody ever gave such an answer.
lab-percent = { $number }%
lab-by-two = { $about } by { $beside }
lab-counted-when = A number stands until enough new voices came in to count again.
lab-counted-which = The spreadsheet says at which release each was counted.
lab-rounded = Numbers
lab-rounded-means = Rounded to the nearest { $to }, so they may not add up.
# $reason is what the moderator who could not wait wrote.
lab-early = Came out early: { $reason }
lab-told = What was held back, and why
lab-held-back = { $voices ->
    [0] All of them show every detail.
    [one] One of them is without some detail: not said, or not shown to keep people safe.
   *[other] { $voices } of them are without some detail: not said, or not shown to keep people safe.
}
lab-digest = Fingerprint:
lab-all = All
lab-choose = Please choose
lab-show = Show
lab-rows = { $rows ->
    [0] Nothing to show
    [one] One line
   *[other] { $rows } lines
}
lab-truncated = There are more: take the list with you to have them all.

## What columns and values are called

lab-column-id = Voice
lab-column-words = Words
lab-column-theme = Theme
lab-column-kind = Kind
lab-column-council = Council
lab-column-age_band = Age
lab-column-speaker = Speaking
lab-column-quarter = Came in
lab-column-may_quote = How it may be used
lab-column-content_notes = May be hard to read
lab-column-everything = Everything
lab-column-about = About
lab-column-value = What
lab-column-beside = And about
lab-column-value_beside = And what
lab-column-voices = Voices
lab-column-share = Of all
lab-column-symbol = Symbol
lab-column-release = Counted at release
lab-column-number = Release
lab-column-told = What was held back, and why
lab-column-released_on = Released on
lab-column-held_back = Without some detail
lab-column-note = Why it came out early
lab-column-digest = Fingerprint
lab-column-delete_by = Delete by
lab-everything = All voices
lab-not-said = Did not say
lab-quarter-1 = January to March { $year }
lab-quarter-2 = April to June { $year }
lab-quarter-3 = July to September { $year }
lab-quarter-4 = October to December { $year }
lab-month-1 = January { $year }
lab-month-2 = February { $year }
lab-month-3 = March { $year }
lab-month-4 = April { $year }
lab-month-5 = May { $year }
lab-month-6 = June { $year }
lab-month-7 = July { $year }
lab-month-8 = August { $year }
lab-month-9 = September { $year }
lab-month-10 = October { $year }
lab-month-11 = November { $year }
lab-month-12 = December { $year }
lab-day = { $day } { $month }
