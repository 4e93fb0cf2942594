# The directory's pages.
web-menu-network = Network
web-desk-network = Network
network-title = Who works on what?
network-lead = Find people who work on the same topics: who has done it, who is about to, who wants to join in.
network-enter = Join or come in
network-write = Write an offer or a need
network-mine = My network
network-mine-lead = You are here as { $name }.
network-directory = Directory
network-people-count = { $count ->
    [one] One person is in the directory.
   *[other] { $count } people are in the directory.
}
network-topics = Cooperation topics
network-topic = Topic
network-topic-counts = { $people } people · { $offers } offers · { $needs } needs
network-propose = A topic is missing?
network-propose-name = Name of the topic
network-propose-why = Why it belongs here
network-propose-submit = Propose the topic
network-proposed = Thank you. The congress office will look at your proposal.
network-newest = New
network-all-entries = All offers and needs
network-also = Also known as { $names }.
network-above = Part of
network-below = Topics below
network-follow = Follow the topic
network-unfollow = Stop following
network-follows-now = You follow the topic.
network-follows-no-more = You no longer follow the topic.
network-from-bodies = { $people ->
    [one] One person
   *[other] { $people } people
} from { $bodies ->
    [one] one organisation
   *[other] { $bodies } organisations
}
network-entries = Offers and needs
network-entries-all = All: { $offers } offers, { $needs } needs
network-entries-none = Nothing yet. Make a start.
network-people = People
network-people-none = Nobody yet who shows.
network-people-hidden = Those who work on it show to participants. Come in to see them.
network-people-all = All { $count } in the directory
network-sessions = In the programme
network-projects = Projects at their stands
network-offer = Offer
network-need = Need
network-offers = Offers
network-needs = Needs
network-somebody = Somebody of the directory
network-since-year = { $what } since { $year }
network-show = What you see
network-show-people = People
network-show-entries = Offers and needs
network-words = What are you looking for?
network-any = any
network-choose = Please choose
network-narrow = Show
network-found-people = { $count ->
    [one] One person
   *[other] { $count } people
}
network-found-entries = { $count ->
    [one] One entry
   *[other] { $count } entries
}
network-found-none = Nothing found. Take a filter away.
network-pages = Pages
network-page-before = Previous page
network-page-next = Next page

# Somebody's page.
network-topics-of = Works on
network-languages = Languages
network-place = At the congress
network-place-on-site = on site
network-place-online = online
network-phone = Phone
network-links = Links
network-standing-contact = You know each other: you both said yes.
network-standing-shown = Your interest stands. Only who returns it or reads your message learns of it.
network-asked = { $name } would like to talk to you
network-yes = Yes, gladly
network-no = No, thanks
network-asked-note = With a yes you both see each other's e-mail and phone, as far as your profiles allow it. Nobody learns of a no.
network-answered-no = Fine. Nobody learns of it.
network-get-in-touch = Get in touch
network-take-back = Take the interest back
network-interest = Show interest
network-no-thanks = No, thanks
network-interest-note = { $name } sees your interest only once it is returned. Nobody learns of a “no, thanks”. We show e-mail and phone only after both said yes.
network-interest-shown = Your interest stands. If it is mutual, you learn of it at once.
network-interest-taken-back = Your interest is taken back.
network-connected = You know each other now. A mail says how you reach each other, too.
network-already = You have been in touch already. It stays at that.
network-message = Your message
network-message-write = Write a message
network-message-send = Send the message
network-message-sent = Your message is on its way. We do not show your address.
network-declined = Fine, we no longer suggest this person. Nobody learns of it.
network-trouble = Something is wrong?
network-block = Block
network-block-note = Whom you block no longer sees you and cannot write to you. Nobody learns of it.
network-blocked = Blocked. You no longer see each other.
network-report = Report
network-report-why = What is wrong with it
network-reported = Thank you. The congress office will look at it.

# Who suits whom, and why.
network-suggestions = Suggestions for you
network-suggestions-more = More suggestions
network-suggestions-none = None yet. Name topics in your profile, or write an offer or a need.
network-suggestions-lead = It says each time why we suggest somebody. Who does not interest you does not come again after a “no, thanks”.
network-reason-mutual = You both showed interest
network-reason-they-seek = Looks for { $wanted } on “{ $topic }”, and you offer { $offered }
network-reason-you-seek = Offers { $offered } on “{ $topic }”, and you look for { $wanted }
network-reason-since = { $what } (since { $year })
network-reason-both-need = Wants the same on “{ $topic }” as you: { $wanted }
network-reason-topic = You both work on “{ $topic }”
network-reason-size = Your municipalities are of similar size
network-reason-same-town = from the same municipality
network-reason-same-district = from the same district, { $km } km away
network-reason-neighbour-district = from a neighbouring district, { $km } km away
network-reason-kinds = { $theirs } and { $mine }: you complement each other
network-reason-presence = You are both there: { $when }
network-reason-language = You both speak { $language }

# Offers and needs.
network-side = What is it?
network-sides-offer = I offer
network-sides-need = I look for
network-side-meaning-offer = You have something that others can use.
network-side-meaning-need = You need something that others may have.
network-form = What is it about?
network-form-experience = Experience
network-form-solution = Solution
network-form-staff = People who work on it
network-form-funding-partner = Funding partner
network-form-pilot-place = Place to try it out
network-form-joint-procurement = Joint procurement
network-form-reuse = Reuse (one for all)
network-form-site-visit = Site visit
network-entry-title = In one sentence
network-entry-title-hint = For example: experience with replacement scanning, with its documentation
network-entry-body = More about it
network-entry-more = In detail: maturity, size, region, who sees it
network-maturity = How far is it?
network-maturity-idea = Idea
network-maturity-planning = Being planned
network-maturity-pilot = Pilot
network-maturity-running = Running
network-maturity-transferable = Transferable
network-since = Since
network-since-hint = A year
network-size = Size of the other municipality
network-size-small = up to 10,000 people
network-size-middle = 10,000 to 25,000 people
network-size-large = 25,000 to 60,000 people
network-size-city = over 60,000 people
network-region = Where the others should be
network-region-anywhere = anywhere
network-region-owl = in Ostwestfalen-Lippe
network-region-neighbourhood = in the neighbourhood
network-level = Who sees it
network-level-nobody = nobody
network-level-contacts = my contacts
network-level-participants = participants
network-level-public = everybody, search engines too
network-entry-until = Stands until
network-entry-until-hint = A year if you say nothing. We ask before it ends.
network-entry-change = Change an offer or a need
network-entry-remove = Take away
network-until-day = until { $day }
network-hidden = The congress office took this out. Others do not see it. The reason:
network-edit = Change
network-author = By
network-author-hidden = Participants see who wrote this.
network-save = Save
network-saved = Saved.

# The way in.
network-entrance = Into the directory
network-entrance-lead = We send you a link. You need no password.
network-entrance-submit = Send the link
network-entrance-note = Take the address with which you registered or speak.
network-entrance-sent = Look into your mailbox
network-entrance-sent-line = If you take part with this address, a link is on its way.
network-entrance-sent-known = Nothing arrives? Look into your spam, or take the address with which you registered.
network-entrance-hello = Welcome back, { $name }
network-entrance-go = To the directory
network-entrance-device = On somebody else's device please leave afterwards: “My network”, “Leave”.
network-exit = Leave
network-join-title = Join in
network-join-lead = What we know stands there already. Say what you work on and who may see what. You can change everything at any time.
network-join = Enter me into the directory
network-joined = You are in the directory. Next: write what you offer or look for.
network-agree = Your agreement
network-agree-words = I want to be in the directory of { $congress }. Those who take part may see my name and what I allow here.
network-agree-note = Only those see your e-mail and phone with whom you both said yes. You can leave at any time; then everything is deleted. Without your doing we delete the profile after two years.
network-entrance-ticket = The link goes to { $address }.
network-entrance-ticket-note = So nobody else who opens your ticket knows what stands in your profile. Is that not your own mailbox? Then give your own address for your ticket first.

# One's own part.
network-profile = My profile
network-profile-lead = With each field you say who sees it.
network-profile-back = Back to the profile
network-section-me = Who you are
network-section-work = What you work on
network-section-reach = How to reach you
network-section-more = Languages, links, when you are there
network-kind = Kind of organisation
network-kind-hint = Counts if we do not know the organisation yet.
network-kind-municipality = Municipality
network-kinds-municipality = Municipalities
network-kind-district = District
network-kinds-district = Districts
network-kind-authority = Authority
network-kinds-authority = Authorities
network-kind-business = Business
network-kinds-business = Businesses
network-kind-university = University
network-kinds-university = Universities
network-kind-school = School
network-kinds-school = Schools
network-kind-initiative = Initiative or association
network-kinds-initiative = Initiatives and associations
network-kind-other = Other
network-kinds-other = Others
network-town = Town
network-job = What you are there
network-job-hint = For example: head of IT
network-work = What you are working on
network-work-hint = Two or three sentences by which one can talk to you
network-links-hint = One a line, with https://
network-reach = How others may approach you
network-reach-message = By a message
network-reach-interest = By interest alone
network-reach-meaning-message = You read it here and by mail, and say yes or no.
network-reach-meaning-interest = You learn of it once you show interest yourself.
network-shows = { $field }: who sees it
network-field-name = Name
network-field-organisation = Organisation
network-field-job = Job
network-field-work = What I work on
network-field-topics = Topics
network-field-languages = Languages
network-field-links = Links
network-field-presence = When I am there
network-field-mail = E-mail
network-field-phone = Phone
network-language-de = German
network-language-en = English
network-language-fr = French
network-language-nl = Dutch
network-language-es = Spanish
network-language-it = Italian
network-language-pl = Polish
network-language-pt = Portuguese
network-language-ru = Russian
network-language-tr = Turkish
network-language-uk = Ukrainian
network-language-ar = Arabic
network-from = from
network-until = until
network-preview = How others see me
network-preview-hidden = Who comes so does not see that you are here.
network-viewer-anybody = All
network-viewer-participant = Participants
network-viewer-contact = Contacts
network-requests = These people would like to talk to you
network-request-about = About “{ $what }”
network-request-open = Look and answer
network-my-entries = What I offer and look for
network-my-entries-none = Nothing yet. The first is written in a minute.
network-contacts = My contacts
network-contacts-none = None yet. Show interest in somebody.
network-waiting = My interest, not returned yet
network-follows = Topics that I follow
network-state-hidden = taken out
network-state-over = ended
network-ends = Your profile will be deleted soon unless you keep it.
network-keep = Keep it
network-withdraw = Leave the directory
network-withdraw-lead = Do you really want to leave the directory?
network-withdraw-profile = Your profile, offers and needs are deleted at once.
network-withdraw-contacts = You lose your contacts here, and they lose you.
network-withdraw-ticket = Your ticket stays as it is.
network-withdraw-submit = Leave and delete
network-withdraw-stay = Stay
network-withdrawn = You have left the directory. Everything is deleted.

# What is wrong.
network-error-link = The link no longer works. Have a new one sent.
network-error-ticket = Those can join who have a valid ticket or speak.
network-error-many = More than { $most } are not possible.
network-error-often = You have shown interest in many people today. Tomorrow you can go on.
network-error-no-messages = This person takes no messages. Show interest.
network-error-known = You know each other already.
network-error-answered = That is answered already.
network-error-circle = A topic cannot become part of itself.
network-error-slug = A topic has that short name already.
network-fault-line = { $most } characters at most.
network-fault-text = { $most } characters at most.
network-fault-name = Please give your name.
network-fault-links = { $most } links at most.
network-fault-link = A link begins with https:// and leads to a page.
network-fault-topics = { $most } topics at most.
network-fault-agree = It does not work without your agreement.
network-fault-order = The end is before the beginning.
network-fault-hour = Please a time like 10:00, in both fields.
network-fault-side = Do you offer or look for it?
network-fault-form = Please choose what it is about.
network-fault-topic = Please choose a topic.
network-fault-title = Please say in one sentence what it is about.
network-fault-year = Please a year like 2023.
network-fault-until = Please a day that is still to come.
network-fault-message = Please write something, 3,000 characters at most.
network-fault-why = Please say what is wrong with it.
network-fault-note = Please give the reason, 3,000 characters at most. Whom it concerns reads it.
network-fault-proposal = Please give the topic a name, 200 characters at most, and be brief.
network-fault-topic-name = Please give the topic a name.
network-fault-position = Please a number from 0 to 9999.

# The desk.
network-is-open = The directory is open
network-is-closed = The directory is closed
network-is-open-note = Participants enter themselves and find each other. Closed, it shows nothing to anybody; what stands in it stays.
network-is-closed-note = Nobody sees it. What stands in it stays.
network-open = Open the directory
network-close = Close the directory
network-contacts-made = Contacts
network-reports = Reported
network-report-gone = Is gone
network-report-reason = Reason:
network-report-note = Reason (read by whom it concerns)
network-report-remove = Take it out
network-report-keep = Let it stand
network-proposals = Proposed topics
network-proposal-take = Take it up
network-proposal-refuse = Refuse
network-proposal-open = being looked at
network-proposal-taken = taken up
network-proposal-refused = not taken up
network-answer = Answer (read by who proposed it)
network-gaps = What is missing
network-gap-needs = { $needs ->
    [one] one need
   *[other] { $needs } needs
}, no offer
network-gap-none = For every need there are offers on the same topic.
network-gap-mute = { $count ->
    [one] One person names no topic, and offers and looks for nothing.
   *[other] { $count } people name no topic, and offer and look for nothing.
}
network-gap-stale = { $count ->
    [one] One entry has
   *[other] { $count } entries have
} stood unchanged for half a year.
network-topic-new = New topic
network-topic-name-de = Name (German)
network-topic-name-en = Name (English)
network-topic-slug = Short name in the address
network-topic-slug-hint = Empty: from the name. The old one still leads here.
network-topic-about-de = What it is about (German)
network-topic-about-en = What it is about (English)
network-topic-synonyms = Also known as
network-topic-synonyms-hint = One a line, for example OZG
network-topic-parent = Part of
network-topic-top = nothing: stands at the top
network-topic-position = Place in the list
network-topic-public = Public page
network-topic-merge = Merge with another topic
network-topic-merge-note = Whoever works on it or follows it, all offers, needs, sessions and projects go to the other topic. The name stays there as another name, the address leads there. This cannot be undone.
network-topic-into = Becomes part of
network-topic-merge-submit = Merge

# The mails, and the log.
post-kind-networking-entrance = Link into the directory
post-kind-networking-message = Message to somebody in the directory
post-kind-networking-connected = Two know each other now
post-kind-networking-removed = Something was taken out of the directory
post-kind-networking-ending = Something in the directory ends soon
desk-audit-profile-joined = Joined the directory: { $what }
desk-audit-profile-changed = Profile changed: { $what }
desk-audit-profile-withdrawn = Left the directory
desk-audit-profile-lapsed = Profile deleted after its term
desk-audit-profile-hidden = Profile taken out
desk-audit-entry-added = Offer or need: { $what }
desk-audit-entry-changed = Offer or need changed: { $what }
desk-audit-entry-removed = Offer or need taken away: { $what }
desk-audit-entry-hidden = Offer or need taken out: { $what }
desk-audit-report-kept = Let stand what was reported
desk-audit-connection-made = Two know each other
desk-audit-topic-added = Topic added: { $what }
desk-audit-topic-changed = Topic changed: { $what }
desk-audit-topic-merged = Topics merged: { $what }
desk-audit-topic-proposed = Topic proposed: { $what }
desk-audit-proposal-taken = Proposed topic taken up: { $what }
desk-audit-proposal-refused = Proposed topic refused: { $what }
desk-audit-network-changed = Directory opened or closed

# What suggestions are ranked by.
network-weights = Weights of suggestions
network-weights-lead = Each number says how much a reason counts when people are suggested to each other. Try first what changes: once saved, it holds for everybody at once.
network-weights-who = Try it for
network-weights-who-hint = Name of a person in the directory. Left empty: whoever changed an offer or a need last.
network-weights-look = See the effect
network-weights-nobody = Nobody by that name is in the directory.
network-weights-effect = Suggestions for { $name }
network-weights-effect-note = The reasons are worded as { $name } reads them. Interest, contacts and “no thanks” are left out here: they concern only those involved.
network-weights-now = As it is now
network-weights-then = As it would be
network-weights-none = Nobody suits.
network-weight-hint = 0 to { $most }, usually { $usual }
network-weight-mutual = Both have shown interest
network-weight-interest = The other has shown interest
network-weight-need-meets-offer = A need meets an offer
network-weight-need-meets-need = Both look for the same
network-weight-same-topic = The same topic
network-weight-similar-size = Municipalities of similar size
network-weight-neighbourhood = Neighbourhood
network-weight-kinds = Organisations that complete each other
network-weight-presence = There at the same time
network-weight-language = A language in common other than German
network-weight-damping = Less for those much asked, in per cent
network-weight-turn = Change from day to day
network-fault-weight = Please a number from 0 to { $most }.
