# What the poster says, in Welsh. Nobody who speaks it has checked this yet: see bot-unchecked in bot.ftl.
# All of it has to fit one page: what is longer is printed in smaller letters.

poster-title = Sut beth yw gofal go iawn?
poster-lead = Ydych chi mewn gofal, neu gawsoch chi eich magu mewn gofal? Dywedwch wrth gynghorau sut beth ydyw, a beth fyddai’n ei wneud yn well.
poster-lead-council = Ydy { $council } yn gofalu amdanoch chi, neu a oedd o’r blaen? Dywedwch wrth gynghorau sut beth ydyw, a beth fyddai’n ei wneud yn well.
poster-lead-workshop = Ydych chi yma ar gyfer { $workshop }? Dywedwch wrth gynghorau sut beth yw gofal, a beth fyddai’n ei wneud yn well.

poster-scan = Sganiwch hwn gyda’ch ffôn
poster-code-says = Cod i’w sganio gyda ffôn. Mae’n agor { $link }
poster-opens = Mae’n agor sgwrs Telegram. Neu teipiwch:
poster-by-mail = Dim Telegram? Anfonwch e-bost atom:

poster-step-write = Ysgrifennwch beth bynnag a hoffech, yn hir neu’n fyr. Dydyn ni byth yn gofyn pwy ydych chi.
poster-step-hide = Mae cyfrifiadur yn cuddio enwau a phethau eraill sy’n dangos pwy yw rhywun. Yn y sgwrs rydych chi’n gweld hynny gyntaf.
poster-step-read = Mae pobl yn ei wirio. Os ydyn nhw’n cytuno, gall pobl mewn cynghorau ei ddarllen. Rydych chi’n cael cod, i weld beth ddigwyddodd neu i’w dynnu’n ôl.

poster-honest = Dydyn ni ddim yn cadw pwy ydych chi. Ond mae Telegram, neu eich gwasanaeth e-bost, yn gwybod eich bod wedi ysgrifennu. Mae Telegram yn gofyn i chi fod yn 16 neu’n hŷn. Ydych chi’n iau? Anfonwch e-bost, neu gofynnwch i oedolyn rydych chi’n ymddiried ynddo am help.
poster-honest-no-mail = Dydyn ni ddim yn cadw pwy ydych chi. Ond mae Telegram yn gwybod eich bod wedi ysgrifennu. Mae Telegram yn gofyn i chi fod yn 16 neu’n hŷn. Ydych chi’n iau? Gofynnwch i oedolyn rydych chi’n ymddiried ynddo am help.

poster-danger = Mewn perygl? Ffoniwch 999.
poster-no-help = Allwn ni ddim dod i helpu.
poster-talk = Eisiau siarad â rhywun?
