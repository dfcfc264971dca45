# Texts of care-voice.toml in Easy Read English: `named-` and the text in small letters, with hyphens. A text that a
# deployment changes there is shown as it stands there, until it is written here anew.

named-where-you-live = 🏠 Where you live
named-health-and-wellbeing = ❤️ Your health
named-money = 💷 Money
named-education-and-learning = 📚 Learning
named-work-and-training = 🔧 Work and training
named-people-who-matter-to-you = 👪 People who matter
named-your-worker-and-your-plan = 📋 Worker and plan
named-being-listened-to = 👂 Being listened to
named-fair-treatment = ⚖️ Fair treatment
named-something-else = ❓ Something else
named-how-may-we-use-your-words = 👇 How may we use your words?
named-read-it-and-quote-it = 📢 Read it and quote it
named-read-it-don-t-quote-it = 👀 Read it, don't quote it
named-only-count-it = 🔢 Only count it
