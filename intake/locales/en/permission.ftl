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

## On the moderators' pages

pages-beside = Beside it
pages-beside-means = Voices about “{ $theme }” that are published already, drawn by chance. Does this one stand out more? Then someone who knows them may tell who it is.
pages-beside-none = No voice on this theme is published yet.
pages-beside-theme = Save a theme first. Then you see published voices about the same here.
pages-tell = Read it once more. Could someone tell who this is?
pages-tell-nobody = Nobody could
pages-tell-someone = Someone who knows them could
pages-tell-anyone = Anyone could
pages-tell-missing = Answer this first: it is the last look before others read it.
pages-tell-ask = Not approved. Hide more of it, or ask the person first: open “Ask the person first” below.
pages-tell-hide = Not approved. Hide more of it, or don't publish it.
pages-tell-summary = Not approved. A summary must not point to anyone: hide more of it, or don't publish it.
pages-permission-title = Could someone recognise it? Ask the person first
pages-permission-means = Whoever has the code is asked if the story may go out as it is, as a short summary, or only be counted. They have { $days } days. Without an answer their words never go out: then only your summary does. Without a summary it is only counted. The words are then wiped.
pages-permission-write = Your summary (you may leave it empty)
pages-permission-write-means = Write a line or two in your own words, so that nobody can tell who it is. Readers are told who wrote it: the people who check messages. The person does not see it, as somebody else may hold their code.
pages-permission-ask = Ask them, and wait
pages-permission-asked = Asked. This voice now waits for its person. Nothing of it goes out meanwhile.
pages-permission-waits = It waits for its person
pages-permission-until = They can answer until { $day }.
pages-permission-else-summary = Without an answer the summary takes the place of the words, which are wiped.
pages-permission-else-count = Without an answer it is only counted, and the words are wiped.
pages-permission-summary = Your summary
pages-permission-stop = Stop asking
pages-permission-stop-means = They are asked no more. The voice waits for a decision again, as before.
pages-permission-stop-do = Yes, stop asking
pages-permission-stopped = They are asked no more. The voice waits for a decision again.
pages-permitted-as-it-is = They were asked, and said that it may go out as it is.
pages-permitted-summary = They were asked, and chose a summary. This is it; their own words are wiped.
pages-permitted-no-answer = They were asked, and didn't answer in time. This is the summary; their own words are wiped.
pages-asked-title = Voices that wait for their person
pages-asked-means = Someone who knows them could recognise these stories. Whoever has the code is asked if they may go out.
pages-asked-until = Until { $day }
pages-asked-none = No voice waits for its person.
pages-asked-some = { $count ->
    [one] 1 voice waits for its person
   *[other] { $count } voices wait for their persons
}
