# The waiting list: the public pages
waiting-title = Warteliste
waiting-to-list = Auf die Warteliste
waiting-lead = Ausgebucht: { $tickets }. Setzen Sie sich auf die Warteliste: Wenn Plätze frei werden, bekommen Sie ein Angebot, sobald Sie an der Reihe sind.
waiting-lead-ticket = „{ $category }“
waiting-step-mail = Sie bekommen sofort eine Mail mit einem Link zu Ihrer Seite. Dort sehen Sie, an welcher Stelle Sie stehen.
waiting-step-offer = { $hours ->
    [one] Werden Plätze frei, halten wir sie für Sie fest und schreiben Ihnen. Sie haben eine Stunde Zeit, anzunehmen.
   *[other] Werden Plätze frei, halten wir sie für Sie fest und schreiben Ihnen. Sie haben { $hours } Stunden Zeit, anzunehmen.
}
waiting-step-group = Wer auf mehrere Plätze zusammen wartet, behält seinen Platz in der Reihe, bis genug frei sind. Kleinere Wünsche dürfen höchstens dreimal vorgehen; dann sammeln wir Plätze für die Gruppe, bis zu zwei Tage lang.
waiting-wish = Worauf warten Sie?
waiting-count = Wie viele Plätze, zusammen
waiting-count-hint = Höchstens { $max }. Alle bekommen das gleiche Ticket.
waiting-choice = Welches Ticket
waiting-choice-second = Auch recht wäre
waiting-choice-third = Oder auch
waiting-choice-none = Nichts anderes
waiting-choices = Ticket
waiting-or = oder
waiting-contact = Wie erreichen wir Sie?
waiting-data = Wir verwenden die Angaben nur, um Ihnen Plätze anzubieten.
waiting-join = Auf die Warteliste setzen
waiting-closed = Die Warteliste nimmt zurzeit niemanden auf.
waiting-closed-free = Es ist nichts ausverkauft, worauf man warten könnte, oder die Warteliste nimmt zurzeit niemanden auf.
waiting-sent = Bitte sehen Sie in Ihr Postfach
waiting-sent-line = Wir haben Ihnen eine Mail mit dem Link zu Ihrer Seite geschickt.
waiting-sent-known = Standen Sie für diesen Wunsch schon auf der Warteliste, hat sich nichts geändert, und die Mail bringt Ihnen den Link noch einmal.
waiting-sent-missing = Kommt nach ein paar Minuten nichts an? Sehen Sie im Spam-Ordner nach, und prüfen Sie, ob die Adresse stimmte.
waiting-since = seit { $date }
waiting-heading-waiting = Sie stehen auf der Warteliste
waiting-heading-offer = Für Sie ist etwas frei
waiting-heading-expired = Das Angebot ist abgelaufen
waiting-heading-taken = Sie haben Ihre Plätze
waiting-heading-declined = Sie haben abgelehnt
waiting-heading-left = Sie haben die Warteliste verlassen
waiting-heading-removed = Sie stehen nicht mehr auf der Warteliste
waiting-heading-closed = Die Warteliste ist geschlossen
waiting-position = Sie stehen an Stelle { $position }.
waiting-ahead = { $entries ->
    [one] Vor Ihnen wartet eine Anmeldung
   *[other] Vor Ihnen warten { $entries } Anmeldungen
} auf { $places ->
    [one] einen Platz.
   *[other] zusammen { $places } Plätze.
}
waiting-next = Sie sind als Nächstes an der Reihe.
waiting-gathering = Für Sie werden gerade Plätze gesammelt, bis es genug sind.
waiting-least = Weniger als { $count } Plätze bieten wir Ihnen nicht mehr an, weil Sie das nicht wollten.
waiting-paused = Zurzeit bietet die Warteliste nichts an. Ihr Platz bleibt Ihnen.
waiting-standing-expired = Die Plätze gehen an die Nächsten.
waiting-standing-taken = Was Sie bestellt haben, steht in der Mail mit Ihren Tickets.
waiting-standing-declined = Die Plätze gehen an die Nächsten. Danke, dass Sie Bescheid gegeben haben.
waiting-standing-left = Sie bekommen keine Angebote mehr.
waiting-standing-removed = Das Kongressbüro hat Sie von der Liste genommen. Bei Fragen antworten Sie bitte auf unsere Mail.
waiting-standing-closed = Vor dem Kongress bieten wir keine Plätze mehr an. Danke, dass Sie gewartet haben.
waiting-offer-line = { $count ->
    [one] Ein Platz ist für Sie reserviert, bis { $until }.
   *[other] { $count } Plätze sind für Sie reserviert, bis { $until }.
}
waiting-offer-partial = Für alle Plätze, auf die Sie warten, hat es nicht gereicht. Nehmen Sie diese, warten Sie auf die übrigen weiter; lehnen Sie ab, behalten Sie Ihren Platz in der Reihe.
waiting-offer-fewer = Brauchen Sie weniger, nehmen Sie nur so viele, wie Sie brauchen.
waiting-price = Preis je Ticket
waiting-accept = Annehmen und Namen eintragen
waiting-refuse = Angebot ablehnen
waiting-refuse-lead = Die Plätze gehen an die Nächsten, und Sie stehen nicht mehr auf der Warteliste.
waiting-refuse-lead-partial = Die Plätze gehen an die Nächsten. Sie behalten Ihren Platz in der Reihe; so wenige Plätze bieten wir Ihnen nicht mehr an.
waiting-refuse-submit = Ja, ablehnen
waiting-refused = Sie haben das Angebot abgelehnt.
waiting-accept-notice = { $count ->
    [one] Ein Platz ist bis { $until } für Sie reserviert. Er gehört Ihnen, wenn Sie dieses Formular abschicken.
   *[other] { $count } Plätze sind bis { $until } für Sie reserviert. Sie gehören Ihnen, wenn Sie dieses Formular abschicken. Wen Sie nicht brauchen, entfernen Sie.
}
waiting-accept-late = Das Angebot gilt nicht mehr: Die Zeit war um, oder Sie haben es schon beantwortet.
waiting-rules = So geht es der Reihe nach
waiting-rule-order = Wer am längsten wartet, ist zuerst dran. In begründeten Ausnahmen kann das Kongressbüro jemanden vorziehen.
waiting-more = Was Sie tun können
waiting-mail = Link noch einmal schicken
waiting-mail-sent = Die Mail mit dem Link ist unterwegs.
waiting-leave = Warteliste verlassen
waiting-leave-lead = Sie verlieren Ihren Platz in der Reihe und bekommen keine Angebote mehr.
waiting-leave-submit = Ja, verlassen
waiting-left = Sie haben die Warteliste verlassen.
waiting-return = Wieder anstellen
waiting-returned = Sie stehen wieder auf der Warteliste, am Ende der Reihe.
waiting-link = Diese Seite gehört nur Ihnen. Wer ihre Adresse kennt, kann für Sie antworten.
waiting-change = Wunsch oder Angaben ändern
waiting-change-lead = Weniger Plätze oder weniger Tickets zur Wahl: Sie behalten Ihre Stelle. Mehr davon: Sie stellen sich neu an. Ein Angebot, das Sie gerade haben, geht zurück, wenn Sie den Wunsch ändern.
waiting-changed = Gespeichert. Sie behalten Ihre Stelle in der Reihe.
waiting-changed-end = Gespeichert. Sie stehen jetzt am Ende der Reihe.
waiting-fault-number = Geben Sie eine Zahl ab 1 ein.
waiting-fault-choice = Wählen Sie ein Ticket.
registration-error-waiting-closed = Die Warteliste nimmt zurzeit niemanden auf.
registration-error-too-many-together = Zusammen warten kann man auf höchstens { $max } Plätze.
registration-error-nothing-free = So viele Plätze sind in keinem der gewünschten Tickets frei.
congress-error-waiting-terms = Ein Angebot gilt 1 bis 336 Stunden, für höchstens 20 Plätze.
congress-error-waiting-over = Dieser Eintrag steht nicht mehr auf der Warteliste.
congress-error-waiting-twice = Mit dieser Adresse wartet schon jemand auf das Gleiche.
congress-error-offer-over = Das Angebot gilt nicht mehr: Die Zeit war um, oder es wurde schon beantwortet.

# The desk
desk-waiting = Warteliste
desk-waiting-of = Warteliste: { $name }
desk-waiting-count = { $entries ->
    [0] Niemand wartet
    [one] 1 Anmeldung wartet auf { $places } { $places ->
        [one] Platz
       *[other] Plätze
    }
   *[other] { $entries } Anmeldungen warten auf { $places } Plätze
}
desk-waiting-offered = { $count ->
    [0] kein Angebot ist offen
    [one] 1 Angebot ist offen
   *[other] { $count } Angebote sind offen
}
desk-waiting-new = Jemanden eintragen
desk-waiting-new-lead = Für Anrufe und Mails: Die Person bekommt die gleiche Mail mit ihrem Link, als hätte sie sich selbst eingetragen.
desk-waiting-new-submit = Eintragen
desk-waiting-terms = { $hours ->
    [one] Ein Angebot gilt eine Stunde
   *[other] Ein Angebot gilt { $hours } Stunden
}, nachts endet keins. { $days ->
    [0] Bis der Kongress beginnt, wird angeboten.
    [one] Einen Tag vor dem Kongress endet die Liste.
   *[other] { $days } Tage vor dem Kongress endet die Liste.
}
desk-waiting-shut = Die Warteliste ist aus: Niemand kann sich eintragen, nichts wird angeboten, frei werdende Plätze werden verkauft.
desk-waiting-to-settings = Ändern
desk-waiting-filter = Warteliste filtern
desk-waiting-nothing = Niemand passt zu diesem Filter.
desk-waiting-none = Niemand steht auf der Warteliste.
desk-waiting-show-all = Alle zeigen
desk-waiting-caption = Warteliste, { $rows }, in der Reihenfolge der Angebote
desk-waiting-position = Stelle
desk-waiting-places = Plätze
desk-waiting-choices = Tickets, das liebste zuerst
desk-waiting-since = wartet seit
desk-waiting-until = bis { $time }
desk-waiting-offer-until = Angebot bis
desk-waiting-priority = Vorrang
desk-waiting-priority-of = Vorrang { $priority }
desk-waiting-priority-none = keiner
desk-waiting-priority-hint = Die höchste Zahl zuerst; bei gleicher entscheidet die Wartezeit.
desk-waiting-state-waiting = wartet
desk-waiting-state-offered = hat ein Angebot
desk-waiting-state-taken = hat angenommen
desk-waiting-state-declined = hat abgelehnt
desk-waiting-state-expired = hat nicht geantwortet
desk-waiting-state-left = hat die Liste verlassen
desk-waiting-state-removed = heruntergenommen
desk-waiting-state-closed = Liste war zu Ende
desk-waiting-joined = eingetragen { $time }
desk-waiting-wish = Worauf gewartet wird
desk-waiting-ahead = { $entries ->
    [0] niemand davor will das Gleiche
    [one] 1 Anmeldung davor will das Gleiche, { $places } Plätze
   *[other] { $entries } Anmeldungen davor wollen das Gleiche, { $places } Plätze
}
desk-waiting-overtaken = Angebote, die vorgingen
desk-waiting-gathering = Plätze werden gesammelt seit
desk-waiting-link = Eigene Seite
desk-waiting-link-open = öffnen
desk-waiting-offers = Angebote
desk-waiting-offer-span = { $from } bis { $until }
desk-waiting-by-hand = von Hand
desk-waiting-partial = weniger als gewünscht
desk-waiting-offer-open = offen
desk-waiting-offer-accepted = angenommen
desk-waiting-offer-declined = abgelehnt
desk-waiting-offer-expired = abgelaufen
desk-waiting-offer-withdrawn = zurückgenommen
desk-waiting-change = Angaben ändern
desk-waiting-change-lead = Weniger Plätze oder Tickets behalten die Stelle in der Reihe, mehr davon heißt: ans Ende.
desk-waiting-mail = Link noch einmal schicken
desk-waiting-offer-now = Jetzt anbieten
desk-waiting-deeds = Mit Begründung
desk-waiting-reason = Grund für den Vorrang
desk-waiting-prioritise = Vorrang setzen
desk-waiting-why = Grund für das Herunternehmen
desk-waiting-remove = Von der Liste nehmen
desk-waiting-fault-reason = Schreiben Sie, warum. Es steht im Verlauf.
desk-waiting-free = { $name } (hat freie Plätze)
desk-waiting-offered-now = Das Angebot ist unterwegs, die Plätze sind reserviert.
desk-waiting-mailed = Die Mail mit dem Link ist unterwegs.
desk-waiting-moved = Der Vorrang ist gesetzt.
desk-waiting-removed-now = Von der Liste genommen.
desk-waiting-put = Eingetragen. Die Mail mit dem Link ist unterwegs.
desk-waiting-known = Diese Adresse wartet schon auf das Gleiche. Die Mail mit dem Link ging noch einmal hinaus.
desk-waiting-changed = Gespeichert. Die Stelle in der Reihe bleibt.
desk-waiting-changed-end = Gespeichert. Der Eintrag steht jetzt am Ende der Reihe.
desk-order-from-waiting = von der Warteliste
desk-task-waiting = { $count ->
    [0] Niemand wartet mehr auf der Warteliste
    [one] Warteliste: 1 Anmeldung wartet
   *[other] Warteliste: { $count } Anmeldungen warten
}
desk-task-waiting-note = { $count ->
    [0] Angebote gehen von selbst hinaus, sobald Plätze frei werden.
    [one] 1 Angebot ist offen.
   *[other] { $count } Angebote sind offen.
}
desk-places-waiting-list = für die Warteliste gehalten
desk-places-for-list = Warteliste
desk-settings-tab-waiting = Warteliste
desk-settings-lead-of-waiting = Wer keinen Platz mehr bekommt, kann warten. Was frei wird, geht zuerst an die Liste, der Reihe nach und von selbst.
desk-waiting-open = Die Warteliste ist an
desk-waiting-open-hint = Aus heißt: Niemand kann sich eintragen, neue Angebote gibt es nicht, frei werdende Plätze werden verkauft. Wer wartet, behält seine Stelle; offene Angebote gelten weiter.
desk-waiting-hours = Ein Angebot gilt, in Stunden
desk-waiting-hours-hint = Endet es zwischen 22 und 8 Uhr, gilt es bis 9 Uhr. Wer länger als einen Tag Zeit hat, wird zwölf Stunden vorher erinnert.
desk-waiting-stop-days = Schluss, in Tagen vor dem Kongress
desk-waiting-stop-days-hint = Danach wird nichts mehr angeboten, und wer noch wartet, bekommt Bescheid.
desk-waiting-most = Plätze zusammen, höchstens
desk-waiting-most-hint = Für alle, die sich selbst eintragen. Das Kongressbüro kann bis zu 20 eintragen.
desk-waiting-rule = Passt eine Gruppe nicht in das, was frei ist, behält sie ihre Stelle. Kleinere Wünsche dürfen höchstens dreimal vorgehen, dann werden Plätze für die Gruppe gesammelt, höchstens 48 Stunden lang. Reichen sie dann nicht, bekommt die Gruppe angeboten, was da ist.
desk-waiting-fault-range = Zwischen { $min } und { $max }.
desk-list-waiting = Warteliste
desk-export-waiting = warteliste
desk-audit-field-open = Warteliste an
desk-audit-field-hours = Stunden für ein Angebot
desk-audit-field-stop-days = Schluss, Tage vorher
desk-field-n = Plätze
desk-audit-waiting-joined = { $count ->
    [one] Auf die Warteliste für 1 Platz: { $what }
   *[other] Auf die Warteliste für { $count } Plätze: { $what }
}
desk-audit-waiting-mail-requested = Link zur Warteliste noch einmal angefordert: { $what }
desk-audit-waiting-changed = Angaben auf der Warteliste geändert: { $what }
desk-audit-waiting-prioritised = Vorrang { $count } auf der Warteliste: { $what }
desk-audit-waiting-offered = { $count ->
    [one] 1 Platz angeboten: { $what }
   *[other] { $count } Plätze angeboten: { $what }
}
desk-audit-waiting-reminded = An das Angebot erinnert: { $what }
desk-audit-waiting-accepted = { $count ->
    [one] Angebot angenommen, 1 Platz: { $what }
   *[other] Angebot angenommen, { $count } Plätze: { $what }
}
desk-audit-waiting-declined = Angebot abgelehnt: { $what }
desk-audit-waiting-lapsed = Angebot abgelaufen: { $what }
desk-audit-waiting-left = Warteliste verlassen: { $what }
desk-audit-waiting-removed = Von der Warteliste genommen: { $what }
desk-audit-waiting-returned = Wieder auf der Warteliste: { $what }
desk-audit-waiting-closed = Die Warteliste ist zu Ende für { $what }
desk-audit-waiting-terms-set = Warteliste eingerichtet
desk-job-kind-congress-waiting = Warteliste durchgehen
desk-job-kind-registration-waiting-mail = Mail zur Warteliste anlegen
post-kind-registration-waiting-joined = Auf der Warteliste
post-kind-registration-waiting-again = Link zur Warteliste
post-kind-registration-waiting-known = Schon auf der Warteliste
post-kind-registration-waiting-offer = Angebot von der Warteliste
post-kind-registration-waiting-reminder = Erinnerung an ein Angebot
post-kind-registration-waiting-lapsed = Angebot abgelaufen
post-kind-registration-waiting-closed = Warteliste geschlossen
waiting-save = Speichern
