# The waiting list: the public pages
waiting-title = Waiting list
waiting-to-list = Join the waiting list
waiting-lead = Sold out: { $tickets }. Join the waiting list: when places become free, you get an offer as soon as it is your turn.
waiting-lead-ticket = "{ $category }"
waiting-step-mail = You get a mail at once with a link to your page. There you see where you stand in the queue.
waiting-step-offer = { $hours ->
    [one] When places become free, we hold them for you and write to you. You have one hour to accept.
   *[other] When places become free, we hold them for you and write to you. You have { $hours } hours to accept.
}
waiting-step-group = Whoever waits for several places together keeps their place in the queue until enough are free. Smaller wishes may go ahead three times at most; then we gather places for the group, for up to two days.
waiting-wish = What do you wait for?
waiting-count = How many places, together
waiting-count-hint = { $max } at most. All get the same ticket.
waiting-choice = Which ticket
waiting-choice-second = This would do, too
waiting-choice-third = Or this
waiting-choice-none = Nothing else
waiting-choices = Ticket
waiting-or = or
waiting-contact = How do we reach you?
waiting-data = We use this only to offer you places.
waiting-join = Join the waiting list
waiting-save = Save
waiting-closed = Nobody can join the waiting list at the moment.
waiting-closed-free = Nothing is sold out that one could wait for, or nobody can join the waiting list at the moment.
waiting-sent = Please look into your mailbox
waiting-sent-line = We have sent you a mail with the link to your page.
waiting-sent-known = If you were on the waiting list for this wish already, nothing has changed, and the mail brings you the link once more.
waiting-sent-missing = Nothing arrives within a few minutes? Look into your spam folder, and check whether the address was right.
waiting-since = since { $date }
waiting-heading-waiting = You are on the waiting list
waiting-heading-offer = Something is free for you
waiting-heading-expired = The offer has expired
waiting-heading-taken = You have your places
waiting-heading-declined = You have declined
waiting-heading-left = You have left the waiting list
waiting-heading-removed = You are no longer on the waiting list
waiting-heading-closed = The waiting list is closed
waiting-position = You are number { $position } in the queue.
waiting-ahead = { $entries ->
    [one] One entry before you waits
   *[other] { $entries } entries before you wait
} for { $places ->
    [one] one place.
   *[other] { $places } places together.
}
waiting-next = You are next.
waiting-gathering = Places are being gathered for you until there are enough.
waiting-least = We no longer offer you fewer than { $count } places, since you did not want that.
waiting-paused = The waiting list offers nothing at the moment. You keep your place.
waiting-standing-expired = The places go to the next in line.
waiting-standing-taken = What you ordered is in the mail with your tickets.
waiting-standing-declined = The places go to the next in line. Thank you for letting us know.
waiting-standing-left = You get no more offers.
waiting-standing-removed = The congress office has taken you off the list. If you have questions, please answer our mail.
waiting-standing-closed = We offer no more places before the congress. Thank you for waiting.
waiting-offer-line = { $count ->
    [one] One place is held for you until { $until }.
   *[other] { $count } places are held for you until { $until }.
}
waiting-offer-partial = There were not enough for all the places that you wait for. If you take these, you go on waiting for the others; if you decline, you keep your place in the queue.
waiting-offer-fewer = If you need fewer, take only as many as you need.
waiting-price = Price of a ticket
waiting-accept = Accept and fill in the names
waiting-refuse = Decline the offer
waiting-refuse-lead = The places go to the next in line, and you are no longer on the waiting list.
waiting-refuse-lead-partial = The places go to the next in line. You keep your place in the queue; we no longer offer you so few places.
waiting-refuse-submit = Yes, decline
waiting-refused = You have declined the offer.
waiting-accept-notice = { $count ->
    [one] One place is held for you until { $until }. It is yours when you send this form.
   *[other] { $count } places are held for you until { $until }. They are yours when you send this form. Remove whom you do not need.
}
waiting-accept-late = The offer no longer stands: its time was over, or you have answered it before.
waiting-rules = How the queue goes
waiting-rule-order = Whoever has waited longest is first. In exceptional cases the congress office can put somebody forward, with a reason.
waiting-more = What you can do
waiting-mail = Send the link again
waiting-mail-sent = The mail with the link is on its way.
waiting-leave = Leave the waiting list
waiting-leave-lead = You lose your place in the queue and get no more offers.
waiting-leave-submit = Yes, leave
waiting-left = You have left the waiting list.
waiting-return = Join the queue again
waiting-returned = You are on the waiting list again, at its end.
waiting-link = This page is yours alone. Whoever knows its address can answer for you.
waiting-change = Change wish or details
waiting-change-lead = Fewer places or fewer tickets to choose from: you keep your place in the queue. More of either: you join its end. An offer that you have goes back if you change the wish.
waiting-changed = Saved. You keep your place in the queue.
waiting-changed-end = Saved. You are at the end of the queue now.
waiting-fault-number = Enter a number from 1.
waiting-fault-choice = Choose a ticket.
registration-error-waiting-closed = Nobody can join the waiting list at the moment.
registration-error-too-many-together = One can wait for at most { $max } places together.
registration-error-nothing-free = So many places are not free in any of the wanted tickets.
congress-error-waiting-terms = An offer stands for 1 to 336 hours, for at most 20 places.
congress-error-waiting-over = This entry is no longer on the waiting list.
congress-error-waiting-twice = Somebody with this address waits for the same already.
congress-error-offer-over = The offer no longer stands: its time was over, or it was answered before.

# The desk
desk-waiting = Waiting list
desk-waiting-of = Waiting list: { $name }
desk-waiting-count = { $entries ->
    [0] Nobody waits
    [one] 1 entry waits for { $places } { $places ->
        [one] place
       *[other] places
    }
   *[other] { $entries } entries wait for { $places } places
}
desk-waiting-offered = { $count ->
    [0] no offer is open
    [one] 1 offer is open
   *[other] { $count } offers are open
}
desk-waiting-new = Add somebody
desk-waiting-new-lead = For calls and mails: the person gets the same mail with their link as if they had joined themselves.
desk-waiting-new-submit = Add
desk-waiting-terms = { $hours ->
    [one] An offer stands for one hour
   *[other] An offer stands for { $hours } hours
}, none ends at night. { $days ->
    [0] Offers are made until the congress begins.
    [one] The list ends one day before the congress.
   *[other] The list ends { $days } days before the congress.
}
desk-waiting-shut = The waiting list is off: nobody can join, nothing is offered, places that become free are sold.
desk-waiting-to-settings = Change
desk-waiting-filter = Filter the waiting list
desk-waiting-nothing = Nobody matches this filter.
desk-waiting-none = Nobody is on the waiting list.
desk-waiting-show-all = Show all
desk-waiting-caption = Waiting list, { $rows }, in the order of offers
desk-waiting-position = Position
desk-waiting-places = Places
desk-waiting-choices = Tickets, the preferred first
desk-waiting-since = waits since
desk-waiting-until = until { $time }
desk-waiting-offer-until = Offer until
desk-waiting-priority = Priority
desk-waiting-priority-of = priority { $priority }
desk-waiting-priority-none = none
desk-waiting-priority-hint = The highest number first; of the same, who has waited longest.
desk-waiting-state-waiting = waits
desk-waiting-state-offered = has an offer
desk-waiting-state-taken = has accepted
desk-waiting-state-declined = has declined
desk-waiting-state-expired = did not answer
desk-waiting-state-left = left the list
desk-waiting-state-removed = taken off
desk-waiting-state-closed = list had ended
desk-waiting-joined = joined { $time }
desk-waiting-wish = What is waited for
desk-waiting-ahead = { $entries ->
    [0] nobody before wants the same
    [one] 1 entry before wants the same, { $places } places
   *[other] { $entries } entries before want the same, { $places } places
}
desk-waiting-overtaken = Offers that went ahead
desk-waiting-gathering = Places are gathered since
desk-waiting-link = Own page
desk-waiting-link-open = open
desk-waiting-offers = Offers
desk-waiting-offer-span = { $from } to { $until }
desk-waiting-by-hand = by hand
desk-waiting-partial = fewer than wanted
desk-waiting-offer-open = open
desk-waiting-offer-accepted = accepted
desk-waiting-offer-declined = declined
desk-waiting-offer-expired = expired
desk-waiting-offer-withdrawn = withdrawn
desk-waiting-change = Change details
desk-waiting-change-lead = Fewer places or tickets keep the place in the queue, more of either means its end.
desk-waiting-mail = Send the link again
desk-waiting-offer-now = Offer now
desk-waiting-deeds = With a reason
desk-waiting-reason = Reason for the priority
desk-waiting-prioritise = Set priority
desk-waiting-why = Reason for taking off
desk-waiting-remove = Take off the list
desk-waiting-fault-reason = Write why. It stands in the history.
desk-waiting-free = { $name } (has free places)
desk-waiting-offered-now = The offer is on its way, the places are held.
desk-waiting-mailed = The mail with the link is on its way.
desk-waiting-moved = The priority is set.
desk-waiting-removed-now = Taken off the list.
desk-waiting-put = Added. The mail with the link is on its way.
desk-waiting-known = This address waits for the same already. The mail with the link went out once more.
desk-waiting-changed = Saved. The place in the queue stays.
desk-waiting-changed-end = Saved. The entry is at the end of the queue now.
desk-order-from-waiting = from the waiting list
desk-task-waiting = { $count ->
    [0] Nobody waits any more on the waiting list
    [one] Waiting list: 1 entry waits
   *[other] Waiting list: { $count } entries wait
}
desk-task-waiting-note = { $count ->
    [0] Offers go out by themselves as soon as places become free.
    [one] 1 offer is open.
   *[other] { $count } offers are open.
}
desk-places-waiting-list = held for the waiting list
desk-places-for-list = Waiting list
desk-settings-tab-waiting = Waiting list
desk-settings-lead-of-waiting = Whoever gets no place any more can wait. What becomes free goes to the list first, in its order and by itself.
desk-waiting-open = The waiting list is on
desk-waiting-open-hint = Off means: nobody can join, there are no new offers, places that become free are sold. Whoever waits keeps their place; offers that stand go on standing.
desk-waiting-hours = An offer stands for, in hours
desk-waiting-hours-hint = If it ended between 22:00 and 8:00, it stands until 9:00. Whoever has longer than a day is reminded twelve hours before.
desk-waiting-stop-days = End, in days before the congress
desk-waiting-stop-days-hint = After that nothing is offered any more, and whoever still waits is told.
desk-waiting-most = Places together, at most
desk-waiting-most-hint = For everybody who joins by themselves. The congress office can add up to 20.
desk-waiting-rule = If a group does not fit into what is free, it keeps its place. Smaller wishes may go ahead three times at most, then places are gathered for the group, for 48 hours at most. If they are not enough then, the group is offered what there is.
desk-waiting-fault-range = Between { $min } and { $max }.
desk-list-waiting = Waiting list
desk-export-waiting = waiting-list
desk-audit-field-open = Waiting list on
desk-audit-field-hours = Hours for an offer
desk-audit-field-stop-days = End, days before
desk-field-n = Places
desk-audit-waiting-joined = { $count ->
    [one] Joined the waiting list for 1 place: { $what }
   *[other] Joined the waiting list for { $count } places: { $what }
}
desk-audit-waiting-mail-requested = Link to the waiting list asked for again: { $what }
desk-audit-waiting-changed = Details on the waiting list changed: { $what }
desk-audit-waiting-prioritised = Priority { $count } on the waiting list: { $what }
desk-audit-waiting-offered = { $count ->
    [one] 1 place offered: { $what }
   *[other] { $count } places offered: { $what }
}
desk-audit-waiting-reminded = Reminded of the offer: { $what }
desk-audit-waiting-accepted = { $count ->
    [one] Offer accepted, 1 place: { $what }
   *[other] Offer accepted, { $count } places: { $what }
}
desk-audit-waiting-declined = Offer declined: { $what }
desk-audit-waiting-lapsed = Offer expired: { $what }
desk-audit-waiting-left = Left the waiting list: { $what }
desk-audit-waiting-removed = Taken off the waiting list: { $what }
desk-audit-waiting-returned = On the waiting list again: { $what }
desk-audit-waiting-closed = The waiting list has ended for { $what }
desk-audit-waiting-terms-set = Waiting list set up
desk-job-kind-congress-waiting = Work through the waiting list
desk-job-kind-registration-waiting-mail = Write a mail of the waiting list
post-kind-registration-waiting-joined = On the waiting list
post-kind-registration-waiting-again = Link to the waiting list
post-kind-registration-waiting-known = On the waiting list already
post-kind-registration-waiting-offer = Offer from the waiting list
post-kind-registration-waiting-reminder = Reminder of an offer
post-kind-registration-waiting-lapsed = Offer expired
post-kind-registration-waiting-closed = Waiting list closed
