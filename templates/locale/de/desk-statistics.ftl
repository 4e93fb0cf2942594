# Figures to decide by
web-desk-statistics = Statistik
desk-list-statistics = Statistik
desk-export-statistics = statistik
desk-statistics = Statistik
desk-statistics-lead = Wer sich wann angemeldet hat, woher die Teilnehmenden kommen und was eingegangen ist. Jede Tabelle lässt sich als Excel-Datei mitnehmen.
desk-statistics-parts = Teile der Statistik
desk-statistics-part-time = Verlauf
desk-statistics-part-comparison = Vergleich
desk-statistics-part-people = Teilnehmende
desk-statistics-part-money = Geld
desk-statistics-part-vouchers = Gutscheine
desk-statistics-part-door = Einlass
desk-statistics-filter = Statistik eingrenzen
desk-statistics-from = Angemeldet ab
desk-statistics-until = Angemeldet bis
desk-statistics-step = Zeitschritt
desk-statistics-by-itself = wie es passt
desk-statistics-by-day = Tage
desk-statistics-by-week = Wochen
desk-statistics-show-all = Alles zeigen
desk-statistics-nothing = Dazu gibt es noch keine Zahlen.
desk-statistics-as-file = xlsx
desk-statistics-all-as-file = Alle Tabellen (xlsx)
desk-statistics-more = { $count ->
    [one] und eine weitere Zeile in der Datei
   *[other] und { $count } weitere Zeilen in der Datei
}
desk-statistics-percent = { $n } %
desk-statistics-sum = zusammen

desk-statistics-time = Anmeldungen und Abgänge
desk-statistics-time-lead = Angemeldet: Tickets, die in der Zeit bestellt wurden, auch wenn sie später storniert wurden oder abgelaufen sind. Storniert und abgelaufen stehen dort, wo es geschah. Die letzte Spalte sagt, wie viele Plätze danach belegt waren; mit einem Zeitraum nur die Veränderung darin.
desk-statistics-time-picture = Je Zeitschritt ein Balken: unten die Anmeldungen, die noch gelten, darüber die, die seither storniert wurden oder abgelaufen sind. Alle Zahlen stehen in der Tabelle darunter.
desk-statistics-day = Tag
desk-statistics-calendar-week = Woche
desk-statistics-week = KW { $week }, ab { $day }
desk-statistics-short-day = { $day }.{ $month }.
desk-statistics-registered = angemeldet
desk-statistics-kept = davon noch gültig
desk-statistics-ended = seither beendet
desk-statistics-cancelled-in = storniert
desk-statistics-expired-in = abgelaufen
desk-statistics-going-then = belegt danach

desk-statistics-going = Plätze belegt
desk-statistics-share = Anteil
desk-statistics-cancelled = storniert
desk-statistics-expired = abgelaufen
desk-statistics-waiting = Warteliste
desk-statistics-meaning = Was hier gezählt wird
desk-statistics-going-means = Tickets, die gelten, auf die Zahlung oder auf die Freigabe warten. Nur sie zählen als Anteil. Testbestellungen zählen nirgends.
desk-statistics-cancelled-means = Tickets, die zurückgegeben oder vom Kongressbüro storniert wurden. Wurde die Stornierung rückgängig gemacht, zählt das Ticket wieder als belegt.
desk-statistics-expired-means = Tickets, die niemand rechtzeitig bezahlt hat.
desk-statistics-waiting-means = So viele Plätze möchten die, die auf der Warteliste stehen oder ein Angebot haben. Wer mehrere Kategorien nähme, zählt bei der liebsten. Niemand davon zählt als angemeldet.

desk-statistics-categories = Nach Kategorie
desk-statistics-categories-lead = Wie die Anmeldungen heute stehen, die im Zeitraum eingegangen sind.
desk-statistics-category = Kategorie

desk-statistics-comparison = Diese und die vorige Ausgabe
desk-statistics-comparison-lead = Wie viele Plätze so viele Tage vor dem Beginn belegt waren, gezählt nach den Tickets, die heute noch gelten: Später stornierte fehlen in beiden Linien.
desk-statistics-curve-picture = Die durchgezogene Linie ist dieser Kongress, die gestrichelte die vorige Ausgabe. Von links nach rechts kommt der Beginn näher. Alle Zahlen stehen in der Tabelle darunter.
desk-statistics-curve-alone = Die Linie steigt mit den Anmeldungen. Von links nach rechts kommt der Beginn näher. Alle Zahlen stehen in der Tabelle darunter.
desk-statistics-first-edition = Es gibt noch keine frühere Ausgabe zum Vergleichen.
desk-statistics-this = diese Ausgabe
desk-statistics-difference = Unterschied
desk-statistics-before-beginning = Vor dem Beginn
desk-statistics-days-before = { $count ->
    [0] am Tag des Beginns
    [one] 1 Tag
   *[other] { $count } Tage
}

desk-statistics-kinds = Nach Art der Bestellenden
desk-statistics-kinds-lead = Wer bestellt hat: eine Privatperson, ein Unternehmen oder Verein, eine öffentliche Stelle. Gezählt werden die Tickets.
desk-statistics-kind = Art
desk-statistics-towns = Nach Stadt oder Gemeinde
desk-statistics-towns-lead = Der Ort der Rechnung; gibt es keine, der Ort der Organisation, wenn sie unter „Träger und Partner“ bekannt ist. Für alle anderen ist der Ort unbekannt.
desk-statistics-town = Ort
desk-statistics-unknown = unbekannt
desk-statistics-carriers = Städte und Kreise, die den Kongress tragen
desk-statistics-carriers-lead = Tickets, auf denen die Stadt oder der Kreis selbst steht. Wer niemanden schickt, steht hier mit 0.
desk-statistics-carrier = Träger
desk-statistics-organisations = Nach Organisation
desk-statistics-organisations-lead = Wie sie auf den Tickets steht. Gleiche Namen in anderer Schreibweise zählen zusammen.
desk-statistics-organisation = Organisation
desk-statistics-without = ohne Organisation
desk-statistics-sources = Nach Weg der Anmeldung
desk-statistics-sources-lead = Wie die Bestellungen hereinkamen.
desk-statistics-source = Weg

desk-statistics-money = Verkauft nach Kategorie und Steuersatz, in { $currency }
desk-statistics-money-lead = Beträge mit Umsatzsteuer, für Tickets, die noch belegt und freigegeben sind. Offen ist, was noch nicht ganz bezahlt ist; überfällig davon, was schon bezahlt sein müsste. Erstattetes wird den Tickets zugerechnet, die beendet wurden.
desk-statistics-category-rate = Kategorie und Steuersatz
desk-statistics-rate = { $rate } % USt.
desk-statistics-tickets = Tickets
desk-statistics-sold = verkauft
desk-statistics-paid = bezahlt
desk-statistics-open = offen
desk-statistics-overdue = davon überfällig
desk-statistics-refunded = erstattet
desk-statistics-elsewhere = ohne Zuordnung
desk-statistics-account = Eingang und Erstattung, in { $currency }
desk-statistics-account-lead = Alle Zahlungen des Kongresses, ohne die zurückgenommenen, unabhängig von Kategorie und Zeitraum.
desk-statistics-account-what = Was
desk-statistics-amount = Betrag
desk-statistics-received = eingegangen
desk-statistics-paid-back = erstattet
desk-statistics-left = verblieben
desk-statistics-part = davon angezahlt, Bestellung noch offen
desk-statistics-over = davon zu viel gezahlt, noch zu erstatten

desk-statistics-voucher-tags = Gutscheine nach Schlagwort, in { $currency }
desk-statistics-voucher-tags-lead = Eingelöst: wie oft die Codes genutzt wurden, auch wenn die Nutzung mit dem Ticket zurückkam. Nachlass und Erlös gelten den Tickets, die noch belegt sind, mit allem, was dazu bestellt ist.
desk-statistics-voucher-tag = Schlagwort
desk-statistics-voucher-codes = Codes
desk-statistics-voucher-uses = eingelöst
desk-statistics-voucher-waived = nachgelassen
desk-statistics-voucher-left = Erlös
desk-statistics-voucher-codes-each = Gutscheine einzeln, in { $currency }
desk-statistics-voucher-codes-lead = Die { $count } Gutscheine, die am häufigsten eingelöst wurden, in Klammern mit ihrem Schlagwort. Alle anderen stehen zusammen in einer Zeile.
desk-statistics-voucher-code = Code
desk-statistics-voucher-others = { $count ->
    [one] 1 weiterer Gutschein
   *[other] { $count } weitere Gutscheine zusammen
}

desk-statistics-not-begun = Wer gekommen ist und wer nicht, steht hier, sobald der Kongress begonnen hat.
desk-statistics-door-categories = Wer gekommen ist, nach Kategorie
desk-statistics-door-kinds = Wer gekommen ist, nach Art der Bestellenden
desk-statistics-door-lead = Gültige Tickets für vor Ort. Gekommen ist, wer wenigstens einmal eingelassen wurde.
desk-statistics-expected = erwartet
desk-statistics-came = gekommen
desk-statistics-missing = nicht gekommen
desk-statistics-missing-share = Anteil
