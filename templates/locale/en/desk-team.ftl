# Who works on a congress.

desk-settings-tab-team = Team
desk-settings-lead-of-team = Who works on this congress, and in which role. Roles given or taken away take effect with the next click.
desk-settings-none-of-team = Nobody works here yet. Invite someone: the mail brings a link to log in.
desk-settings-add-to-team = Invite someone
desk-team-new = Invite someone into the team
desk-team-name = Name
desk-team-name-hint = First and last name, as the history should show them. People who already have an account keep their name.
desk-team-email = E-mail address
desk-team-email-hint = A log-in link is sent there. It is valid for a week and works once.
desk-team-language = Language of the mails
desk-team-language-hint = Everyone can change it later in their account.
desk-team-here = Roles in this congress
desk-team-everywhere = Roles in all congresses
desk-team-everywhere-more = Roles in all congresses
desk-team-everywhere-hint = They also apply to every future congress. For a single congress, use the roles above.
desk-team-roles-everywhere = in all congresses: { $roles }
desk-team-invite = Send invitation
desk-team-sent = The invitation to { $email } is on its way.
desk-team-held = { $email } is in the team. The invitation waits in the outbox until a mail server is set up.
desk-team-just-before = { $email } has the roles. A mail with a link was already written within the last minute, so no second one was sent.
desk-team-already = { $email } already has these roles. No second mail was sent.
desk-team-active = Active
desk-team-active-since = last logged in: { $time }
desk-team-invited = Invited
desk-team-invited-until = link valid until { $time }
desk-team-invited-underway = mail is still in the outbox
desk-team-never = Never logged in
desk-team-never-password = can log in with a password
desk-team-lapsed = No valid link
desk-team-lapsed-next = has never logged in
desk-team-closed = Account closed
desk-team-closed-means = cannot log in
desk-team-fixed = Also, but not yours to change: { $roles }
desk-team-remind = Send the link again
desk-team-remind-meaning = Has the link been lost or expired? A new one is valid for a week and works once.
desk-team-reminded = A new mail with a link is in the outbox.
desk-team-reminded-before = A mail with a link was already written within the last minute, so no second one was sent.
desk-team-remove = Remove from the team
desk-team-remove-meaning = Takes away all roles in this congress that you are able to give. It takes effect at once, even in open windows. The account and other congresses are not affected.
desk-team-removed = The roles in this congress have been taken away.
desk-team-close = Close the account
desk-team-close-meaning = Locks the account in all congresses: sessions and links end at once, and nobody can log in with it. The name remains in the history.
desk-team-now-closed = The account is closed, and all its sessions have ended.
desk-team-open = Reopen the account
desk-team-open-meaning = The earlier roles then apply again. Old sessions and links stay ended.
desk-team-now-open = The account is open again.

# What happened to an account
desk-event-role-granted-here = Role { $role } given in this congress
desk-event-role-granted-everywhere = Role { $role } given in all congresses
desk-event-role-revoked-here = Role { $role } taken away in this congress
desk-event-role-revoked-everywhere = Role { $role } taken away in all congresses
desk-event-account-added = Account added
desk-event-account-invited = Invitation sent
desk-event-account-changed = Name or language changed
desk-event-account-disabled = Account closed
desk-event-account-enabled = Account reopened
desk-event-account-logged-in = Logged in
desk-event-login-link-requested = Log-in link requested
desk-event-account-password-set = Password changed
desk-event-account-sessions-ended = { $count ->
    [one] One other session ended
   *[other] { $count } other sessions ended
}
desk-audit-whom = { $what }: { $name }
