# The congress office: the overview, orders, the outbox.

# Where one works
desk-workplaces = Your congresses
desk-workplaces-none-yet = There is no congress yet. Add the first one.
desk-workplaces-none = Your account has no part in any congress yet.
desk-workplaces-none-next = Ask whoever runs this installation to give you a role, then reload this page.
desk-workplace-desk = Congress office
desk-workplace-door = Check-in

# The overview
desk-overview = Overview
desk-greeting = { $part ->
    [morning] Good morning
    [evening] Good evening
   *[day] Good afternoon
}, { $name }
desk-days-left = { $days ->
    [one] 1 day to go
   *[other] { $days } days to go
}
desk-days-running = { $days ->
    [one] today is the day
   *[other] day { $days } of the congress
}
desk-days-over = { $days ->
    [one] it ended yesterday
   *[other] it ended { $days } days ago
}
desk-public-page = Public page
desk-numbers = Numbers
desk-on-site = on site
desk-online = online
desk-tile-on-site = On site
desk-tile-online = Online
desk-tile-of = of { $size }
desk-tile-free = { $free } free
desk-tile-unlimited = no limit
desk-tile-this-week = { $count } this week
desk-tile-door = Check-in
desk-tile-door-note = valid tickets for on site
desk-tile-mails = Mails in the outbox
desk-tile-mails-none = everything is sent
desk-tile-mails-failed = { $count } failed
desk-tile-mails-in-doubt = { $count } in doubt
desk-tile-mails-waiting = { $count } waiting
desk-tile-mails-sending = { $count } being sent
desk-tile-mails-held = { $count } held back
desk-chart = Registrations by week
desk-chart-empty = Nobody has registered yet.
desk-chart-as-table = As a table
desk-chart-week = Week
desk-week = Week { $week }
desk-chart-description = From { $first } in week { $first-week } to { $last } in week { $last-week }. The table below has all the figures.
desk-hours-of = Admissions by hour on { $day }
desk-hours-hour = Hour
desk-hours-admitted = came in
desk-hours-description = { $total } came in, most of them from { $hour }: { $most }. The table below has all the figures.
desk-quotas = Where is every seat?
desk-quotas-why = All of them, and why
desk-quotas-empty = This congress has no quotas yet: any number of people can register.
desk-quota-taken = { $taken } of { $size }
desk-quota-unlimited = { $taken }, no limit
desk-quota-meter = { $pending ->
    [0] { $sold } taken, { $free } free of { $size }
   *[other] { $sold } taken, { $pending } pending, { $free } free of { $size }
}
desk-quota-sold = taken
desk-quota-pending = not yet paid or approved
desk-tasks = To do
desk-tasks-none = Nothing. All mails are on their way.
desk-task-miscounted = The count is wrong: { $quota }
desk-task-miscounted-note = { $taken } places are counted, but { $holders } people hold one. You can count again on that page.
desk-task-unpaid = { $count ->
    [one] 1 ticket has not been paid yet
   *[other] { $count } tickets have not been paid yet
}
desk-task-overdue = { $count ->
    [one] 1 order is overdue
   *[other] { $count } orders are overdue
}
desk-task-over = { $count ->
    [one] Money is to be paid back for 1 order
   *[other] Money is to be paid back for { $count } orders
}
desk-task-unapproved = { $count ->
    [one] 1 ticket is waiting for approval
   *[other] { $count } tickets are waiting for approval
}
desk-tasks-to-open = The list above says what is still missing before the congress can open.
desk-tasks-failed = All { $count } failed mails
desk-task-mail-failed = Mail did not arrive: { $to }
desk-task-mail-in-doubt = The mail may not have arrived: { $to }
desk-task-stuck = The mail server accepts nothing from us
desk-task-stuck-note = { $count ->
    [one] 1 mail is waiting.
   *[other] { $count } mails are waiting.
}
desk-task-answer = The server says: { $answer }
desk-since = since { $time }
desk-task-held = { $count ->
    [one] 1 mail is held back
   *[other] { $count } mails are held back
}
desk-mails-held-note = They wait because no mail server is set (KONGRESS_SMTP_URL) or because somebody holds them back. The button releases all of them, also what is held back on purpose. Single ones are released in the list.
desk-task-held-note = Without a mail server (setting KONGRESS_SMTP_URL) kongress sends nothing. Once one is set, send these mails from the outbox.
desk-task-jobs = { $count ->
    [one] 1 system job has failed
   *[other] { $count } system jobs have failed
}
desk-task-jobs-note = Administrators can see there, or with "kongress doctor", which ones failed and why.
desk-outbox = Outbox
desk-outbox-all = All mails
desk-outbox-empty = { $sent ->
    [0] The outbox is empty.
    [one] Nothing is waiting. 1 mail has been sent.
   *[other] Nothing is waiting. { $sent } mails have been sent.
}
desk-recent = Newest orders
desk-recent-all = All orders
desk-recent-empty = No orders yet.

# Lists
desk-filter = Filter orders
desk-filter-query = Name, e-mail, code, organisation
desk-filter-category = Category
desk-filter-money = Money
desk-money-owed-overdue = overdue
desk-money-owed-part = paid in part
desk-money-owed-over = to be paid back
desk-filter-all = All
desk-filter-state = By state
desk-filter-submit = Filter
desk-rows = { $first } to { $last } of { $total }
desk-pages = Pages
desk-page = Page { $number }
desk-page-before = Back
desk-page-next = Next
desk-column-code = Code
desk-column-buyer = Ordered by
desk-column-organisation = Organisation
desk-column-tickets = Tickets
desk-column-amount = Amount
desk-column-state = State
desk-column-time = Time
desk-column-subject = Subject
desk-column-to = To

# Orders
desk-orders = Orders
desk-orders-all = All orders
desk-orders-count = { $orders ->
    [one] 1 order
   *[other] { $orders } orders
}
desk-attendees-count = { $count ->
    [one] 1 attendee
   *[other] { $count } attendees
}
desk-attendees-going = { $count } registered
desk-attendees-cancelled = { $count } cancelled
desk-attendees-expired = { $count } expired
desk-orders-caption = Orders { $rows }, { $order }
desk-orders-none = Nobody has ordered yet.
desk-orders-none-next = As soon as somebody registers, the order appears here. You can also register somebody yourself.
desk-to-registration = To the registration form
desk-orders-nothing = No order matches this selection.
desk-orders-not-found = There is no order for “{ $query }”.
desk-orders-mistyped = That looks like a ticket number, but its last character does not fit the others. Have it read out to you again.
desk-orders-not-found-next = Search for part of the name, the e-mail address or the organisation, or for the six characters of the code. Umlauts may be written either way: “Müller” finds “Mueller”.
desk-orders-everywhere = Search without filters
desk-orders-show-all = Show all orders
desk-row-for = for { $names }
desk-free = free
desk-amount-back = { $amount } to be paid back
desk-tickets = { $count ->
    [one] 1 ticket
   *[other] { $count } tickets
}
desk-order = Order { $code }
desk-order-word = Order
desk-order-placed = { $time }, { $source }
desk-source-web = on the website
desk-source-api = through the API
desk-source-desk = taken at the congress office
desk-source-import = imported
desk-source-demo = demonstration data
desk-order-confirmed = Valid
desk-order-awaiting-payment = Awaiting payment
desk-order-awaiting-approval = Awaiting approval
desk-order-waiting = Waiting list
desk-order-expired = Expired
desk-order-cancelled = Cancelled
desk-attendee-valid = Valid
desk-attendee-unpaid = Awaiting payment
desk-attendee-unapproved = Awaiting approval
desk-attendee-waiting = Waiting list
desk-attendee-expired = Expired
desk-attendee-cancelled = Cancelled
desk-send-all = Send mails again
desk-send-ticket = Send ticket again
desk-send-confirmation = Send confirmation again
desk-cancel = Cancel
desk-cancel-order = Cancel order
desk-attendees = Attendees
desk-number = Number
desk-category = Ticket
desk-email = E-mail
desk-name = Name
desk-language = Language
desk-door = Check-in
desk-door-not-yet = not yet
desk-door-left = left { $time }
desk-buyer = Ordered by
desk-buyer-kind = Kind
desk-buyer-person = Private person
desk-buyer-business = Business
desk-buyer-public-body = Public body
desk-silent = kongress sends no mails for this order on its own.
desk-link = Personal link
desk-link-hint = Anyone who has it can see and change the order. Give it only to the person who ordered.
desk-order-mails = Mails
desk-order-mails-none = No mail has been written for this order yet.
desk-history = History
desk-history-none = Nothing is recorded yet.
desk-history-reason = “{ $reason }”
desk-who-system = kongress, automatically
desk-who-nobody = without logging in
desk-event-order-placed = { $count ->
    [one] One ticket ordered
   *[other] { $count } tickets ordered
}
desk-event-order-cancelled = All cancelled: { $names }
desk-event-attendees-cancelled = Cancelled: { $names }
desk-event-renamed = Name changed: “{ $before }” to “{ $after }”
desk-event-mail-requested = Mails requested again
desk-event-ticket-requested = Mail requested again: { $name }
desk-event-admitted = Let in: { $name }
desk-event-refused = Turned away at the door: { $name }. { $reason }
desk-event-reversed = Check-in undone: { $name }
desk-event-message-sent = Mail sent: { $subject }, to { $to }
desk-event-message-failed = Mail did not arrive: { $subject }, to { $to }
desk-event-message-bounced = Mail was returned: { $subject }, to { $to }
desk-event-message-complained = Mail reported as unwanted: { $subject }, by { $to }
desk-event-message-in-doubt = The mail may not have arrived: { $subject }, to { $to }
desk-event-message-dropped = Mail dropped because it was out of date: { $subject }, to { $to }
desk-event-message-held = Mail held back: { $subject }, to { $to }
desk-event-message-released = Mail released: { $subject }, to { $to }
desk-event-message-requested-again = Mail sent again: { $subject }, to { $to }

# Cancelling
desk-cancellation = Cancel order { $code }
desk-cancellation-back = Back to the order
desk-cancellation-closed = There is nothing left to cancel here: the tickets are already cancelled, or the congress is over.
desk-cancellation-meaning = Cancelled tickets are refused at the door from now on, and their seats become free. It can be undone while seats are free.
desk-cancellation-notify = Send a mail to everyone whose ticket is cancelled, and to the buyer
desk-cancellation-who = Whose ticket?
desk-cancellation-reason = Reason
desk-cancellation-reason-hint = It appears in the mail and in the history.
desk-cancellation-submit = Cancel now
desk-cancellation-keep = Keep them
desk-fault-nobody = Tick at least one person.
desk-fault-reason-missing = Give a reason.
desk-fault-reason-long = The reason is too long: 1,000 characters at most.

# The outbox
desk-mails-count = { $count ->
    [one] 1 mail
   *[other] { $count } mails
}
desk-mails-caption = Mails { $rows }, newest first
desk-mails-none = No mails yet.
desk-mails-none-next = As soon as somebody registers, the confirmation and tickets appear here, with what the mail server says about them.
desk-mails-nothing = No mail matches this selection.
desk-mails-release = { $count ->
    [one] Send this mail
   *[other] Send all { $count } mails
}
desk-mail-to = to { $to }
desk-mail-attempts = { $count ->
    [one] 1 attempt
   *[other] { $count } attempts
}
desk-mail-send-again = Send again
desk-mail-send = Send
desk-mail-text = Text of the mail
desk-mail-text-note = The designed version says the same; QR codes, attachments and the secrets of personal links are only in the mail itself.
desk-mail-text-none = The text is written only when the mail is sent, or it contains a secret and is not kept.
desk-mail-head = Details
desk-mail-kind = Kind
desk-mail-caused = Created
desk-mail-sent = Sent
desk-mail-tries = Attempts
desk-mail-deliveries = Delivery

# Notices
desk-flash-order-mail = The mails of this order are on their way again.
desk-flash-attendee-mail = The mail to { $name } is on its way again.
desk-flash-cancelled = { $count ->
    [one] The ticket is cancelled, the seat is free.
   *[other] { $count } tickets are cancelled, the seats are free.
}
desk-flash-cancelled-before = { $count ->
    [one] The ticket was already cancelled. The second time changed nothing.
   *[other] The { $count } tickets were already cancelled. The second time changed nothing.
}
desk-flash-mail = The mail is on its way.
desk-flash-released = { $count ->
    [0] No mail was held back.
    [one] The mail is going out.
   *[other] { $count } mails are going out.
}
