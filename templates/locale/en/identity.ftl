# Logging in to the congress office, and out.

login-title = Log in to the congress office
login-lead = This is for everyone who organises the congress or works at the door.
login-email = E-mail address
login-password = Password
login-submit = Log in
login-send-link = Send a link by e-mail
login-link-hint = No password at hand? Enter your e-mail address and have a link sent to you.
login-not-yours = Are you attending the congress? Then you need no account: the link in your confirmation opens your ticket.
login-email-missing = Please enter your e-mail address.
login-email-wrong = This is not an e-mail address. An address looks like this: name@example.com
login-password-missing = Please enter your password.
login-wrong = The e-mail address or the password is wrong. You can also have a link sent to you.
login-back = Back to logging in with a password
login-out = You are logged out.

# The link
login-sent-title = Check your mailbox
login-sent-text = If there is an account for this address, an e-mail with a link is on its way. The link works once and for { $minutes } minutes.
login-sent-next = No e-mail? Check your spam folder. After a minute you can request a new link.
login-confirm-title = Log in as { $name }
login-confirm-text = You have opened a log-in link. The button logs you in. After that the link stops working.
login-confirm-submit = Log in now
login-ended-title = This link no longer works
login-link-ended = The link has already been used, or it has expired. You can quickly get a new one.
login-ended-next = Request a new link

# Errors
identity-address-wrong = This is not an e-mail address.
identity-password-short = The password needs at least { $least } characters.
identity-password-long = The password must not be longer than { $most } characters.
identity-name-missing = A name is missing.
identity-permission-missing = At least one permission is missing.
identity-not-found = This does not exist, or no longer does.
identity-name-long = A name can have at most { $most } characters.
identity-password-wrong = The old password is wrong.
identity-role-missing = Please choose at least one role.
identity-role-not-yours = You cannot give or take away this role: it allows more than you are allowed yourself.
identity-own-right = Only others can take away your own right to change the team. Ask someone who also has it.
identity-last-admin = This is the last administrator who can log in. Make someone else an administrator first.
identity-account-shut = This account is closed. An administrator can reopen it.

# The roles, and what they may
identity-role-admin = Administration
identity-role-organiser = Organisation
identity-role-programme = Programme
identity-role-reviewer = Reviewer
identity-role-door = Door
identity-role-finance = Finance
identity-role-privacy = Data protection
identity-role-means-admin = Can do everything, now and in the future.
identity-role-means-organiser = Sets the congress up, looks after orders, mails and the team.
identity-role-means-programme = Builds the programme: calls, submissions, schedule, stands. Sees how the congress is doing, but not who has ordered.
identity-role-means-reviewer = Reviews submissions and sees nothing else.
identity-role-means-door = Scans tickets at the entrance. Sees no lists and no figures.
identity-role-means-finance = Reads orders and mails, changes nothing.
identity-role-means-privacy = Reads orders and mails to answer questions about personal data, changes nothing.
