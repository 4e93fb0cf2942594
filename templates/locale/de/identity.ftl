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
login-sent-text = Wenn es zu der Adresse ein Konto gibt, kommt gleich eine E-Mail mit einem Link. Er gilt { $minutes } Minuten lang für eine Anmeldung.
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
identity-name-long = Ein Name hat höchstens { $most } Zeichen.
identity-password-wrong = Das alte Passwort stimmt nicht.
identity-role-missing = Bitte wählen Sie mindestens eine Rolle.
identity-role-not-yours = Diese Rolle können Sie weder vergeben noch entziehen: Sie darf mehr als Sie selbst.
identity-own-right = Das eigene Recht, das Team zu ändern, können Ihnen nur andere entziehen. Bitten Sie jemanden darum, der es auch hat.
identity-last-admin = Das ist das letzte Konto der Verwaltung, das sich anmelden kann. Geben Sie die Rolle zuerst jemand anderem.
identity-account-shut = Dieses Konto ist geschlossen. Die Verwaltung kann es wieder öffnen.

# Die Rollen, und was sie dürfen
identity-role-admin = Verwaltung
identity-role-organiser = Organisation
identity-role-programme = Programm
identity-role-reviewer = Begutachtung
identity-role-door = Einlass
identity-role-finance = Finanzen
identity-role-privacy = Datenschutz
identity-role-means-admin = Darf alles, was es gibt und geben wird.
identity-role-means-organiser = Richtet den Kongress ein, kümmert sich um Bestellungen, Mails und das Team.
identity-role-means-programme = Baut das Programm: Aufrufe, Einreichungen, Zeitplan, Stände. Sieht, wie der Kongress steht, aber nicht, wer bestellt hat.
identity-role-means-reviewer = Begutachtet Einreichungen und sieht sonst nichts.
identity-role-means-door = Scannt Tickets am Eingang. Sieht keine Listen und keine Zahlen.
identity-role-means-finance = Liest Bestellungen und Mails, ändert nichts.
identity-role-means-privacy = Liest Bestellungen und Mails, um Auskunft zu geben, ändert nichts.
