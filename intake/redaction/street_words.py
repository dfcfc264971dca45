"""The words of addresses: streets, houses, rooms, and what makes them ordinary speech."""

from __future__ import annotations

import re

from intake.redaction.kinds import word_set

STREETS = word_set(
    """
    street road rd avenue ave lane crescent cresc mews terrace boulevard wynd vennel cul-de-sac
    """
)
WAYS = word_set(
    """
    st drive dr close court place gardens grove hill park rise row walk square green parade brae view bank gate
    wharf quay way croft garth fold fields field meadow meadows heights estate yard mount drove end ropewalk
    embankment passage broadway buildings house cottage cottages villas lodge tower towers point mansions common
    chase dale causeway mead
    """
)
# these only with a capital and a number: `9 Quarry Steps`
TITLED = word_set(
    """
    approach steps reach ring brow nook lea ridge spinney circus arcade orchard paddock paddocks glade glen dell copse
    wood woods bridge loan gait hollow mill mills lawn lawns precinct side acre acres corner cross link links
    """
)
LEADS = word_set("heol ffordd stryd lon clos")
NUMBERED_LEADS = LEADS | word_set("cwrt maes bryn llys parc nant rhodfa rhes plas trem gerddi coed pen")
# a name that is all there is of an address after its number: `17 Fircroft`
HOUSE_NAME = re.compile(
    r".{2,}(?:croft|dene|field|fields|bank|leigh|wood|brook|side|mead|garth|hurst|lea|acres?|gate|view|holme|ridge|stead|"
    r"combe|cliffe?|mount|crest|fold|way|cote|mere|fell|lands?)"
)
VAGUE = word_set("park place end way ways view point centre estate green common square")
# without a number these are rather an organisation's name
HOUSES = word_set(
    """
    house court cottage lodge tower towers point mansions villa villas farm buildings block hall heights
    """
)
ROOMS = word_set("flat apartment apt unit room bedsit flt block pitch plot studio berth fl")
HOMES = word_set(
    "house flat caravan lodge bungalow cottage boat barge trailer chalet basement attic bedsit annexe studio apartment"
)
ABOVE = word_set("above over behind beneath below under opposite beside next")
STOREYS = word_set(
    """
    ground first second third fourth fifth sixth 1st 2nd 3rd 4th 5th 6th 7th 8th 9th top basement upper lower back front
    spare box left right attic
    """
)
STOREY = word_set("bedroom room flat floor bedsit basement attic maisonette")
# short for a kind of street, only after a number: `19 oxlip gdns`
SHORT_WAYS = word_set("gdns gdn cl crt ct cres pl sq gr gro ter terr blvd bvd est hse bldgs cott cotts pk")
NAMED_HOMES = (
    HOUSES
    | HOMES
    | word_set(
        """
    vicarage rectory box barn mill chapel priory manse limes elms oaks firs laurels beeches willows hollies cedars pines
    annexe gatehouse farmhouse croft grange hostel foyer arcade stables hotel
    """
    )
)
AT_ONCE = word_set("on at is")
ON = word_set(
    """
    on in at of off down from to near up along round by outside across behind and
    """
)
# before a word for a street these are ordinary speech: `the road`, `a long way`, `in a row`
PLAIN = word_set(
    """
    the a an my your his her our their this that these those any some no every each another same other whole one
    main busy long right wrong only best first last next new old own good bad of in on at by to from for with
    and or but is was be it as so all half way either which what such more much little up down out off over back
    under high big small nice dead cross side front ring slip toll memory through quiet we i you he she they
    """
)
COUNTED = word_set(
    """
    min mins minute minutes hour hours hr hrs mile miles metre metres yard yards week weeks day days month
    months year years yr yrs time times bed bedroom storey floor people kids children buses bus trains of in out
    more other different nights night pound pounds quid percent per pm am km x
    """
)
IN_A_STREET, COMMAS = frozenset({" ", " '", "'"}), frozenset({", ", ",", " , "})
ORDINARY = word_set("high main front back cross side long new old")  # of streets, after a number
AFTER_THE = word_set(
    """
    green close grove drive square parade croft paddock paddocks maltings oaks limes willows beeches orchard orchards
    meadows spinney cedars firs laurels hollies gables elms poplars glebe
    """
)
WHICH = word_set("end last first corner middle top bottom red blue white green yellow pink black big old little")
NEXT_TO = word_set("on behind off above opposite by in to at")
MOST, FARTHEST = 3, 6  # words in a street's name, and steps from there to where its address begins
SIGNS = STREETS | WAYS | SHORT_WAYS | TITLED | NUMBERED_LEADS | ROOMS | AFTER_THE
