# What `care-voice doctor` tells the administrator. Change a message by writing it again, under the same name, in
# wording/en/doctor.ftl of your own data folder. Keep every { $… } that it has here.

## How it is told

doctor-ok = ok
doctor-skipped = skipped
doctor-warning = warning
doctor-wrong = wrong
doctor-demo = This is a demonstration. What matters only where real people write is skipped, or told more softly.
doctor-summary = { $ok } ok · { $warning ->
    [one] 1 warning
   *[other] { $warning } warnings
} · { $wrong } wrong · { $skipped } skipped
doctor-all-well = All is well.
doctor-warned = It works. Look into the warnings when you can.
doctor-act = Please put right what is wrong, and run this again.

doctor-group-settings = Settings
doctor-group-people = People
doctor-group-files = Files
doctor-group-service = Service
doctor-group-copies = Copies
doctor-group-machine = This machine

doctor-check-settings = The settings
doctor-check-duty = Who is on duty
doctor-check-addresses = Mail addresses
doctor-check-helplines = Helplines
doctor-check-rights = Rights and local offers
doctor-check-contact = Asking to be contacted
doctor-check-duty-teams = The councils' own numbers
doctor-check-terms = Your words to keep and hide
doctor-check-thresholds = Thresholds
doctor-check-wording = Wording
doctor-check-moderators = Moderators
doctor-check-leads = Who leads on safeguarding
doctor-check-alerts = Telling the lead when a voice can't wait
doctor-check-readers = Who reads what comes in
doctor-check-lab-members = Members of the lab
doctor-check-intake-db = intake.db
doctor-check-published-db = published.db
doctor-check-taken-back = What was taken back
doctor-check-modes = Who may open the files
doctor-check-owners = Whom the files belong to
doctor-check-keys = The keys
doctor-check-running = The service
doctor-check-ports = The ports
doctor-check-logs = The logs
doctor-check-memory = The memory of the service
doctor-check-certificate = The mail door's certificate
doctor-check-relay = The mail relay
doctor-check-telegram = Telegram
doctor-check-copies = The copies
doctor-check-copies-keys = Keys beside the copies
doctor-check-restore = Restores
doctor-check-room = Room on the disk
doctor-check-file-system = The file system
doctor-check-encryption = Disk encryption
doctor-check-swap = Swap space
doctor-check-crashes = Crashes
doctor-check-clock = The clock
doctor-check-days = Days in the future
doctor-check-sqlite = SQLite
doctor-check-libraries = Libraries

doctor-needs-settings = { $what }: not looked at until the settings can be read.
doctor-not-in-demo = { $what }: not needed in a demonstration.
doctor-late = { $what }: this took too long to look at.
doctor-late-do = Run this again. If it stays so, something there hangs: a disk, a name server or another machine.
doctor-not-allowed = { $what }: this user may not look at it.
doctor-not-allowed-do = Run this again as the user that the service runs under.
doctor-broken = { $what }: this could not be looked at ({ $error }).
doctor-broken-do = Put right what is told above, and run this again. If it stays so, please report it.

## Settings

doctor-settings-ok = The settings can be read, and have no mistakes.
doctor-line = line { $line }
doctor-duty-ok = A lead, a deputy and their hours are set, for people at risk.
doctor-duty-missing = Nobody is named for people at risk: { $missing } not set. The doors stay shut.
doctor-duty-missing-do = Write them into [deployment] of { $file }.
doctor-contact-missing = Nobody is named who takes words back.
doctor-contact-missing-do = Write an address or a phone number as contact into [deployment] of { $file }. Thank-you mails tell it.
doctor-address-ok = The mail addresses are your own.
doctor-address-example = The mail address is still the example, voice@localhost: no mail from outside can reach it.
doctor-address-example-do = Write your own as addresses into [mail] of { $file }.
doctor-hours-ok = Every helpline says when somebody answers.
doctor-hours-missing = { $count ->
    [one] 1 helpline doesn't say when somebody answers.
   *[other] { $count } helplines don't say when somebody answers.
}
doctor-hours-missing-do = Ask them, and write it as hours into their [[helplines]]: { $names }.
doctor-rights-ok = Each council's offer can be read with /rights, and what holds all over England was checked.
doctor-rights-unchecked = Nobody has checked yet what /rights says of all of England.
doctor-rights-unchecked-do = Have it checked, line by line, and write bot-rights-checked into wording/en/rights.ftl: who did it, and when.
doctor-rights-missing = { $count ->
    [one] 1 council has no page of its own behind /rights.
   *[other] { $count } councils have no page of their own behind /rights.
}
doctor-rights-missing-do = Write what each offers into rights/<its code>.md of the data folder, in plain paragraphs: { $names }.
doctor-rights-name = { $name } is shown to nobody: no council has that code.
doctor-rights-name-do = Name it for the code of a council in { $file }, with .md at its end, or take it out of the folder.
doctor-rights-closed = { $name } can't be opened, so nobody can read it.
doctor-rights-large = { $name } is larger than 100 kilobytes, so nobody can read it.
doctor-rights-utf-8 = { $name } has letters that can't be read, so nobody can read it.
doctor-rights-odd = { $name } is not text, or has odd signs in it, so nobody can read it.
doctor-rights-empty = { $name } is empty.
doctor-rights-paragraph = { $name } has a paragraph of more than 3,000 letters, so nobody can read it.
doctor-rights-do = Save it as plain text in UTF-8, with an empty line between short paragraphs.
doctor-contact-off = People at risk can't ask to be contacted: no mailbox is set in [contact] of { $file }.
doctor-contact-ok = People at risk can ask to be contacted: the lead's mailbox was tested as it is set now.
doctor-contact-lacking = People at risk can't ask to be contacted, though a mailbox is set. Missing: { $missing }.
doctor-contact-lacking-do = Set it, and test with: care-voice contact test
doctor-contact-untested = People at risk can't ask to be contacted: the mailbox was never tested, or something changed since.
doctor-contact-untested-do = Run: { $command } contact test. Then start care-voice again.
doctor-duty-teams-ok = Each council has a number of its own here.
doctor-duty-teams-missing = { $count ->
    [one] 1 council has no number of its own here.
   *[other] { $count } councils have no number of their own here.
}
doctor-duty-teams-do = Ask them for their emergency duty team, and write it as one of the [[helplines]], with the council's code: { $names }.
doctor-thresholds-ok = Nothing is shown sooner, finer or longer than care-voice came with.
doctor-threshold-low = { $name } is { $value }: people are hidden among fewer than care-voice came with.
doctor-threshold-low-do = Set { $name } to { $least } or more in [publication], or write down who decided otherwise and why.
doctor-period-month = Times are shown as months, which says more about when someone wrote.
doctor-period-month-do = Set period = "quarter" in [publication], or write down who decided otherwise and why.
doctor-declined-long = The words of declined voices are kept longer than care-voice came with.
doctor-declined-long-do = Set declined_days to { $most } or fewer in [retention], or write down who decided otherwise and why.
doctor-lab-open = Anyone who reaches the lab's pages can read them: sign_in is off.
doctor-lab-open-do = Set sign_in = true in [lab].
doctor-wording-ok = All words in “{ $language }” are there, and have no mistakes.
doctor-wording-do = Put it right in the folder wording/{ $language }. Until then the doors don't open.
doctor-wording-missing = { $count ->
    [one] 1 message has no words in “{ $language }”, and is said in English.
   *[other] { $count } messages have no words in “{ $language }”, and are said in English.
}
doctor-wording-missing-do = Write them into wording/{ $language }. It begins with: { $first }.
doctor-terms-ok = Of your own words, { $keep } stay readable and { $hide } are always hidden.

## People

doctor-moderators-ok = { $count ->
    [one] 1 person
   *[other] { $count } people
} can moderate.
doctor-moderators-none = Nobody can moderate: what people say would wait for ever.
doctor-moderators-one = Only one person can moderate. What someone under 16 says needs two.
doctor-moderators-do = Make a sign-in: { $command } user add NAME --role moderator
doctor-leads-ok = { $count } people lead on safeguarding, and can sign in.
doctor-leads-few = { $count ->
    [0] Nobody can sign in as safeguarding lead.
   *[other] Only one person can sign in as safeguarding lead, and nobody as the deputy.
}
doctor-leads-do = Give the lead and the deputy accounts: { $command } user add NAME --role lead
doctor-alerts-ok = Voices that can't wait are told to { $count ->
    [one] 1 address.
   *[other] { $count } addresses.
}
doctor-alerts-none = Nobody is told when a voice can't wait.
doctor-alerts-none-do = Write the lead's and the deputy's addresses into [alerts] of { $file }, and test it with: care-voice alert test
doctor-alerts-failing = Alerts don't get through: the lead and the deputy have not heard of voices that can't wait.
doctor-alerts-failing-do = Tell them yourself now. Then check [mail.relay] and the addresses in [alerts]: { $command } alert test
doctor-readers-ok = Somebody reads what comes in.
doctor-readers-none = Nobody has been reading: voices have waited for too long, and people who write are told so.
doctor-readers-none-do = Ask the moderators to open the urgent and the oldest voices: then that stops.
doctor-lab-ok = { $count ->
    [one] 1 person has
   *[other] { $count } people have
} a sign-in to the lab.
doctor-lab-none = Nobody can read the lab.
doctor-lab-none-do = Make a sign-in: { $command } user add NAME --role lab

## Files

doctor-db-ok = { $file } is whole, ours, of this version, and safe against power cuts.
doctor-db-missing = { $file } is missing.
doctor-db-missing-do = Restore it from a copy. In a new folder: { $command } init
doctor-db-damaged = { $file } is damaged.
doctor-db-damaged-do = Stop the service, keep the damaged file, and restore a copy. Then look at the disk.
doctor-db-other = { $file } belongs to something else. A demonstration and a real deployment never share files.
doctor-db-other-do = Give the right data folder with --data, or restore your own file from a copy.
doctor-db-version = { $file } is of another version of care-voice.
doctor-db-pragma = { $file }: SQLite doesn't keep to { $name } as it must.
doctor-db-pragma-do = Was { $file } put there by another program? Stop the service and start it again; if it stays so, restore a copy.
doctor-db-big = The content of { $file } was not looked through: it is too big to do that quickly.
doctor-wal-huge = { $file } is big ({ $megabytes } MB): some program has kept the database open for long.
doctor-wal-huge-do = Close other programs that have it open, or restart the service.
doctor-taken-back-ok = What people took back is gone.
doctor-unfinished = Something that was taken back, or published, is not done everywhere yet.
doctor-unfinished-do = The running service finishes it within a minute. Is it not running? Start it: { $command } run
doctor-due = Words that a moderator hid may still be somewhere in the files of the databases.
doctor-due-do = Start the service, which overwrites them: { $command } run
doctor-modes-ok = No file is open to more people than it has to be.
doctor-data-folder = The data folder
doctor-mode = { $name } is open to others on this machine (mode { $mode }).
doctor-mode-do = Run: chmod { $mode } { $path }
doctor-owners-ok = Everything belongs to one user.
doctor-owner = { $name } belongs to another user than the data folder: the service may fail to use it.
doctor-owner-do = Run as root: chown { $owner } { $path }
doctor-not-owner = The data folder belongs to another user than you, so not everything could be looked at.
doctor-not-owner-do = Run this again as the user that the service runs under.
doctor-keys-ok = The secret key is there, only its owner can read it, and no file among the data holds a copy. (Whether one lies in a safe place, only you know.)
doctor-keys-copied = { $name } holds a copy of the secret key: whoever gets at the data would have its key too.
doctor-keys-copied-do = Move it to a safe place of its own, or delete it.
doctor-too-many-files = There are too many files { $where ->
    [copies] in the folder for copies
   *[data] in the data folder
} to look through them all for keys.
doctor-too-many-files-do = Keep nothing else in that folder, and run this again.
doctor-keys-wrong = The secret key can't be used: no receipt code works.

## Service

doctor-program-doors = the mail door
doctor-program-webhook = the Telegram door, where your web server hands on what Telegram posts
doctor-program-desk = the moderators' pages
doctor-program-lab = the lab's pages
doctor-running = The service is running.
doctor-not-running = The service is not running: nothing comes in.
doctor-not-running-do = Start it: { $command } run
doctor-runs-as-root = The service runs as root: a fault in it could reach the whole machine.
doctor-runs-as-root-do = Run it as a user of its own that owns the data folder.
doctor-port-ours = Port { $port }: { $name }, for this machine only.
doctor-port-free = Port { $port } is free for { $name }: it isn't running.
doctor-port-silent = Port { $port } doesn't answer, though the service runs: { $name } is missing.
doctor-port-silent-do = It may just be starting: run this again in a minute. If it stays so, look at what the service wrote to its log.
doctor-port-taken = Port { $port } is taken by another program: { $name } can't open there.
doctor-port-taken-do = Find it with: ss -ltnp 'sport = :{ $port }'. Stop it, or choose another port in care-voice.toml.
doctor-port-locked = Port { $port }: { $name }, for other machines too, as the settings say.
doctor-port-open = Port { $port } of { $name } is open to other machines.
doctor-port-open-do = Stop the service and set host = "127.0.0.1": only a server in front of it should face the world.
doctor-logs-ok = The logs are quiet, and not for everybody on this machine, as far as can be seen.
doctor-logs-later = The logs: looked at while the service runs.
doctor-logs-debug = The service tells more than it has to in its logs: --log-level debug was left on.
doctor-logs-debug-do = Start it without --log-level debug.
doctor-logs-open = Everybody on this machine can read the log { $name }.
doctor-logs-open-do = Run: chmod o-r { $path }
doctor-memory-ok = No other program can look into the doors' memory, and no crash writes it out.
doctor-memory-later = The doors' memory: looked at while the service runs.
doctor-memory-open = The doors' memory, where people's words are, is open to other programs.
doctor-memory-open-do = Stop the service and start it again. If it stays so, don't use this machine, and please report it.
doctor-certificate-none = The mail door has no certificate: it listens for a mail server on this machine.
doctor-certificate-ok = The mail door's certificate is good until { $until }.
doctor-certificate-wrong = The mail door's certificate can't be used: the door goes on with the last good one, and won't open at the next start.
doctor-certificate-soon = The mail door's certificate ends in { $days ->
    [one] 1 day
   *[other] { $days } days
}.
doctor-certificate-soon-do = Renew it. The door reads the new files by itself.
doctor-certificate-open = Everybody on this machine can read the key of the mail door's certificate.
doctor-certificate-open-do = Run: chmod o-r { $path }
doctor-certificate-old = The mail door shows another certificate than the one in its file.
doctor-certificate-old-do = Look for "certificate" in its log: it may not be able to read the new files. It reads them when somebody writes the next time.
doctor-relay-ok = The relay takes our mail ({ $tls ->
    [none] on this machine
   *[other] locked, { $tls }
}).
doctor-relay-off = Nobody who writes by mail gets a receipt code: acknowledge is off.
doctor-relay-off-do = Name a relay in [mail.relay] and set acknowledge = true in [mail]. Without a code people can't take words back.
doctor-relay-demo = The relay: a demonstration shows its thank-you letters in the terminal.
doctor-relay-missing = There is no relay to send thank-you mails with: the doors stay shut.
doctor-relay-missing-do = Name one in [mail.relay] of { $file }, or set acknowledge = false in [mail].
doctor-relay-wrong = The relay can't be used: nobody gets a receipt code by mail, and no door opens at the next start.
doctor-relay-silent = The relay can't be reached ({ $error }): nobody gets a receipt code by mail, and no door opens at the next start.
doctor-relay-silent-do = Check host and port in [mail.relay] of { $file }, the name server and the firewall.
doctor-telegram-off = Telegram: the door is shut, because there is no token in { $file } or the environment.
doctor-telegram-unknown = Telegram could not be asked: the service opened that door with a token that is not known here.
doctor-telegram-unknown-do = Run this again with the environment that the service has, or put the token into { $file }.
doctor-telegram-ok = Telegram takes the token and sends nothing elsewhere (no webhook), and the service met nobody else who fetches what people write.
doctor-telegram-ok-shut = Telegram takes the token and sends nothing elsewhere (no webhook). Whether somebody else fetches what people write is seen only while the door is open.
doctor-telegram-others = Somebody else takes what people write to the bot: Telegram told the service so, last on { $when } (UTC).
doctor-telegram-others-do = Does another program of yours use this bot? Stop it, or give care-voice a bot of its own. Else somebody has the token: make a new one with @BotFather (/revoke), and put it where the old one is. Then start the service again; if this is back a few minutes later, it goes on.
doctor-telegram-token = Telegram refuses the token: the Telegram door stays shut.
doctor-telegram-token-do = Check base_url in [telegram], and copy the token again from @BotFather into secrets.toml. Then start the service again.
doctor-telegram-silent = Telegram can't be reached.
doctor-telegram-silent-do = Check base_url in [telegram], the name server and the firewall. Messages wait at Telegram for a day.
doctor-telegram-error = What answers at base_url doesn't answer as Telegram does.
doctor-telegram-error-do = Check base_url in [telegram]. If it is right, run this again later.
doctor-telegram-webhook = Telegram sends what people write to another program (a webhook is set): we get nothing.
doctor-telegram-webhook-do = Does another program of yours use this bot? Give care-voice a bot of its own. Else somebody has the token: make a new one with @BotFather (/revoke). Then start the service again, which takes the messages back.
doctor-webhook-ok = Telegram takes the token and posts what people write to webhook_url.
doctor-webhook-secret = There is no secret_token for the webhook, so the Telegram door stays shut: anyone could post.
doctor-webhook-secret-do = Put secret_token into [telegram] of { $file }: up to 256 letters, digits, _ and -. Then start the service again.
doctor-webhook-unset = Telegram was not told to post anything: messages wait there for a day.
doctor-webhook-unset-do = Start the service: it tells Telegram itself. If it runs, look at what it said when it started, and check webhook_url in [telegram] of { $file }.
doctor-webhook-elsewhere = Telegram posts what people write to another address than webhook_url.
doctor-webhook-elsewhere-do = Did you change webhook_url in { $file }? Then start the service again, which tells Telegram. Else another program uses this bot, or somebody has the token: make a new one with @BotFather (/revoke).
doctor-webhook-failed = Telegram could not post here in the last hour. It says: { $said }
doctor-webhook-failed-do = Look at your web server: does it hand webhook_url on to 127.0.0.1, port { $port }, with a certificate that is known? Does the service run? Telegram goes on trying for a day, so nothing is lost yet.
doctor-webhook-waiting-do = Look at your web server, and at what the service wrote to its log. Telegram keeps them for a day.
doctor-telegram-waiting = { $count } messages wait at Telegram: nobody fetches them.
doctor-telegram-waiting-do = Start the service. If it runs, look at what it wrote to its log. Telegram keeps them for a day.

## Copies

doctor-copies-ok = { $count ->
    [one] There is 1 copy
   *[other] There are { $count } copies
}, and the newest is new enough.
doctor-copies-off = No copies are made: if the disk breaks, every voice is lost.
doctor-copies-off-do = Make a key pair, away from this machine: { $command } backup --new-key FILE. It says what to write into [backup] of { $file }.
doctor-copies-no-folder = The folder for copies is not there: no copy can be made.
doctor-copies-no-folder-do = Is its disk connected (mounted)? Or set another folder in [backup] of { $file }.
doctor-copies-none = There is no copy yet.
doctor-copies-none-do = Make one now: { $command } backup
doctor-copies-broken = The newest copy is broken.
doctor-copies-broken-do = Make one now: { $command } backup. Then check the disk that it is on.
doctor-copies-old = The newest copy is { $days ->
    [0] { $hours } hours
    [one] 1 day
   *[other] { $days } days
} old, which is too old.
doctor-copies-old-do = Make one now: { $command } backup. Then find out why none was made.
doctor-copies-ahead = { $name } is named after a day that has not come yet: a clock was wrong.
doctor-copies-ahead-do = Put the clock of this machine right. Once there is a copy from today, delete that one: it is never removed by itself.
doctor-copies-same-disk = The copies are on the same disk as the data: they would be lost together.
doctor-copies-same-disk-do = Set a folder on another disk in [backup] of { $file }.
doctor-copies-inside = The copies are inside the data folder: they would be lost with it.
doctor-copies-stranger = { $name } lies among the copies, and isn't one of them.
doctor-copies-stranger-do = If it holds the keys, move it to another place: keys and copies are kept apart.
doctor-copies-list = The list { $name } beside the copies lacks something: an older copy could bring back what was taken back.
doctor-copies-list-do = The running service writes it within a minute. Or make a copy now: { $command } backup
doctor-restore-ok = No restore was left half done.
doctor-restore-unfinished = A restore is under way, or was cut short.
doctor-restore-unfinished-do = If it was cut short, run it again. The folder “restoring” goes when it is done, or when the service starts.
doctor-copies-keys-ok = Nothing that needs no key lies among the copies, and no key to open them lies here.
doctor-copies-bare = { $name } lies among the copies, readable without a key.
doctor-copies-bare-do = Move it to a safe place of its own, or delete it.
doctor-age-key = { $name } holds a secret key that opens copies: it must not be on this machine.
doctor-age-key-do = Move it to a safe place, on paper or on another machine, and delete it here.

## This machine

doctor-room-ok = { $free } of { $size } are free.
doctor-room-low = Only { $free } of { $size } are free.
doctor-room-full = The disk is nearly full: { $free } of { $size } are free. Soon nothing can be saved.
doctor-room-do = Make room: old logs, packages, and copies on this disk.
doctor-disk-ok = The data lies on this machine ({ $kind }).
doctor-disk-memory = The data folder is in memory: all is lost when this machine stops.
doctor-disk-memory-do = Move the data folder to a disk.
doctor-disk-network = The data lies on another machine ({ $kind }), where databases break.
doctor-disk-network-do = Move the data folder to a disk of this machine.
doctor-encryption-ok = The disk is encrypted: whoever carries it away can't read it.
doctor-encryption-unknown = This machine doesn't say that the disk is encrypted.
doctor-encryption-do = lsblk -o NAME,TYPE,MOUNTPOINT shows “crypt” above an encrypted disk. If the disk or your provider encrypts by itself, keep its word for that in writing.
doctor-encryption-zfs-do = Look with: zfs get encryption
doctor-swap-off = There is no swap space: Linux writes no memory to a disk.
doctor-swap-ok = The swap space is encrypted, or in memory.
doctor-swap-open = Linux may write memory, and so people's words, to swap space that isn't encrypted.
doctor-swap-open-do = Turn it off (swapoff -a, and take it out of /etc/fstab), or encrypt it.
doctor-cores-ok = No crash is kept on the disk.
doctor-cores-kept = This machine keeps what crashed programs had in memory. The doors are shut to that, other programs aren't.
doctor-cores-kept-do = Write Storage=none under [Coredump] in /etc/systemd/coredump.conf, or take the crash reporter out.
doctor-cores-written = Crashed programs may write their memory to a file.
doctor-cores-written-do = Run: ulimit -c 0, where the service is started (LimitCORE=0 for systemd).
doctor-clock-ok = The clock is kept right by a time server.
doctor-clock-unknown = The clock: this machine doesn't say whether a time server keeps it right.
doctor-clock-alone = No time server keeps the clock right: days and releases may go wrong.
doctor-clock-alone-do = Turn one on: systemd-timesyncd or chrony. A guest may have its host's clock: then ask your provider.
doctor-days-ok = No voice came in on a day that is still to come.
doctor-days-ahead = A voice came in on a day that is still to come: the clock is wrong, or was.
doctor-days-ahead-do = Set the clock right.
doctor-sqlite-ok = SQLite { $version } can do all that is needed.
doctor-sqlite-lacks = SQLite { $version } lacks { $missing }.
doctor-sqlite-do = Install a newer SQLite, or a Python that brings one.
doctor-libraries-ok = All libraries are of the versions that care-voice is made for.
doctor-library-unfit = { $name } is missing, or of a version that care-voice isn't made for.
doctor-library-do = Install care-voice again with its requirements.lock.
