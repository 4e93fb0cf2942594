# The schedule at the desk.

web-desk-schedule = Zeitplan
web-desk-group-programme = Programm
web-desk-group-congress = Kongress

desk-schedule = Zeitplan
desk-schedule-never-released = Entwurf, noch nie veröffentlicht
desk-schedule-as-released = Entwurf, so veröffentlicht als Fassung { $name }
desk-schedule-after = { $n ->
    [one] Entwurf nach Fassung { $name } · 1 Änderung
   *[other] Entwurf nach Fassung { $name } · { $n } Änderungen
}
desk-schedule-days = Tage
desk-schedule-undo = Zurück
desk-schedule-undo-what = Ihre letzte Änderung zurücknehmen: { $title }
desk-schedule-add-break = Pause
desk-schedule-add-blocker = Sperre
desk-schedule-new-break = Neue Pause
desk-schedule-new-blocker = Neue Sperre
desk-schedule-rules = Regeln des Plans
desk-schedule-keys = Tasten und Maus
desk-schedule-key-move = Pfeil hoch und runter: früher und später
desk-schedule-key-room = Pfeil links und rechts: in den Raum daneben
desk-schedule-key-length = Umschalt und Pfeil hoch oder runter: kürzer oder länger
desk-schedule-key-grid = Pfeil hoch oder runter auf etwas ohne Platz: in die erste Lücke des Tages
desk-schedule-key-park = Entf: parken
desk-schedule-key-back = Esc: doch nicht
desk-schedule-key-open = Eingabetaste: sofort speichern, oder die Angaben öffnen
desk-schedule-key-mouse = Maus: ziehen; an der unteren Kante die Länge ändern. Finger: kurz liegen lassen, dann ziehen.
desk-schedule-parked = Ohne Platz
desk-schedule-parked-none = Alles hat einen Platz.
desk-schedule-parked-none-found = Nichts davon passt zum Filter.
desk-schedule-parked-hint = Ziehen, oder öffnen und Raum und Zeit wählen.
desk-schedule-filter = Filtern
desk-schedule-filter-off = Filter aufheben
desk-schedule-filter-text = Titel oder Vortragende
desk-schedule-track = Themenfeld
desk-schedule-type = Art
desk-schedule-any = alle
desk-schedule-no-rooms = Noch kein Raum. Räume legen Sie unter „Einrichten“ an.
desk-schedule-seats = { $n ->
    [one] 1 Platz
   *[other] { $n } Plätze
}
desk-schedule-min = { $n } min
desk-schedule-nowhere = Ohne Raum
desk-schedule-no-room = ohne Raum
desk-schedule-untitled = Ohne Titel
desk-schedule-somebody = Jemand
desk-schedule-pinned = festgehalten
desk-schedule-cancelled = fällt aus
desk-schedule-confirmed = bestätigt
desk-schedule-unconfirmed = noch nicht bestätigt
desk-schedule-break = Pause
desk-schedule-blocker = Sperre
desk-schedule-number = Nr. { $n }
desk-schedule-can = kann { $when }
desk-schedule-can-unsaid = keine Angabe, wann
desk-schedule-bookable = Buchbare Plätze
desk-schedule-close = Schließen
desk-schedule-day = Tag
desk-schedule-from = Beginn
desk-schedule-minutes = Minuten
desk-schedule-room = Raum
desk-schedule-everywhere = alle Räume
desk-schedule-title-de = Titel, deutsch
desk-schedule-title-en = Titel, englisch
desk-schedule-pin = Festhalten: „Übrige platzieren“ lässt ihn liegen
desk-schedule-move = Speichern
desk-schedule-place = Einplanen
desk-schedule-add = Hinzufügen
desk-schedule-park = Parken
desk-schedule-repeat = Noch einmal
desk-schedule-remove = Entfernen
desk-schedule-fault-minutes = Bitte eine Zahl von Minuten, mindestens 1.
desk-schedule-fault-room = Bitte einen Raum wählen.
desk-schedule-fault-title = Bitte einen Titel eintragen.
desk-schedule-fault-from = Bitte eine Uhrzeit, zum Beispiel 13:15.
desk-schedule-fault-grid = { $n ->
    [60] Bitte eine volle Stunde: Das Raster ist 60 Minuten.
   *[other] Bitte eine Uhrzeit im Raster von { $n } Minuten, oder wann im selben Raum etwas anderes endet.
}
desk-schedule-fault-day = Bitte einen Tag wählen.
desk-schedule-placed = Gespeichert.
desk-schedule-parked-now = Geparkt.
desk-schedule-removed-now = Entfernt. „Zurück“ holt es wieder.
desk-schedule-repeated = Ein zweiter Termin liegt jetzt ohne Platz bereit.
desk-schedule-added = Hinzugefügt.
desk-schedule-undone = Zurückgenommen.
desk-schedule-refused = Das geht dort nicht. { $why }
desk-schedule-clash = { $kind }: { $detail } { $slots }.
desk-schedule-two = „{ $one }“ und „{ $other }“
desk-schedule-blocks = Verhindert das Veröffentlichen.
desk-schedule-moved-by = Nicht gespeichert: { $by } hat „{ $title }“ inzwischen geändert. { $where }
desk-schedule-now-removed = Der Termin ist entfernt.
desk-schedule-now-parked = Der Termin ist geparkt.
desk-schedule-now-at = Jetzt: { $when }, { $room }.
desk-schedule-say-at = { $title }: { $from } bis { $until }, { $room }
desk-schedule-say-length = { $title }: { $minutes } Minuten, bis { $until }
desk-schedule-say-parked = { $title }: geparkt
desk-schedule-say-back = { $title }: wieder wie zuvor
desk-schedule-say-others = Jemand anderes hat den Plan geändert.
desk-schedule-say-lost = Nicht gespeichert: keine Verbindung. Bitte noch einmal versuchen.
desk-schedule-warnings = Warnungen
desk-schedule-no-warnings = An diesem Tag stimmt alles.
desk-schedule-blocking = { $n ->
    [one] 1 davon verhindert das Veröffentlichen.
   *[other] { $n } davon verhindern das Veröffentlichen.
}
desk-schedule-other-days = { $n ->
    [one] 1 weitere an anderen Tagen
   *[other] { $n } weitere an anderen Tagen
}
desk-schedule-more = { $n ->
    [one] und 1 weitere
   *[other] und { $n } weitere
}

desk-clash-room-twice = Raum doppelt
desk-clash-room-twice-detail = { $room }, { $from } bis { $until }:
desk-clash-speaker-twice = Person doppelt
desk-clash-speaker-twice-detail = { $name }, { $from } bis { $until }:
desk-clash-session-twice = Programmpunkt doppelt
desk-clash-session-twice-detail = { $from } bis { $until }:
desk-clash-speaker-away = Person nicht da
desk-clash-speaker-away-detail = { $name } kann { $from } bis { $until } nicht:
desk-clash-room-closed = Raum geschlossen
desk-clash-room-closed-detail = { $room }, { $from } bis { $until }:
desk-clash-outside-days = Außerhalb des Kongresses
desk-clash-outside-days-detail = { $from } bis { $until }:
desk-clash-room-too-small = Raum zu klein
desk-clash-room-too-small-detail = { $room }: { $needed } gebucht oder buchbar, { $seats } Plätze.
desk-clash-crowded = Raum wohl zu klein
desk-clash-crowded-detail = { $room }: { $needed } gemerkt, { $seats } Plätze.
desk-clash-track-elsewhere = Nicht im Raum des Strangs
desk-clash-track-elsewhere-detail = { $track } ist sonst nicht in { $room }:
desk-clash-changeover = Wenig Umbauzeit
desk-clash-changeover-detail = { $room }, { $from } bis { $until }: { $minutes } Minuten, gewünscht { $wanted }.
desk-clash-walk = Weg zu knapp
desk-clash-walk-detail = { $name }, { $room } nach { $other }: { $minutes } Minuten, gewünscht { $wanted }.
desk-clash-beside = Nicht nebeneinander
desk-clash-beside-detail = { $from } bis { $until }, dieselben Gäste:
desk-clash-length = Andere Länge als vereinbart
desk-clash-length-detail = { $minutes } Minuten, vereinbart { $wanted }:

programme-error-moved = { $by } hat das inzwischen geändert.
programme-error-blocked = Das geht dort nicht: Etwas überschneidet sich.
programme-error-unknown-room = Diesen Raum gibt es nicht mehr.
programme-error-room-missing = Ein Programmpunkt braucht einen Raum.
programme-error-ends-before-start = Das Ende muss nach dem Beginn liegen.
programme-error-slot-too-long = So lange dauert nichts.
programme-error-far-off = Das liegt mehr als ein Jahr vom Kongress entfernt.
programme-error-not-whole = Die Datei war nicht ganz lesbar, und Programmpunkte würden deshalb entfernt. Es ist nichts geändert.
programme-error-minutes-odd = Bitte eine sinnvolle Zahl von Minuten.
programme-error-pair-of-one = Bitte zwei verschiedene wählen.

desk-audit-slot-added = „{ $what }“ in den Zeitplan aufgenommen
desk-audit-slot-moved = „{ $what }“ im Zeitplan verlegt
desk-audit-slot-parked = „{ $what }“ geparkt
desk-audit-slot-pinned = „{ $what }“ festgehalten oder losgelassen
desk-audit-slot-renamed = „{ $what }“ umbenannt
desk-audit-slot-removed = „{ $what }“ aus dem Zeitplan entfernt
desk-audit-slot-undone = Änderung an „{ $what }“ zurückgenommen
desk-audit-schedule-rules-changed = Regeln des Plans geändert
desk-audit-field-room = Raum
desk-audit-field-pinned = Festgehalten

desk-schedule-rules-lead = Was beim Planen gilt. Jede Änderung gilt sofort: Der Zeitplan zeigt, was dann nicht mehr stimmt.
desk-schedule-rules-kinds = Was stört wie sehr?
desk-schedule-rules-kinds-lead = Was verhindert, wird nicht gespeichert und nicht veröffentlicht. Was warnt, wird gespeichert und gezeigt.
desk-schedule-severity-block = verhindern
desk-schedule-severity-warn = warnen
desk-schedule-severity-ignore = nicht beachten
desk-schedule-rules-minutes = Zeiten
desk-schedule-rules-changeover = Umbau zwischen zwei Programmpunkten, Minuten
desk-schedule-rules-walk = Weg von Raum zu Raum, Minuten
desk-schedule-rules-grid = Raster, Minuten
desk-schedule-rules-night = Ein Tag endet nachts um
desk-schedule-rules-night-hint = Bis dahin zählt die Nacht zum Tag davor, zum Beispiel 04:00.
desk-schedule-rules-rooms = Räume
desk-schedule-rules-rooms-lead = Öffnungszeiten, Umbau und ob mehreres zugleich stattfindet.
desk-schedule-rules-rooms-names = Namen und Plätze ändern
desk-schedule-room-several-short = mehreres zugleich
desk-schedule-room-changeover-short = Umbau { $n } min
desk-schedule-room-hours-short = mit Öffnungszeiten
desk-schedule-room-several = Hier findet mehreres zugleich statt, wie Stände in einem Foyer
desk-schedule-room-changeover = Umbau, Minuten
desk-schedule-room-changeover-hint = Leer: wie überall, { $n } Minuten.
desk-schedule-room-hours = Öffnungszeiten
desk-schedule-room-hours-lead = Ohne Angabe ist der Raum immer offen. Steht hier an einem Tag etwas, ist er an Tagen ohne Angabe zu.
desk-schedule-room-from = von
desk-schedule-room-until = bis
desk-schedule-room-from-again = und von
desk-schedule-room-until-again = und bis
desk-schedule-rules-walks = Wege
desk-schedule-rules-walks-lead = Wo der Weg zwischen zwei Räumen länger oder kürzer ist als sonst. Er gilt in beide Richtungen.
desk-schedule-rules-from = Raum
desk-schedule-rules-to = und Raum
desk-schedule-rules-apart = Nicht nebeneinander
desk-schedule-rules-apart-lead = Programmpunkte mit denselben Gästen sollen nicht zur selben Zeit sein.
desk-schedule-rules-session = Programmpunkt
desk-schedule-rules-session-hint = Code oder Worte aus dem Titel
desk-schedule-rules-other = und Programmpunkt
desk-schedule-rules-tracks = Themenfelder und ihre Räume
desk-schedule-rules-tracks-lead = Wo ein Strang zu Hause ist. Was woanders steht, fällt auf.
desk-schedule-rules-tracks-none = Es gibt noch kein Themenfeld.
desk-schedule-rules-anywhere = überall
desk-schedule-fault-number = Bitte eine Zahl von Minuten, höchstens 720 (Raster: 1 bis 60).
desk-schedule-fault-night = Bitte eine Uhrzeit vor 12:00, zum Beispiel 04:00.
desk-schedule-fault-severity = Bitte auswählen.
desk-schedule-fault-window = Bitte Beginn und Ende, zum Beispiel 09:00 und 17:00.
desk-schedule-fault-session = „{ $typed }“ ist kein Code und steht nicht im Titel genau eines Programmpunkts.
