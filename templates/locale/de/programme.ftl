# The programme: schedules taken in and written, releases.

programme-error-read = Die Datei ist kein Programm, das wir lesen können (Zeile { $line }, Spalte { $column }).
programme-error-no-days = In der Datei steht kein Tag und kein Programmpunkt. So ist nicht bekannt, wann der Kongress ist.
programme-error-not-released = Für diesen Kongress ist noch kein Programm veröffentlicht.
programme-release-number = Fassung { $number }
# Several may have one name: the number tells them apart.
programme-release-named = Fassung { $name } (Nr. { $number })

desk-audit-schedule-imported = { $count ->
    [0] Programm aus einer Datei übernommen, Fassung { $what }: Zeiten und Räume wie zuvor
    [one] Programm aus einer Datei übernommen, Fassung { $what }: 1 Termin neu, geändert oder entfallen
   *[other] Programm aus einer Datei übernommen, Fassung { $what }: { $count } Termine neu, geändert oder entfallen
}
desk-audit-schedule-imported-unchanged = Programm aus einer Datei übernommen, Fassung { $what }: Es war schon so
desk-audit-schedule-released = { $count ->
    [one] Programm veröffentlicht, Fassung { $what }, 1 Termin
   *[other] Programm veröffentlicht, Fassung { $what }, { $count } Termine
}
desk-list-schedule = Programm
