# What a door noticed about a voice, said to those who check it. Change a message by writing it again, under the same
# name, in wording/en/flags.ftl of your own data folder.

## Some of the words may be somebody else's: a mail that answers another, or passes several on
flag-unsure-short = Who wrote it?
flag-unsure-warning = Someone else may have written part of this
flag-unsure-advice = This mail answers another one, or holds more than one. All of it was kept so that nothing is lost. “* * *” stands where one message ends and the next one begins, and “>” before words that were quoted. Hide what isn't the person's own.
