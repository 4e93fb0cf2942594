# Campaigns: to whom, what they say, when, and what came of them.

web-desk-campaigns = Campaigns
post-kind-campaign-letter = Campaign
post-kind-campaign-test = Test of a campaign
campaign-letter-more = More

campaigns = Campaigns
campaigns-lead = One mail to many: what everybody who comes needs to know, or news for those who want them. Who wants none gets none.
campaigns-none = There is no campaign yet. Add one: it goes out only when you say so.
campaign-all = All campaigns
campaign-new = New campaign
campaign-edit = Edit campaign
campaign-name = Name
campaign-name-hint = For the office only. Whoever gets the mail does not see it.
campaign-time = Time
campaign-recipients = Recipients
campaign-kind = Kind
campaign-kind-service = For those who take part
campaign-kind-news = News
campaign-means-service = What one needs to know for the congress: getting there, changes, what to bring.
campaign-means-news = Invitations, announcements, reports. Goes only to those who agreed to get them.
campaign-state-draft = draft
campaign-state-planned = planned
campaign-state-running = being sent
campaign-state-stopped = stopped
campaign-state-done = sent

campaign-basics = What it is about
campaign-subject-de = Subject, German
campaign-subject-en = Subject, English
campaign-at-night-is = Also at night, between 9 pm and 7 am.
campaign-night-yes = yes
campaign-night-no = no
campaign-at-night = Send at night as well, between 9 pm and 7 am
campaign-leave = Back without saving
campaign-choose = Please choose
campaign-unknown = no longer there

campaign-blocks = What the mail says
campaign-blocks-lead = The mail is made of pieces. Who reads German gets the German text, everybody else the English one.
campaign-block-number = Piece { $n }
campaign-block-text = Text
campaign-block-button = Button
campaign-block-session = Session
campaign-block-speaker = Speaker
campaign-block-project = Project
campaign-block-add-is = New piece
campaign-block-add = Add piece
campaign-block-up = Up
campaign-block-down = Down
campaign-block-remove = Remove
campaign-block-public = This lists what is public. Time and place come from the programme as it stands when the mail goes out.
campaign-block-none = None of these is public yet.
campaign-text-de = Text, German
campaign-text-en = Text, English
campaign-text-hint = An empty line parts paragraphs. **Bold**, *italic*, lists with a dash at the beginning of the line.
campaign-label-de = Words on it, German
campaign-label-en = Words on it, English
campaign-url = Address
campaign-url-hint = Where the button leads, beginning with https://. The placeholder my_link works, too.
campaign-placeholders = Placeholders
campaign-placeholders-lead = What stands in double curly brackets is filled in for each recipient, in the subject and in texts. What is not known of somebody stays empty.
campaign-placeholder-name = Given and family name
campaign-placeholder-given-name = Given name
campaign-placeholder-family-name = Family name
campaign-placeholder-organisation = Organisation
campaign-placeholder-congress = Name of the congress
campaign-placeholder-date = First day of the congress
campaign-placeholder-place = Place of the congress
campaign-placeholder-my-link = Address of “My congress”; without a ticket, the page of the congress

campaign-segment = To whom
campaign-segment-lead = In a group, all conditions must hold. Of several groups, one is enough. Each address gets the mail once.
campaign-to = To everyone who { $what }.
campaign-to-nobody = To nobody yet.
campaign-and = and
campaign-or = or everyone who
campaign-meant = { $count ->
    [0] Nobody fits at the moment.
    [one] One address fits at the moment.
   *[other] { $count } addresses fit at the moment.
}
campaign-sample = For example:
campaign-count = Count
campaign-group-number = Group { $n }
campaign-group-or = or
campaign-group-add = Add group
campaign-group-remove = Remove group
campaign-term-number = Group { $group }, condition { $n }
campaign-term-add = Add condition
campaign-term-remove = Remove condition
campaign-show = Apply
campaign-term-holds = Condition
campaign-term-met = is true
campaign-term-unmet = is not true
campaign-term-is = What
campaign-term-of = Which

campaign-criterion-ticket = Has a ticket
campaign-criterion-category = Has a ticket of this kind
campaign-criterion-unpaid = Has not paid yet
campaign-criterion-unapproved = Waits for approval
campaign-criterion-cancelled = Had a ticket
campaign-criterion-admitted = Has been let in
campaign-criterion-buyer = Who ordered
campaign-criterion-organisation = Organisation
campaign-criterion-town = Town
campaign-criterion-language = Language
campaign-criterion-any-seat = Has booked any seat
campaign-criterion-seat = Has a seat in
campaign-criterion-speaks = Is in the programme
campaign-criterion-speaks-in = Takes part in
campaign-criterion-handed-in = Handed something in
campaign-criterion-edition = Was at an earlier congress
campaign-criterion-waiting-list = Is on the waiting list
campaign-criterion-agreed-to-news = Wants news
campaign-criterion-contact = Is a contact
campaign-criterion-answered = Chose when registering
campaign-criterion-said-yes = Said yes when registering to
campaign-criterion-said-no = Said no when registering to
campaign-criterion-seat-track = Has a seat in the track
campaign-criterion-seat-type = Has a seat in a kind of session
campaign-criterion-speaks-track = Takes part in the track
campaign-criterion-speaks-type = Takes part in a kind of session

campaign-says-ticket = has a ticket
campaign-says-category = has a ticket “{ $of }”
campaign-says-unpaid = has not paid yet
campaign-says-unapproved = waits for approval
campaign-says-cancelled = had a ticket that was cancelled or expired
campaign-says-admitted = has been let in
campaign-says-buyer = comes with an order of this kind: { $of }
campaign-says-organisation = belongs to an organisation whose name contains “{ $of }”
campaign-says-town = comes with an order from “{ $of }”
campaign-says-language = reads { $of }
campaign-says-any-seat = has booked any seat
campaign-says-seat = has a seat in “{ $of }”
campaign-says-speaks = takes part in the programme
campaign-says-speaks-in = takes part in “{ $of }”
campaign-says-handed-in = handed something in
campaign-says-edition = had a ticket for “{ $of }”
campaign-says-waiting-list = is on the waiting list
campaign-says-agreed-to-news = wants news
campaign-says-contact = was taken in as a contact or signed up
campaign-says-answered = chose when they registered: “{ $of }”
campaign-says-said-yes = said yes when they registered to “{ $of }”
campaign-says-said-no = said no when they registered to “{ $of }”
campaign-says-seat-track = has a seat in a session of the track “{ $of }”
campaign-says-seat-type = has a seat in a session of the kind “{ $of }”
campaign-says-speaks-track = takes part in a session of the track “{ $of }”
campaign-says-speaks-type = takes part in a session of the kind “{ $of }”

campaign-denies-ticket = has no ticket
campaign-denies-category = has no ticket “{ $of }”
campaign-denies-unpaid = has nothing left to pay
campaign-denies-unapproved = does not wait for approval
campaign-denies-cancelled = had no ticket that was cancelled or expired
campaign-denies-admitted = has not been let in
campaign-denies-buyer = does not come with an order of this kind: { $of }
campaign-denies-organisation = belongs to no organisation whose name contains “{ $of }”
campaign-denies-town = does not come with an order from “{ $of }”
campaign-denies-language = does not read { $of }
campaign-denies-any-seat = has booked no seat
campaign-denies-seat = has no seat in “{ $of }”
campaign-denies-speaks = does not take part in the programme
campaign-denies-speaks-in = does not take part in “{ $of }”
campaign-denies-handed-in = handed nothing in
campaign-denies-edition = had no ticket for “{ $of }”
campaign-denies-waiting-list = is not on the waiting list
campaign-denies-agreed-to-news = did not agree to news
campaign-denies-contact = was not taken in as a contact and did not sign up
campaign-denies-answered = did not choose when they registered: “{ $of }”
campaign-denies-said-yes = did not say yes when they registered to “{ $of }”
campaign-denies-said-no = did not say no when they registered to “{ $of }”
campaign-denies-seat-track = has no seat in a session of the track “{ $of }”
campaign-denies-seat-type = has no seat in a session of the kind “{ $of }”
campaign-denies-speaks-track = takes part in no session of the track “{ $of }”
campaign-denies-speaks-type = takes part in no session of the kind “{ $of }”

campaign-fault-long = That is too long. { $max } characters at most.
campaign-fault-blocks = There can be no more than { $max } pieces.
campaign-fault-choose = Please choose something here.
campaign-fault-number = Please enter a number from { $min } to { $max }.
campaign-fault-segment-taken = Another selection is called so. Give it another name.
campaign-fault-time = Please enter a time of day, for example 09:00.
campaign-fault-changed = Somebody has changed the campaign meanwhile. Look at it again.
campaign-fault-sent = The campaign has been sent, or is being sent.
campaign-fault-faulty = The mail cannot be sent as it is. What is missing stands on this page.
campaign-fault-nobody = The campaign goes to nobody. Choose to whom first.
campaign-fault-past = That time is already over.

campaign-faults = The mail cannot be sent yet:
campaign-letter-no-subject = The subject is missing.
campaign-letter-subject-language = The subject is missing in one of the two languages.
campaign-letter-empty = The mail says nothing yet.
campaign-letter-language = Piece { $block } lacks its text in at least one language.
campaign-letter-placeholder = Piece { $block }: there is no placeholder “{ $name }”.
campaign-letter-placeholder-subject = Subject: there is no placeholder “{ $name }”.
campaign-letter-swallows = Piece { $block }: a code block or HTML takes in everything behind it, the link to unsubscribe too. Please take it out.
campaign-letter-url = Piece { $block }: the address leads nowhere. It must begin with https://, and but for the link to “My congress” there is no placeholder in it.
campaign-letter-gone = Piece { $block }: what it shows is not public.

campaign-halt-late = The campaign was stopped: when its turn came, its time was long over. If it is still right, let it go on.
campaign-halt-stale = The campaign was stopped since nothing had moved for half an hour. Who has it already does not get it again if you let it go on.
campaign-halt-faulty = The campaign was stopped, because it cannot be sent as it is. Edit it; what is missing is told below.
campaign-halt-restored = The campaign was stopped since a backup was restored. Who got it since the backup is not known: if you let it go on, some may get it twice.

campaign-preview = How it looks
campaign-preview-as = Preview for
campaign-preview-nobody = nobody in particular
campaign-preview-show = Show
campaign-preview-in = The mail as it looks: { $language }
campaign-preview-faulty = The mail cannot be written as it is.

campaign-start = Send now
campaign-start-title = Send “{ $name }” now?
campaign-start-count = { $count ->
    [0] The mail goes to nobody.
    [one] The mail goes to one address.
   *[other] The mail goes to { $count } addresses.
}
campaign-start-skipped = These do not get it:
campaign-start-morning = It is night. It begins on { $time }.
campaign-start-means = After that, text and recipients cannot be changed. You can stop it at any time.
campaign-start-submit = { $count ->
    [one] Send to one address
   *[other] Send to { $count } addresses
}
campaign-start-leave = Not yet
campaign-stop = Stop
campaign-go-on = Let it go on
campaign-copy = Copy
campaign-copy-name = { $name } (copy)
campaign-planned = Planned for
campaign-started = Began
campaign-ended = Done

campaign-test = Test
campaign-test-lead = Sends the mail in both languages to { $to }, and to nobody else.
campaign-test-submit = Send me a test

campaign-plan = Send later
campaign-plan-is = Begins on { $time }.
campaign-plan-when = When
campaign-plan-when-at = At a fixed time
campaign-plan-when-before = Some days before the congress
campaign-plan-moves = If the congress is moved, the mail moves with it.
campaign-plan-at = Day and time
campaign-plan-when-hours = Some hours before the congress begins
campaign-plan-when-after = Some days after the congress
campaign-plan-days = Days before or after
campaign-plan-hours = Hours before
campaign-plan-time = Time of day
campaign-plan-time-hint = For example 09:00
campaign-plan-submit = Plan
campaign-plan-faulty = It can be planned as soon as the mail is complete and it is clear to whom it goes.
campaign-rewrite = Edit again
campaign-unplan = Take the plan back

campaign-results = What came of it
campaign-result-all = Recipients
campaign-result-sent = Sent
campaign-result-queued = Not yet their turn
campaign-result-sending = Being sent
campaign-result-waiting = Will be tried again
campaign-result-held = Held
campaign-result-in-doubt = In doubt
campaign-result-failed = Not delivered
campaign-result-dropped = Dropped
campaign-result-skipped = Not sent
campaign-result-opted-out = Not sent: wants no such mails
campaign-result-blocked = Not sent: mails come back from there
campaign-result-no-consent = Not sent: did not agree to news
campaign-result-bounced = Came back later
campaign-result-complained = Reported as unwanted
campaign-result-unsubscribed = Unsubscribed after it
campaign-result-followed = New orders in the 14 days after
campaign-reason-opted-out = Wants no such mails
campaign-reason-blocked = Mails come back from there
campaign-reason-no-consent = Did not agree to news
campaign-column-reason = Reason
campaign-export = Recipients as a file
campaign-troubled = Not delivered, or in doubt
campaign-troubled-more = These are the first { $count }. All of them are in the file.
campaign-doubt-means = With some mails the connection broke before the mail server answered. They may have arrived. Sending them once more means that some get them twice. You can also leave it as it is.
campaign-doubt-again = { $count ->
    [one] Send one doubtful mail again
   *[other] Send { $count } doubtful mails again
}

campaign-flash-started = The campaign is being sent.
campaign-flash-planned = The campaign is planned.
campaign-flash-unplanned = The plan is taken back.
campaign-flash-stopped = The campaign is stopped. What was on its way still goes out.
campaign-flash-continued = The campaign goes on.
campaign-flash-copied = This is the copy, as a draft.
campaign-flash-removed = The campaign is deleted.
campaign-flash-test = The test goes to { $to }.
campaign-flash-doubtful = { $count ->
    [0] Nothing is in doubt any more.
    [one] One mail goes out again.
   *[other] { $count } mails go out again.
}

desk-export-campaign = campaign
desk-list-campaign = Recipients of a campaign
desk-audit-campaign-added = Campaign added: { $what }
desk-audit-campaign-edited = Campaign changed: { $what }
desk-audit-campaign-planned = Campaign planned: { $what }
desk-audit-campaign-unplanned = Plan of the campaign taken back: { $what }
desk-audit-campaign-started = { $count ->
    [one] Campaign begun: { $what }, one address
   *[other] Campaign begun: { $what }, { $count } addresses
}
desk-audit-campaign-stopped = Campaign stopped: { $what }
desk-audit-campaign-continued = Campaign goes on: { $what }
desk-audit-campaign-finished = Campaign done: { $what }
desk-audit-campaign-removed = Campaign deleted: { $what }
desk-audit-mailbox-opted-out = Mails unsubscribed: { $what }
desk-audit-mailbox-opted-in = Mails wanted again: { $what }
desk-audit-kind-service = For those who take part
desk-audit-kind-news = News
desk-audit-kind-all = all campaigns

campaign-saved = Saved selections
campaign-saved-lead = To whom a letter goes can be saved by a name and taken up when the next one is written. A letter keeps to whom it went, also when the selection is deleted later.
campaign-saved-none = None has been saved yet. It is saved where a letter is written, below "To whom".
campaign-saved-all = All saved selections
campaign-saved-which = Saved selection
campaign-saved-take = Take it up instead of the selection below
campaign-saved-name = Name of the selection
campaign-saved-name-hint = By this name you find the selection below again for the next letter.
campaign-saved-keep = Save selection
campaign-saved-done = The selection “{ $name }” is saved.
campaign-saved-rename = Rename
campaign-flash-segment-renamed = The selection is called otherwise now.
campaign-flash-segment-removed = The selection is deleted.
desk-audit-segment-saved = Selection for letters saved: { $what }
desk-audit-segment-renamed = Selection for letters renamed: { $what }
desk-audit-segment-removed = Selection for letters deleted: { $what }
campaign-remove-ask = The letter is gone then, with all that stands in it.
campaign-remove-submit = Delete for good
