# What the bot says in Easy Read English to somebody who asks your safeguarding lead to contact them. Change a message by
# writing it again, under the same name, in wording/en-simple/contact.ftl of your own data folder. Keep every { $… } that it
# has here.

bot-button-contact = 🤝 Ask someone to contact me
bot-button-contact-before = ➕ Add what I wrote before
bot-button-contact-next = ▶️ Next
bot-button-contact-send = 📨 Send it
bot-button-contact-reach = ✏️ Change how to reach me
bot-button-contact-more = ✏️ Write more
bot-button-contact-no = ⛔ Don't send it

bot-contact-told =
    🤝 You can ask { $role } to contact you.
    They help people who are in danger, or who are hurt.

    👀 They read it.
    Or the person who stands in for them.
    🕘 When: { $hours }.

    🚨 They can't come at once.
    In danger now? Call 999.

    🙋 They will know about you.
    They read your own words. Nothing is hidden.
    They see how to reach you.
    Is someone in danger? Then they may have to tell others who can help.

    📨 I only send what you write from now on.
    I only send it when you tap "{ bot-button-contact-send }".
    We keep none of it.
    Your other words here stay as they are.
bot-contact-under-13 =
    Are you under 13?
    Then please also talk to an adult you trust.
bot-contact-ask =
    👇 Do you want that?
    Then write here what you would like to tell them.
    If not, tap "{ bot-button-contact-no }".
bot-contact-words =
    ✅ I have this for { $role }.
    It is not sent yet.
    Write more if you like.
    Or tap "{ bot-button-contact-next }".
bot-contact-no-words = Please write first what you would like to tell them.
bot-contact-reach =
    📞 How can they reach you?
    Write a phone number. Or an email address. Or another way.
    You can also write when it is safe to call you.
    And what they should not say if someone else answers.
bot-contact-check = 📨 I will send this to { $role }:
bot-contact-check-reach = 📞 How to reach you:
bot-contact-check-end =
    I send nothing else.
    🕘 They read it: { $hours }.
    👇 Tap "{ bot-button-contact-send }".
    Then wait until I say that it got there.
bot-contact-added = ✅ I added that.
bot-contact-changed = ✅ I changed that.
bot-contact-too-much =
    That is too long, so I did not take it.
    I still have what you wrote before.
bot-contact-not-yet = OK. I have not sent it.
bot-contact-sending =
    ⏳ I am sending it now.
    This can take a minute.
    Please wait.
bot-contact-sent =
    ✅ It got there.
    { $role } has it in their mailbox.
    🕘 They read it: { $hours }.
    I have forgotten what you wrote for them.
    I have forgotten how to reach you.
    But you can still see it in this chat.

    🚨 You can't wait? Or it gets worse?
    Then call:
bot-contact-failed =
    ❌ It did not get there.
    Please don't count on it.
    I still have what you wrote.
    You can try again in a minute.
    Or get help now:
bot-contact-often =
    You have asked three times in this hour.
    They have what you sent.
    I can't send more now. Try again in an hour.
    I still have what you wrote.
    Or get help now:
bot-contact-sent-already = ✅ You have sent this. They have it.
bot-contact-lost =
    I don't have what you wrote for them any more.
    So I can't send it now.
    Did I say that it got there? Then they have it.
    If not, please write it again.
    They may get it twice. That is OK.
bot-contact-forgotten =
    OK. I did not send it.
    I have forgotten it.
bot-contact-waits =
    What you wrote for { $role } is not sent yet.
    Do you want to go on with it?
    Then tap "{ bot-button-contact }".
