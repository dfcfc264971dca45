# What is said to somebody whose story could be recognised, before it goes out: to whoever has the code, and on the
# moderators' pages. Change a message by writing it again, under the same name, in wording/en/permission.ftl of your own
# data folder. Keep every { $… } that it has here.

## To whoever has the code, by the bot and by mail

bot-state-asked = Someone read them, and needs your answer to go on. Nothing goes out while they wait for it.
bot-permit = Thank you for telling us your story. Someone who knows you could guess that it is yours, even without names. So you choose what happens with it:
bot-permit-as-it-is-means = "{ bot-button-permit-as-it-is }": your words go to the lab without names, the way you told them.
bot-permit-summary-means = "{ bot-button-permit-summary }": someone who checks messages tells it in a line or two, so that nobody can guess who you are. Only that goes out, and we wipe your words.
bot-permit-count-means = "{ bot-button-permit-count }": we count that someone told us about this, and wipe your words.
bot-permit-until-summary = You have until { $day }. No answer by then? Then your words never go out. Only the short summary does, and we wipe your words.
bot-permit-until-count = You have until { $day }. No answer by then? Then your words never go out. We only count them, and wipe them.
bot-button-permit-as-it-is = Share it as it is
bot-button-permit-summary = Only a short summary
bot-button-permit-count = Only count it
bot-permit-as-it-is = Thank you. It may go out as you told it. Someone reads it once more first. You can still take it back with your code.
bot-permit-summary = Thank you. Only a short summary goes out. Your words are wiped.
bot-permit-count = Thank you. It is only counted now. Your words are wiped.
bot-permit-failed = That did not work just now, so nothing is changed. Please tap again in a minute.
# What somebody is told who looks later.
bot-permitted-as-it-is = You said that it may go out as it is.
bot-permitted-summary = A short summary took the place of your words, as you chose. Your words are wiped.
bot-permitted-no-answer = We had no answer from you in time. So a short summary took the place of your words, and your words are wiped.
answer-permit = To choose, write to { $address }. Put one line in your mail: { $commands }, then the code.
answer-permit-late = That is not open any more, so nothing was changed. Send STATUS and your code to see what happened.
