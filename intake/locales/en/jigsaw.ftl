# What is said when words could show who somebody is although no name is left: to whoever wrote them, and to those who
# check them. Change a message by writing it again, under the same name, in wording/en/jigsaw.ftl of your own data folder.

## To the writer: first this, then one line for each reason, then the last

jigsaw-warning-writer = Names are hidden. But someone who knows you, or who this is about, could still guess who it is:
jigsaw-only-writer = You say that someone is the only one of a kind, like "the only girl in my home".
jigsaw-family-writer = You tell us about brothers and sisters or children: how many, how old, or that they are twins.
jigsaw-background-writer = You say where someone's family is from, or what they believe. Or you tell about their body or health. And you say more about them, like a school or a home.
jigsaw-role-writer = You say that someone does a job or a part that only one person has, like "captain of the team".
jigsaw-event-writer = You tell us about something that many people may have heard of, like a court case, a fire or a story in the news.
jigsaw-advice-writer = It's your choice. You can leave it in, or say it with less. For example: "a few of us" and not "the only one".

## To moderators: the same

jigsaw-warning-moderator = Someone who knows this person might know who it is
jigsaw-only-moderator = Someone seems to be the only one of a kind somewhere: “the only girl in my home”.
jigsaw-family-moderator = Brothers and sisters, or children, are told apart: how many they are, how old, or that they are twins.
jigsaw-background-moderator = Where someone is from, their faith, health, body or gender stands beside what narrows it: a school, a home, a small place, an age.
jigsaw-role-moderator = Someone does a job or a part that one person has: the captain of a team, the chair of a council, the manager of a home.
jigsaw-event-moderator = Something that many people may have heard of: a court case, a fire, a death, a story in the news.
jigsaw-advice-moderator = A computer marked this, so it may be wrong. If it is right, hide the words that give it away. If nothing would be left, decline it: “{ reason-identifies-someone }”.
