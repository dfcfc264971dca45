"""How names of houses, schools and villages end, and the words that end so and are none. Data only."""

from __future__ import annotations

from intake.redaction.kinds import word_set

# the ends of the names of houses, schools and villages, seldom of other words
ENDS = (
    *("field", "fields", "wood", "woods", "croft", "mead", "meads", "meadow", "meadows", "bank", "brook", "dale"),
    *("lea", "leigh", "mount", "hurst", "stead", "combe", "coombe", "dene", "holme", "acre", "acres", "crest", "ridge"),
    *("moor", "fell", "bourne", "grove", "grange", "mere", "haven", "thorpe", "thorn", "cliffe", "wick", "worth"),
    *("keld", "garth", "shaw", "heath", "hill", "lodge", "park", "fold", "side", "view", "beck"),
)
LEAST = 7  # letters of such a name
# so end also words that are no names
NOT_SITES = word_set(
    """
    footbridge drawbridge overbridge weighbridge oxbridge cartridge partridge porridge hardwood hardwoods driftwood
    plywood firewood deadwood sandalwood wormwood dogwood softwood softwoods boxwood brushwood redwood redwoods
    pulpwood touchwood backwoods bollywood hollywood nollywood tollywood kollywood rosewood applewood
    dismount surmount tantamount remount paramount catamount networth pennyworth jobsworth pennorth battlefield
    battlefields airfield airfields goldfields oilfield oilfields coalfield coalfields minefield minefields cornfield
    cornfields creamfields backfield midfield infield outfield downfield upfield goldfield snowfield forcefield
    wheatfield playfield playingfield leftfield icefield subfield homefield airbourne bailiwick candlewick wick
    mangrove rickshaw autorickshaw foodbank databank piggybank riverbank citibank halifaxbank postbank nonbank
    snowbank clydesbank medibank dislodge travelodge splodge unshaven safehaven foothill windchill molehill dunghill
    underhill anthill downhill uphill carpark carparks skatepark waterpark themepark airpark ballpark bobsleigh
    farmstead bedstead roadstead homestead telomere centromere bougainvillea grevillea buckthorn hawthorn blackthorn
    wiseacre overbook tenfold twofold threefold fourfold manifold blindfold scaffold unfold billfold fivefold
    clydesdale wensleydale emmerdale chippendale airedale dunderdale scandale dollywood wildwood
    arndale befell steinbeck
    otherside rightside wrongside leftside eastside westside southside northside topside flipside goodside badside
    kerbside curbside trackside pitchside dockside graveside ringside farside backside sideside worldview pageview
    streetview purview seaside poolside
    """
)
