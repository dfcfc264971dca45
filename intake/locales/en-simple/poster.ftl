# What the poster says in Easy Read English. Change a message by writing it again, under the same name,
# in wording/en-simple/poster.ftl of your own data folder. Keep every { $… } that it has here.
# All of it has to fit one page: what is longer is printed in smaller letters.

poster-title = What is care really like?
poster-lead = Are you in care? Or were you in care? Tell councils what it is like, and what would be better.
poster-lead-council = Does { $council } look after you? Or did it? Tell councils what it is like, and what would be better.
poster-lead-workshop = Are you here for { $workshop }? Tell councils what care is like, and what would be better.

poster-scan = Scan this with your phone
poster-code-says = A code to scan with a phone. It opens { $link }
poster-opens = It opens a Telegram chat. Or type:
poster-by-mail = No Telegram? Send us an email:

poster-step-write = Write what you like. We never ask who you are.
poster-step-hide = A computer hides names. In the chat you see that first.
poster-step-read = People check it. If they say yes, councils can read it. You get a code. Use it to see what happened. Or take your words back.

poster-honest = We don’t keep who you are. Telegram, or your email service, knows that you wrote. Telegram is for people aged 16 or older. Are you younger? Send an email. Or ask an adult you trust to help.
poster-honest-no-mail = We don’t keep who you are. Telegram knows that you wrote. Telegram is for people aged 16 or older. Are you younger? Ask an adult you trust to help.

poster-danger = In danger? Call 999.
poster-no-help = We can’t come and help.
poster-talk = Want to talk to someone?
