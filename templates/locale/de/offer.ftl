# Preise nach Zeit und Anzahl, wer ein Ticket sieht, Zusagen und Zusätze.

portal-price-until = bis { $when }, danach { $then }
portal-price-from = ab { $number } Stück je { $each }

ticketing-error-too-many-tiers = Eine Kategorie hat höchstens fünf günstigere Preise.
ticketing-error-tier-not-lower = Ein günstigerer Preis liegt unter dem regulären und ist nicht negativ.
ticketing-error-tier-without-condition = Ein günstigerer Preis gilt bis zu einem Zeitpunkt oder ab einer Anzahl. Tragen Sie eines davon ein.
ticketing-error-tier-for-none = Ein Preis für Gruppen gilt ab zwei Tickets.

# Die Seiten einer Kategorie

desk-category-pages = Zu dieser Kategorie
desk-category-page-basics = Angaben
desk-category-page-prices = Günstigere Preise
desk-settings-category-kind = Was ist es?
desk-settings-kind-ticket = Ticket
desk-settings-kind-ticket-meaning = Lässt eine Person ein.
desk-settings-kind-add-on = Zusatz
desk-settings-kind-add-on-meaning = Kommt zu einem Ticket hinzu: ein Abendessen, eine Führung. Das bleibt so.
desk-tier = Günstigerer Preis { $number }
desk-tier-hint = Jeder Preis gilt bis zu einem Zeitpunkt, ab einer Anzahl gleicher Tickets in einer Bestellung oder beides. Wer bestellt, zahlt den niedrigsten, der gilt. Lassen Sie leer, was Sie nicht brauchen.
desk-tier-price = Preis je Ticket
desk-tier-until = gilt bis
desk-tier-number = gilt ab so vielen Tickets
desk-tier-price-1 = Preis 1
desk-tier-until-1 = Preis 1 gilt bis
desk-tier-number-1 = Preis 1 gilt ab
desk-tier-price-2 = Preis 2
desk-tier-until-2 = Preis 2 gilt bis
desk-tier-number-2 = Preis 2 gilt ab
desk-tier-price-3 = Preis 3
desk-tier-until-3 = Preis 3 gilt bis
desk-tier-number-3 = Preis 3 gilt ab
desk-tier-price-4 = Preis 4
desk-tier-until-4 = Preis 4 gilt bis
desk-tier-number-4 = Preis 4 gilt ab
desk-tier-price-5 = Preis 5
desk-tier-until-5 = Preis 5 gilt bis
desk-tier-number-5 = Preis 5 gilt ab

# Wer ein Ticket bekommt

desk-category-page-access = Wer es bekommt
desk-access-visibility = Wer sieht es?
desk-access-to-public = Alle
desk-access-to-public-meaning = Es steht auf der öffentlichen Seite.
desk-access-to-link = Wer den geheimen Link hat
desk-access-to-link-meaning = Der Link steht unten. Sie geben ihn weiter, an wen Sie möchten.
desk-access-to-voucher = Wer einen Einladungscode dafür hat
desk-access-to-voucher-meaning = Im Formular erscheint es, sobald der Code eingetragen ist.
desk-access-to-invitation = Wer auf der Liste steht
desk-access-to-invitation-meaning = Die Adresse, mit der jemand bestellt, muss unten auf der Liste stehen. Über den Link sehen Eingeladene das Ticket sofort, sonst sobald sie ihre Adresse eingetragen haben.
desk-access-invitees = Liste der Eingeladenen
desk-access-invitees-hint = Eine Mailadresse je Zeile, oder so, wie Ihr Mailprogramm sie schreibt. Groß- und Kleinschreibung ist gleich.
desk-access-each = So viele Tickets je Adresse
desk-access-each-hint = Gilt für die Liste. Zurückgegebene Tickets zählen nicht.
desk-access-approval = Jede Bestellung braucht Ihre Zusage.
desk-access-approval-hint = Die Plätze sind bis dahin belegt, die Tickets gelten noch nicht.
desk-access-approval-needed = nötig
desk-access-approval-none = nicht nötig
desk-access-goes-with = Zu welchen Tickets?
desk-access-goes-with-hint = Kreuzen Sie nichts an, wenn es zu allen Tickets passt.
desk-access-link = Geheimer Link
desk-access-link-meaning = Er öffnet die Anmeldung mit diesem Ticket, wenn es über den Link oder die Liste zu haben ist.
desk-access-link-renew = Neuen Link machen
desk-access-link-renew-meaning = Der alte Link zeigt das Ticket dann nicht mehr.
desk-access-link-renewed = Der neue Link steht unten. Der alte gilt nicht mehr.
ticketing-error-too-many-invitees = Eine Liste hat höchstens 5.000 Adressen.
ticketing-error-invitee-malformed = „{ $address }“ ist keine Mailadresse. Berichtigen oder löschen Sie sie.
ticketing-error-invited-to-none = Je Adresse muss es mindestens ein Ticket geben.
registration-error-not-invited = „{ $category }“ gibt es nur auf Einladung. Ihre Mailadresse steht nicht auf der Liste: Bestellen Sie mit der Adresse, an die die Einladung ging.
registration-error-invitation-used = Für Ihre Einladung gibt es { $max ->
    [one] ein Ticket
   *[other] { $max } Tickets
} „{ $category }“. Mehr geht damit nicht.
desk-audit-category-link-renewed = Neuer geheimer Link: { $what }

# Zusagen

registration-error-decided = Über diese Bestellung ist schon entschieden.
registration-history-order-approved = Anmeldung geprüft und zugesagt
registration-history-order-refused = Anmeldung nicht angenommen
desk-event-approved = Freigegeben
desk-event-refused-order = Abgelehnt
desk-decide = Entscheiden
desk-decision = Entscheiden über { $code }
desk-decision-decided = Hier ist nichts zu entscheiden.
desk-decision-lead = { $name } möchte anmelden:
desk-decision-total = Das kostet zusammen { $total }. Die Rechnung geht nach der Freigabe hinaus.
desk-decision-reason = Begründung
desk-decision-reason-hint = Sie steht in der Mail und im Verlauf. Beim Ablehnen ist sie nötig.
desk-decision-notify = Allen Betroffenen eine Mail schicken
desk-decision-approve = Freigeben
desk-decision-refuse = Ablehnen, die Plätze werden frei
desk-flash-approved = Die Bestellung ist freigegeben.
desk-flash-refused = Die Bestellung ist abgelehnt, ihre Plätze sind frei.
desk-flash-decided-before = Das war schon geschehen: Das Formular kam zweimal an und wirkt nur einmal.
desk-batch-approve = Freigeben …
desk-batch-refuse = Ablehnen …
desk-batch-approve-title = Mehrere Bestellungen freigeben
desk-batch-refuse-title = Mehrere Bestellungen ablehnen
desk-batch-approve-what = { $orders ->
    [one] 1 Bestellung wird freigegeben
   *[other] { $orders } Bestellungen werden freigegeben
}, { $tickets ->
    [one] darin 1 Ticket.
   *[other] darin { $tickets } Tickets.
}
desk-batch-refuse-what = { $orders ->
    [one] 1 Bestellung wird abgelehnt
   *[other] { $orders } Bestellungen werden abgelehnt
}, { $tickets ->
    [one] darin 1 Ticket.
   *[other] darin { $tickets } Tickets.
}
desk-batch-approve-submit = Jetzt freigeben
desk-batch-refuse-submit = Jetzt ablehnen
desk-batch-why-approve = wartet nicht auf eine Freigabe
desk-batch-why-refuse = wartet nicht auf eine Freigabe
desk-flash-batch-approved = { $count ->
    [one] 1 Bestellung ist freigegeben.
   *[other] { $count } Bestellungen sind freigegeben.
}
desk-flash-batch-refused = { $count ->
    [one] 1 Bestellung ist abgelehnt.
   *[other] { $count } Bestellungen sind abgelehnt.
}
desk-audit-batch-approve = freigegeben
desk-audit-batch-refuse = abgelehnt
desk-ready-seller = Verkäufer
desk-ready-why-seller = Etwas kostet Geld: Ohne Angaben dazu, wer verkauft und wohin gezahlt wird, gehen keine Rechnungen hinaus.

# Zusätze

portal-extra = Dazu
portal-extras = Dazu buchen
portal-approval = Diese Anmeldung prüfen wir; Sie bekommen Bescheid per Mail.
portal-approval-of = Anmeldungen mit „{ $tickets }“ prüfen wir; Sie bekommen Bescheid per Mail.
portal-extra-only = nur zu: { $tickets }
portal-fault-extra-gone = Das ist so nicht zu haben. Nehmen Sie es heraus.
registration-error-not-with = „{ $extra }“ gibt es nicht zum Ticket „{ $ticket }“.
ticketing-error-mixed-kinds = Ein Kontingent liegt über Tickets oder über Zusätzen, nicht über beidem.
desk-extras = Zusätze
desk-extra-add = Dazugeben
desk-extra-remove = Wegnehmen
desk-flash-extra-added = Der Zusatz gehört jetzt dazu.
desk-flash-extra-removed = Der Zusatz ist weggenommen, sein Platz ist frei.
desk-event-extra-added = Zusatz dazugegeben: { $name }, { $what }
desk-event-extra-removed = Zusatz weggenommen: { $name }, { $what }
