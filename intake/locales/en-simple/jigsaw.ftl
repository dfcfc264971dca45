# What is said to whoever writes, in Easy Read English, when words could show who somebody is although no name is left.

jigsaw-warning-writer =
    🙈 Names are hidden.
    But someone who knows you could still guess who it is:
jigsaw-only-writer = - You say that someone is the only one. Like "the only girl in my home".
jigsaw-family-writer = - You tell about brothers and sisters, or children. How many, how old, or that they are twins.
jigsaw-background-writer = - You tell where a family is from, what they believe, or about a body or health. And you say more about them.
jigsaw-role-writer = - You say that someone does a job that only one person has. Like "captain of the team".
jigsaw-event-writer = - You tell about something that many people heard of. Like a fire, or a story in the news.
jigsaw-advice-writer =
    It's your choice.
    You can leave it in. Or say less.
    Like "a few of us", and not "the only one".
