# Not yet checked by a speaker of Welsh.
bot-updates-of-all = O ryw { $all } o leisiau am sut mae pethau neu sut oedden nhw, dyma beth ddaeth hyd yma. Wedi newid: { $changed }. Ar y gweill: { $planned }. Ddim yn gallu newid, a pham: { $cannot }. Dim ateb eto: { $none }.
bot-updates-few = heb ei ddangos
