# Who works on a congress.

desk-settings-tab-team = Team
desk-settings-lead-of-team = Who works on this congress, and as what. A role that is given or taken counts from the next click on.
desk-settings-none-of-team = Nobody works here yet. Invite someone: the mail brings a link to log in.
desk-settings-add-to-team = Invite someone
desk-team-new = Invite someone into the team
desk-team-name = Name
desk-team-name-hint = Given and family name, as the history is to show them. Who has an account already keeps their name.
desk-team-email = E-mail address
desk-team-email-hint = A log-in link goes there. It is valid for a week, and once.
desk-team-language = Language of the mails
desk-team-language-hint = Everyone can change it in their account later.
desk-team-here = Roles in this congress
desk-team-everywhere = Roles in all congresses
desk-team-everywhere-more = Roles in all congresses
desk-team-everywhere-hint = They also hold in every congress that is still to come. For one alone, the roles above will do.
desk-team-roles-everywhere = in all congresses: { $roles }
desk-team-invite = Send invitation
desk-team-sent = The invitation to { $email } is on its way.
desk-team-held = { $email } is in the team. The invitation waits in the outbox until a mail server is set up.
desk-team-just-before = { $email } has the roles. A mail with a link was written within this minute; no second one went out.
desk-team-already = { $email } has these roles already. No second mail was sent.
desk-team-active = Active
desk-team-active-since = last logged in: { $time }
desk-team-invited = Invited
desk-team-invited-until = link valid until { $time }
desk-team-invited-underway = mail still in the outbox
desk-team-never = Not here yet
desk-team-never-password = can log in by password
desk-team-lapsed = No valid link
desk-team-lapsed-next = has never logged in
desk-team-closed = Account closed
desk-team-closed-means = cannot log in
desk-team-fixed = Also, not yours to change: { $roles }
desk-team-remind = Send the link again
desk-team-remind-meaning = The link is lost or too old? A new one is valid for a week, and once.
desk-team-reminded = A new mail with a link is in the outbox.
desk-team-reminded-before = A mail with a link was written within this minute already. No second one went out.
desk-team-remove = Take out of the team
desk-team-remove-meaning = Takes all roles in this congress that you can give. It counts at once, also in open windows. The account stays, other congresses are not touched.
desk-team-removed = The roles in this congress are taken away.
desk-team-close = Close the account
desk-team-close-meaning = Shuts the account in all congresses: sessions and links end at once, nobody logs in with it any more. The name stays on what was done.
desk-team-now-closed = The account is closed, all its sessions have ended.
desk-team-open = Open the account again
desk-team-open-meaning = The roles of before hold again then. Old sessions and links stay ended.
desk-team-now-open = The account is open again.

# What happened to an account
desk-event-role-granted-here = Role { $role } given in this congress
desk-event-role-granted-everywhere = Role { $role } given in all congresses
desk-event-role-revoked-here = Role { $role } taken in this congress
desk-event-role-revoked-everywhere = Role { $role } taken in all congresses
desk-event-account-added = Account added
desk-event-account-invited = Invitation sent
desk-event-account-changed = Name or language changed
desk-event-account-disabled = Account closed
desk-event-account-enabled = Account opened again
desk-event-account-logged-in = Logged in
desk-event-login-link-requested = Link to log in asked for
desk-event-account-password-set = Password changed
desk-event-account-sessions-ended = { $count ->
    [one] One other session ended
   *[other] { $count } other sessions ended
}
desk-audit-whom = { $what }: { $name }
