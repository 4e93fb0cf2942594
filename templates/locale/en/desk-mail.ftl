# The outbox: why a mail does not arrive, sending it to another address.

desk-mails-query = Address, name or subject
desk-mails-sort = Order
desk-mails-sort-newest = newest first
desk-mails-sort-oldest = oldest first
desk-mails-sort-address = by address
desk-mails-stuck = { $count ->
    [one] 1 mail waits because the mail server takes nothing
   *[other] { $count } mails wait because the mail server takes nothing
}
desk-mails-stuck-note = No mail is lost: kongress tries again by itself for 72 hours.

desk-mail-why = Why it is not there
desk-mail-answer = The mail server's answer:
desk-mail-tried-again = kongress tries again by itself, for 72 hours.
desk-mail-send-now = Try now
desk-mail-send-copy = Send once more, as a new mail
desk-mail-hold = Hold back
desk-mail-letter = What the mail looks like
desk-mail-attachments = Attachments
desk-mail-address = Send to another address
desk-mail-address-same = This mail has not arrived at { $to }. It goes to the new address; the old one stays in its history.
desk-mail-address-doubt = It is not known whether this mail arrived at { $to }. It goes to the new address; the old one stays in its history.
desk-mail-address-sent = This mail was delivered to { $to } already. It goes to the new address a second time, as a new mail.
desk-mail-address-new = New address
desk-mail-address-correct = Correct the address in the order as well, so that later mails arrive
desk-mail-address-links = Personal links that may have arrived at the old address then no longer work.
desk-mail-address-submit = Send to this address
desk-mail-address-keep = Change nothing
desk-fault-address-missing = Enter the new address.
desk-fault-address-wrong = This is no mail address. One looks like this: name@town.example
desk-flash-mail-held = The mail is held back.
desk-flash-mail-readdressed = The mail goes to { $to }.
desk-flash-mail-corrected = The mail goes to { $to }. The address in the order is corrected.
desk-event-address-corrected = Mail address corrected
desk-event-message-readdressed = Mail sent to another address: { $subject }, to { $to }
post-delivery-readdressed = Sent to another address; before:

post-trouble-unreachable = The mail server cannot be reached.
post-remedy-unreachable = It is not the address's fault. Does the mail server run, and are name and port in KONGRESS_SMTP_URL right?
post-trouble-stranger = What answers there is not a mail server.
post-remedy-stranger = It is not the address's fault. Are name and port in KONGRESS_SMTP_URL right? It is usually port 587 with smtp://, or port 465 with smtps://.
post-trouble-silent = The mail server does not answer.
post-remedy-silent = It is not the address's fault. Is the mail server overloaded, or does a firewall hold the connection up?
post-trouble-tls = The mail server does not encrypt as the settings demand.
post-remedy-tls = It is not the address's fault. Check the port and tls=… in KONGRESS_SMTP_URL.
post-trouble-certificate = The mail server's certificate is not to be trusted.
post-remedy-certificate = It is not the address's fault. If it comes from an authority of your own, name its file in KONGRESS_SMTP_CA_FILE. Otherwise check the server's name and whether the certificate has expired.
post-trouble-login = The mail server does not let kongress send: the log-in is missing or wrong.
post-remedy-login = It is not the address's fault. Check name and password in KONGRESS_SMTP_URL.
post-trouble-sender = The mail server takes nothing from our sender address.
post-remedy-sender = It is not the address's fault. Check KONGRESS_MAIL_FROM: the server must be allowed to send for this address.
post-trouble-busy = The mail server takes nothing at the moment.
post-remedy-busy = There is nothing to do. If it takes longer than a day, ask whoever runs the mail server.
post-trouble-later = The mail server does not take this mail yet, mostly to keep spam away.
post-remedy-later = There is nothing to do: at the next attempt it mostly arrives.
post-trouble-full = The mailbox is full.
post-remedy-full = Call, or send the mail to another address.
post-trouble-recipient = There is no such mail address.
post-remedy-recipient = Probably it is mistyped. Ask, and send the mail to the right address.
post-trouble-refused = The mail server refuses this mail.
post-remedy-refused = The server's answer says why. Another address often helps; otherwise ask whoever runs the mail server.
post-trouble-lost = The connection was lost after the mail was handed over: perhaps it arrived.
post-remedy-lost = Ask whether it is there before you send it again.
post-trouble-unreadable = The mail server's answer could not be read: perhaps the mail arrived.
post-remedy-unreadable = Ask whether it is there before you send it again.
post-trouble-address = No mail can be sent to this address.
post-remedy-address = Check the spelling and send the mail to the right address.
post-trouble-text = The mail could not be written.
post-remedy-text = This is a fault in a template or in the program. Show the message to those who run this installation.

desk-export-mails = outbox
desk-column-answer = Answer of the server
desk-mails-batch-label = Change the chosen mails
desk-mails-batch-send = Send now …
desk-mails-batch-hold = Hold back …
desk-mails-batch-nothing = It cannot be done with any of these mails.
desk-mails-batch-nothing-next = Tick mails in the list, or take all that the filter finds.
desk-mails-batch-done-to = Mails with which it will be done
desk-mails-more = At most { $most } go at once, the newest first. Repeat the step for the others.
desk-mails-send-title = Send several mails now
desk-mails-send-what = { $count ->
    [one] 1 mail will go out at once.
   *[other] { $count } mails will go out at once.
}
desk-mails-send-meaning = A mail that has been sent never goes a second time this way. Mails in doubt may have arrived after all.
desk-mails-send-submit = { $count ->
    [one] Send 1 mail
   *[other] Send { $count } mails
}
desk-mails-send-why = They are sent, are on their way, or what they said is no longer true.
desk-mails-hold-title = Hold several mails back
desk-mails-hold-what = { $count ->
    [one] 1 mail will stay until somebody releases it.
   *[other] { $count } mails will stay until somebody releases them.
}
desk-mails-hold-submit = { $count ->
    [one] Hold 1 mail back
   *[other] Hold { $count } mails back
}
desk-mails-hold-why = Only what still waits can be held back.
desk-mails-refused = { $count ->
    [one] It cannot be done with 1 mail
   *[other] It cannot be done with { $count } mails
}
desk-mails-refused-caption = Mails with which it cannot be done
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
    [one] It could not be done with one: it has changed meanwhile.
   *[other] It could not be done with { $count }: they have changed meanwhile.
}
