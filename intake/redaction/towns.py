"""The words that say whether a word that is a town as well, like `reading`, is meant as one. Data only."""

from __future__ import annotations

from intake.redaction.kinds import word_set

# towns that are seldom said as the word they are too
MOSTLY = word_set(
    """
    york slough kent bedford hull poole perth dover stirling hove wigan stoke redding walton upton barrow skye wells
    """
)
# words that stand after `in` and `from` without an article too, and are no town there
PLAIN = word_set(
    """
    banks barley beer bow bowling bridge chipping church cooling cove docking downside eye forth grain grove hay healing
    heather hill hope hose loans locking march mark moss pant par plains pool quarter rake ridge rock rode sandwich
    sharpness staffs steep stock street sway toft tumble valley walker wall wing wool worth battle
    """
)
# these are done as well: `sent to settle`, `in order to bury`
VERBS = word_set("bury deal settle battle bath bow sway hook rake stock pool ford ham fleet eye sandwich stone reading")
MOVING = word_set(
    """
    live lives lived living move moves moved moving go goes going went gone send sent put placed placing place came come
    coming back bus buses train trains coach taxi lift way drive drove driven travel travelled stay stayed staying born
    grew based house housed rehoused shipped dumped carted sw auntie nan dad mum carer carers carers' family council
    school station flat run ran ride journey miles moves relocated transferred trip home
    """
)
# before `in reading`, `in stone` these mean the word
SAID = word_set(
    """
    set written carved cast good bad better best worse behind interested level grade help struggling confident
    progress lesson lessons
    """
)
# a town may stand before these without a comma
ONWARDS = word_set(
    """
    so and n but now cos coz cause because where with wi when till til then for me i im on is was were isnt wasnt which
    who that at by near after before again since yet still too as if like all this last next just not than via from to
    in it he she they we u you my our theres has had have wont cant would will never or & atm rn rather thats its
    """
)
# a team is no place: `Everton fan`, `watch Everton`
TEAM_AFTER = word_set("fan fans shirt shirts kit match game supporter supporters scarf badge")
TEAM_BEFORE = word_set("watch watching watched supports")
TOWN = word_set("town city village island seaside coast miles far hour hours")
HERE = word_set("station market magistrates hospital")
FROM_THERE = word_set("im i'm is was are were shes hes she's he's they're theyre people someone originally lad girl")
OBJECTS = word_set("my with the a it its in him her up this that for me all our your them us at an and n")
# after a town these are streets: `chapeltown road`
STREETS = word_set("road rd street lane avenue crescent terrace")
