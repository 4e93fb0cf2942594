# Plätze in Workshops: buchen, warten, zurückgeben.

booking-title = Workshops
booking-mine = Ihre Plätze
booking-open = Plätze buchen
booking-lead = Diese Programmpunkte haben begrenzt Plätze. Mit Ihrem Ticket buchen Sie kostenlos einen davon.
booking-none = Zurzeit gibt es nichts zu buchen.
booking-no-more = Weitere Programmpunkte zum Buchen gibt es zurzeit nicht.
booking-no-time = Zeit noch offen
booking-booked = Gebucht
booking-waits = Warteliste, Stelle { $place }
booking-off = Entfällt
booking-closed = Buchung beendet
booking-left-many = Plätze frei
booking-left-few = { $count ->
    [one] Noch 1 Platz
   *[other] Noch { $count } Plätze
}
booking-left-none = Ausgebucht
booking-book = Platz buchen
booking-wait = Auf die Warteliste
booking-return = Platz zurückgeben
booking-return-lead = Den Platz bekommt sofort die nächste Person auf der Warteliste. Zurückholen können Sie ihn dann nicht mehr.
booking-leave = Warteliste verlassen
booking-leave-lead = Sie verlieren Ihre Stelle in der Reihe.
booking-at-once = Zur gleichen Zeit haben Sie auch: { $titles }. Geben Sie zurück, was Sie nicht brauchen: Andere warten.
booking-clash = Überschneidung
booking-clash-lead = Zur gleichen Zeit haben Sie schon etwas vor. Möchten Sie trotzdem buchen?
booking-clash-speaks = Sie tragen selbst vor
booking-clash-booked = von Ihnen gebucht
booking-book-anyway = Trotzdem buchen
booking-wait-anyway = Trotzdem auf die Warteliste
booking-keep-free = Nicht buchen
booking-full = Ausgebucht
booking-go = Plätze buchen und zurückgeben
booking-seats = Plätze
booking-how = Einen Platz buchen Sie auf Ihrer persönlichen Seite. Den Link dorthin finden Sie in der Mail mit Ihrem Ticket, unter „Workshops“.
booking-register = Noch kein Ticket? Jetzt anmelden
booking-flash-booked = Ihr Platz ist gebucht.
booking-flash-waits = Sie stehen auf der Warteliste. Wird ein Platz frei, gehört er Ihnen, und wir schreiben Ihnen.
booking-flash-returned = Zurückgegeben.
booking-flash-returned-before = Das war schon zurückgegeben.
booking-error-closed = Dieser Programmpunkt kann nicht mehr gebucht werden.
booking-error-no-ticket = Mit diesem Ticket können Sie keine Plätze buchen.
booking-error-full = Gerade ist der letzte Platz vergeben worden. Sie können sich auf die Warteliste setzen.
booking-error-clash = Zur gleichen Zeit ist schon etwas anderes gebucht.

post-kind-programme-seat-ended = Workshop entfällt

desk-audit-booking-made = Platz gebucht: { $what }
desk-audit-booking-waits = Auf die Warteliste gesetzt: { $what }
desk-audit-booking-advanced = Von der Warteliste nachgerückt: { $what }
desk-audit-booking-given-back = Platz zurückgegeben: { $what }
desk-audit-booking-ended-with-ticket = Platz mit dem Ticket zurückgegeben: { $what }
desk-audit-booking-ended-with-session = Platz entfallen, findet nicht statt: { $what }
desk-audit-booking-seats-set = Zahl der Plätze festgelegt: { $what }

web-desk-bookings = Workshop-Plätze
desk-bookings = Plätze in Workshops
desk-bookings-lead = Programmpunkte, für die Teilnehmende Plätze buchen. Die Liste für die Tür steht hinter dem Titel und lässt sich drucken.
desk-bookings-none = Kein veröffentlichter Programmpunkt hat Plätze zum Buchen. Wie viele es sind, steht beim Programmpunkt.
desk-booking-session = Programmpunkt
desk-booking-when = Wann
desk-booking-room = Raum
desk-booking-waiting = Warten
desk-booking-taken = { $taken } von { $seats } Plätzen vergeben
desk-booking-taken-any = { $taken } angemeldet
desk-booking-nobody = Noch niemand hat einen Platz.
desk-booking-wait = { $count ->
    [one] 1 Person wartet
   *[other] { $count } Personen warten, in dieser Reihenfolge
}
desk-booking-people = Personen
desk-booking-ticket = Ticket
desk-booking-change = Ändern
desk-booking-return = Platz zurückgeben
desk-booking-return-of = Platz von { $name } zurückgeben
desk-booking-return-lead = Wer als Nächstes wartet, bekommt den Platz sofort, mit einer Mail.
desk-booking-add = Für jemanden buchen
desk-booking-number = Ticketnummer
desk-booking-number-hint = Steht auf dem Ticket und in der Liste der Teilnehmenden, zum Beispiel 7H4KQ2-1K.
desk-booking-number-unknown = Ein Ticket mit dieser Nummer gibt es nicht.
desk-booking-wait-if-full = Auf die Warteliste setzen, wenn kein Platz frei ist
desk-booking-full = Es ist kein Platz frei. Setzen Sie die Person mit dem Häkchen auf die Warteliste.
desk-booking-clash = Zur gleichen Zeit hat die Person schon etwas vor:
desk-booking-clash-speaks = trägt selbst vor
desk-booking-flash-booked = Der Platz ist gebucht.
desk-booking-flash-waits = Die Person steht auf der Warteliste.
