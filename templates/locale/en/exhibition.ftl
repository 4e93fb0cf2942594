# The marketplace of ideas: projects, stands, the plan of the halls.

web-menu-projects = Projects
web-desk-projects = Projects and stands

exhibition-title = Projects
exhibition-project = Project
exhibition-lead = { $count ->
    [0] The projects are not settled yet.
    [one] 1 project shows itself at the marketplace of ideas.
   *[other] { $count } projects show themselves at the marketplace of ideas.
}
exhibition-found = { $count ->
    [0] No project fits.
    [one] 1 project
   *[other] { $count } projects
}
exhibition-all = Show all projects
exhibition-plan = Floor plan
exhibition-plan-lead = Each number is a stand and leads to its project. Below each plan the same stands as a table.
exhibition-plan-of = Plan: { $hall }
exhibition-plan-alt = { $hall } with { $count } stands. All of them are in the table below, too.
exhibition-plan-table = Stands as a table
exhibition-search = Search
exhibition-topic = Cooperation topic
exhibition-topics = Cooperation topics
exhibition-any-topic = all topics
exhibition-organisation = Organisation
exhibition-any-organisation = all organisations
exhibition-filter = Show
exhibition-stand = Stand { $number }, { $hall }
exhibition-stand-label = Stand { $number }: { $project }
exhibition-number = Stand
exhibition-free = free
exhibition-where = Where
exhibition-partners = Together with
exhibition-offers = We offer
exhibition-seeks = We are looking for
exhibition-power = power
exhibition-screen = screen
exhibition-space = much space

exhibition-error-number = Another stand has the number { $number } already.
exhibition-error-outside = The stand would stick out of the hall there.
exhibition-error-small = The hall cannot be that small: stands would be outside.
exhibition-error-has-stands = There are stands in the hall. Remove them first.
exhibition-error-taken = A project has this stand already: { $project }
exhibition-error-svg = That is no SVG drawing that we can read.
exhibition-error-svg-large = The drawing is too large.
exhibition-error-svg-empty = There is nothing to see in the drawing.

desk-projects = Projects
desk-projects-lead = { $count ->
    [0] No projects yet.
    [one] 1 project, without a stand: { $without }
   *[other] { $count } projects, without a stand: { $without }
}
desk-projects-none = Add the first project.
desk-project-new = Add a project
desk-project-needs = Needs
desk-project-stand = Stand
desk-project-state = Visible
desk-project-lacks = lacks something
desk-project-published = published
desk-project-draft = not visible
desk-project-public = Public page
desk-project-at = { $number }, { $hall }
desk-project-at-lacks = { $number }, { $hall } (lacks something)
desk-project-no-stand = no stand
desk-project-place = Save the stand
desk-stands = Halls and stands
desk-stands-lead = The plan as everybody sees it. Add halls and stands here, and spread the projects over them.
desk-stands-none = There are no stands in this hall yet.
desk-stand-new = Add a stand
desk-stand-change = Change the stand
desk-stand-project = Project
desk-stand-size = Size
desk-stand-has = Equipment
desk-stand-free = free
desk-stand-label = Stand { $number }: { $project }. Move it with the arrow keys.
desk-stand-removal = A stand without a project can be removed.
desk-halls-none = Add a hall first, with its size in metres.
desk-hall-new = Add a hall
desk-hall-change = Change the hall
desk-hall-size = { $width } × { $depth } metres
desk-hall-removal = A hall without stands can be removed.
desk-plan-of = Plan: { $hall }
desk-plan-hint = Move stands by dragging or with the arrow keys (with Shift in small steps). Without JavaScript use the form of the stand.
desk-plan-saved = Saved
desk-plan-failed = The stand cannot be there, it is back at its old place.
desk-spread = Spread
desk-spread-lead = { $count ->
    [one] 1 project has no stand yet. It gets a free one that has what it needs.
   *[other] { $count } projects have no stand yet. They get free ones that have what they need. Who has a stand keeps it.
}
desk-flash-spread = Spread: { $placed }. Without a stand that fits: { $left }.
desk-flash-removed = Removed.
desk-exhibition-remove = Remove
desk-exhibition-name-de = Name, German
desk-exhibition-name-en = Name, English
desk-exhibition-width = Width in metres
desk-exhibition-depth = Depth in metres
desk-exhibition-position = Order
desk-exhibition-outline = Floor plan as SVG
desk-exhibition-outline-hint = From a drawing program, as large as the hall. Only lines and areas are taken over. Without it the plan shows four walls.
desk-exhibition-number = Stand number
desk-exhibition-hall = Hall
desk-exhibition-x = Distance from the left in metres
desk-exhibition-x-hint = To the left edge of the stand.
desk-exhibition-y = Distance from the top in metres
desk-exhibition-y-hint = To the upper edge on the plan.
desk-exhibition-note = Note for the team
desk-exhibition-title-de = Title, German
desk-exhibition-title-en = Title, English
desk-exhibition-summary-de = In one sentence, German
desk-exhibition-summary-en = In one sentence, English
desk-exhibition-description-de = Description, German (Markdown)
desk-exhibition-description-en = Description, English (Markdown)
desk-exhibition-offers-de = Offers, German
desk-exhibition-offers-en = Offers, English
desk-exhibition-seeks-de = Looks for, German
desk-exhibition-seeks-en = Looks for, English
desk-exhibition-partners = Together with
desk-exhibition-partners-hint = Further organisations, one a line.
desk-exhibition-stage = wants an impulse on stage
desk-exhibition-contact = Mail address of the project's team
desk-exhibition-contact-hint = For the congress office alone.
desk-exhibition-publish = Show it on the website
desk-exhibition-fault-metres = Enter metres as a number, for example 2.5.
desk-exhibition-fault-name = Enter a name in at least one language.
desk-exhibition-fault-number = Enter a number of at most 12 characters.
desk-exhibition-fault-hall = Choose a hall.
desk-exhibition-fault-organisation = Enter the organisation.
desk-exhibition-fault-contact = That is no mail address.

desk-audit-hall-added = Hall added: { $what }
desk-audit-hall-changed = Hall changed: { $what }
desk-audit-hall-removed = Hall removed: { $what }
desk-audit-stand-added = Stand added: { $what }
desk-audit-stand-changed = Stand changed: { $what }
desk-audit-stand-removed = Stand removed: { $what }
desk-audit-project-added = Project added: { $what }
desk-audit-project-changed = Project changed: { $what }
desk-audit-project-placed = Project has a stand: { $what }
desk-audit-project-displaced = Project has no stand any more: { $what }
desk-audit-project-spread = { $count ->
    [one] 1 project spread over free stands
   *[other] { $count } projects spread over free stands
}
