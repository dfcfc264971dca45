# What alerts say, what the desk says when nobody hears them, and what people who write are told when nobody reads.
# Change a message by writing it again, under the same name, in wording/en/alerts.ftl of your own data folder.

## The mail to the lead and the deputy. It must never say what a voice says, or whose it could be.

alert-subject = Please look at the desk
alert-mail =
    Something at the desk of { $deployment } can't wait. Please sign in and look.

    For everybody's safety this mail says no more than that. Please don't answer it: nobody reads there.
alert-test-mail =
    This is a test from { $deployment }. Alerts about voices that can't wait reach you here. There is nothing to do.
alert-test-sent = Sent to { $address }.
alert-test-missed = It did not reach { $address }. Check the address, and what [mail.relay] says.
alert-not-set = Nothing was sent: first set addresses in [alerts] and host in [mail.relay] of care-voice.toml.

## At the desk's top

alert-desk-failing = Alerts don't get through. The lead and the deputy have not heard that voices can't wait. Please tell them yourself. And tell the person who runs this service.
alert-desk-nobody = Voices have waited for too long. So people who write are told that nobody is reading now. This stops when somebody opens the urgent and the oldest ones.

## To people who write, when nobody reads. Honest, and never frightening.

bot-nobody-reads = Right now nobody is reading messages. What you send is kept safe, and people read it when they are back. If you need help now, please don't wait for us: tap "{ bot-button-help }", or call 999 if you are in danger.
ack-nobody-reads = Right now nobody is reading messages. Your words are kept safe, and people read them when they are back. If you need help now, please don't wait for us. You can turn to the people named below, or call 999 if you are in danger.
