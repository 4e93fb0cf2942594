# Seats in workshops: booking, waiting, giving back.

booking-title = Workshops
booking-mine = Your seats
booking-open = Book seats
booking-lead = These sessions have a limited number of seats. Your ticket lets you book one of them free of charge.
booking-none = There is nothing to book at the moment.
booking-no-more = There are no further sessions to book at the moment.
booking-no-time = Time still open
booking-booked = Booked
booking-waits = Waiting list, place { $place }
booking-off = Cancelled
booking-closed = Booking closed
booking-left-many = Seats available
booking-left-few = { $count ->
    [one] 1 seat left
   *[other] { $count } seats left
}
booking-left-none = Fully booked
booking-book = Book a seat
booking-wait = Join the waiting list
booking-return = Give the seat back
booking-return-lead = The next person on the waiting list gets the seat at once. You cannot take it back then.
booking-leave = Leave the waiting list
booking-leave-lead = You lose your place in the queue.
booking-at-once = At the same time you also have: { $titles }. Please give back what you do not need: others wait.
booking-clash = At the same time
booking-clash-lead = You already have plans at that time. Do you want to book anyway?
booking-clash-speaks = you speak there yourself
booking-clash-booked = booked by you
booking-book-anyway = Book anyway
booking-wait-anyway = Join the waiting list anyway
booking-keep-free = Do not book
booking-full = Fully booked
booking-go = Book seats and give them back
booking-seats = Seats
booking-how = You book a seat on your personal page. The link is in the mail with your ticket; look for “Workshops”.
booking-register = No ticket yet? Register now
booking-flash-booked = Your seat is booked.
booking-flash-waits = You are on the waiting list. When a seat becomes free it is yours, and we write to you.
booking-flash-returned = Given back.
booking-flash-returned-before = It was given back already.
booking-error-closed = This session can no longer be booked.
booking-error-no-ticket = You cannot book seats with this ticket.
booking-error-full = The last seat has just been taken. You can join the waiting list.
booking-error-clash = Something else is booked at that time.

post-kind-programme-seat-ended = Workshop cancelled

desk-audit-booking-made = Seat booked: { $what }
desk-audit-booking-waits = Put on the waiting list: { $what }
desk-audit-booking-advanced = Moved up from the waiting list: { $what }
desk-audit-booking-given-back = Seat given back: { $what }
desk-audit-booking-ended-with-ticket = Seat given back with the ticket: { $what }
desk-audit-booking-ended-with-session = Seat gone, does not take place: { $what }
desk-audit-booking-seats-set = Number of seats set: { $what }

web-desk-bookings = Workshop seats
desk-bookings = Seats in workshops
desk-bookings-lead = Sessions for which attendees book seats. The list for the door stands behind the title and can be printed.
desk-bookings-none = No published session has seats to book. How many there are is set with the session.
desk-booking-session = Session
desk-booking-when = When
desk-booking-room = Room
desk-booking-waiting = Waiting
desk-booking-taken = { $taken } of { $seats } seats taken
desk-booking-taken-any = { $taken } registered
desk-booking-nobody = Nobody has a seat yet.
desk-booking-wait = { $count ->
    [one] 1 person waits
   *[other] { $count } people wait, in this order
}
desk-booking-people = People
desk-booking-ticket = Ticket
desk-booking-change = Change
desk-booking-return = Give the seat back
desk-booking-return-of = Give back the seat of { $name }
desk-booking-return-lead = Whoever waits next gets the seat at once, with a mail.
desk-booking-add = Book for somebody
desk-booking-number = Ticket number
desk-booking-number-hint = Stands on the ticket and in the list of attendees, for example 7H4KQ2-1K.
desk-booking-number-unknown = There is no ticket with this number.
desk-booking-wait-if-full = Put on the waiting list if no seat is free
desk-booking-full = No seat is free. Tick the box to put the person on the waiting list.
desk-booking-clash = The person already has plans at that time:
desk-booking-clash-speaks = speaks there
desk-booking-flash-booked = The seat is booked.
desk-booking-flash-waits = The person is on the waiting list.
