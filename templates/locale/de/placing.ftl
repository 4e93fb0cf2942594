# Places for what is left of the schedule.

desk-placing = Übrige platzieren
desk-placing-lead = Für alles ohne Platz werden Raum und Zeit gesucht. Was schon einen Platz hat oder festgehalten ist, bleibt, wo es ist. Sie sehen zuerst einen Vorschlag.
desk-placing-nothing = Es gibt nichts zu platzieren: Alles hat einen Platz oder ist festgehalten.
desk-placing-left = { $n ->
    [one] 1 Programmpunkt hat noch keinen Platz.
   *[other] { $n } Programmpunkte haben noch keinen Platz.
}
desk-placing-seed = Startzahl
desk-placing-seed-hint = Dieselbe Zahl gibt denselben Vorschlag, eine andere einen anderen.
desk-placing-fault-seed = Bitte eine ganze Zahl ab 0.
desk-placing-fault-none = Bitte mindestens einen Vorschlag ankreuzen.
desk-placing-confirmed = Nur, was bestätigt ist
desk-placing-propose = Vorschlag machen
desk-placing-proposal = Vorschlag
desk-placing-none-asked = Nichts ohne Platz passt zu dieser Auswahl.
desk-placing-found = { $n } von { $all } finden einen Platz.
desk-placing-apply = Angekreuzte übernehmen
desk-placing-refused = Nichts übernommen
desk-placing-stale = Jemand hat den Plan seit dem Vorschlag geändert. Bitte lassen Sie einen neuen Vorschlag machen.
desk-placing-applied = { $n ->
    [one] 1 Programmpunkt hat jetzt einen Platz.
   *[other] { $n } Programmpunkte haben jetzt einen Platz.
}
desk-placing-warned = { $n ->
    [one] Dazu gibt es 1 Warnung.
   *[other] Dazu gibt es { $n } Warnungen.
}
desk-placing-unplaced = Ohne Platz bleiben { $n }
desk-placing-rules = Regeln des Plans ansehen
desk-placing-why-no-length = Niemand hat gesagt, wie lang das dauert. Tragen Sie eine Länge ein, hier oder bei der Art.
desk-placing-why-no-window = Kein Raum ist { $minutes } Minuten am Stück offen.
desk-placing-why-ruled = { $n ->
    [one] Für { $minutes } Minuten gibt es 1 Möglichkeit, und sie geht nicht: { $steps }.
   *[other] Für { $minutes } Minuten gibt es { $n } Möglichkeiten, und keine geht: { $steps }.
}
desk-placing-why-step = { $n ->
    [0] „{ $rule }“ lässt keine übrig
   *[other] „{ $rule }“ lässt { $n } übrig
}
desk-placing-why-alone = { $n ->
    [one] Wäre „{ $rule }“ nicht, ginge 1 davon.
   *[other] Wäre „{ $rule }“ nicht, gingen { $n } davon.
}
desk-placing-done-title = { $n ->
    [one] 1 Programmpunkt platziert
   *[other] { $n } Programmpunkte platziert
}
desk-placing-kept = { $n ->
    [one] 1 bleibt liegen, weil es inzwischen geändert wurde.
   *[other] { $n } bleiben liegen, weil sie inzwischen geändert wurden.
}
desk-audit-schedule-placed = { $count ->
    [one] 1 Programmpunkt nach Vorschlag platziert
   *[other] { $count } Programmpunkte nach Vorschlag platziert
}
desk-audit-schedule-placing-undone = Platzierte Programmpunkte wieder geparkt
desk-audit-slot-placed = „{ $what }“ nach Vorschlag platziert
desk-audit-slot-unplaced = „{ $what }“ mit anderen wieder geparkt

desk-schedule-booked = Gebucht
desk-schedule-starred = Gemerkt
desk-schedule-starred-hint = über persönliche Links; wer, sieht niemand

desk-release-blocked = { $n ->
    [one] 1 Fehler verhindert das Veröffentlichen
   *[other] { $n } Fehler verhindern das Veröffentlichen
}
desk-release-blocked-lead = Bringen Sie das im Zeitplan in Ordnung. Wenn es so sein soll, bestätigen Sie es unten ausdrücklich.
desk-release-despite = Trotzdem veröffentlichen
desk-release-despite-hint = Das Protokoll hält fest, dass Sie das bestätigt haben.
desk-release-fault-despite = Der Plan hat Fehler, die das Veröffentlichen verhindern. Bitte bringen Sie sie in Ordnung oder bestätigen Sie hier.
desk-audit-schedule-released-despite = Programm veröffentlicht, Fassung { $what }, und dabei bestätigt, dass der Plan Fehler hat
