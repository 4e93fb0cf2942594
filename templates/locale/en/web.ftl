# What every page shares: frames, forms, errors.

web-product = kongress
web-skip = Skip to content
web-language = Language
web-language-name = English
web-menu = Menu
web-menu-main = Main navigation
web-menu-programme = Programme
web-menu-calls = Take part
web-menu-register = Register
web-menu-arrival = Getting there
web-account = My account
web-log-out = Log out

# The congress office
web-desk-title = { $title } – Congress office
web-desk-sections = Sections
web-desk-section = Sections: { $section }
web-desk-overview = Overview
web-desk-orders = Orders
web-desk-attendees = Attendees
web-desk-mails = Outbox
web-desk-audit = Log
web-desk-settings = Set up
web-desk-door = Check-in
web-desk-all = All congresses
web-desk-search = Search
web-desk-search-label = Where is my ticket? Name, e-mail, code or organisation
web-desk-search-hint = Where is my ticket? Name, mail, code …
web-phase-draft = Draft
web-phase-open = Registration open
web-phase-over = Over

# Forms
form-optional = – optional
form-errors = { $count ->
    [one] One entry is not right yet
   *[other] { $count } entries are not right yet
}
form-errors-kept = Everything else that you typed is still here.

# Errors: heading, what happened, what to do next
fault-title-400 = This request could not be understood
fault-text-400 = The program could not make sense of the request.
fault-next-400 = Please go back and try again.
fault-title-401 = Authentication needed
fault-text-401 = A valid token is needed here.
fault-next-401 = Send the token in the header "Authorization: Bearer".
fault-title-403 = This is not allowed
fault-text-403 = You do not have permission for this.
fault-next-403 = If you think this is a mistake, ask the organisers of the congress.
fault-title-404 = This page does not exist
fault-text-404 = There is nothing at this address, or no longer.
fault-next-404 = If you followed a link in an e-mail: use the link from the most recent e-mail, and make sure that it is complete.
fault-title-405 = This is not possible here
fault-text-405 = This address cannot be used in this way.
fault-title-409 = This no longer fits
fault-text-409 = Something has changed in the meantime.
fault-next-409 = Please go back, reload the page and try again.
fault-title-413 = This is too large
fault-text-413 = What you sent is larger than allowed: forms up to 1 MB, files as large as it says beside the field.
fault-next-413 = Please split it up, or use a smaller file.
fault-title-415 = This format cannot be read
fault-text-415 = A form or JSON is expected.
fault-title-422 = Something is not right yet
fault-text-422 = At least one entry is not valid.
fault-title-429 = Too many attempts
fault-text-429 = There were too many attempts in a short time.
fault-next-429 = Please wait a minute, then try again.
fault-title-500 = Something went wrong
fault-text-500 = The mistake is ours, not yours.
fault-next-500 = Please try again in a few minutes. If it keeps happening, tell us the number below.
fault-title-503 = Too busy right now
fault-text-503 = The program is overloaded at the moment.
fault-request = Number of this request:
fault-to-congress = To the congress's home page
fault-to-home = To the home page
fault-login-needed = Please log in. Your session has ended, or you were not logged in.
fault-other-site = The request came from another site. Please open the page here and try again.
fault-token-lacks = The token lacks the permission "{ $permission }".
fault-key-reused = This Idempotency-Key belongs to another request.
fault-key-malformed = The Idempotency-Key must have 1 to 255 visible characters.
fault-member-missing = This member is missing.
fault-member-unknown = There is no member called { $member } here.
fault-member-type = This member does not have the form that is expected. The description of the interface says which.
fault-null = The character U+0000 cannot be stored.
fault-no-json = The content is not valid JSON.
fault-limit = "limit" must be a number from 1 to 1,000.
fault-cursor = "cursor" is not a value from a "next" link.
