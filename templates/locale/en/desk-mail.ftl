# The outbox: why a mail does not arrive, sending it to another address.

desk-mails-query = Address, name or subject
desk-mails-sort = Order
desk-mails-sort-newest = newest first
desk-mails-sort-oldest = oldest first
desk-mails-sort-address = by address
desk-mails-stuck = { $count ->
    [one] 1 mail is waiting because the mail server accepts nothing
   *[other] { $count } mails are waiting because the mail server accepts nothing
}
desk-mails-stuck-note = No mail is lost: kongress keeps trying on its own for 72 hours.

desk-mail-why = Why it has not arrived
desk-mail-answer = The mail server's answer:
desk-mail-tried-again = kongress keeps trying on its own, for 72 hours.
desk-mail-send-now = Try now
desk-mail-send-copy = Send again, as a new mail
desk-mail-hold = Hold back
desk-mail-letter = What the mail looks like
desk-mail-attachments = Attachments
desk-mail-address = Send to another address
desk-mail-address-same = This mail did not reach { $to }. It will go to the new address; the old one stays in the history.
desk-mail-address-doubt = It is not known whether this mail reached { $to }. It will go to the new address; the old one stays in the history.
desk-mail-address-sent = This mail has already been delivered to { $to }. It will go to the new address as well, as a new mail.
desk-mail-address-new = New address
desk-mail-address-correct = Correct the address in the order as well, so that later mails arrive
desk-mail-address-links = Personal links that may have reached the old address will then stop working.
desk-mail-address-submit = Send to this address
desk-mail-address-keep = Change nothing
desk-fault-address-missing = Enter the new address.
desk-fault-address-wrong = This is not a mail address. It should look like this: name@town.example
desk-flash-mail-held = The mail is being held back.
desk-flash-mail-readdressed = The mail is on its way to { $to }.
desk-flash-mail-corrected = The mail is on its way to { $to }. The address in the order has been corrected.
desk-event-address-corrected = Mail address corrected
desk-event-message-readdressed = Mail sent to another address: { $subject }, to { $to }
post-delivery-readdressed = Sent to another address; previously:

post-trouble-unreachable = The mail server cannot be reached.
post-remedy-unreachable = The address is not to blame. Is the mail server running, and are name and port in KONGRESS_SMTP_URL right?
post-trouble-stranger = What answers there is not a mail server.
post-remedy-stranger = The address is not to blame. Are name and port in KONGRESS_SMTP_URL right? It is usually port 587 with smtp://, or port 465 with smtps://.
post-trouble-silent = The mail server does not answer.
post-remedy-silent = The address is not to blame. Is the mail server overloaded, or is a firewall blocking the connection?
post-trouble-tls = The mail server does not encrypt the way the settings require.
post-remedy-tls = The address is not to blame. Check the port and tls=… in KONGRESS_SMTP_URL.
post-trouble-certificate = The mail server’s certificate cannot be trusted.
post-remedy-certificate = The address is not to blame. If the certificate comes from an authority of your own, name its file in KONGRESS_SMTP_CA_FILE. Otherwise check the server’s name and whether the certificate has expired.
post-trouble-login = The mail server does not let kongress send: the log-in is missing or wrong.
post-remedy-login = The address is not to blame. Check the name and password in KONGRESS_SMTP_URL.
post-trouble-sender = The mail server accepts nothing from our sender address.
post-remedy-sender = The address is not to blame. Check KONGRESS_MAIL_FROM: the server must be allowed to send for this address.
post-trouble-busy = The mail server is not accepting anything at the moment.
post-remedy-busy = You need not do anything. If it lasts longer than a day, ask whoever runs the mail server.
post-trouble-later = The mail server does not accept this mail yet, usually to keep spam away.
post-remedy-later = You need not do anything: the next attempt usually succeeds.
post-trouble-full = The mailbox is full.
post-remedy-full = Call, or send the mail to another address.
desk-mail-came-back = Our mail server had accepted the mail; then it was returned from { $to }.
post-trouble-recipient = There is no such mail address.
post-remedy-recipient = It was probably mistyped. Ask, and send the mail to the right address.
post-trouble-refused = The mail server refuses this mail.
post-remedy-refused = The server's answer says why. Another address often helps; otherwise ask whoever runs the mail server.
post-trouble-lost = The connection broke after the mail was handed over: it may have arrived.
post-remedy-lost = Ask whether it has arrived before you send it again.
post-trouble-unreadable = The mail server’s answer could not be read: the mail may have arrived.
post-remedy-unreadable = Ask whether it has arrived before you send it again.
post-trouble-address = No mail can be sent to this address.
post-remedy-address = Check the spelling and send the mail to the right address.
post-trouble-text = The mail could not be written.
post-remedy-text = This is a mistake in a template or in the program. Show the message to whoever runs this installation.

desk-export-mails = outbox
desk-column-answer = Answer from the server
desk-mails-batch-label = Edit the selected mails
desk-mails-batch-send = Send now …
desk-mails-batch-hold = Hold back …
desk-mails-batch-nothing = This is not possible for any of these mails.
desk-mails-batch-nothing-next = Tick mails in the list, or choose all that the filter finds.
desk-mails-batch-done-to = The mails concerned
desk-mails-more = At most { $most } can be handled at once, the newest first. Repeat the step for the others.
desk-mails-send-title = Send several mails now
desk-mails-send-what = { $count ->
    [one] 1 mail will go out at once.
   *[other] { $count } mails will go out at once.
}
desk-mails-send-meaning = A mail that has already been sent is never sent twice this way. Mails that are uncertain may have arrived after all.
desk-mails-send-submit = { $count ->
    [one] Send 1 mail
   *[other] Send { $count } mails
}
desk-mails-send-why = They have been sent, are being sent, or are out of date.
desk-mails-hold-title = Hold several mails back
desk-mails-hold-what = { $count ->
    [one] 1 mail will be held until somebody releases it.
   *[other] { $count } mails will be held until somebody releases them.
}
desk-mails-hold-submit = { $count ->
    [one] Hold 1 mail back
   *[other] Hold { $count } mails back
}
desk-mails-hold-why = Only mails that are still waiting can be held back.
desk-mails-refused = { $count ->
    [one] Not possible for 1 mail
   *[other] Not possible for { $count } mails
}
desk-mails-refused-caption = Mails this is not possible for
desk-flash-mails-sent = { $count ->
    [0] No mail goes out.
    [one] 1 mail goes out at once.
   *[other] { $count } mails go out at once.
}
desk-flash-mails-held = { $count ->
    [0] No mail is held back.
    [one] 1 mail is held back.
   *[other] { $count } mails are held back.
}
desk-flash-mails-left = { $count ->
    [one] One was left out: it has changed in the meantime.
   *[other] { $count } were left out: they have changed in the meantime.
}
