# Making the programme at the desk: sessions, speakers, tracks, kinds of sessions, releases. And what releases changed, for everybody.

web-desk-programme = Programm
desk-settings-tab-sessions = Programmpunkte
desk-settings-tab-speakers = Referierende
desk-settings-tab-tracks = Tracks
desk-settings-tab-session-types = Arten
desk-settings-tab-releases = Veröffentlichen
desk-settings-lead-of-sessions = Was stattfindet: Vorträge, Impulse, Workshops. Wann und wo, steht im Zeitplan; öffentlich ist, was Sie veröffentlichen.
desk-settings-lead-of-speakers = Wer spricht. Wer eine Mailadresse hat, erfährt von Änderungen an den eigenen Terminen.
desk-settings-lead-of-tracks = Tracks fassen Programmpunkte zu einem Thema zusammen. Ihre Farbe steht im Programm vor dem Titel.
desk-settings-lead-of-session-types = Arten von Programmpunkten, zum Beispiel Vortrag, Impuls, Workshop. Ihre Länge gilt, wenn beim Programmpunkt keine steht.
desk-settings-lead-of-releases = Das öffentliche Programm ist immer eine veröffentlichte Fassung, nie der Entwurf. Fassungen bleiben, wie sie sind.
desk-settings-none-of-sessions = Noch kein Programmpunkt. Legen Sie einen an.
desk-settings-none-of-speakers = Noch niemand. Legen Sie an, wer spricht.
desk-settings-none-of-tracks = Noch kein Track. Ein Programm kommt auch ohne aus.
desk-settings-none-of-session-types = Noch keine Art. Legen Sie an, welche Formate es gibt.
desk-settings-none-of-releases = Noch nichts veröffentlicht.
desk-settings-add-to-sessions = Programmpunkt anlegen
desk-settings-add-to-speakers = Person anlegen
desk-settings-add-to-tracks = Track anlegen
desk-settings-add-to-session-types = Art anlegen

desk-programme-slug = Kurzname
desk-programme-slug-hint = Steht in Adressen. Leer: aus dem Namen gebildet.
desk-programme-colour = Farbe
desk-programme-colour-hint = Zum Beispiel #1d7a3e. Leer: die Farbe des Hauses.
desk-programme-minutes = Minuten
desk-programme-minutes-hint = Leer: so lang wie die Art sagt.
desk-programme-type-minutes-hint = Wie lang sie üblicherweise sind. Leer: verschieden.
desk-programme-so-many-minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
}
desk-programme-remove-track = Ein Track lässt sich löschen, solange kein Programmpunkt darin ist.
desk-programme-remove-type = Eine Art lässt sich löschen, solange kein Programmpunkt von dieser Art ist.
desk-programme-remove-speaker = Wer nirgends spricht, lässt sich löschen. Gelöscht ist gelöscht.
desk-programme-speaker-name = Name
desk-programme-new-speaker = Neue Person
desk-programme-organisation = Organisation
desk-programme-biography-de = Über die Person, deutsch
desk-programme-biography-en = Über die Person, englisch
desk-programme-markdown = Markdown: **fett**, *kursiv*, - Liste, [Text](https://…)
desk-programme-html = Dieser Text kam als HTML und bleibt es.
desk-programme-email = E-Mail
desk-programme-email-hint = Nie öffentlich. Mit einer anderen Adresse gelten alte Links nicht mehr.
desk-programme-mail-language = Sprache der Mails
desk-programme-language-de = Deutsch
desk-programme-language-en = Englisch
desk-programme-speaks-in = Spricht in
desk-programme-speaks-nowhere = Noch in keinem Programmpunkt.
desk-programme-mails = Mailadresse
desk-programme-filter = Programmpunkte filtern
desk-programme-filter-query = Titel, Person oder Code
desk-programme-filter-speakers = Referierende filtern
desk-programme-filter-speaker = Name, Organisation oder Code
desk-programme-nothing = Kein Programmpunkt passt dazu.
desk-programme-nobody = Niemand passt dazu.
desk-programme-show-all = Alle zeigen
desk-programme-sessions-caption = Programmpunkte { $rows }
desk-programme-speakers-caption = Referierende { $rows }
desk-programme-title = Titel
desk-programme-title-de = Titel, deutsch
desk-programme-title-en = Titel, englisch
desk-programme-subtitle = Untertitel
desk-programme-subtitle-de = Untertitel, deutsch
desk-programme-subtitle-en = Untertitel, englisch
desk-programme-type = Art
desk-programme-track = Track
desk-programme-placed = Termin
desk-programme-unplaced = noch ohne Zeit
desk-programme-when = Wann und wo
desk-programme-parked = noch ohne Zeit
desk-programme-no-slot = Kein Termin mehr im Entwurf.
desk-programme-number = Nr. { $number }
desk-programme-state-open = offen
desk-programme-state-confirmed = bestätigt
desk-programme-state-cancelled = fällt aus
desk-programme-stands = Stand
desk-programme-code = Code
desk-programme-confirm = Bestätigen
desk-programme-unconfirm = Doch noch offen
desk-programme-cancel = Absagen
desk-programme-restore = Absage zurücknehmen
desk-programme-cancel-meaning = Der Programmpunkt fällt mit der nächsten Fassung aus dem öffentlichen Programm. Seine Zeit im Entwurf bleibt, falls Sie die Absage zurücknehmen.
desk-programme-restore-meaning = Der Programmpunkt steht mit der nächsten Fassung wieder im öffentlichen Programm.
desk-programme-reason = Grund
desk-programme-reason-hint = Steht nur im Verlauf, für Ihr Team.
desk-programme-keep = Nichts ändern
desk-programme-new-session = Neuer Programmpunkt
desk-programme-none = keine Angabe
desk-programme-unsaid = keine Angabe
desk-programme-language = Sprache
desk-programme-seats = Plätze zum Buchen
desk-programme-seats-hint = Leer: Es kommt, wer will.
desk-programme-no-record = Nicht aufzeichnen
desk-programme-confirmed = Findet statt
desk-programme-confirmed-hint = Niemand muss es mehr bestätigen. Nur Bestätigtes wird veröffentlicht.
desk-programme-speakers = Referierende
desk-programme-speakers-hint = In ihrer Reihenfolge, je Zeile eine Person: Name wählen oder tippen. Neue legen Sie zuerst unter „Referierende“ an. Nach dem Speichern gibt es wieder leere Zeilen.
desk-programme-speaker-n = Person { $n }
desk-programme-abstract-de = Kurz, deutsch
desk-programme-abstract-en = Kurz, englisch
desk-programme-description-de = Ausführlich, deutsch
desk-programme-description-en = Ausführlich, englisch
desk-programme-topics = Kooperationsthemen
desk-programme-links = Links und Dateien
desk-programme-links-hint = Eine Zeile leeren heißt: den Link entfernen.
desk-programme-link-n = Adresse { $n }
desk-programme-link-title-n = Text { $n }
desk-programme-link-file-n = Link { $n } ist eine Datei zum Mitnehmen
desk-flash-session-confirmed = Bestätigt.
desk-flash-session-open = Wieder offen.
desk-flash-session-cancelled = Abgesagt. Öffentlich wird das mit der nächsten Fassung.
desk-flash-session-restored = Die Absage ist zurückgenommen.

programme-error-name-missing = Bitte geben Sie einen Namen ein.
programme-error-name-long = Das ist zu lang.
programme-error-title-missing = Bitte geben Sie einen Titel ein, deutsch oder englisch.
programme-error-title-long = Titel und Untertitel haben höchstens 500 Zeichen.
programme-error-slug-malformed = Ein Kurzname besteht aus Kleinbuchstaben, Ziffern und einzelnen Bindestrichen.
programme-error-slug-taken = Diesen Kurznamen gibt es schon.
programme-error-colour = Bitte geben Sie eine Farbe wie #1d7a3e an, auf der sich Schrift lesen lässt.
programme-error-minutes = Bitte geben Sie mindestens eine Minute und höchstens eine Woche an.
programme-error-seats = Bitte geben Sie 0 oder mehr Plätze an.
programme-error-language = Bitte wählen Sie eine Sprache.
programme-error-link = Ein Link beginnt mit https:// und nennt eine Webseite.
programme-error-no-such-speaker = Diese Person ist nicht angelegt, oder mehrere heißen so. Bitte wählen Sie aus der Liste.
programme-error-speaker-twice = Diese Person steht schon in der Liste.
programme-error-used = Es wird noch verwendet und bleibt deshalb stehen.

desk-release-now = Was sich jetzt ändern würde
desk-release-first = { $count ->
    [one] Die erste Fassung, mit einem Termin.
   *[other] Die erste Fassung, mit { $count } Terminen.
}
desk-release-nothing = Nichts: Der Entwurf zeigt, was schon veröffentlicht ist.
desk-release-changes = { $count ->
    [one] Ein Termin ändert sich:
   *[other] { $count } Termine ändern sich:
}
desk-release-name = Name der Fassung
desk-release-name-hint = Leer: die nächste Nummer.
desk-release-note-de = Notiz, deutsch
desk-release-note-en = Notiz, englisch
desk-release-note-hint = Öffentlich, über der Liste der Änderungen.
desk-release-notify = Referierende benachrichtigen
desk-release-notify-hint = Nur die, deren Termine sich ändern, mit einer Mail.
desk-release-submit = Veröffentlichen
desk-release-all = Fassungen
desk-release-named = Fassung { $name }
desk-release-public = Wie alle sie sehen
desk-release-changed = Was sich änderte
desk-release-holds = Was darin steht
desk-release-stale = Der Entwurf hat sich inzwischen geändert
desk-release-stale-next = Veröffentlicht ist noch nichts. Bitte sehen Sie sich an, was sich jetzt ändern würde, und schicken Sie es noch einmal ab.
desk-flash-programme-released = Fassung { $name } ist veröffentlicht.
desk-flash-programme-released-before = Fassung { $name } ist schon so veröffentlicht.

programme-change-new = Neu: { $place }
programme-change-moved = Verlegt von { $from } auf { $to }
programme-change-room = Raum: { $to } statt { $from }
programme-change-no-room = ohne Raum
programme-change-longer = Länger: { $to } statt { $from } Minuten
programme-change-shorter = Kürzer: { $to } statt { $from } Minuten
programme-change-renamed = Hieß vorher: { $from }
programme-change-cancelled = Fällt aus (war: { $place })
programme-change-gone = Nicht mehr im Programm (war: { $place })

portal-changes = Änderungen am Programm
portal-changes-lead = Was jede veröffentlichte Fassung des Programms geändert hat, die neueste zuerst.
portal-changes-feed = Als Feed abonnieren (Atom)
portal-changes-feed-title = { $congress }: Änderungen am Programm
portal-changes-no-release = Für diesen Kongress ist noch kein Programm veröffentlicht.
portal-changes-version = Fassung { $name }
portal-changes-first = { $count ->
    [one] Die erste Fassung, mit einem Termin.
   *[other] Die erste Fassung, mit { $count } Terminen.
}
portal-changes-none = An Zeiten und Räumen ändert sich nichts.
portal-changes-read = Diese Fassung lesen
portal-changes-is-newest = Das ist das Programm, wie es jetzt gilt.
portal-changes-is-old = Das ist eine ältere Fassung. Sie gilt nicht mehr.

desk-audit-part-programme = Programm
desk-audit-session-added = Programmpunkt angelegt
desk-audit-session-changed = Programmpunkt geändert
desk-audit-session-removed = Programmpunkt gelöscht
desk-audit-session-confirmed = Programmpunkt bestätigt
desk-audit-session-unconfirmed = Programmpunkt wieder offen
desk-audit-session-cancelled = Programmpunkt abgesagt
desk-audit-session-restored = Absage eines Programmpunkts zurückgenommen
desk-audit-speaker-added = Referierende Person angelegt
desk-audit-speaker-changed = Referierende Person geändert
desk-audit-speaker-removed = Referierende Person gelöscht
desk-audit-track-added = Track angelegt
desk-audit-track-changed = Track geändert
desk-audit-track-removed = Track gelöscht
desk-audit-session-type-added = Art von Programmpunkten angelegt
desk-audit-session-type-changed = Art von Programmpunkten geändert
desk-audit-session-type-removed = Art von Programmpunkten gelöscht
desk-list-sessions = Programmpunkte
post-kind-programme-release = Programm: eigene Termine geändert
desk-programme-begins = Beginn
desk-programme-ends = Ende
desk-programme-room = Raum
desk-programme-occurrences = Termine
desk-export-sessions = programmpunkte
