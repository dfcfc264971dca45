"""The words of care talk that say a name, a place or an organisation stands next to them. Data only."""

from __future__ import annotations

from intake.redaction.kinds import word_set

TITLES = word_set(
    """
    mr mrs ms mx dr doctor prof rev cllr councillor sir auntie aunty uncle sister miss nurse pc sgt dc nanna
    """
)

KIN = word_set(
    """
    mum mam mom ma dad da mother father brother bro sister sis brothers sisters siblings sibling twin twins
    cousin cousins son sons daughter daughters nan nana nanna nanny gran granny grandma grandad grandfather
    grandmother aunt auntie aunty uncle niece nephew stepdad stepmum stepbrother stepsister partner boyfriend
    girlfriend bf gf husband wife ex friend mate bestie baby bairn bairns kid child girl boy lad lass
    neighbour housemate flatmate roommate tutor
    """
)
ROLES = word_set(
    """
    worker workers keyworker key-worker pa pas adviser advisor advocate iro manager carer carers mentor
    solicitor barrister teacher head headteacher tutor nurse therapist counsellor psychologist psychiatrist
    midwife visitor officer guardian councillor chair landlord landlady coach volunteer assistant senco ssw sw
    support personal guard bloke guy man woman lady doctor dentist chef cook caretaker barber
    """
)
NAMING = word_set("called named names nicknamed aka name's")
BE = word_set("is was are were its it's be am im i'm s")
BELONGING = word_set("my our me her his")
# two words that end in a name: `her name is X`, `they call me X`, `goes by X`
INTRODUCING = frozenset(
    {(name, be) for name in ("name", "names", "nickname") for be in ("is", "was", "are", "were", "be", "its", "it's")}
    | {(call, whom) for call in ("call", "calls", "called") for whom in ("me", "him", "her", "them")}
    | {("known", "as"), ("goes", "by"), ("me", "name"), ("my", "name"), ("names", "just")}
)

GREETING = word_set(
    """
    hi hiya hello hey dear yo thanks thankyou ta cheers regards wishes love sincerely faithfully oi ello heya
    sorry
    """
)
CLOSING = word_set(
    """
    regards thanks thankyou cheers wishes sincerely faithfully love truly signed from ta warmly
    """
)

REGARDS = word_set("regards wishes sincerely faithfully truly")  # what stands before these is no name

# words that often stand before a name, and seldom before the same word used otherwise
BEFORE = word_set(
    """
    with and tell told tel ask asked asking wor our meet met miss missed thank thanks from by n for to of see
    saw know ring rang rung text texted txt emailed email phoned called seen about if but when then that
    because cos since so without is was did does has had like where why says said until while both & bout wi +
    nor or not
    """
)
STRONG_BEFORE = word_set(
    """
    tell told tel ask asked wor meet met miss thank ring rang text texted txt emailed with
    """
)
DETERMINERS = word_set("the a an this that these those some any no every each another")
# words before which a weak candidate in lower case is an ordinary word
NOT_BEFORE = word_set(
    """
    my your his her its our their ur me more most very too so as in on at last next all be being been to i you
    he she we they it u will would can could should may might must dont don't doesnt didnt not cant wont never
    ever always just really good bad new old and or of for with
    """
)
DATED = word_set(
    """
    in on last next this since until till by from every end early late mid before after around during
    """
)
SEASONS = word_set(
    """
    may april june july august march january february september summer autumn winter spring easter christmas
    dawn
    """
)
# what a person does: words after a name
SAYS = word_set(
    """
    says said say told tells gave gives gets got does asks asked wants wanted come went goes texted txt txts
    drew rang reckons promised chaired cried cries listened listens knows explained
    """
)
DOES = word_set(
    """
    came comes did is was has had who left let lets made makes took takes never always still keeps kept helped
    helps thinks thought knew rings phoned emailed sent sends moved lives lived looks looked sat turned works
    worked called calls put puts bought brung brought will would wont can cant couldnt wouldnt isnt isn't
    wasnt wasn't hasnt doesnt doesn't didnt didn't aint wrote reads read stayed stays supports supported met
    meets runs ran drove drives noticed started stopped won't can't used actually also only been seems loves
    loved likes liked hates deserves needs
    """
)
PEOPLE_AFTER = word_set("who and n & my our whos who's his her x xx xxx xo")
WHERE_FROM = word_set("from in at off on")
COUNTED = word_set(
    """
    months month weeks week days day hours hour mins minutes miles quid pounds times kids people buses of per
    percent pm am
    """
)
PARTICLES = word_set(
    """
    ni nic mac mc o van von de del della di da dos al el bin binti ibn ul ap ab abu
    """
)
NICKNAMES = word_set("big little lil wee old young baby crazy mad tiny fat skinny")
NICKNAMING = word_set("big lil wee")  # in lower case too

IN = word_set(
    """
    in near from to outside around round towards via between across into through
    """
)
AT = word_set("at by from to in of with near the")
LIVING = word_set(
    """
    live lives lived living moved moving move staying stay born based placed grew raised up went back over
    down go going been come came sent travel travels hotel place house flat him her me them it one is are now
    here there fae school us drop-in centre pa adviser station custody council estate walked drove train bus
    somewhere village town city
    """
)
FROM = word_set("in near from to fae outside around towards between via")

I_AM = word_set("im i'm its it's")
MYSELF = word_set("i i'm i'd i've i'll im id ive ill")
TELLING = word_set("to i that about he she if ta thanks we not how what why")
WITH = word_set("with of for about told tell by from and behalf called is asked ask met")
# capitals that follow a name or a place and are no part of it
AFTER_NAMES = SEASONS | word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday social worker personal adviser manager team
    council borough county city leaving care children's childrens children housing services family court
    police university college school house year independent advocate officer head senior thanks this that they
    when what there please regards will
    """
)

COUNCIL = word_set(
    """
    council borough county city metropolitan leaving social lado children's childrens housing
    """
)
