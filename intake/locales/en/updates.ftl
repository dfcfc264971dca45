# /updates: of how many concerns what stands there is what became. The numbers are rounded.
bot-updates-of-all =
    About { $all } people told us how things are or were. This is what came of it so far.
    It changed: { $changed }
    There is a plan: { $planned }
    It can't change, and they said why: { $cannot }
    No answer yet: { $none }
bot-updates-few = not shown, to keep people safe
