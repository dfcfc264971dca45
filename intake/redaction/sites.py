"""The words that names of schools, homes, clubs and other organisations are made of. Data only."""

from __future__ import annotations

from intake.redaction import dedications
from intake.redaction.kinds import word_set

# a name may end in these, in lower case too, after a rare word or one of NAMESAKES: `oakfield lodge`, `acorn nursery`
STRONG = word_set(
    """
    school academy college primary secondary surgery lodge nursery hospice hospital clinic infirmary church mosque
    masjid gurdwara mandir synagogue chapel hostel foyer manor grange house hse court hall centre center project
    harriers bakery cafe university uni pru yoi farm preschool playgroup cottage villa stables club academies vicarage
    rectory priory abbey infants juniors jnrs tearoom tearooms motors barbershop hairdressers chippy florist florists
    butchers bistro diner brewery deli pantry ymca ywca launderette laundrette greengrocers cattery kennels bakers
    newsagents foodbank ltd llp roofing plumbing scaffolding joinery electrical catering salads poultry meats fisheries
    sons bros
    """
)
# in lower case only after a rare word, a place, or a capital: `kirkholt boxing`, `Poplars clinic`
MEDIUM = word_set(
    """
    high base hub boxing secure magistrates scouts guides cadets brownies kitchen garage salon barbers gym pharmacy
    dental dentist dentists unit baths fostering bar cuts fades chemist chemists pub takeaway clinic shop nails vape
    barber tattoo living ward library laundry caff rescue fe wash judo karate dojo sanctuary stables studios semh sld
    abc fc cc rfc afc comp tech poly conservatoire theatre playhouse depot autos cutz tattoos groomers grooming sixth
    mags valeting hairdressing tiling haulage upholstery landscaping scrapyard workshop workshops makerspace museum
    creche playscheme kindergarten montessori guesthouse collage collge acadamy academey surgary nursary
    """
)
# only where they have a capital
CAPITAL = word_set(
    """
    trust view united rovers athletic town practice care homes home ltd limited llp prison lodgings nails restaurant
    camhs takeaway inn arms institute foundation association charity group services solicitors law youth opticians
    vets park gate rise mount farmhouse place close ward heights tower towers swimmers runners netball housing living
    stores voices smiles rangers celts colts wanderers city albion stars service partnership network society company
    accountants builders timber tyres cars kebab kebabs pizza grill tandoori spice chippy fisheries florist butchers
    baptist methodist pentecostal parish tabernacle assembly chaplaincy ministries temple rest mews terrace croft bank
    brook dene orchard paddock meadow meadows wood woods cathedral hospice almshouses barracks laundry gardens garden
    allotments quay wharf mill works yard bikes music dance drama arts crafts gang crew collective coop sixth infants
    juniors girls boys village steps store shop stop junction corner quarter met hallam trent rooms office library
    pool wing hotel pub theatre premises refuge shelter print prints ink furniture recruitment logistics carpentry
    gallery aquarium cinema arcade lea ley tree beech oak oaks willow willows elms pines cedars hollow copse spinney
    ridge mead vale
    """
)
HEADS = STRONG | MEDIUM | CAPITAL
# a name may go on to these in lower case: `St Aidan's secure unit`
ENDING = word_set(
    """
    school academy college primary secondary surgery lodge nursery hospice hospital clinic infirmary church hostel
    foyer house hall court centre center project cafe unit club theatre comp depot workshop workshops pantry hub
    practice sixth ymca farm garage salon gym pharmacy fc afc abc cc rfc shop store bar deli ward camhs living boys
    girls home fe library laundry
    """
)
# after nothing but everyday words these make a title and no name: `Health and Social Care`
VAGUE = word_set(
    """
    care services service group association home homes youth law unit charity support trust foundation housing living
    office partnership network society company city town shop store place close bank garden gardens works yard stop
    music dance drama arts girls boys corner base wing ward prison practice high stars cars steps secure gate rise
    garage gym pool library premises refuge shelter view mill wood woods sixth met gang crew rest parish
    """
)
# what may stand between a name and its head
MIDDLE = word_set(
    """
    community primary junior juniors infant infants sixth form high secondary grammar comprehensive catholic rc ce
    cofe special day family crown magistrates magistrate medical health dental children's childrens children young
    boys girls boys' care nursing residential contact leisure sports sport boxing football rugby swimming athletics
    youth resource training further technical university al cricket karate judo dance gymnastics netball lads ladies
    women's womens men's assessment approved adult learning register registry furniture combined coroner's coroners
    housing prep nursery music road lane street avenue semh sld pru respite council city town business sheriff
    supported maternity outdoor activity activities vocational fish fried chicken kebab pizza burger saturday sunday
    bereavement wellbeing breakfast lunch homework holiday guest car animal kinship mother baby fostering advocacy
    parenting toddler toddlers refugee adolescent tennis bowling climbing skate cycle cycling sailing riding dog
    """
)
FAITHS = word_set("rc cofe")  # names of schools end so
JOINERS = word_set("of the and o n y yr for upon")
# nobody is called by these alone
GENERIC = MIDDLE | word_set(
    """
    my your his her our their this that a an any no new old same local every each another other last first next main
    whole foster group school semi supported temporary emergency secure full open state private county arts art
    support education resource international islamic public good bad job job's drop-in safe detention custody mother
    baby hall upper lower virtual village town city us them in at from to by near with on is was it's its i'm i we he
    she they you me social services service care leaving leavers leaver independent living panel team manager worker
    workers adviser advisor reviewing officer review reviews plan pathway personal life story child protection looked
    after mental camhs adoption fostering kinship court courts judge police probation prison government parliament
    council councils college uni university benefit benefits credit tax act law rights human national british english
    welsh scottish irish polish black asian muslim christian jewish hindu sikh church mosque age year years key stage
    head heads staff night dear yes ok thanks thank please sorry but and or so if when then what why how who where
    because cos not never always also just even still only best worst nice big great horrible boring house home homes
    centre hospital club unit ward wing office base hub level levels housing homelessness equality inclusion
    participation advocacy complaints safeguarding duty access records data board designated teacher tutor lead
    director assistant deputy senior executive chief chair mayor minister secretary mum dad nan gran mam mums dads
    nans grandma grandad auntie uncle aunt mr mrs ms miss dr sir lord lady autumn winter february january monday
    tuesday wednesday thursday friday saturday sunday morning evening all christmas easter eid theme parents sports
    prize assembly car caravan skate water royal single student room rate
    """
)
# these name many a home, school and club, and are said in lower case
NAMESAKES = word_set(
    """
    acorn alder apple ash aspen beech birch blackthorn bluebell bramble briar broom buttercup cedar cherry chestnut
    clover cypress daffodil daisy elder elm fern fir hawthorn hazel heather hawthorns holly honeysuckle ivy juniper
    larch laurel lavender lilac lily lime limes linden magnolia maple mulberry myrtle oak oaks olive orchid pine
    poplar poppy primrose rose rosemary rowan sycamore thistle thorn violet walnut willow willows yew beeches elms
    brook brooklands cliff copse coppice dale dell dene fell fen forge glade glen glebe grove harbour haven heath
    hillside hilltop hillview lakeside lea ley lighthouse mead meadow meadows mill millbrook moor moss orchard paddock
    paddocks parkside parkview peak priory quarry quay ridge ridgeway riverside river roundhouse seaview shore spinney
    stream summit vale valley waterside wharf woodland woodlands woodside badger dolphin dove eagle falcon fox hare
    hawk heron hive kestrel kingfisher kite lark nightingale otter owl otters owls phoenix puffin raven robin skylark
    sparrow squirrel stag swallow swan swift unicorn wren butterfly beacon beehive compass cornerstone crossroads
    crossways dawn horizon horizons jigsaw jubilee keystone lantern link mosaic nest nook oasis rainbow sunflower
    sunrise sunshine sunbeam stepping abbey bishop bishops castle cross crown deanery duke friary georgian kings
    king's minster monks queens regent regency trinity victoria windmill pendle bridge bridges gables grange manor
    mount park ark star anchor tower north south east west riverbank blossom pebble pebbles starfish ladybird
    dragonfly bumblebee hummingbird moonbeam pathfinder pathfinders pioneer pioneers explorers springboard gateway
    kaleidoscope carousel treetops treehouse saplings seedlings cove lagoon
    """
)
ROYAL = word_set(
    "crown duke king kings king's queens bishop bishops star castle north south east west ash rose lily tower"
)
# in capitals these are names after their article: `kicked out of the Mulberry`
THE_CAPITAL = (NAMESAKES - ROYAL) | word_set(
    """
    hub pantry gaff shack cabin barn bothy den hut loft attic shed brickworks brewhouse depot yard station terminal
    corner studio cellar annexe workshop junction crossing bungalow brewery bakery dairy cornerhouse clubhouse
    boathouse bunker snug zone
    """
)
# houses are called so with an article: `the limes`
THE_SURE = word_set(
    """
    limes beeches willows gables hollies elms firs pines cedars laurels poplars birches rowans sycamores larches
    hawthorns hazels maples briars spinney copse coppice roundhouse hollows turrets acorns gorse heathers brambles
    alders aspens limetrees yews
    """
)
THE_LIKELY = THE_SURE | word_set(
    """
    oaks chestnuts orchard orchards paddock paddocks meadow meadows haven nest foundry lighthouse beacon lantern hive
    granary vicarage rectory manse priory grange croft vale mulberry juniper magnolia hawthorn kestrel heron
    kingfisher moorings anchorage warren sanctuary retreat lodge grove ferns towers mount glade glen dell forge quarry
    shack gaff treehouse burrow sidings maltings
    """
)
OLD = word_set("vicarage rectory dairy forge manse stables mill bakery chapel brewery barn granary rec parsonage")
# in lower case these lead to where somebody lives, learns or goes
LEADING = word_set("at from to in left of outside near by into leaving called around round run ran runs through thru")
PLACED = word_set("at from left leaving outside")
# `the` before a capital is a name after these, and no title
AT = word_set("at from to in outside near by into left go goes went")
# their names follow: `my old school was Hazelwick`, `the home is called Number Seven`
NOUNS = word_set(
    """
    school schools home nursery college hostel unit surgery club placement shop church stables dentist gp academy
    doctors mosque prison cafe
    """
)
IS = word_set("is was called named its it's at")
# what they own stays readable with them: `at Sainsbury's`
CHAINS = word_set("sainsbury mcdonald macdonald nando domino barnardo wetherspoon morrison kellogg butlin")
# these go before a name and make none
BEFORE = word_set(
    """
    new old little great royal second first third king queen lady lord upper lower our big dr al polish after saturday
    """
)
CALLINGS = word_set(
    "canon pastor father imam rabbi captain sergeant coach saint bishop major queen king prince princess"
)
# a name that they begin has a capital: `AFC Stonebridge`, `Project Sunrise`
LED_IN_CAPITALS = word_set("afc fc rfc cfc parc ty cylch eglwys meithrin project cafe camp clwb caffi plas")
LED = dedications.DEDICATED | LED_IN_CAPITALS | word_set("hmp yoi hmyoi st saint ysgol coleg masjid st.")
PRISONS = word_set("hmp yoi hmyoi")
# belongs to a person: `denise's house`, `kians school`
PERSONAL = word_set("house home school place flat room church class club court college uni hall office base")
FOR_WHOM = word_set("boys girls children")
# after these in lower case comes what sort of thing it is: `a manky house`, `this poxy school`
ANY = word_set("a an this that some any no every another these those")
# these have titles: `a film called Fast Car`
TITLED = word_set(
    "film films book books song songs band show game programme app album story poem podcast website movie"
)
# these centres are nobody's in particular
PLAIN_CENTRES = word_set("town city shopping job call test garden contact detention")
SHORTEST = 3  # letters of a word that is a name where it stands
# these may stand between in lower case: `willow tree dental`
LAND = word_set("tree hill view park gate side brook wood bank field water bridge green farm ridge mount well end")
