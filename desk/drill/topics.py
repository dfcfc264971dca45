"""Words for the drill: what seldom happens, what sorts of detail there are, and what everybody in the field says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.redaction.background_terms import BACKGROUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Terms = dict[str, tuple[tuple[str, ...], ...]]  # by their first word, the longest first


def _any(words: str) -> Terms:
    found: dict[str, set[tuple[str, ...]]] = {}
    for term in filter(None, map(str.split, words.replace("-", " ").split(","))):
        found.setdefault(term[0], set()).add(tuple(term))
    return {first: tuple(sorted(terms, key=len, reverse=True)) for first, terms in found.items()}


def terms_in(terms: Terms, words: Sequence[str]) -> Iterator[str]:
    """Give those terms that stand among words, which are in lower case."""
    for at, word in enumerate(words):
        for term in terms.get(word, ()):
            if tuple(words[at : at + len(term)]) == term:
                yield " ".join(term)
                break


EVENTS = _any("""
    court, judge, trial, tribunal, jury, sentenced, convicted, prison, jail, arrested, police raid, raided, charged,
    hospital, ambulance, operation, surgery, accident, crash, crashed, fire, burned, burnt, flood, flooded, explosion,
    stabbed, stabbing, shot, shooting, murder, murdered, killed, died, death, funeral, suicide, overdose, kidnapped,
    trafficked, rescued, missing, newspaper, newspapers, in the news, on the news, television, on tv, radio, viral,
    tiktok, youtube, documentary, mp, mayor, minister, protest, petition, inquest, inquiry, ofsted, closed down,
    shut down, evicted, eviction, award, prize, medal, won, championship, parliament, wedding, married, divorced,
    born, gave birth, twins, triplets, miscarriage, adopted, deported, asylum, home office, refugee camp, appeal,
    lawsuit, sued, compensation, sacked, expelled, excluded, tattoo, dinghy, lorry
""")

DETAILS = {
    "family": _any("""
        mum, mother, dad, father, nan, gran, grandad, auntie, aunt, uncle, cousin, brother, brothers, sister, sisters,
        twin, twins, triplets, son, daughter, stepmum, stepdad, stepfather, half brother, half sister, husband, wife,
        baby, my kids, my child, children of my own
    """),
    "background": _any(",".join(BACKGROUNDS.values())),
    "health": _any("""
        diagnosed, autism, autistic, adhd, wheelchair, disability, disabled, asthma, diabetes, diabetic, medication,
        camhs, sectioned, self harm, eating disorder, pregnant, pregnancy, hearing, glasses, allergy, allergic
    """),
    "identity": _any("gay, lesbian, bi, bisexual, trans, transgender, non-binary, queer, lgbt, lgbtq"),
    "school": _any("""
        school, college, university, uni, sixth form, gcse, gcses, a levels, btec, degree, apprenticeship, teacher,
        nursery, course, pupil referral unit, pru
    """),
    "work": _any("""
        my job, work at, worked at, i work, barber, nurse, chef, mechanic, army, navy, raf, cadets, volunteer,
        warehouse, factory, hairdresser, business, shift, shifts, boss, manager
    """),
    "pastime": _any("""
        team, club, captain, band, choir, drums, guitar, piano, boxing, rugby, football, cricket, swimming, horse,
        horses, riding, dance, ballet, theatre, scouts, guides, gym, skateboard, karate, judo, chess, church, mosque,
        temple, synagogue, forum, youth parliament
    """),
    "home": _any("""
        placements, children's home, residential, foster, carer, carers, supported lodgings, hostel, flat, bedsit,
        caravan, farm, village, island, coast, estate, tower block, boat
    """),
    "events": EVENTS,
}

FIELD = """
    placement placements pathway care-experienced carer carers leaver leavers foster fostering fostered kinship advocate
    advocates advocacy iro camhs gp pa pas ehcp senco ofsted council councils worker workers lodgings bursary bursaries
    allowance reviews safeguarding sibling siblings respite staying put independent visitor lac cin eia uk england
    english british britain wales welsh scotland scottish god tv ok okay id wifi mr mrs ms miss nhs dwp pip uc adhd asd
    universal credit citizens advice childline samaritans shout become coram voice lifelong links
"""
