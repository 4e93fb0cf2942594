# Listen von Gästen übernehmen.

desk-import = Liste übernehmen
desk-import-lead = Eine Zeile für jede Person. Sie sehen zuerst eine Vorschau; übernommen wird erst, wenn Sie es bestätigen.
desk-import-file = Datei
desk-import-file-hint = Excel (xlsx, xls), OpenDocument (ods) oder Text (csv, tsv), höchstens 20 MB.
desk-import-pasted = Oder Zellen aus der Zwischenablage
desk-import-pasted-hint = In der Tabelle markieren, kopieren und hier einfügen, mit den Überschriften.
desk-import-pasted-name = Zwischenablage
desk-import-submit = Zur Vorschau
desk-import-nothing = Bitte wählen Sie eine Datei, oder fügen Sie Zellen ein.
desk-import-help = Was in der Liste stehen kann
desk-import-help-name = Vorname und Nachname in zwei Spalten, oder der ganze Name in einer: „Petra Kemper“ oder „Kemper, Petra“.
desk-import-help-email = E-Mail-Adresse. Mehrere Personen können sich eine teilen.
desk-import-help-organisation = Organisation, wenn Sie möchten.
desk-import-help-category = Ticket: sein Name oder Kurzname. Fehlt die Spalte, wählen Sie in der Vorschau eines für alle.
desk-import-help-language = Sprache: de oder en. Ohne Angabe Deutsch.
desk-import-help-rest = Anrede, Titel und alles andere bleibt draußen. Überschriften dürfen weiter unten beginnen, leere Zeilen stören nicht.

desk-import-preview = Vorschau: { $name }
desk-import-back = Andere Liste
desk-import-rows = { $count ->
    [one] Eine Zeile
   *[other] { $count } Zeilen
}
desk-import-sheet = Die Datei hat mehrere Blätter. Gelesen ist das Blatt „{ $sheet }“.
desk-import-ready = Übernehmen
desk-import-guests = { $count ->
    [one] Eine Person kann übernommen werden.
   *[other] { $count } Personen können übernommen werden.
}
desk-import-with-mail = Alle bekommen ihr Ticket per Mail.
desk-import-without-mail = Es geht keine Mail hinaus.
desk-import-take-in = { $count ->
    [one] Eine Person übernehmen
   *[other] { $count } Personen übernehmen
}
desk-import-leave = Nicht übernehmen
desk-import-refused = { $count ->
    [one] Eine Stelle passt nicht. Übernommen wird erst, wenn die ganze Liste passt.
   *[other] { $count } Stellen passen nicht. Übernommen wird erst, wenn die ganze Liste passt.
}
desk-import-refusals = Was nicht passt
desk-import-more = { $count ->
    [one] Dazu eine weitere Stelle.
   *[other] Dazu { $count } weitere Stellen.
}
desk-import-line = Zeile
desk-import-column = Spalte
desk-import-value = Wert
desk-import-reason = Grund
desk-import-choices = Was steht in den Spalten?
desk-import-choices-hint = Vorbelegt nach den Überschriften. Ändern Sie, was nicht stimmt, und sehen Sie sich die Vorschau neu an.
desk-import-heading = { $letter }: { $heading }
desk-import-letter = Spalte { $letter }
desk-import-example = zum Beispiel: { $example }
desk-import-no-example = leer
desk-import-field-ignore = nicht übernehmen
desk-import-field-given-name = Vorname
desk-import-field-family-name = Nachname
desk-import-field-name = ganzer Name
desk-import-field-email = E-Mail
desk-import-field-organisation = Organisation
desk-import-field-category = Ticket
desk-import-field-language = Sprache
desk-import-category = Ticket
desk-import-category-hint = Für Zeilen, in denen keines steht.
desk-import-question = Welches Ticket bekommen die Personen dieser Liste?
desk-import-question-hint = Die Liste sagt es nicht. Wählen Sie eines für alle, und sehen Sie es sich neu an.
desk-import-category-none = Bitte wählen
desk-import-mail = Allen ihr Ticket per Mail senden
desk-import-look = Neu ansehen
desk-import-first = { $count ->
    [one] So wird die erste Zeile übernommen
   *[other] So werden die ersten { $count } Zeilen übernommen
}
desk-flash-taken-in = { $count ->
    [one] Eine Person ist übernommen.
   *[other] { $count } Personen sind übernommen.
}
desk-flash-import-changed = Sie haben die Auswahl geändert. So sieht es jetzt aus: Bitte prüfen Sie es, und übernehmen Sie dann.
desk-flash-import-gone = Diese Liste liegt nicht mehr vor: Sie ist schon übernommen, oder die Stunde ist um. Bitte geben Sie sie bei Bedarf neu ab.
