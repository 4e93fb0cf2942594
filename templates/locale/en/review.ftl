# The review of what was handed in.

review-error-too-long = The text is too long.
review-error-phase-backwards = A phase ends after it has begun.
review-error-scale = A weight is between 0 and 100, the best value between 1 and 100.
review-error-not-a-reviewer = Somebody of the team may not review in this congress. Give them the role first.
review-error-used = Reviews were given by it already. So it stays as it is.
review-error-not-now = There is no reviewing at the moment.
review-error-too-near = You are too close to this submission to review it.
review-error-decided = This submission has been decided already.
review-error-empty = Give a value or a comment, or abstain.
review-error-value = This value is not on the scale.

web-desk-reviews = Review
web-desk-review-board = Selection
desk-settings-tab-review = Review
desk-settings-lead-of-review = Phases say who may what when. Criteria say what is judged. Teams say who reviews what.

desk-reviews = My reviews
desk-reviews-lead = All submissions that are not decided yet and that your teams review.
desk-review-phase = Phase
desk-review-until = until { $until }
desk-review-no-phase = There is no phase of the review at the moment.
desk-review-no-team = You are in no team. The organisers add you.
desk-review-progress = { $done } of { $all } reviewed
desk-review-next = Review the next one
desk-review-right-review = You can review, and change your reviews.
desk-review-right-read = You can read, but change nothing.
desk-review-right-assigned = You only see what is assigned to you.
desk-review-right-team = You see everything of your teams' tracks.
desk-review-right-names = You see who handed in.
desk-review-right-no-names = You do not see who handed in.
desk-review-right-others-never = You do not see what others give.
desk-review-right-others-after-own = You see what others give after your own review.
desk-review-right-others-always = You see what others give at once.
desk-review-title = Title
desk-review-track = Track
desk-review-kind = Type
desk-review-count = Reviews
desk-review-mine = My review
desk-review-assigned = Assigned to you
desk-review-open = open
desk-review-abstained = abstained
desk-review-points = { $n }%
desk-review-hindered-declared = You have declared a conflict of interest.
desk-review-hindered-own = Your own submission.
desk-review-hindered-organisation = From your organisation.

desk-review-back = To my reviews
desk-review-minutes = { $n } minutes
desk-review-text = Submission
desk-review-covered = You read a version without names.
desk-review-no-names-shown = In this phase you do not see who handed in.
desk-review-judged-version = The text has changed since your review. You had read version { $n }.
desk-review-not-yours = You do not review this submission
desk-review-closed = There is no reviewing in this phase.
desk-review-comment = Comment
desk-review-comment-hint = Only for the organisers and, if the phase allows, for other reviewers. Whoever handed in sees nothing of it.
desk-review-abstain = I have read it and abstain
desk-review-save-next = Save and next
desk-review-save = Save
desk-review-saved = Your review is saved.
desk-review-scale = { $name } (0 to { $most })
desk-review-no-value = no value
desk-review-of = { $n } of { $most }
desk-review-others = What others give
desk-review-conflict = Conflict of interest
desk-review-conflict-meaning = You work together with those who handed in, or cannot judge freely for another reason? Then somebody else reviews. What you have given here already is deleted.
desk-review-conflict-why = Why
desk-review-conflict-declare = Declare a conflict
desk-review-conflict-declared = Thank you. Somebody else reviews this submission.
desk-review-conflict-withdraw = No conflict after all

desk-review-board = Selection
desk-review-board-lead = All submissions with what reviewers gave. What you have handed in yourself stands there without figures.
desk-review-board-none = There is no submission of that kind.
desk-review-board-caption = { $n ->
    [one] One submission
   *[other] { $n } submissions
}
desk-review-filter = Filter submissions
desk-review-filter-text = Title, name, code
desk-review-call = Call
desk-review-pending = Pending
desk-review-order = Order
desk-review-order-mean = Best mean first
desk-review-order-median = Best median first
desk-review-order-spread = Greatest disagreement first
desk-review-order-reviews = Least reviewed first
desk-review-order-title = Title
desk-review-column-mean = Mean
desk-review-column-median = Median
desk-review-column-spread = Spread
desk-review-column-reviews = Reviewed
desk-review-column-abstained = Abstentions
desk-review-reviews = { $judged } (assigned { $assigned })
desk-review-abstentions = { $n ->
    [one] one abstention
   *[other] { $n } abstentions
}
desk-review-own-hidden = Your own submission: you do not see what others gave it.
desk-review-by-track = By track
desk-review-by-kind = By type
desk-review-places-decided = accepted
desk-review-places-pending = pending
desk-review-places-open = open
desk-review-places-left = left
desk-review-places-over = { $n } too many
desk-review-spread = Spread
desk-review-spread-meaning = Every open submission gets so many reviewers, spread evenly. Whoever is too close to it does not get it. What is assigned or reviewed already counts.
desk-review-spread-each = Reviewers for each submission
desk-review-spread-do = Spread
desk-review-spread-number = Give a number from 1 to { $most }.
desk-review-spread-done = { $given ->
    [0] Everything was spread already.
    [one] One assignment.
   *[other] { $given } assignments.
} { $short ->
    [0] {""}
    [one] For one submission there are too few who may review it.
   *[other] For { $short } submissions there are too few who may review them.
}
desk-review-back-to-board = To the selection
desk-review-given = What reviewers gave
desk-review-none-yet = Nothing yet.
desk-review-assigned-to = Assigned
desk-review-assigned-none = Assigned to nobody in particular.
desk-review-unassign = Take away
desk-review-unassign-who = Take away { $name }
desk-review-reviewer = Reviewer
desk-review-assign = Assign
desk-review-assign-too-near = That is not possible: they are too close to the submission.
desk-review-assign-no-team = That is not possible: they are in no team.
desk-review-cover = Text without names
desk-review-cover-meaning = Whoever must not see who handed in reads this text. If it is empty, the text as handed in stands there.
desk-review-cover-old = The text has changed since.
desk-review-cover-title = Title without names
desk-review-cover-abstract = Abstract without names
desk-review-cover-description = Description without names
desk-review-cover-save = Save the text without names
desk-review-cover-saved = The text without names is saved.

desk-review-frame = Set up the review
desk-review-phases = Phases
desk-review-phases-none = Without a phase nobody can review.
desk-review-phases-add = Add a phase
desk-review-criteria = Criteria
desk-review-criteria-none = Without a criterion there are only comments.
desk-review-criteria-add = Add a criterion
desk-review-teams = Teams
desk-review-teams-none = Without a team nobody reviews.
desk-review-teams-add = Add a team
desk-review-span = { $from } to { $until }
desk-review-criterion-note = weight { $weight }, 0 to { $most }
desk-review-team-note = { $members ->
    [one] one person
   *[other] { $members } people
}, { $tracks ->
    [0] all tracks
    [one] one track
   *[other] { $tracks } tracks
}
desk-review-criterion = Criterion
desk-review-team = Team
desk-review-starts-at = Start
desk-review-ends-at = End
desk-review-moment = Give a day and a time.
desk-review-choose = Choose one of them.
desk-review-may-review = Reviews are written
desk-review-assigned-only = Everybody sees only what is assigned
desk-review-shows-names = Who handed in is seen
desk-review-shows-others = Reviews of others
desk-review-others-never = never
desk-review-others-never-meaning = Everybody judges for themselves.
desk-review-others-after-own = after one's own
desk-review-others-after-own-meaning = Nobody follows another's judgement.
desk-review-others-always = at once
desk-review-others-always-meaning = Everybody sees everything from the start.
desk-review-shows-reviewers = Who they are from is seen
desk-review-phase-removal = The phase goes. Reviews stay.
desk-review-hint-de = Explanation (German)
desk-review-hint-en = Explanation (English)
desk-review-weight = Weight
desk-review-weight-hint = 0: it is shown and does not count.
desk-review-most = Best value
desk-review-most-hint = The worst is 0.
desk-review-criterion-removal = The criterion goes. If reviews were given by it, it stays.
desk-review-team-name = Name of the team
desk-review-team-tracks = Tracks
desk-review-team-tracks-hint = None chosen: all of them.
desk-review-team-members = Who reviews
desk-review-team-members-hint = Everybody with a role for it. Whoever works for an organisation reviews nothing from there.
desk-review-organisation-of = Organisation of { $name }
desk-review-team-removal = The team goes. Reviews stay.

desk-audit-review-phase-added = Phase of the review added
desk-audit-review-phase-changed = Phase of the review changed
desk-audit-review-phase-removed = Phase of the review removed
desk-audit-review-criterion-added = Criterion added
desk-audit-review-criterion-changed = Criterion changed
desk-audit-review-criterion-removed = Criterion removed
desk-audit-review-team-added = Team of reviewers added
desk-audit-review-team-changed = Team of reviewers changed
desk-audit-review-team-removed = Team of reviewers removed
desk-audit-review-given = Review given
desk-audit-review-changed = Review changed
desk-audit-review-conflict-declared = Conflict of interest declared
desk-audit-review-conflict-withdrawn = Conflict of interest taken back
desk-audit-review-spread = Submissions spread among reviewers ({ $count })
desk-audit-review-assigned = Assigned for review
desk-audit-review-unassigned = Assignment for review taken away
desk-audit-review-covered = Text without names written
desk-list-review = Review
