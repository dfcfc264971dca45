# What `care-voice wording check` says to whoever changes the words. Change a message by writing it again, under the same
# name, in wording/en/wording.ftl of your own data folder. Keep every { $… } that it has here.

wording-where = { $file }, line { $line }
wording-clean = All is well: { $count } messages looked over.
wording-found = { $count ->
    [one] 1 thing has to change.
   *[other] { $count } things have to change.
}
wording-note = To know: { $what }
wording-missing = this is not said in “{ $language }” yet, so people read it in English. Write it into { $file }.
# Of a language that is marked as not yet checked by someone who speaks it.
wording-missing-some = { $count ->
    [one] 1 message is said in English: { $first }
   *[other] { $count } messages are said in English, the first is { $first }
}
wording-unused = nothing says this any more: take it out.
wording-off = nobody reads this: “{ $language }” is not in [deployment] languages. Put it in there, or take the folder away.
wording-no-ftl = nobody reads this: files of wording end in .ftl. Give it another name, or take it away.
wording-no-name = nobody reads this: no text of care-voice.toml has this name (any more). Take it out, or write it anew.
wording-button = { $long } letters. A phone shows { $most } of this button: say it shorter.
wording-long = { $long } letters. Telegram takes { $most }: say it shorter.
wording-old = this reads as for someone aged { $age }. Use shorter words and sentences, up to an age of { $most }.
wording-no-textstat = reading ages were not looked at, for it is not installed: .venv/bin/python -m pip install textstat
wording-avoid = “{ $word }”: { $instead }.
