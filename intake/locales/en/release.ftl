# The note of a release, for the lab: what was held back and why. It is written when the release goes out, and stands.
# Change a message by writing it again, under the same name, in wording/en/release.ftl of your own data folder.
# Small numbers are never told. Keep it so: "fewer than" stands for none as well.

release-note-few = fewer than { $least }
release-note-about = about { $number }
release-note-drilled = Before it went out, people tried to tell who the voices are from. They read the ones that are easy to recognise once more.
release-note-not-drilled = It went out without the check in which people try to tell who the voices are from.
release-note-less-council = Council: { $number } new voices show less than was said, because too few people share it. At least { $k } must.
release-note-less-age_band = Age: { $number } new voices show less than was said, or a wider age, for the same reason.
release-note-less-speaker = Who is speaking: { $number } new voices show less than was said, for the same reason.
release-note-less-quarter = When it came in: { $number } new voices show less than is known, or a longer time, for the same reason.
release-note-counted = Only counted, because people asked for that: { $number } new voices.
release-note-suppressed = Counts that are too small to show, or would give one away: { $number }.
