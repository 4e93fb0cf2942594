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

post-delivery-queued = Put into the outbox
post-delivery-deferred = Not accepted yet, will be tried again
post-delivery-held = Held
post-delivery-sent = Accepted by the mail server
post-delivery-failed = Failed
post-delivery-in_doubt = Uncertain whether it arrived
post-delivery-dropped = Dropped, because it was no longer true

post-kind-registration-order = Registration and tickets
post-kind-registration-cancellation = Cancellation
post-kind-identity-login = Log-in link
post-kind-identity-invitation = Invitation into the team
post-kind-identity-password = Notice of a changed password

post-error-unknown = There is no such mail. It may belong to another congress.
post-error-under-way = This mail is already on its way. Wait a moment and reload the page.
post-error-sent = This mail has been sent by now. On its page you can send it once more.
post-error-outdated = What this mail said is no longer true, so it will not be sent.
post-error-not-held = This mail is not held. Reload the page.
post-error-same-address = The mail goes to this address already. Use "Send again" for that.
