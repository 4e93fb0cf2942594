# Kontingente für Partner

portal-contingent = Ihre Plätze
portal-contingent-free = { $free ->
    [one] Ein Platz
   *[other] { $free } Plätze
} von { $places } { $free ->
    [one] ist
   *[other] sind
} noch frei. Nennen Sie bis { $until }, wer kommt; danach fallen die übrigen Plätze zurück.
portal-contingent-full = Alle Plätze sind vergeben.
portal-contingent-ended = Dieses Kontingent ist beendet. Wer genannt ist, behält seinen Platz.
portal-contingent-price = Preis je Platz
portal-contingent-named = Wer kommt
portal-contingent-nobody = Noch niemand.
portal-contingent-name = Personen nennen
portal-contingent-name-lead = Jede Person bekommt ihr Ticket per Mail und einen eigenen Link.
portal-contingent-submit = Plätze vergeben
portal-contingent-done = { $count ->
    [one] Der Platz ist vergeben, das Ticket ist unterwegs.
   *[other] { $count } Plätze sind vergeben, die Tickets sind unterwegs.
}
portal-contingent-before = Diese Personen haben ihre Plätze schon.
portal-contingent-withdraw = Zurückziehen
portal-contingent-withdraw-lead = Das Ticket von { $name } gilt dann nicht mehr. Den Platz können Sie wieder vergeben, solange das Kontingent läuft.
portal-contingent-withdrawn = Das Ticket ist zurückgezogen.
portal-contingent-link = Diese Seite gehört zu Ihrem persönlichen Link. Wer ihn hat, kann Ihre Plätze vergeben.
registration-error-contingent-used = { $count ->
    [one] Ein Platz ist schon vergeben. Weniger geht nicht.
   *[other] { $count } Plätze sind schon vergeben. Weniger geht nicht.
}
registration-error-contingent-full = { $count ->
    [0] Es ist kein Platz mehr frei.
    [one] Es ist nur noch ein Platz frei.
   *[other] Es sind nur noch { $count } Plätze frei.
}
desk-contingents = Kontingente für Partner
desk-contingents-lead = Plätze, die für einen Partner belegt sind. Wer sie bekommt, nennt der Partner auf einer eigenen Seite.
desk-contingents-none = Für keinen Partner sind Plätze belegt.
desk-contingent-new = Plätze für einen Partner
desk-contingent-make = Plätze belegen
desk-contingent-partner = Partner
desk-contingent-partner-hint = Partner tragen Sie unter „Einrichten“ ein.
desk-contingent-price = Preis je Platz
desk-contingent-price-hint = Leer: kostenlos. Kostet ein Platz etwas, bekommt der Partner eine Rechnung über die Genannten.
desk-contingent-places = Plätze
desk-contingent-used = Vergeben
desk-contingent-used-of = { $used } von { $places } vergeben
desk-contingent-until = Gilt bis
desk-contingent-until-hint = Was bis dahin niemand hat, ist wieder frei. Der Partner wird eine Woche vorher erinnert.
desk-contingent-ended = beendet am { $date }
desk-contingent-contact = Ansprechperson
desk-contingent-page = Seite des Partners
desk-contingent-change = Ändern
desk-contingent-stale = Jemand hat das Kontingent inzwischen geändert. Prüfen Sie, was jetzt gilt, und speichern Sie noch einmal.
desk-contingent-end-title = Link und Ende
desk-contingent-end-lead = { $count ->
    [0] Alle Plätze sind vergeben.
    [one] Ein Platz ist noch nicht vergeben. Beenden Sie das Kontingent, ist er sofort frei.
   *[other] { $count } Plätze sind noch nicht vergeben. Beenden Sie das Kontingent, sind sie sofort frei.
} Wer genannt ist, behält seinen Platz.
desk-contingent-end = Kontingent beenden
desk-contingent-new-link = Neuen Link senden, der alte gilt nicht mehr
desk-contingent-fault-partner = Wählen Sie einen Partner.
desk-contingent-fault-places = Geben Sie eine Zahl von 1 bis 100 an.
desk-contingent-fault-until = Geben Sie Tag und Uhrzeit an.
desk-flash-contingent-made = Die Plätze sind belegt. Der Partner bekommt seinen Link per Mail.
desk-flash-contingent-ended = Das Kontingent ist beendet.
desk-flash-contingent-link = Der neue Link ist unterwegs.
desk-places-contingent = Für Partner
desk-audit-contingent-made = { $count ->
    [one] Ein Platz für einen Partner belegt
   *[other] { $count } Plätze für einen Partner belegt
}
desk-audit-contingent-changed = Kontingent eines Partners geändert
desk-audit-contingent-ending = Partner erinnert: { $count ->
    [one] ein Platz ist
   *[other] { $count } Plätze sind
} noch nicht vergeben
desk-audit-contingent-ended = Kontingent eines Partners beendet, { $count ->
    [one] ein Platz
   *[other] { $count } Plätze
} wieder frei
desk-audit-contingent-link-renewed = Neuer Link für einen Partner
desk-audit-contingent-named = Von einem Partner genannt: { $what }
desk-audit-field-places = Plätze
desk-audit-field-contact-name = Ansprechperson
post-kind-registration-contingent = Plätze eines Partners
desk-job-kind-registration-contingents = Kontingente beenden, deren Tag gekommen ist
desk-contingent-price-fixed = Der Preis steht fest, weil schon jemand genannt wurde: Die Bestellung des Partners gilt zu diesem Preis.
desk-contingent-end-of = Kontingent beenden: { $partner }
desk-contingent-end-for-good = Das lässt sich nicht rückgängig machen. Der Link des Partners gilt danach nicht mehr für neue Namen.
registration-error-contingent-price-fixed = Der Preis steht fest, seit jemand genannt wurde.
