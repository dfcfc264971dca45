# What the poster says that care-voice poster makes. Change a message by writing it again, under the same name,
# in wording/en/poster.ftl of your own data folder. Keep every { $… } that it has here.
# All of it has to fit one page: what is longer is printed in smaller letters.

poster-title = What is care really like?
poster-lead = Are you in care, or did you grow up in care? Tell councils what it is like, and what would make it better.
poster-lead-council = Does { $council } look after you, or did they? Tell councils what it is like, and what would make it better.
poster-lead-workshop = Are you here for { $workshop }? Tell councils what care is like, and what would make it better.

poster-scan = Scan this with your phone
# For people who can’t see the code, and for screen readers.
poster-code-says = A code to scan with a phone. It opens { $link }
poster-opens = It opens a Telegram chat. Or type:
poster-by-mail = No Telegram? Send us an email:

poster-step-write = Write what you like, long or short. We never ask who you are.
poster-step-hide = A computer hides names and other things that show who someone is. In the chat you see that first.
poster-step-read = People check it. If they say yes, people at councils can read it. You get a code, to see what happened or to take it back.

poster-honest = We don’t keep who you are. But Telegram, or your email service, knows that you wrote. Telegram asks you to be 16 or older. Are you younger? Send an email, or ask an adult you trust to help you.
# Without a mail address.
poster-honest-no-mail = We don’t keep who you are. But Telegram knows that you wrote. Telegram asks you to be 16 or older. Are you younger? Ask an adult you trust to help you tell us.

poster-danger = In danger? Call 999.
poster-no-help = We can’t come and help.
# After it, before the helplines that the deployment lists.
poster-talk = Want to talk to someone?
