# What the desk says about accounts and what they may do. Change a message by writing it again, under the same name,
# in wording/en/people.ftl of your own data folder. Keep every { $… } that it has here.

## Roles

people-role-moderator = Moderator
people-role-lead = Safeguarding lead
people-role-responder = Responder
people-role-analyst = Analyst
people-role-administrator = Administrator
people-role-means-moderator = reads voices and decides what is published
people-role-means-lead = does the same, and is told when somebody may be at risk
people-role-means-responder = writes what was done with what people said
people-role-means-analyst = sees counts, and no words
people-role-means-administrator = looks after accounts, and reads no voices

## A page of somebody else's

people-not-yours = This page is for somebody else
people-not-yours-why = Nothing went wrong, and nothing was changed. Your account opens other pages.
people-not-yours-for = It is for:
people-not-yours-mine = You are signed in as:
people-ask = Do you need this page for your work? Ask { $names }: they look after the accounts.
people-ask-nobody = Do you need this page for your work? Ask the person who runs this service.
people-go-on = Go to your own page

## Accounts, from the terminal

people-role-changed = { $name } is now: { $roles }. They have to sign in again.

## Signing in, step by step

people-locked = There were many wrong tries for this name. For 15 minutes it works only in a browser where it was used before. Is it yours? Use that browser, wait, or ask the person who looks after accounts to unlock it.
people-code-title = Your code
people-code-means = Open the app on your phone and type the six numbers that it shows for this desk. Or type one of your recovery codes.
people-code = Code
people-code-do = Go on
people-code-lost = No phone, and no recovery codes? Ask whoever looks after the accounts.
people-code-wrong = That code isn't right, or it was used before. Wait for the next one in the app, and check that the phone's clock is right.
people-code-too-often = Too many codes were wrong. Please sign in again.
people-password-title = Choose your own password
people-password-first = The password you were given was seen by someone else. Choose one that only you know.
people-password-strong = At least 12 letters, numbers or marks. Three words that have nothing to do with each other are strong and easy to keep in mind. Capitals and spaces count.
people-password-new = New password
people-password-again = The same once more
people-password-do = Save this password
people-password-change = Change your password
people-password-now = Your password now
people-password-wrong = That is not your password. Nothing was changed.
people-password-wait = There were too many wrong tries. Please wait 15 minutes.
people-password-ends = This ends your sessions in all other browsers.
people-password-changed = Your password is changed.
people-weak-short = That password is too short: it needs at least 12 letters, numbers or marks.
people-weak-long = That password is too long: it can have up to 200 letters.
people-weak-pattern = That password is easy to guess: it repeats itself, or follows the keys in a row. Try three words that have nothing to do with each other.
people-weak-common = That password is one of the first that anyone would try. Try three words that have nothing to do with each other.
people-weak-differs = The two passwords are not the same. Please type them again.
people-app-title = Set up your codes
people-app-means = A stolen password is not enough to read here: you also type a code from your phone. This takes two minutes.
people-app-get = Open an app for codes on your phone, such as FreeOTP, Aegis, Google Authenticator or your phone's own passwords app.
people-app-scan = Let it scan this picture.
people-app-picture = A picture for the app to scan. The same stands below it in letters.
people-app-typed = Can't scan it? Type this into the app:
people-app-confirm = The six numbers that the app shows now
people-app-do = Check the code
people-recovery-title = Keep these codes safe
people-recovery-means = Without your phone, each of these lets you in once. Write them down or print them, and keep them away from your phone. They are shown this once.
people-recovery-done = I have them: go on
people-recovery-new = Make new recovery codes
people-leave = Leave it as it is

## One's own account

people-account = Your account
people-council-is = You work for { $council }.
people-codes = Codes from your phone
people-codes-on = You type a code when you sign in. { $left ->
    [0] You have no recovery code left: make new ones.
    [one] You have 1 recovery code left.
   *[other] You have { $left } recovery codes left.
}
people-codes-off = You sign in without a code.
people-codes-begin = Set up codes
people-codes-anew = Set up codes on another phone
people-codes-done = Your codes are set up.
people-sessions = Where you are signed in
people-session = Signed in at { $began }, last used at { $used }
people-session-this = (here)
people-sessions-end = End all others
people-sessions-ended = Your other sessions have ended.
people-sessions-means = A session ends by itself after an hour of doing nothing, and after twelve hours at the latest.
people-ask-code = Code from your app, or a recovery code:
people-unlocked = { $name } can sign in again, from any browser.
people-codes-reset = The codes of { $name } are forgotten. They set up new ones when they next sign in.
people-terminal-scan =
    Let an app for codes scan this. Or type this into it:

        { $secret }

people-terminal-recovery =
    The codes are set up. Without the phone, each of these lets them in once. They are shown this once:

people-terminal-not-set-up = No code was right, so nothing was changed. Check that the phone's clock is right, and try again.
people-terminal-no-password = No password was chosen, so nothing was changed. Start again to choose one.
people-terminal-over = You did nothing here for an hour, or your account was changed. What you decided is saved. Please sign in again.

## The administrator's page

people-title = People at the desk
people-you = (you)
people-roles = What they do
people-roles-save = Save
people-council = Council they work for
people-council-none = None
people-change = Change { $name }
people-change-ends = A change of role, council or password ends their sessions.
people-new-password = Make a new password
people-remove = Remove { $name }
people-remove-means = { $name } is signed out at once and can't sign in any more. What they decided stays. This can't be undone: to come back they need a new account.
people-remove-do = Yes, remove this account
people-unlock = Unlock
people-forget-codes = Forget their codes
people-forget-codes-means = Forget the codes only if the phone is lost, and you are sure that it is really them who asks. They set up new ones when they next sign in.
people-has-codes = signs in with codes
people-no-codes = has no codes yet
people-locked-until = locked until { $time }
people-lacking = Who is missing
people-lacking-readers = { $count ->
    [0] Nobody reads voices: add a moderator.
   *[other] Only one person reads voices. Add a second one: voices of people under 16 need two, and so do answers before they go out.
}
people-lacking-lead = Nobody is the safeguarding lead here. What is given to the lead, any moderator decides on.
people-add = Add somebody
people-name = Name
people-add-do = Add
people-made = The password of { $name }
people-made-once = It is shown this once. Give it to them, best by telling them.
people-made-own = They choose their own when they first sign in.
people-no-role = Choose what they do: at least one of the list.
people-not-yourself = You can't take your own account away from yourself. Ask another administrator.
people-what = Nothing was changed. Load the page again, and try once more.
people-did-roles = { $name } now does what you chose, and has to sign in again.
people-did-remove = { $name } can't sign in any more. What they decided stays.
people-did-unlock = { $name } can sign in again, from any browser.
people-did-codes = The codes of { $name } are forgotten.
people-overview = Settings
people-overview-codes-on = Everyone types a code from their phone.
people-overview-codes-off = A password is enough to sign in.
people-overview-own-on = Everyone chooses their own password at the first sign-in.
people-overview-own-off = A password that was made for somebody can be kept.
people-overview-alerts-on = Alerts go to the lead and the deputy.
people-overview-alerts-off = Nobody is told when a voice can't wait.
people-overview-lead-on = A safeguarding lead and a deputy are named.
people-overview-lead-off = No safeguarding lead, or no deputy, is named.
people-overview-where = These are set in care-voice.toml, by the person who runs this service.

## Counts, for who sees no words

people-counts-means = How many people said something, by theme and by who they are. These are the published counts.
people-counts-none = Nothing is published yet, so there is nothing to count.
