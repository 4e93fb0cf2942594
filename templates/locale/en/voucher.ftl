# Codes of limited use
code-error-malformed = “{ $code }” cannot be a code: 4 to 40 letters and digits without accents, with dashes between them.
code-error-taken = There is a code { $code } already.
code-error-ended = This code has been ended.
code-error-not-yet = This code is not valid yet.
code-error-expired = This code is no longer valid.
code-error-used-up = This code has been used up.
code-error-fewer-than-used = The voucher has been used { $used } times. There cannot be fewer uses.
code-error-was-used = This voucher has been used. You can end it, not delete it.

# What who registers with a voucher is told
portal-voucher = Voucher code
portal-voucher-hint = If you were given one. Capital and small letters are the same.
portal-voucher-apply = Apply
portal-voucher-title = Voucher
portal-voucher-applied = { $count ->
    [one] The voucher { $code } applies to 1 ticket.
   *[other] The voucher { $code } applies to { $count } tickets.
}
portal-voucher-waived = Voucher { $code }
voucher-refused-unknown = There is no such voucher code. Please check the spelling.
voucher-refused-ended = This voucher has been ended. Please ask whoever gave it to you.
voucher-refused-not-yet = This voucher is not valid yet.
voucher-refused-expired = This voucher has expired.
voucher-refused-used-up = This voucher has been used up.
voucher-refused-other-tickets = This voucher applies to none of the tickets you chose.
voucher-refused-short = { $count ->
    [0] This voucher has just been used up. Please check the amount.
    [one] This voucher is good for 1 more ticket only. Please check the amount.
   *[other] This voucher is good for { $count } more tickets only. Please check the amount.
}
voucher-refused-too-many = Too many wrong codes came from here. Please try again in an hour, or order without a voucher.
voucher-refused-too-few = This voucher applies from { $count } tickets in one order.

# What cannot be
voucher-error-unknown-quota = There is no quota “{ $slug }”.
voucher-error-ended = The voucher has been ended and cannot be changed any more.
voucher-error-no-room = “{ $quota }” does not have { $wanted } free places left for the voucher to hold.
voucher-wrong-uses = A voucher can be used 1 to 10,000 times.
voucher-wrong-min-uses = At least 1, and no more than there are uses.
voucher-wrong-amount = Please give an amount or a percentage, such as 25 or 12.50.
voucher-wrong-percent = There is no more than 100 per cent.
voucher-wrong-window = “Valid until” must come after “Valid from”.
voucher-wrong-past = “Valid until” is over already. Please give a moment that is still to come.
voucher-wrong-after-end = The congress is over by then.
voucher-wrong-no-category = Please choose at least one ticket.
voucher-wrong-no-quota = Please choose a quota.
voucher-wrong-blocks-all = To hold places, the voucher must be for chosen tickets or for a quota.
voucher-wrong-blocks-and-passes = Holding places and going beyond the quota exclude each other.
voucher-wrong-tag = A tag has at most 60 characters.
voucher-wrong-note = A note has at most 500 characters.
voucher-wrong-count = Please give a number from 1 to 5,000.
voucher-wrong-prefix = In front there are at most 31 letters and digits without accents, with dashes between them.

# The desk
web-desk-vouchers = Vouchers
desk-vouchers = Vouchers
desk-vouchers-lead = Codes that lower prices, hold places or open hidden tickets.
desk-vouchers-all = All vouchers
desk-vouchers-none = No vouchers yet.
desk-vouchers-none-next = Add one, draw many at once or take in a list.
desk-vouchers-nothing = No voucher matches.
desk-vouchers-show-all = Show all
desk-vouchers-caption = Vouchers, { $rows }
desk-voucher-word = Voucher
desk-voucher-title = Voucher { $code }
desk-voucher-new = Add a voucher
desk-voucher-batch = Draw many
desk-voucher-batch-lead = All alike but for the code, which is drawn without characters that look alike.
desk-voucher-draw = Draw vouchers
desk-voucher-filter = Narrow the vouchers down
desk-voucher-filter-query = Code, tag or note
desk-voucher-untagged = without a tag
desk-voucher-which = Which code
desk-voucher-code = Code
desk-voucher-code-hint = Letters and digits with dashes between them: “PARTNER-2027”.
desk-voucher-count = How many
desk-voucher-count-hint = At most { $max } at once.
desk-voucher-prefix = In front
desk-voucher-prefix-hint = “PRESS” makes “PRESS-7K4QXM2B”.
desk-voucher-max-uses = Uses
desk-voucher-max-uses-hint = Each code can be used for so many tickets.
desk-voucher-min-uses = At least in one order
desk-voucher-min-uses-hint = The voucher applies from so many tickets in one order.
desk-voucher-tag = Tag
desk-voucher-tag-hint = What you count by: “partners”, “press”.
desk-voucher-note = Note
desk-voucher-note-hint = Who was given it. Only shown in the congress office.
desk-voucher-scope = Applies to
desk-voucher-scope-all = all tickets
desk-voucher-scope-all-means = Also to those that are added later.
desk-voucher-scope-categories = chosen tickets
desk-voucher-scope-categories-means = Those you tick below.
desk-voucher-scope-quota = a quota
desk-voucher-scope-quota-means = All tickets that need a place of it.
desk-voucher-categories = Tickets, if chosen ones
desk-voucher-quota = Quota, if one
desk-voucher-quota-none = none
desk-voucher-effect = Price
desk-voucher-effect-none = stays as it is
desk-voucher-effect-none-means = The voucher only holds places or opens tickets.
desk-voucher-effect-set = Fixed price
desk-voucher-effect-set-means = Never more than the ticket costs without it.
desk-voucher-effect-less = Less an amount
desk-voucher-effect-less-means = For each ticket, never below zero.
desk-voucher-effect-percent = Less a percentage
desk-voucher-effect-percent-means = Rounded to whole cents.
desk-voucher-amount = Amount or percentage
desk-voucher-amount-hint = 25 means 25 euros or 25 per cent, as chosen.
desk-voucher-places = Places
desk-voucher-blocks = Hold places in advance
desk-voucher-blocks-hint = For each use that is left a place is taken, until the voucher is used, ended or expired.
desk-voucher-passes = Beyond the quota
desk-voucher-passes-hint = Whoever comes with it counts in no quota, and frees no place later either.
desk-voucher-unlocks = Open hidden tickets
desk-voucher-unlocks-hint = Tickets that can only be had with a voucher.
desk-voucher-when = When and how many
desk-voucher-valid-from = Valid from
desk-voucher-valid-until = Valid until
desk-voucher-valid-until-hint = After that, places that it held are free again.
desk-voucher-facts = What the voucher does
desk-voucher-means = Effect
desk-voucher-uses = Used
desk-voucher-used = Used
desk-voucher-used-of = { $used } of { $max }
desk-voucher-codes = Codes
desk-voucher-turnover = Turnover with it
desk-voucher-waived = Waived
desk-voucher-waived-of = { $price } waived
desk-voucher-ended-at = Ended
desk-voucher-held = Places held
desk-voucher-held-none = none at present
desk-voucher-passes-word = Quota
desk-voucher-passes-means = Guests beyond the quota
desk-voucher-unlocks-word = Opens hidden tickets
desk-voucher-is-blocking = holds places
desk-voucher-is-passing = beyond the quota
desk-voucher-is-unlocking = opens hidden tickets
desk-voucher-tells-set = Fixed price { $price }
desk-voucher-tells-less = { $price } less
desk-voucher-tells-percent = { $rate }% less
desk-voucher-tells-quota = Tickets of “{ $quota }”
desk-voucher-share = With this address the code stands in the form already:
desk-voucher-orders = What it was used for
desk-voucher-unused = Never used so far.
desk-voucher-more = The newest { $count } are shown.
desk-voucher-freed = came back { $time }
desk-voucher-end = End it
desk-voucher-by-tag = By tag
desk-voucher-by-tag-means = Turnover and waived amounts of tickets that hold a place.
desk-voucher-state-open = open
desk-voucher-state-not-yet = not valid yet
desk-voucher-state-used-up = used up
desk-voucher-state-expired = expired
desk-voucher-state-ended = ended
desk-flash-voucher-saved = The voucher has been saved.
desk-flash-voucher-ended = The voucher { $code } has been ended.
desk-flash-voucher-removed = The voucher has been deleted.
desk-flash-vouchers-drawn = { $count ->
    [one] 1 voucher has been drawn.
   *[other] { $count } vouchers have been drawn.
}
desk-flash-vouchers-drawn-before = These vouchers had been drawn before.
desk-flash-vouchers-taken-in = { $count ->
    [one] 1 voucher has been taken in.
   *[other] { $count } vouchers have been taken in.
}
desk-attendee-voucher = Voucher
desk-attendee-beyond = beyond the quota
desk-hand-voucher = Voucher code
desk-hand-voucher-hint = Applies to as many tickets as it has uses left.
desk-export-vouchers = vouchers
desk-list-vouchers = Vouchers

# Lists of vouchers
desk-voucher-import = Take in vouchers
desk-voucher-import-lead = One row for each voucher. All of them are taken in or none; before that you see what stands against it.
desk-voucher-import-help = These columns are read
desk-voucher-import-ready = { $count ->
    [one] 1 voucher can be taken in.
   *[other] { $count } vouchers can be taken in.
}
desk-voucher-import-take-in = { $count ->
    [one] Take in 1 voucher
   *[other] Take in { $count } vouchers
}
desk-voucher-import-refused = { $count ->
    [0] The list holds no voucher
    [one] 1 entry stands against it
   *[other] { $count } entries stand against it
}
desk-voucher-import-refused-next = Mend the list and hand it in once more. Until then nothing is taken in.
desk-voucher-import-first = { $count ->
    [one] The first voucher
   *[other] The first { $count } vouchers
}
voucher-sheet-code = Code
voucher-sheet-means-code = Must be there. 4 to 40 letters and digits.
voucher-sheet-uses = Uses
voucher-sheet-means-uses = 1 if nothing is said.
voucher-sheet-effect = Effect
voucher-sheet-means-effect = none, fixed price, amount or per cent.
voucher-sheet-effect-none = none
voucher-sheet-effect-set = fixed price
voucher-sheet-effect-less = amount
voucher-sheet-effect-percent = per cent
voucher-sheet-amount = Value
voucher-sheet-means-amount = Euros or per cent, as the effect says: 25 or 12.50.
voucher-sheet-tickets = Tickets
voucher-sheet-means-tickets = Short names or names with commas between; “all” or nothing for all.
voucher-sheet-all = all
voucher-sheet-quota = Quota
voucher-sheet-means-quota = Instead of tickets: the name of a quota.
voucher-sheet-from = Valid from
voucher-sheet-means-from = A day, or a day and a time, such as 2027-03-11.
voucher-sheet-until = Valid until
voucher-sheet-means-until = A day alone counts to its end.
voucher-sheet-tag = Tag
voucher-sheet-means-tag = What you count by.
voucher-sheet-note = Note
voucher-sheet-means-note = Only shown in the congress office.
voucher-sheet-least = At least
voucher-sheet-means-least = An order needs so many tickets for it.
voucher-sheet-unlocks = Opens hidden
voucher-sheet-means-unlocks = yes, or nothing.
voucher-sheet-blocks = Holds places
voucher-sheet-means-blocks = yes, or nothing.
voucher-sheet-passes = Beyond the quota
voucher-sheet-means-passes = yes, or nothing.
voucher-sheet-no-code = No column is headed “Code”.
voucher-sheet-twice = This code stands further up already.
voucher-sheet-code-malformed = 4 to 40 letters and digits without accents, with dashes between them.
voucher-sheet-no-number = This is no whole number.
voucher-sheet-no-time = This is no day, such as 2027-03-11.
voucher-sheet-unknown-effect = There are: none, fixed price, amount, per cent.
voucher-sheet-unknown-ticket = There is no “{ $name }” in this congress.

# Where every seat is
desk-places-voucher = held for vouchers
desk-places-source-nobody = held in advance
desk-places-guests = { $count ->
    [one] In addition there is 1 guest beyond the quota: with a voucher, without a place of it.
   *[other] In addition there are { $count } guests beyond the quota: with a voucher, without a place of it.
}

# The log
desk-audit-voucher-added = Voucher { $what } added
desk-audit-vouchers-added = { $count ->
    [one] 1 voucher added { $what }
   *[other] { $count } vouchers added { $what }
}
desk-audit-voucher-changed = Voucher { $what } changed
desk-audit-voucher-ended = { $count ->
    [0] Voucher { $what } ended
    [one] Voucher { $what } ended, 1 place is free
   *[other] Voucher { $what } ended, { $count } places are free
}
desk-audit-voucher-lapsed = { $count ->
    [one] Voucher { $what } expired, 1 place is free
   *[other] Voucher { $what } expired, { $count } places are free
}
desk-audit-voucher-removed = Voucher { $what } deleted
desk-audit-field-code = Code
desk-audit-field-max-uses = Uses
desk-audit-field-min-uses = At least in one order
desk-audit-field-valid-from = Valid from
desk-audit-field-valid-until = Valid until
desk-audit-field-tag = Tag
desk-audit-field-note = Note
desk-audit-field-scope = Applies to
desk-audit-field-quota = Quota
desk-audit-field-effect = Effect
desk-audit-field-amount = Value
desk-audit-field-unlocks = Opens hidden tickets
desk-audit-field-blocks = Holds places
desk-audit-field-passes = Beyond the quota
