# The next edition of a congress
payment-error-prefix-used = Rechnungsnummern beginnen schon mit { $prefix }. Bitte nehmen Sie etwas Neues, sonst zählen zwei Kongresse in einer Reihe.
desk-audit-congress-copied = Als nächste Ausgabe angelegt, nach { $what }
desk-edition = Nächste Ausgabe
desk-edition-lead-short = Legt einen neuen Kongress als Entwurf an und nimmt mit, was sich nicht ändert: Texte, Räume, Tickets, Fragen, Team.
desk-edition-begin = Nächste Ausgabe anlegen
desk-edition-about = Wählen Sie, was die nächste Ausgabe übernimmt. Auf der nächsten Seite sehen Sie, was sich ändert. Erst danach wird etwas angelegt.
desk-edition-to-hint = Leer: so viele Tage wie bisher.
desk-edition-take = Übernehmen
desk-edition-part-texts = Texte, Mailtexte und Ort
desk-edition-part-look = Gestaltung und Absender
desk-edition-part-rooms = Räume
desk-edition-part-partners = Partner
desk-edition-part-offer = Tickets und Kontingente
desk-edition-part-questions = Fragen
desk-edition-part-programme = Themenfelder, Arten von Programmpunkten, Regeln des Zeitplans
desk-edition-part-calls = Aufrufe
desk-edition-part-waiting = Bedingungen der Warteliste
desk-edition-part-seller = Rechnungssteller
desk-edition-part-team = Team und Rollen
desk-edition-much-texts = { $count ->
    [0] Kurztexte, Haus, Kontakt
    [one] Kurztexte, Haus, Kontakt und 1 Seite oder Hinweis
   *[other] Kurztexte, Haus, Kontakt und { $count } Seiten und Hinweise
}
desk-edition-much-look = Wortmarke, Farbe, Absender der Mails
desk-edition-much-rooms = { $count ->
    [one] 1 Raum
   *[other] { $count } Räume
}
desk-edition-much-partners = { $count ->
    [one] 1 Partner
   *[other] { $count } Partner
}
desk-edition-much-offer = { $count ->
    [one] 1 Kategorie
   *[other] { $count } Kategorien
}, { $quotas ->
    [one] 1 Kontingent
   *[other] { $quotas } Kontingente
}, nichts davon belegt
desk-edition-much-questions = { $count ->
    [one] 1 Frage, ohne Antworten
   *[other] { $count } Fragen, ohne Antworten
}
desk-edition-much-programme = Themenfelder: { $tracks }, Arten: { $types }
desk-edition-much-calls = { $count ->
    [one] 1 Aufruf mit seinen Fragen, als Entwurf
   *[other] { $count } Aufrufe mit ihren Fragen, als Entwürfe
}
desk-edition-opens = Einreichen ab
desk-edition-closes = Einreichen bis
desk-edition-much-waiting = { $hours ->
    [one] Angebote gelten 1 Stunde, niemand wartet
   *[other] Angebote gelten { $hours } Stunden, niemand wartet
}
desk-edition-questions-of-tickets = { $count ->
    [one] Eine Frage gilt nur für bestimmte Tickets, die nicht mitkommen. Sie kommt mit, wird aber nicht gestellt, bis Sie ihr neue Tickets geben.
   *[other] { $count } Fragen gelten nur für bestimmte Tickets, die nicht mitkommen. Sie kommen mit, werden aber nicht gestellt, bis Sie ihnen neue Tickets geben.
}
desk-edition-asked-until = gefragt bis
desk-edition-changed-until = änderbar bis
desk-edition-much-team = { $count ->
    [one] 1 Rolle
   *[other] { $count } Rollen
}
desk-edition-prefix = Rechnungsnummern beginnen mit
desk-edition-prefix-hint = Etwas Neues, damit die Nummern bei 1 beginnen: OWL28.
desk-edition-prefix-missing = Womit beginnen die Rechnungsnummern der neuen Ausgabe?
desk-edition-never = Bestellungen, Teilnehmende, Rechnungen und Zahlungen werden nie übernommen.
desk-edition-never-more = Auch nicht: Mails, Scans, Protokoll, die Schlüssel der Tickets. Gutscheine, Einladungslisten und Plätze für Partner legen Sie neu an: Sie galten bestimmten Menschen. Kooperationsthemen gelten ohnehin für alle Kongresse.
desk-edition-look = Ansehen, was entsteht
desk-edition-preview = Das entsteht
desk-edition-taken = Das wird übernommen
desk-edition-left = Das kommt nicht mit
desk-edition-changes = Das ändert sich
desk-edition-changes-lead = Verkaufszeiten und Fristen der Fragen und Aufrufe rücken um so viele Tage wie der Beginn, zur gleichen Uhrzeit. Größen bleiben.
desk-edition-what = Was
desk-edition-before = bisher
desk-edition-after = neu
desk-edition-name = Name
desk-edition-starts = Beginn
desk-edition-ends = Ende
desk-edition-doors = Einlass
desk-edition-sale-from = Verkauf ab
desk-edition-sale-until = Verkauf bis
desk-edition-years = Bitte prüfen: Jahreszahlen in Texten
desk-edition-years-lead = Diese Texte nennen ein Jahr. Sie kommen mit, wie sie sind: Sehen Sie nach, ob es noch stimmt.
desk-edition-years-none = Kein Text nennt ein Jahr.
desk-edition-lead = Untertitel
desk-edition-place = Ort in Kürze
desk-edition-host = Veranstalter-Zeile
desk-edition-venue = Haus
desk-edition-signature = Unterschrift der Mails
desk-edition-contact = Kontaktadresse
desk-edition-wordmark = Wortmarke
desk-edition-sender = Absender
desk-edition-foot = Fußzeile der Rechnung
desk-edition-exemption = Grund der Steuerbefreiung
desk-edition-copy = Entwurf anlegen
desk-edition-back = Zurück und ändern
desk-edition-done = { $left ->
    [0] Der Entwurf ist angelegt.
    [one] Der Entwurf ist angelegt. Eine Rolle dürfen Sie nicht weitergeben, oder das Konto ist geschlossen: Sie fehlt im Team.
   *[other] Der Entwurf ist angelegt. { $left } Rollen dürfen Sie nicht weitergeben, oder die Konten sind geschlossen: Sie fehlen im Team.
}
desk-edition-origin = So ist dieser Kongress entstanden
desk-edition-origin-lead = Angelegt am { $time } nach „{ $slug }“. Unten steht, was übernommen wurde, welche Texte ein Jahr nennen und was zum Öffnen noch fehlt.
