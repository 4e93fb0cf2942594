# The same person twice; merging two orders

desk-doubles = Registered twice?
desk-doubles-lead = The same name and the same address or organisation, and both hold a place. The surest first.
desk-doubles-none = Nobody looks like the same person twice.
desk-double = { $name } twice?
desk-double-keep = Which ticket stays?
desk-double-choose = Choose which ticket stays.
desk-double-organisation = Take the organisation from the other ticket
desk-double-address = Take the mail address from the other ticket
desk-double-notify = Tell by mail about the ticket that ends
desk-double-meaning = The other ticket is cancelled and its place is free at once. Number and code of the ticket that stays go on.
desk-double-submit = Keep one ticket
desk-double-reason = Registered twice
desk-double-apart-lead = If they are two people, the pair no longer stands in the list.
desk-double-apart = They are two people
desk-flash-double-done = One ticket has stayed, the other place is free.
desk-flash-double-apart = Remembered: they are two people.
desk-merge = Merge order { $code }
desk-merge-word = Merge
desk-merge-lead = Everyone goes over to another order of the same mail address, and this order ends. That can be done only while neither has money or an invoice.
desk-merge-none = There is no other order of this address that goes on.
desk-merge-none-other = There is no other order of this address that this one could go over into.
desk-merge-own-money = Payments or invoices belong to this order. It stays by itself, so that the money stays with its order.
desk-merge-own-state = This order still waits for approval, or has ended. Only orders that go on can be merged.
desk-merge-left-out = { $count ->
    [one] Not to choose is an order that has money or an invoice:
   *[other] Not to choose are { $count } orders that have money or an invoice:
}
desk-merge-into = Into which order?
desk-merge-choose = Choose an order.
desk-merge-send = Send the tickets anew: numbers and links change
desk-merge-submit = Merge
desk-flash-merged = { $count ->
    [one] One person is
   *[other] { $count } people are
} in this order now.
desk-event-told-apart = Two people, not the same: { $name }
desk-event-merged = Taken over from order { $code }: { $names }
desk-event-given-over = Gone over to order { $code }: { $names }
registration-error-other-buyer = These orders have different buyers or currencies and stay apart.
registration-error-has-money = Payments or invoices belong to one of these orders. They stay apart, so that the money stays with its order.
