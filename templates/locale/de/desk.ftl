# The congress office: the overview, orders, the outbox.

# Where one works
desk-workplaces = Ihre Kongresse
desk-workplaces-none-yet = Es gibt noch keinen Kongress. Legen Sie den ersten an.
desk-workplaces-none = Ihr Konto hat noch in keinem Kongress eine Aufgabe.
desk-workplaces-none-next = Bitten Sie die Verwaltung dieser Installation, Ihnen eine Rolle zu geben, und laden Sie diese Seite dann neu.
desk-workplace-desk = Kongressbüro
desk-workplace-door = Einlass

# The overview
desk-overview = Überblick
desk-greeting = { $part ->
    [morning] Guten Morgen
    [evening] Guten Abend
   *[day] Guten Tag
}, { $name }
desk-days-left = { $days ->
    [one] noch 1 Tag
   *[other] noch { $days } Tage
}
desk-days-running = { $days ->
    [one] heute ist es so weit
   *[other] { $days }. Tag des Kongresses
}
desk-days-over = { $days ->
    [one] seit gestern vorbei
   *[other] seit { $days } Tagen vorbei
}
desk-public-page = Öffentliche Seite
desk-numbers = Zahlen
desk-on-site = vor Ort
desk-online = online
desk-tile-on-site = Vor Ort
desk-tile-online = Online
desk-tile-of = von { $size }
desk-tile-free = { $free } frei
desk-tile-unlimited = ohne Grenze
desk-tile-this-week = { $count } in dieser Woche
desk-tile-door = Einlass
desk-tile-door-note = gültige Tickets vor Ort
desk-tile-mails = Mails im Ausgang
desk-tile-mails-none = alles verschickt
desk-tile-mails-failed = { $count } fehlgeschlagen
desk-tile-mails-in-doubt = { $count } ungewiss
desk-tile-mails-waiting = { $count ->
    [one] 1 wartet
   *[other] { $count } warten
}
desk-tile-mails-sending = { $count ->
    [one] 1 wird gesendet
   *[other] { $count } werden gesendet
}
desk-tile-mails-held = { $count } zurückgehalten
desk-chart = Anmeldungen je Woche
desk-chart-empty = Noch hat sich niemand angemeldet.
desk-chart-as-table = Als Tabelle
desk-chart-week = Woche
desk-week = KW { $week }
desk-chart-description = Von { $first } in Kalenderwoche { $first-week } auf { $last } in Kalenderwoche { $last-week }. Alle Zahlen stehen in der Tabelle darunter.
desk-hours-of = Einlass je Stunde am { $day }
desk-hours-hour = Stunde
desk-hours-admitted = hereingekommen
desk-hours-description = { $total } kamen herein, die meisten von { $hour }: { $most }. Alle Zahlen stehen in der Tabelle darunter.
desk-quotas = Wo ist jeder Platz?
desk-quotas-why = Alle, und warum
desk-quotas-empty = Dieser Kongress hat noch keine Kontingente: Es können sich beliebig viele anmelden.
desk-quota-taken = { $taken } von { $size }
desk-quota-unlimited = { $taken }, ohne Grenze
desk-quota-meter = { $pending ->
    [0] { $sold } vergeben, { $free } frei von { $size }
   *[other] { $sold } vergeben, { $pending } noch offen, { $free } frei von { $size }
}
desk-quota-sold = vergeben
desk-quota-pending = noch nicht bezahlt oder freigegeben
desk-tasks = Zu erledigen
desk-tasks-none = Nichts. Alle Mails sind auf dem Weg.
desk-task-miscounted = Die Zählung stimmt nicht: { $quota }
desk-task-miscounted-note = { $taken } Plätze sind gezählt, { $holders } Personen haben einen. Dort können Sie neu zählen.
desk-task-unpaid = { $count ->
    [one] 1 Ticket ist noch nicht bezahlt
   *[other] { $count } Tickets sind noch nicht bezahlt
}
desk-task-overdue = { $count ->
    [one] 1 Bestellung ist überfällig
   *[other] { $count } Bestellungen sind überfällig
}
desk-task-over = { $count ->
    [one] Für 1 Bestellung ist Geld zu erstatten
   *[other] Für { $count } Bestellungen ist Geld zu erstatten
}
desk-task-unapproved = { $count ->
    [one] 1 Ticket wartet auf Freigabe
   *[other] { $count } Tickets warten auf Freigabe
}
desk-tasks-to-open = Was zum Öffnen fehlt, steht in der Liste oben.
desk-tasks-failed = Alle { $count } fehlgeschlagenen
desk-task-mail-failed = Mail kam nicht an: { $to }
desk-task-mail-in-doubt = Ungewiss, ob die Mail ankam: { $to }
desk-task-stuck = Der Mailserver nimmt nichts von uns an
desk-task-stuck-note = { $count ->
    [one] 1 Mail wartet.
   *[other] { $count } Mails warten.
}
desk-task-answer = Der Server sagt: { $answer }
desk-since = seit { $time }
desk-task-held = { $count ->
    [one] 1 Mail wird zurückgehalten
   *[other] { $count } Mails werden zurückgehalten
}
desk-mails-held-note = Sie warten, weil kein Mailserver eingestellt ist (KONGRESS_SMTP_URL) oder weil jemand sie zurückhält. Der Knopf gibt alle frei, auch was mit Absicht zurückgehalten wird. Einzelne geben Sie in der Liste frei.
desk-task-held-note = Ohne Mailserver (Einstellung KONGRESS_SMTP_URL) verschickt kongress nichts. Ist einer eingestellt, senden Sie die Mails aus dem Ausgang ab.
desk-task-jobs = { $count ->
    [one] 1 Aufgabe des Systems ist gescheitert
   *[other] { $count } Aufgaben des Systems sind gescheitert
}
desk-task-jobs-note = Welche gescheitert sind und warum, sieht die Verwaltung dort und mit „kongress doctor“.
desk-outbox = Ausgang
desk-outbox-all = Alle Mails
desk-outbox-empty = { $sent ->
    [0] Der Ausgang ist leer.
    [one] Nichts wartet. 1 Mail ist verschickt.
   *[other] Nichts wartet. { $sent } Mails sind verschickt.
}
desk-recent = Neueste Bestellungen
desk-recent-all = Alle Bestellungen
desk-recent-empty = Noch keine Bestellung.

# Lists
desk-filter = Bestellungen filtern
desk-filter-query = Name, Mail, Code, Organisation
desk-filter-category = Kategorie
desk-filter-money = Geld
desk-money-owed-overdue = überfällig
desk-money-owed-part = teilweise bezahlt
desk-money-owed-over = zu erstatten
desk-filter-all = Alle
desk-filter-state = Nach Stand
desk-filter-submit = Filtern
desk-rows = { $first } bis { $last } von { $total }
desk-pages = Seiten
desk-page = Seite { $number }
desk-page-before = Zurück
desk-page-next = Weiter
desk-column-code = Code
desk-column-buyer = Bestellt von
desk-column-organisation = Organisation
desk-column-tickets = Tickets
desk-column-amount = Betrag
desk-column-state = Stand
desk-column-time = Zeit
desk-column-subject = Betreff
desk-column-to = An

# Orders
desk-orders = Bestellungen
desk-orders-all = Alle Bestellungen
desk-orders-count = { $orders ->
    [one] 1 Bestellung
   *[other] { $orders } Bestellungen
}
desk-attendees-count = { $count } Teilnehmende
desk-attendees-going = { $count } angemeldet
desk-attendees-cancelled = { $count } storniert
desk-attendees-expired = { $count } abgelaufen
desk-orders-caption = Bestellungen { $rows }, { $order }
desk-orders-none = Noch hat niemand bestellt.
desk-orders-none-next = Sobald sich jemand anmeldet, steht die Bestellung hier. Sie können auch selbst jemanden anmelden.
desk-to-registration = Zur Anmeldung
desk-orders-nothing = Keine Bestellung passt zu dieser Auswahl.
desk-orders-not-found = Zu „{ $query }“ gibt es keine Bestellung.
desk-orders-mistyped = Das sieht wie eine Ticketnummer aus, aber ihr letztes Zeichen passt nicht zu den übrigen. Lassen Sie sich die Nummer noch einmal vorlesen.
desk-orders-not-found-next = Suchen Sie mit einem Teil des Namens, der Mail-Adresse oder der Organisation, oder mit den sechs Zeichen des Codes. Umlaute dürfen Sie so oder so schreiben: „Müller“ findet „Mueller“.
desk-orders-everywhere = Ohne Filter suchen
desk-orders-show-all = Alle Bestellungen zeigen
desk-row-for = für { $names }
desk-free = kostenlos
desk-amount-back = { $amount } zurückzuzahlen
desk-tickets = { $count ->
    [one] 1 Ticket
   *[other] { $count } Tickets
}
desk-order = Bestellung { $code }
desk-order-word = Bestellung
desk-order-placed = { $time }, { $source }
desk-source-web = über die Webseite
desk-source-api = über die Schnittstelle
desk-source-desk = im Kongressbüro aufgenommen
desk-source-import = eingelesen
desk-source-demo = Vorführdaten
desk-order-confirmed = Gültig
desk-order-awaiting-payment = Zahlung offen
desk-order-awaiting-approval = Freigabe offen
desk-order-waiting = Warteliste
desk-order-expired = Verfallen
desk-order-cancelled = Storniert
desk-attendee-valid = Gültig
desk-attendee-unpaid = Zahlung offen
desk-attendee-unapproved = Freigabe offen
desk-attendee-waiting = Warteliste
desk-attendee-expired = Verfallen
desk-attendee-cancelled = Storniert
desk-send-all = Mails nochmal senden
desk-send-ticket = Ticket nochmal senden
desk-send-confirmation = Bestätigung nochmal senden
desk-cancel = Stornieren
desk-cancel-order = Bestellung stornieren
desk-attendees = Teilnehmende
desk-number = Nummer
desk-category = Ticket
desk-email = E-Mail
desk-name = Name
desk-language = Sprache
desk-door = Einlass
desk-door-not-yet = noch nicht
desk-door-left = gegangen { $time }
desk-buyer = Bestellt von
desk-buyer-kind = Art
desk-buyer-person = Privatperson
desk-buyer-business = Unternehmen
desk-buyer-public-body = Öffentliche Stelle
desk-silent = Zu dieser Bestellung verschickt kongress von selbst keine Mails.
desk-link = Persönlicher Link
desk-link-hint = Wer ihn hat, kann die Bestellung ansehen und ändern. Geben Sie ihn nur der bestellenden Person.
desk-order-mails = Mails
desk-order-mails-none = Zu dieser Bestellung gibt es noch keine Mail.
desk-history = Verlauf
desk-history-none = Noch ist nichts verzeichnet.
desk-history-reason = „{ $reason }“
desk-who-system = kongress, von selbst
desk-who-nobody = ohne Anmeldung
desk-event-order-placed = { $count ->
    [one] Ein Ticket bestellt
   *[other] { $count } Tickets bestellt
}
desk-event-order-cancelled = Alles storniert: { $names }
desk-event-attendees-cancelled = Storniert: { $names }
desk-event-renamed = Name geändert: „{ $before }“ zu „{ $after }“
desk-event-mail-requested = Mails noch einmal angefordert
desk-event-ticket-requested = Mail noch einmal angefordert: { $name }
desk-event-admitted = Eingelassen: { $name }
desk-event-refused = Am Eingang abgewiesen: { $name }. { $reason }
desk-event-reversed = Einlass zurückgenommen: { $name }
desk-event-message-sent = Mail verschickt: { $subject }, an { $to }
desk-event-message-failed = Mail kam nicht an: { $subject }, an { $to }
desk-event-message-bounced = Mail kam zurück: { $subject }, an { $to }
desk-event-message-complained = Mail als unerwünscht gemeldet: { $subject }, von { $to }
desk-event-message-in-doubt = Ungewiss, ob die Mail ankam: { $subject }, an { $to }
desk-event-message-dropped = Mail verworfen, weil sie nicht mehr stimmte: { $subject }, an { $to }
desk-event-message-held = Mail zurückgehalten: { $subject }, an { $to }
desk-event-message-released = Mail freigegeben: { $subject }, an { $to }
desk-event-message-requested-again = Mail noch einmal gesendet: { $subject }, an { $to }

# Cancelling
desk-cancellation = Bestellung { $code } stornieren
desk-cancellation-back = Zurück zur Bestellung
desk-cancellation-closed = Hier lässt sich nichts mehr stornieren: Die Tickets sind es schon, oder der Kongress ist vorbei.
desk-cancellation-meaning = Stornierte Tickets gelten am Eingang sofort nicht mehr, die Plätze werden frei. Solange Plätze frei sind, lässt sich das zurücknehmen.
desk-cancellation-notify = Mail an alle senden, deren Ticket storniert wird, und an die bestellende Person
desk-cancellation-who = Wessen Ticket?
desk-cancellation-reason = Grund
desk-cancellation-reason-hint = Er steht in der Mail und im Verlauf.
desk-cancellation-submit = Jetzt stornieren
desk-cancellation-keep = Doch nicht
desk-fault-nobody = Kreuzen Sie mindestens eine Person an.
desk-fault-reason-missing = Nennen Sie einen Grund.
desk-fault-reason-long = Der Grund ist zu lang: höchstens 1.000 Zeichen.

# The outbox
desk-mails-count = { $count ->
    [one] 1 Mail
   *[other] { $count } Mails
}
desk-mails-caption = Mails { $rows }, neueste zuerst
desk-mails-none = Noch ist keine Mail entstanden.
desk-mails-none-next = Sobald sich jemand anmeldet, stehen Bestätigung und Tickets hier, mit dem, was der Mailserver dazu sagt.
desk-mails-nothing = Keine Mail passt zu dieser Auswahl.
desk-mails-release = { $count ->
    [one] Diese Mail absenden
   *[other] Alle { $count } Mails absenden
}
desk-mail-to = an { $to }
desk-mail-attempts = { $count ->
    [one] 1 Versuch
   *[other] { $count } Versuche
}
desk-mail-send-again = Nochmal senden
desk-mail-send = Absenden
desk-mail-text = Text der Mail
desk-mail-text-note = Die gestaltete Fassung sagt dasselbe; QR-Codes, Anhänge und die Schlüssel der persönlichen Links stehen nur in der Mail selbst.
desk-mail-text-none = Der Text entsteht erst beim Senden, oder er enthält ein Geheimnis und wird nicht aufbewahrt.
desk-mail-head = Angaben
desk-mail-kind = Art
desk-mail-caused = Entstanden
desk-mail-sent = Gesendet
desk-mail-tries = Versuche
desk-mail-deliveries = Zustellung

# Notices
desk-flash-order-mail = Die Mails dieser Bestellung gehen noch einmal hinaus.
desk-flash-attendee-mail = Die Mail an { $name } geht noch einmal hinaus.
desk-flash-cancelled = { $count ->
    [one] Das Ticket ist storniert, der Platz ist frei.
   *[other] { $count } Tickets sind storniert, die Plätze sind frei.
}
desk-flash-cancelled-before = { $count ->
    [one] Das Ticket ist schon storniert. Beim zweiten Mal hat sich nichts geändert.
   *[other] Die { $count } Tickets sind schon storniert. Beim zweiten Mal hat sich nichts geändert.
}
desk-flash-mail = Die Mail geht hinaus.
desk-flash-released = { $count ->
    [0] Es war keine Mail zurückgehalten.
    [one] Die Mail geht hinaus.
   *[other] { $count } Mails gehen hinaus.
}
