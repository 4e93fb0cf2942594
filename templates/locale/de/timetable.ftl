# The public programme.

timetable-title = Programm
timetable-release = Fassung { $name } vom { $date }
timetable-times = Zeiten in { $zone }
timetable-more = Mehr zum Programm
timetable-now = Jetzt und gleich
timetable-mine = Mein Programm
timetable-speakers = Wer spricht
timetable-print = Druckansicht
timetable-zone = Zeitzone
timetable-zone-other = Andere Zeitzone
timetable-zone-sentence = Der Kongress ist in { $zone }. In welcher Zeitzone möchten Sie die Zeiten sehen?
timetable-zone-choose = Zeiten so zeigen
timetable-zone-back = Zeiten in { $zone }
timetable-zone-differs = Sie sehen die Zeiten in { $zone }. Der Kongress ist in { $congress }.
timetable-days = Tage
timetable-all-days = Alle Tage
timetable-on-day = Programm am { $day }
timetable-view = Darstellung
timetable-view-grid = Raster
timetable-view-list = Liste
timetable-files = Das Programm für andere Programme:
timetable-clock = { $hour }:{ $minute }
timetable-span = { $from } bis { $to }
timetable-until = läuft bis { $time }
timetable-from = ab { $time }
timetable-running = läuft
timetable-cancelled = entfällt
timetable-cancelled-sentence = Dieser Programmpunkt entfällt.
timetable-seats = { $count ->
    [one] 1 Platz
   *[other] { $count } Plätze
}
timetable-no-room = Ohne Raum
timetable-impulses = { $count } Impulse
timetable-filter = Programm filtern
timetable-filter-more = Weitere Filter
timetable-search = Suche
timetable-apply = Anwenden
timetable-any = Alle
timetable-track = Themenfeld
timetable-type = Art
timetable-topic = Thema
timetable-room = Raum
timetable-spoken = Sprache
timetable-marked = Gemerkt
timetable-only-marked = Nur gemerkte ({ $count })
timetable-found = { $count ->
    [0] Nichts gefunden.
    [one] 1 Programmpunkt gefunden.
   *[other] { $count } Programmpunkte gefunden.
}
timetable-everything = Alles zeigen
timetable-star = Merken: { $title }
timetable-star-off = Merken
timetable-star-on = gemerkt
timetable-time = Zeit
timetable-what = Titel
timetable-who = Wer spricht
timetable-held-in = Auf { $language }
timetable-links = Links
timetable-attachments = Dateien
timetable-do-not-record = Bitte nicht aufzeichnen: Wer spricht, möchte keine Aufnahmen.
timetable-now-running = Jetzt
timetable-now-next = Gleich
timetable-now-nothing = Gerade läuft nichts.
timetable-now-over = Das Programm ist zu Ende.
timetable-now-all = Alle { $count } anzeigen
timetable-mine-none = Sie haben noch nichts gemerkt. Merken Sie sich im Programm mit dem Stern, was Sie nicht verpassen möchten.
timetable-mine-device = Was Sie merken, bleibt auf diesem Gerät. Niemand sonst sieht es. Über den Link in Ihrer Ticket-Mail nehmen Sie es auf andere Geräte mit.
timetable-mine-link = Nur wer Ihren persönlichen Link hat, sieht, was Sie hier gemerkt haben.
timetable-to-programme = Zum Programm
timetable-forget = Alles vergessen
timetable-clash = Überschneidet sich mit: { $titles }
timetable-merge = Zusammenführen
timetable-merge-device = { $count ->
    [one] Auf diesem Gerät ist 1 Programmpunkt gemerkt, der hier fehlt.
   *[other] Auf diesem Gerät sind { $count } Programmpunkte gemerkt, die hier fehlen.
}
timetable-merge-link = { $count ->
    [one] Hier ist 1 Programmpunkt gemerkt, der auf diesem Gerät fehlt.
   *[other] Hier sind { $count } Programmpunkte gemerkt, die auf diesem Gerät fehlen.
}
timetable-merged = Zusammengeführt: Auf diesem Gerät und hinter Ihrem Link ist jetzt dasselbe gemerkt.
timetable-mine-about = Was Sie im Programm mit dem Stern gemerkt haben.
timetable-mine-open = Mein Programm ansehen
timetable-speaker-search = Name oder Organisation
timetable-speakers-found = { $count ->
    [0] Niemand gefunden.
    [one] 1 Person gefunden.
   *[other] { $count } Personen gefunden.
}
timetable-speaks-in = Im Programm
timetable-look = Programm ansehen
timetable-language-de = Deutsch
timetable-language-en = Englisch
timetable-language-fr = Französisch
timetable-language-nl = Niederländisch
timetable-language-es = Spanisch
timetable-language-it = Italienisch
timetable-language-pl = Polnisch
timetable-language-tr = Türkisch
timetable-language-uk = Ukrainisch
timetable-language-ru = Russisch
timetable-language-ar = Arabisch
