# One's own account.

desk-account = Mein Konto
desk-account-lead = Sie melden sich mit { $email } an.
desk-account-back = Zum Kongressbüro
desk-account-profile = Name und Sprache
desk-account-name = Name
desk-account-name-hint = So stehen Sie im Verlauf und im Team.
desk-account-language = Sprache der Mails
desk-account-language-hint = Die Sprache der Seiten wählen Sie oben.
desk-account-language-missing = Bitte wählen Sie eine Sprache.
desk-account-save = Speichern
desk-account-saved = Gespeichert.
desk-account-password = Passwort
desk-account-password-lead = Ein neues Passwort beendet Ihre Sitzungen in anderen Browsern, und wir schreiben Ihnen, dass es geändert wurde. Das alte vergessen? Melden Sie sich mit einem Link per E-Mail an; das geht immer.
desk-account-password-first = Sie melden sich bisher mit Links aus E-Mails an. Mit einem Passwort geht es auch ohne; die Links funktionieren weiterhin.
desk-account-old = Altes Passwort
desk-account-old-missing = Bitte geben Sie Ihr altes Passwort ein.
desk-account-new = Neues Passwort
desk-account-new-hint = Mindestens { $least } Zeichen. Ein ganzer Satz ist leicht zu merken und schwer zu erraten.
desk-account-new-missing = Bitte geben Sie ein neues Passwort ein.
desk-account-password-save = Passwort ändern
desk-account-password-saved = Ihr Passwort ist geändert. Andere Sitzungen sind beendet.
desk-account-sessions = Wo Sie angemeldet sind
desk-account-browser-unknown = Unbekannter Browser
desk-account-this = dieser Browser
desk-account-session-since = angemeldet seit { $since }
desk-account-session-seen = angemeldet seit { $since } · zuletzt benutzt: { $seen }
desk-account-sessions-alone = Sonst sind Sie nirgends angemeldet.
desk-account-sessions-others = Etwas davon kennen Sie nicht? Beenden Sie es und ändern Sie Ihr Passwort.
desk-account-sessions-end = Andere Sitzungen beenden
desk-account-sessions-ended = { $count ->
    [0] Es gab keine anderen Sitzungen mehr.
    [one] Eine andere Sitzung ist beendet.
   *[other] { $count } andere Sitzungen sind beendet.
}
