# What people who write are told when nobody reads, in Easy Read.

bot-nobody-reads =
    ⏳ Nobody is reading messages right now.
    We keep your words safe.
    People read them when they are back.
    Do you need help now? Don't wait for us.
    Tap "{ bot-button-help }".
    In danger? Call 999.
