# Dieselbe Person zweimal; zwei Bestellungen zusammenführen

desk-doubles = Doppelt angemeldet?
desk-doubles-lead = Gleicher Name und gleiche Adresse oder Organisation, und beide halten einen Platz. Die sichersten zuerst.
desk-doubles-none = Niemand sieht nach derselben Person aus.
desk-double = Zweimal { $name }?
desk-double-keep = Welches Ticket bleibt?
desk-double-choose = Wählen Sie, welches Ticket bleibt.
desk-double-organisation = Die Organisation vom anderen Ticket übernehmen
desk-double-address = Die E-Mail-Adresse vom anderen Ticket übernehmen
desk-double-notify = Über das beendete Ticket per Mail informieren
desk-double-meaning = Das andere Ticket wird storniert, sein Platz ist sofort frei. Nummer und Code des Tickets, das bleibt, gelten weiter.
desk-double-submit = Ein Ticket behalten
desk-double-reason = Doppelt angemeldet
desk-double-apart-lead = Sind es zwei Menschen, steht das Paar nicht mehr in der Liste.
desk-double-apart = Das sind zwei Personen
desk-flash-double-done = Ein Ticket ist geblieben, der andere Platz ist frei.
desk-flash-double-apart = Gemerkt: Das sind zwei Personen.
desk-merge = Bestellung { $code } zusammenführen
desk-merge-word = Zusammenführen
desk-merge-lead = Alle Personen gehen in eine andere Bestellung derselben E-Mail-Adresse über, diese Bestellung endet. Das geht nur, solange zu keiner der beiden Geld oder eine Rechnung gehört.
desk-merge-none = Unter dieser Adresse gibt es keine andere Bestellung, die läuft.
desk-merge-none-other = Unter dieser Adresse gibt es keine andere Bestellung, in die diese übergehen könnte.
desk-merge-own-money = Zu dieser Bestellung gehören Zahlungen oder Rechnungen. Sie bleibt für sich, damit das Geld bei seiner Bestellung bleibt.
desk-merge-own-state = Diese Bestellung wartet noch auf eine Freigabe oder ist beendet. Zusammenführen lassen sich nur Bestellungen, die laufen.
desk-merge-left-out = { $count ->
    [one] Nicht zur Wahl steht eine Bestellung, zu der Geld oder eine Rechnung gehört:
   *[other] Nicht zur Wahl stehen { $count } Bestellungen, zu denen Geld oder eine Rechnung gehört:
}
desk-merge-into = In welche Bestellung?
desk-merge-choose = Wählen Sie eine Bestellung.
desk-merge-send = Tickets neu senden: Nummern und Links ändern sich
desk-merge-submit = Zusammenführen
desk-flash-merged = { $count ->
    [one] Eine Person ist
   *[other] { $count } Personen sind
} jetzt in dieser Bestellung.
desk-event-told-apart = Zwei Personen, nicht dieselbe: { $name }
desk-event-merged = Aus Bestellung { $code } übernommen: { $names }
desk-event-given-over = In Bestellung { $code } übergegangen: { $names }
registration-error-other-buyer = Diese Bestellungen haben verschiedene Besteller oder Währungen und bleiben getrennt.
registration-error-has-money = Zu einer der Bestellungen gehören Zahlungen oder Rechnungen. Sie bleiben getrennt, damit das Geld bei seiner Bestellung bleibt.
