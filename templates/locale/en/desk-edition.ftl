# The next edition of a congress
payment-error-prefix-used = Numbers of invoices begin with { $prefix } already. Please take something new, or two congresses count in one series.
desk-audit-congress-copied = Added as the next edition, after { $what }
desk-edition = Next edition
desk-edition-lead-short = Adds a new congress as a draft and takes along what stays the same: texts, rooms, tickets, questions, team.
desk-edition-begin = Add the next edition
desk-edition-about = Choose what the next edition takes along. The next page shows what changes. Only after that anything is added.
desk-edition-to-hint = Empty: as many days as before.
desk-edition-take = Take along
desk-edition-part-texts = Texts, mail texts and place
desk-edition-part-look = Look and sender
desk-edition-part-rooms = Rooms
desk-edition-part-partners = Partners
desk-edition-part-offer = Tickets and quotas
desk-edition-part-questions = Questions
desk-edition-part-programme = Tracks, kinds of sessions, rules of the schedule
desk-edition-part-calls = Calls
desk-edition-part-waiting = Terms of the waiting list
desk-edition-part-seller = Seller
desk-edition-part-team = Team and roles
desk-edition-much-texts = { $count ->
    [0] short texts, venue, contact
    [one] short texts, venue, contact and 1 page or note
   *[other] short texts, venue, contact and { $count } pages and notes
}
desk-edition-much-look = wordmark, colour, sender of mails
desk-edition-much-rooms = { $count ->
    [one] 1 room
   *[other] { $count } rooms
}
desk-edition-much-partners = { $count ->
    [one] 1 partner
   *[other] { $count } partners
}
desk-edition-much-offer = { $count ->
    [one] 1 category
   *[other] { $count } categories
}, { $quotas ->
    [one] 1 quota
   *[other] { $quotas } quotas
}, nothing of them taken
desk-edition-much-questions = { $count ->
    [one] 1 question, without answers
   *[other] { $count } questions, without answers
}
desk-edition-much-programme = Tracks: { $tracks }, kinds: { $types }
desk-edition-much-calls = { $count ->
    [one] 1 call with its questions, as a draft
   *[other] { $count } calls with their questions, as drafts
}
desk-edition-opens = handing in from
desk-edition-closes = handing in until
desk-edition-much-waiting = { $hours ->
    [one] offers stand for 1 hour, nobody waits
   *[other] offers stand for { $hours } hours, nobody waits
}
desk-edition-questions-of-tickets = { $count ->
    [one] One question is for certain tickets alone, which do not come along. It comes along but is not asked until you give it new tickets.
   *[other] { $count } questions are for certain tickets alone, which do not come along. They come along but are not asked until you give them new tickets.
}
desk-edition-asked-until = asked until
desk-edition-changed-until = changeable until
desk-edition-much-team = { $count ->
    [one] 1 role
   *[other] { $count } roles
}
desk-edition-prefix = Numbers of invoices begin with
desk-edition-prefix-hint = Something new, so that the numbers begin with 1: OWL28.
desk-edition-prefix-missing = What do the numbers of invoices of the new edition begin with?
desk-edition-never = Orders, attendees, invoices and payments are never taken along.
desk-edition-never-more = Nor are mails, scans, the log, the keys of the tickets. Vouchers, lists of invited addresses and places for partners are made anew: they were for certain people. Cooperation topics hold for all congresses anyway.
desk-edition-look = See what becomes of it
desk-edition-preview = What becomes of it
desk-edition-taken = Taken along
desk-edition-left = Not taken along
desk-edition-changes = What changes
desk-edition-changes-lead = Times of sale, of questions and of calls move by as many days as the beginning, at the same time of day. Sizes stay.
desk-edition-what = What
desk-edition-before = before
desk-edition-after = new
desk-edition-name = Name
desk-edition-starts = Begins
desk-edition-ends = Ends
desk-edition-doors = Doors
desk-edition-sale-from = sold from
desk-edition-sale-until = sold until
desk-edition-years = Please check: years in texts
desk-edition-years-lead = These texts name a year. They come along as they are: look whether it still holds.
desk-edition-years-none = No text names a year.
desk-edition-lead = Subtitle
desk-edition-place = Place in short
desk-edition-host = Line about the host
desk-edition-venue = Venue
desk-edition-signature = Signature of mails
desk-edition-contact = Contact address
desk-edition-wordmark = Wordmark
desk-edition-sender = Sender
desk-edition-foot = Foot of the invoice
desk-edition-exemption = Reason without VAT
desk-edition-copy = Add the draft
desk-edition-back = Back, to change it
desk-edition-done = { $left ->
    [0] The draft is there.
    [one] The draft is there. One role is not yours to hand on, or the account is shut: it is missing in the team.
   *[other] The draft is there. { $left } roles are not yours to hand on, or the accounts are shut: they are missing in the team.
}
desk-edition-origin = How this congress came to be
desk-edition-origin-lead = Added on { $time } after “{ $slug }”. Below stands what was taken along, which texts name a year, and what is missing before it can open.
