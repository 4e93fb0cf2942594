# The public programme.

timetable-title = Programme
timetable-release = Version { $name } of { $date }
timetable-times = Times in { $zone }
timetable-more = More on the programme
timetable-now = Now and next
timetable-mine = My programme
timetable-speakers = Speakers
timetable-print = Print view
timetable-zone = Time zone
timetable-zone-other = Other time zone
timetable-zone-sentence = The congress is in { $zone }. In which time zone do you want to see the times?
timetable-zone-choose = Show times so
timetable-zone-back = Times in { $zone }
timetable-zone-differs = You see times in { $zone }. The congress is in { $congress }.
timetable-days = Days
timetable-all-days = All days
timetable-on-day = Programme on { $day }
timetable-view = View
timetable-view-grid = Grid
timetable-view-list = List
timetable-files = The programme for other programs:
timetable-clock = { $hour }:{ $minute }
timetable-span = { $from } to { $to }
timetable-until = on until { $time }
timetable-from = from { $time }
timetable-running = on now
timetable-cancelled = cancelled
timetable-cancelled-sentence = This session is cancelled.
timetable-seats = { $count ->
    [one] 1 seat
   *[other] { $count } seats
}
timetable-no-room = No room
timetable-impulses = { $count } impulses
timetable-filter = Filter the programme
timetable-filter-more = More filters
timetable-search = Search
timetable-apply = Apply
timetable-any = All
timetable-track = Track
timetable-type = Type
timetable-topic = Topic
timetable-room = Room
timetable-spoken = Language
timetable-marked = Starred
timetable-only-marked = Only starred ({ $count })
timetable-found = { $count ->
    [0] Nothing found.
    [one] 1 session found.
   *[other] { $count } sessions found.
}
timetable-everything = Show everything
timetable-star = Star: { $title }
timetable-star-off = Star
timetable-star-on = starred
timetable-time = Time
timetable-what = Title
timetable-who = Speakers
timetable-held-in = In { $language }
timetable-links = Links
timetable-attachments = Files
timetable-do-not-record = Please do not record: the speakers want no recordings.
timetable-now-running = Now
timetable-now-next = Next
timetable-now-nothing = Nothing is on at the moment.
timetable-now-over = The programme is over.
timetable-now-all = Show all { $count }
timetable-mine-none = You have not starred anything yet. In the programme, use the star for what you do not want to miss.
timetable-mine-device = What you star stays on this device. Nobody else sees it. With the link in your ticket mail you can take it to other devices.
timetable-mine-link = Only who has your personal link sees what you starred here.
timetable-to-programme = To the programme
timetable-forget = Forget everything
timetable-clash = At the same time as: { $titles }
timetable-merge = Bring together
timetable-merge-device = { $count ->
    [one] On this device, 1 session is starred that is missing here.
   *[other] On this device, { $count } sessions are starred that are missing here.
}
timetable-merge-link = { $count ->
    [one] Here, 1 session is starred that is missing on this device.
   *[other] Here, { $count } sessions are starred that are missing on this device.
}
timetable-merged = Done: the same sessions are starred on this device and behind your link.
timetable-mine-about = What you starred in the programme.
timetable-mine-open = See my programme
timetable-speaker-search = Name or organisation
timetable-speakers-found = { $count ->
    [0] Nobody found.
    [one] 1 person found.
   *[other] { $count } people found.
}
timetable-speaks-in = In the programme
timetable-look = See the programme
timetable-language-de = German
timetable-language-en = English
timetable-language-fr = French
timetable-language-nl = Dutch
timetable-language-es = Spanish
timetable-language-it = Italian
timetable-language-pl = Polish
timetable-language-tr = Turkish
timetable-language-uk = Ukrainian
timetable-language-ru = Russian
timetable-language-ar = Arabic
