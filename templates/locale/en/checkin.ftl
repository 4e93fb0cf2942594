# The door: short commands for the staff.

checkin-gate-main = Main entrance
checkin-title = Door: { $gate }
checkin-verdict-title = Door: { $word }
checkin-count = of { $expected } inside
checkin-ways = Other ways
checkin-desk = Office

# The scanner
checkin-hold = Hold the code in the frame
checkin-torch = Light
checkin-camera = Camera
checkin-sound = Sound
checkin-camera-picture = Camera picture
checkin-camera-denied = The camera is blocked. Allow it in the browser or type the number.
checkin-camera-missing = No camera found. Type the number.
checkin-camera-insecure = The camera works over https only. Type the number.
checkin-without-script = Without JavaScript the camera stays off. Type the number.
checkin-offline = No connection. The scan is tried again.
checkin-log-in-again = Logged out. Reload the page and log in.
checkin-number-label = Ticket number
checkin-number-hint = Ticket number
checkin-check = Check
checkin-last = Latest
checkin-back = Back to the scanner
checkin-line = { $holder }: { $title }

# Searching
checkin-search = Search
checkin-search-label = Name, organisation or code
checkin-search-hint = Name, code
checkin-found = { $count ->
    [0] Nobody found
    [one] 1 found
   *[other] { $count } found
}
checkin-found-none = At least two letters. Try another spelling, or the organisation.
checkin-found-more = There are more than { $count }. Search more precisely.
checkin-let-in = Let in
checkin-state-valid = Valid
checkin-state-inside = Inside since { $time }
checkin-state-online = Online only
checkin-state-unpaid = Not paid
checkin-state-unapproved = Not approved
checkin-state-waiting = Waiting list
checkin-state-expired = Expired
checkin-state-cancelled = Cancelled

# The verdict: one word
checkin-word-admitted = Come in
checkin-word-attention = Check first
checkin-word-forced = Come in, noted
checkin-word-refused = Stop

# What is the matter
checkin-welcome = Welcome.
checkin-title-invalid = Not a valid ticket
checkin-title-unpaid = Not paid yet
checkin-title-blocked = Ticket blocked
checkin-title-canceled = Ticket cancelled
checkin-title-already-redeemed = Ticket already used
checkin-title-invalid-time = Ticket not valid now
checkin-title-product = Not a ticket for the venue
checkin-title-rules = Not admitted here
checkin-title-revoked = Ticket replaced
checkin-title-unapproved = No confirmed place yet
checkin-title-ambiguous = Several tickets match
checkin-title-error = Could not be checked

# What to do next
checkin-next-malformed = This is not a ticket, or it cannot be read. Scan again or type the number.
checkin-next-foreign-congress = This ticket is for another congress. Ask for the right one or search by name.
checkin-next-key = This ticket is not ours. Do not let in, send to the info desk.
checkin-next-signature = This ticket is forged or was altered. Do not let in, send to the info desk.
checkin-next-unknown = This ticket is not on the list. Search by name; there may be a newer one.
checkin-next-unpaid = The ticket is not paid. Send to the info desk, where payment is settled.
checkin-next-blocked = The organisers have blocked this ticket. Do not let in, send to the info desk.
checkin-next-canceled = This place was given back. Send to the info desk, where there may be places left.
checkin-next-already-redeemed = Ask for the name and search the list. Otherwise send to the info desk.
checkin-next-not-yet-valid = The ticket is valid later. Point out the time and ask for patience.
checkin-next-expired = The ticket has expired. Send to the info desk.
checkin-next-product = This ticket is valid online only. Send to the info desk, where there may be places on site.
checkin-next-rules = This ticket is not valid at this entrance. Show the right one.
checkin-next-revoked = There is a newer ticket. Ask for the most recent e-mail or search by name.
checkin-next-approval = The registration is not approved yet. Send to the info desk.
checkin-next-waiting = On the waiting list, without a place yet. Send to the info desk.
checkin-next-ambiguous = This matches several tickets. Type the whole number.
checkin-next-error = The ticket could not be checked. Scan again.

checkin-entered = Let in at { $time }: { $gate }, scanned by { $by }.
checkin-forced = Let in anyway: { $title }.
checkin-note = Reason:
checkin-reversed-at = Undone: { $time }.

# What one can do
checkin-next-code = Next code
checkin-reverse = Undo
checkin-reversed = Undone. The ticket is valid again.
checkin-search-by-name = Search by name
checkin-force = Let in anyway …
checkin-force-hint = “Let in anyway” needs a reason and is noted.
checkin-force-why = Reason, e.g. showed a receipt, was outside for a moment
checkin-force-submit = Let in anyway

# What is wrong
checkin-fault-note = Please give a reason.
checkin-fault-missing = This is missing.
checkin-fault-nonce = “nonce” must be a UUID, a new one for each scan.
checkin-fault-time = “at” must be a moment as in RFC 3339, e.g. 2027-03-11T09:12:00+01:00.
checkin-fault-too-long = That is more than 500 characters.
checkin-error-unknown-gate = There is no gate “{ $gate }”.
checkin-error-nonce-reused = This nonce belongs to the scan of another ticket. Take a new one for each scan.
checkin-error-not-reversible = There is nothing to undo here: the scan let nobody in, or it has already been undone.
