# By hand: ordering for people, changing what was ordered, notes; what happened, in words.

# What the fields are called
desk-field-kind = Kind
desk-field-name = Name
desk-field-given-name = Given name
desk-field-family-name = Family name
desk-field-organisation = Organisation
desk-field-mailbox = E-mail
desk-field-language = Language of the mails
desk-field-category = Ticket

# Ordering for somebody
desk-hand-new = Register somebody
desk-hand-new-draft = The congress is still a draft. Once it is open, you can register people here.
desk-hand-new-draft-next = What is missing to open it
desk-hand-new-none = There is no ticket to register anybody for: none is on sale.
desk-hand-new-none-next = Go to the tickets
desk-hand-new-over = The congress is over: nobody can be registered any more.
desk-hand-self = Also attends
desk-hand-joined = The buyer also attends and is now person 1, before the others. Please check the list before you register them.
desk-hand-people-hint = Anyone without an e-mail address or organisation of their own gets the buyer’s. You can also give out tickets that are not on sale right now, but never more than a quota allows.
desk-hand-person = Person { $number }
desk-hand-label = { $label } of person { $number }
desk-hand-add = Another person
desk-hand-remove = Remove
desk-hand-paste-title = Paste several people
desk-hand-paste = One person per line
desk-hand-paste-hint = For example: Lea Nolte <l.nolte@stadt.example>; Stadt Delbrück
desk-hand-paste-submit = Add these lines
desk-hand-pasted = { $count ->
    [one] One pasted person is in the list now. Please check it before you register them.
   *[other] { $count } pasted people are in the list now. Please check it before you register them.
}
desk-hand-rest = Note and mails
desk-hand-notify = Send confirmation and tickets by mail
desk-hand-place = Register
desk-hand-choose = Please choose
desk-hand-choice = { $name }, { $price }: { $state }
desk-hand-free = { $count } free
desk-hand-unlimited = no limit
desk-hand-full = “{ $quota }” is full
desk-hand-not-public = not available to the public right now
desk-hand-now = { $name } (now)
desk-fault-buyer-kind = Choose who the order is for.
desk-flash-placed = Order { $code } has been placed. The confirmation and tickets are on their way by mail.
desk-flash-placed-silent = Order { $code } has been placed. No mail is sent.
desk-flash-placed-before = Order { $code } had already been placed. There is only one.

# Changing
desk-hand-edit = Change
desk-hand-save = Save
desk-hand-keep = Keep it as it is
desk-hand-back = Back to the order
desk-hand-back-ticket = Back to the ticket
desk-hand-buyer = Order { $code }: who ordered
desk-hand-buyer-hint = The tickets stay as they are: if the buyer also attends, change their ticket too.
desk-hand-details = Change the details of { $name }
desk-hand-details-hint = The ticket stays the same: its number and code remain valid.
desk-hand-after = If the e-mail address changes
desk-hand-send = Send the mail again, to the new address
desk-hand-end-link = Disable the old personal link, because the old address belongs to somebody else
desk-hand-end-link-order = Disable the old link to the order, because the old address belongs to somebody else
desk-flash-changed = The change has been saved.

# Another category
desk-hand-rebook = Rebook { $name }
desk-hand-rebook-word = Rebook
desk-hand-rebook-hint = The new place is taken and the old one freed in one step. If the new quota is full, nothing changes. The ticket’s number and code stay valid.
desk-hand-rebook-price = Today’s price of the new category applies. If it costs something, the ticket waits for payment. If the ticket is paid already, the difference is left to pay or to refund.
desk-hand-rebook-extras = Goes with this ticket: { $names }. What does not go with the new ticket ends.
desk-hand-rebook-send = Send the changed ticket by mail
desk-hand-rebook-submit = Rebook
desk-flash-rebooked = { $name } has been rebooked.

# Links and codes
desk-hand-link = Order { $code }: new link
desk-hand-link-word = New link
desk-hand-link-meaning = The current personal link to the order will stop working. The links of the individual tickets stay valid.
desk-hand-ticket-link = New link for { $name }
desk-hand-ticket-link-meaning = The current personal link to the ticket will stop working.
desk-hand-link-code = Also a new code: earlier printouts and mails will no longer open the door
desk-hand-link-send = Send the new link by mail, to { $to }
desk-hand-link-submit = Disable the old link
desk-flash-link = The old link no longer works.

# The note
desk-note = Note
desk-note-hint = Only visible in the congress office. The buyer does not see it.
desk-note-write = Write a note
desk-note-edit = Change the note
desk-hand-note = Note on order { $code }
desk-hand-note-save = Save the note
desk-flash-noted = The note has been saved.

# A ticket, and what is wrong
desk-ticket = Ticket { $number }
desk-ticket-mail = Mail with ticket
desk-confirmation-mail = Confirmation
desk-trouble-failed = The mail to { $to } did not arrive.
desk-trouble-dead = Mails to { $to } are returned, most recently on { $date }.
desk-trouble-in-doubt = The mail to { $to } may not have arrived.
desk-trouble-mail = View the mail
desk-trouble-mend = Change the address
desk-trouble-unpaid = { $amount } has not been paid yet.
desk-trouble-due = Due on { $date }.

# What happened
desk-timeline-times = { $count } × { $what }
desk-timeline-span = { $first } to { $last }
desk-timeline-change = { $field }: { $before } → { $after }
desk-timeline-set = { $field }: { $value }
desk-timeline-empty = (empty)
desk-event-buyer-changed = Details of the order changed
desk-event-attendee-changed = Details changed: { $name }
desk-event-rebooked = Rebooked: { $name }
desk-event-order-link-renewed = Old link to the order disabled
desk-event-attendee-link-renewed = Old link disabled: { $name }
desk-event-ticket-renewed = Old link and old code disabled: { $name }
desk-event-note-written = Note written
desk-event-note-changed = Note changed, previously:
desk-event-note-removed = Note deleted
desk-event-mail-requested-to = Mail requested again, to { $to }
desk-mailbox-bounces = { $count ->
    [one] One mail was returned from there.
   *[other] { $count } mails were returned from there.
}
desk-mailbox-blocked = Since { $date } no newsletters go there. Tickets and answers still do.
