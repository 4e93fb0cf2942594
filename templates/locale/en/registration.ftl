# Orders, attendees, tickets.

# How a ticket stands
registration-attendee-valid = Valid
registration-attendee-unpaid = Not paid yet
registration-attendee-unapproved = Being checked
registration-attendee-waiting = Waiting list
registration-attendee-expired = Expired
registration-attendee-cancelled = Cancelled

# What happened
registration-history-order-placed = { $count ->
    [one] Registered, one ticket
   *[other] Registered, { $count } tickets
}
registration-history-order-cancelled = Ticket cancelled: { $names }
registration-history-order-cancelled-whole = Whole order cancelled
registration-history-order-mail-requested = Mails requested again
registration-history-order-mail-requested-one = Mail requested again: { $name }
registration-history-order-buyer-changed = Details of the order changed
registration-history-order-link-renewed = New personal link to the order
registration-history-attendee-changed = Details of a ticket changed
registration-history-attendee-rebooked = A ticket moved to another category
registration-history-attendee-link-renewed = New personal link to a ticket
registration-history-attendee-renamed = Name changed: { $before } is now { $after }

# What is wrong with what was typed
registration-fault-no-attendee = Please enter at least one person.
registration-fault-too-many-attendees = An order holds at most 100 people. Please order again for the others.
registration-fault-name-missing = Please enter a name.
registration-fault-organisation-missing = Please say which organisation you are ordering for.
registration-fault-link = Please enter a name here, not a link.
registration-fault-too-long = This is too long. Please shorten it.
registration-fault-email-missing = Please enter an e-mail address.
registration-fault-email-no-at = The @ sign is missing, as in name@town.example.
registration-fault-email-malformed = Something is wrong before the @. Please look for spaces and commas.
registration-fault-email-no-domain = Something is missing after the @, as in town.example.

# What did not happen, and what to do next
registration-error-unknown = There is no such order. Please use the link from your most recent mail.
registration-error-not-on-sale = "{ $category }" is not available at the moment. Please choose another ticket.
registration-error-sold-out = "{ $name }" is sold out. Please choose another ticket.
registration-error-too-many = One order holds at most { $max } of "{ $category }". Please order again for the others.
registration-error-mixed-currencies = These tickets are in different currencies. Please order them separately.
registration-error-closed = This can no longer be changed: it is cancelled already, or it is too late for it.
registration-error-other-price = This ticket costs more than yours. Only whoever placed the order can choose it.
registration-error-too-many-mails = These mails have just been requested several times. Please wait ten minutes, and check your spam folder too.

# The ticket on paper, and the calendar file
registration-document-title = { $count ->
    [one] Ticket – { $congress }
   *[other] { $count } tickets – { $congress }
}
registration-ticket-heading = Your ticket
registration-ticket-qr-alt = QR code for the door, ticket { $number }
registration-ticket-category = Category
registration-ticket-when = When
registration-ticket-doors = Doors open
registration-ticket-doors-from = from { $time }
registration-ticket-where = Where
registration-ticket-online = Online
registration-ticket-note = Show it printed or on your phone. The code works once, and only for { $name }.
registration-ticket-note-online = This code is only for { $name }. Please do not pass it on.
registration-ticket-day = Your day
registration-ticket-begins = Begins
registration-ticket-ends = Ends
registration-ticket-notes = Good to know
registration-ticket-fold = How to fold: once across, once lengthways, with the name badge on the outside.
registration-calendar-description = { $category }, ticket { $number }. The ticket is in your mail.
