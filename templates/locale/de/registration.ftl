# Orders, attendees, tickets.

# How a ticket stands
registration-attendee-valid = Gültig
registration-attendee-unpaid = Noch nicht bezahlt
registration-attendee-unapproved = Wird geprüft
registration-attendee-waiting = Warteliste
registration-attendee-expired = Verfallen
registration-attendee-cancelled = Storniert

# What happened
registration-history-order-placed = { $count ->
    [one] Angemeldet, ein Ticket
   *[other] Angemeldet, { $count } Tickets
}
registration-history-order-cancelled = Ticket storniert: { $names }
registration-history-order-cancelled-whole = Ganze Bestellung storniert
registration-history-order-mail-requested = Mails nochmal angefordert
registration-history-order-mail-requested-one = Mail nochmal angefordert: { $name }
registration-history-order-buyer-changed = Angaben zur Bestellung geändert
registration-history-order-link-renewed = Neuer persönlicher Link zur Bestellung
registration-history-attendee-changed = Angaben zu einem Ticket geändert
registration-history-attendee-rebooked = Ein Ticket in eine andere Kategorie umgebucht
registration-history-attendee-link-renewed = Neuer persönlicher Link zu einem Ticket
registration-history-attendee-renamed = Name geändert: { $before } heißt jetzt { $after }

# What is wrong with what was typed
registration-fault-no-attendee = Bitte geben Sie mindestens eine Person an.
registration-fault-too-many-attendees = Eine Bestellung fasst höchstens 100 Personen. Bitte bestellen Sie für die übrigen noch einmal.
registration-fault-name-missing = Bitte geben Sie einen Namen an.
registration-fault-organisation-missing = Bitte geben Sie an, für welche Organisation Sie bestellen.
registration-fault-link = Hier steht ein Name, kein Link.
registration-fault-too-long = Das ist zu lang. Bitte kürzen Sie es.
registration-fault-email-missing = Bitte geben Sie eine E-Mail-Adresse an.
registration-fault-email-no-at = Es fehlt das @-Zeichen, zum Beispiel name@stadt.example.
registration-fault-email-malformed = Vor dem @ stimmt etwas nicht. Bitte achten Sie auf Leerzeichen und Kommas.
registration-fault-email-no-domain = Hinter dem @ fehlt etwas, zum Beispiel stadt.example.

# What did not happen, and what to do next
registration-error-unknown = Diese Bestellung gibt es nicht. Bitte nehmen Sie den Link aus Ihrer neuesten Mail.
registration-error-not-on-sale = „{ $category }“ ist im Moment nicht zu haben. Bitte wählen Sie ein anderes Ticket.
registration-error-sold-out = „{ $name }“ ist ausgebucht. Bitte wählen Sie ein anderes Ticket.
registration-error-too-many = Von „{ $category }“ gibt es höchstens { $max } in einer Bestellung. Bitte bestellen Sie für die übrigen Personen noch einmal.
registration-error-mixed-currencies = Diese Tickets haben verschiedene Währungen. Bitte bestellen Sie sie einzeln.
registration-error-closed = Daran lässt sich nichts mehr ändern: Es ist schon storniert, oder es ist zu spät dafür.
registration-error-other-price = Dieses Ticket kostet mehr als Ihres. Das kann nur wählen, wer die Bestellung aufgegeben hat.
registration-error-too-many-mails = Diese Mails wurden gerade mehrmals angefordert. Bitte warten Sie zehn Minuten, und schauen Sie auch in den Spam-Ordner.

# The ticket on paper, and the calendar file
registration-document-title = { $count ->
    [one] Ticket – { $congress }
   *[other] { $count } Tickets – { $congress }
}
registration-ticket-heading = Ihr Ticket
registration-ticket-qr-alt = QR-Code für den Einlass, Ticket { $number }
registration-ticket-category = Kategorie
registration-ticket-when = Wann
registration-ticket-doors = Einlass
registration-ticket-doors-from = ab { $time }
registration-ticket-where = Wo
registration-ticket-online = Online
registration-ticket-note = Ausgedruckt oder auf dem Handy zeigen. Der Code gilt einmal und nur für { $name }.
registration-ticket-note-online = Dieser Code gilt nur für { $name }. Bitte geben Sie ihn nicht weiter.
registration-ticket-day = Ihr Tag
registration-ticket-begins = Beginn
registration-ticket-ends = Ende
registration-ticket-notes = Gut zu wissen
registration-ticket-fold = So falten: einmal quer, einmal längs, das Namensschild außen.
registration-calendar-description = { $category }, Ticket { $number }. Das Ticket steht in Ihrer Mail.
