# By hand: ordering for people, changing what was ordered, notes; what happened, in words.

# What the fields are called
desk-field-kind = Art
desk-field-name = Name
desk-field-given-name = Vorname
desk-field-family-name = Nachname
desk-field-organisation = Organisation
desk-field-mailbox = E-Mail
desk-field-language = Sprache der Mails
desk-field-category = Ticket

# Ordering for somebody
desk-hand-new = Jemanden anmelden
desk-hand-new-draft = Der Kongress ist noch ein Entwurf. Sobald er offen ist, können Sie hier Menschen anmelden.
desk-hand-new-draft-next = Was zum Öffnen fehlt
desk-hand-new-none = Es gibt kein Ticket, für das sich jemand anmelden kann: Keines ist im Verkauf.
desk-hand-new-none-next = Zu den Tickets
desk-hand-new-over = Der Kongress ist vorbei: Es lässt sich niemand mehr anmelden.
desk-hand-self = Nimmt selbst teil
desk-hand-joined = Wer bestellt, nimmt selbst teil und steht jetzt als Person 1 vor den anderen. Bitte prüfen Sie die Liste, bevor Sie anmelden.
desk-hand-people-hint = Ohne eigene E-Mail oder Organisation gilt die der bestellenden Person. Auch Tickets außerhalb ihrer Verkaufszeit können Sie vergeben, über ein volles Kontingent hinaus nicht.
desk-hand-person = Person { $number }
desk-hand-label = { $label } von Person { $number }
desk-hand-add = Noch eine Person
desk-hand-remove = Entfernen
desk-hand-paste-title = Mehrere Personen einfügen
desk-hand-paste = Eine Person je Zeile
desk-hand-paste-hint = Aus Excel kopiert, mit oder ohne Überschriften, oder getippt: Lea Nolte <l.nolte@stadt.example>; Stadt Delbrück
desk-hand-paste-submit = Zeilen übernehmen
desk-hand-pasted = { $count ->
    [one] Eine eingefügte Person steht jetzt in der Liste. Bitte prüfen Sie sie, bevor Sie anmelden.
   *[other] { $count } eingefügte Personen stehen jetzt in der Liste. Bitte prüfen Sie sie, bevor Sie anmelden.
}
desk-hand-rest = Notiz und Mails
desk-hand-notify = Bestätigung und Tickets per Mail senden
desk-hand-place = Anmelden
desk-hand-choose = Bitte wählen
desk-hand-choice = { $name }, { $price }: { $state }
desk-hand-free = { $count } frei
desk-hand-unlimited = ohne Grenze
desk-hand-full = „{ $quota }“ ist voll
desk-hand-not-public = zurzeit nicht öffentlich zu haben
desk-hand-now = { $name } (jetzt)
desk-fault-buyer-kind = Wählen Sie, für wen bestellt wird.
desk-flash-placed = Bestellung { $code } ist aufgenommen. Bestätigung und Tickets gehen per Mail hinaus.
desk-flash-placed-silent = Bestellung { $code } ist aufgenommen. Es geht keine Mail hinaus.
desk-flash-placed-before = Bestellung { $code } war schon aufgenommen. Es gibt sie nur einmal.

# Changing
desk-hand-edit = Ändern
desk-hand-save = Speichern
desk-hand-keep = Doch nicht
desk-hand-back = Zurück zur Bestellung
desk-hand-back-ticket = Zurück zum Ticket
desk-hand-buyer = Bestellung { $code }: wer bestellt hat
desk-hand-buyer-hint = Die Tickets bleiben, wie sie sind: Nimmt die Person selbst teil, ändern Sie auch ihr Ticket.
desk-hand-details = Angaben von { $name } ändern
desk-hand-details-hint = Das Ticket bleibt dasselbe: Nummer und Code gelten weiter.
desk-hand-after = Wenn die E-Mail-Adresse eine andere ist
desk-hand-send = Die Mail noch einmal an die neue Adresse senden
desk-hand-end-link = Den alten persönlichen Link beenden, denn die alte Adresse gehört jemand anderem
desk-hand-end-link-order = Den alten Link zur Bestellung beenden, denn die alte Adresse gehört jemand anderem
desk-flash-changed = Die Änderung ist gespeichert.

# Another category
desk-hand-rebook = { $name } umbuchen
desk-hand-rebook-word = Umbuchen
desk-hand-rebook-hint = Der neue Platz wird belegt und der alte frei, beides zugleich. Ist das neue Kontingent voll, bleibt alles, wie es ist. Nummer und Code des Tickets gelten weiter.
desk-hand-rebook-price = Es gilt der heutige Preis der neuen Kategorie. Kostet sie etwas, wartet das Ticket auf die Zahlung. Ist das Ticket schon bezahlt, bleibt der Unterschied zu zahlen oder zu erstatten.
desk-hand-rebook-extras = Zu diesem Ticket gehört: { $names }. Was nicht zum neuen Ticket gehört, entfällt.
desk-hand-rebook-send = Das geänderte Ticket per Mail senden
desk-hand-rebook-submit = Umbuchen
desk-flash-rebooked = { $name } ist umgebucht.

# Links and codes
desk-hand-link = Bestellung { $code }: neuer Link
desk-hand-link-word = Neuer Link
desk-hand-link-meaning = Der bisherige persönliche Link zur Bestellung gilt dann nicht mehr. Die Links der einzelnen Tickets bleiben.
desk-hand-ticket-link = Neuer Link für { $name }
desk-hand-ticket-link-meaning = Der bisherige persönliche Link zum Ticket gilt dann nicht mehr.
desk-hand-link-code = Auch einen neuen Code: Bisherige Ausdrucke und Mails öffnen die Tür nicht mehr
desk-hand-link-send = Das Neue per Mail senden, an { $to }
desk-hand-link-submit = Alten Link beenden
desk-flash-link = Der alte Link gilt nicht mehr.

# The note
desk-note = Notiz
desk-note-hint = Nur im Kongressbüro zu sehen. Wer bestellt hat, sieht sie nicht.
desk-note-write = Notiz schreiben
desk-note-edit = Notiz ändern
desk-hand-note = Notiz zu Bestellung { $code }
desk-hand-note-save = Notiz speichern
desk-flash-noted = Die Notiz ist gespeichert.

# A ticket, and what is wrong
desk-ticket = Ticket { $number }
desk-ticket-mail = Mail mit Ticket
desk-confirmation-mail = Bestätigung
desk-trouble-failed = Die Mail an { $to } kam nicht an.
desk-trouble-dead = Mails an { $to } kommen zurück, zuletzt am { $date }.
desk-trouble-in-doubt = Ob die Mail an { $to } ankam, ist ungewiss.
desk-trouble-mail = Mail ansehen
desk-trouble-mend = Adresse ändern
desk-trouble-unpaid = { $amount } sind noch nicht bezahlt.
desk-trouble-due = Fällig am { $date }.

# What happened
desk-timeline-times = { $count } × { $what }
desk-timeline-span = { $first } bis { $last }
desk-timeline-change = { $field }: { $before } → { $after }
desk-timeline-set = { $field }: { $value }
desk-timeline-empty = (leer)
desk-event-buyer-changed = Angaben zur Bestellung geändert
desk-event-attendee-changed = Angaben geändert: { $name }
desk-event-rebooked = Umgebucht: { $name }
desk-event-order-link-renewed = Alter Link zur Bestellung beendet
desk-event-attendee-link-renewed = Alter Link beendet: { $name }
desk-event-ticket-renewed = Alter Link und alter Code beendet: { $name }
desk-event-note-written = Notiz geschrieben
desk-event-note-changed = Notiz geändert, vorher:
desk-event-note-removed = Notiz gelöscht
desk-event-mail-requested-to = Mail noch einmal angefordert, an { $to }
desk-mailbox-bounces = { $count ->
    [one] Eine Mail kam von dort zurück.
   *[other] { $count } Mails kamen von dort zurück.
}
desk-mailbox-blocked = Seit { $date } gehen keine Rundschreiben mehr dorthin. Tickets und Antworten schon.
