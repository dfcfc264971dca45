# What is said, in Easy Read English, to somebody whose story could be recognised, before it goes out.

bot-state-asked =
    👀 Someone read your words.
    ❓ They need your answer to go on.
    Nothing goes out while they wait.
bot-permit =
    🙏 Thank you for telling us your story.
    There are no names in it.
    But someone who knows you could still guess that it is yours.
    So you choose what happens with it:
bot-permit-as-it-is-means =
    "{ bot-button-permit-as-it-is }":
    Your words go to the lab. Names are hidden.
bot-permit-summary-means =
    "{ bot-button-permit-summary }":
    Someone who checks messages tells it in a line or two.
    Then nobody can guess who you are.
    Only that goes out. We wipe your words.
bot-permit-count-means =
    "{ bot-button-permit-count }":
    We count that someone told us about this.
    We wipe your words.
bot-permit-until-summary =
    📅 You can answer until { $day }.
    No answer by then?
    Then your words never go out.
    Only the short summary does. We wipe your words.
bot-permit-until-count =
    📅 You can answer until { $day }.
    No answer by then?
    Then your words never go out.
    We only count them. Then we wipe them.
bot-button-permit-as-it-is = ✅ Share it as it is
bot-button-permit-summary = ✏️ Only a short summary
bot-button-permit-count = 🔢 Only count it
bot-permit-as-it-is =
    ✅ Thank you.
    It may go out as you told it.
    Someone reads it once more first.
    🔑 You can still take it back with your code.
bot-permit-summary =
    ✅ Thank you.
    Only a short summary goes out.
    Your words are wiped.
bot-permit-count =
    ✅ Thank you.
    It is only counted now.
    Your words are wiped.
bot-permit-failed =
    That did not work just now.
    Nothing is changed.
    Please tap again in a minute.
bot-permitted-as-it-is = ✅ You said that it may go out as it is.
bot-permitted-summary =
    ✏️ A short summary took the place of your words.
    You chose that.
    Your words are wiped.
bot-permitted-no-answer =
    We had no answer from you in time.
    ✏️ So a short summary took the place of your words.
    Your words are wiped.
