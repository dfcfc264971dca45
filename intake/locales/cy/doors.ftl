# What the bot shares with the mail door, in Welsh: not yet checked by a speaker.

hidden-name = { $count } enw
hidden-place = { $count } lle
hidden-council = { $count } cyngor
hidden-address = { $count } cyfeiriad
hidden-postcode = { $count } cod post
hidden-org = { $count } ysgol, cartref neu sefydliad arall
hidden-phone = { $count } rhif ffôn
hidden-email = { $count } cyfeiriad e-bost
hidden-url = { $count } dolen
hidden-handle = { $count } enw defnyddiwr
hidden-date = { $count } dyddiad
hidden-age = { $count } oedran
hidden-id = { $count } rhif sy'n perthyn i rywun
hidden-hidden = { $count } peth arall
