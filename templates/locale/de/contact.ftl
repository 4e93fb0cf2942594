# Kontakte: wer ohne Bestellung Neuigkeiten bekommt, und das Formular dafür auf der öffentlichen Seite.

web-footer-news = Neuigkeiten per E-Mail
post-kind-campaign-confirm = Frage, ob jemand Neuigkeiten will

news-title = Neuigkeiten per E-Mail
news-lead = Wir schreiben Ihnen, wenn es zu { $congress } etwas Neues gibt. Nach dem Absenden bekommen Sie eine Mail, in der Sie bestätigen, dass die Adresse Ihre ist.
news-data = Wir verwenden die Adresse nur für diese Mails. Bestätigen Sie sie nicht, löschen wir sie nach zwei Wochen. Beenden können Sie das jederzeit, mit dem Link in jeder Mail.
news-submit = Mail zum Bestätigen schicken
news-agree = Ich möchte per E-Mail Neuigkeiten zu { $congress } bekommen: Einladungen, Programm, Berichte. Ich kann das jederzeit beenden.
news-sent = Bitte sehen Sie in Ihr Postfach
news-sent-line = Wir haben eine Mail geschickt, in der Sie die Adresse bestätigen.
news-sent-known = Bekommen Sie unsere Neuigkeiten schon, oder haben wir Sie gerade erst gefragt, dann kommt keine weitere Mail.
news-question = Möchten Sie Neuigkeiten zu { $congress }?
news-question-lead = Erst wenn Sie hier Ja sagen, schreiben wir Ihnen.
news-yes = Ja, ich möchte Neuigkeiten
news-no = Nein, danke
news-agreed = Sie bekommen Neuigkeiten
news-agreed-lead = Wir schreiben Ihnen, wenn es zu { $congress } etwas Neues gibt.
news-end = Ich möchte keine Neuigkeiten mehr
news-ended = Sie bekommen keine Neuigkeiten
news-ended-lead = Wir schreiben Ihnen keine Neuigkeiten. Tickets und Änderungen an dem, was Sie gebucht haben, schicken wir immer.
news-again = Doch Neuigkeiten bekommen

contacts = Kontakte
contacts-all = Alle Kontakte
contacts-lead = Wer ohne Bestellung Neuigkeiten bekommt: von einer Liste oder über das Formular auf der öffentlichen Seite. Nur wer nachweislich zugestimmt hat, wird angeschrieben.
contacts-none = Es gibt noch keine Kontakte. Laden Sie eine Liste, oder weisen Sie auf das Formular im Fuß der öffentlichen Seite hin.
contacts-nobody = Dazu passt niemand.
contacts-show-all = Alle zeigen
contacts-caption = Kontakte, { $rows }
contact-filter = Kontakte suchen
contact-query = Name oder Adresse
contact-who = Adresse
contact-standing-agreed = bekommt Neuigkeiten
contact-standing-asked = gefragt
contact-standing-ended = beendet
contact-given = Zugestimmt am
contact-source = Woher
contact-wording = Wortlaut
contact-withdrawn = Beendet am
contact-source-registration = Anmeldung
contact-source-page = Seite zum Abbestellen
contact-source-news = Formular für Neuigkeiten, per Mail bestätigt
contact-source-asked = Per Mail gefragt und bestätigt
contact-source-desk = Büro
contact-source-import = Liste
contact-origin = Wie dieser Kontakt dazukam
contact-origin-import = Aus einer Liste, am { $time }.
contact-origin-sign-up = Über das Formular für Neuigkeiten, am { $time }.
contact-asked = Gefragt am { $time }. Ohne Antwort wird die Adresse nach dem { $until } vergessen.
contact-proof = Nachweis der Zustimmung
contact-no-proof = Bis jetzt hat diese Adresse nicht zugestimmt. Sie bekommt keine Neuigkeiten.
contact-removal = Löschen
contact-removal-lead = Der Kontakt verschwindet aus der Liste, und seine Zustimmung endet. Der Nachweis bleibt so lange gespeichert, wie er gebraucht wird.
contact-never = Will keine Neuigkeiten mehr: Auch eine Liste nimmt diese Adresse nicht wieder auf
contact-remove = Kontakt löschen
contact-flash-removed = Der Kontakt ist gelöscht.
contact-flash-taken-in = { $count ->
    [0] Die Liste brachte nichts Neues.
    [one] Eine neue Adresse kam dazu oder wird gefragt.
   *[other] { $count } neue Adressen kamen dazu oder werden gefragt.
}

contact-import = Liste von Kontakten laden
contact-import-lead = Zu jeder Adresse gehört der Nachweis, dass jemand zugestimmt hat: Wortlaut, Zeit und woher. Wer keinen hat, kann gefragt werden.
contact-import-help = Diese Spalten werden gelesen
contact-import-refused = { $count ->
    [one] Eine Zeile kann so nicht übernommen werden
   *[other] { $count } Zeilen können so nicht übernommen werden
}
contact-import-refused-next = Bis dahin wird keine Zeile der Liste übernommen. Verbessern Sie die Liste, und laden Sie sie noch einmal.
contact-import-without = { $count ->
    [one] Bei einer Adresse fehlt der Nachweis
   *[other] Bei { $count } Adressen fehlt der Nachweis
}
contact-import-without-lead = Ohne Nachweis darf niemand Neuigkeiten bekommen. Sie können diese Menschen einmal fragen: Jeder bekommt eine Mail mit einem Link. Wer nicht antwortet, wird nach zwei Wochen vergessen.
contact-import-ask = Wer keinen Nachweis hat, wird per Mail gefragt
contact-import-take-in = { $count ->
    [one] Eine Adresse übernehmen
   *[other] { $count } Adressen übernehmen
}
contact-brings-agree = { $count ->
    [one] Eine Adresse kommt mit Nachweis dazu.
   *[other] { $count } Adressen kommen mit Nachweis dazu.
}
contact-brings-asked = { $count ->
    [one] Eine Adresse wird per Mail gefragt.
   *[other] { $count } Adressen werden per Mail gefragt.
}
contact-brings-agreed = { $count ->
    [one] Eine Adresse bekommt schon Neuigkeiten: bleibt so.
   *[other] { $count } Adressen bekommen schon Neuigkeiten: bleiben so.
}
contact-brings-wait = { $count ->
    [one] Eine Adresse ist schon gefragt: bleibt so.
   *[other] { $count } Adressen sind schon gefragt: bleiben so.
}
contact-brings-declined = { $count ->
    [one] Eine Adresse wollte nichts mehr: bleibt so.
   *[other] { $count } wollten nichts mehr: bleiben so.
}
contact-brings-blocked = { $count ->
    [one] Von einer Adresse kommen Mails zurück: Sie wird nicht gefragt.
   *[other] Von { $count } Adressen kommen Mails zurück: Sie werden nicht gefragt.
}
contact-brings-twice = { $count ->
    [one] Eine Zeile hat eine Adresse, die weiter oben schon steht: Die erste gilt.
   *[other] { $count } Zeilen haben eine Adresse, die weiter oben schon steht: Die erste gilt.
}
contact-brings-nothing = Die Liste bringt nichts Neues.

contact-sheet-address = E-Mail-Adresse
contact-sheet-also-address = E-Mail; Mail; Mailadresse; Adresse
contact-sheet-means-address = Wird gebraucht. Jede Adresse zählt einmal.
contact-sheet-name = Name
contact-sheet-also-name = Vor- und Nachname; Ansprechpartner
contact-sheet-means-name = Für die Anrede. Darf fehlen.
contact-sheet-language = Sprache
contact-sheet-also-language = Sprachcode
contact-sheet-means-language = Deutsch oder Englisch, auch de oder en. Ohne Angabe Deutsch.
contact-sheet-in-de = Deutsch; deu
contact-sheet-in-en = Englisch; eng
contact-sheet-wording = Zustimmung
contact-sheet-also-wording = Wortlaut; Text der Zustimmung; Einwilligung
contact-sheet-means-wording = Der Satz, dem zugestimmt wurde, wie er dort stand.
contact-sheet-time = Zugestimmt am
contact-sheet-also-time = Zeit der Zustimmung; Zeitpunkt; Datum
contact-sheet-means-time = Tag oder Tag und Uhrzeit, zum Beispiel 24.05.2026 14:30.
contact-sheet-source = Quelle
contact-sheet-also-source = Woher; Herkunft
contact-sheet-means-source = Wo zugestimmt wurde, zum Beispiel „Formular auf unserer Seite“ oder „Messestand 2026“.
contact-sheet-no-address = In der Liste gibt es keine Spalte mit E-Mail-Adressen.
contact-sheet-no-language = Diese Sprache gibt es nicht. Deutsch oder Englisch geht.
contact-sheet-no-time = Das ist kein Tag und keine Zeit. Schreiben Sie zum Beispiel 24.05.2026 14:30.
contact-sheet-future = Dieser Tag liegt in der Zukunft.
contact-sheet-no-proof = Hier fehlt der Nachweis: Wortlaut, Zeit und Quelle gehören zusammen.

desk-audit-contacts-added = { $count ->
    [0] Liste von Kontakten geladen: nichts Neues
    [one] Liste von Kontakten geladen: eine neue Adresse
   *[other] Liste von Kontakten geladen: { $count } neue Adressen
}
desk-audit-contact-asked = Jemand hat sich für Neuigkeiten eingetragen und wird gefragt
desk-audit-contact-confirmed = Jemand will Neuigkeiten
desk-audit-contact-refused = Jemand will keine Neuigkeiten
desk-audit-contact-removed = Kontakt gelöscht
