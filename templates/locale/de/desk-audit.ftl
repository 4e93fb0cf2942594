# What happened and who did it; all about one mail address; the jobs of the installation.

desk-audit = Protokoll
desk-audit-lead = Was an diesem Kongress geschah, wann, und wer es war. Das Neueste steht zuerst; nichts darin lässt sich ändern.
desk-audit-installation = Protokoll der Installation
desk-audit-installation-lead = Was keinen einzelnen Kongress betrifft: Konten, Rollen in allen Kongressen, Zugänge für Programme, Aufgaben des Systems. Das Neueste zuerst; nichts darin lässt sich ändern.
desk-audit-filter = Protokoll filtern
desk-audit-caption = Protokoll { $rows }
desk-audit-what = Was
desk-audit-about = Wozu
desk-audit-who = Wer
desk-audit-details = Einzelheiten
desk-audit-mail = Mail
desk-audit-part = Bereich
desk-audit-part-orders = Bestellungen und Tickets
desk-audit-part-door = Einlass
desk-audit-part-mails = Mails
desk-audit-part-settings = Einrichten
desk-audit-part-access = Zugänge und Listen
desk-audit-part-jobs = Aufgaben des Systems
desk-audit-nothing = Dazu steht nichts im Protokoll.
desk-audit-show-all = Alles zeigen
desk-export-audit = protokoll
desk-yes = ja
desk-no = nein
desk-list-orders = Bestellungen
desk-list-attendees = Teilnehmende
desk-list-audit = Protokoll
desk-list-mails = Ausgang

desk-audit-congress-added = Kongress angelegt: { $what }
desk-audit-demo-seeded = Beispielkongress angelegt
desk-audit-congress-described = Beschreibung des Kongresses geändert
desk-audit-congress-phase-set = { $what }
desk-audit-congress-changed = Geändert: { $what }
desk-audit-congress-topics-taken-in = { $count ->
    [one] Themenliste übernommen, 1 Thema ist neu
   *[other] Themenliste übernommen, { $count } Themen sind neu
}
desk-audit-room-added = Raum angelegt
desk-audit-room-changed = Raum geändert
desk-audit-room-removed = Raum gelöscht
desk-audit-passage-added = Text angelegt
desk-audit-passage-changed = Text geändert
desk-audit-passage-removed = Text gelöscht
desk-audit-category-added = Ticket angelegt: { $what }
desk-audit-category-changed = Ticket geändert: { $what }
desk-audit-quota-added = Kontingent angelegt: { $what }
desk-audit-quota-changed = Kontingent geändert: { $what }
desk-audit-quota-recounted = Plätze nachgezählt: { $what }
desk-audit-role-granted = Rolle gegeben: { $what }
desk-audit-role-revoked = Rolle entzogen: { $what }
desk-audit-api-token-added = Zugang für ein Programm angelegt: { $what }
desk-audit-api-token-revoked = Zugang für ein Programm beendet: { $what }
desk-audit-mailbox-proven = Adresse bestätigt
desk-audit-person-linked = Adresse mit einer Person verbunden
desk-audit-job-started-again = Aufgabe noch einmal gestartet: Nr. { $what }
desk-audit-orders-taken-in = { $count ->
    [one] Gästeliste übernommen: 1 Person
   *[other] Gästeliste übernommen: { $count } Personen
}
desk-audit-list-exported = { $count ->
    [one] Liste als Datei heruntergeladen: { $what }, 1 Zeile
   *[other] Liste als Datei heruntergeladen: { $what }, { $count } Zeilen
}
desk-audit-view-kept = Ansicht gemerkt: { $what }
desk-audit-view-removed = Ansicht nicht mehr gemerkt: { $what }
desk-audit-orders-changed-together = { $count ->
    [one] 1 Bestellung auf einmal bearbeitet: { $what }
   *[other] { $count } Bestellungen auf einmal bearbeitet: { $what }
}
desk-audit-batch-cancel = storniert
desk-audit-batch-mail = Mails nochmal gesendet
desk-audit-outbox-released = { $count ->
    [one] 1 zurückgehaltene Mail freigegeben
   *[other] { $count } zurückgehaltene Mails freigegeben
}
desk-audit-check-in-refused-unknown = Am Eingang abgewiesen. { $what }

desk-mailbox-lead = Alles in diesem Kongress zu dieser Adresse.
desk-mailbox-write = Mail schreiben
desk-mailbox-orders = Bestellt
desk-mailbox-orders-none = Mit dieser Adresse wurde nichts bestellt.
desk-mailbox-tickets = Tickets, die dorthin gehen
desk-mailbox-tickets-none = An diese Adresse geht kein Ticket.

desk-jobs = Aufgaben des Systems
desk-jobs-lead = Was kongress noch zu tun hat: Mails schreiben und senden, aufräumen. Was scheitert, wird von selbst wieder versucht. Erst was nach vielen Versuchen gescheitert ist, braucht Sie.
desk-jobs-none = Nichts wartet, nichts ist gescheitert.
desk-jobs-none-next = Hier steht etwas, sobald eine Aufgabe länger braucht oder nicht gelingt.
desk-jobs-caption = Aufgaben { $rows }
desk-job-kind = Aufgabe
desk-job-due = Fällig
desk-job-ready = wartet
desk-job-running = läuft
desk-job-failed = gescheitert
desk-job-start = Noch einmal versuchen
desk-job-kind-post-deliver = Mail schreiben und senden
desk-job-kind-registration-order-mails = Mails zu einer Bestellung anlegen
desk-job-kind-registration-cancellation-mails = Mails zu einer Stornierung anlegen
desk-job-kind-identity-login-link = Link zum Anmelden senden
desk-job-kind-web-tidy = Abgelaufenes aufräumen
desk-flash-job = Die Aufgabe läuft gleich noch einmal.
desk-flash-job-not = Diese Aufgabe wartet oder läuft schon, oder es gibt sie nicht mehr.

# What was changed in the set-up
desk-audit-field-name = Name
desk-audit-field-lead = Einleitung
desk-audit-field-place = Ort
desk-audit-field-host-line = Veranstaltende
desk-audit-field-starts-at = Beginn
desk-audit-field-ends-at = Ende
desk-audit-field-doors-at = Einlass ab
desk-audit-field-zone = Zeitzone
desk-audit-field-street = Straße
desk-audit-field-postcode = Postleitzahl
desk-audit-field-town = Ort
desk-audit-field-wordmark = Schriftzug
desk-audit-field-wordmark-accent = Schriftzug, farbiger Teil
desk-audit-field-accent = Farbe
desk-audit-field-sender-name = Absender
desk-audit-field-reply-to = Antwortadresse
desk-audit-field-contact-address = Kontaktadresse
desk-audit-field-signature = Unterschrift
desk-audit-field-slug = Kurzname
desk-audit-field-icon = Zeichen
desk-audit-field-preline = Zeile darüber
desk-audit-field-title = Überschrift
desk-audit-field-body = Text
desk-audit-field-position = Reihenfolge
desk-audit-field-description = Beschreibung
desk-audit-field-seats = Plätze
desk-audit-field-price = Preis
desk-audit-field-vat-basis-points = Mehrwertsteuer (Hundertstel Prozent)
desk-audit-field-sale-from = Verkauf ab
desk-audit-field-sale-until = Verkauf bis
desk-audit-field-max-per-order = Höchstens je Bestellung
desk-audit-field-active = Im Verkauf
desk-audit-field-size = Plätze
desk-audit-field-categories = Tickets
