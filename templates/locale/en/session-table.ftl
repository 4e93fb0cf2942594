## Sessions from a table
session-table = Take in a table
session-table-guid = GUID
session-table-lead = Download the list of sessions as an Excel file, edit it and hand it in here. Before anything changes you see what would change.
session-table-file-hint = Excel (xlsx, xls), OpenDocument (ods) or CSV, with the headings of the downloaded list.
session-table-nothing = Please choose a file.
session-table-help = How the table is read
session-table-help-rows = A row belongs to the session with its code. Without a code it belongs to the session that has the same title; if there is none, it makes a new one.
session-table-help-columns = What you do not change stays. An empty cell empties what it says. Columns and sessions that are not in the table stay as they are.
session-table-help-names = Rooms, tracks, types and speakers that do not exist yet are made. Put a semicolon between several speakers; where names are the same, add the code: Anna Kurz (7H4KQ2).
session-table-help-times = Write times as 2027-03-11 09:00 or 11.03.2027 09:00. Without an end the length counts. If begin and end are empty, the session has no place in the schedule.
session-table-help-state = The state is “open” or “confirmed”. Cancel a session on its page, because that needs a reason.
session-table-added = { $count ->
    [one] 1 new session
   *[other] { $count } new sessions
}
session-table-others = { $count ->
    [one] 1 changed
   *[other] { $count } changed
}
session-table-unchanged = { $count ->
    [one] 1 unchanged
   *[other] { $count } unchanged
}
session-table-same = The table says nothing new.
session-table-all = All sessions
session-table-take-in = { $count ->
    [one] Take in 1 session
   *[other] Take in { $count } sessions
}
session-table-made = Will be made
session-table-made-hint = If one of these is a typing error, correct the table and hand it in again.
session-table-changes = What changes
session-table-what = Change
session-table-new = new
session-table-empty = empty
session-table-refused = { $count ->
    [one] 1 cell does not fit
   *[other] { $count } cells do not fit
}
session-table-refused-next = Nothing was changed. Correct the table and hand it in again.
session-table-changed = Something has changed meanwhile. Please look again.
session-table-done = { $count ->
    [one] 1 session is taken in.
   *[other] { $count } sessions are taken in.
}
session-table-no-column = A column with the code or the title is missing.
session-table-no-code = No session has this code. For a new one leave the code empty.
session-table-no-guid = No slot has this GUID. For a new session leave it empty.
session-table-other = The GUID belongs to another session than the code.
session-table-twice = The same session stands in line { $line } already.
session-table-several = Several people are called “{ $name }”. Write the code in brackets behind the name.
session-table-number = This is no whole number.
session-table-state = The state is “open” or “confirmed”.
session-table-cancel = Cancelling and restoring is done on the page of the session, with a reason.
session-table-occurrences = Slots are added in the schedule, not in the table.
session-table-time = This is no moment. Write for example 2027-03-11 09:00.
session-table-day = The day is missing, for example 2027-03-11 09:00.
session-table-leap = There is no such hour on that day: the clocks go forward.
session-table-no-begin = The time at which it begins is missing.
session-table-no-end = The end is missing, or the length in minutes.
session-table-clash = { $kind ->
    [room-twice] The room is in use at that time
    [speaker-twice] Somebody speaks elsewhere at that time
    [session-twice] The session is held at that time already
    [speaker-away] Somebody is not there at that time
    [room-closed] The room is closed at that time
    [outside-days] This is outside the congress
    [room-too-small] The room is too small
   *[other] The rules of the schedule do not allow this
}{ $other ->
    [none] .
   *[other] : { $other }.
}
desk-audit-session-table-taken-in = { $count ->
    [one] Table taken in: 1 session
   *[other] Table taken in: { $count } sessions
}

## Pictures of speakers
speaker-picture-alt = Portrait of { $name }

## Projects
desk-project-removal = A project without a submission can be removed. Its stand becomes free.
desk-project-submitted = This project came of a submission. When the submission is withdrawn or cancelled, the project is taken out too.
desk-audit-project-removed = Project removed: { $what }
