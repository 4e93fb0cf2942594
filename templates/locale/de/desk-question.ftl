# Questions at the desk: setting them up, what was answered, counting

desk-settings-tab-questions = Fragen
desk-settings-lead-of-questions = Was Sie bei der Anmeldung wissen müssen, und wozu. Fragen Sie nur, was Sie brauchen: Jede Antwort wird nach ihrer Frist gelöscht.
desk-settings-none-of-questions = Noch keine Frage: Die Anmeldung fragt nach Namen und Mail-Adressen, sonst nach nichts.
desk-settings-add-to-questions = Frage anlegen
desk-settings-question = Frage
desk-question-label-de = Frage auf Deutsch
desk-question-label-en = Frage auf Englisch
desk-question-help-de = Hilfe dazu auf Deutsch
desk-question-help-en = Hilfe dazu auf Englisch
desk-question-help-hint = Ein Satz, der beim Antworten hilft.
desk-question-purpose-de = Wozu, auf Deutsch
desk-question-purpose-en = Wozu, auf Englisch
desk-question-purpose-hint = Steht bei der Frage: „Wozu: Damit die Küche planen kann“.
desk-question-used-for = Wem sie gestellt wird
desk-question-of-attendee = Jeder Person
desk-question-of-order = Einmal je Bestellung
desk-question-kind = Wie man antwortet
desk-question-kind-text = Eine Zeile Text
desk-question-kind-long-text = Mehrere Zeilen Text
desk-question-kind-number = Eine ganze Zahl
desk-question-kind-date = Ein Tag
desk-question-kind-yes-no = Ja oder Nein
desk-question-kind-one-of = Eine Antwort von mehreren
desk-question-kind-several-of = Mehrere Antworten
desk-question-kind-file = Eine Datei (PDF, PNG, JPEG)
desk-question-fault-kind = Bitte wählen Sie, wie man antwortet.
desk-question-options = Antworten zur Auswahl
desk-question-options-hint = Nur für Fragen mit Auswahl. Leere Zeilen zählen nicht; nach dem Speichern kommen weitere dazu.
desk-question-option-de = Antwort { $number } auf Deutsch
desk-question-option-en = Antwort { $number } auf Englisch
desk-question-option-active = „{ $label }“ steht zur Auswahl
desk-question-least = Kleinste Zahl
desk-question-most = Größte Zahl
desk-question-bounds-hint = Nur für Zahlen.
desk-question-retention = Löschen nach (Tagen)
desk-question-retention-hint = So viele Tage nach dem Kongress werden alle Antworten gelöscht.
desk-question-position-hint = Kleine Zahlen stehen vorn.
desk-question-depends = Nur fragen, wenn zuvor geantwortet wurde
desk-question-depends-hint = Die andere Frage muss vor dieser stehen.
desk-question-depends-nothing = Immer fragen
desk-question-asked-until = Gefragt bis
desk-question-asked-until-hint = Danach wird die Frage niemandem mehr gestellt.
desk-question-changed-until = Änderbar bis
desk-question-changed-until-hint = Danach ändern nur noch Sie gegebene Antworten.
desk-question-categories = Nur für diese Tickets
desk-question-categories-hint = Ohne Auswahl gilt die Frage für alle.
desk-question-required = Muss beantwortet werden.
desk-question-required-hint = Wer von Ihnen eingetragen wird, und wer über ein Programm kommt, kann später antworten.
desk-question-sensitive = Sensibel.
desk-question-sensitive-hint = Gesundheit, Religion, Bedürfnisse: Mit Namen liest sie nur, wer das darf.
desk-question-counted = Für Küche und Haus zählen.
desk-question-counted-hint = In Zahlen, ohne Namen.
desk-question-active = Wird gestellt.
desk-question-active-hint = Sonst bleibt sie mit ihren Antworten nur hier stehen.
desk-question-is-active = Wird gestellt
desk-question-is-retired = Nicht mehr gestellt
desk-question-mark-required = Pflicht
desk-question-mark-sensitive = sensibel
desk-question-answers = { $count ->
    [0] keine Antwort
    [one] 1 Antwort
   *[other] { $count } Antworten
}
desk-question-answered = { $count ->
    [one] Eine Person hat schon geantwortet. Wem und wie die Frage gestellt wird, bleibt deshalb so.
   *[other] Es gibt schon { $count } Antworten. Wem und wie die Frage gestellt wird, bleibt deshalb so.
}
desk-question-remove-meaning = Wurde die Frage schon beantwortet, wird sie nur nicht mehr gestellt, und ihre Antworten bleiben bis zu ihrer Frist. Sonst verschwindet sie ganz.
desk-question-retired-now = Die Frage wird nicht mehr gestellt. Ihre Antworten bleiben bis zu ihrer Frist.
desk-audit-question-added = Frage angelegt
desk-audit-question-changed = Frage geändert
desk-audit-question-removed = Frage gelöscht
desk-audit-congress-answers-forgotten = { $count ->
    [one] 1 Antwort nach ihrer Frist gelöscht
   *[other] { $count } Antworten nach ihrer Frist gelöscht
}
desk-job-kind-congress-retention = Antworten nach ihrer Frist löschen
desk-audit-field-used-for = Wem gestellt
desk-audit-field-label = Frage
desk-audit-field-help = Hilfe
desk-audit-field-answered-with = Wie man antwortet
desk-audit-field-least = Kleinste Zahl
desk-audit-field-most = Höchstens
desk-audit-field-required = Pflicht
desk-audit-field-depends = Hängt ab von
desk-audit-field-purpose = Wozu
desk-audit-field-retention-days = Löschen nach (Tagen)
desk-audit-field-sensitive = Sensibel
desk-audit-field-counted = Wird gezählt
desk-audit-field-asked-until = Gefragt bis
desk-audit-field-changed-until = Änderbar bis
desk-audit-field-options = Antworten zur Auswahl
desk-answers = Angaben
desk-answers-none = Noch keine.
desk-answers-hidden = Sensible Angaben sehen nur, die das dürfen.
desk-answers-edit = Angaben ändern
desk-answers-of-order = Angaben zur Bestellung { $code }
desk-answers-of-person = Angaben von { $name }
desk-answers-hint = Hier muss nichts beantwortet werden. Was nach den übrigen Angaben nicht gilt, wird gelöscht.
desk-answers-nothing-asked = Hier wird nichts gefragt.
desk-answers-saved = Die Angaben sind gespeichert.
desk-event-order-answered = Angaben zur Bestellung geändert
desk-event-attendee-answered = Angaben von { $name } geändert
desk-list-with-sensitive = { $list } mit sensiblen Angaben
desk-list-counts = Zahlen für Küche und Haus
desk-export-counts = zahlen
desk-counts = Zahlen für Küche und Haus
desk-counts-word = Zahlen für die Küche
desk-counts-lead = Was Teilnehmende mit einem Platz geantwortet haben: Zahlen, keine Namen. Gezählt werden die Fragen, bei denen das eingestellt ist.
desk-counts-none = Keine Frage wird gezählt. Das stellen Sie bei der Frage ein.
desk-counts-export = Zahlen als Datei
desk-counts-question = Frage
desk-counts-answer = Antwort
desk-counts-total = Zusammen
desk-counts-sum = Summe der Zahlen
desk-counts-answered = beantwortet
desk-counts-open = keine Angabe
