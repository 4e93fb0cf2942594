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
