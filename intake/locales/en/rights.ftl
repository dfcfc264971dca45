# What care-experienced people can expect, all over England: the pages behind /rights. What a council offers on top
# of it stands in its own file, rights/<code of the council>.md of your data folder.
#
# Please have your leaving care team check every line before you open: laws and sums change, and only they know. Change a
# message by writing it again, under the same name, in wording/en/rights.ftl of your own data folder. When all of it is
# checked, write bot-rights-checked again, and say who did it and when.

bot-rights = What can you expect if you are in care, or grew up in care? Choose your council, and I show what it offers. I don't keep what you choose.
bot-rights-of = { $council } says:
bot-rights-none = I don't know yet what this council offers. Every council must tell you: ask your worker. Or look for the name of your council and “care leavers local offer” on the internet. Here is what holds all over England:
bot-rights-page = Page { $page } of { $pages }

# The pages on all of England, in this order.
bot-rights-who = What you can expect, all over England. Some of it is only for people who were in care for at least 13 weeks after they turned 14, and for some time after they turned 16. If you are not sure, ask: it can still hold for you.
bot-rights-plan = Your plan: from about 16 you have a pathway plan. It says what you want, and who helps you with it. It is made with you, and looked at again at least every six months.
bot-rights-adviser = Your adviser: you can have a personal adviser. After you turn 21 you can still ask for one, until you turn 25.
bot-rights-advocate = An advocate is someone who is on your side and helps you to be heard. You have a right to one if you want to complain, and it costs you nothing. You can call Coram Voice's Always Heard on 0808 800 5792.
bot-rights-money = Moving into your own home: councils are told to give you at least £3,000 to set it up. It is called the setting up home allowance. Ask what you can buy with it.
bot-rights-education = If you go to university, you can get £2,000 from your council, once. It is called the higher education bursary. If you study or train for something else, ask what you can get.
bot-rights-home = If you live with foster carers, you can ask to stay with them until you turn 21, if they agree too. It is called staying put.
bot-rights-homeless = Do you have nowhere to live? If you are 18, 19 or 20 and were in care at 16 or 17, you are among the first that councils must help to find a home. Ask your adviser today, or call Shelter on 0808 800 4444.
bot-rights-council-tax = Council tax: in many places care leavers pay less or nothing, often until they turn 25. Ask your council.
bot-rights-health = Health: you can see a doctor for free. Ask your adviser for help with the dentist, your eyes, medicine, and how you feel.
bot-rights-offer = Every council must write down what it offers to care leavers, and show it to everybody. It is called the local offer. Ask for it.
bot-rights-files = You can ask to read what your council wrote down about you. Ask your adviser or an advocate to help you with that.
bot-rights-complain = If you don't get what you should get, you can complain. An advocate can help you.
bot-rights-ask = Rules can change, and some are not for everybody. Ask your adviser, your social worker or an advocate what holds for you.
# Say who checked these pages, and when.
bot-rights-checked = Nobody here has checked this page yet, so please ask before you count on it.
