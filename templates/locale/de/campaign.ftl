# Rundmails: an wen, was drinsteht, wann, und was daraus wurde.

web-desk-campaigns = Rundmails
post-kind-campaign-letter = Rundmail
post-kind-campaign-test = Probe einer Rundmail
campaign-letter-more = Mehr dazu

campaigns = Rundmails
campaigns-lead = Eine Mail an viele: Hinweise für alle, die kommen, oder Neuigkeiten für alle, die welche bekommen wollen. Wer keine will, bekommt keine.
campaigns-none = Es gibt noch keine Rundmail. Legen Sie eine an: Sie wird erst verschickt, wenn Sie es sagen.
campaign-all = Alle Rundmails
campaign-new = Neue Rundmail
campaign-edit = Rundmail ändern
campaign-name = Name
campaign-name-hint = Nur für das Büro. Wer die Mail bekommt, sieht ihn nicht.
campaign-time = Zeit
campaign-recipients = Empfänger
campaign-kind = Art
campaign-kind-service = Hinweise für Teilnehmende
campaign-kind-news = Neuigkeiten
campaign-means-service = Was man für den Kongress wissen muss: Anreise, Änderungen, was man mitbringt.
campaign-means-news = Einladungen, Ankündigungen, Berichte. Geht nur an alle, die dem zugestimmt haben.
campaign-state-draft = Entwurf
campaign-state-planned = geplant
campaign-state-running = wird verschickt
campaign-state-stopped = angehalten
campaign-state-done = verschickt

campaign-basics = Worum es geht
campaign-subject-de = Betreff, deutsch
campaign-subject-en = Betreff, englisch
campaign-at-night-is = Auch nachts, zwischen 21 und 7 Uhr.
campaign-night-yes = ja
campaign-night-no = nein
campaign-at-night = Auch nachts verschicken, zwischen 21 und 7 Uhr
campaign-leave = Zurück, ohne zu speichern
campaign-choose = Bitte wählen
campaign-unknown = nicht mehr da

campaign-blocks = Was in der Mail steht
campaign-blocks-lead = Die Mail besteht aus Bausteinen. Wer sie auf Deutsch liest, bekommt den deutschen Text, alle anderen den englischen.
campaign-block-number = Baustein { $n }
campaign-block-text = Text
campaign-block-button = Schaltfläche
campaign-block-session = Programmpunkt
campaign-block-speaker = Person im Programm
campaign-block-project = Projekt
campaign-block-add-is = Neuer Baustein
campaign-block-add = Baustein anfügen
campaign-block-up = Nach oben
campaign-block-down = Nach unten
campaign-block-remove = Entfernen
campaign-block-public = Hier steht, was veröffentlicht ist. Zeit und Ort kommen aus dem Programm, wie es beim Versand gilt.
campaign-block-none = Davon ist noch nichts veröffentlicht.
campaign-text-de = Text, deutsch
campaign-text-en = Text, englisch
campaign-text-hint = Eine leere Zeile trennt Absätze. **Fett**, *kursiv*, Listen mit einem Strich am Zeilenanfang.
campaign-label-de = Aufschrift, deutsch
campaign-label-en = Aufschrift, englisch
campaign-url = Adresse
campaign-url-hint = Wohin die Schaltfläche führt, mit https:// am Anfang. Auch der Platzhalter my_link geht.
campaign-placeholders = Platzhalter
campaign-placeholders-lead = Was in doppelten geschweiften Klammern steht, wird für alle Empfänger einzeln eingesetzt, im Betreff und in Texten. Was von jemandem nicht bekannt ist, bleibt leer.
campaign-placeholder-name = Vor- und Nachname
campaign-placeholder-given-name = Vorname
campaign-placeholder-family-name = Nachname
campaign-placeholder-organisation = Organisation
campaign-placeholder-congress = Name des Kongresses
campaign-placeholder-date = Erster Tag des Kongresses
campaign-placeholder-place = Ort des Kongresses
campaign-placeholder-my-link = Adresse von „Mein Kongress“; ohne Ticket die Seite des Kongresses

campaign-segment = An wen
campaign-segment-lead = In einer Gruppe müssen alle Bedingungen stimmen. Gibt es mehrere Gruppen, reicht eine davon. Jede Adresse bekommt die Mail einmal.
campaign-to = An alle, die { $what }.
campaign-to-nobody = Noch an niemanden.
campaign-and = und
campaign-or = oder alle, die
campaign-meant = { $count ->
    [0] Gerade passt niemand dazu.
    [one] Gerade passt eine Adresse dazu.
   *[other] Gerade passen { $count } Adressen dazu.
}
campaign-sample = Zum Beispiel:
campaign-count = Zählen
campaign-group-number = Gruppe { $n }
campaign-group-or = oder
campaign-group-add = Gruppe dazu
campaign-group-remove = Gruppe entfernen
campaign-term-number = Gruppe { $group }, Bedingung { $n }
campaign-term-add = Bedingung dazu
campaign-term-remove = Bedingung entfernen
campaign-show = Übernehmen
campaign-term-holds = Bedingung
campaign-term-met = trifft zu
campaign-term-unmet = trifft nicht zu
campaign-term-is = Was
campaign-term-of = Welches

campaign-criterion-ticket = Hat ein Ticket
campaign-criterion-category = Hat ein Ticket dieser Art
campaign-criterion-unpaid = Hat noch nicht bezahlt
campaign-criterion-unapproved = Wartet auf die Zusage
campaign-criterion-cancelled = Hatte ein Ticket
campaign-criterion-admitted = War schon am Einlass
campaign-criterion-buyer = Wer bestellt hat
campaign-criterion-organisation = Organisation
campaign-criterion-town = Ort
campaign-criterion-language = Sprache
campaign-criterion-any-seat = Hat irgendeinen Platz gebucht
campaign-criterion-seat = Hat einen Platz in
campaign-criterion-speaks = Steht im Programm
campaign-criterion-speaks-in = Wirkt mit bei
campaign-criterion-handed-in = Hat etwas eingereicht
campaign-criterion-edition = War bei einem früheren Kongress
campaign-criterion-waiting-list = Steht auf der Warteliste
campaign-criterion-agreed-to-news = Will Neuigkeiten
campaign-criterion-contact = Ist ein Kontakt
campaign-criterion-answered = Hat bei der Anmeldung gewählt
campaign-criterion-said-yes = Hat bei der Anmeldung Ja gesagt zu
campaign-criterion-said-no = Hat bei der Anmeldung Nein gesagt zu
campaign-criterion-seat-track = Hat einen Platz im Themenfeld
campaign-criterion-seat-type = Hat einen Platz in einer Art von Programmpunkt
campaign-criterion-speaks-track = Wirkt mit im Themenfeld
campaign-criterion-speaks-type = Wirkt mit in einer Art von Programmpunkt

campaign-says-ticket = ein Ticket haben
campaign-says-category = ein Ticket „{ $of }“ haben
campaign-says-unpaid = noch nicht bezahlt haben
campaign-says-unapproved = auf die Zusage warten
campaign-says-cancelled = ein Ticket hatten, das storniert oder abgelaufen ist
campaign-says-admitted = schon am Einlass waren
campaign-says-buyer = mit einer Bestellung kommen, die so bestellt wurde: { $of }
campaign-says-organisation = zu einer Organisation gehören, in deren Namen „{ $of }“ vorkommt
campaign-says-town = mit einer Bestellung aus „{ $of }“ kommen
campaign-says-language = { $of } lesen
campaign-says-any-seat = irgendeinen Platz gebucht haben
campaign-says-seat = einen Platz in „{ $of }“ haben
campaign-says-speaks = im Programm mitwirken
campaign-says-speaks-in = bei „{ $of }“ mitwirken
campaign-says-handed-in = etwas eingereicht haben
campaign-says-edition = ein Ticket für „{ $of }“ hatten
campaign-says-waiting-list = auf der Warteliste stehen
campaign-says-agreed-to-news = Neuigkeiten wollen
campaign-says-contact = als Kontakt aufgenommen sind oder sich eingetragen haben
campaign-says-answered = bei der Anmeldung gewählt haben: „{ $of }“
campaign-says-said-yes = bei der Anmeldung Ja gesagt haben zu „{ $of }“
campaign-says-said-no = bei der Anmeldung Nein gesagt haben zu „{ $of }“
campaign-says-seat-track = einen Platz in einem Programmpunkt im Themenfeld „{ $of }“ haben
campaign-says-seat-type = einen Platz in einem Programmpunkt der Art „{ $of }“ haben
campaign-says-speaks-track = in einem Programmpunkt im Themenfeld „{ $of }“ mitwirken
campaign-says-speaks-type = in einem Programmpunkt der Art „{ $of }“ mitwirken

campaign-denies-ticket = kein Ticket haben
campaign-denies-category = kein Ticket „{ $of }“ haben
campaign-denies-unpaid = nichts mehr zu bezahlen haben
campaign-denies-unapproved = nicht auf die Zusage warten
campaign-denies-cancelled = kein storniertes oder abgelaufenes Ticket hatten
campaign-denies-admitted = noch nicht am Einlass waren
campaign-denies-buyer = nicht mit einer Bestellung kommen, die so bestellt wurde: { $of }
campaign-denies-organisation = zu keiner Organisation gehören, in deren Namen „{ $of }“ vorkommt
campaign-denies-town = nicht mit einer Bestellung aus „{ $of }“ kommen
campaign-denies-language = nicht { $of } lesen
campaign-denies-any-seat = keinen Platz gebucht haben
campaign-denies-seat = keinen Platz in „{ $of }“ haben
campaign-denies-speaks = nicht im Programm mitwirken
campaign-denies-speaks-in = nicht bei „{ $of }“ mitwirken
campaign-denies-handed-in = nichts eingereicht haben
campaign-denies-edition = kein Ticket für „{ $of }“ hatten
campaign-denies-waiting-list = nicht auf der Warteliste stehen
campaign-denies-agreed-to-news = keinen Neuigkeiten zugestimmt haben
campaign-denies-contact = nicht als Kontakt aufgenommen sind und sich nicht eingetragen haben
campaign-denies-answered = bei der Anmeldung nicht gewählt haben: „{ $of }“
campaign-denies-said-yes = bei der Anmeldung nicht Ja gesagt haben zu „{ $of }“
campaign-denies-said-no = bei der Anmeldung nicht Nein gesagt haben zu „{ $of }“
campaign-denies-seat-track = keinen Platz in einem Programmpunkt im Themenfeld „{ $of }“ haben
campaign-denies-seat-type = keinen Platz in einem Programmpunkt der Art „{ $of }“ haben
campaign-denies-speaks-track = in keinem Programmpunkt im Themenfeld „{ $of }“ mitwirken
campaign-denies-speaks-type = in keinem Programmpunkt der Art „{ $of }“ mitwirken

campaign-fault-long = Das ist zu lang. Höchstens { $max } Zeichen.
campaign-fault-blocks = Mehr als { $max } Bausteine gehen nicht.
campaign-fault-choose = Bitte wählen Sie hier etwas aus.
campaign-fault-number = Bitte geben Sie eine Zahl von { $min } bis { $max } ein.
campaign-fault-segment-taken = So heißt schon eine andere Auswahl. Geben Sie einen anderen Namen.
campaign-fault-time = Bitte geben Sie eine Uhrzeit an, zum Beispiel 09:00.
campaign-fault-changed = Jemand hat die Rundmail inzwischen geändert. Sehen Sie sie noch einmal an.
campaign-fault-sent = Die Rundmail ist schon verschickt, oder sie wird gerade verschickt.
campaign-fault-faulty = So kann die Mail nicht verschickt werden. Was fehlt, steht auf dieser Seite.
campaign-fault-nobody = Die Rundmail geht an niemanden. Wählen Sie zuerst, an wen.
campaign-fault-past = Dieser Zeitpunkt ist schon vorbei.

campaign-faults = So kann die Mail noch nicht verschickt werden:
campaign-letter-no-subject = Der Betreff fehlt.
campaign-letter-subject-language = Der Betreff fehlt in einer der beiden Sprachen.
campaign-letter-empty = In der Mail steht noch nichts.
campaign-letter-language = In Baustein { $block } fehlt der Text in mindestens einer Sprache.
campaign-letter-placeholder = Baustein { $block }: Den Platzhalter „{ $name }“ gibt es nicht.
campaign-letter-placeholder-subject = Betreff: Den Platzhalter „{ $name }“ gibt es nicht.
campaign-letter-swallows = Baustein { $block }: Ein Code-Block oder HTML nimmt alles mit, was dahinter steht, auch den Link zum Abbestellen. Bitte nehmen Sie es heraus.
campaign-letter-url = Baustein { $block }: Die Adresse führt nirgendwohin. Sie muss mit https:// anfangen, und außer dem Link zu „Mein Kongress“ steht kein Platzhalter darin.
campaign-letter-gone = Baustein { $block }: Was er zeigt, ist nicht veröffentlicht.

campaign-halt-late = Die Rundmail wurde angehalten: Als sie an der Reihe war, war ihre Zeit schon lange vorbei. Passt sie noch, dann lassen Sie sie weiterlaufen.
campaign-halt-stale = Die Rundmail wurde angehalten, weil eine halbe Stunde lang nichts vorankam. Wer sie schon hat, bekommt sie nicht noch einmal, wenn Sie sie weiterlaufen lassen.
campaign-halt-faulty = Die Rundmail wurde angehalten, weil sie so nicht verschickt werden kann. Bearbeiten Sie sie; was fehlt, steht unten.
campaign-halt-restored = Die Rundmail wurde angehalten, weil eine Sicherung eingespielt wurde. Wer sie seit der Sicherung schon bekam, ist nicht bekannt: Lassen Sie sie weiterlaufen, bekommen manche sie vielleicht zweimal.

campaign-preview = So sieht sie aus
campaign-preview-as = Vorschau für
campaign-preview-nobody = niemand Bestimmtes
campaign-preview-show = Anzeigen
campaign-preview-in = Die Mail, wie sie aussieht: { $language }
campaign-preview-faulty = So, wie sie ist, lässt sich die Mail nicht schreiben.

campaign-start = Jetzt verschicken
campaign-start-title = „{ $name }“ jetzt verschicken?
campaign-start-count = { $count ->
    [0] Die Mail geht an niemanden.
    [one] Die Mail geht an eine Adresse.
   *[other] Die Mail geht an { $count } Adressen.
}
campaign-start-skipped = Diese bekommen sie nicht:
campaign-start-morning = Gerade ist Nacht. Es geht los am { $time }.
campaign-start-means = Danach lassen sich Text und Empfänger nicht mehr ändern. Anhalten geht jederzeit.
campaign-start-submit = { $count ->
    [one] An eine Adresse verschicken
   *[other] An { $count } Adressen verschicken
}
campaign-start-leave = Noch nicht
campaign-stop = Anhalten
campaign-go-on = Weiterlaufen lassen
campaign-copy = Kopieren
campaign-copy-name = { $name } (Kopie)
campaign-planned = Geplant für
campaign-started = Begonnen
campaign-ended = Fertig

campaign-test = Probe
campaign-test-lead = Schickt die Mail in beiden Sprachen an { $to }, und an niemanden sonst.
campaign-test-submit = Probe an mich schicken

campaign-plan = Später verschicken
campaign-plan-is = Geht los am { $time }.
campaign-plan-when = Wann
campaign-plan-when-at = Zu einer festen Zeit
campaign-plan-when-before = Einige Tage vor dem Kongress
campaign-plan-moves = Wird der Kongress verschoben, verschiebt sich die Mail mit.
campaign-plan-at = Tag und Uhrzeit
campaign-plan-when-hours = Einige Stunden, bevor der Kongress beginnt
campaign-plan-when-after = Einige Tage nach dem Kongress
campaign-plan-days = Tage vorher oder nachher
campaign-plan-hours = Stunden vorher
campaign-plan-time = Uhrzeit
campaign-plan-time-hint = Zum Beispiel 09:00
campaign-plan-submit = Planen
campaign-plan-faulty = Planen geht, sobald die Mail vollständig ist und feststeht, an wen sie geht.
campaign-rewrite = Wieder bearbeiten
campaign-unplan = Plan zurücknehmen

campaign-results = Was daraus wurde
campaign-result-all = Empfänger
campaign-result-sent = Gesendet
campaign-result-queued = Noch nicht an der Reihe
campaign-result-sending = Wird gerade gesendet
campaign-result-waiting = Wird wieder versucht
campaign-result-held = Zurückgehalten
campaign-result-in-doubt = Unklar
campaign-result-failed = Nicht angekommen
campaign-result-dropped = Verworfen
campaign-result-skipped = Nicht geschickt
campaign-result-opted-out = Nicht geschickt: will keine solchen Mails
campaign-result-blocked = Nicht geschickt: Mails kommen von dort zurück
campaign-result-no-consent = Nicht geschickt: hat Neuigkeiten nicht zugestimmt
campaign-result-bounced = Später zurückgekommen
campaign-result-complained = Als unerwünscht gemeldet
campaign-result-unsubscribed = Hat danach abbestellt
campaign-result-followed = Neue Bestellungen in den 14 Tagen danach
campaign-reason-opted-out = Will keine solchen Mails
campaign-reason-blocked = Mails kommen von dort zurück
campaign-reason-no-consent = Hat Neuigkeiten nicht zugestimmt
campaign-column-reason = Grund
campaign-export = Empfänger als Datei
campaign-troubled = Nicht angekommen oder unklar
campaign-troubled-more = Hier stehen die ersten { $count }. Alle stehen in der Datei.
campaign-doubt-means = Bei manchen Mails brach die Verbindung ab, bevor der Mailserver geantwortet hat. Sie sind vielleicht angekommen. Noch einmal schicken heißt: Manche bekommen sie zweimal. Sie können es auch dabei lassen.
campaign-doubt-again = { $count ->
    [one] Eine unklare Mail noch einmal schicken
   *[other] { $count } unklare Mails noch einmal schicken
}

campaign-flash-started = Die Rundmail wird verschickt.
campaign-flash-planned = Die Rundmail ist geplant.
campaign-flash-unplanned = Der Plan ist zurückgenommen.
campaign-flash-stopped = Die Rundmail ist angehalten. Was gerade unterwegs war, geht noch hinaus.
campaign-flash-continued = Die Rundmail läuft weiter.
campaign-flash-copied = Das ist die Kopie, als Entwurf.
campaign-flash-removed = Die Rundmail ist gelöscht.
campaign-flash-test = Die Probe geht an { $to }.
campaign-flash-doubtful = { $count ->
    [0] Es ist nichts mehr unklar.
    [one] Eine Mail geht noch einmal hinaus.
   *[other] { $count } Mails gehen noch einmal hinaus.
}

desk-export-campaign = rundmail
desk-list-campaign = Empfänger einer Rundmail
desk-audit-campaign-added = Rundmail angelegt: { $what }
desk-audit-campaign-edited = Rundmail geändert: { $what }
desk-audit-campaign-planned = Rundmail geplant: { $what }
desk-audit-campaign-unplanned = Plan der Rundmail zurückgenommen: { $what }
desk-audit-campaign-started = { $count ->
    [one] Rundmail begonnen: { $what }, eine Adresse
   *[other] Rundmail begonnen: { $what }, { $count } Adressen
}
desk-audit-campaign-stopped = Rundmail angehalten: { $what }
desk-audit-campaign-continued = Rundmail läuft weiter: { $what }
desk-audit-campaign-finished = Rundmail fertig: { $what }
desk-audit-campaign-removed = Rundmail gelöscht: { $what }
desk-audit-mailbox-opted-out = Mails abbestellt: { $what }
desk-audit-mailbox-opted-in = Mails wieder bestellt: { $what }
desk-audit-kind-service = Hinweise für Teilnehmende
desk-audit-kind-news = Neuigkeiten
desk-audit-kind-all = alle Rundmails

campaign-saved = Gespeicherte Auswahlen
campaign-saved-lead = An wen eine Rundmail geht, lässt sich unter einem Namen speichern und beim Schreiben der nächsten übernehmen. Eine Rundmail behält, an wen sie ging, auch wenn die Auswahl später gelöscht wird.
campaign-saved-none = Es ist noch keine gespeichert. Speichern geht beim Schreiben einer Rundmail, unter „An wen“.
campaign-saved-all = Alle gespeicherten Auswahlen
campaign-saved-which = Gespeicherte Auswahl
campaign-saved-take = Übernehmen statt der Auswahl unten
campaign-saved-name = Name für die Auswahl
campaign-saved-name-hint = Unter diesem Namen finden Sie die Auswahl unten bei der nächsten Rundmail wieder.
campaign-saved-keep = Auswahl speichern
campaign-saved-done = Die Auswahl „{ $name }“ ist gespeichert.
campaign-saved-rename = Umbenennen
campaign-flash-segment-renamed = Die Auswahl heißt jetzt anders.
campaign-flash-segment-removed = Die Auswahl ist gelöscht.
desk-audit-segment-saved = Auswahl für Rundmails gespeichert: { $what }
desk-audit-segment-renamed = Auswahl für Rundmails umbenannt: { $what }
desk-audit-segment-removed = Auswahl für Rundmails gelöscht: { $what }
campaign-remove-ask = Die Rundmail ist dann weg, mit allem, was darin steht.
campaign-remove-submit = Endgültig löschen
