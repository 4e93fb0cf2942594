# Der Einlass: kurze Ansagen für das Personal an der Tür.

checkin-gate-main = Haupteingang
checkin-title = Einlass: { $gate }
checkin-verdict-title = Einlass: { $word }
checkin-count = von { $expected } drin
checkin-ways = Weitere Wege
checkin-desk = Büro

# Der Scanner
checkin-hold = Code in den Rahmen halten
checkin-torch = Licht
checkin-camera = Kamera
checkin-sound = Ton
checkin-camera-picture = Kamerabild
checkin-camera-denied = Die Kamera ist gesperrt. Im Browser erlauben oder die Nummer eintippen.
checkin-camera-missing = Keine Kamera gefunden. Nummer eintippen.
checkin-camera-insecure = Die Kamera geht nur über https. Nummer eintippen.
checkin-without-script = Ohne JavaScript bleibt die Kamera aus. Nummer eintippen.
checkin-offline = Keine Verbindung. Der Scan wird weiter versucht.
checkin-log-in-again = Abgemeldet. Seite neu laden und anmelden.
checkin-number-label = Ticketnummer
checkin-number-hint = Ticketnummer
checkin-check = Prüfen
checkin-last = Zuletzt
checkin-back = Zum Scanner
checkin-line = { $holder }: { $title }

# Suchen
checkin-search = Suchen
checkin-search-label = Name, Organisation oder Code
checkin-search-hint = Name, Code
checkin-found = { $count ->
    [0] Niemand gefunden
    [one] 1 gefunden
   *[other] { $count } gefunden
}
checkin-found-none = Mindestens zwei Buchstaben. Anders schreiben oder nach der Organisation suchen.
checkin-found-more = Es gibt mehr als { $count }. Genauer suchen.
checkin-let-in = Einlassen
checkin-state-valid = Gültig
checkin-state-inside = Drin seit { $time }
checkin-state-online = Nur online
checkin-state-unpaid = Nicht bezahlt
checkin-state-unapproved = Nicht freigegeben
checkin-state-waiting = Warteliste
checkin-state-expired = Verfallen
checkin-state-cancelled = Storniert

# Das Ergebnis: ein Wort
checkin-word-admitted = Herein
checkin-word-attention = Kurz prüfen
checkin-word-forced = Herein, vermerkt
checkin-word-refused = Halt

# Was los ist
checkin-welcome = Willkommen.
checkin-title-invalid = Kein gültiges Ticket
checkin-title-unpaid = Noch nicht bezahlt
checkin-title-blocked = Ticket gesperrt
checkin-title-canceled = Ticket storniert
checkin-title-already-redeemed = Ticket schon benutzt
checkin-title-invalid-time = Ticket gilt jetzt nicht
checkin-title-product = Kein Ticket für vor Ort
checkin-title-rules = Hier nicht zugelassen
checkin-title-revoked = Ticket ersetzt
checkin-title-unapproved = Noch kein fester Platz
checkin-title-ambiguous = Mehrere Tickets passen
checkin-title-error = Nicht zu prüfen

# Was als Nächstes zu tun ist
checkin-next-malformed = Das ist kein Ticket, oder es ist unleserlich. Noch einmal scannen oder die Nummer eintippen.
checkin-next-foreign-congress = Dieses Ticket ist für einen anderen Kongress. Nach dem richtigen Ticket fragen oder nach Namen suchen.
checkin-next-key = Dieses Ticket ist nicht von uns. Nicht einlassen, an den Infotisch schicken.
checkin-next-signature = Dieses Ticket ist gefälscht oder verändert. Nicht einlassen, an den Infotisch schicken.
checkin-next-unknown = Dieses Ticket steht nicht in der Liste. Nach Namen suchen; vielleicht gibt es ein neueres.
checkin-next-unpaid = Das Ticket ist nicht bezahlt. An den Infotisch schicken; dort wird die Zahlung geklärt.
checkin-next-blocked = Die Organisation hat dieses Ticket gesperrt. Nicht einlassen, an den Infotisch schicken.
checkin-next-canceled = Dieser Platz wurde zurückgegeben. An den Infotisch schicken; dort gibt es vielleicht noch Plätze.
checkin-next-already-redeemed = Nach dem Namen fragen und in der Liste suchen. Sonst an den Infotisch schicken.
checkin-next-not-yet-valid = Das Ticket gilt erst später. Auf die Uhrzeit hinweisen und um etwas Geduld bitten.
checkin-next-expired = Das Ticket ist abgelaufen. An den Infotisch schicken.
checkin-next-product = Dieses Ticket gilt nur online. An den Infotisch schicken; dort gibt es vielleicht noch Plätze vor Ort.
checkin-next-rules = Dieses Ticket gilt an diesem Eingang nicht. Den richtigen Eingang zeigen.
checkin-next-revoked = Es gibt ein neueres Ticket. Nach der neuesten E-Mail fragen oder nach Namen suchen.
checkin-next-approval = Die Anmeldung ist noch nicht freigegeben. An den Infotisch schicken.
checkin-next-waiting = Steht auf der Warteliste und hat noch keinen Platz. An den Infotisch schicken.
checkin-next-ambiguous = Die Angabe passt zu mehreren Tickets. Die ganze Nummer eintippen.
checkin-next-error = Das Ticket ließ sich nicht prüfen. Noch einmal scannen.

checkin-entered = Um { $time } eingelassen: { $gate }, gescannt von { $by }.
checkin-forced = Trotzdem eingelassen: { $title }.
checkin-note = Grund:
checkin-reversed-at = Rückgängig gemacht: { $time }.

# Was man tun kann
checkin-next-code = Nächster Code
checkin-reverse = Rückgängig
checkin-reversed = Rückgängig gemacht. Das Ticket gilt wieder.
checkin-search-by-name = Nach Namen suchen
checkin-force = Trotzdem einlassen …
checkin-force-hint = „Trotzdem einlassen“ geht nur mit Grund und wird vermerkt.
checkin-force-why = Grund, z. B. Beleg gezeigt, kurz draußen gewesen
checkin-force-submit = Trotzdem einlassen

# Was nicht stimmt
checkin-fault-note = Bitte einen Grund angeben.
checkin-fault-missing = Diese Angabe fehlt.
checkin-fault-nonce = „nonce“ muss eine UUID sein, für jeden Scan eine neue.
checkin-fault-time = „at“ muss ein Zeitpunkt nach RFC 3339 sein, z. B. 2027-03-11T09:12:00+01:00.
checkin-fault-too-long = Das sind mehr als 500 Zeichen.
checkin-error-unknown-gate = Einen Eingang „{ $gate }“ gibt es nicht.
checkin-error-nonce-reused = Diese „nonce“ gehört zum Scan eines anderen Tickets. Für jeden Scan eine neue nehmen.
checkin-error-not-reversible = Hier ist nichts rückgängig zu machen: Der Scan hat niemanden eingelassen, oder es ist schon geschehen.
