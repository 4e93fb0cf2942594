# The public site, the registration form, the pages behind a personal link.

portal-breadcrumb = Pfad
portal-back = Zurück
portal-congress = Kongress
portal-to-congress = Zur Startseite des Kongresses
portal-free = kostenlos
portal-name = Name
portal-given-name = Vorname
portal-family-name = Nachname
portal-email = E-Mail
portal-organisation = Organisation
portal-ticket = Ticket
portal-tickets = Tickets
portal-person = Person { $number }
portal-persons = { $count ->
    [1] eine Person
    [2] zwei Personen
    [3] drei Personen
    [4] vier Personen
    [5] fünf Personen
    [6] sechs Personen
    [7] sieben Personen
    [8] acht Personen
    [9] neun Personen
    [10] zehn Personen
    [11] elf Personen
    [12] zwölf Personen
   *[other] { $count } Personen
}

# The front door
portal-home-title = Kongresse
portal-home-empty-title = Hier ist noch kein Kongress
portal-home-empty = Das Programm läuft. Jetzt fehlt noch ein Kongress, der öffentlich ist.
portal-home-empty-command = Legen Sie ihn auf der Kommandozeile an:
portal-home-empty-command-name = Befehl
portal-home-empty-login = Oder melden Sie sich an, um einen Entwurf zu sehen

# The congress
portal-congress-title = Kongress am { $date }
portal-when = Wann
portal-where = Wo
portal-online = Online
portal-register-now = Jetzt anmelden
portal-register-promise = Ohne Konto, in zwei Minuten. Auch für mehrere Personen.
portal-over = Vorbei
portal-over-sentence = Dieser Kongress ist vorbei. Eine Anmeldung ist nicht mehr möglich.
portal-draft = Noch nicht öffentlich
portal-draft-sentence = Dies ist ein Entwurf: Die Anmeldung öffnet, sobald der Kongress öffentlich ist.
portal-opens = Die Anmeldung beginnt am { $when }.
portal-all-sold-out = Alle Plätze sind vergeben. Schauen Sie später noch einmal vorbei: Manchmal gibt jemand einen Platz zurück.
portal-closed-sentence = Die Anmeldung ist beendet.
portal-nothing-on-sale = Die Anmeldung ist noch nicht offen. Schauen Sie bald wieder vorbei.
portal-places = Plätze und Preise
portal-prices-with-vat = Preise mit { $rate } % Mehrwertsteuer.
portal-prices-with-vats = Preise mit Mehrwertsteuer.
portal-prices-without-vat = Die Preise enthalten keine Mehrwertsteuer.
portal-category-choose = Dieses Ticket wählen
portal-availability-free = Frei
portal-availability-few = Noch wenige Plätze
portal-availability-none = Ausgebucht
portal-closed-not-yet = Ab { $when }
portal-closed-no-longer = Anmeldung beendet
portal-meter = Etwa { $percent } % der Plätze sind vergeben
portal-meter-empty = Fast alle Plätze sind frei
portal-meter-full = Alle Plätze sind vergeben
portal-highlights = Das erwartet Sie
portal-topics = Themen, an denen die Region arbeitet
portal-partners = Gemeinsam getragen von
portal-supporters = Mit Unterstützung von
portal-arrival = So kommen Sie hin

# Registering
portal-register = Anmelden
portal-register-lead = Für sich oder für andere, ohne Konto. Ihre Organisation geben Sie nur einmal ein.
portal-register-payer = Wer bezahlt?
portal-register-whom = Für wen melden Sie an?
portal-buyer-public-body = Öffentliche Stelle
portal-buyer-public-body-means = Verwaltung, Schule, Hochschule
portal-buyer-business = Unternehmen, Verein
portal-buyer-business-means = Auch Initiativen und Verbände
portal-buyer-person = Privat
portal-buyer-person-means = Nur für sich selbst
portal-organisation-hint = Steht auf den Namensschildern aller Personen. Wer privat kommt, lässt das Feld frei.
portal-register-buyer = Wer meldet an?
portal-register-buyer-hint = Sie bekommen die Übersicht. Die Tickets gehen an jede Person einzeln.
portal-register-self = Ich nehme selbst teil und bin Person 1
portal-register-joined = Sie nehmen selbst teil und stehen jetzt als Person 1 vor den anderen. Bitte prüfen Sie Tickets und Preis, bevor Sie anmelden.
portal-register-people = Wer nimmt teil?
portal-register-people-hint = Der Name steht auf dem Ticket und auf dem Namensschild. Hat jemand keine eigene E-Mail, bekommen Sie das Ticket.
portal-language = Sprache der Mails
portal-language-de = Deutsch
portal-language-en = Englisch
portal-register-add = Noch eine Person
portal-remove = Entfernen
portal-label-of-person = { $label } von Person { $number }
portal-register-consent = Zustimmung
portal-terms = Teilnahmebedingungen
portal-privacy = Hinweise zum Datenschutz
portal-consent-both = Ich habe die { $terms } und die { $privacy } gelesen und bin damit einverstanden.
portal-consent-terms = Ich habe die { $terms } gelesen und bin damit einverstanden.
portal-consent-privacy = Ich habe die { $privacy } gelesen.
portal-consent-plain = Meine Angaben dürfen für diesen Kongress gespeichert und verwendet werden.
portal-summary = Ihre Bestellung
portal-summary-changes = Namen können Sie selbst berichtigen bis { $names }, Tickets zurückgeben bis { $tickets }.
portal-summary-update = Übersicht aktualisieren
portal-vat = darin { $rate } % MwSt.
portal-total = Gesamt
portal-for-people = { $count ->
    [one] für eine Person
   *[other] für { $count } Personen
}
portal-to-summary = Zur Übersicht
portal-place = Kostenpflichtig bestellen
portal-place-note = { $total }, mit Mehrwertsteuer
portal-place-free = Verbindlich anmelden
portal-place-free-note = Kostenlos
portal-placed = Danke, Ihre Anmeldung ist da. Die Bestätigung kommt gleich per Mail.
portal-placed-before = Diese Anmeldung hatten wir schon. Hier ist sie. Für weitere Personen öffnen Sie bitte die Anmeldung neu.
portal-placed-other = Diese Anmeldung war schon eingegangen, hier ist sie. Ihre zweite Eingabe wurde nicht übernommen. Ändern können Sie die Anmeldung auf dieser Seite; für weitere Personen öffnen Sie das Formular neu.
portal-placed-anew = Neue Anmeldung
portal-fault-buyer = Bitte wählen Sie eine der drei Möglichkeiten.
portal-fault-category = Bitte wählen Sie ein Ticket aus der Liste.
portal-fault-category-gone = Dieses Ticket gibt es nicht mehr. Bitte wählen Sie ein anderes.
portal-fault-terms = Bitte lesen Sie die Hinweise und setzen Sie das Häkchen.
portal-sold-out = „{ $category }“ ist gerade ausgebucht: Die letzten Plätze hat jemand anders bekommen. Bitte wählen Sie ein anderes Ticket.
portal-sold-out-some = Für „{ $category }“ { $count ->
    [one] ist nur noch ein Platz
   *[other] sind nur noch { $count } Plätze
} frei. Bitte wählen Sie für die übrigen Personen ein anderes Ticket.

# An order
portal-order = Bestellung
portal-order-of = vom { $date }
portal-order-ready = Alles bereit für { portal-persons }
portal-order-awaiting-payment = Angemeldet, die Zahlung ist offen
portal-order-awaiting-approval = Angemeldet, die Zusage steht noch aus
portal-order-waiting = Sie stehen auf der Warteliste
portal-order-expired = Diese Bestellung ist verfallen
portal-order-cancelled = Diese Bestellung ist storniert
portal-standing-confirmed = Die Tickets sind gültig.
portal-standing-awaiting-payment = Offen sind { $total }. Die Plätze sind für Sie reserviert; die Tickets gelten, sobald die Zahlung da ist.
portal-standing-awaiting-approval = Die Organisation prüft Ihre Anmeldung. Sie bekommen eine Mail.
portal-standing-waiting = Wird ein Platz frei, bekommen Sie eine Mail.
portal-standing-expired = Die Plätze sind wieder frei. Wenn Sie noch kommen möchten, melden Sie sich bitte neu an.
portal-standing-cancelled = Die Plätze sind zurückgegeben, die Tickets gelten nicht mehr.
portal-tickets-pdf = { $count ->
    [one] Ticket (PDF)
   *[other] Alle Tickets (PDF)
}
portal-qr-alt = QR-Code des Tickets von { $name }
portal-change-name = Name ändern
portal-send-again = Nochmal senden
portal-cancel = Stornieren
portal-calendar = In den Kalender
portal-calendar-file = Kalenderdatei (.ics)
portal-history = Verlauf
portal-history-staff = Organisation
portal-order-change = Bestellung ändern
portal-order-send-again = Alles nochmal senden
portal-order-cancel = Ganze Bestellung stornieren
portal-order-fixed = An dieser Bestellung lässt sich nichts mehr ändern.
portal-order-link = Diese Seite gehört zu Ihrem persönlichen Link. Wer ihn hat, kann die Bestellung ändern.

# "My congress"
portal-my = Mein Kongress
portal-my-ticket = Ihr Ticket
portal-my-link = Diese Seite gehört zu Ihrem persönlichen Link. Wer ihn hat, kann Ihr Ticket ändern.
portal-my-valid = Ihr Ticket ist gültig
portal-my-unpaid = Angemeldet, die Zahlung ist offen
portal-my-unapproved = Angemeldet, die Zusage steht noch aus
portal-my-waiting = Sie stehen auf der Warteliste
portal-my-expired = Ihr Ticket ist verfallen
portal-my-cancelled = Ihr Ticket ist storniert
portal-my-standing-valid = Zeigen Sie den Code am Einlass, ausgedruckt oder auf dem Handy.
portal-my-standing-valid-online = Sie nehmen online teil. Am Einlass vor Ort gilt dieses Ticket nicht.
portal-my-standing-unpaid = Ihr Platz ist reserviert. Das Ticket gilt, sobald die Zahlung da ist.
portal-my-standing-unapproved = Die Organisation prüft Ihre Anmeldung. Sie bekommen eine Mail.
portal-my-standing-waiting = Wird ein Platz frei, bekommen Sie eine Mail.
portal-my-standing-expired = Der Platz ist wieder frei. Wenn Sie noch kommen möchten, melden Sie sich bitte neu an.
portal-my-standing-cancelled = Der Platz ist zurückgegeben, das Ticket gilt nicht mehr.

# Changing
portal-keep = Nichts ändern
portal-change-name-lead = Ticket und Code bleiben gültig. Wer eine neue Fassung zum Ausdrucken braucht, lädt das PDF danach noch einmal.
portal-change-name-submit = Namen ändern
portal-renamed = Der Name ist geändert.
portal-send-again-lead = Wir senden die Mail mit den Tickets noch einmal an:
portal-send-again-submit = Jetzt senden
portal-sent-again = Die Mail ist unterwegs. Sie finden sie nicht? Schauen Sie auch in den Spam-Ordner.
portal-cancel-title = Ticket stornieren
portal-cancel-lead = { $count ->
    [one] Dieses Ticket gilt dann nicht mehr, und der Platz ist sofort frei. Einen Tag lang können Sie es sich anders überlegen, solange noch ein Platz frei ist.
   *[other] Diese Tickets gelten dann nicht mehr, und die Plätze sind sofort frei. Einen Tag lang können Sie es sich anders überlegen, solange noch ein Platz frei ist.
}
portal-cancel-reason = Grund
portal-cancel-submit = { $count ->
    [one] Ticket stornieren
   *[other] { $count } Tickets stornieren
}
portal-keep-tickets = Nicht stornieren
portal-cancelled-now = Das Ticket ist storniert. Eine Bestätigung kommt per Mail.
portal-cancelled-before = Dieses Ticket war schon storniert.
portal-order-cancelled-now = Die Bestellung ist storniert. Eine Bestätigung kommt per Mail.

portal-dead-address = Mails an { $name } kommen nicht an
portal-dead-since = Was an { $to } ging, kam zurück, zuletzt am { $date }.
portal-dead-mend = Andere Mailadresse angeben
portal-new-address = Andere Mailadresse
portal-new-address-lead = Mails für { $name } an { $to } kommen zurück. Wohin sollen sie gehen? Das Ticket geht gleich an die neue Adresse.
portal-new-address-submit = Adresse speichern und Ticket senden
portal-new-address-done = Die Adresse ist geändert, das Ticket unterwegs.
