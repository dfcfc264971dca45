# Care for the people who read voices, on the desk's pages. Change a message by writing it again, under the same name, in
# wording/en/care.ftl of your own data folder. Keep every { $… } that it has here.

## Words that may be hard to read

care-warning = This may be hard to read
care-about-self-harm = It may be about harm to oneself, or about not wanting to live.
care-about-harm = It may be about abuse or violence.
care-about-exploitation = It may be about somebody being used by others.
care-about-missing = It may be about somebody who ran away or is missing.
care-about-homeless = It may be about having nowhere to sleep.
care-warning-means = A computer noticed some words, so it may be wrong. You don't have to read it: somebody else can.
care-warned-open = Show me the words
care-warned-short = May be hard to read
care-warned-opening = A voice that may be hard to read
