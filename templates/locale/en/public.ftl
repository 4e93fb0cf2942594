# What the registration form and the pages behind a link say when something cannot be done
portal-register-sold-out = "{ $category }" is sold out.
portal-fault-later-count = { $max ->
    [0] Nobody else fits into this order.
    [one] Please type 1: one place still fits into this order.
   *[other] Please type a number from 1 to { $max }: so many places still fit into this order.
}
portal-refused-sold-out = "{ $category }" has sold out meanwhile.
portal-refused-sold-out-any = There is no place left for that: the ticket has sold out meanwhile.
portal-refused-not-on-sale = This ticket is not to be had at the moment. Please choose another ticket.
portal-taken-over-other = Somebody has taken this ticket over already, under another name. The name that you have typed now is not on it. If that was you, correct it on your page: the link is in the mail with the ticket. If not, please ask the person who wanted to give you the ticket.
portal-contingent-name-lead-unpaid = Each person gets a mail with a link of their own. The tickets are valid as soon as they are paid for.
portal-contingent-done-unpaid = { $count ->
    [one] The place is given, the payment is open. The ticket is valid as soon as it has arrived.
   *[other] { $count } places are given, the payment is open. The tickets are valid as soon as it has arrived.
}
registration-error-contingent-late = Please give a moment before the congress ends.
registration-error-contingent-past = This moment has passed already. Please give one that is still to come.
desk-contingent-fault-free = { $count ->
    [0] No place is left in "{ $name }".
    [one] Only one place is left in "{ $name }".
   *[other] Only { $count } places are left in "{ $name }".
}
portal-order-refused = This registration has not been accepted
portal-my-refused = Your registration has not been accepted
portal-standing-refused = The organisers have looked at the registration and cannot accept it. The places are free again.
portal-refused-reason = Reason: { $reason }
portal-standing-some = { $count ->
    [one] One ticket is valid.
   *[other] { $count } tickets are valid.
}
portal-test-order = This is a test order: it counts nowhere, takes no place, and its ticket does not open the door.
