# What the administrator reads about copies, in the terminal. Change a message by writing it again, under the same
# name, in wording/en/backup.ftl of your own data folder. Keep every { $… } that it has here.

## Making copies

backup-new-key =
    A new key pair. The secret key is in { $path }: it opens every copy.
    Keep it away from this machine, and in two places: a USB stick in a locked drawer, a password manager.
    If it is lost, nobody can open the copies. If it gets into wrong hands, make a new pair.

    The public key only closes copies. Write it into { $settings }:

        {"["}backup]
        folder = "/mnt/backup/care-voice"
        recipients = ["{ $public }"]

    Then save the keys of the receipt codes, once, in another place than the copies:
        care-voice --data { $data } backup --keys FILE
backup-made =
    A copy was made: { $path }
    The newest { $keep } are kept. { $list } beside them belongs to them: take it along wherever you take a copy.
    Try whether it opens: { $command } --identity FILE
backup-keys-made =
    The keys are in { $path }, encrypted for the same people as the copies.
    Keep that file apart from the copies and away from this machine. Make it anew when secrets.toml changes.
backup-whole = The copy is whole. It was made on { $day } at { $time } (UTC).
backup-holds =
    It holds { $voices ->
        [one] 1 voice
       *[other] { $voices } voices
    }, { $waiting } of them waiting for a decision, and { $releases ->
        [one] 1 release
       *[other] { $releases } releases
    }.
backup-codes-work = It was made here: receipt codes will work with the keys of this deployment.
backup-codes-untold = Whether receipt codes will work is only told where the deployment's keys are: here are none.
backup-keys-whole = The file of keys is whole. It was made on { $day } at { $time } (UTC).
backup-keys-fit = It holds the key of this deployment's receipt codes.

## Bringing a copy back

restore-done = Restored into { $data }: the copy of { $day }, { $time } (UTC).
restore-voices = { $voices ->
    [one] 1 voice is back
   *[other] { $voices } voices are back
}. The lab's pages were made anew from them.
restore-buried = { $count ->
    [one] 1 voice in the copy had been taken back by its writer: it
   *[other] { $count } voices in the copy had been taken back by their writers: they
} did not come back.
restore-hidden = In { $count ->
    [one] 1 voice
   *[other] { $count } voices
} words that had been hidden since were hidden again.
restore-erased = The words of { $count ->
    [one] 1 voice, erased since, were
   *[other] { $count } voices, erased since, were
} erased again.
restore-withheld = { $count ->
    [one] 1 voice that had been declined since waits
   *[other] { $count } voices that had been declined since wait
} for a moderator again, and can't be read in the lab.
restore-lab-done = The lab's file was made anew, with { $voices ->
    [one] 1 voice
   *[other] { $voices } voices
} in it. Nothing else was changed. Start care-voice again.
restore-lab-notes = What earlier releases said of themselves stood in that file alone. A copy from before has it: care-voice restore --lab COPY --identity FILE.
restore-list-lost = Without the list of what was removed, what people took back after { $day } has come back, and so have words that were hidden. Look at every voice before you open the doors, and tell whoever leads on safeguarding.
restore-unread = The database that was there could not be read. Words that were hidden after the copy, and are not in the list yet, may have come back: look at every voice before you open the doors.
restore-saved = What was there before is in { $path }, encrypted. Remove it once you don't need it.
restore-next =
    What came in and what was decided after that copy is not in it. Next:
      1  See who may sign in, for somebody may have left since:  care-voice --data { $data } user list
      2  Passwords and tokens that stood in the environment have to be set again.
      3  Start it:                                               care-voice --data { $data } run
