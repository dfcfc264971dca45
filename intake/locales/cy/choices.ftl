# Texts of care-voice.toml in Welsh, not yet checked by a speaker. A text that a deployment changes there is shown as it
# stands there, until it is written here anew.

named-where-you-live = Ble rwyt ti'n byw
named-health-and-wellbeing = Iechyd a lles
named-money = Arian
named-education-and-learning = Addysg a dysgu
named-work-and-training = Gwaith a hyfforddiant
named-people-who-matter-to-you = Pobl sy'n bwysig i ti
named-your-worker-and-your-plan = Dy weithiwr a dy gynllun
named-being-listened-to = Cael dy glywed
named-fair-treatment = Triniaeth deg
named-something-else = Rhywbeth arall
named-another-council = Cyngor arall
named-how-may-we-use-your-words = Sut cawn ddefnyddio dy eiriau?
named-read-it-and-quote-it = Eu darllen a'u dyfynnu
named-read-it-don-t-quote-it = Eu darllen, ond peidio â'u dyfynnu
named-only-count-it = Dim ond eu cyfrif
named-police-fire-or-ambulance = Heddlu, tân neu ambiwlans
named-call-999 = ffonia 999
named-call-0800-1111-or-chat-at-childline-org-uk = ffonia 0800 1111, neu sgwrsia ar childline.org.uk
named-call-116-123 = ffonia 116 123
named-text-85258 = anfona neges destun i 85258
named-call-0800-023-2033 = ffonia 0800 023 2033
named-call-0808-800-5792 = ffonia 0808 800 5792
named-call-111-and-choose-option-2 = ffonia 111 a dewisa opsiwn 2
named-call-0808-800-4444 = ffonia 0808 800 4444
named-any-time = unrhyw bryd
named-become-for-care-experienced-people = Become, i bobl â phrofiad o ofal
named-coram-voice-s-always-heard-for-help-to-be-heard = Always Heard gan Coram Voice, i gael dy glywed
named-nhs-for-mental-health = GIG, ar gyfer iechyd meddwl
named-shelter-for-somewhere-to-live = Shelter, ar gyfer rhywle i fyw
