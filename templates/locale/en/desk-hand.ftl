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
desk-hand-new-none = There is no ticket that anybody can be registered for: none is on sale.
desk-hand-new-none-next = To the tickets
desk-hand-new-over = The congress is over: nobody can be registered any more.
desk-hand-self = Takes part in person
desk-hand-joined = Whoever orders takes part and is now person 1, in front of the others. Please check the list before you register them.
desk-hand-people-hint = Without an e-mail or organisation of their own, those of the buyer hold. You can give tickets outside their time of sale as well, but never beyond a full quota.
desk-hand-person = Person { $number }
desk-hand-label = { $label } of person { $number }
desk-hand-add = Another person
desk-hand-remove = Remove
desk-hand-paste-title = Paste several people
desk-hand-paste = One person a line
desk-hand-paste-hint = For example: Lea Nolte <l.nolte@stadt.example>; Stadt Delbrück
desk-hand-paste-submit = Take these lines
desk-hand-rest = Note and mails
desk-hand-notify = Send confirmation and tickets by mail
desk-hand-place = Register
desk-hand-choose = Please choose
desk-hand-choice = { $name }, { $price }: { $state }
desk-hand-free = { $count } free
desk-hand-unlimited = without limit
desk-hand-full = “{ $quota }” is full
desk-hand-not-public = not to be had by the public now
desk-hand-now = { $name } (now)
desk-fault-buyer-kind = Choose for whom the order is.
desk-flash-placed = Order { $code } is taken. Confirmation and tickets go out by mail.
desk-flash-placed-silent = Order { $code } is taken. No mail goes out.
desk-flash-placed-before = Order { $code } had been taken already. There is only one.

# Changing
desk-hand-edit = Change
desk-hand-save = Save
desk-hand-keep = Keep it as it is
desk-hand-back = Back to the order
desk-hand-back-ticket = Back to the ticket
desk-hand-buyer = Order { $code }: who ordered
desk-hand-buyer-hint = The tickets stay as they are: if the buyer takes part, change their ticket too.
desk-hand-details = Change the details of { $name }
desk-hand-details-hint = The ticket stays the same: its number and code keep working.
desk-hand-after = If the e-mail address is another one
desk-hand-send = Send the mail once more, to the new address
desk-hand-end-link = End the old personal link, since the old address belongs to somebody else
desk-hand-end-link-order = End the old link to the order, since the old address belongs to somebody else
desk-flash-changed = The change is saved.

# Another category
desk-hand-rebook = Rebook { $name }
desk-hand-rebook-word = Rebook
desk-hand-rebook-hint = The new place is taken and the old one freed, both at once. If the new quota is full, everything stays as it is. Number and code of the ticket keep working.
desk-hand-rebook-price = Today’s price of the new category holds. If it costs something, the ticket waits for the payment. A paid ticket can only be rebooked at the same price.
desk-hand-rebook-send = Send the changed ticket by mail
desk-hand-rebook-submit = Rebook
desk-flash-rebooked = { $name } is rebooked.

# Links and codes
desk-hand-link = Order { $code }: new link
desk-hand-link-word = New link
desk-hand-link-meaning = The present personal link to the order then stops working. The links of the tickets stay.
desk-hand-ticket-link = New link for { $name }
desk-hand-ticket-link-meaning = The present personal link to the ticket then stops working.
desk-hand-link-code = A new code as well: earlier printouts and mails no longer open the door
desk-hand-link-send = Send the new one by mail, to { $to }
desk-hand-link-submit = End the old link
desk-flash-link = The old link no longer works.

# The note
desk-note = Note
desk-note-hint = Seen in the congress office alone. The buyer does not see it.
desk-note-write = Write a note
desk-note-edit = Change the note
desk-hand-note = Note on order { $code }
desk-hand-note-save = Save the note
desk-flash-noted = The note is saved.

# A ticket, and what is wrong
desk-ticket = Ticket { $number }
desk-ticket-mail = Mail with ticket
desk-confirmation-mail = Confirmation
desk-trouble-failed = The mail to { $to } did not arrive.
desk-trouble-in-doubt = Whether the mail to { $to } arrived is uncertain.
desk-trouble-mail = Look at the mail
desk-trouble-mend = Change the address
desk-trouble-unpaid = { $amount } not paid yet.
desk-trouble-due = Due on { $date }.

# What happened
desk-timeline-times = { $count } × { $what }
desk-timeline-span = { $first } to { $last }
desk-timeline-change = { $field }: { $before } → { $after }
desk-timeline-empty = (empty)
desk-event-buyer-changed = Details of the order changed
desk-event-attendee-changed = Details changed: { $name }
desk-event-rebooked = Rebooked: { $name }
desk-event-order-link-renewed = Old link to the order ended
desk-event-attendee-link-renewed = Old link ended: { $name }
desk-event-ticket-renewed = Old link and old code ended: { $name }
desk-event-note-written = Note written
desk-event-note-changed = Note changed, it was:
desk-event-note-removed = Note deleted
desk-event-mail-requested-to = Mail asked for once more, to { $to }
