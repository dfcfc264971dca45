# What care-experienced people can expect, all over England, in Easy Read English: the pages behind /rights. What is checked in
# rights.ftl of English has to be checked here too. Change a message by writing it again, under the same name, in
# wording/en-simple/rights.ftl of your own data folder.

bot-command-rights = 📘 What you can expect
bot-button-rights-everywhere = All of England
bot-button-rights-council = Choose another council
bot-button-rights-before = Page before
bot-button-rights-more = More

bot-rights =
    📘 What can you expect?
    Are you in care? Or did you grow up in care?
    👇 Choose your council.
    I show what it offers.
    I don't keep what you choose.
bot-rights-of = 📘 { $council } says:
bot-rights-none =
    I don't know yet what this council offers.
    Every council must tell you.
    Ask your worker.
    Here is what you can expect all over England:
bot-rights-page = Page { $page } of { $pages }
bot-rights-who =
    📘 What you can expect, all over England.
    Some of it is not for everybody.
    It is for people who were in care for 13 weeks or more after they turned 14.
    And who were in care after they turned 16.
    Are you not sure? Then ask.
bot-rights-plan =
    📝 Your plan
    From about 16 you have a plan.
    It is called a pathway plan.
    It says what you want, and who helps you.
    It is made with you.
    Someone looks at it with you every six months.
bot-rights-adviser =
    🧑 Your adviser
    You can have a personal adviser.
    You can ask for one until you turn 25.
bot-rights-advocate =
    📣 An advocate
    An advocate is on your side.
    They help you to be heard.
    You can have one if you want to complain.
    You don't have to pay.
    Call Always Heard: 0808 800 5792.
bot-rights-money =
    💷 Your own home
    Councils are told to give you £3,000 or more to set it up.
    Ask what you can buy with it.
bot-rights-education =
    🎓 University
    You can get £2,000 from your council, once.
    Do you study or train for something else? Ask what you can get.
bot-rights-home =
    🏠 Foster carers
    Do you live with foster carers?
    You can ask to stay until you turn 21.
    They have to agree too.
bot-rights-homeless =
    🚨 Do you have nowhere to live?
    Are you 18, 19 or 20? Were you in care at 16 or 17?
    Then you are one of the first that councils must help.
    Ask your adviser today.
    Or call Shelter: 0808 800 4444.
bot-rights-council-tax =
    💷 Council tax
    In many places care leavers pay less, or nothing.
    Ask your council.
bot-rights-health =
    🩺 Health
    You can see a doctor for free.
    Ask your adviser about the dentist, your eyes, medicine, and how you feel.
bot-rights-offer =
    📄 What your council offers
    It must write that down, and show it to everybody.
    It is called the local offer.
    Ask for it.
bot-rights-files =
    📁 What they wrote about you
    You can ask to read it.
    Ask your adviser or an advocate to help you.
bot-rights-complain =
    ✋ You don't get what you should get?
    You can complain.
    An advocate can help you.
bot-rights-ask =
    ❓ Rules can change.
    Some are not for everybody.
    Ask your adviser, your social worker or an advocate.
bot-rights-checked =
    Nobody here has checked this page yet.
    So please ask before you count on it.
