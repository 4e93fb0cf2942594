# Im Kongressbüro anmelden und abmelden. Immer mit dem Ort dabei: „anmelden“ allein heißt, am Kongress teilzunehmen.

login-title = Im Kongressbüro anmelden
login-lead = Dieser Zugang ist für alle, die den Kongress organisieren oder am Einlass arbeiten.
login-email = E-Mail-Adresse
login-password = Passwort
login-submit = Anmelden
login-send-link = Link per E-Mail senden
login-link-hint = Kein Passwort zur Hand? Geben Sie Ihre E-Mail-Adresse ein und lassen Sie sich einen Link senden.
login-not-yours = Sie nehmen am Kongress teil? Dann brauchen Sie kein Konto: Ihr Ticket öffnen Sie mit dem Link aus Ihrer Bestätigung.
login-email-missing = Bitte geben Sie Ihre E-Mail-Adresse ein.
login-email-wrong = Das ist keine E-Mail-Adresse. Eine Adresse sieht so aus: name@beispiel.de
login-password-missing = Bitte geben Sie Ihr Passwort ein.
login-wrong = E-Mail-Adresse oder Passwort stimmen nicht. Sie können sich auch einen Link senden lassen.
login-back = Zurück zur Seite mit dem Passwort
login-out = Sie sind abgemeldet.

# Der Link
login-sent-title = Sehen Sie in Ihr Postfach
login-sent-text = Wenn es zu der Adresse ein Konto gibt, kommt gleich eine E-Mail mit einem Link. Er gilt { $minutes } Minuten und ein Mal.
login-sent-next = Keine E-Mail da? Sehen Sie im Spam-Ordner nach. Nach einer Minute können Sie einen neuen Link anfordern.
login-confirm-title = Als { $name } anmelden
login-confirm-text = Sie haben einen Link zum Anmelden geöffnet. Mit dem Knopf melden Sie sich im Kongressbüro an. Danach gilt der Link nicht mehr.
login-confirm-submit = Jetzt anmelden
login-ended-title = Dieser Link gilt nicht mehr
login-link-ended = Der Link wurde schon benutzt, oder er ist zu alt. Ein neuer ist schnell angefordert.
login-ended-next = Neuen Link anfordern

# Fehler
identity-address-wrong = Das ist keine E-Mail-Adresse.
identity-password-short = Das Passwort braucht mindestens { $least } Zeichen.
identity-password-long = Das Passwort darf höchstens { $most } Zeichen haben.
identity-name-missing = Es fehlt ein Name.
identity-permission-missing = Es fehlt mindestens eine Berechtigung.
identity-not-found = Das gibt es nicht, oder nicht mehr.
