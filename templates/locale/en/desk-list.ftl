# Parts of all lists, and the list of attendees.

desk-filter-source = Source
desk-filter-from = From
desk-filter-until = Until
desk-filter-inside = checked in
desk-filter-outside = not checked in
desk-views = Saved views
desk-view-keep = Save this view
desk-view-name = Name of the view
desk-view-submit = Save
desk-view-remove = Remove “{ $name }”
desk-flash-view-kept = The view “{ $name }” has been saved.
desk-flash-view-removed = The view “{ $name }” has been removed.
desk-fault-view-name = Give the view a name.
desk-export-label = { $count ->
    [one] 1 row as a file
   *[other] { $count } rows as a file
}
desk-export-orders = orders
desk-export-attendees = attendees
desk-column-tick = Select
desk-column-given = Given name
desk-column-family = Family name
desk-column-admitted = Checked in
desk-column-currency = Currency
desk-column-note = Note
desk-tick = Select { $what }
desk-sorted-newest = newest first
desk-sorted-oldest = oldest first
desk-sorted-code = by code
desk-sorted-code-back = by code, reversed
desk-sorted-name = by name
desk-sorted-name-back = by name, reversed
desk-sorted-lowest = lowest amount first
desk-sorted-highest = highest amount first
desk-attendees-filter = Filter attendees
desk-attendees-caption = Attendees { $rows }
desk-attendees-nothing = Nobody matches this selection.
desk-attendees-show-all = Show all attendees
desk-inside-since = checked in { $time }

# Several orders at once
desk-batch-label = Edit the selected orders
desk-batch-all = { $count ->
    [one] The one the filter finds
   *[other] All { $count } the filter finds
}
desk-batch-mail = Send mails again …
desk-batch-cancel = Cancel …
desk-batch-hint = Before each step you see what will happen.
desk-batch-back = Back to the list
desk-batch-cancel-title = Cancel several orders
desk-batch-mail-title = Send the mails of several orders again
desk-batch-cancel-what = { $orders ->
    [one] 1 order will be cancelled
   *[other] { $orders } orders will be cancelled
}, { $tickets ->
    [one] with 1 ticket.
   *[other] with { $tickets } tickets.
}
desk-batch-mail-what = { $orders ->
    [one] The mails of 1 order
   *[other] The mails of { $orders } orders
} will go out again, { $tickets ->
    [one] with 1 ticket.
   *[other] with { $tickets } tickets.
}
desk-batch-cancel-submit = { $orders ->
    [one] Cancel 1 order
   *[other] Cancel { $orders } orders
}
desk-batch-mail-submit = Send now
desk-batch-changed = Something has changed in the meantime. Nothing was done. Below you see what would happen now.
desk-batch-more = At most { $most } orders can be handled at once, the oldest first. After that you are shown the others.
desk-batch-nothing = There is nothing to do here.
desk-batch-nothing-next = Tick orders in the list, or choose all that the filter finds.
desk-batch-reason-hint = It appears in the history, and in the mail if one is sent.
desk-batch-notify = Send a mail to everyone concerned
desk-batch-done-to = The orders concerned
desk-batch-refused = { $count ->
    [one] Not possible for 1 order
   *[other] Not possible for { $count } orders
}
desk-batch-refused-caption = Orders this is not possible for
desk-batch-why = Why not
desk-batch-why-cancel = already cancelled or expired, or the congress is over
desk-batch-why-mail = cancelled or expired: there are no tickets any more
desk-flash-batch-cancelled = { $count ->
    [one] 1 order is cancelled.
   *[other] { $count } orders are cancelled.
}
desk-flash-batch-mailed = { $count ->
    [one] The mails of 1 order go out again.
   *[other] The mails of { $count } orders go out again.
}
desk-flash-batch-repeated = This had already been done: the form arrived twice and takes effect only once.
