# Gruppen: Personen einfügen, Plätze ohne Namen.

registration-fault-paste-unread = Diese Zeilen konnten wir nicht lesen. Bitte schreiben Sie je Zeile eine Person mit höchstens einer E-Mail-Adresse, oder leeren Sie das Feld.
registration-fault-paste-ticket = In diesen Zeilen steht ein Ticket, das es nicht gibt. Bitte ändern Sie es, oder leeren Sie das Feld.
registration-fault-paste-full = Eine Bestellung hat höchstens { $max } Personen. Die übrigen stehen noch hier: Bitte melden Sie sie mit einer zweiten Bestellung an.

# In the registration form
portal-paste-title = Mehrere Personen auf einmal
portal-paste = Eine Person je Zeile
portal-paste-hint = Aus Excel kopiert, mit oder ohne Überschriften, oder getippt: Lea Nolte <l.nolte@stadt.example>
portal-paste-file = Oder eine Tabelle
portal-paste-file-hint = Excel, OpenDocument oder CSV, höchstens 1 MB
portal-paste-submit = In die Liste übernehmen
portal-pasted = { $count ->
    [one] Eine eingefügte Person steht jetzt in der Liste. Bitte prüfen Sie sie, bevor Sie anmelden.
   *[other] { $count } eingefügte Personen stehen jetzt in der Liste. Bitte prüfen Sie sie, bevor Sie anmelden.
}

# Places without names
portal-nameless = Name folgt
portal-later-title = Namen stehen noch nicht fest
portal-later-lead = Die Plätze sind für Sie belegt. Die Namen tragen Sie später ein, oder Sie geben für jeden Platz einen Link weiter.
portal-later-count = Wie viele Plätze?
portal-later-submit = Plätze ohne Namen hinzufügen
portal-order-nameless = Die Plätze sind für Sie belegt
portal-standing-nameless = { $count ->
    [one] Ein Platz hat noch keinen Namen. Ohne Namen kommt am Einlass niemand hinein.
   *[other] { $count } Plätze haben noch keinen Namen. Ohne Namen kommt am Einlass niemand hinein.
}
portal-pass-on = Geben Sie diesen Link an die Person weiter, die den Platz bekommt. Er gilt für eine Person.
portal-name-place = Namen eintragen
portal-name-place-lead = Das Ticket geht an die Adresse, die Sie angeben. Lassen Sie sie frei, bekommen Sie es selbst.
portal-name-place-submit = Namen eintragen
portal-place-named = Der Name ist eingetragen, das Ticket ist unterwegs.
portal-place-title = Ein Platz für Sie
portal-place-lead = Jemand hat einen Platz für Sie mitbestellt. Sagen Sie uns, wer Sie sind, dann gehört er Ihnen, und das Ticket kommt per Mail.
portal-place-submit = Platz annehmen
portal-place-done = Der Platz ist Ihrer. Das Ticket kommt gleich per Mail.
portal-place-taken = Dieser Platz ist vergeben
portal-place-taken-sentence = Jemand hat diesen Platz schon angenommen. Waren Sie es selbst, finden Sie Ihr Ticket in der Mail, die Sie bekommen haben. Sonst fragen Sie bitte die Person, von der Sie den Link haben.
registration-error-place-taken = Dieser Platz hat schon einen Namen.
registration-history-attendee-named = Name eingetragen: { $name }
checkin-next-nameless = Der Platz hat noch keinen Namen. Am Infotisch den Namen eintragen lassen; dann gilt das Ticket.
desk-nameless = Name fehlt
desk-event-named = Platz vergeben an { $name }
post-kind-registration-nameless = Plätze ohne Namen
desk-job-kind-registration-nameless = An Plätze ohne Namen erinnern
portal-nameless-state = Noch ohne Namen
