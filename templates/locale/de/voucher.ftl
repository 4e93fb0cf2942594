# Codes of limited use
code-error-malformed = „{ $code }“ geht nicht als Code: 4 bis 40 Buchstaben und Ziffern ohne Umlaute, dazwischen Striche.
code-error-taken = Den Code { $code } gibt es schon.
code-error-ended = Dieser Code ist beendet.
code-error-not-yet = Dieser Code gilt noch nicht.
code-error-expired = Dieser Code gilt nicht mehr.
code-error-used-up = Dieser Code ist aufgebraucht.
code-error-fewer-than-used = Der Gutschein ist schon { $used }-mal genutzt. Weniger Nutzungen gehen nicht.
code-error-was-used = Dieser Gutschein wurde genutzt. Sie können ihn beenden, nicht löschen.

# What who registers with a voucher is told
portal-voucher = Gutscheincode
portal-voucher-hint = Falls Sie einen erhalten haben. Groß oder klein geschrieben ist gleich.
portal-voucher-apply = Einlösen
portal-voucher-title = Gutschein
portal-voucher-applied = { $count ->
    [one] Der Gutschein { $code } gilt für 1 Ticket.
   *[other] Der Gutschein { $code } gilt für { $count } Tickets.
}
portal-voucher-waived = Gutschein { $code }
voucher-refused-unknown = Diesen Gutscheincode gibt es nicht. Bitte prüfen Sie die Schreibweise.
voucher-refused-ended = Dieser Gutschein wurde beendet. Bitte fragen Sie, wer ihn Ihnen gegeben hat.
voucher-refused-not-yet = Dieser Gutschein gilt noch nicht.
voucher-refused-expired = Dieser Gutschein ist abgelaufen.
voucher-refused-used-up = Dieser Gutschein ist aufgebraucht.
voucher-refused-other-tickets = Dieser Gutschein gilt für keines der gewählten Tickets.
voucher-refused-short = { $count ->
    [0] Dieser Gutschein wurde gerade aufgebraucht. Bitte prüfen Sie den Betrag.
    [one] Dieser Gutschein reicht nur noch für 1 Ticket. Bitte prüfen Sie den Betrag.
   *[other] Dieser Gutschein reicht nur noch für { $count } Tickets. Bitte prüfen Sie den Betrag.
}
voucher-refused-too-many = Von hier kamen zu viele falsche Codes. Bitte versuchen Sie es in einer Stunde wieder oder bestellen Sie ohne Gutschein.
voucher-refused-too-few = Dieser Gutschein gilt ab { $count } Tickets in einer Bestellung.

# What cannot be
voucher-error-unknown-quota = Es gibt kein Kontingent „{ $slug }“.
voucher-error-ended = Der Gutschein ist beendet und lässt sich nicht mehr ändern.
voucher-error-no-room = „{ $quota }“ hat keine { $wanted } Plätze mehr frei, die der Gutschein halten könnte.
voucher-wrong-uses = Ein Gutschein lässt sich 1- bis 10.000-mal nutzen.
voucher-wrong-min-uses = Mindestens 1, höchstens so viele wie Nutzungen.
voucher-wrong-amount = Bitte geben Sie einen Betrag oder Prozentsatz an, zum Beispiel 25 oder 12,50.
voucher-wrong-percent = Mehr als 100 Prozent gehen nicht.
voucher-wrong-window = „Gültig bis“ muss nach „Gültig ab“ liegen.
voucher-wrong-past = „Gültig bis“ ist schon vorbei. Bitte geben Sie einen Zeitpunkt an, der noch kommt.
voucher-wrong-after-end = Der Kongress ist dann schon vorbei.
voucher-wrong-no-category = Bitte wählen Sie mindestens ein Ticket.
voucher-wrong-no-quota = Bitte wählen Sie ein Kontingent.
voucher-wrong-blocks-all = Um Plätze zu halten, muss der Gutschein für bestimmte Tickets oder ein Kontingent gelten.
voucher-wrong-blocks-and-passes = Plätze halten und über das Kontingent hinausgehen schließen sich aus.
voucher-wrong-tag = Ein Schlagwort hat höchstens 60 Zeichen.
voucher-wrong-note = Eine Notiz hat höchstens 500 Zeichen.
voucher-wrong-count = Bitte geben Sie eine Zahl von 1 bis 5.000 an.
voucher-wrong-prefix = Vorne stehen höchstens 31 Buchstaben und Ziffern ohne Umlaute, dazwischen Striche.

# The desk
web-desk-vouchers = Gutscheine
desk-vouchers = Gutscheine
desk-vouchers-lead = Codes, die verbilligen, Plätze halten oder verborgene Tickets öffnen.
desk-vouchers-all = Alle Gutscheine
desk-vouchers-none = Noch keine Gutscheine.
desk-vouchers-none-next = Legen Sie einen an, lassen Sie viele auf einmal ziehen oder lesen Sie eine Liste ein.
desk-vouchers-nothing = Kein Gutschein passt dazu.
desk-vouchers-show-all = Alle zeigen
desk-vouchers-caption = Gutscheine, { $rows }
desk-voucher-word = Gutschein
desk-voucher-title = Gutschein { $code }
desk-voucher-new = Gutschein anlegen
desk-voucher-batch = Viele ziehen
desk-voucher-batch-lead = Alle gleich bis auf den Code, der ohne verwechselbare Zeichen gezogen wird.
desk-voucher-draw = Gutscheine ziehen
desk-voucher-filter = Gutscheine eingrenzen
desk-voucher-filter-query = Code, Schlagwort oder Notiz
desk-voucher-untagged = ohne Schlagwort
desk-voucher-which = Welcher Code
desk-voucher-code = Code
desk-voucher-code-hint = Buchstaben und Ziffern, dazwischen Striche: „PARTNER-2027“.
desk-voucher-count = Anzahl
desk-voucher-count-hint = Höchstens { $max } auf einmal.
desk-voucher-prefix = Vorne steht
desk-voucher-prefix-hint = „PRESSE“ macht „PRESSE-7K4QXM2B“.
desk-voucher-max-uses = Nutzungen
desk-voucher-max-uses-hint = Für so viele Tickets lässt sich jeder Code nutzen.
desk-voucher-min-uses = Mindestens je Bestellung
desk-voucher-min-uses-hint = Der Gutschein gilt ab so vielen Tickets in einer Bestellung.
desk-voucher-tag = Schlagwort
desk-voucher-tag-hint = Wonach Sie zusammenzählen: „Partner“, „Presse“.
desk-voucher-note = Notiz
desk-voucher-note-hint = Wer ihn bekommen hat. Nur im Kongressbüro zu sehen.
desk-voucher-scope = Gilt für
desk-voucher-scope-all = alle Tickets
desk-voucher-scope-all-means = Auch für solche, die später dazukommen.
desk-voucher-scope-categories = bestimmte Tickets
desk-voucher-scope-categories-means = Die Sie unten ankreuzen.
desk-voucher-scope-quota = ein Kontingent
desk-voucher-scope-quota-means = Alle Tickets, die einen Platz daraus brauchen.
desk-voucher-categories = Tickets, falls bestimmte
desk-voucher-quota = Kontingent, falls eines
desk-voucher-quota-none = keines
desk-voucher-effect = Preis
desk-voucher-effect-none = bleibt, wie er ist
desk-voucher-effect-none-means = Der Gutschein hält nur Plätze oder öffnet Tickets.
desk-voucher-effect-set = Festpreis
desk-voucher-effect-set-means = Nie mehr, als das Ticket ohne Gutschein kostet.
desk-voucher-effect-less = Betrag weniger
desk-voucher-effect-less-means = Je Ticket, nie unter null.
desk-voucher-effect-percent = Prozent weniger
desk-voucher-effect-percent-means = Auf ganze Cent gerundet.
desk-voucher-amount = Betrag oder Prozent
desk-voucher-amount-hint = 25 sind 25 Euro oder 25 Prozent, je nachdem.
desk-voucher-places = Plätze
desk-voucher-blocks = Plätze im Voraus halten
desk-voucher-blocks-hint = Für jede offene Nutzung ist ein Platz vergeben, bis der Gutschein genutzt, beendet oder abgelaufen ist.
desk-voucher-passes = Über das Kontingent hinaus
desk-voucher-passes-hint = Wer damit kommt, zählt in keinem Kontingent mit und macht auch später keinen Platz frei.
desk-voucher-unlocks = Verborgene Tickets öffnen
desk-voucher-unlocks-hint = Tickets, die nur mit Gutschein zu haben sind.
desk-voucher-when = Wann und wie viele
desk-voucher-valid-from = Gültig ab
desk-voucher-valid-until = Gültig bis
desk-voucher-valid-until-hint = Danach sind auch gehaltene Plätze wieder frei.
desk-voucher-facts = Was der Gutschein tut
desk-voucher-means = Wirkung
desk-voucher-uses = Genutzt
desk-voucher-used = Genutzt
desk-voucher-used-of = { $used } von { $max }
desk-voucher-codes = Codes
desk-voucher-turnover = Umsatz damit
desk-voucher-waived = Erlassen
desk-voucher-waived-of = { $price } erlassen
desk-voucher-ended-at = Beendet
desk-voucher-held = Gehaltene Plätze
desk-voucher-held-none = zurzeit keine
desk-voucher-passes-word = Kontingent
desk-voucher-passes-means = Gäste über das Kontingent hinaus
desk-voucher-unlocks-word = Öffnet verborgene Tickets
desk-voucher-is-blocking = hält Plätze
desk-voucher-is-passing = über das Kontingent hinaus
desk-voucher-is-unlocking = öffnet verborgene Tickets
desk-voucher-tells-set = Festpreis { $price }
desk-voucher-tells-less = { $price } weniger
desk-voucher-tells-percent = { $rate } % weniger
desk-voucher-tells-quota = Tickets von „{ $quota }“
desk-voucher-share = Mit dieser Adresse steht der Code schon im Formular:
desk-voucher-orders = Wofür er genutzt wurde
desk-voucher-unused = Noch nie genutzt.
desk-voucher-more = Gezeigt sind die neuesten { $count }.
desk-voucher-freed = zurückgekommen { $time }
desk-voucher-end = Beenden
desk-voucher-by-tag = Nach Schlagwort
desk-voucher-by-tag-means = Umsatz und Erlass der Tickets, die einen Platz haben.
desk-voucher-state-open = offen
desk-voucher-state-not-yet = gilt noch nicht
desk-voucher-state-used-up = aufgebraucht
desk-voucher-state-expired = abgelaufen
desk-voucher-state-ended = beendet
desk-flash-voucher-saved = Der Gutschein ist gespeichert.
desk-flash-voucher-ended = Der Gutschein { $code } ist beendet.
desk-flash-voucher-removed = Der Gutschein ist gelöscht.
desk-flash-vouchers-drawn = { $count ->
    [one] 1 Gutschein ist gezogen.
   *[other] { $count } Gutscheine sind gezogen.
}
desk-flash-vouchers-drawn-before = Diese Gutscheine waren schon gezogen.
desk-flash-vouchers-taken-in = { $count ->
    [one] 1 Gutschein ist eingelesen.
   *[other] { $count } Gutscheine sind eingelesen.
}
desk-attendee-voucher = Gutschein
desk-attendee-beyond = über das Kontingent hinaus
desk-hand-voucher = Gutscheincode
desk-hand-voucher-hint = Gilt für so viele Tickets, wie er noch Nutzungen hat.
desk-export-vouchers = gutscheine
desk-list-vouchers = Gutscheine

# Lists of vouchers
desk-voucher-import = Gutscheine einlesen
desk-voucher-import-lead = Eine Zeile je Gutschein. Alles wird eingelesen oder nichts; vorher sehen Sie, was dagegensteht.
desk-voucher-import-help = Diese Spalten werden gelesen
desk-voucher-import-ready = { $count ->
    [one] 1 Gutschein kann eingelesen werden.
   *[other] { $count } Gutscheine können eingelesen werden.
}
desk-voucher-import-take-in = { $count ->
    [one] 1 Gutschein einlesen
   *[other] { $count } Gutscheine einlesen
}
desk-voucher-import-refused = { $count ->
    [0] Die Liste enthält keinen Gutschein
    [one] 1 Eintrag steht dagegen
   *[other] { $count } Einträge stehen dagegen
}
desk-voucher-import-refused-next = Berichtigen Sie die Liste und geben Sie sie noch einmal ab. Bis dahin wird nichts eingelesen.
desk-voucher-import-first = { $count ->
    [one] Der erste Gutschein
   *[other] Die ersten { $count } Gutscheine
}
voucher-sheet-code = Code
voucher-sheet-means-code = Muss da sein. 4 bis 40 Buchstaben und Ziffern.
voucher-sheet-uses = Nutzungen
voucher-sheet-means-uses = Ohne Angabe 1.
voucher-sheet-effect = Wirkung
voucher-sheet-means-effect = keine, Festpreis, Betrag oder Prozent.
voucher-sheet-effect-none = keine
voucher-sheet-effect-set = Festpreis
voucher-sheet-effect-less = Betrag
voucher-sheet-effect-percent = Prozent
voucher-sheet-amount = Wert
voucher-sheet-means-amount = Euro oder Prozent, je nach Wirkung: 25 oder 12,50.
voucher-sheet-tickets = Tickets
voucher-sheet-means-tickets = Kurznamen oder Namen, mit Komma getrennt; „alle“ oder leer für alle.
voucher-sheet-all = alle
voucher-sheet-quota = Kontingent
voucher-sheet-means-quota = Statt der Tickets: Name eines Kontingents.
voucher-sheet-from = Gültig ab
voucher-sheet-means-from = Tag oder Tag und Uhrzeit, zum Beispiel 11.03.2027.
voucher-sheet-until = Gültig bis
voucher-sheet-means-until = Ein Tag allein zählt bis zu seinem Ende.
voucher-sheet-tag = Schlagwort
voucher-sheet-means-tag = Wonach Sie zusammenzählen.
voucher-sheet-note = Notiz
voucher-sheet-means-note = Nur im Kongressbüro zu sehen.
voucher-sheet-least = Mindestens
voucher-sheet-means-least = So viele Tickets braucht eine Bestellung dafür.
voucher-sheet-unlocks = Öffnet verborgene
voucher-sheet-means-unlocks = ja oder leer.
voucher-sheet-blocks = Hält Plätze
voucher-sheet-means-blocks = ja oder leer.
voucher-sheet-passes = Über das Kontingent
voucher-sheet-means-passes = ja oder leer.
voucher-sheet-no-code = Über keiner Spalte steht „Code“.
voucher-sheet-twice = Dieser Code steht schon weiter oben.
voucher-sheet-code-malformed = 4 bis 40 Buchstaben und Ziffern ohne Umlaute, dazwischen Striche.
voucher-sheet-no-number = Hier steht keine ganze Zahl.
voucher-sheet-no-time = Das ist kein Tag, zum Beispiel 11.03.2027.
voucher-sheet-unknown-effect = Möglich sind: keine, Festpreis, Betrag, Prozent.
voucher-sheet-unknown-ticket = „{ $name }“ gibt es in diesem Kongress nicht.

# Where every seat is
desk-places-voucher = für Gutscheine gehalten
desk-places-source-nobody = im Voraus gehalten
desk-places-guests = { $count ->
    [one] Dazu kommt 1 Gast über das Kontingent hinaus: mit Gutschein, ohne Platz daraus.
   *[other] Dazu kommen { $count } Gäste über das Kontingent hinaus: mit Gutschein, ohne Platz daraus.
}

# The log
desk-audit-voucher-added = Gutschein { $what } angelegt
desk-audit-vouchers-added = { $count ->
    [one] 1 Gutschein angelegt { $what }
   *[other] { $count } Gutscheine angelegt { $what }
}
desk-audit-voucher-changed = Gutschein { $what } geändert
desk-audit-voucher-ended = { $count ->
    [0] Gutschein { $what } beendet
    [one] Gutschein { $what } beendet, 1 Platz ist frei
   *[other] Gutschein { $what } beendet, { $count } Plätze sind frei
}
desk-audit-voucher-lapsed = { $count ->
    [one] Gutschein { $what } abgelaufen, 1 Platz ist frei
   *[other] Gutschein { $what } abgelaufen, { $count } Plätze sind frei
}
desk-audit-voucher-removed = Gutschein { $what } gelöscht
desk-audit-field-code = Code
desk-audit-field-max-uses = Nutzungen
desk-audit-field-min-uses = Mindestens je Bestellung
desk-audit-field-valid-from = Gültig ab
desk-audit-field-valid-until = Gültig bis
desk-audit-field-tag = Schlagwort
desk-audit-field-note = Notiz
desk-audit-field-scope = Gilt für
desk-audit-field-quota = Kontingent
desk-audit-field-effect = Wirkung
desk-audit-field-amount = Wert
desk-audit-field-unlocks = Öffnet verborgene Tickets
desk-audit-field-blocks = Hält Plätze
desk-audit-field-passes = Über das Kontingent hinaus
