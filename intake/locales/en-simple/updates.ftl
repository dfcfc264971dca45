bot-updates-of-all =
    People told us how things are.
    We counted about { $all } of them.

    Changed: { $changed }
    Planned: { $planned }
    Can't change: { $cannot }
    No answer yet: { $none }
bot-updates-few = not shown
