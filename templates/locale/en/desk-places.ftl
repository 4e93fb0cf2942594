# Every place, and why it is taken
desk-places = Where is every seat?
desk-places-lead = Each quota with its places, and why they are taken. People who cancelled are no longer counted; the numbers lead to the orders.
desk-places-agree = Every place that is counted belongs to somebody: the count and the places held agree.
desk-places-disagree = The count is wrong
desk-places-disagree-in = { $quota }: { $taken } places are counted, { $claimed } are held, and { $holders } people should hold one.
desk-places-count = Count again
desk-places-count-why = This only happens if somebody changed the database by hand, or if the program has a bug. Counting again gives everybody with a valid ticket their place, frees all others and records what has changed.
desk-places-count-ask = Ask the organisers to count again on this page.
desk-places-counted = { $count ->
    [0] Everything was right already.
    [one] 1 quota has been put right.
   *[other] { $count } quotas have been put right.
}
desk-places-caption = Places taken in { $quota }, by category and reason
desk-places-confirmed = confirmed
desk-places-awaiting-payment = not yet paid
desk-places-awaiting-approval = not yet approved
desk-places-stray = for no reason
desk-places-nobody = for nobody
desk-places-total = total
desk-places-no-category = This quota applies to no category and limits nobody.
desk-places-due = The first unpaid order holds its place until { $time }.
desk-places-overdue = The first unpaid order was to be paid by { $time } and is overdue. Its place becomes free by itself once the days for the transfer are over too and nothing has come in.
desk-places-source = { $count } { $source }
desk-places-sessions = Seats in sessions
desk-places-sessions-wrong = { $taken } seats are counted, { $claimed } are held.
desk-places-categories = What is left in each category?
desk-places-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
desk-places-limited = { $free } left, limited by “{ $quota }”
desk-places-also = also in “{ $quota }”: { $free }
