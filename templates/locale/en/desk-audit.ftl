# What happened and who did it; all about one mail address; the jobs of the installation.

desk-audit = Log
desk-audit-lead = What happened in this congress, when, and who did it. Newest first; nothing in it can be changed.
desk-audit-installation = Log of the installation
desk-audit-installation-lead = What concerns no congress in particular: accounts, roles in all congresses, access for programs, system jobs. Newest first; nothing in it can be changed.
desk-audit-filter = Filter the log
desk-audit-caption = Log { $rows }
desk-audit-what = What
desk-audit-about = About
desk-audit-who = Who
desk-audit-details = Details
desk-audit-mail = Mail
desk-audit-part = Part
desk-audit-part-orders = Orders and tickets
desk-audit-part-door = Admission
desk-audit-part-mails = Mails
desk-audit-part-settings = Set-up
desk-audit-part-access = Access and lists
desk-audit-part-jobs = System jobs
desk-audit-nothing = The log has no such entries.
desk-audit-show-all = Show all
desk-export-audit = log
desk-yes = yes
desk-no = no
desk-list-orders = orders
desk-list-attendees = attendees
desk-list-audit = log
desk-list-mails = outbox

desk-audit-congress-added = Congress added: { $what }
desk-audit-demo-seeded = Example congress created
desk-audit-congress-described = Description of the congress changed
desk-audit-congress-phase-set = { $what }
desk-audit-congress-changed = Changed: { $what }
desk-audit-congress-topics-taken-in = { $count ->
    [one] List of topics imported, 1 topic is new
   *[other] List of topics imported, { $count } topics are new
}
desk-audit-room-added = Room added
desk-audit-room-changed = Room changed
desk-audit-room-removed = Room deleted
desk-audit-passage-added = Text added
desk-audit-passage-changed = Text changed
desk-audit-passage-removed = Text deleted
desk-audit-category-added = Ticket added: { $what }
desk-audit-category-changed = Ticket changed: { $what }
desk-audit-quota-added = Quota added: { $what }
desk-audit-quota-changed = Quota changed: { $what }
desk-audit-quota-recounted = Places counted again: { $what }
desk-audit-role-granted = Role given: { $what }
desk-audit-role-revoked = Role taken away: { $what }
desk-audit-api-token-added = Access for a program added: { $what }
desk-audit-api-token-revoked = Access for a program ended: { $what }
desk-audit-mailbox-proven = Address confirmed
desk-audit-person-linked = Address linked to a person
desk-audit-job-started-again = Job restarted: no. { $what }
desk-audit-orders-taken-in = { $count ->
    [one] List of guests imported: 1 person
   *[other] List of guests imported: { $count } people
}
desk-audit-list-exported = { $count ->
    [one] List downloaded as a file: { $what }, 1 row
   *[other] List downloaded as a file: { $what }, { $count } rows
}
desk-audit-view-kept = View saved: { $what }
desk-audit-view-removed = View removed: { $what }
desk-audit-orders-changed-together = { $count ->
    [one] 1 order changed at once: { $what }
   *[other] { $count } orders changed at once: { $what }
}
desk-audit-batch-cancel = cancelled
desk-audit-batch-mail = mails sent again
desk-audit-outbox-released = { $count ->
    [one] 1 held mail released
   *[other] { $count } held mails released
}
desk-audit-check-in-refused-unknown = Turned away at the door. { $what }

desk-mailbox-lead = Everything in this congress about this address.
desk-mailbox-write = Write a mail
desk-mailbox-orders = Ordered
desk-mailbox-orders-none = Nothing has been ordered with this address.
desk-mailbox-tickets = Tickets sent to it
desk-mailbox-tickets-none = No ticket is sent to this address.

desk-jobs = System jobs
desk-jobs-lead = What kongress still has to do: write and send mails, tidy up. Whatever fails is retried automatically. Only what failed after many attempts needs you.
desk-jobs-none = Nothing is waiting, nothing has failed.
desk-jobs-none-next = Jobs appear here when they take longer than usual or do not succeed.
desk-jobs-caption = Jobs { $rows }
desk-job-kind = Job
desk-job-due = Due
desk-job-ready = waiting
desk-job-running = running
desk-job-failed = failed
desk-job-start = Try again
desk-job-kind-post-deliver = Write and send a mail
desk-job-kind-registration-order-mails = Prepare the mails of an order
desk-job-kind-registration-cancellation-mails = Prepare the mails of a cancellation
desk-job-kind-identity-login-link = Send a log-in link
desk-job-kind-web-tidy = Tidy up what has expired
desk-flash-job = The job will run again at once.
desk-flash-job-not = This job is already waiting or running, or it no longer exists.

# What was changed in the set-up
desk-audit-field-name = Name
desk-audit-field-lead = Introduction
desk-audit-field-place = Place
desk-audit-field-host-line = Hosts
desk-audit-field-starts-at = Begins
desk-audit-field-ends-at = Ends
desk-audit-field-doors-at = Doors open
desk-audit-field-zone = Time zone
desk-audit-field-street = Street
desk-audit-field-postcode = Postcode
desk-audit-field-town = Town
desk-audit-field-wordmark = Wordmark
desk-audit-field-wordmark-accent = Wordmark, coloured part
desk-audit-field-accent = Colour
desk-audit-field-sender-name = Sender
desk-audit-field-reply-to = Address for replies
desk-audit-field-contact-address = Contact address
desk-audit-field-signature = Signature
desk-audit-field-slug = Short name
desk-audit-field-icon = Icon
desk-audit-field-preline = Line above
desk-audit-field-title = Heading
desk-audit-field-body = Text
desk-audit-field-position = Position
desk-audit-field-description = Description
desk-audit-field-seats = Seats
desk-audit-field-price = Price
desk-audit-field-vat-basis-points = VAT (hundredths of a percent)
desk-audit-field-sale-from = On sale from
desk-audit-field-sale-until = On sale until
desk-audit-field-max-per-order = At most per order
desk-audit-field-active = On sale
desk-audit-field-size = Places
desk-audit-field-categories = Tickets
