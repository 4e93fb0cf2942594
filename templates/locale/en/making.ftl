# Making the programme at the desk: sessions, speakers, tracks, kinds of sessions, releases. And what releases changed, for everybody.

web-desk-programme = Programme
desk-settings-tab-sessions = Sessions
desk-settings-tab-speakers = Speakers
desk-settings-tab-tracks = Tracks
desk-settings-tab-session-types = Session types
desk-settings-tab-releases = Releases
desk-settings-lead-of-sessions = What takes place: talks, impulses, workshops. When and where stands in the schedule; the public sees what you release.
desk-settings-lead-of-speakers = Who speaks. Whoever has a mail address hears of changes to their own sessions.
desk-settings-lead-of-tracks = Tracks hold together sessions on one subject. Their colour stands before the title in the programme.
desk-settings-lead-of-session-types = Types of sessions, such as talk, impulse, workshop. Their length counts where a session has none.
desk-settings-lead-of-releases = The public programme is always a release, never the draft. Releases stay as they are.
desk-settings-none-of-sessions = No session yet. Add one.
desk-settings-none-of-speakers = Nobody yet. Add who speaks.
desk-settings-none-of-tracks = No track yet. A programme can do without.
desk-settings-none-of-session-types = No type yet. Add the formats that there are.
desk-settings-none-of-releases = Nothing released yet.
desk-settings-add-to-sessions = Add a session
desk-settings-add-to-speakers = Add a person
desk-settings-add-to-tracks = Add a track
desk-settings-add-to-session-types = Add a type

desk-programme-slug = Short name
desk-programme-slug-hint = Stands in addresses. Empty: made of the name.
desk-programme-colour = Colour
desk-programme-colour-hint = Such as #1d7a3e. Empty: the house's colour.
desk-programme-minutes = Minutes
desk-programme-minutes-hint = Empty: as long as the type says.
desk-programme-type-minutes-hint = How long they usually are. Empty: it varies.
desk-programme-so-many-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
desk-programme-remove-track = A track can be deleted as long as no session is in it.
desk-programme-remove-type = A type can be deleted as long as no session is of it.
desk-programme-remove-speaker = Who speaks nowhere can be deleted. Deleted is deleted.
desk-programme-speaker-name = Name
desk-programme-new-speaker = New person
desk-programme-organisation = Organisation
desk-programme-biography-de = About the person, German
desk-programme-biography-en = About the person, English
desk-programme-markdown = Markdown: **bold**, *italic*, - list, [text](https://…)
desk-programme-html = This text came as HTML and stays so.
desk-programme-email = E-mail
desk-programme-email-hint = Never public. With another address, old links lead nowhere any more.
desk-programme-mail-language = Language of mails
desk-programme-language-de = German
desk-programme-language-en = English
desk-programme-speaks-in = Speaks in
desk-programme-speaks-nowhere = In no session yet.
desk-programme-mails = Mail address
desk-programme-filter = Filter sessions
desk-programme-filter-query = Title, person or code
desk-programme-filter-speakers = Filter speakers
desk-programme-filter-speaker = Name, organisation or code
desk-programme-nothing = No session matches.
desk-programme-nobody = Nobody matches.
desk-programme-show-all = Show all
desk-programme-sessions-caption = Sessions { $rows }
desk-programme-speakers-caption = Speakers { $rows }
desk-programme-title = Title
desk-programme-title-de = Title, German
desk-programme-title-en = Title, English
desk-programme-subtitle = Subtitle
desk-programme-subtitle-de = Subtitle, German
desk-programme-subtitle-en = Subtitle, English
desk-programme-type = Type
desk-programme-track = Track
desk-programme-placed = Time
desk-programme-unplaced = without a time yet
desk-programme-when = When and where
desk-programme-parked = without a time yet
desk-programme-no-slot = No slot in the draft any more.
desk-programme-number = no. { $number }
desk-programme-state-open = open
desk-programme-state-confirmed = confirmed
desk-programme-state-cancelled = cancelled
desk-programme-stands = State
desk-programme-code = Code
desk-programme-confirm = Confirm
desk-programme-unconfirm = Open again
desk-programme-cancel = Cancel session
desk-programme-restore = Take the cancellation back
desk-programme-cancel-meaning = The session leaves the public programme with the next release. Its time in the draft stays, in case you take the cancellation back.
desk-programme-restore-meaning = The session is in the public programme again with the next release.
desk-programme-reason = Reason
desk-programme-reason-hint = Stands only in the history, for your team.
desk-programme-keep = Change nothing
desk-programme-new-session = New session
desk-programme-none = not said
desk-programme-unsaid = not said
desk-programme-language = Language
desk-programme-seats = Seats to book
desk-programme-seats-hint = Empty: whoever wants comes.
desk-programme-no-record = Do not record
desk-programme-confirmed = Takes place
desk-programme-confirmed-hint = Nobody needs to confirm it. Only what is confirmed is released.
desk-programme-speakers = Speakers
desk-programme-speakers-hint = In their order, one person a line: choose a name or type it. Add new people under “Speakers” first. After saving there are empty lines again.
desk-programme-speaker-n = Person { $n }
desk-programme-abstract-de = In short, German
desk-programme-abstract-en = In short, English
desk-programme-description-de = At length, German
desk-programme-description-en = At length, English
desk-programme-topics = Cooperation topics
desk-programme-links = Links and files
desk-programme-links-hint = Emptying a line removes the link.
desk-programme-link-n = Address { $n }
desk-programme-link-title-n = Text { $n }
desk-programme-link-file-n = Link { $n } is a file to take along
desk-flash-session-confirmed = Confirmed.
desk-flash-session-open = Open again.
desk-flash-session-cancelled = Cancelled. The public sees it with the next release.
desk-flash-session-restored = The cancellation is taken back.

programme-error-name-missing = Please enter a name.
programme-error-name-long = This is too long.
programme-error-title-missing = Please enter a title, German or English.
programme-error-title-long = Title and subtitle have at most 500 characters.
programme-error-slug-malformed = A short name is lower-case letters, digits and single dashes.
programme-error-slug-taken = This short name is taken.
programme-error-colour = Please enter a colour such as #1d7a3e on which text can be read.
programme-error-minutes = Please enter at least one minute and at most a week.
programme-error-seats = Please enter 0 or more seats.
programme-error-language = Please choose a language.
programme-error-link = A link begins with https:// and names a web page.
programme-error-no-such-speaker = This person has not been added, or several have this name. Please choose from the list.
programme-error-speaker-twice = This person stands in the list already.
programme-error-used = It is still used and therefore stays.

desk-release-now = What would change now
desk-release-first = { $count ->
    [one] The first release, with one slot.
   *[other] The first release, with { $count } slots.
}
desk-release-nothing = Nothing: the draft shows what is released already.
desk-release-changes = { $count ->
    [one] One slot changes:
   *[other] { $count } slots change:
}
desk-release-name = Name of the release
desk-release-name-hint = Empty: the next number.
desk-release-note-de = Note, German
desk-release-note-en = Note, English
desk-release-note-hint = Public, above the list of changes.
desk-release-notify = Notify speakers
desk-release-notify-hint = Only those whose slots change, with one mail.
desk-release-submit = Release
desk-release-all = Releases
desk-release-named = Version { $name }
desk-release-public = As everybody sees it
desk-release-changed = What changed
desk-release-holds = What it holds
desk-release-stale = The draft has changed meanwhile
desk-release-stale-next = Nothing is released yet. Please look at what would change now, and send it again.
desk-flash-programme-released = Version { $name } is released.
desk-flash-programme-released-before = Version { $name } is released like this already.

programme-change-new = New: { $place }
programme-change-moved = Moved from { $from } to { $to }
programme-change-room = Room: { $to } instead of { $from }
programme-change-no-room = no room
programme-change-longer = Longer: { $to } instead of { $from } minutes
programme-change-shorter = Shorter: { $to } instead of { $from } minutes
programme-change-renamed = Was called: { $from }
programme-change-cancelled = Cancelled (was: { $place })
programme-change-gone = No longer in the programme (was: { $place })

portal-changes = Changes of the programme
portal-changes-lead = What each release of the programme changed, the newest first.
portal-changes-feed = Subscribe as a feed (Atom)
portal-changes-feed-title = { $congress }: changes of the programme
portal-changes-no-release = No programme of this congress has been published yet.
portal-changes-version = Version { $name }
portal-changes-first = { $count ->
    [one] The first version, with one slot.
   *[other] The first version, with { $count } slots.
}
portal-changes-none = Nothing changes about times and rooms.
portal-changes-read = Read this version
portal-changes-is-newest = This is the programme as it stands now.
portal-changes-is-old = This is an older version. It no longer counts.

desk-audit-part-programme = Programme
desk-audit-session-added = Session added
desk-audit-session-changed = Session changed
desk-audit-session-removed = Session deleted
desk-audit-session-confirmed = Session confirmed
desk-audit-session-unconfirmed = Session open again
desk-audit-session-cancelled = Session cancelled
desk-audit-session-restored = Cancellation of a session taken back
desk-audit-speaker-added = Speaker added
desk-audit-speaker-changed = Speaker changed
desk-audit-speaker-removed = Speaker deleted
desk-audit-track-added = Track added
desk-audit-track-changed = Track changed
desk-audit-track-removed = Track deleted
desk-audit-session-type-added = Session type added
desk-audit-session-type-changed = Session type changed
desk-audit-session-type-removed = Session type deleted
desk-list-sessions = Sessions
post-kind-programme-release = Programme: own sessions changed
desk-programme-begins = Begins
desk-programme-ends = Ends
desk-programme-room = Room
desk-programme-occurrences = Slots
desk-export-sessions = sessions
