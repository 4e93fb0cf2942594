# The schedule at the desk.

web-desk-schedule = Schedule
web-desk-group-programme = Programme
web-desk-group-congress = Congress

desk-schedule = Schedule
desk-schedule-never-released = Draft, never published
desk-schedule-as-released = Draft, published as it is as version { $name }
desk-schedule-after = { $n ->
    [one] Draft after version { $name } · 1 change
   *[other] Draft after version { $name } · { $n } changes
}
desk-schedule-days = Days
desk-schedule-undo = Undo
desk-schedule-undo-what = Take back your last change: { $title }
desk-schedule-add-break = Break
desk-schedule-add-blocker = Blocker
desk-schedule-new-break = New break
desk-schedule-new-blocker = New blocker
desk-schedule-rules = Rules of the plan
desk-schedule-keys = Keys and mouse
desk-schedule-key-move = Arrow up and down: earlier and later
desk-schedule-key-room = Arrow left and right: to the next room
desk-schedule-key-length = Shift and arrow up or down: shorter or longer
desk-schedule-key-grid = Arrow up or down on something unscheduled: into the first gap of the day
desk-schedule-key-park = Delete: park
desk-schedule-key-back = Escape: put it back
desk-schedule-key-open = Enter: save at once, or open the details
desk-schedule-key-mouse = Mouse: drag; change the length at the lower edge. Finger: rest for a moment, then drag.
desk-schedule-parked = Unscheduled
desk-schedule-parked-none = Everything has its place.
desk-schedule-parked-none-found = None of it fits the filter.
desk-schedule-parked-hint = Drag, or open it and choose room and time.
desk-schedule-filter = Filter
desk-schedule-filter-off = Clear the filter
desk-schedule-filter-text = Title or speaker
desk-schedule-track = Track
desk-schedule-type = Type
desk-schedule-any = all
desk-schedule-no-rooms = No room yet. Add rooms under “Set up”.
desk-schedule-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
}
desk-schedule-min = { $n } min
desk-schedule-nowhere = Without a room
desk-schedule-no-room = no room
desk-schedule-untitled = Untitled
desk-schedule-somebody = Somebody
desk-schedule-pinned = pinned
desk-schedule-cancelled = cancelled
desk-schedule-confirmed = confirmed
desk-schedule-unconfirmed = not confirmed yet
desk-schedule-break = Break
desk-schedule-blocker = Blocker
desk-schedule-number = No. { $n }
desk-schedule-can = available { $when }
desk-schedule-can-unsaid = has not said when
desk-schedule-bookable = Bookable seats
desk-schedule-close = Close
desk-schedule-day = Day
desk-schedule-from = Start
desk-schedule-minutes = Minutes
desk-schedule-room = Room
desk-schedule-everywhere = all rooms
desk-schedule-title-de = Title, German
desk-schedule-title-en = Title, English
desk-schedule-pin = Pin: “Place what is left” leaves it where it is
desk-schedule-move = Save
desk-schedule-place = Schedule
desk-schedule-add = Add
desk-schedule-park = Park
desk-schedule-repeat = Once more
desk-schedule-remove = Remove
desk-schedule-fault-minutes = Please enter a number of minutes, 1 at least.
desk-schedule-fault-room = Please choose a room.
desk-schedule-fault-title = Please enter a title.
desk-schedule-fault-from = Please enter a time, such as 13:15.
desk-schedule-fault-grid = { $n ->
    [60] Please enter a full hour: the grid is 60 minutes.
   *[other] Please enter a time on the grid of { $n } minutes, or when something else ends in that room.
}
desk-schedule-fault-day = Please choose a day.
desk-schedule-placed = Saved.
desk-schedule-parked-now = Parked.
desk-schedule-removed-now = Removed. “Undo” brings it back.
desk-schedule-repeated = A second slot now waits unscheduled.
desk-schedule-added = Added.
desk-schedule-undone = Taken back.
desk-schedule-refused = Not possible there. { $why }
desk-schedule-clash = { $kind }: { $detail } { $slots }.
desk-schedule-two = “{ $one }” and “{ $other }”
desk-schedule-blocks = Prevents publishing.
desk-schedule-moved-by = Not saved: { $by } has changed “{ $title }” meanwhile. { $where }
desk-schedule-now-removed = The slot is removed.
desk-schedule-now-parked = The slot is parked.
desk-schedule-now-at = Now: { $when }, { $room }.
desk-schedule-say-at = { $title }: { $from } to { $until }, { $room }
desk-schedule-say-length = { $title }: { $minutes } minutes, until { $until }
desk-schedule-say-parked = { $title }: parked
desk-schedule-say-back = { $title }: as it was before
desk-schedule-say-others = Somebody else has changed the plan.
desk-schedule-say-lost = Not saved: no connection. Please try again.
desk-schedule-warnings = Warnings
desk-schedule-no-warnings = All is well on this day.
desk-schedule-blocking = { $n ->
    [one] 1 of them prevents publishing.
   *[other] { $n } of them prevent publishing.
}
desk-schedule-other-days = { $n ->
    [one] 1 more on other days
   *[other] { $n } more on other days
}
desk-schedule-more = { $n ->
    [one] and 1 more
   *[other] and { $n } more
}

desk-clash-room-twice = Room double-booked
desk-clash-room-twice-detail = { $room }, { $from } to { $until }:
desk-clash-speaker-twice = Person double-booked
desk-clash-speaker-twice-detail = { $name }, { $from } to { $until }:
desk-clash-session-twice = Session beside itself
desk-clash-session-twice-detail = { $from } to { $until }:
desk-clash-speaker-away = Person not there
desk-clash-speaker-away-detail = { $name } is not available { $from } to { $until }:
desk-clash-room-closed = Room closed
desk-clash-room-closed-detail = { $room }, { $from } to { $until }:
desk-clash-outside-days = Outside the congress
desk-clash-outside-days-detail = { $from } to { $until }:
desk-clash-room-too-small = Room too small
desk-clash-room-too-small-detail = { $room }: { $needed } booked or bookable, { $seats } seats.
desk-clash-crowded = Room probably too small
desk-clash-crowded-detail = { $room }: starred by { $needed }, { $seats } seats.
desk-clash-track-elsewhere = Not in its track’s room
desk-clash-track-elsewhere-detail = { $track } is not at home in { $room }:
desk-clash-changeover = Little time to change over
desk-clash-changeover-detail = { $room }, { $from } to { $until }: { $minutes } minutes, wanted { $wanted }.
desk-clash-walk = Walk too short
desk-clash-walk-detail = { $name }, { $room } to { $other }: { $minutes } minutes, wanted { $wanted }.
desk-clash-beside = Not beside each other
desk-clash-beside-detail = { $from } to { $until }, the same guests:
desk-clash-length = Not as long as agreed
desk-clash-length-detail = { $minutes } minutes, agreed { $wanted }:

programme-error-moved = { $by } has changed that meanwhile.
programme-error-blocked = Not possible there: something overlaps.
programme-error-unknown-room = This room does not exist any more.
programme-error-room-missing = A session needs a room.
programme-error-ends-before-start = The end must be after the start.
programme-error-slot-too-long = Nothing lasts that long.
programme-error-far-off = That is more than a year from the congress.
programme-error-not-whole = The file could not be read whole, and sessions would be removed for it. Nothing has been changed.
programme-error-minutes-odd = Please enter a sensible number of minutes.
programme-error-pair-of-one = Please choose two different ones.

desk-audit-slot-added = “{ $what }” added to the schedule
desk-audit-slot-moved = “{ $what }” moved in the schedule
desk-audit-slot-parked = “{ $what }” parked
desk-audit-slot-pinned = “{ $what }” pinned or let go
desk-audit-slot-renamed = “{ $what }” renamed
desk-audit-slot-removed = “{ $what }” removed from the schedule
desk-audit-slot-undone = Change of “{ $what }” taken back
desk-audit-schedule-rules-changed = Rules of the plan changed
desk-audit-field-room = Room
desk-audit-field-pinned = Pinned

desk-schedule-rules-lead = What holds while planning. Each change holds at once: the schedule shows what is not right any more.
desk-schedule-rules-kinds = What matters how much?
desk-schedule-rules-kinds-lead = What prevents is neither saved nor published. What warns is saved and shown.
desk-schedule-severity-block = prevent
desk-schedule-severity-warn = warn
desk-schedule-severity-ignore = ignore
desk-schedule-rules-minutes = Times
desk-schedule-rules-changeover = Changing over between two sessions, minutes
desk-schedule-rules-walk = Walk from room to room, minutes
desk-schedule-rules-grid = Grid, minutes
desk-schedule-rules-night = A day ends at night at
desk-schedule-rules-night-hint = Until then the night belongs to the day before, such as 04:00.
desk-schedule-rules-rooms = Rooms
desk-schedule-rules-rooms-lead = Opening times, changing over, and whether several things take place at once.
desk-schedule-rules-rooms-names = Change names and seats
desk-schedule-room-several-short = several at once
desk-schedule-room-changeover-short = changing over { $n } min
desk-schedule-room-hours-short = with opening times
desk-schedule-room-several = Several things take place here at once, as stands in a foyer
desk-schedule-room-changeover = Changing over, minutes
desk-schedule-room-changeover-hint = Empty: as everywhere, { $n } minutes.
desk-schedule-room-hours = Opening times
desk-schedule-room-hours-lead = Without any, the room is always open. If one day has some, it is closed on days that have none.
desk-schedule-room-from = from
desk-schedule-room-until = until
desk-schedule-room-from-again = and from
desk-schedule-room-until-again = and until
desk-schedule-rules-walks = Walks
desk-schedule-rules-walks-lead = Where the walk between two rooms is longer or shorter than elsewhere. It holds both ways.
desk-schedule-rules-from = Room
desk-schedule-rules-to = and room
desk-schedule-rules-apart = Not beside each other
desk-schedule-rules-apart-lead = Sessions with the same guests should not be at the same time.
desk-schedule-rules-session = Session
desk-schedule-rules-session-hint = Code, or words of the title
desk-schedule-rules-other = and session
desk-schedule-rules-tracks = Tracks and their rooms
desk-schedule-rules-tracks-lead = Where a track is at home. What stands elsewhere is noticed.
desk-schedule-rules-tracks-none = There is no track yet.
desk-schedule-rules-anywhere = anywhere
desk-schedule-fault-number = Please enter a number of minutes, 720 at most (grid: 1 to 60).
desk-schedule-fault-night = Please enter a time before 12:00, such as 04:00.
desk-schedule-fault-severity = Please choose.
desk-schedule-fault-window = Please enter start and end, such as 09:00 and 17:00.
desk-schedule-fault-session = “{ $typed }” is no code and stands in the title of no session alone.
