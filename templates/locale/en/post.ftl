# Mails and the outbox.

post-qr-alt = QR code for check-in. If you cannot see it: your ticket number is { $number }.
post-ticket-number = Ticket { $number }
post-ticket-page = Open My congress

post-state-held = held
post-state-waiting = waiting
post-state-sending = being sent
post-state-sent = sent
post-state-failed = failed
post-state-in_doubt = uncertain
post-state-dropped = dropped
post-state-bounced = returned

post-delivery-queued = Placed in the outbox
post-delivery-deferred = Not accepted yet, will be tried again
post-delivery-held = Held
post-delivery-sent = Accepted by the mail server
post-delivery-failed = Failed
post-delivery-in_doubt = May not have arrived
post-delivery-bounced = Returned
post-delivery-delayed = Held up on the way, still being tried there
post-delivery-delivered = Delivered, says the recipient's mail server
post-delivery-complained = Reported as unwanted by the recipient
post-delivery-dropped = Dropped because it was out of date

post-kind-registration-order = Registration and tickets
post-kind-registration-cancellation = Cancellation
post-kind-identity-login = Log-in link
post-kind-identity-invitation = Invitation into the team
post-kind-identity-password = Notice that a password was changed

post-error-unknown = There is no such mail. It may belong to another congress.
post-error-under-way = This mail is already on its way. Wait a moment and reload the page.
post-error-sent = This mail has been sent in the meantime. On its page you can send it again.
post-error-outdated = What this mail says is out of date, so it will not be sent.
post-error-not-held = This mail is not being held back. Reload the page.
post-error-same-address = The mail already goes to this address. Use "Send again" instead.
