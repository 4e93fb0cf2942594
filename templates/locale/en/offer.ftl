# Prices by time and number, who sees a ticket, approval and add-ons.

portal-price-until = until { $when }, then { $then }
portal-price-from = from { $number } on { $each } each

ticketing-error-too-many-tiers = A category has at most five lower prices.
ticketing-error-tier-not-lower = A lower price is below the regular one, and not negative.
ticketing-error-tier-without-condition = A lower price holds until a moment or from a number on. Enter one of the two.
ticketing-error-tier-for-none = A price for groups holds from two tickets on.

# The pages of a category

desk-category-pages = On this category
desk-category-page-basics = Basics
desk-category-page-prices = Lower prices
desk-settings-category-kind = What is it?
desk-settings-kind-ticket = Ticket
desk-settings-kind-ticket-meaning = Admits a person.
desk-settings-kind-add-on = Add-on
desk-settings-kind-add-on-meaning = Goes with a ticket: a dinner, a tour. It stays what it is.
desk-tier = Lower price { $number }
desk-tier-hint = Each price holds until a moment, from a number of the same tickets in one order on, or both. Whoever orders pays the lowest that holds. Leave empty what you do not need.
desk-tier-price = Price of each ticket
desk-tier-until = holds until
desk-tier-number = holds from so many tickets on
desk-tier-price-1 = Price 1
desk-tier-until-1 = Price 1 holds until
desk-tier-number-1 = Price 1 holds from
desk-tier-price-2 = Price 2
desk-tier-until-2 = Price 2 holds until
desk-tier-number-2 = Price 2 holds from
desk-tier-price-3 = Price 3
desk-tier-until-3 = Price 3 holds until
desk-tier-number-3 = Price 3 holds from
desk-tier-price-4 = Price 4
desk-tier-until-4 = Price 4 holds until
desk-tier-number-4 = Price 4 holds from
desk-tier-price-5 = Price 5
desk-tier-until-5 = Price 5 holds until
desk-tier-number-5 = Price 5 holds from

# Who may have a ticket

desk-category-page-access = Who may have it
desk-access-visibility = Who sees it?
desk-access-to-public = Everybody
desk-access-to-public-meaning = It stands on the public site.
desk-access-to-link = Who has the secret link
desk-access-to-link-meaning = The link stands below. You hand it on to whom you like.
desk-access-to-voucher = Who has an invitation code for it
desk-access-to-voucher-meaning = It shows in the form once the code has been entered.
desk-access-to-invitation = Who is on the list
desk-access-to-invitation-meaning = The address that somebody orders with must be on the list below. With the link invited people see the ticket at once, else once they have entered their address.
desk-access-invitees = List of those invited
desk-access-invitees-hint = One mail address a line, or as your mail program writes them. Upper and lower case are the same.
desk-access-each = So many tickets for each address
desk-access-each-hint = Holds for the list. Tickets that were given back do not count.
desk-access-approval = Each order needs your approval.
desk-access-approval-hint = Until then the places are held, the tickets are not valid yet.
desk-access-approval-needed = needed
desk-access-approval-none = not needed
desk-access-goes-with = With which tickets?
desk-access-goes-with-hint = Tick none if it goes with all tickets.
desk-access-link = Secret link
desk-access-link-meaning = It opens the registration form with this ticket, if it can be had by the link or the list.
desk-access-link-renew = Make a new link
desk-access-link-renew-meaning = The old link then no longer shows the ticket.
desk-access-link-renewed = The new link stands below. The old one has ended.
ticketing-error-too-many-invitees = A list has at most 5,000 addresses.
ticketing-error-invitee-malformed = “{ $address }” is not a mail address. Correct it or delete it.
ticketing-error-invited-to-none = Each address must have at least one ticket.
registration-error-not-invited = “{ $category }” is by invitation only. Your mail address is not on the list: order with the address that the invitation went to.
registration-error-invitation-used = Your invitation is good for { $max ->
    [one] one ticket
   *[other] { $max } tickets
} “{ $category }”, not for more.
desk-audit-category-link-renewed = New secret link: { $what }

# Approval

registration-error-decided = This order has been decided already.
registration-history-order-approved = Registration looked at and accepted
registration-history-order-refused = Registration not accepted
desk-event-approved = Approved
desk-event-refused-order = Refused
desk-decide = Decide
desk-decision = Decide on { $code }
desk-decision-decided = There is nothing to decide here.
desk-decision-lead = { $name } would like to register:
desk-decision-total = Together that costs { $total }. The invoice goes out after approval.
desk-decision-reason = Reason
desk-decision-reason-hint = It stands in the mail and on the timeline. Needed to refuse.
desk-decision-notify = Send a mail to everybody concerned
desk-decision-approve = Approve
desk-decision-refuse = Refuse and free the places
desk-flash-approved = The order is approved.
desk-flash-refused = The order is refused, its places are free.
desk-flash-decided-before = That had happened already: the form came twice and acts once.
desk-batch-approve = Approve …
desk-batch-refuse = Refuse …
desk-batch-approve-title = Approve several orders
desk-batch-refuse-title = Refuse several orders
desk-batch-approve-what = { $orders ->
    [one] 1 order will be approved
   *[other] { $orders } orders will be approved
}, with { $tickets ->
    [one] 1 ticket.
   *[other] { $tickets } tickets.
}
desk-batch-refuse-what = { $orders ->
    [one] 1 order will be refused
   *[other] { $orders } orders will be refused
}, with { $tickets ->
    [one] 1 ticket.
   *[other] { $tickets } tickets.
}
desk-batch-approve-submit = Approve now
desk-batch-refuse-submit = Refuse now
desk-batch-why-approve = does not wait for approval
desk-batch-why-refuse = does not wait for approval
desk-flash-batch-approved = { $count ->
    [one] 1 order is approved.
   *[other] { $count } orders are approved.
}
desk-flash-batch-refused = { $count ->
    [one] 1 order is refused.
   *[other] { $count } orders are refused.
}
desk-audit-batch-approve = approved
desk-audit-batch-refuse = refused
desk-ready-seller = Seller
desk-ready-why-seller = Something costs money: without saying who sells and where to pay, no invoices go out.

# Add-ons

portal-extra = Also
portal-extras = Add to it
portal-approval = We look at this registration first; you will hear from us by mail.
portal-approval-of = We look at registrations with “{ $tickets }” first; you will hear from us by mail.
portal-extra-only = only with: { $tickets }
portal-fault-extra-gone = This cannot be had like this. Take it out.
registration-error-not-with = “{ $extra }” does not go with the ticket “{ $ticket }”.
ticketing-error-mixed-kinds = A quota stands over tickets or over add-ons, not over both.
desk-extras = Add-ons
desk-extra-add = Add
desk-extra-remove = Take away
desk-flash-extra-added = The add-on now goes with the ticket.
desk-flash-extra-removed = The add-on is taken away, its place is free.
desk-event-extra-added = Add-on added: { $name }, { $what }
desk-event-extra-removed = Add-on taken away: { $name }, { $what }
