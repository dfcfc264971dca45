# Texts of care-voice.toml in Arabic, not yet checked by a speaker. A text that a deployment changes there is shown as it
# stands there, until it is written here anew.
# Between the groups of a phone number stand no-break spaces: with others they would be shown from right to left.

named-where-you-live = أين تعيش
named-health-and-wellbeing = الصحة والعافية
named-money = المال
named-education-and-learning = التعليم والتعلم
named-work-and-training = العمل والتدريب
named-people-who-matter-to-you = أشخاص مهمون لك
named-your-worker-and-your-plan = عاملك وخطتك
named-being-listened-to = أن يُسمع صوتك
named-fair-treatment = معاملة عادلة
named-something-else = شيء آخر
named-another-council = مجلس آخر
named-how-may-we-use-your-words = كيف يمكن أن نستخدم كلماتك؟
named-read-it-and-quote-it = اقرؤوها واقتبسوها
named-read-it-don-t-quote-it = اقرؤوها ولا تقتبسوها
named-only-count-it = عدّوها فقط
named-police-fire-or-ambulance = الشرطة أو الإطفاء أو الإسعاف
named-call-999 = اتصل 999
named-call-0800-1111-or-chat-at-childline-org-uk = اتصل 0800 1111، أو تحدث كتابةً على childline.org.uk
named-call-116-123 = اتصل 116 123
named-text-85258 = أرسل رسالة نصية إلى 85258
named-call-0800-023-2033 = اتصل 0800 023 2033
named-call-0808-800-5792 = اتصل 0808 800 5792
named-call-111-and-choose-option-2 = اتصل 111 واختر 2
named-call-0808-800-4444 = اتصل 0808 800 4444
named-any-time = في أي وقت
named-become-for-care-experienced-people = Become، لمن عاشوا في الرعاية
named-coram-voice-s-always-heard-for-help-to-be-heard = Coram Voice's Always Heard، ليُسمع صوتك
named-nhs-for-mental-health = NHS، للصحة النفسية
named-shelter-for-somewhere-to-live = Shelter، لإيجاد مكان للسكن
