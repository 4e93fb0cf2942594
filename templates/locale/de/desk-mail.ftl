# The outbox: why a mail does not arrive, sending it to another address.

desk-mails-query = Adresse, Name oder Betreff
desk-mails-sort = Reihenfolge
desk-mails-sort-newest = neueste zuerst
desk-mails-sort-oldest = älteste zuerst
desk-mails-sort-address = nach Adresse
desk-mails-stuck = { $count ->
    [one] 1 Mail wartet, weil der Mailserver nichts annimmt
   *[other] { $count } Mails warten, weil der Mailserver nichts annimmt
}
desk-mails-stuck-note = Keine Mail geht verloren: kongress versucht es 72 Stunden lang von selbst wieder.

desk-mail-why = Warum sie nicht da ist
desk-mail-answer = Antwort des Mailservers:
desk-mail-tried-again = kongress versucht es von selbst wieder, 72 Stunden lang.
desk-mail-send-now = Jetzt versuchen
desk-mail-send-copy = Noch einmal senden, als neue Mail
desk-mail-hold = Zurückhalten
desk-mail-letter = So sieht die Mail aus
desk-mail-attachments = Anhänge
desk-mail-address = An andere Adresse senden
desk-mail-address-same = Diese Mail ist bei { $to } nicht angekommen. Sie geht an die neue Adresse; die alte bleibt im Verlauf stehen.
desk-mail-address-doubt = Ob diese Mail bei { $to } ankam, ist ungewiss. Sie geht an die neue Adresse; die alte bleibt im Verlauf stehen.
desk-mail-address-sent = Diese Mail wurde an { $to } schon zugestellt. An die neue Adresse geht sie ein zweites Mal, als neue Mail.
desk-mail-address-new = Neue Adresse
desk-mail-address-correct = Die Adresse auch in der Bestellung berichtigen, damit künftige Mails ankommen
desk-mail-address-links = Persönliche Links, die an der alten Adresse angekommen sein können, gelten dann nicht mehr.
desk-mail-address-submit = An diese Adresse senden
desk-mail-address-keep = Nichts ändern
desk-fault-address-missing = Geben Sie die neue Adresse ein.
desk-fault-address-wrong = Das ist keine Mailadresse. Sie sieht zum Beispiel so aus: name@stadt.de
desk-flash-mail-held = Die Mail wird zurückgehalten.
desk-flash-mail-readdressed = Die Mail geht an { $to }.
desk-flash-mail-corrected = Die Mail geht an { $to }. Die Adresse in der Bestellung ist berichtigt.
desk-event-address-corrected = Mailadresse berichtigt
desk-event-message-readdressed = Mail an andere Adresse gerichtet: { $subject }, an { $to }
post-delivery-readdressed = An eine andere Adresse gerichtet; vorher:

post-trouble-unreachable = Der Mailserver ist nicht zu erreichen.
post-remedy-unreachable = Das liegt nicht an der Adresse. Läuft der Mailserver, und stimmen Name und Port in KONGRESS_SMTP_URL?
post-trouble-stranger = Was dort antwortet, ist kein Mailserver.
post-remedy-stranger = Das liegt nicht an der Adresse. Stimmen Name und Port in KONGRESS_SMTP_URL? Meist ist es Port 587 mit smtp:// oder Port 465 mit smtps://.
post-trouble-silent = Der Mailserver antwortet nicht.
post-remedy-silent = Das liegt nicht an der Adresse. Ist der Mailserver überlastet, oder hält eine Firewall die Verbindung auf?
post-trouble-tls = Der Mailserver verschlüsselt nicht so, wie es eingestellt ist.
post-remedy-tls = Das liegt nicht an der Adresse. Prüfen Sie in KONGRESS_SMTP_URL den Port und tls=…
post-trouble-certificate = Dem Zertifikat des Mailservers ist nicht zu trauen.
post-remedy-certificate = Das liegt nicht an der Adresse. Stammt es von einer eigenen Zertifizierungsstelle, nennen Sie deren Datei in KONGRESS_SMTP_CA_FILE. Sonst prüfen Sie den Namen des Servers und ob das Zertifikat abgelaufen ist.
post-trouble-login = Der Mailserver lässt kongress nicht senden: Die Anmeldung fehlt oder ist falsch.
post-remedy-login = Das liegt nicht an der Adresse. Prüfen Sie Namen und Passwort in KONGRESS_SMTP_URL.
post-trouble-sender = Der Mailserver nimmt von unserer Absenderadresse nichts an.
post-remedy-sender = Das liegt nicht an der Adresse. Prüfen Sie KONGRESS_MAIL_FROM: Für diese Adresse muss der Server senden dürfen.
post-trouble-busy = Der Mailserver nimmt im Moment nichts an.
post-remedy-busy = Sie müssen nichts tun. Dauert es länger als einen Tag, fragen Sie, wer den Mailserver betreibt.
post-trouble-later = Der Mailserver nimmt diese Mail noch nicht an, meist um Werbung abzuwehren.
post-remedy-later = Sie müssen nichts tun: Beim nächsten Versuch kommt sie meist an.
post-trouble-full = Das Postfach ist voll.
post-remedy-full = Rufen Sie an, oder senden Sie die Mail an eine andere Adresse.
desk-mail-came-back = Unser Mailserver hatte die Mail angenommen; danach kam sie von { $to } zurück.
post-trouble-recipient = Diese Mailadresse gibt es nicht.
post-remedy-recipient = Wahrscheinlich ist sie falsch geschrieben. Fragen Sie nach und senden Sie die Mail an die richtige Adresse.
post-trouble-refused = Der Mailserver lehnt diese Mail ab.
post-remedy-refused = Die Antwort des Servers sagt, warum. Oft hilft eine andere Adresse; sonst fragen Sie, wer den Mailserver betreibt.
post-trouble-lost = Die Verbindung brach ab, nachdem die Mail übergeben war: Vielleicht ist sie angekommen.
post-remedy-lost = Fragen Sie nach, ob sie da ist, bevor Sie sie noch einmal senden.
post-trouble-unreadable = Die Antwort des Mailservers war nicht zu lesen: Vielleicht ist die Mail angekommen.
post-remedy-unreadable = Fragen Sie nach, ob sie da ist, bevor Sie sie noch einmal senden.
post-trouble-address = An diese Adresse lässt sich keine Mail senden.
post-remedy-address = Prüfen Sie die Schreibweise und senden Sie die Mail an die richtige Adresse.
post-trouble-text = Die Mail ließ sich nicht schreiben.
post-remedy-text = Das ist ein Fehler in einer Vorlage oder im Programm. Zeigen Sie die Meldung der Verwaltung dieser Installation.

desk-export-mails = ausgang
desk-column-answer = Antwort des Servers
desk-mails-batch-label = Ausgewählte Mails bearbeiten
desk-mails-batch-send = Jetzt senden …
desk-mails-batch-hold = Zurückhalten …
desk-mails-batch-nothing = Mit keiner dieser Mails geht das.
desk-mails-batch-nothing-next = Wählen Sie Mails in der Liste aus, oder nehmen Sie alle, die der Filter findet.
desk-mails-batch-done-to = Um diese Mails geht es
desk-mails-more = Auf einmal gehen höchstens { $most }, die neuesten zuerst. Wiederholen Sie den Schritt für die übrigen.
desk-mails-send-title = Mehrere Mails jetzt senden
desk-mails-send-what = { $count ->
    [one] 1 Mail geht gleich hinaus.
   *[other] { $count } Mails gehen gleich hinaus.
}
desk-mails-send-meaning = Eine Mail, die schon gesendet ist, geht dabei nie ein zweites Mal hinaus. Bei ungewissen Mails kann es sein, dass sie doch angekommen waren.
desk-mails-send-submit = { $count ->
    [one] 1 Mail senden
   *[other] { $count } Mails senden
}
desk-mails-send-why = Sie sind gesendet, gehen gerade hinaus, oder was darin stand, stimmt nicht mehr.
desk-mails-hold-title = Mehrere Mails zurückhalten
desk-mails-hold-what = { $count ->
    [one] 1 Mail bleibt liegen, bis jemand sie freigibt.
   *[other] { $count } Mails bleiben liegen, bis jemand sie freigibt.
}
desk-mails-hold-submit = { $count ->
    [one] 1 Mail zurückhalten
   *[other] { $count } Mails zurückhalten
}
desk-mails-hold-why = Zurückhalten lässt sich nur, was noch wartet.
desk-mails-refused = { $count ->
    [one] Mit 1 Mail geht es nicht
   *[other] Mit { $count } Mails geht es nicht
}
desk-mails-refused-caption = Mails, mit denen es nicht geht
desk-flash-mails-sent = { $count ->
    [0] Keine Mail geht hinaus.
    [one] 1 Mail geht gleich hinaus.
   *[other] { $count } Mails gehen gleich hinaus.
}
desk-flash-mails-held = { $count ->
    [0] Keine Mail wird zurückgehalten.
    [one] 1 Mail wird zurückgehalten.
   *[other] { $count } Mails werden zurückgehalten.
}
desk-flash-mails-left = { $count ->
    [one] Mit einer ging es nicht mehr: Sie hat sich inzwischen geändert.
   *[other] Mit { $count } ging es nicht mehr: Sie haben sich inzwischen geändert.
}
