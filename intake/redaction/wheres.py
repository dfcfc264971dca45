"""The words that say whether a name of an organisation stands where they stand. Data only."""

from __future__ import annotations

from intake.redaction import dedications, sites
from intake.redaction.kinds import word_set

# in lower case a name that begins after `at` ends in these: `at city heights sixth form`
SPOKEN = (
    sites.STRONG
    | (sites.MEDIUM - {"sixth"})
    | word_set("form practice bar tearoom tearooms motors shop salon trust living housing")
)
# before several capitals these say where: `got me into Lambeth Songworks`
BEFORE_SEVERAL = word_set("by from outside called named thru through into to in joined ran run runs")
# one capital that names many a home is a name after these
BEFORE_NAMESAKES = word_set("in from to on left than like near outside through thru into and or n")
# said after `at` without an article, and no name
AT_PLAIN = word_set(
    """
    uno snap monopoly chess roblox about age all an and another any anyone anything anywhere arm around art as aunt
    away bat bath bay bed bedtime being best bingo birth birthday birthdays blame both bottom break breakfast
    breaktime brunch bus but camp capacity cards carnival ceremonies christmas church city class closing clubs
    college contact cooking cost costs council country court crap crisis crossroads curfew dance dancing dark dawn
    day daytime dead death demos dentist dialysis different dinner dinners dinnertime diwali doctors door drama dusk
    each ease easter eid eight eighteen eighty either election eleven end english even evening evenings events every
    everybody everyone everything everywhere exactly exams face family festivals fifteen fifty first five fixing
    food football footy forty four fourteen full funerals games gcse gcses girls golf grammar group groups gunpoint
    gym hair half halfway hand hanukkah heart her here him his history hockey home homes hospital hospitals hotels
    hour house housing how hundred iftar in index infant interview interviews is issue it its itself just karate
    keeping kids knifepoint last late later law least leisure length less lessons life like listening long loads
    lots low lunch lunches lunchtime making management many market mass match matches maths me meal meals meetings
    men midday midnight mid mine minimum moment more morning mosque most mother multiple music my myself nearly
    neither new night nights nine nineteen ninety no nobody noise none noon nothing now number nursery odd odds off
    office old on once one only or other others our ours page panel paper parents parties party peace peak people
    pick play playtime poetry police pool prayer prayers present pretty primary prison probation proper pub quarter
    random rates reading reception rest review reviews right risk roughly rugby running same school schools science
    sea secondary services seven seventeen seventy several sign sight singing six sixteen sixth sixty sleep soft
    some somebody someone something somewhere sort spelling sport sports stage stake standing stations strangers
    student studies such sums sundown sunrise sunset supper swimming talking tea teatime telling ten tennis that the
    their theirs them these they thing things third thirteen thirty this those three time times today tomorrow
    tonight training tribunal tribunals twelve twenty twice two u uncle under uni university ur us using variance
    various visits walking war warp water weddings weekend weekends what whatever when where which who whole whom
    whose why will women work working works worst writing xmas year years you young your yours yourself youth zero
    adults boys teachers budgeting guessing hiding knitting lying actual actually absolutely almost always approx
    approximately bang basically literally maybe never not probably really still too very well yet again ages
    ramadan customers workers staff security nails seeming computers phones screens cars planes animals dogs cats
    mealtimes mealtime handover assembly registration detention lights
    since until till before after by for with because cos and but so then unknown desk placement counter reception
    border airport embassy sundown customs teatimes matchday playtimes panels
    """
)
# the same after `from`
FROM_PLAIN = AT_PLAIN | word_set(
    """
    before then there abroad afar scratch work care leaving social education health camhs agency agencies advocacy
    adoption fostering facebook insta instagram snapchat telly tv above below behind beyond inside outside across
    hell heaven god jail custody hospital duty headquarters upstairs downstairs next nowhere past overseas time
    africa europe asia online reception finance hr it i we he she if memory being having getting going
    """
)
# before `at` these say that something is done at it, not where
NOT_BEFORE_AT = word_set(
    """
    good bad great rubbish terrible brilliant amazing shit crap useless hopeless better worse best shite awful shout
    shouts shouted shouting scream screamed screaming look looks looked looking laugh laughs laughed laughing stare
    stares stared staring yell yelled yelling point pointed pointing angry mad swear swore swearing smile smiled
    throw threw throwing thrown snapped snap glare glared nod aim aimed arrive quick slow decent pants talented
    skilled surprised shocked hate jump jumped pick picking picked chip panic panicked
    panicking freak freaked flinch nervous scared
    """
)
# after an everyday word these say that it is no name: `at work experience`
NOT_AFTER_BARE = word_set("of level levels point points speed times prices rate rates o'clock oclock am pm hours")
# these begin names of two everyday words
FORE = word_set(
    """
    little open stepping rising new hot big first second bright young green blue red golden happy hidden fresh next
    better good sharp silver white black small great wild free true high moving looking
    """
)
# a name in lower case goes no further than these
STOPS = word_set(
    """
    a an and as at but by for from has had have he her his how i if in is it its it's was were my n of on or our she
    so that the their them there these they this those to us we what when where which while who whose why will with
    would you your u ur cos coz cause because can cant could do does did dont didn't didnt doesnt don't go goes
    going gone got get gets not no never now just then than also are be been being im i'm ive i've id i'd said says
    say wont let lets told tell after before since till until again all always any about too very only even ever me
    him out up down off over back here today tomorrow yesterday tonight every each staff kids rn tbh lol pls please
    thanks innit like
    """
)
# after these with `is` a name follows: `our group is Young Voices`
IS_CALLED = sites.NOUNS | word_set(
    "group charity project gym hub provider scheme firm company studio refuge foyer pru church"
)
# a name follows `called` where one of these stands before
CALLED = sites.NOUNS | word_set(
    """
    charity group project scheme centre pub gym clinic hub place homes provider company organisation team service
    nurseries drop-in choir agency business salon barbers barber garage restaurant takeaway bar studio pantry foyer
    refuge workshop bakery farm band market
    """
)
# these name many a home, and are said of one in lower case and without an article
HOUSES = sites.THE_SURE | word_set(
    """
    hawthorn sycamore coppice spinney copse lakeside riverside hillside woodside parkside seaview hillview lakeview
    parkview hilltop brooklands keystone cornerstone haven woodlands ridgeway crossways millbrook glade roundhouse
    acorns kestrel kingfisher skylark treetops horizons quayside oaklands highfields meadows
    """
)
HOUSES |= dedications.HELD
# they are so after and before these
BEFORE_HOUSES = word_set(
    """
    at from to in left outside than like near leaving by through thru called n and or into because cos but when if
    since that tell told thank thanks ask asked ring rang miss missed love loved hate hated
    since before after until once unless about on with
    """
)
AFTER_HOUSES = word_set(
    """
    is was isnt isn't wasnt wasn't has had hasnt have never always staff kids girls boys lot team don't dont doesnt
    doesn't didnt didn't took gave said just closed shut shuts wont won't will can cant kicked made makes lets told
    sent puts keeps does did needs n got smells stinks used where who which house home thank thanks
    """
)
# an unknown word before these is a name: `brightpath staff`
WHO_ARE_THERE = word_set("staff residents shut shuts closed closes")
# a worker is from somewhere that has a name: `my advocate from speakeasy`
THEY_ARE_FROM = word_set("worker advocate mentor adviser advisor counsellor therapist keyworker tutor coach lady")
# a word with a capital is a name before these, where it begins a sentence: `Compass is shut`
IS_DOING = word_set(
    "is was isnt isn't wasnt wasn't has had hasnt have never staff took gave closed shut won't wont did"
)
# these have a name in a number: `Project 18`
NUMBERED = word_set("project number shed studio base hub")
COUNTS = word_set("one two three four five six seven eight nine ten eleven twelve")
# several capitals are a name where their article stands after these: `a couple who run the Bull's Head`
AT_SEVERAL = sites.AT | word_set("about with for run runs ran own owns like than of")
# with a capital these are no names after `in` or `to`
SUBJECTS = word_set(
    """
    art maths english history geography drama music science chemistry physics biology business sociology psychology
    photography dance textiles food spanish french german latin computing it ict pe re rs pshe law media engineering
    god heaven hell mass spring may march one two three four five six seven eight nine ten care court prison foster
    unit part page section appendix form work reception childcare
    """
)
# initials beside these are those of a school
SCHOOLISH = word_set("school college uniform sixth teacher teachers gcse gcses pupil pupils exams prom classroom")
# a word with a capital is a name after these: `in Chapel they take phones`
BEFORE_OWNERS = word_set("at from in to outside")
INTO = word_set("in from to into left joined outside")
# these say of a word in lower case that it is a place: `since jigsaw closed`
SHUTS = word_set("closed shut shuts staff kids residents closing discharged")
# nobody is sent to one of these without an article, unless it has a name
COUNTABLE = word_set(
    """
    hostel nursery cafe surgery clinic academy lodge manor foyer grange hospice bakery garage salon centre kitchen
    tearoom library laundry rescue gym pharmacy dental fc boxing scouts guides cadets brownies
    farm cottage villa preschool playgroup barbershop deli bistro caff
    """
)
# after these in lower case `sycamores` are trees
GROWING = word_set("tree trees path walk wood woods grow growing street road lane avenue close way and are were")
# so is the beginning of a sentence
COUNTABLE_TOO = COUNTABLE | word_set("house court hall")
# after one of sites.NAMESAKES: `oak bank`
LAND_ENDS = word_set(
    "bank hill view park lea brook mount court grove green gate rise way side field fields end cross wood moss"
)
# a street before one of these, also in lower case: `marsh lane medical centre`
STREETS = word_set("lane road rd street avenue drive way hill green")
ON_STREETS = word_set(
    "centre center surgery primary school academy nursery hostel church mosque clinic college practice"
)
# two words that are a kind of place together
PAIRS = {
    "food": frozenset({"bank", "banks"}),
    "guest": frozenset({"house"}),
    "police": frozenset({"station"}),
    "fire": frozenset({"station"}),
}
COMPASS = word_set("north south east west")
