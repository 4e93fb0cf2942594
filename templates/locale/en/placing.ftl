# Places for what is left of the schedule.

desk-placing = Place what is left
desk-placing-lead = Finds a room and a time for everything that has none. What has a place or is pinned stays where it is. You see a proposal first.
desk-placing-nothing = There is nothing to place: everything has a place or is pinned.
desk-placing-left = { $n ->
    [one] 1 session has no place yet.
   *[other] { $n } sessions have no place yet.
}
desk-placing-seed = Seed
desk-placing-seed-hint = The same number gives the same proposal, another one another.
desk-placing-fault-seed = Please enter a whole number from 0.
desk-placing-fault-none = Please tick at least one proposal.
desk-placing-confirmed = Only what is confirmed
desk-placing-propose = Make a proposal
desk-placing-proposal = Proposal
desk-placing-none-asked = Nothing without a place matches this choice.
desk-placing-found = { $n } of { $all } find a place.
desk-placing-apply = Take over what is ticked
desk-placing-refused = Nothing taken over
desk-placing-stale = Somebody has changed the plan since the proposal. Please have a new proposal made.
desk-placing-applied = { $n ->
    [one] 1 session has a place now.
   *[other] { $n } sessions have a place now.
}
desk-placing-warned = { $n ->
    [one] There is 1 warning about it.
   *[other] There are { $n } warnings about them.
}
desk-placing-unplaced = { $n } left without a place
desk-placing-rules = See the rules of the plan
desk-placing-why-no-length = Nobody has said how long it takes. Enter a length, here or at its type.
desk-placing-why-no-window = No room is open for { $minutes } minutes at a stretch.
desk-placing-why-ruled = { $n ->
    [one] There is 1 option for { $minutes } minutes, and it does not work: { $steps }.
   *[other] There are { $n } options for { $minutes } minutes, and none works: { $steps }.
}
desk-placing-why-step = { $n ->
    [0] “{ $rule }” leaves none
   *[other] “{ $rule }” leaves { $n }
}
desk-placing-why-alone = { $n ->
    [one] Without “{ $rule }”, 1 of them would work.
   *[other] Without “{ $rule }”, { $n } of them would work.
}
desk-placing-done-title = { $n ->
    [one] 1 session placed
   *[other] { $n } sessions placed
}
desk-placing-kept = { $n ->
    [one] 1 stays, because it was changed meanwhile.
   *[other] { $n } stay, because they were changed meanwhile.
}
desk-audit-schedule-placed = { $count ->
    [one] 1 session placed as proposed
   *[other] { $count } sessions placed as proposed
}
desk-audit-schedule-placing-undone = Placed sessions parked again
desk-audit-slot-placed = “{ $what }” placed as proposed
desk-audit-slot-unplaced = “{ $what }” parked again with others

desk-schedule-booked = Booked
desk-schedule-starred = Starred
desk-schedule-starred-hint = by personal links; nobody sees who

desk-release-blocked = { $n ->
    [one] 1 error stops the release
   *[other] { $n } errors stop the release
}
desk-release-blocked-lead = Please put this right in the schedule. If it shall be so, confirm it below.
desk-release-despite = Release anyway
desk-release-despite-hint = The log keeps that you confirmed it.
desk-release-fault-despite = The plan has errors that stop the release. Please put them right, or confirm here.
desk-audit-schedule-released-despite = Programme released, version { $what }, confirming that the plan has errors
