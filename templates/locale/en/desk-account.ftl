# One's own account.

desk-account = My account
desk-account-lead = You log in with { $email }.
desk-account-back = To the congress office
desk-account-profile = Name and language
desk-account-name = Name
desk-account-name-hint = This is how the history and the team show you.
desk-account-language = Language of the mails
desk-account-language-hint = To change the language of the pages, use the switch at the top.
desk-account-language-missing = Please choose a language.
desk-account-save = Save
desk-account-saved = Saved.
desk-account-password = Password
desk-account-password-lead = A new password ends your sessions in other browsers, and we notify you by mail that it was changed. Forgotten the old one? Log in with a link by e-mail; that always works.
desk-account-password-first = So far you have logged in with links from e-mails. With a password you do not need one; links will keep working.
desk-account-old = Old password
desk-account-old-missing = Please enter your old password.
desk-account-new = New password
desk-account-new-hint = At least { $least } characters. A whole sentence is easy to remember and hard to guess.
desk-account-new-missing = Please enter a new password.
desk-account-password-save = Change password
desk-account-password-saved = Your password has been changed. Other sessions have ended.
desk-account-sessions = Where you are logged in
desk-account-browser-unknown = Unknown browser
desk-account-this = this browser
desk-account-session-since = logged in since { $since }
desk-account-session-seen = logged in since { $since } · last used: { $seen }
desk-account-sessions-alone = You are not logged in anywhere else.
desk-account-sessions-others = Something here you do not recognise? End it, and change your password.
desk-account-sessions-end = End other sessions
desk-account-sessions-ended = { $count ->
    [0] There were no other sessions any more.
    [one] One other session has ended.
   *[other] { $count } other sessions have ended.
}
