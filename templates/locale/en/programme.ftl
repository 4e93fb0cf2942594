# The programme: schedules taken in and written, releases.

programme-error-read = The file is no programme that we can read (line { $line }, column { $column }).
programme-error-no-days = The file has no day and no session in it. So nobody knows when the congress is.
programme-error-not-released = No programme of this congress has been published yet.
programme-release-number = Version { $number }
# Several may have one name: the number tells them apart.
programme-release-named = Version { $name } (no. { $number })

desk-audit-schedule-imported = { $count ->
    [0] Programme imported from a file, version { $what }: times and rooms as before
    [one] Programme imported from a file, version { $what }: 1 slot new, changed or gone
   *[other] Programme imported from a file, version { $what }: { $count } slots new, changed or gone
}
desk-audit-schedule-imported-unchanged = Programme imported from a file, version { $what }: it was so already
desk-audit-schedule-released = { $count ->
    [one] Programme published, version { $what }, 1 slot
   *[other] Programme published, version { $what }, { $count } slots
}
desk-list-schedule = programme
