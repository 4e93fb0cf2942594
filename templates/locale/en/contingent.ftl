# Places for partners

portal-contingent = Your places
portal-contingent-free = { $free ->
    [one] One place
   *[other] { $free } places
} of { $places } { $free ->
    [one] is
   *[other] are
} still free. Name who comes until { $until }; after that the other places fall back.
portal-contingent-full = All places are given.
portal-contingent-ended = These places have ended. Whoever is named keeps their place.
portal-contingent-price = Price of a place
portal-contingent-named = Who comes
portal-contingent-nobody = Nobody yet.
portal-contingent-name = Name people
portal-contingent-name-lead = Everyone gets their ticket by mail, and a link of their own.
portal-contingent-submit = Give the places
portal-contingent-done = { $count ->
    [one] The place is given, the ticket is on its way.
   *[other] { $count } places are given, the tickets are on their way.
}
portal-contingent-before = These people have their places already.
portal-contingent-withdraw = Take back
portal-contingent-withdraw-lead = The ticket of { $name } then is good no more. You can give the place again, as long as your places go on.
portal-contingent-withdrawn = The ticket is taken back.
portal-contingent-link = This page belongs to your personal link. Whoever has it can give your places.
registration-error-contingent-used = { $count ->
    [one] One place is given already. It cannot be fewer.
   *[other] { $count } places are given already. It cannot be fewer.
}
registration-error-contingent-full = { $count ->
    [0] No place is left.
    [one] Only one place is left.
   *[other] Only { $count } places are left.
}
desk-contingents = Places for partners
desk-contingents-lead = Places that are held for a partner. Who gets them, the partner says on a page of their own.
desk-contingents-none = No places are held for a partner.
desk-contingent-new = Places for a partner
desk-contingent-make = Hold the places
desk-contingent-partner = Partner
desk-contingent-partner-hint = You add partners under “Set up”.
desk-contingent-price = Price of a place
desk-contingent-price-hint = Empty: free. If a place costs something, the partner gets an invoice for those who are named.
desk-contingent-places = Places
desk-contingent-used = Given
desk-contingent-used-of = { $used } of { $places } given
desk-contingent-until = Good until
desk-contingent-until-hint = What nobody has by then is free again. The partner is reminded a week before.
desk-contingent-ended = ended on { $date }
desk-contingent-contact = Contact
desk-contingent-page = Page of the partner
desk-contingent-change = Change
desk-contingent-stale = Somebody has changed these places meanwhile. Look at what holds now, and save again.
desk-contingent-end-title = Link and end
desk-contingent-end-lead = { $count ->
    [0] All places are given.
    [one] One place is not given yet. If you end it, the place is free at once.
   *[other] { $count } places are not given yet. If you end it, they are free at once.
} Whoever is named keeps their place.
desk-contingent-end = End it
desk-contingent-new-link = Send a new link, the old one ends
desk-contingent-fault-partner = Choose a partner.
desk-contingent-fault-places = Type a number from 1 to 100.
desk-contingent-fault-until = Type a day and a time.
desk-flash-contingent-made = The places are held. The partner gets their link by mail.
desk-flash-contingent-ended = It has ended.
desk-flash-contingent-link = The new link is on its way.
desk-places-contingent = For partners
desk-audit-contingent-made = { $count ->
    [one] One place held for a partner
   *[other] { $count } places held for a partner
}
desk-audit-contingent-changed = Places of a partner changed
desk-audit-contingent-ending = Partner reminded: { $count ->
    [one] one place is
   *[other] { $count } places are
} not given yet
desk-audit-contingent-ended = Places of a partner ended, { $count ->
    [one] one place
   *[other] { $count } places
} free again
desk-audit-contingent-link-renewed = New link for a partner
desk-audit-contingent-named = Named by a partner: { $what }
desk-audit-field-places = Places
desk-audit-field-contact-name = Contact
post-kind-registration-contingent = Places of a partner
desk-job-kind-registration-contingents = End places of partners whose day has come
desk-contingent-price-fixed = The price is fixed because somebody was named already: the partner's order is agreed at this price.
desk-contingent-end-of = End the places of { $partner }
desk-contingent-end-for-good = This cannot be undone. The partner's link then takes no new names.
registration-error-contingent-price-fixed = The price is fixed since somebody was named.
