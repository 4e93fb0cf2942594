# Mails and the outbox.

post-qr-alt = QR-Code für den Einlass. Falls er nicht zu sehen ist: Ihr Ticket hat die Nummer { $number }.
post-ticket-number = Ticket { $number }
post-ticket-page = Mein Kongress öffnen

post-state-held = zurückgehalten
post-state-waiting = wartet
post-state-sending = wird gesendet
post-state-sent = gesendet
post-state-failed = fehlgeschlagen
post-state-in_doubt = ungewiss
post-state-dropped = verworfen
post-state-bounced = zurückgekommen

post-delivery-queued = In den Ausgang gelegt
post-delivery-deferred = Noch nicht angenommen, wird wieder versucht
post-delivery-held = Zurückgehalten
post-delivery-sent = Vom Mailserver angenommen
post-delivery-failed = Fehlgeschlagen
post-delivery-in_doubt = Ungewiss, ob sie angekommen ist
post-delivery-bounced = Zurückgekommen
post-delivery-delayed = Unterwegs aufgehalten, wird dort weiter versucht
post-delivery-delivered = Beim Empfänger angekommen, sagt dessen Mailserver
post-delivery-complained = Vom Empfänger als unerwünscht gemeldet
post-delivery-dropped = Verworfen, weil sie nicht mehr stimmte

post-kind-registration-order = Anmeldung und Tickets
post-kind-registration-cancellation = Stornierung
post-kind-identity-login = Link zum Anmelden im Kongressbüro
post-kind-identity-invitation = Einladung ins Team
post-kind-identity-password = Nachricht über ein geändertes Passwort

post-error-unknown = Diese Mail gibt es nicht. Vielleicht gehört sie zu einem anderen Kongress.
post-error-under-way = Diese Mail ist schon unterwegs. Warten Sie einen Moment und laden Sie die Seite neu.
post-error-sent = Diese Mail ist inzwischen gesendet. Auf ihrer Seite können Sie sie noch einmal senden.
post-error-outdated = Was in dieser Mail stand, stimmt nicht mehr. Deshalb wird sie nicht gesendet.
post-error-not-held = Diese Mail wird nicht zurückgehalten. Laden Sie die Seite neu.
post-error-same-address = An diese Adresse ist die Mail schon gerichtet. Nutzen Sie dafür „Nochmal senden“.
