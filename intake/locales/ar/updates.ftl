# Not yet checked by a speaker of Arabic.
bot-updates-of-all = من بين حوالي { $all } صوتًا عن حال الأمور، هذا ما حدث حتى الآن. تغيّر: { $changed }. مخطَّط له: { $planned }. لا يمكن تغييره، مع السبب: { $cannot }. دون رد حتى الآن: { $none }.
bot-updates-few = غير معروض
