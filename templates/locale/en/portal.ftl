# The public site, the registration form, the pages behind a personal link.

portal-breadcrumb = Breadcrumb
portal-back = Back
portal-congress = Congress
portal-to-congress = To the congress's home page
portal-free = free
portal-name = Name
portal-given-name = Given name
portal-family-name = Family name
portal-email = E-mail
portal-organisation = Organisation
portal-ticket = Ticket
portal-tickets = Tickets
portal-person = Person { $number }
portal-persons = { $count ->
    [1] one person
    [2] two people
    [3] three people
    [4] four people
    [5] five people
    [6] six people
    [7] seven people
    [8] eight people
    [9] nine people
    [10] ten people
    [11] eleven people
    [12] twelve people
   *[other] { $count } people
}

# The front door
portal-home-title = Congresses
portal-home-empty-title = There is no congress here yet
portal-home-empty = The program is running. What is still missing is a public congress.
portal-home-empty-command = Add one from the command line:
portal-home-empty-command-name = Command
portal-home-empty-login = Or log in to see a draft

# The congress
portal-congress-title = Congress on { $date }
portal-when = When
portal-where = Where
portal-online = Online
portal-register-now = Register now
portal-register-promise = No account, two minutes. For several people, too.
portal-over = Over
portal-over-sentence = This congress is over. Registration is closed.
portal-draft = Not public yet
portal-draft-sentence = This is a draft: registration opens as soon as the congress is public.
portal-opens = Registration opens on { $when }.
portal-all-sold-out = All places are taken. Come back later: sometimes somebody gives a place back.
portal-closed-sentence = Registration has ended.
portal-nothing-on-sale = Registration is not open yet. Come back soon.
portal-places = Places and prices
portal-prices-with-vat = Prices include { $rate }% VAT.
portal-prices-with-vats = Prices include VAT.
portal-prices-without-vat = Prices do not include VAT.
portal-category-choose = Choose this ticket
portal-availability-free = Available
portal-availability-few = Few places left
portal-availability-none = Sold out
portal-closed-not-yet = From { $when }
portal-closed-no-longer = Registration has ended
portal-meter = About { $percent }% of the places are taken
portal-meter-empty = Nearly all places are free
portal-meter-full = All places are taken
portal-highlights = What to expect
portal-topics = Topics the region is working on
portal-partners = Jointly organised by
portal-supporters = Supported by
portal-arrival = Getting there

# Registering
portal-register = Register
portal-register-lead = For yourself or for others, without an account. You enter your organisation only once.
portal-register-payer = Who is paying?
portal-register-whom = Who are you registering for?
portal-buyer-public-body = Public body
portal-buyer-public-body-means = Administration, school, university
portal-buyer-business = Business, association
portal-buyer-business-means = Initiatives, too
portal-buyer-person = Private
portal-buyer-person-means = Just for myself
portal-organisation-hint = Appears on everyone’s name badge. If you come as a private person, leave it empty.
portal-register-buyer = Who is registering?
portal-register-buyer-hint = You receive the overview. Everyone gets their own ticket.
portal-register-self = I will attend myself, as person 1
portal-register-joined = You are attending yourself and are now person 1, before the others. Please check tickets and price before you register.
portal-register-people = Who is attending?
portal-register-people-hint = The name appears on the ticket and on the badge. If someone has no e-mail address of their own, you receive their ticket.
portal-language = Language of the mails
portal-language-de = German
portal-language-en = English
portal-register-add = Add another person
portal-remove = Remove
portal-label-of-person = { $label } of person { $number }
portal-register-consent = Consent
portal-terms = terms of participation
portal-privacy = privacy notice
portal-consent-both = I have read the { $terms } and the { $privacy } and agree.
portal-consent-terms = I have read the { $terms } and agree.
portal-consent-privacy = I have read the { $privacy }.
portal-consent-plain = My details may be stored and used for this congress.
portal-summary = Your order
portal-summary-changes = You can correct names yourself until { $names }, and give tickets back until { $tickets }.
portal-summary-update = Update the overview
portal-vat = including { $rate }% VAT
portal-total = Total
portal-for-people = { $count ->
    [one] for one person
   *[other] for { $count } people
}
portal-to-summary = To the overview
portal-place = Order with obligation to pay
portal-place-note = { $total }, VAT included
portal-place-free = Register now
portal-place-free-note = Free of charge
portal-placed = Thank you, we have received your registration. The confirmation will arrive by mail shortly.
portal-placed-before = We already had this registration. Here it is. To register more people, please open the form again.
portal-placed-other = We already had this registration, here it is. What you entered the second time was not taken over. You can change the registration on this page; to register more people, open the form anew.
portal-placed-anew = New registration
portal-fault-buyer = Please choose one of the three.
portal-fault-category = Please choose a ticket from the list.
portal-fault-category-gone = This ticket is no longer available. Please choose another one.
portal-fault-terms = Please read the notes and tick the box.
portal-sold-out = "{ $category }" has just sold out: somebody else got the last places. Please choose another ticket.
portal-sold-out-some = { $count ->
    [one] Only one place is
   *[other] Only { $count } places are
} left for "{ $category }". Please choose another ticket for the others.

# An order
portal-order = Order
portal-order-of = of { $date }
portal-order-ready = All set for { portal-persons }
portal-order-awaiting-payment = Registered, payment outstanding
portal-order-awaiting-approval = Registered, approval pending
portal-order-waiting = You are on the waiting list
portal-order-expired = This order has expired
portal-order-cancelled = This order has been cancelled
portal-standing-confirmed = The tickets are valid.
portal-standing-awaiting-payment = { $total } is outstanding. The places are reserved for you; the tickets become valid as soon as we receive the payment.
portal-standing-awaiting-approval = The organisers are reviewing your registration. You will get a mail.
portal-standing-waiting = If a place becomes free, you will get a mail.
portal-standing-expired = The places are free again. If you still want to come, please register again.
portal-standing-cancelled = The places have been given back, and the tickets are no longer valid.
portal-tickets-pdf = { $count ->
    [one] Ticket (PDF)
   *[other] All tickets (PDF)
}
portal-qr-alt = QR code of the ticket of { $name }
portal-change-name = Change name
portal-send-again = Send again
portal-cancel = Cancel
portal-calendar = Add to calendar
portal-calendar-file = Calendar file (.ics)
portal-history = History
portal-history-staff = Organisers
portal-order-change = Change this order
portal-order-send-again = Send everything again
portal-order-cancel = Cancel the whole order
portal-order-fixed = This order can no longer be changed.
portal-order-link = This page belongs to your personal link. Whoever has it can change the order.

# "My congress"
portal-my = My congress
portal-my-ticket = Your ticket
portal-my-link = This page belongs to your personal link. Whoever has it can change your ticket.
portal-my-valid = Your ticket is valid
portal-my-unpaid = Registered, payment outstanding
portal-my-unapproved = Registered, approval pending
portal-my-waiting = You are on the waiting list
portal-my-expired = Your ticket has expired
portal-my-cancelled = Your ticket has been cancelled
portal-my-standing-valid = Show the code at the door, printed or on your phone.
portal-my-standing-valid-online = You are attending online. This ticket is not valid at the door.
portal-my-standing-unpaid = Your place is reserved. The ticket becomes valid as soon as we receive the payment.
portal-my-standing-unapproved = The organisers are reviewing your registration. You will get a mail.
portal-my-standing-waiting = If a place becomes free, you will get a mail.
portal-my-standing-expired = The place is free again. If you still want to come, please register again.
portal-my-standing-cancelled = The place has been given back, and the ticket is no longer valid.

# Changing
portal-keep = Change nothing
portal-change-name-lead = The ticket and code stay valid. If you need it on paper, download the PDF again afterwards.
portal-change-name-submit = Change name
portal-renamed = The name has been changed.
portal-send-again-lead = We send the mail with the tickets again to:
portal-send-again-submit = Send now
portal-sent-again = The mail is on its way. Can’t find it? Check your spam folder, too.
portal-cancel-title = Cancel ticket
portal-cancel-lead = { $count ->
    [one] This ticket will no longer be valid, and the place is free at once. For a day you can change your mind, as long as a place is free.
   *[other] These tickets will no longer be valid, and the places are free at once. For a day you can change your mind, as long as a place is free.
}
portal-cancel-reason = Reason
portal-cancel-submit = { $count ->
    [one] Cancel ticket
   *[other] Cancel { $count } tickets
}
portal-keep-tickets = Do not cancel
portal-cancelled-now = The ticket has been cancelled. A confirmation will arrive by mail.
portal-cancelled-before = This ticket had already been cancelled.
portal-order-cancelled-now = The order has been cancelled. A confirmation will arrive by mail.

portal-dead-address = Mails to { $name } do not arrive
portal-dead-since = What was sent to { $to } was returned, most recently on { $date }.
portal-dead-mend = Enter another mail address
portal-new-address = Another mail address
portal-new-address-lead = Mails for { $name } to { $to } are returned. Where should they go? The ticket goes to the new address at once.
portal-new-address-submit = Save the address and send the ticket
portal-new-address-done = The address has been changed; the ticket is on its way.
