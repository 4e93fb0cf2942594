## Programmpunkte aus einer Tabelle
session-table = Aus Tabelle übernehmen
session-table-guid = GUID
session-table-lead = Laden Sie die Liste der Programmpunkte als Excel-Datei herunter, ändern Sie sie und geben Sie sie hier wieder ab. Bevor sich etwas ändert, sehen Sie, was sich ändern würde.
session-table-file-hint = Excel (xlsx, xls), OpenDocument (ods) oder CSV, mit den Überschriften der heruntergeladenen Liste.
session-table-nothing = Bitte wählen Sie eine Datei.
session-table-help = So wird die Tabelle gelesen
session-table-help-rows = Eine Zeile gehört zu dem Programmpunkt mit ihrem Code. Ohne Code gehört sie zu dem Programmpunkt, der genauso heißt; gibt es keinen, entsteht ein neuer.
session-table-help-columns = Was Sie nicht ändern, bleibt. Eine leere Zelle leert die Angabe. Spalten und Programmpunkte, die in der Tabelle fehlen, bleiben, wie sie sind.
session-table-help-names = Räume, Themenfelder, Arten und Vortragende, die es noch nicht gibt, werden angelegt. Mehrere Vortragende trennen Sie mit einem Semikolon; bei gleichen Namen hilft der Code dahinter: Anna Kurz (7H4KQ2).
session-table-help-times = Zeiten schreiben Sie als 11.03.2027 09:00 oder 2027-03-11 09:00. Ohne Ende gilt die Dauer. Sind Beginn und Ende leer, hat der Programmpunkt keinen Platz im Plan.
session-table-help-state = Der Stand ist „offen“ oder „bestätigt“. Was ausfällt, sagen Sie auf der Seite des Programmpunkts ab, weil es dafür einen Grund braucht.
session-table-added = { $count ->
    [one] 1 neuer Programmpunkt
   *[other] { $count } neue Programmpunkte
}
session-table-others = { $count ->
    [one] 1 geänderter
   *[other] { $count } geänderte
}
session-table-unchanged = { $count ->
    [one] 1 unveränderter
   *[other] { $count } unveränderte
}
session-table-same = Die Tabelle sagt nichts Neues.
session-table-all = Alle Programmpunkte
session-table-take-in = { $count ->
    [one] 1 Programmpunkt übernehmen
   *[other] { $count } Programmpunkte übernehmen
}
session-table-made = Wird neu angelegt
session-table-made-hint = Ist etwas davon ein Tippfehler, verbessern Sie die Tabelle und geben Sie sie noch einmal ab.
session-table-changes = Was sich ändert
session-table-what = Änderung
session-table-new = neu
session-table-empty = leer
session-table-refused = { $count ->
    [one] 1 Angabe passt nicht
   *[other] { $count } Angaben passen nicht
}
session-table-refused-next = Es wurde nichts geändert. Verbessern Sie die Tabelle und geben Sie sie noch einmal ab.
session-table-changed = Inzwischen hat sich etwas geändert. Bitte sehen Sie noch einmal nach.
session-table-done = { $count ->
    [one] 1 Programmpunkt ist übernommen.
   *[other] { $count } Programmpunkte sind übernommen.
}
session-table-no-column = Es fehlt eine Spalte mit dem Code oder dem Titel.
session-table-no-code = Diesen Code hat kein Programmpunkt. Für einen neuen lassen Sie den Code leer.
session-table-no-guid = Diese GUID hat kein Termin. Für einen neuen Programmpunkt lassen Sie sie leer.
session-table-other = Die GUID gehört zu einem anderen Programmpunkt als der Code.
session-table-twice = Derselbe Programmpunkt steht schon in Zeile { $line }.
session-table-several = Mehrere heißen „{ $name }“. Schreiben Sie den Code in Klammern dahinter.
session-table-number = Das ist keine ganze Zahl.
session-table-state = Der Stand ist „offen“ oder „bestätigt“.
session-table-cancel = Absagen und wieder aufnehmen geht nur auf der Seite des Programmpunkts, mit einem Grund.
session-table-occurrences = Termine kommen im Plan dazu, nicht in der Tabelle.
session-table-time = Das ist kein Zeitpunkt. Schreiben Sie zum Beispiel 11.03.2027 09:00.
session-table-day = Es fehlt der Tag, zum Beispiel 11.03.2027 09:00.
session-table-leap = Diese Uhrzeit gibt es an dem Tag nicht: Die Uhr wird vorgestellt.
session-table-no-begin = Es fehlt der Beginn.
session-table-no-end = Es fehlt das Ende, oder die Dauer in Minuten.
session-table-clash = { $kind ->
    [room-twice] Der Raum ist zu dieser Zeit schon belegt
    [speaker-twice] Jemand trägt zu dieser Zeit schon vor
    [session-twice] Der Programmpunkt findet zu dieser Zeit schon statt
    [speaker-away] Jemand ist zu dieser Zeit nicht da
    [room-closed] Der Raum ist zu dieser Zeit geschlossen
    [outside-days] Das liegt außerhalb des Kongresses
    [room-too-small] Der Raum ist zu klein
   *[other] Das erlauben die Regeln des Plans nicht
}{ $other ->
    [none] .
   *[other] : { $other }.
}
desk-audit-session-table-taken-in = { $count ->
    [one] Tabelle übernommen: 1 Programmpunkt
   *[other] Tabelle übernommen: { $count } Programmpunkte
}

## Bilder der Vortragenden
speaker-picture-alt = Porträt von { $name }

## Projekte
desk-project-removal = Ein Projekt ohne Einreichung kann entfernt werden. Sein Stand wird frei.
desk-project-submitted = Dieses Projekt kommt aus einer Einreichung. Wird die Einreichung zurückgezogen oder abgesagt, ist auch das Projekt nicht mehr dabei.
desk-audit-project-removed = Projekt entfernt: { $what }
