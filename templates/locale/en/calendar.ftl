# Calendars: the programme and one's own appointments in calendars of other programs.

calendar-name = { $congress }: { $of }
calendar-cancelled = Cancelled: { $title }
calendar-own-name = My congress

calendar-subscribe = Subscribe to calendars
calendar-subscribe-lead = Take the programme into your calendar. What we publish then stands there too. If something is moved or cancelled, the appointment changes with it.
calendar-subscribe-slow = Many calendars look for changes only every few hours, Google’s sometimes not before the next day. On the day of the congress, the programme on this site counts.
calendar-all = The whole programme
calendar-rooms = One room
calendar-tracks = One track
calendar-open = Open in calendar app
calendar-open-of = Open in calendar app: { $name }
calendar-file = Address (.ics)
calendar-file-of = Address (.ics): { $name }
calendar-how = How it works
calendar-how-apple = Apple, Thunderbird, Outlook on your computer: choose “Open in calendar app” and confirm.
calendar-how-google = Google Calendar: copy the address, then in the browser “Other calendars”, “From URL”, and paste it.
calendar-how-outlook = Outlook.com: copy the address, then “Add calendar”, “Subscribe from web”, and paste it.
calendar-how-speaker = Everybody who speaks has a calendar of all their sessions, on their own page in the programme.
calendar-speaker = Subscribe to these sessions as a calendar

calendar-add = Add to calendar
calendar-add-file = Apple and others (.ics)
calendar-add-google = Google
calendar-add-outlook = Outlook.com

calendar-own = My congress in my calendar
calendar-own-about = A calendar with the congress, the seats that you booked, what you contribute yourself and everything that you starred. It changes with the programme.
calendar-own-address = Address of your calendar
calendar-own-secret = Whoever knows the address sees your appointments. Do not pass it on.
calendar-own-make = Set up calendar
calendar-own-renew = Make a new address
calendar-own-renew-about = With a new address, the old one no longer works: calendars that subscribed to it get nothing any more.
calendar-own-made = Your calendar is set up. Its address is on this page.
calendar-own-renewed = Your calendar has a new address.

desk-event-calendar-renewed = New address of the calendar: { $name }
registration-history-attendee-calendar-renewed = New address of the own calendar

invitation-title = Invitation
invitation-speaker = You take part
invitation-seat = Your seat
invitation-when = When
invitation-where = Where
invitation-question = Will you come?
invitation-lead-speaker = If you cannot come, the congress office learns it at once.
invitation-lead-seat = Your answer helps us plan. You give your seat back on the page “My congress”.
invitation-accept = Yes, I will come
invitation-maybe = Perhaps
invitation-decline = No
invitation-answered = Thank you for your answer.
invitation-called-off = This is cancelled. You need not do anything.
invitation-over = This is over.
invitation-to-session = See it in the programme
invitation-state-cancelled = Cancelled
invitation-state-needs-action = Not answered yet
invitation-state-accepted = Accepted
invitation-state-tentative = Perhaps
invitation-state-declined = Declined
invitation-fault-called-off = This is cancelled.
invitation-fault-over = This is over.

desk-event-session-answered = Answer to the invitation: { $what }
desk-event-session-answered-by-mail = Answer to the invitation, by mail: { $what }
post-kind-calendar-invitation = Invitation to a session
post-kind-calendar-declined = Somebody does not come, to the team
desk-session-invited = Invited with an appointment
invitation-speaker-of = takes part
invitation-seat-of = has a seat
