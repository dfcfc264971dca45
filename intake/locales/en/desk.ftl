# What moderators and the administrator read in the terminal. Change a message by writing it again, under the same
# name, in wording/en/desk.ftl of your own data folder. Keep every { $… } that it has here.

## Codes, in words

kind-feedback = How things are or were
kind-idea = An idea
age-band-under-16 = under 16
age-band-16-17 = 16 to 17
age-band-18-20 = 18 to 20
age-band-21-24 = 21 to 24
age-band-25-plus = 25 and over
age-band-under-18 = under 18
age-band-21-plus = 21 and over
age-band-18-plus = 18 and over
speaker-me = for themselves
speaker-advocate = an advocate, passing on someone's words
speaker-worker = a worker or carer, for themselves
not-said = not said

reason-identifies-someone = Someone could be recognised
reason-not-about-services = It is not about services or care
reason-spam = It is spam
reason-unsafe-to-share = Sharing it could put someone in danger
reason-duplicate = We have it already
reason-not-readable = It can't be read

## Trying redaction

redact-terms = (With the words of { $path }: { $keep } stay readable, { $hide } are always hidden.)

## Making a deployment, and starting it

init-done =
    Done. Everything is in { $data }.
    Now open { $settings } and change what you need.
    See what is still missing:  care-voice --data { $data } doctor
    Then start:                 care-voice --data { $data } run
first-sign-in-moderator =
    To moderate, sign in as “{ $name }” with this password:

        { $password }

first-sign-in-lab =
    { "" }
    To read the lab's pages, sign in as “{ $name }” with this password:

        { $password }

first-sign-ins-once = { "" }
    Write both down now: they are shown this once. Make more with:  care-voice user add NAME --role moderator (or lab)
demo-offer = Put about 150 fictional voices in, so that there is something to see?
demo-filling = Fictional voices
# The lab's title in a demonstration, so that nobody takes it for real.
demo-title = { $name } (made-up voices)
running =
    { "" }
    care-voice is running. Press Ctrl-C to stop it.

      Mail for { $address } comes in at { $mail }
      Moderators read at            { $desk }
      The lab reads at              { $lab }
running-demo =
    { "" }
    This is a demonstration: every voice in it is made up. Try it, in another terminal:

      1  Send a mail, as an advocate forwards one:
         curl --crlf smtp://{ $mail } --mail-from you@example.org --mail-rcpt { $address } --upload-file examples/council-outlook-forward.eml
         The thank-you with its code appears here.
      2  Or talk with the bot, as on Telegram, without an account:
                                  { $command } chat
      3  Read it and decide:      { $desk } (sign in as reader)
                                  or here: { $command } moderate --as reader
      4  Publish:                 { $command } publish --as reader --force "trying it out"
      5  See it in the lab:       { $lab }
      6  Take it back:            { $command } withdraw

## Signing in

ask-password = Password for { $name }:
password-wrong = That password or that name is not right.
password-help = Three tries were wrong. If the password is lost, make a new one: care-voice user password NAME.
sign-in-made =
    { $name } can sign in with this password. It is shown this once:

        { $password }
sign-in-removed = { $name } can't sign in any more. What they decided stays.

## The addresses of advocates' organisations

relay-made =
    This is the address of { $name }:

        { $address }

    Give it to them alone. docs/advocates.md says how to send words to it. See it again with:  care-voice relay list
relay-gone = The address of { $name } does not work any more. What came by it is kept.
contact-missing = Nothing was sent: first set these in care-voice.toml: { $missing }.
contact-testing = Sending a number to { $mailbox } …
contact-not-taken = It did not go through ({ $error }). Check the mailbox, and what [mail.relay] says (care-voice doctor greets the relay), and test again. Until then people aren't offered to be contacted.
contact-number = Ask whoever reads there for the number in that mail, and type it here
contact-wrong-number = That is not the number. Look at the newest mail.
contact-not-tested = The number was not right, so the mailbox is not tested. Test again. Until then people aren't offered to be contacted.
contact-tested = The way to the mailbox works. Start care-voice again: people at risk are then offered to be contacted.
relay-none = No organisation has an address yet. Make one with:  care-voice relay add "…"
relay-line = { $address }  { $name }: { $voices }
relay-revoked = { $address }  { $name }: { $voices } (revoked: it does not work any more)
relay-few = fewer than { $least } voices
relay-about = about { $count } voices

## Posters

posters-made =
    Made: { $pdf } to print, and { $png } for screens.
    The code opens { $link }. Scan it with a phone before you print many.
posters-no-mail = There is no mail address on it: people who don't use Telegram can't write to you. Set addresses in [mail] of { $file }, and make it again.
posters-unchecked = Nobody who speaks “{ $language }” has checked its words yet. Have that done before you print it.
posters-missing = There is no poster in { $language } yet: { $missing } of its messages are missing. Write them into wording/{ $language }/poster.ftl of your data folder, and try again.

## Workshops

workshop-made =
    { $name } is open. Make its poster with:  care-voice poster --workshop { $code }
    The link on it marks what people say there. When it is over:  care-voice workshop close "{ $name }"
workshop-over = { $name } is closed. Its link still opens the bot, but marks nothing any more. What came from it is kept.
workshop-none = There is no workshop yet. Open one with:  care-voice workshop add "…"
workshop-line = { $code }  { $name }: { $voices }
workshop-closed = { $code }  { $name }: { $voices } (closed)

## Moderating

moderate-waiting = { $waiting ->
    [one] 1 voice waits
   *[other] { $waiting } voices wait
}{ $urgent ->
    [0] {""}
    [one] , 1 of them urgent
   *[other] , { $urgent } of them urgent
}
# Those that a filter took for spam; what else is said about them stands in pages.ftl.
moderate-spam-some = { $count ->
    [one] 1 of them looks like spam: type l to look at it
   *[other] { $count } of them look like spam: type l to look at them together
}
moderate-spam-prompt = [d]ecline { $count ->
    [one] it
   *[other] all { $count }
}, a number opens one, Enter leaves them
moderate-urgent = Urgent: some words suggest that someone may be at risk. Please tell { $lead }.
moderate-lead = { $lead }, or { $deputy } ({ $hours })
moderate-no-lead = whoever leads on safeguarding
moderate-not-english = This doesn't look like English. A computer knows names best in English: it hid more words here, and it can still have missed names. Can't you read it? Then skip it, and tell someone who can.
moderate-tell-first = Asking is done on the pages: open this voice there.
moderate-understood = Do you read this language, and did you look for names in it?
moderate-about =
    Came in on { $day } · they said: { $use }
    Theme: { $theme } · kind: { $kind } · council: { $council } · age: { $age } · speaking: { $speaker }
moderate-through = Through: { $organisation }
moderate-prompt = [a]pprove [d]ecline [h]ide words [t]heme [k]ind [w]rite to ask [s]kip [u]ndo last [l]ook at spam [q]uit
moderate-folded = The words are folded away. [r] shows them, [n] leaves this voice to somebody else.
moderate-read-first = Read the words first: [r] shows them.
moderate-enough = [n] leaves it to somebody else, [g] lets you go on with hard voices today.
moderate-others = Nothing can be changed now. [s] shows the next one, [m] takes this one over.
moderate-help = Type one letter and press Enter. Before you approve, ask: could someone who knows them tell who this is?
moderate-which-question = What would you like to ask? Whoever has the code is shown it, and can answer. Never ask for names or how to reach someone
moderate-asked = Asked. Whoever has the code sees it when they look, in the bot or by mail.
moderate-question = Asked: { $question }
moderate-question-open = (no answer yet)
moderate-question-answered = Their answer, which is never published:
moderate-question-rather-not = (they would rather not answer)
moderate-which-theme = Which theme? (a number)
moderate-which-kind = Which kind? (a number)
moderate-which-reason = Why not? (a number)
moderate-which-words = Which words? Type them as they stand above
moderate-words-not-there = Those words are not in it, so nothing was changed. Please type them just as they stand in the voice.
moderate-hide-for-good = { $count ->
    [one] They stand there once.
   *[other] They stand there { $count } times.
} Hide them for good?
moderate-hidden = Hidden. Nobody can bring those words back.
moderate-approved = Approved. It goes out with the next release.
moderate-approved-first = You approved it. Two people must, so a second person has to approve it too.
moderate-declined = Declined. It won't be published.
moderate-nothing-changed = Nothing was changed.
moderate-empty = Nothing waits. Thank you for reading.
moderate-skipped-all = That's all, but for what you skipped. Thank you for reading.
moderate-left = Stopped. Everything that you decided is saved.

## Publishing and taking back

published = { $new ->
    [one] Release { $number } is out, with 1 new voice.
   *[other] Release { $number } is out, with { $new } new voices.
} The lab can now read { $shown } in all.
published-held-back = { $count ->
    [one] 1 voice is
   *[other] { $count } voices are
} shown without every detail: it was not said, or fewer than { $k } share it.
publish-waits = Nothing was published yet: { $ready ->
    [one] 1 new voice is
   *[other] { $ready } new voices are
} approved, and a release needs { $batch }.
publish-not-before = The next release can go out on { $day }.
publish-fresh = { $count ->
    [one] 1 voice was approved less than a minute ago. That can still be undone, so it is left out for now.
   *[other] { $count } voices were approved less than a minute ago. That can still be undone, so they are left out for now.
} Run this again in a minute.
published-without-fresh = { $count ->
    [one] 1 voice was approved less than a minute ago. That can still be undone, so it waits for the next release.
   *[other] { $count } voices were approved less than a minute ago. That can still be undone, so they wait for the next release.
}
publish-force = If it can't wait, say why, and everyone will be able to read it: care-voice publish --as { $account } --force "…"
withdraw-code = Receipt code
withdrawn = It is gone from everywhere: from what is kept, from what the lab reads, and from its search. It is still in encrypted copies made before, until they are thrown away; a restore takes it out. Printed copies, and lists that members of the lab saved, can't be called back; saved lists say by when to delete them.
removed-not-noted = It is done. But it could not be noted beside the copies, so restoring an older copy would bring it back. Tell whoever looks after care-voice: see that the disk for copies is connected, then make a copy with care-voice backup.
withdraw-no-such-code = We have no voice with that code. Please check the five words. It may have been taken back before.
