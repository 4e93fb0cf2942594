# What every page shares: frames, forms, errors.

web-product = kongress
web-skip = Zum Inhalt springen
web-language = Sprache
web-language-name = Deutsch
web-menu = Menü
web-menu-main = Hauptnavigation
web-menu-programme = Programm
web-menu-calls = Mitmachen
web-menu-register = Anmelden
web-menu-arrival = Anreise
web-account = Mein Konto
web-log-out = Abmelden

# The congress office
web-desk-title = { $title } – Organisation
web-desk-sections = Bereiche
web-desk-section = Bereiche: { $section }
web-desk-overview = Überblick
web-desk-orders = Bestellungen
web-desk-attendees = Teilnehmende
web-desk-mails = Ausgang
web-desk-audit = Protokoll
web-desk-settings = Einrichten
web-desk-door = Einlass
web-desk-all = Alle Kongresse
web-desk-search = Suchen
web-desk-search-label = Wo ist mein Ticket? Name, E-Mail, Code oder Organisation
web-desk-search-hint = Wo ist mein Ticket? Name, Mail, Code …
web-phase-draft = Entwurf
web-phase-open = Anmeldung offen
web-phase-over = Vorbei

# Forms
form-optional = – optional
form-errors = { $count ->
    [one] Eine Angabe stimmt noch nicht
   *[other] { $count } Angaben stimmen noch nicht
}
form-errors-kept = Ihre übrigen Eingaben sind noch da.

# Errors: heading, what happened, what to do next
fault-title-400 = Diese Anfrage ist unverständlich
fault-text-400 = Das Programm konnte mit der Anfrage nichts anfangen.
fault-next-400 = Bitte gehen Sie zurück und versuchen Sie es noch einmal.
fault-title-401 = Anmeldung nötig
fault-text-401 = Dieser Zugang braucht ein gültiges Token.
fault-next-401 = Senden Sie das Token im Kopf „Authorization: Bearer“.
fault-title-403 = Das ist hier nicht erlaubt
fault-text-403 = Dafür haben Sie keine Berechtigung.
fault-next-403 = Wenn Sie das für einen Irrtum halten, fragen Sie die Organisation des Kongresses.
fault-title-404 = Diese Seite gibt es nicht
fault-text-404 = Unter dieser Adresse steht nichts, oder nichts mehr.
fault-next-404 = Wenn Sie einem Link aus einer E-Mail gefolgt sind: Nehmen Sie den Link aus der neuesten E-Mail, und achten Sie darauf, dass er vollständig ist.
fault-title-405 = Das geht so nicht
fault-text-405 = Diese Adresse kann nicht auf diesem Weg aufgerufen werden.
fault-title-409 = Das passt nicht mehr
fault-text-409 = Inzwischen hat sich etwas geändert.
fault-next-409 = Bitte gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.
fault-title-413 = Das ist zu viel
fault-text-413 = Die Eingabe ist größer als erlaubt: Formulare bis 1 MB, Dateien so groß, wie neben dem Feld steht.
fault-next-413 = Bitte teilen Sie sie auf oder nehmen Sie eine kleinere Datei.
fault-title-415 = Dieses Format wird nicht gelesen
fault-text-415 = Erwartet wird ein Formular oder JSON.
fault-title-422 = Etwas stimmt noch nicht
fault-text-422 = Mindestens eine Angabe ist nicht gültig.
fault-title-429 = Zu viele Versuche
fault-text-429 = Das waren in kurzer Zeit zu viele Versuche.
fault-next-429 = Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.
fault-title-500 = Da ist etwas schiefgegangen
fault-text-500 = Der Fehler liegt bei uns, nicht bei Ihnen.
fault-next-500 = Bitte versuchen Sie es in ein paar Minuten noch einmal. Bleibt es dabei, nennen Sie uns die Nummer unten.
fault-title-503 = Gerade ist es zu voll
fault-text-503 = Das Programm ist im Moment überlastet.
fault-request = Nummer des Vorgangs:
fault-to-congress = Zur Startseite des Kongresses
fault-to-home = Zur Startseite
fault-login-needed = Bitte melden Sie sich an. Ihre Sitzung ist abgelaufen, oder Sie waren nicht angemeldet.
fault-other-site = Die Anfrage kam von einer fremden Seite. Bitte öffnen Sie die Seite hier und versuchen Sie es noch einmal.
fault-token-lacks = Dem Token fehlt die Berechtigung „{ $permission }“.
fault-key-reused = Dieser Idempotency-Key gehört zu einer anderen Anfrage.
fault-key-malformed = Der Idempotency-Key muss 1 bis 255 sichtbare Zeichen haben.
fault-member-missing = Diese Angabe fehlt.
fault-member-unknown = Eine Angabe namens { $member } gibt es hier nicht.
fault-member-type = Diese Angabe hat nicht die erwartete Form. Welche das ist, steht in der Beschreibung der Schnittstelle.
fault-null = Das Zeichen U+0000 kann nicht gespeichert werden.
fault-no-json = Der Inhalt ist kein gültiges JSON.
fault-limit = „limit“ muss eine Zahl von 1 bis 1.000 sein.
fault-cursor = „cursor“ ist kein Wert aus einem „next“-Link.
