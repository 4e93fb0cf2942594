# Figures to decide by
web-desk-statistics = Statistics
desk-list-statistics = Statistics
desk-export-statistics = statistics
desk-statistics = Statistics
desk-statistics-lead = Who registered when, where attendees come from and what money came in. Each table can be taken along as an Excel file.
desk-statistics-parts = Parts of the statistics
desk-statistics-part-time = Over time
desk-statistics-part-comparison = Comparison
desk-statistics-part-people = Attendees
desk-statistics-part-money = Money
desk-statistics-part-vouchers = Vouchers
desk-statistics-part-door = Door
desk-statistics-filter = Narrow the statistics down
desk-statistics-from = Registered from
desk-statistics-until = Registered until
desk-statistics-step = Step
desk-statistics-by-itself = as it fits
desk-statistics-by-day = Days
desk-statistics-by-week = Weeks
desk-statistics-show-all = Show everything
desk-statistics-nothing = There are no figures on this yet.
desk-statistics-as-file = xlsx
desk-statistics-all-as-file = All tables (xlsx)
desk-statistics-more = { $count ->
    [one] and one more row in the file
   *[other] and { $count } more rows in the file
}
desk-statistics-percent = { $n }%
desk-statistics-sum = together

desk-statistics-time = Registrations and what ended
desk-statistics-time-lead = Registered: tickets that were ordered in that time, also if they were cancelled or expired later. Cancelled and expired stand where it happened. The last column says how many places were held afterwards; with a period only the change within it.
desk-statistics-time-picture = One bar for each step: below the registrations that still hold, above them those that were cancelled or expired since. The table below has all the figures.
desk-statistics-day = Day
desk-statistics-calendar-week = Week
desk-statistics-week = Week { $week }, from { $day }
desk-statistics-short-day = { $day }/{ $month }
desk-statistics-registered = registered
desk-statistics-kept = of those still valid
desk-statistics-ended = ended since
desk-statistics-cancelled-in = cancelled
desk-statistics-expired-in = expired
desk-statistics-going-then = held afterwards

desk-statistics-going = Places held
desk-statistics-share = Share
desk-statistics-cancelled = cancelled
desk-statistics-expired = expired
desk-statistics-waiting = Waiting list
desk-statistics-meaning = What is counted here
desk-statistics-going-means = Tickets that are valid, or wait for payment or approval. Only these count for shares. Test orders count nowhere.
desk-statistics-cancelled-means = Tickets that were given back, or cancelled by the congress office. If cancelling was undone, the ticket counts as held again.
desk-statistics-expired-means = Tickets that nobody paid for in time.
desk-statistics-waiting-means = So many places are wanted by those who are on the waiting list or hold an offer. Whoever would take one of several categories counts for the one they like best. None of them counts as registered.

desk-statistics-categories = By category
desk-statistics-categories-lead = How the registrations of the period stand today.
desk-statistics-category = Category

desk-statistics-comparison = This edition and the one before
desk-statistics-comparison-lead = How many places were held so many days before the beginning, counted by the tickets that hold today: what was cancelled later is in neither line.
desk-statistics-curve-picture = The solid line is this congress, the dashed one the edition before. The beginning comes nearer from left to right. The table below has all the figures.
desk-statistics-curve-alone = The line rises with the registrations. The beginning comes nearer from left to right. The table below has all the figures.
desk-statistics-first-edition = There is no earlier edition to compare with yet.
desk-statistics-this = this edition
desk-statistics-difference = Difference
desk-statistics-before-beginning = Before the beginning
desk-statistics-days-before = { $count ->
    [0] on the day it begins
    [one] 1 day
   *[other] { $count } days
}

desk-statistics-kinds = By kind of buyer
desk-statistics-kinds-lead = Who ordered: a private person, a business or association, a public body. Tickets are counted.
desk-statistics-kind = Kind
desk-statistics-towns = By town
desk-statistics-towns-lead = The town of the invoice; without one, the town of the organisation, if it is known under “Partners”. For all others the town is unknown.
desk-statistics-town = Town
desk-statistics-unknown = unknown
desk-statistics-carriers = Towns and districts that carry the congress
desk-statistics-carriers-lead = Tickets with the town or the district itself on them. Whoever sends nobody stands here with 0.
desk-statistics-carrier = Carried by
desk-statistics-organisations = By organisation
desk-statistics-organisations-lead = As it stands on the tickets. The same name in another spelling is counted together.
desk-statistics-organisation = Organisation
desk-statistics-without = without an organisation
desk-statistics-sources = By way of registering
desk-statistics-sources-lead = How the orders came in.
desk-statistics-source = Way

desk-statistics-money = Sold by category and rate of VAT, in { $currency }
desk-statistics-money-lead = Amounts with VAT, for tickets that still hold a place and are approved. Open is what is not paid in full yet; overdue of it what should be paid by now. Refunds count for the tickets that ended.
desk-statistics-category-rate = Category and rate
desk-statistics-rate = { $rate }% VAT
desk-statistics-tickets = Tickets
desk-statistics-sold = sold
desk-statistics-paid = paid
desk-statistics-open = open
desk-statistics-overdue = of that overdue
desk-statistics-refunded = refunded
desk-statistics-elsewhere = of no category
desk-statistics-account = What came in and went back, in { $currency }
desk-statistics-account-lead = All payments of the congress, without those withdrawn, whatever the category and the period.
desk-statistics-account-what = What
desk-statistics-amount = Amount
desk-statistics-received = received
desk-statistics-paid-back = refunded
desk-statistics-left = left
desk-statistics-part = of that part payments of orders still open
desk-statistics-over = of that paid too much, to be refunded

desk-statistics-voucher-tags = Vouchers by tag, in { $currency }
desk-statistics-voucher-tags-lead = Used: how often the codes were used, also when the use came back with its ticket. What was taken off and what is left are of tickets that still hold a place, with all that was ordered with them.
desk-statistics-voucher-tag = Tag
desk-statistics-voucher-codes = codes
desk-statistics-voucher-uses = used
desk-statistics-voucher-waived = taken off
desk-statistics-voucher-left = revenue
desk-statistics-voucher-codes-each = Vouchers one by one, in { $currency }
desk-statistics-voucher-codes-lead = The { $count } vouchers that were used most, with their tags in brackets. All others stand together in one row.
desk-statistics-voucher-code = Code
desk-statistics-voucher-others = { $count ->
    [one] 1 more voucher
   *[other] { $count } more vouchers together
}

desk-statistics-not-begun = Who came and who did not stands here as soon as the congress has begun.
desk-statistics-door-categories = Who came, by category
desk-statistics-door-kinds = Who came, by kind of buyer
desk-statistics-door-lead = Valid tickets for on site. Whoever was let in at least once has come.
desk-statistics-expected = expected
desk-statistics-came = came
desk-statistics-missing = did not come
desk-statistics-missing-share = Share
