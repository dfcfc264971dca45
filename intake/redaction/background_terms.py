"""What counts as a background: terms of each kind, in lower case; what many people share is common.

Written for care-voice. jigsaw.py tells when they are said of somebody.
"""

from __future__ import annotations

BACKGROUNDS = {
    "people": """
        afghan, afghani, albanian, algerian, amhara, angolan, arab, armenian, azeri, bajan, bengali, bolivian,
        brazilian, bulgarian, burmese, burundian, cambodian, cameroonian, chadian, chechen, chinese, colombian,
        congolese, cuban, cypriot, czech, egyptian, eritrean, estonian, ethiopian, filipina, filipino, gambian,
        georgian, ghanaian, greek, guinean, hazara, hungarian, indonesian, iranian, iraqi, ivorian, japanese,
        jordanian, kazakh, kenyan, korean, kosovan, kurd, kurdish, kuwaiti, latvian, lebanese, liberian, libyan,
        lithuanian, malawian, malaysian, malian, maltese, mauritian, mexican, moldovan, mongolian, moroccan,
        mozambican, namibian, nepalese, nepali, nigerien, oromo, palestinian, pashtun, peruvian, philippino,
        portuguese, punjabi, roma, romani, russian, rwandan, senegalese, serbian, sierra leonean, sinhalese, slovak,
        slovakian, somali, somalian, sri lankan, sudanese, swazi, syrian, tajik, tamil, tanzanian, thai, tibetan,
        tigrayan, tunisian, turkish, turkmen, ugandan, ukrainian, uyghur, uzbek, venezuelan, vietnamese, yazidi,
        yemeni, zambian, zimbabwean, gypsy, irish traveller, traveller, bidoon, aboriginal
    """,
    "people, common": """
        african, american, asian, australian, bangladeshi, black, brown, caribbean, canadian, dual heritage, french,
        german, indian, irish, italian, jamaican, mixed race, mixed heritage, nigerian, pakistani, polish, romanian,
        south african, spanish, white
    """,
    "countries": """
        afghanistan, albania, algeria, angola, armenia, azerbaijan, bolivia, brazil, bulgaria, burma, burundi,
        cambodia, cameroon, chad, chechnya, china, colombia, congo, cuba, cyprus, darfur, drc, egypt, el salvador,
        eritrea, ethiopia, gambia, gaza, georgia, ghana, guinea, honduras, hong kong, hungary, indonesia, iran,
        iraq, ivory coast, japan, jordan, kazakhstan, kenya, kosovo, kurdistan, kuwait, latvia, lebanon, liberia,
        libya, lithuania, malawi, malaysia, mali, moldova, mongolia, morocco, mozambique, myanmar, namibia, nepal,
        niger, north korea, palestine, peru, philippines, russia, rwanda, senegal, serbia, sierra leone, slovakia,
        somalia, somaliland, sri lanka, sudan, syria, tajikistan, tanzania, thailand, the gambia, tibet, tunisia,
        turkey, uganda, ukraine, uzbekistan, venezuela, vietnam, yemen, zambia, zimbabwe
    """,
    "countries, common": """
        bangladesh, india, italy, jamaica, nigeria, pakistan, poland, portugal, romania, spain
    """,
    "languages": """
        albanian, amharic, arabic, bengali, bsl, cantonese, dari, farsi, french, greek, hausa, hungarian, igbo,
        kurdish, lingala, makaton, mandarin, oromo, pashto, portuguese, punjabi, romanes, russian, sign language,
        slovak, somali, sorani, spanish, swahili, tamil, tigre, tigrinya, tigrigna, turkish, twi, ukrainian, urdu,
        vietnamese, yoruba, zaghawa
    """,
    "languages, common": """
        gaelic, polish, romanian, welsh
    """,
    "faiths": """
        bahai, brethren, buddhist, coptic, druze, hindu, jain, jehovahs witness, jewish, mennonite, mormon,
        orthodox, pagan, quaker, rastafarian, rasta, sikh, zoroastrian, hijab, niqab, patka, turban, kippah
    """,
    "faiths, common": """
        catholic, christian, muslim, pentecostal
    """,
    "conditions": """
        addisons, albinism, albino, amputee, anorexia, anorexic, bipolar, blind, brain injury, brain tumour,
        bulimia, cancer, cerebral palsy, cleft, cochlear implant, coeliac, colostomy, crohns, cystic fibrosis, deaf,
        deafblind, dialysis, downs syndrome, down syndrome, dwarfism, dystonia, ehlers danlos, epilepsy, epileptic,
        feeding tube, guide dog, haemophilia, hard of hearing, hearing aid, hearing aids, hearing impaired, hearing
        loss, heart condition, heart transplant, hiv, hydrocephalus, kidney failure, leukaemia, lupus, mute,
        muscular dystrophy, narcolepsy, non verbal, no arms, no legs, one arm, one eye, one hand, one leg,
        paralysed, peg fed, prosthetic, psychosis, schizophrenia, schizophrenic, scoliosis, seizures, selective
        mutism, selectively mute, sickle cell, spina bifida, stoma, syndrome, tube fed, thalassaemia, tourettes,
        transplant, turner syndrome, type 1, type one, vitiligo, visually impaired, voice machine, wheelchair, white
        cane, white stick
    """,
    "conditions, common": """
        adhd, asd, asthma, asthmatic, autism, autistic, diabetes, diabetic, dyslexia, dyslexic, dyspraxia,
        dyspraxic, eczema, fasd, foetal alcohol, learning disability, stammer, stutter, disabled
    """,
    "genders": """
        drag queen, gender fluid, genderfluid, genderqueer, intersex, non binary, nonbinary, non-binary, they/them,
        trans, transgender, transitioned, transitioning
    """,
    "genders, common": """
        asexual, bi, bisexual, gay, lesbian, pansexual
    """,
    "pregnancy": """
        pregnant, teen mum, teenage mum, up the duff
    """,
    "pregnancy, common": """
        baby, daughter, son
    """,
}
