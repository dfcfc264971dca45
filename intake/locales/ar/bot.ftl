# What the Telegram bot says in Arabic. NOT YET CHECKED BY A SPEAKER: it is only offered where a deployment switches it on
# (languages in care-voice.toml), and everybody who chooses it is told. What is missing here is said in English. Change a
# message by writing it again, under the same name, in wording/ar/bot.ftl of your own data folder. Names, commands and
# phone numbers get marks of direction by themselves.

bot-language-name = العربية
# Empty this once an Arabic speaker has checked all of it.
bot-unchecked = ⚠️ لم يراجع هذا النصَّ بعدُ أحدٌ من الناطقين بالعربية. إذا كان شيء غير واضح، أرسل /language لتختار لغة أخرى.
bot-language-offer = هل تريد الكتابة بالعربية؟
bot-button-use-language = نعم، بالعربية
bot-button-language = 🌐 اللغة
bot-language = أي لغة تريد؟ اضغط على واحدة. ما كتبته يبقى كما هو.
bot-language-unchecked = لم يراجعها بعد أحد من الناطقين بها: { $names }.
bot-language-one = عندي هنا لغة واحدة فقط. يمكنك الكتابة بأي لغة، وسيقرؤها الناس.
bot-help-language = /language - الكتابة بلغة أخرى

## What Telegram shows before anyone writes, and its menu

bot-about-short = أخبر المجالس المحلية كيف هي الرعاية حقًا. نخفي الأسماء. لا يمكننا إرسال مساعدة. في خطر؟ اتصل 999.
bot-about = أخبرنا كيف هي الرعاية حقًا، أو ما الذي يجعلها أفضل. نخفي الأسماء ولا نحتفظ بمن أنت. لا يمكننا إرسال مساعدة. في خطر؟ اتصل بالرقم 999.
bot-command-start = أخبرنا بشيء
bot-command-help = أين تجد المساعدة، وكيف يعمل هذا
bot-command-status = اعرف ماذا حدث لكلماتك
bot-command-change = غيّر كيف نستخدم كلماتك
bot-command-withdraw = استرجع كلماتك
bot-command-updates = اعرف ما الذي تغيّر
bot-command-privacy = ما الذي نحتفظ به، ومن يقرؤه
bot-command-clear = امسح هذه المحادثة
bot-command-language = اكتب بلغة أخرى
bot-command-stop = توقف وانسَ ما كتبته

## Buttons

bot-button-begin = أخبرنا بشيء
bot-button-carry-on = أكمل
bot-button-start-again = انسَ هذا وابدأ من جديد
bot-button-back = رجوع
bot-button-help = مساعدة
bot-button-stop = توقف
bot-button-skip = تخطَّ
bot-button-rather-not = أفضّل ألا أقول
bot-button-under-16 = عمري أقل من 16
bot-button-young = حسنًا، أكمل
bot-button-done = انتهيت
bot-button-take-out = احذف رسالتي الأخيرة
bot-button-try-again = حاول مرة أخرى
bot-button-send = أرسل
bot-button-more = أضف المزيد عنك (اختياري)
bot-button-to-sending = هذا يكفي، إلى الإرسال
bot-button-something-else = أخبرنا بشيء آخر
bot-button-my-words = ليس رمزًا، بل كلماتي
bot-button-withdraw = نعم، استرجعها
bot-button-keep = لا، احتفظوا بها
bot-button-leave-use = اتركه كما هو
bot-button-write-alone = اكتب لي وحدك
bot-button-save = كيف أحتفظ برمزي
bot-button-clear = امسح هذه المحادثة
bot-button-clear-most = امسحها واترك رمزي
bot-button-clear-code = امسح رمزي أيضًا
bot-button-clear-no = لا، اترك كل شيء هنا
bot-button-numbers = أرقام مجلسي المحلي
bot-button-hide-more = أخفِ أكثر
bot-button-show = أظهر كلمة
bot-button-undo = تراجع
bot-button-words-before = الكلمات السابقة
bot-button-words-after = كلمات أخرى
bot-button-is-name = أخفِ «{ $word }»
bot-button-no-name = ليس اسمًا
bot-button-is-mine = نعم، هو مجلسي
bot-button-not-mine = لا
bot-button-add = نعم، أضفه
bot-button-leave-out = لا، اتركه

## Hello

bot-hello =
    مرحبًا! هنا { $deployment }.

    هل أنت في الرعاية، أو نشأت في الرعاية؟ أم تتحدث باسم شخص كذلك؟ هنا يمكنك أن تخبر المجالس المحلية كيف هي حقًا، وما الذي يجعلها أفضل.

    { bot-before-you-write }

    ماذا تريد أن تخبرنا؟ اضغط على زر، أو ابدأ بالكتابة.
bot-hello-early =
    مرحبًا! هنا { $deployment }. وصلتني رسالتك. لا يُحفظ شيء قبل أن تضغط «{ bot-button-send }» في النهاية. إذا بدأت شيئًا من قبل ولم ترسله، فلم يعد عندي.

    { bot-before-you-write }

    هل هي عن كيف تسير الأمور، أم هي فكرة؟ اضغط على واحدة، أو اكتب المزيد أولًا.
bot-hello-late =
    مرحبًا! هنا { $deployment }.

    { bot-before-you-write }
bot-before-you-write =
    من يقرأ: أشخاص يراجعون الرسائل. إذا وافقوا، يمكن لأشخاص في المجالس المحلية قراءتها أيضًا.
    ما الذي يُخفى: يزيل الحاسوب الأسماء والأشياء الأخرى التي تدل على هوية شخص ما.
    اعلم من فضلك: نحن لا نحتفظ بمن أنت، لذلك لا يمكننا أن نأتي لمساعدتك. تيليجرام يعرف أنك كتبت هنا. إذا كنت في خطر، اتصل بالرقم 999.
bot-begun = لقد بدأت الكتابة من قبل، وكلماتك ما زالت عندي. لم يُحفظ شيء بعد. هل تريد أن تكمل؟
bot-under-16 = شكرًا لأنك أخبرتنا. رأيك مهم. قواعد تيليجرام تطلب أن يكون عمر الناس في بريطانيا 16 سنة أو أكثر. نضع علامة على كلماتك بأنها من شخص عمره أقل من 16: لا نقتبسها أبدًا، ويراجعها شخصان.
bot-under-16-mail = يمكنك أيضًا أن ترسل لنا بريدًا إلكترونيًا: { $mail }
bot-under-16-advocate = أو اطلب من مناصر أو عامل تثق به أن يرسل لنا كلماتك. المناصر شخص عمله أن يساعدك على أن يُسمع صوتك. للعثور على مناصر اتصل بخدمة Coram Voice's Always Heard على الرقم 0808 800 5792.
bot-under-13 = هل عمرك أقل من 13؟ إذن تحدث أولًا مع شخص بالغ تثق به، واطلب منه أن يساعدك على إخبارنا.

bot-answers-yes = نعم، أجل، ايوه، أيوة، اي، حسنا، حسنًا، موافق، تمام، ok، yes
bot-answers-no = لا، كلا، لأ، لا شكرا، لا شكرًا، no

## The kind, the theme, the words

bot-kind = ماذا تريد أن تخبرنا؟
bot-kind-early = كلماتك عندي حتى الآن. هل هي عن كيف تسير الأمور، أم هي فكرة؟
bot-kind-feedback = كيف تسير الأمور أو كانت تسير
bot-kind-idea = فكرة لجعل الأمور أفضل
bot-theme = عن أي شيء هي في الأغلب؟
bot-theme-early = كلماتك عندي حتى الآن. عن أي شيء هي في الأغلب؟
bot-words =
    الآن اكتب هنا بكلماتك أنت. رسالة واحدة أو أكثر، قصيرة أو طويلة.

    حاول ألا تكتب أسماء. إذا نسيت، نخفيها نحن.
bot-words-more = وصلت. اكتب المزيد إن أردت. عندما تنتهي، اضغط «{ bot-button-done }».
bot-words-again = كلماتك ما زالت عندي. يمكنك أن تكتب المزيد، أو تغيّر رسالة أرسلتها. عندما تنتهي، اضغط «{ bot-button-done }».
bot-edited = غيّرت ذلك في كلماتك.
bot-taken-out = حذفت تلك الرسالة.
bot-no-words = لم أجد فيها كلمات. اكتبها هنا من فضلك.
bot-too-much = الرسالة الأخيرة أطول من أن تُضاف، أو الرسائل كثيرة، لذلك لم أحتفظ بها. كل ما قبلها ما زال عندي. أرسله أولًا، ثم ابدأ من جديد وأرسل الباقي.

## The preview, and how words may be used

bot-preview = هذا بالضبط ما سنحتفظ به:
bot-hidden = المخفي: { $what }.
bot-hidden-nothing = لم نجد شيئًا يحتاج إلى إخفاء.
bot-not-english = يبدو أن هذا ليس بالإنجليزية. حاسوبنا يعرف الأسماء بالإنجليزية أفضل من غيرها. لذلك أخفى هنا كلمات أكثر مما يلزم، وقد تفوته أسماء. ابحث عن الأسماء من فضلك واحذفها. يجب أن يراجعها من يقرأ لغتك، وقد يستغرق ذلك وقتًا أطول.
bot-preview-check = هذا عمل الحاسوب، وقد تفوته أشياء. راجعه من فضلك. لتغيير شيء، اضغط على زر، أو عدّل رسالتك، أو اكتب المزيد.
bot-is-name = لست متأكدًا: هل «{ $word }» اسم هنا؟ «{ $near }» يمكنك أن تترك السؤال، وسينظر فيه من يراجع.
bot-is-mine = كلماتك تذكر { $council }. هل هذا هو المجلس الذي يرعاك، أو كان يرعاك؟ إذا قلت نعم، أسجّله لك.
bot-mine = شكرًا، سجّلت مجلسك.
bot-not-mine = حسنًا، لم أسجّله.
bot-hide = ما الكلمات التي أخفيها؟ اضغط عليها أو اكتبها هنا. عندما تنتهي، اضغط «{ bot-button-done }».
bot-hide-typing = ما الكلمات التي أخفيها؟ اكتبها هنا. عندما تنتهي، اضغط «{ bot-button-done }».
bot-hid = أُخفي الآن: { $words }.
bot-show = هل أخفيت شيئًا دون حاجة؟ اضغط عليه ليظهر من جديد. أسماء الناس يجب أن تبقى مخفية. أرقام الهواتف والعناوين تبقى مخفية دائمًا. عندما تنتهي، اضغط «{ bot-button-done }».
bot-showed = يظهر من جديد: { $words }.
bot-stays = حسنًا، تبقى الكلمة كما هي.
bot-undone = حسنًا، تراجعت عن آخر تغيير.
bot-preview-trouble = لم أستطع الآن البحث عن الأسماء في كلماتك، لذلك لا أستطيع عرضها ولا حفظها. ما زالت عندي. حاول مرة أخرى بعد دقيقة.
bot-use-quote = يمكن عرض كلماتك على آخرين، وفي تقرير أيضًا
bot-use-read = يقرأ كلماتك من يعملون على هذا، ولا تُطبع أبدًا
bot-use-count = نعدّها ثم نمحو كلماتك؛ لا يراها إلا من يراجعون الرسائل
bot-line = - { $name }: { $shown }
bot-never-quoted = هذه كلمات شخص عمره أقل من 16، أو قد تكون كذلك. لذلك لا نقتبسها أبدًا.

## The end

bot-summary = جاهز للإرسال؟
bot-summary-kind = ماذا
bot-summary-theme = عن
bot-summary-use = كيف يمكن أن نستخدمها
bot-summary-speaker = من يتكلم
bot-summary-council = المجلس المحلي
bot-summary-age = العمر
bot-summary-happened = متى
bot-summary-workshop = ورشة العمل
bot-do-they-know = هذه كلمات شخص آخر. تأكد من أنه يعلم ويوافق، وأعطه الرمز الذي تحصل عليه.
bot-summary-send = لا يُحفظ شيء قبل أن تضغط «{ bot-button-send }». ثم تحصل على رمز. بالرمز يمكنك أن تعرف ماذا حدث، أو أن تسترجع كلماتك. ما طُبع حتى ذلك الوقت لا يمكن استرجاعه.
bot-sorry = عذرًا، حدث خطأ من جهتي. لا أعرف هل نجح ذلك. إذا ضغطت «{ bot-button-send }» ورأيت رمزًا فوق، فكلماتك محفوظة. وإلا فاضغط مرة أخرى. لا تُحفظ مرتين أبدًا. تحتاج مساعدة الآن؟ أرسل /help أو اتصل بالرقم 999.
bot-not-saved = لم يُحفظ ذلك. كلماتك ما زالت عندي. اضغط «{ bot-button-send }» مرة أخرى من فضلك.
bot-look-first = انظر إلى كلماتك مرة أخرى من فضلك، ثم اضغط «{ bot-button-send }».
bot-sent = شكرًا لك. كلماتك محفوظة، وسيقرؤها الناس.
bot-sent-before = هذا محفوظ. حُفظ مرة واحدة، حتى إن ضغطت أكثر من مرة. إذا حصلت على رمز آخر له، فكلاهما يعمل.
bot-code = رمزك:
bot-code-link =
    لتعرف ماذا حدث لكلماتك، اضغط على هذا الرابط. يعمل في الشهر القادم أيضًا:
    { $link }
bot-code-keep = احتفظ بهذا الرمز من فضلك: صوّره أو اكتبه. نحن لا نعرف من أنت، لذلك لا أحد يستطيع أن يعطيك إياه مرة أخرى.
bot-next = ماذا يحدث بعد ذلك؟ يقرأ كلماتك أشخاص يراجعون الرسائل، ويمكنهم إخفاء المزيد. إذا وافقوا، يمكن لأشخاص في المجالس المحلية قراءتها أيضًا.
bot-next-count = ماذا يحدث بعد ذلك؟ يقرأ كلماتك أشخاص يراجعون الرسائل ويعدّونها، ثم تُمحى الكلمات.
bot-code-use = لتعرف ماذا حدث، يمكنك أيضًا أن ترسل لي الرمز. لتغيّر كيف نستخدم كلماتك، أرسل /change والرمز. لتسترجعها، أرسل /withdraw والرمز.
bot-clear-offer = هل يمكن لشخص آخر أن يرى هذه المحادثة؟ اضغط «{ bot-button-clear }».
bot-sent-already = لقد أرسلت هذا من قبل، وهو محفوظ. رمزك في الرسالة التي أرسلتها لك حينها.
bot-stopped = حسنًا، توقفت. نسيت ما كتبته ولم ترسله. إذا أرسلت شيئًا من قبل، فما زال محفوظًا. في خطر؟ اتصل بالرقم 999.
bot-stopped-kept = حسنًا، توقفت. لم يتغير شيء. لتسترجع كلماتك، أرسل /withdraw ورمزك. في خطر؟ اتصل بالرقم 999.
bot-nothing-to-stop = لا شيء لإيقافه: لم تبدأ بإخباري بشيء. لتسترجع كلماتك، أرسل /withdraw ورمزك.
bot-stale = هذا الزر قديم وانتهى أمره: أُرسل أو أُوقف أو نُسي. ليست عندي كلمات منك الآن. إذا لم تكن قد أرسلتها، فاكتبها من جديد من فضلك.
bot-stale-here = هذا الزر قديم، فلا يفعل شيئًا الآن. نحن هنا:
bot-no-skip = أحتاج إلى جواب هنا قبل أن نكمل. يمكنك أيضًا الرجوع أو التوقف.

## About the person: never needed

bot-speaker = من يتكلم؟
bot-speaker-me = أنا، عن حياتي
bot-speaker-advocate = أنقل كلمات شخص آخر
bot-speaker-worker = عامل أو مقدّم رعاية، عن نفسي
bot-council = أي مجلس محلي يرعاك، أو كان يرعاك؟
bot-council-other = أي مجلس محلي يرعاه، أو كان يرعاه؟
bot-age = كم عمرك؟
bot-age-other = كم عمر الشخص الذي قال هذا؟
bot-age-under-16 = أقل من 16
bot-age-16-17 = 16 أو 17
bot-age-18-20 = من 18 إلى 20
bot-age-21-24 = من 21 إلى 24
bot-age-25-plus = 25 أو أكثر
bot-happened = متى حدث ذلك؟
bot-happened-last-12-months = في آخر 12 شهرًا
bot-happened-longer-ago = قبل ذلك

## Where to turn

bot-urgent = شكرًا لأنك أخبرتني. بعض هذه الكلمات يوحي بأن شخصًا ما في خطر، أو يمر بوقت صعب جدًا. أنا حاسوب، وقد أكون مخطئًا. لم يقرأ أحد هذا بعد، ولا يمكننا أن نأتي للمساعدة. هؤلاء يمكنهم المساعدة الآن:
bot-helpline = - { $name }: { $how }
bot-helpline-hours = - { $name }: { $how } ({ $hours })
bot-numbers = هكذا تصل إلى المجالس المحلية، خارج أوقات العمل أيضًا. في خطر؟ اتصل بالرقم 999.

## Pages beside the conversation

bot-help = في خطر؟ اتصل بالرقم 999. إذا أردت أن تتحدث مع أحد:
bot-help-commands =
    هنا يمكنك أن تخبر المجالس المحلية كيف هي الرعاية. اكتب فقط، وسأسألك بضعة أسئلة قصيرة. لا يُحفظ شيء قبل أن تضغط «{ bot-button-send }».

    /start - أخبرنا بشيء
    /status - اعرف ماذا حدث لكلماتك
    /change - غيّر كيف نستخدم كلماتك
    /withdraw - استرجع كلماتك
    /updates - اعرف ما الذي تغيّر
    /privacy - ما الذي نحتفظ به
    /clear - امسح هذه المحادثة
    /stop - توقف وانسَ ما كتبته
bot-contact-unnamed = من أخبروك بهذا
bot-copies = قد تبقى نسخ احتياطية مقفلة، تحسبًا لتعطل حاسوب. نتخلص من كل واحدة منها بعد بضعة أسابيع.
bot-unknown-command = لا أعرف هذا. هذه هي الأوامر: /start، /help، /status، /change، /withdraw، /updates، /privacy، /clear، /stop. أو اكتب فقط.

## A code

bot-ask-status = أرسل لي الرمز من فضلك، الكلمات الخمس التي حصلت عليها.
bot-ask-change = لأي كلمات تريد أن تغيّر اختيارك؟ أرسل لي الرمز، الكلمات الخمس التي حصلت عليها.
bot-ask-withdraw = أي كلمات تريد أن تسترجع؟ أرسل لي الرمز، الكلمات الخمس التي حصلت عليها.
bot-no-such-code = لا أجد هذا الرمز. راجع كل كلمة من الكلمات الخمس. إذا استُرجعت الكلمات، فإن رمزها لم يعد يعمل. تحتاج مساعدة؟ اسأل { $contact }.
bot-too-many-codes = كانت هناك رموز خاطئة كثيرة، لذلك لا أستطيع البحث عن أي رمز لبعض الوقت. حاول لاحقًا أو غدًا.
bot-no-answer-now = لا أستطيع البحث الآن. رمزك ما زال صالحًا. حاول بعد بضع دقائق.
bot-status = هذا ما حدث لكلماتك:
bot-state-waiting = هي محفوظة، وتنتظر من يقرؤها.
bot-state-reading = هناك من يقرؤها. لم يُتخذ قرار بعد.
bot-state-approved = قرأها شخص ووافق. تنضم إلى المجموعة القادمة من الأصوات التي تقرؤها المجالس.
bot-state-published = هي في المجموعة التي تقرؤها المجالس.
bot-state-declined = قرأها شخص. هي ليست في المجموعة.
bot-state-counted = عُدّت ثم مُحيت، كما طلبت.
bot-status-use = اخترت: { $use }.
bot-status-end = يعمل رمزك ما دمنا نحتفظ بكلماتك. لتسترجعها، أرسل /withdraw والرمز.
bot-withdraw-ask = وجدت هذه الكلمات. هل أسترجعها؟ تختفي فورًا من كل مكان نستخدمها فيه. { bot-copies } ما طُبع لا يمكن استرجاعه.
bot-withdrawn = تم. اختفت كلماتك من كل مكان نستخدمها فيه، ولم يعد الرمز يعمل. { bot-copies }
bot-kept = حسنًا، لا يتغير شيء. تبقى كلماتك كما هي.

## What is not text

bot-odd-voice = لا أستطيع بعدُ سماع الرسائل الصوتية، لذلك لم أحتفظ بها. اكتبها هنا من فضلك.
bot-odd-video = لا أستطيع مشاهدة الفيديو، لذلك لم أحتفظ به. اكتب هنا ما تريد قوله.
bot-odd-picture = لا أستطيع الاحتفاظ بالصور: قد تدل على هوية شخص. إذا كانت فيها كلمات، فاكتبها هنا من فضلك.
bot-odd-sticker = جميل! لكنني أحتفظ بالكلمات فقط. اكتب هنا ما تريد قوله.
bot-odd-file = لا أستطيع فتح الملفات، لذلك لم أحتفظ به. الصق الكلمات هنا من فضلك.
bot-odd-contact = لم أحتفظ بجهة الاتصال: لا نريد أبدًا أن نعرف من هو أحد. اكتب هنا ما تريد قوله.
bot-odd-place = لم أحتفظ بالمكان: لا نريد أبدًا أن نعرف أين أنت. إذا كنت تحتاج مساعدة الآن، اتصل بالرقم 999. اكتب هنا ما تريد قوله.
bot-odd-other = لا أستطيع قراءة هذا، لذلك لم أحتفظ به. اكتب هنا ما تريد قوله.
