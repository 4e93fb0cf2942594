# Every place, and why it is taken
desk-places = Wo ist jeder Platz?
desk-places-lead = Jedes Kontingent mit seinen Plätzen, und warum sie vergeben sind. Wer storniert hat, zählt nicht mehr mit; die Zahlen führen zu den Bestellungen.
desk-places-agree = Jeder gezählte Platz gehört jemandem: Zählung und Belegung stimmen überein.
desk-places-disagree = Die Zählung stimmt nicht
desk-places-disagree-in = { $quota }: { $taken } Plätze sind gezählt, { $claimed } belegt, und { $holders } Personen müssten einen haben.
desk-places-count = Neu zählen
desk-places-count-why = Das geschieht nur, wenn jemand die Datenbank von Hand geändert hat oder das Programm einen Fehler hat. Neu zählen gibt jeder Person mit gültigem Ticket ihren Platz, gibt alle anderen Plätze frei und schreibt auf, was sich geändert hat.
desk-places-count-ask = Bitten Sie die Organisation, auf dieser Seite neu zu zählen.
desk-places-counted = { $count ->
    [0] Alles stimmte schon.
    [one] 1 Kontingent ist berichtigt.
   *[other] { $count } Kontingente sind berichtigt.
}
desk-places-caption = Belegte Plätze von { $quota } nach Kategorie und Grund
desk-places-confirmed = bestätigt
desk-places-awaiting-payment = noch nicht bezahlt
desk-places-awaiting-approval = noch nicht freigegeben
desk-places-stray = ohne Grund
desk-places-nobody = für niemanden
desk-places-total = zusammen
desk-places-no-category = Dieses Kontingent gilt für keine Kategorie und begrenzt niemanden.
desk-places-due = Die erste unbezahlte Bestellung hält ihren Platz bis { $time }.
desk-places-overdue = Die erste unbezahlte Bestellung war bis { $time } zu bezahlen und ist überfällig. Ihr Platz wird von selbst frei, wenn auch die Tage für die Überweisung vorbei sind und nichts eingegangen ist.
desk-places-source = { $count } { $source }
desk-places-sessions = Plätze in Programmpunkten
desk-places-sessions-wrong = Gezählt sind { $taken } Plätze, belegt { $claimed }.
desk-places-categories = Was ist von jeder Kategorie noch frei?
desk-places-people = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
desk-places-limited = { $free } frei, begrenzt durch „{ $quota }“
desk-places-also = auch in „{ $quota }“: { $free }
