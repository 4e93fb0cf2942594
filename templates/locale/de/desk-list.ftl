# Parts of all lists, and the list of attendees.

desk-filter-source = Woher
desk-filter-from = Von
desk-filter-until = Bis
desk-filter-inside = eingelassen
desk-filter-outside = nicht eingelassen
desk-views = Gemerkte Ansichten
desk-view-keep = Ansicht merken
desk-view-name = Name der Ansicht
desk-view-submit = Merken
desk-view-remove = „{ $name }“ nicht mehr merken
desk-flash-view-kept = Die Ansicht „{ $name }“ ist gemerkt.
desk-flash-view-removed = Die Ansicht „{ $name }“ ist nicht mehr gemerkt.
desk-fault-view-name = Geben Sie der Ansicht einen Namen.
desk-export-label = { $count ->
    [one] 1 Zeile als Datei
   *[other] { $count } Zeilen als Datei
}
desk-export-orders = bestellungen
desk-export-attendees = teilnehmende
desk-column-tick = Auswählen
desk-column-given = Vorname
desk-column-family = Nachname
desk-column-admitted = Eingelassen
desk-column-currency = Währung
desk-column-note = Notiz
desk-tick = { $what } auswählen
desk-sorted-newest = neueste zuerst
desk-sorted-oldest = älteste zuerst
desk-sorted-code = nach Code
desk-sorted-code-back = nach Code, rückwärts
desk-sorted-name = nach Name
desk-sorted-name-back = nach Name, rückwärts
desk-sorted-lowest = kleinster Betrag zuerst
desk-sorted-highest = größter Betrag zuerst
desk-attendees-filter = Teilnehmende filtern
desk-attendees-caption = Teilnehmende { $rows }
desk-attendees-nothing = Niemand passt zu dieser Auswahl.
desk-attendees-show-all = Alle Teilnehmenden zeigen
desk-inside-since = eingelassen { $time }

# Several orders at once
desk-batch-label = Ausgewählte Bestellungen bearbeiten
desk-batch-all = { $count ->
    [one] Die eine, die der Filter findet
   *[other] Alle { $count }, die der Filter findet
}
desk-batch-mail = Mails nochmal senden …
desk-batch-cancel = Stornieren …
desk-batch-hint = Vor jedem Schritt sehen Sie, was geschehen wird.
desk-batch-back = Zurück zur Liste
desk-batch-cancel-title = Mehrere Bestellungen stornieren
desk-batch-mail-title = Mails mehrerer Bestellungen nochmal senden
desk-batch-cancel-what = { $orders ->
    [one] 1 Bestellung wird storniert
   *[other] { $orders } Bestellungen werden storniert
}, { $tickets ->
    [one] darin 1 Ticket.
   *[other] darin { $tickets } Tickets.
}
desk-batch-mail-what = { $orders ->
    [one] Zu 1 Bestellung gehen
   *[other] Zu { $orders } Bestellungen gehen
} die Mails noch einmal hinaus, { $tickets ->
    [one] darin 1 Ticket.
   *[other] darin { $tickets } Tickets.
}
desk-batch-cancel-submit = { $orders ->
    [one] 1 Bestellung stornieren
   *[other] { $orders } Bestellungen stornieren
}
desk-batch-mail-submit = Jetzt senden
desk-batch-changed = Inzwischen hat sich etwas geändert. Es ist nichts geschehen. Unten steht, was jetzt geschehen würde.
desk-batch-more = Auf einmal gehen höchstens { $most } Bestellungen, die ältesten zuerst. Danach sehen Sie die übrigen.
desk-batch-nothing = Hier ist nichts zu tun.
desk-batch-nothing-next = Kreuzen Sie in der Liste Bestellungen an, oder nehmen Sie alle, die der Filter findet.
desk-batch-reason-hint = Er steht im Verlauf, und in der Mail, wenn eine hinausgeht.
desk-batch-notify = Allen Betroffenen eine Mail schicken
desk-batch-done-to = Diese Bestellungen
desk-batch-refused = { $count ->
    [one] Bei 1 Bestellung geht das nicht
   *[other] Bei { $count } Bestellungen geht das nicht
}
desk-batch-refused-caption = Bestellungen, bei denen das nicht geht
desk-batch-why = Warum nicht
desk-batch-why-cancel = schon storniert oder verfallen, oder der Kongress ist vorbei
desk-batch-why-mail = storniert oder verfallen: es gibt keine Tickets mehr
desk-flash-batch-cancelled = { $count ->
    [one] 1 Bestellung ist storniert.
   *[other] { $count } Bestellungen sind storniert.
}
desk-flash-batch-mailed = { $count ->
    [one] Die Mails von 1 Bestellung gehen noch einmal hinaus.
   *[other] Die Mails von { $count } Bestellungen gehen noch einmal hinaus.
}
desk-flash-batch-repeated = Das war schon geschehen: Das Formular kam zweimal an und wirkt nur einmal.
