# What the bot shares with the mail door, in Easy Read English.

answer-use-done =
    ✅ Done.
    From now on we use the words like this: "{ $use }".
    What is printed already can't be called back.
answer-use-later =
    ✅ Thank you.
    We will use the words like this: "{ $use }".
    That begins the next time that new voices come out.
    Until then nothing changes. So nobody can guess who answered.
answer-use-wiped =
    These words are wiped already.
    Nobody can use them any more.
    Nothing was changed.
answer-use-never =
    These are words of someone under 16. Or they may be.
    We never print them.
    So nothing was changed.

hidden-name = { $count ->
    [one] 1 name
   *[other] { $count } names
}
hidden-place = { $count ->
    [one] 1 place
   *[other] { $count } places
}
hidden-council = { $count ->
    [one] 1 council
   *[other] { $count } councils
}
hidden-address = { $count ->
    [one] 1 address
   *[other] { $count } addresses
}
hidden-postcode = { $count ->
    [one] 1 postcode
   *[other] { $count } postcodes
}
hidden-org = { $count ->
    [one] 1 school or home
   *[other] { $count } schools or homes
}
hidden-phone = { $count ->
    [one] 1 phone number
   *[other] { $count } phone numbers
}
hidden-email = { $count ->
    [one] 1 email address
   *[other] { $count } email addresses
}
hidden-url = { $count ->
    [one] 1 web link
   *[other] { $count } web links
}
hidden-handle = { $count ->
    [one] 1 user name
   *[other] { $count } user names
}
hidden-date = { $count ->
    [one] 1 date
   *[other] { $count } dates
}
hidden-age = { $count ->
    [one] 1 age
   *[other] { $count } ages
}
hidden-id = { $count ->
    [one] 1 number of someone
   *[other] { $count } numbers of someone
}
hidden-hidden = { $count ->
    [one] 1 other thing
   *[other] { $count } other things
}
