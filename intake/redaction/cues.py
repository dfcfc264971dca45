"""The words of care talk that say a name, a place or an organisation stands next to them. Data only."""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms mx dr doctor prof rev cllr councillor sir auntie aunty uncle sister miss nurse pc sgt dc nanna".split()
)

KIN = frozenset(
    "mum mam mom ma dad da mother father brother bro sister sis brothers sisters siblings sibling twin twins cousin cousins son sons "
    "daughter daughters nan nana nanna nanny gran granny grandma grandad grandfather grandmother aunt auntie aunty uncle niece "
    "nephew stepdad stepmum stepbrother stepsister partner boyfriend girlfriend bf gf husband wife ex friend mate bestie "
    "baby bairn bairns kid child girl boy lad lass neighbour housemate flatmate roommate tutor".split()
)
ROLES = frozenset(
    "worker workers keyworker key-worker pa pas adviser advisor advocate iro manager carer carers mentor solicitor barrister "
    "teacher head headteacher tutor nurse therapist counsellor psychologist psychiatrist midwife visitor officer guardian "
    "councillor chair landlord landlady coach volunteer assistant senco ssw sw support personal guard bloke guy man woman "
    "lady tutor doctor dentist chef cook caretaker barber".split()
)
NAMING = frozenset("called named names nicknamed aka name's".split())
BE = frozenset("is was are were its it's be am im i'm s".split())
BELONGING = frozenset("my our me her his".split())
# two words that end in a name: `her name is X`, `they call me X`, `goes by X`
INTRODUCING = frozenset(
    {(name, be) for name in ("name", "names", "nickname") for be in ("is", "was", "are", "were", "be", "its", "it's")}
    | {(call, whom) for call in ("call", "calls", "called") for whom in ("me", "him", "her", "them")}
    | {("known", "as"), ("goes", "by"), ("me", "name"), ("my", "name"), ("names", "just"), ("i", "am")}
) - {("i", "am")}

GREETING = frozenset(
    "hi hiya hello hey dear yo thanks thankyou ta cheers regards wishes love sincerely faithfully oi ello heya sorry".split()
)
CLOSING = frozenset(
    "regards thanks thankyou cheers wishes sincerely faithfully love truly signed from ta warmly".split()
)

# words that often stand before a name, and seldom before the same word used otherwise
BEFORE = frozenset(
    "with and tell told tel ask asked asking wor our meet met miss missed thank thanks from by n for to of see saw know "
    "ring rang rung text texted txt emailed email phoned called seen about if but when then that because cos since so "
    "without is was did does has had like then where why says said until while both & bout wi + nor or not".split()
)
STRONG_BEFORE = frozenset(
    "tell told tel ask asked wor meet met miss thank ring rang text texted txt emailed with".split()
)
DETERMINERS = frozenset("the a an this that these those some any no every each another".split())
# words before which a weak candidate in lower case is an ordinary word
NOT_BEFORE = frozenset(
    "my your his her its our their ur me more most very too so as in on at last next all be being been to i you he she we they "
    "it u will would can could should may might must dont don't doesnt didnt not cant wont never ever always just really good "
    "bad new old and or of for with".split()
)
DATED = frozenset(
    "in on last next this since until till by from every end early late mid before after around during".split()
)
SEASONS = frozenset(
    "may april june july august march january february september summer autumn winter spring easter christmas dawn".split()
)
# what a person does: words after a name
SAYS = frozenset(
    "says said say told tells gave gives gets got does asks asked wants wanted came come comes went goes texted txt txts drew "
    "rang reckons promised chaired cried cries listened listens knows explained".split()
)
DOES = frozenset(
    "did is was has had who left let lets made makes took takes never always still keeps kept helped helps thinks thought "
    "knew rings phoned emailed sent sends moved lives lived looks looked sat turned works worked called calls put puts "
    "bought brung brought will would wont can cant couldnt wouldnt isnt isn't wasnt wasn't hasnt doesnt doesn't didnt didn't "
    "aint wrote reads read stayed stays supports supported met meets runs ran drove drives noticed started stopped won't "
    "can't used actually also only been seems loves loved likes liked hates deserves needs".split()
)
PEOPLE_AFTER = frozenset("who and n & my our whos who's his her x xx xxx xo".split())
WHERE_FROM = frozenset("from in at off on".split())
COUNTED = frozenset(
    "months month weeks week days day hours hour mins minutes miles quid pounds times kids people buses of per percent pm am".split()
)
PARTICLES = frozenset("ni nic mac mc o van von de del della di da dos al el bin binti ibn ul ap ab abu".split())
NICKNAMES = frozenset("big little lil old young baby crazy mad tiny fat skinny".split())

IN = frozenset(
    "mum mam mom ma dad da mother father brother bro sister sis brothers sisters siblings sibling twin twins cousin cousins son sons "
    "daughter daughters nan nana nanna nanny gran granny grandma grandad grandfather grandmother aunt auntie aunty uncle niece "
    "nephew stepdad stepmum stepbrother stepsister partner boyfriend girlfriend bf gf husband wife ex friend mate bestie "
    "baby bairn bairns kid child girl boy lad lass neighbour housemate flatmate roommate tutor".split()
)
ROLES = frozenset(
    "worker workers keyworker key-worker pa pas adviser advisor advocate iro manager carer carers mentor solicitor barrister "
    "teacher head headteacher tutor nurse therapist counsellor psychologist psychiatrist midwife visitor officer guardian "
    "councillor chair landlord landlady coach volunteer assistant senco ssw sw support personal guard bloke guy man woman "
    "lady tutor doctor dentist chef cook caretaker barber".split()
)
NAMING = frozenset("called named names nicknamed aka name's".split())
BE = frozenset("is was are were its it's be am im i'm s".split())
BELONGING = frozenset("my our me her his".split())
# two words that end in a name: `her name is X`, `they call me X`, `goes by X`
INTRODUCING = frozenset(
    {(name, be) for name in ("name", "names", "nickname") for be in ("is", "was", "are", "were", "be", "its", "it's")}
    | {(call, whom) for call in ("call", "calls", "called") for whom in ("me", "him", "her", "them")}
    | {("known", "as"), ("goes", "by"), ("me", "name"), ("my", "name"), ("names", "just"), ("i", "am")}
) - {("i", "am")}

GREETING = frozenset(
    "hi hiya hello hey dear yo thanks thankyou ta cheers regards wishes love sincerely faithfully oi ello heya sorry".split()
)
CLOSING = frozenset(
    "regards thanks thankyou cheers wishes sincerely faithfully love truly signed from ta warmly".split()
)

# words that often stand before a name, and seldom before the same word used otherwise
BEFORE = frozenset(
    "with and tell told tel ask asked asking wor our meet met miss missed thank thanks from by n for to of see saw know "
    "ring rang rung text texted txt emailed email phoned called seen about if but when then that because cos since so "
    "without is was did does has had like then where why says said until while both & bout wi + nor or not".split()
)
STRONG_BEFORE = frozenset(
    "tell told tel ask asked wor meet met miss thank ring rang text texted txt emailed with".split()
)
# words before which a weak candidate is an ordinary word
NOT_BEFORE = frozenset(
    "the a an this that these those some any no every each another my your his her its our their ur me more most very "
    "too so as in on at last next all be being been to i you he she we they it u will would can could should may might "
    "must dont don't doesnt didnt not cant wont never ever always just really good bad new old".split()
)
# what a person does: words after a name
DOES = frozenset(
    "says said say told tells gave gives got gets does did is was has had who asked asks wants wanted came come comes went "
    "goes left let lets made makes took takes never always still keeps kept cries cried helped helps thinks thought knows "
    "knew rang rings phoned texted txt txts emailed sent sends moved lives lived listens listened looks looked sat turned "
    "works worked promised called calls put puts bought brung brought reckons will would wont can cant couldnt wouldnt "
    "isnt isn't wasnt wasn't hasnt doesnt doesn't didnt didn't aint 'd 'll chaired wrote reads read stayed stays supports "
    "supported met meets runs ran drew drove drives explained noticed started stopped won't can't keeps used actually "
    "also only been seems loves loved likes liked hates deserves needs".split()
)
PEOPLE_AFTER = frozenset("who and n & my our whos who's he she her his again here x xx xxx xo".split())

IN = frozenset("in near from to outside around round towards via between across into through".split())
AT = frozenset("at by from to in of with near the".split())
LIVING = frozenset(
    "live lives lived living moved moving move staying stay born based placed grew raised up went back over down go going "
    "been come came came sent travel travels hotel place house flat him her me them it one is are now here there fae school "
    "them us drop-in centre pa adviser station custody council estate walked drove train bus somewhere village town city".split()
)
FROM = frozenset("in near from to fae outside around towards between via".split())

COUNCIL = frozenset("council borough county city metropolitan leaving social lado children's childrens housing".split())
