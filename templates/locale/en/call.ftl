# Calls: what is wanted, handing in, taking part; and what the office sees of it.

web-desk-calls = Calls
web-desk-submissions = Submissions

call-calls = Take part
call-calls-lead = Show what you are working on. Here is what we are looking for. You need no account: we send you a link.
call-front-lead = Show what you are working on. You need no account: we send you a link.
call-none = We are not looking for contributions at the moment.
call-open = Open
call-not-yet = Not open yet
call-closed = Closed
call-unpublished = Not published
call-from-until = From { $from } to { $until }
call-from = From { $from }
call-until = Until { $until }
call-was-until = Closed since { $until }
call-no-end = No deadline
call-kind = { $kind } ({ $minutes } min)
call-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
call-preview = This is how the page will look. Only the team sees this preview.
call-types = Formats
call-tracks = Tracks
call-languages = Languages
call-questions = We also ask
call-language-de = German
call-language-en = English
call-line-not-yet = You cannot hand in anything yet.
call-line-closed = This call is closed. If you have handed in something, the link in your mail leads you there.
call-hand-in = Hand in a contribution
call-late = By your link you can hand in after the deadline.
call-ask-lead = We send you a link. Behind it you write in peace: your draft is kept until you hand it in.
call-email-hint = We send the link there. If you have written something before, the mail leads you back to it.
call-ask = Send the link
call-data = We use your address for your contribution only.
call-sent = Look into your mailbox
call-sent-line = The link is on its way.
call-sent-missing = Nothing after some minutes? Look into your folder for unwanted mail, or check the address.

call-own = Your contribution
call-new = New contribution
call-code = Code { $code }
call-title = Title
call-abstract = In short
call-abstract-hint = A few sentences for the programme.
call-description = In full
call-description-hint = What awaits those who come? You can structure text with Markdown: an empty line for a paragraph, **bold**, - for a list.
call-type = Format
call-track = Track
call-language = Language
call-choose = Please choose
call-topics = What is it about?
call-section = Your contribution
call-section-project = Your project
call-section-stand = Stand and stage
call-section-questions = Questions about your contribution
call-section-practical = What you need
call-section-person = About you
call-wants-stand = We want a stand
call-wants-impulse = We want to give an impulse on stage
call-power = Power
call-power-hint = For example: 2 sockets
call-screen = Screen
call-screen-hint = For example: we bring one
call-space = Space
call-space-hint = For example: a table and 3 × 2 metres
call-partners = Partners
call-partners-hint = Who takes part? One organisation a line.
call-offers = What you offer others
call-seeks = What you are looking for
call-needs = Technique and room
call-do-not-record = Please do not record
call-notes = Note to the team
call-notes-hint = Not shown in the programme.
call-biography = About the person
call-biography-de = About you, in German
call-biography-en = About you, in English
call-biography-hint = Shown in the programme. One language is enough.
call-of-max = of { $max } characters
call-shown = How it looks
call-untitled = No title yet
call-submit = Hand in
call-save = Save draft
call-save-change = Save changes
call-save-hint = You can save at any time and go on later. The team reads your contribution only when you hand it in.
call-kept = Saved
call-not-kept = Not saved. Use the button “Save draft”.
call-saved = Your draft is saved. It is not handed in yet.
call-saved-version = Your changes are saved.
call-handed-in = The contribution is handed in.
call-withdrawn = You have withdrawn the contribution.
call-link = The link to this page is yours: whoever has it can change things here.
call-to-speaking = Your page as a contributor
call-standing-draft = This is a draft. Only you see it.
call-standing-draft-until = This is a draft. Only you see it. Hand it in by { $until }.
call-standing-draft-closed = This is a draft. The call is closed: you can go on writing, but not hand it in. Ask the team.
call-standing-submitted-open = Your contribution is handed in. While the call is open, you can change or withdraw it.
call-standing-submitted = Your contribution is handed in. The team reads it and answers by mail.
call-standing-accepted = Your contribution is accepted. Confirm on your page that you come.
call-standing-confirmed = Your contribution is accepted and confirmed. We look forward to you.
call-standing-rejected = We cannot take your contribution into the programme this time. Thank you for handing it in.
call-standing-cancelled = Your contribution does not take place. If you have questions, write to the team.
call-standing-withdrawn = This contribution is withdrawn.
call-people = Who takes part
call-people-lead = Whoever takes part gets a page of their own and says yes there. The programme names only those who did.
call-person-in = Takes part
call-person-out = Has declined
call-person-invited = Invited
call-person-remove = Remove
call-person-removed = The person is removed.
call-invite = Invite somebody
call-invite-submit = Send invitation
call-invited = The invitation is on its way.
call-withdraw = Withdraw
call-withdraw-lead = Your text stays here. While the call is open, you can hand it in again.
call-withdraw-accepted = Your contribution will then not take place. The team learns it at once. Your text stays here.
call-withdraw-submit = Withdraw contribution
call-mail-language = Language of mails

call-state-draft = Draft
call-state-submitted = Submitted
call-state-accepted = Accepted
call-state-confirmed = Confirmed
call-state-rejected = Rejected
call-state-cancelled = Cancelled
call-state-withdrawn = Withdrawn

call-step-same = It is so already.
call-step-none = There is no way from here to there.
call-step-not-yours = Only the team can do that.
call-step-closed = The call is closed. Ask the team.
call-step-over = The congress is over.
call-step-not-decided = Nothing is decided about it.
call-step-edited = The text was changed after the decision.
call-faulty = Something is missing or too long.
call-fixed = Nothing can be changed here any more. Ask the team.
call-speaker-twice = This person takes part already.
call-speakers-many = No more people can take part.

call-fault-title = Give the contribution a title.
call-fault-abstract = Say in short what it is about.
call-fault-language = Choose the language.
call-fault-type = Choose the format.
call-fault-name = Tell your name.
call-fault-wants = Choose a stand, an impulse, or both.
call-fault-long = { $length } characters are too many. { $max } fit.
call-fault-email = Give a mail address, for example name@example.org.
call-fault-invited = Tell the name of the person.
call-fault-closes = The deadline is before the beginning.
call-fault-languages = Choose at least one language.
call-fault-max = 1 to { $max } characters are allowed.
call-fault-minutes = A format takes at least 1 minute and at most a day.
call-fault-remind = Give up to ten numbers between 1 and 365, for example: 7, 14, 21.
call-fault-uses = 1 to { $max } submissions are allowed.
call-picture-missing = Choose a picture.
call-picture-large = The picture is too large. It may have 8 MB and be 12,000 pixels wide or high.
call-picture-small = The picture is too small. It needs 200 pixels each way.
call-picture-kind = This is no picture that we can read. Take JPEG, PNG or WebP.
call-picture-broken = The picture is damaged. Take another one.

speaking-title = Your page as a contributor
speaking-nameless = Welcome
speaking-lead = Here is how your contributions stand, and what we know of you.
speaking-contributions = Your contributions
speaking-none = You take part in no contribution at the moment.
speaking-asked = Somebody has invited you to take part here. Do you?
speaking-join = Yes, I take part
speaking-join-after = I do take part after all
speaking-has-declined = You have declined.
speaking-decline = I cannot
speaking-decline-lead = The team learns it at once. The others go on.
speaking-decline-last = Nobody takes part but you: your contribution will then not take place. The team learns it at once.
speaking-decline-why = Reason for the team
speaking-decline-submit = Decline
speaking-declined = You have declined. Thank you for telling us.
speaking-joined = You take part.
speaking-to-confirm = Your contribution is accepted. Confirm that you come: only then it stands in the programme.
speaking-confirm = I come
speaking-confirmed = Thank you, your contribution is confirmed.
speaking-people = Who takes part
speaking-when = Time and room
speaking-when-later = Not settled yet. You will learn it as soon as the programme is published.
speaking-length = Length
speaking-recording = Recording
speaking-recording-yes = May be recorded
speaking-recording-no = Please do not record
speaking-to-own = See and change the contribution
speaking-profile = About you
speaking-profile-lead = This is how you stand in the programme.
speaking-profile-save = Save details
speaking-saved = Saved.
speaking-picture = Your picture
speaking-picture-of = Picture of { $name }
speaking-picture-choose = Choose a picture
speaking-picture-hint = JPEG, PNG or WebP up to 8 MB. We cut it to a square.
speaking-picture-submit = Send picture
speaking-picture-remove = Remove picture
speaking-times = When you can be there
speaking-times-lead = This helps us plan. If you say nothing, we plan you at any time.
speaking-times-always = Any time during the congress
speaking-times-some = At certain times only
speaking-times-some-hint = Leave the days empty on which you cannot.
speaking-from = From
speaking-until = To
speaking-times-save = Save times
speaking-fault-hour = Give a time, for example 09:30.
speaking-fault-order = The end is before the beginning.
speaking-fault-none = Give at least one time, or choose “Any time”.

desk-calls = Calls
desk-calls-lead = What you are looking for: talks, impulses, workshops, projects.
desk-calls-none = There is no call yet.
desk-call = Call
desk-call-new = New call
desk-call-standing = Standing
desk-call-drafts = Drafts
desk-call-in = Submitted
desk-call-preview = Preview
desk-call-kind = What is wanted
desk-call-kind-session = Contributions to the programme
desk-call-kind-project = Projects with a stand or an impulse
desk-call-title-de = Title, German
desk-call-title-en = Title, English
desk-call-lead-de = Text, German (Markdown)
desk-call-lead-en = Text, English (Markdown)
desk-call-thanks-de = After handing in, German
desk-call-thanks-en = After handing in, English
desk-call-opens = Open from
desk-call-closes = Deadline
desk-call-zone = Time in { $zone }
desk-call-languages = Languages of contributions
desk-call-types = Formats and their length
desk-call-types-hint = Minutes where it can be chosen; empty where not.
desk-call-types-none = There are no formats yet. Add them in the programme.
desk-call-type-minutes = { $kind }, minutes
desk-call-tracks = Tracks
desk-call-abstract-max = “In short”: at most so many characters
desk-call-description-max = “In full”: at most so many characters
desk-call-biography-max = About the person: at most so many characters
desk-call-remind = Remind of the confirmation
desk-call-remind-hint = So many days after the acceptance, for example: 7, 14, 21. Empty: never.
desk-call-published = Published
desk-call-links = Links for late-comers
desk-call-links-lead = By such a link one can hand in after the deadline, as often as you allow.
desk-call-link-uses = How many submissions
desk-call-link-until = Valid until
desk-call-link-note = For whom
desk-call-link-add = Add link
desk-call-link-made = The link is added.
desk-call-link-ended = The link is ended.
desk-call-link-end = End
desk-call-link-over = Ended, expired or used up
desk-call-link-unnamed = Without a name
desk-call-link-used = { $used } of { $max } used
desk-call-link-ends = until { $time }
desk-call-questions = Questions of your own
desk-call-questions-lead = What else you need to know for this call. Ask only what you need.
desk-call-question-add = Add a question
desk-call-question-required-hint = Those for whom you hand in can answer later.
desk-call-question-reviewers = For the review.
desk-call-question-reviewers-hint = Reviewers read the answers. Where a text without names was written, answers in free words are left out.
desk-call-question-mark-reviewers = for the review
desk-call-question-removal = If the question was answered, it is only no longer asked, and its answers stay. Otherwise it is gone.
desk-call-question-retired = The question is no longer asked. Its answers stay.

desk-submissions = Submissions
desk-list-submissions = Submissions
desk-submissions-lead = { $count ->
    [0] Nothing waits for a decision.
    [one] 1 contribution waits for a decision.
   *[other] { $count } contributions wait for a decision.
}
desk-submissions-none = Nothing is handed in yet.
desk-submissions-nothing = There is no such submission.
desk-submissions-all = Show all
desk-submissions-filter = Filter submissions
desk-submissions-caption = Submissions { $rows }
desk-submissions-announce = { $count ->
    [one] Announce 1 decision
   *[other] Announce { $count } decisions
}
desk-submissions-deed-accept = Note to accept
desk-submissions-deed-reject = Note to reject
desk-submissions-deed-back = Take note back
desk-submissions-quiet = Noted quietly: nobody but the team learns of it before you announce the decisions.
desk-submissions-chosen-none = Nothing is chosen.
desk-submissions-decide = { $count ->
    [one] Note for 1 contribution
   *[other] Note for { $count } contributions
}
desk-submissions-decided = { $count ->
    [0] It was so already.
    [one] Noted for 1 contribution.
   *[other] Noted for { $count } contributions.
}
desk-batch-title-submissions = Decide on several
desk-submission = Contribution
desk-submission-in = Handed in
desk-submission-tick = Choose { $title }
desk-submission-decided = Noted
desk-submission-filter-any = Anything
desk-submission-filter-none = Nothing
desk-submission-filter-edited = Text changed since
desk-submission-filter-accepted = Accepted
desk-submission-filter-rejected = Rejected
desk-submission-filter-cancelled = Cancelled
desk-submission-pending = Noted: { $state }
desk-submission-pending-none = Nothing noted
desk-submission-edited = Text changed since
desk-submission-edited-lead = The text was changed after the decision. Note the same once more if it still holds. Until then it is not announced.
desk-submission-new = Hand in for somebody
desk-submission-choose-call = To which call?
desk-submission-for = For whom
desk-submission-tell = Send a mail with the link to the contribution
desk-submission-hand-in = Hand in
desk-submission-text = Text
desk-submission-decision = Decision
desk-submission-why-out = Reason
desk-submission-why = Reason (for the team alone)
desk-submission-decide-accepted = Note to accept
desk-submission-decide-rejected = Note to reject
desk-submission-decide-cancelled = Note to cancel
desk-submission-decide-back = Take note back
desk-submission-decided-now = The decision is noted.
desk-submission-at-once = Change at once
desk-submission-at-once-lead = Holds at once. Accepting, rejecting and cancelling sends a mail to those who take part.
desk-submission-stepped = The state is changed.
desk-submission-facts = Details
desk-submission-link = Page of who handed it in
desk-submission-link-open = Open
desk-submission-reminder = Next reminder
desk-submission-reminder-none = None any more
desk-submission-versions = Versions
desk-submission-version = Version { $number }, { $time }, { $name }
desk-submission-version-now = (current)
desk-submission-steps = What happened
desk-submission-step-quiet = Noted: { $state }
desk-submission-step-back = Note taken back
desk-announcement = Announce decisions
desk-announcement-lead = All noted decisions then hold, and all who take part get a mail each.
desk-announcement-told = { $count ->
    [0] Nothing to announce
    [one] 1 decision will be announced
   *[other] { $count } decisions will be announced
}
desk-announcement-held = { $count ->
    [one] 1 decision stays back
   *[other] { $count } decisions stay back
}
desk-announcement-held-lead = The text was changed after the decision. Look once more.
desk-announcement-submit = Announce now
desk-announced = { $count ->
    [0] There was nothing to announce.
    [one] 1 decision is announced.
   *[other] { $count } decisions are announced.
}
desk-announced-held = Announced: { $count }. Held back, as the text was changed: { $held }.

desk-audit-call-added = Call added: { $what }
desk-audit-call-changed = Call changed: { $what }
desk-audit-call-link-made = Link for late-comers added: { $what }
desk-audit-call-question-added = Question of a call added
desk-audit-call-question-changed = Question of a call changed
desk-audit-call-question-removed = Question of a call removed
desk-audit-call-link-ended = Link for late-comers ended: { $what }
desk-audit-submission-begun = Asked for the link to hand in: { $what }
desk-audit-submission-stepped = State of a submission changed: { $what }
desk-audit-submission-edited = Submission changed: { $what }
desk-audit-submission-decided = Decision noted: { $what }
desk-audit-submission-invited = Invited to take part: { $what }
desk-audit-submission-declined = No longer takes part: { $what }
desk-audit-submission-joined = Said that they take part: { $what }
desk-audit-submission-left = Removed from a submission: { $what }
desk-audit-submission-announced = { $count ->
    [one] 1 decision announced
   *[other] { $count } decisions announced
}
desk-audit-speaker-times-changed = Availability of a contributor changed
desk-audit-speaker-picture-changed = Picture of a contributor changed
desk-audit-speaker-picture-removed = Picture of a contributor removed

post-kind-programme-link = Link to hand in
post-kind-programme-received = Receipt of a contribution
post-kind-programme-invitation = Invitation to take part
post-kind-programme-decision = Decision on a contribution
post-kind-programme-refusal = Refusal, to the team
post-kind-programme-reminder = Reminder to confirm
desk-job-kind-programme-speakers = Remind contributors to confirm
