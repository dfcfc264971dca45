# What the Telegram bot says in Welsh. NOT YET CHECKED BY A SPEAKER: it is only offered where a deployment switches it on
# (languages in care-voice.toml), and everybody who chooses it is told. What is missing here is said in English. Change a
# message by writing it again, under the same name, in wording/cy/bot.ftl of your own data folder.

bot-language-name = Cymraeg
# Empty this once a Welsh speaker has checked all of it.
bot-unchecked = ⚠️ Nid yw'r Gymraeg hon wedi cael ei gwirio gan siaradwr eto. Os nad yw rhywbeth yn glir, anfona /language i ddewis iaith arall.
bot-language-offer = Hoffet ti ysgrifennu yn Gymraeg?
bot-button-use-language = Hoffwn, yn Gymraeg
bot-button-language = 🌐 Iaith
bot-language = Pa iaith hoffet ti? Tapia un. Mae'r hyn a ysgrifennaist yn aros fel y mae.
bot-language-unchecked = Heb ei gwirio eto gan siaradwr: { $names }.
bot-language-one = Dim ond un iaith sydd gen i yma. Cei di ysgrifennu mewn unrhyw iaith, a bydd pobl yn ei ddarllen.
bot-help-language = /language - ysgrifennu mewn iaith arall

## What Telegram shows before anyone writes, and its menu

bot-about-short = Dweda wrth gynghorau sut beth yw gofal. Rydym yn cuddio enwau. Mewn perygl? Ffonia 999.
bot-about = Dweda wrthym sut beth yw gofal go iawn, neu beth fyddai'n ei wella. Rydym yn cuddio enwau, a dydyn ni ddim yn cadw pwy wyt ti. Allwn ni ddim anfon cymorth. Mewn perygl? Ffonia 999.
bot-command-start = Dweud rhywbeth wrthym
bot-command-help = Ble i gael cymorth, a sut mae hyn yn gweithio
bot-command-status = Gweld beth ddigwyddodd i dy eiriau
bot-command-change = Newid sut cawn ddefnyddio dy eiriau
bot-command-withdraw = Tynnu dy eiriau yn ôl
bot-command-updates = Gweld beth sydd wedi newid
bot-command-privacy = Beth rydym yn ei gadw, a phwy sy'n ei ddarllen
bot-command-clear = Clirio'r sgwrs hon
bot-command-language = Ysgrifennu mewn iaith arall
bot-command-stop = Stopio ac anghofio

## Buttons

bot-button-begin = Dweud rhywbeth wrthym
bot-button-carry-on = Cario ymlaen
bot-button-start-again = Anghofio a dechrau eto
bot-button-back = Yn ôl
bot-button-help = Cymorth
bot-button-stop = Stopio
bot-button-skip = Hepgor
bot-button-rather-not = Gwell gen i beidio â dweud
bot-button-under-16 = Rydw i o dan 16
bot-button-young = Iawn, ymlaen
bot-button-done = Wedi gorffen
bot-button-take-out = Tynnu fy neges olaf allan
bot-button-try-again = Rhoi cynnig arall
bot-button-send = Anfon
bot-button-more = Ychwanegu mwy amdanat ti
bot-button-to-sending = Dyna ddigon, ymlaen i Anfon
bot-button-something-else = Dweud rhywbeth arall
bot-button-my-words = Nid cod yw hwn, ond fy ngeiriau
bot-button-withdraw = Ie, tynnwch yn ôl
bot-button-keep = Na, cadwch
bot-button-leave-use = Gadael fel y mae
bot-button-write-alone = Ysgrifennu ata i ar wahân
bot-button-save = Sut i gadw fy nghod
bot-button-clear = Clirio'r sgwrs hon
bot-button-clear-most = Clirio, ond cadw fy nghod
bot-button-clear-code = Clirio fy nghod hefyd
bot-button-clear-no = Na, gadael popeth yma
bot-button-numbers = Rhifau fy nghyngor
bot-button-hide-more = Cuddio mwy
bot-button-show = Dangos gair
bot-button-undo = Dadwneud
bot-button-words-before = Geiriau cynt
bot-button-words-after = Mwy o eiriau
bot-button-is-name = Cuddio “{ $word }”
bot-button-no-name = Nid enw
bot-button-is-mine = Ie, fy nghyngor i
bot-button-not-mine = Na
bot-button-add = Ie, ychwanegu
bot-button-leave-out = Na, gadael allan

## Hello

bot-hello =
    Helo! Dyma { $deployment }.

    Wyt ti mewn gofal, neu a gest ti dy fagu mewn gofal? Neu wyt ti'n siarad dros rywun sydd? Yma cei di ddweud wrth gynghorau sut beth yw e go iawn, a beth fyddai'n ei wella.

    { bot-before-you-write }

    Beth hoffet ti ei ddweud wrthym? Tapia fotwm, neu dechreua ysgrifennu.
bot-hello-early =
    Helo! Dyma { $deployment }. Mae dy neges gen i. Does dim byd yn cael ei gadw nes i ti dapio Anfon ar y diwedd. Os dechreuaist ti rywbeth yn gynharach heb ei anfon, dydy e ddim gen i mwyach.

    { bot-before-you-write }

    Ydy e am sut mae pethau, neu ai syniad yw e? Tapia un, neu ysgrifenna fwy yn gyntaf.
bot-hello-late =
    Helo! Dyma { $deployment }.

    { bot-before-you-write }
bot-before-you-write =
    Pwy sy'n ei ddarllen: pobl sy'n gwirio negeseuon. Os ydyn nhw'n cytuno, gall pobl mewn cynghorau ei ddarllen hefyd.
    Beth sy'n cael ei guddio: mae cyfrifiadur yn tynnu enwau a phethau eraill sy'n dangos pwy yw rhywun.
    Cofia: dydyn ni ddim yn cadw pwy wyt ti, felly allwn ni ddim dod i helpu. Mae Telegram yn gwybod dy fod wedi ysgrifennu yma. Os wyt ti mewn perygl, ffonia 999.
bot-begun = Rwyt ti eisoes wedi dechrau ysgrifennu, ac mae dy eiriau gen i o hyd. Does dim byd wedi'i gadw eto. Hoffet ti gario ymlaen?
bot-under-16 = Diolch am ddweud. Mae dy farn yn cyfrif. Dylet ti wybod bod rheolau Telegram yn gofyn i bobl yn y DU fod yn 16 oed neu'n hŷn. Rydym yn marcio dy eiriau fel rhai gan rywun o dan 16: fyddwn ni byth yn eu dyfynnu, ac mae dau berson yn eu gwirio.
bot-under-16-mail = Cei di hefyd anfon e-bost atom: { $mail }
bot-under-16-advocate = Neu gofynna i eiriolwr neu weithiwr rwyt ti'n ymddiried ynddo anfon dy eiriau. Gwaith eiriolwr yw dy helpu i gael dy glywed. Cei di ffonio Always Heard gan Coram Voice ar 0808 800 5792 i ddod o hyd i un.
bot-under-13 = Wyt ti o dan 13? Yna siarada yn gyntaf ag oedolyn rwyt ti'n ymddiried ynddo, a gofynna am help i ddweud wrthym.

bot-answers-yes = ie, iawn, ydw, ydy, oes, gwnaf, hoffwn, ocê, ok, yes
bot-answers-no = na, nage, nac ydw, nac ydy, dim diolch, no
bot-answers-done = wedi gorffen, dw i wedi gorffen, rydw i wedi gorffen, wedi'i wneud, dyna ni, dyna'r cyfan, dyna fe, done
bot-answers-send = anfon, anfona, anfona fe, anfona hwn, anfona nawr, anfonwch, send, send it
bot-answers-thanks = diolch, diolch yn fawr, diolch i ti, diolch i chi, iawn diolch, hwyl, thanks, thank you
bot-odd-thanks = Diolch i tithau. Os oes mwy yr hoffet ti ei ddweud wrthym, ysgrifenna.
bot-flood = Rwyt ti'n anfon mwy nag y galla i ei ddarllen, felly chadwais i mo'r negeseuon olaf. Aros nes i mi ateb y lleill, yna anfona nhw eto. Mewn perygl? Ffonia 999.
bot-start-unknown = Dydw i ddim yn adnabod y ddolen y dest ti drwyddi. Dyw hynny ddim yn broblem. Wnest ti deipio rhywbeth ar ôl /start dy hun? Yna anfona fe eto, heb /start.

## The kind, the theme, the words

bot-kind = Beth hoffet ti ei ddweud wrthym?
bot-kind-early = Mae dy eiriau gen i hyd yma. Ydy e am sut mae pethau, neu ai syniad yw e?
bot-kind-feedback = Sut mae pethau, neu sut oedden nhw
bot-kind-idea = Syniad i wella pethau
bot-theme = Am beth mae e'n bennaf?
bot-theme-early = Mae dy eiriau gen i hyd yma. Am beth maen nhw'n bennaf?
bot-words =
    Nawr ysgrifenna yma, yn dy eiriau dy hun. Un neges neu lawer, byr neu hir.

    Ceisia adael enwau allan. Os wyt ti'n anghofio, byddwn ni'n eu cuddio.
bot-words-more = Wedi'i gael. Ysgrifenna fwy os hoffet ti. Wedi gorffen? Tapia "{ bot-button-done }".
bot-words-again = Mae dy eiriau gen i o hyd. Cei di ysgrifennu mwy, neu newid neges a anfonaist. Wedi gorffen? Tapia "{ bot-button-done }".
bot-edited = Newidiais hynny yn dy eiriau.
bot-taken-out = Tynnais y neges honno allan.
bot-no-words = Allwn i ddim dod o hyd i eiriau yn hwnna. Ysgrifenna nhw yma, os gweli di'n dda.
bot-too-much = Mae'r neges olaf yn rhy hir i'w hychwanegu, neu mae gormod ohonynt, felly chadwais i mohoni. Mae popeth cyn hynny gen i o hyd. Anfona hynny yn gyntaf. Yna dechreua eto ac anfona'r gweddill.

## The preview, and how words may be used

bot-preview = Dyma'n union beth fyddwn ni'n ei gadw:
bot-hidden = Wedi'i guddio: { $what }.
bot-hidden-nothing = Doedd dim byd oedd angen ei guddio.
bot-not-english = Mae hwn yn edrych fel iaith heblaw Saesneg. Mae ein cyfrifiadur yn adnabod enwau orau yn Saesneg. Felly cuddiodd fwy o eiriau nag sydd angen, a gall golli enwau o hyd. Chwilia am enwau, a thynna nhw allan. Rhaid i bobl sy'n darllen dy iaith ei wirio, felly gall gymryd mwy o amser.
bot-preview-check = Cyfrifiadur wnaeth hyn, a gall golli pethau. Gwiria fe, os gweli di'n dda. I newid rhywbeth, tapia fotwm, newidia dy neges, neu ysgrifenna fwy.
bot-is-name = Dydw i ddim yn siŵr: ai enw yw “{ $word }” yma? “{ $near }” Does dim rhaid i ti ateb: bydd rhywun yn edrych.
bot-is-mine = Mae dy eiriau'n enwi { $council }. Ai dyma'r cyngor sy'n gofalu amdanat ti, neu oedd yn gofalu? Os dywedi di ie, nodaf hynny.
bot-mine = Diolch, nodais dy gyngor.
bot-not-mine = Iawn, nodais i mohono.
bot-hide = Pa eiriau ddylwn i eu cuddio? Tapia nhw, neu teipia nhw yma. Wedi gorffen? Tapia "{ bot-button-done }".
bot-hide-typing = Pa eiriau ddylwn i eu cuddio? Teipia nhw yma. Wedi gorffen? Tapia "{ bot-button-done }".
bot-hid = Wedi'i guddio nawr: { $words }.
bot-show = Wnes i guddio rhywbeth heb angen? Tapia fe, a bydd yn dangos eto. Rhaid i enwau pobl aros yn gudd. Mae rhifau ffôn a chyfeiriadau bob amser yn aros yn gudd. Wedi gorffen? Tapia "{ bot-button-done }".
bot-showed = Yn dangos eto: { $words }.
bot-stays = Iawn, mae'r gair hwnnw'n aros fel y mae.
bot-undone = Iawn, tynnais dy newid olaf yn ôl.
bot-preview-trouble = Allwn i ddim chwilio am enwau yn dy eiriau nawr, felly alla i ddim eu dangos na'u cadw. Maen nhw gen i o hyd. Rho gynnig arall mewn munud.
bot-use-quote = gellir dangos dy eiriau i eraill, hefyd mewn adroddiad
bot-use-read = mae pobl sy'n gweithio ar hyn yn darllen dy eiriau, ond dydyn nhw byth yn cael eu hargraffu
bot-use-count = rydym yn ei gyfrif, yna'n dileu dy eiriau; dim ond pobl sy'n gwirio negeseuon sy'n eu gweld
bot-line = - { $name }: { $shown }
bot-never-quoted = Geiriau rhywun o dan 16 yw'r rhain, neu gallent fod. Felly fyddwn ni byth yn eu dyfynnu.

## The end

bot-summary = Barod i anfon?
bot-summary-kind = Beth
bot-summary-theme = Am
bot-summary-use = Sut cawn ei ddefnyddio
bot-summary-speaker = Pwy sy'n siarad
bot-summary-council = Cyngor
bot-summary-age = Oedran
bot-summary-happened = Pryd
bot-summary-workshop = Gweithdy
bot-do-they-know = Geiriau rhywun arall yw'r rhain. Gwna'n siŵr eu bod yn gwybod ac yn cytuno, a rho iddyn nhw'r cod a gei di.
bot-summary-send = Does dim byd yn cael ei gadw nes i ti dapio Anfon. Yna cei di god. Gyda'r cod gelli di weld beth ddigwyddodd, neu dynnu dy eiriau yn ôl. Allwn ni ddim galw yn ôl yr hyn sydd wedi'i argraffu erbyn hynny.
bot-sorry = Mae'n ddrwg gen i, aeth rhywbeth o'i le. Wn i ddim a weithiodd hynny. Os tapiaist ti Anfon: os gweli di god uchod, mae dy eiriau wedi'u cadw. Os na, tapia Anfon eto. Fyddan nhw byth yn cael eu cadw ddwywaith. Angen help nawr? Anfona /help, neu ffonia 999.
bot-not-saved = Chafodd hynny mo'i gadw. Mae dy eiriau gen i o hyd. Tapia Anfon eto, os gweli di'n dda.
bot-look-first = Edrycha ar dy eiriau unwaith eto. Yna tapia Anfon.
bot-sent = Diolch. Mae dy eiriau wedi'u cadw, a bydd pobl yn eu darllen.
bot-sent-before = Mae hwn wedi'i gadw. Cafodd ei gadw unwaith, hyd yn oed os tapiaist ti Anfon fwy nag unwaith. Os cest ti god arall, mae'r ddau'n gweithio.
bot-code = Dy god:
bot-code-link =
    I weld beth ddigwyddodd i dy eiriau, tapia'r ddolen hon. Mae'n gweithio'r mis nesaf hefyd:
    { $link }
bot-code-keep = Cadwa'r cod hwn: tynna lun ohono, neu ysgrifenna fe. Dydyn ni ddim yn gwybod pwy wyt ti, felly all neb ei roi i ti eto.
bot-next = Beth sy'n digwydd nesaf? Mae pobl sy'n gwirio negeseuon yn darllen dy eiriau. Gallan nhw guddio mwy. Os ydyn nhw'n cytuno, gall pobl mewn cynghorau eu darllen hefyd.
bot-next-count = Beth sy'n digwydd nesaf? Mae pobl sy'n gwirio negeseuon yn darllen dy eiriau ac yn eu cyfrif. Yna mae'r geiriau'n cael eu dileu.
bot-code-use = I weld beth ddigwyddodd, cei di anfon y cod ata i hefyd. I newid sut cawn ddefnyddio dy eiriau, anfona /change a'r cod. I'w tynnu yn ôl, anfona /withdraw a'r cod.
bot-clear-offer = Allai rhywun arall edrych ar y sgwrs hon? Tapia "{ bot-button-clear }".
bot-sent-already = Rwyt ti wedi anfon hwn eisoes, ac mae wedi'i gadw. Mae dy god yn y neges a anfonais bryd hynny.
bot-stopped = Iawn, stopiais. Anghofiais beth ysgrifennaist ti heb ei anfon. Os anfonaist ti rywbeth o'r blaen, mae wedi'i gadw o hyd. Mewn perygl? Ffonia 999.
bot-stopped-kept = Iawn, stopiais. Newidiwyd dim. I dynnu geiriau yn ôl, anfona /withdraw a dy god. Mewn perygl? Ffonia 999.
bot-nothing-to-stop = Does dim i'w stopio: dwyt ti ddim wedi dechrau dweud dim. I dynnu geiriau yn ôl, anfona /withdraw a dy god.
bot-stale = Mae'r botwm hwnnw o'r blaen, ac mae drosodd: wedi'i anfon, ei stopio neu ei anghofio. Does gen i ddim geiriau gennyt ti nawr. Os nad oeddet ti wedi'u hanfon, ysgrifenna nhw eto.
bot-stale-here = Mae'r botwm hwnnw o'r blaen, felly dydy e'n gwneud dim nawr. Dyma ble rydym ni:
bot-no-skip = Mae angen ateb arna i yma cyn mynd ymlaen. Cei di hefyd fynd yn ôl, neu stopio.

## About the person: never needed

bot-speaker = Pwy sy'n siarad?
bot-speaker-me = Fi, am fy mywyd fy hun
bot-speaker-advocate = Rwy'n pasio geiriau rhywun ymlaen
bot-speaker-worker = Gweithiwr neu ofalwr, drosof fy hun
bot-council = Pa gyngor sy'n gofalu amdanat ti, neu oedd yn gofalu?
bot-council-other = Pa gyngor sy'n gofalu amdanyn nhw, neu oedd yn gofalu?
bot-age = Faint yw dy oed di?
bot-age-other = Faint yw oed y person a ddywedodd hyn?
bot-age-under-16 = O dan 16
bot-age-16-17 = 16 neu 17
bot-age-18-20 = 18 i 20
bot-age-21-24 = 21 i 24
bot-age-25-plus = 25 neu hŷn
bot-happened = Pryd ddigwyddodd e?
bot-happened-last-12-months = Yn y 12 mis diwethaf
bot-happened-longer-ago = Yn hirach yn ôl

## Where to turn

bot-urgent = Diolch am ddweud wrtha i. Mae rhai o'r geiriau hyn yn swnio fel petai rhywun mewn perygl, neu'n cael amser caled iawn. Cyfrifiadur ydw i, felly gallwn fod yn anghywir. Does neb wedi darllen hwn eto, ac allwn ni ddim dod i helpu. Gall y bobl hyn helpu nawr:
bot-helpline = - { $name }: { $how }
bot-helpline-hours = - { $name }: { $how } ({ $hours })
bot-numbers = Dyma sut i gyrraedd cynghorau, hefyd y tu allan i oriau. Mewn perygl? Ffonia 999.

## Pages beside the conversation

bot-help = Mewn perygl? Ffonia 999. Os hoffet ti siarad â rhywun:
bot-help-commands =
    Yma cei di ddweud wrth gynghorau sut beth yw gofal. Ysgrifenna, a gofynnaf ychydig o gwestiynau byr. Does dim byd yn cael ei gadw nes i ti dapio Anfon.

    /start - dweud rhywbeth wrthym
    /status - gweld beth ddigwyddodd i dy eiriau
    /change - newid sut cawn ddefnyddio dy eiriau
    /withdraw - tynnu dy eiriau yn ôl
    /updates - gweld beth sydd wedi newid
    /privacy - beth rydym yn ei gadw
    /clear - clirio'r sgwrs hon
    /stop - stopio, ac anghofio beth ysgrifennaist
bot-contact-unnamed = y bobl a ddywedodd wrthyt ti am hyn
bot-copies = Gall fod copïau diogel dan glo o hyd, rhag ofn i gyfrifiadur dorri. Rydym yn taflu pob un ar ôl rhai wythnosau.
bot-unknown-command = Dydw i ddim yn adnabod hwnna. Dyma beth sy'n gweithio: /start, /help, /status, /change, /withdraw, /updates, /privacy, /clear, /stop. Neu ysgrifenna.

## A code

bot-ask-status = Anfona'r cod ata i, y pum gair a gest ti.
bot-ask-change = Am ba eiriau hoffet ti newid dy ddewis? Anfona'r cod ata i, y pum gair a gest ti.
bot-ask-withdraw = Pa eiriau hoffet ti eu tynnu yn ôl? Anfona'r cod ata i, y pum gair a gest ti.
bot-no-such-code = Alla i ddim dod o hyd i'r cod hwnnw. Gwiria bob un o'r pum gair. Os tynnwyd y geiriau yn ôl, dydy'r cod ddim yn gweithio mwyach. Angen help? Gofynna i { $contact }.
bot-too-many-codes = Roedd llawer o godau anghywir, felly alla i ddim edrych am unrhyw un am dipyn. Rho gynnig arall yn nes ymlaen, neu yfory.
bot-no-answer-now = Alla i ddim edrych am hynny nawr. Mae dy god yn dda o hyd. Rho gynnig arall mewn ychydig funudau.
bot-status = Dyma beth ddigwyddodd i dy eiriau:
bot-state-waiting = Maen nhw wedi'u cadw, ac yn aros i rywun eu darllen.
bot-state-reading = Maen nhw'n cael eu darllen. Does dim penderfyniad eto.
bot-state-approved = Darllenodd rhywun nhw a chytuno. Maen nhw'n ymuno â'r grŵp nesaf o leisiau y gall cynghorau eu darllen.
bot-state-published = Maen nhw yn y casgliad y mae cynghorau'n ei ddarllen.
bot-state-declined = Darllenodd rhywun nhw. Dydyn nhw ddim yn y casgliad.
bot-state-counted = Cawson nhw eu cyfrif, ac yna eu dileu, fel y gofynnaist.
bot-status-use = Dy ddewis: { $use }.
bot-status-end = Mae dy god yn gweithio cyhyd ag y byddwn yn cadw dy eiriau. I'w tynnu yn ôl, anfona /withdraw a'r cod.
bot-withdraw-ask = Des i o hyd i'r geiriau hyn. Eu tynnu yn ôl? Maen nhw'n mynd ar unwaith o bobman rydym yn eu defnyddio. Cei di ddadwneud hynny am un funud. { bot-copies } Allwn ni ddim galw yn ôl yr hyn sydd wedi'i argraffu.
bot-withdrawn = Wedi'i wneud. Mae dy eiriau wedi mynd o bobman rydym yn eu defnyddio, ac all neb eu darllen mwyach. Ymhen un funud byddant yn cael eu dileu am byth, a bydd y cod yn peidio â gweithio. Ai camgymeriad oedd e? Tapia "{ bot-button-undo }" o fewn y funud. { bot-copies }
bot-kept = Iawn, does dim yn newid. Mae dy eiriau'n aros fel y maen nhw.

## What is not text

bot-odd-voice = Alla i ddim gwrando ar negeseuon llais eto, felly chadwais i mohoni. Ysgrifenna fe yma yn lle hynny.
bot-odd-video = Alla i ddim gwylio fideos, felly chadwais i mohono. Ysgrifenna yma beth hoffet ti ei ddweud.
bot-odd-picture = Alla i ddim cadw lluniau: gallan nhw ddangos pwy yw rhywun. Os oes geiriau ynddo, ysgrifenna nhw yma.
bot-odd-sticker = Un da! Ond dim ond geiriau alla i eu cadw. Ysgrifenna yma beth hoffet ti ei ddweud.
bot-odd-file = Alla i ddim agor ffeiliau, felly chadwais i mohoni. Gluda'r geiriau yma.
bot-odd-contact = Chadwais i mo'r cyswllt hwnnw: dydyn ni byth eisiau gwybod pwy yw rhywun. Ysgrifenna yma beth hoffet ti ei ddweud.
bot-odd-place = Chadwais i mo'r lle hwnnw: dydyn ni byth eisiau gwybod ble wyt ti. Os oes angen help nawr, ffonia 999. Ysgrifenna yma beth hoffet ti ei ddweud.
bot-odd-other = Alla i ddim darllen hwnna, felly chadwais i mohono. Ysgrifenna yma beth hoffet ti ei ddweud.

## More buttons and notes

bot-command-rights = Beth gelli di ei ddisgwyl, a beth mae dy gyngor yn ei gynnig
bot-button-clear-sure = Cadwais fy nghod, felly cliria
bot-button-clear-unsure = Na, cadw fy nghod yma
bot-button-newer = Mwy newydd
bot-button-older = Hŷn
bot-button-rights-everywhere = Lloegr gyfan
bot-button-rights-council = Dewis cyngor arall
bot-button-rights-before = Tudalen gynt
bot-button-rights-more = Mwy
bot-button-my-council = Fy nghyngor i yw e
bot-button-other-council = Nid fy nghyngor i
bot-button-leave-workshop = Peidio â nodi'r gweithdy
bot-button-answer = Ateb
bot-button-rather-not-answer = Gwell gen i beidio ag ateb
bot-stays-hidden = Mae hwnnw bob amser yn aros yn gudd yma: { $words }.
bot-sent-gone = Anfonaist hwn o'r blaen, a chafodd ei dynnu yn ôl wedyn. Felly dydy e ddim wedi'i gadw.
bot-send-lost = Mae'n ddrwg gen i, dydy'r geiriau hyn ddim gen i mwyach, felly alla i ddim eu hanfon nawr. Os gweli di god o danyn nhw yn y sgwrs hon, maen nhw wedi'u cadw. Os na, ysgrifenna nhw eto. Does dim ots os cawn ni nhw ddwywaith.
bot-leaving = Tynnaist ti'r geiriau hyn yn ôl. All neb eu darllen mwyach, a byddant yn cael eu dileu am byth funud ar ôl hynny. Ai camgymeriad oedd e? Tapia "{ bot-button-undo }" nawr.
bot-stayed = Iawn, mae dy eiriau yn ôl fel yr oedden nhw, ac mae dy god yn gweithio.
bot-stay-late = Mae'n rhy hwyr i ddadwneud hynny: mae'r funud ar ben, ac mae dy eiriau wedi'u dileu am byth.
bot-gone = Wedi'i wneud. Mae dy eiriau wedi mynd am byth, a dydy'r cod ddim yn gweithio mwyach. { bot-copies }

bot-privacy =
    Beth rydym yn ei gadw: dy eiriau ar ôl i gyfrifiadur guddio enwau a phethau eraill sy'n dangos pwy yw rhywun, a'r botymau a ddewisaist. Mae hynny'n digwydd cyn i ddim gael ei gadw, a gweli di fe'n gyntaf. Rydym hefyd yn cadw'r diwrnod, a'i fod wedi dod trwy Telegram, neu o weithdy (fyddwn ni byth yn cyhoeddi hynny). Ac a yw'r geiriau'n swnio fel petai rhywun mewn perygl.

    Beth dydyn ni ddim yn ei gadw: dy enw, dy rif, dy enw defnyddiwr, na mai ti oedd e. Tra wyt ti'n ysgrifennu, mae dy eiriau gen i am hyd at awr. Os na fyddi di'n eu hanfon, maen nhw wedi mynd. Am yr un amser rwy'n gwybod pa negeseuon yma sy'n perthyn i ni, a pha iaith a ddewisaist.

    Pwy sy'n ei ddarllen: pobl sy'n gwirio negeseuon. Os ydyn nhw'n cytuno, pobl mewn cynghorau ac eraill sy'n gwella pethau. Dim ond yn y ffordd a ddewisi di.
bot-privacy-telegram = Mae Telegram yn gwybod dy fod wedi ysgrifennu atom, ac mae'n cadw'r sgwrs hon ar dy ffôn. Anfona /clear os gallai rhywun arall edrych. Allwn ni ddim addo beth mae Telegram yn ei wneud.
bot-privacy-take-back = Cei di dynnu dy eiriau yn ôl: anfona /withdraw a dy god. Yna maen nhw'n mynd o bobman rydym yn eu defnyddio. { bot-copies } Allwn ni ddim galw yn ôl yr hyn sydd wedi'i argraffu, a rhaid i gopïau a gadwodd aelodau'r lab gael eu dileu o fewn tri mis. Cwestiynau? Gofynna i { $contact }.
