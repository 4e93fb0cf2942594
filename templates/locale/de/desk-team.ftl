# Who works on a congress.

desk-settings-tab-team = Team
desk-settings-lead-of-team = Wer an diesem Kongress arbeitet, und in welcher Rolle. Gegebene und entzogene Rollen gelten ab dem nächsten Klick.
desk-settings-none-of-team = Hier arbeitet noch niemand. Laden Sie jemanden ein: Die Mail bringt einen Link zum Anmelden.
desk-settings-add-to-team = Jemanden einladen
desk-team-new = Jemanden ins Team einladen
desk-team-name = Name
desk-team-name-hint = Vor- und Nachname, wie sie im Verlauf stehen sollen. Wer schon ein Konto hat, behält seinen Namen.
desk-team-email = E-Mail-Adresse
desk-team-email-hint = Dorthin geht ein Link zum Anmelden. Er gilt eine Woche lang für eine Anmeldung.
desk-team-language = Sprache der Mails
desk-team-language-hint = Alle können sie später in ihrem Konto ändern.
desk-team-here = Rollen in diesem Kongress
desk-team-everywhere = Rollen in allen Kongressen
desk-team-everywhere-more = Rollen in allen Kongressen
desk-team-everywhere-hint = Sie gelten auch in jedem Kongress, der noch dazukommt. Für einen allein genügen die Rollen darüber.
desk-team-roles-everywhere = in allen Kongressen: { $roles }
desk-team-invite = Einladung schicken
desk-team-sent = Die Einladung an { $email } ist unterwegs.
desk-team-held = { $email } gehört zum Team. Die Einladung liegt im Ausgang, bis ein Mailserver eingerichtet ist.
desk-team-just-before = { $email } hat die Rollen. In dieser Minute ist schon eine Mail mit einem Link entstanden, eine zweite ging nicht hinaus.
desk-team-already = { $email } hat diese Rollen schon. Eine zweite Mail ging nicht hinaus.
desk-team-active = Aktiv
desk-team-active-since = zuletzt angemeldet: { $time }
desk-team-invited = Eingeladen
desk-team-invited-until = Link gilt bis { $time }
desk-team-invited-underway = Mail noch im Ausgang
desk-team-never = Noch nie angemeldet
desk-team-never-password = kann sich mit Passwort anmelden
desk-team-lapsed = Kein gültiger Link
desk-team-lapsed-next = war noch nie angemeldet
desk-team-closed = Konto geschlossen
desk-team-closed-means = kann sich nicht anmelden
desk-team-fixed = Außerdem, für Sie nicht zu ändern: { $roles }
desk-team-remind = Link noch einmal schicken
desk-team-remind-meaning = Der Link ist verloren oder abgelaufen? Ein neuer gilt eine Woche lang für eine Anmeldung.
desk-team-reminded = Eine neue Mail mit einem Link ist im Ausgang.
desk-team-reminded-before = In dieser Minute ist schon eine Mail mit einem Link entstanden. Eine zweite ging nicht hinaus.
desk-team-remove = Aus dem Team nehmen
desk-team-remove-meaning = Entzieht alle Rollen in diesem Kongress, die Sie vergeben können. Das gilt sofort, auch in offenen Fenstern. Das Konto und andere Kongresse bleiben unberührt.
desk-team-removed = Die Rollen in diesem Kongress sind entzogen.
desk-team-close = Konto schließen
desk-team-close-meaning = Sperrt das Konto in allen Kongressen: Sitzungen und Links enden sofort, niemand kann sich damit mehr anmelden. Im Verlauf bleibt der Name stehen.
desk-team-now-closed = Das Konto ist geschlossen, alle Sitzungen sind beendet.
desk-team-open = Konto wieder öffnen
desk-team-open-meaning = Die Rollen von vorher gelten dann wieder. Alte Sitzungen und Links bleiben beendet.
desk-team-now-open = Das Konto ist wieder offen.

# What happened to an account
desk-event-role-granted-here = Rolle { $role } in diesem Kongress gegeben
desk-event-role-granted-everywhere = Rolle { $role } in allen Kongressen gegeben
desk-event-role-revoked-here = Rolle { $role } in diesem Kongress entzogen
desk-event-role-revoked-everywhere = Rolle { $role } in allen Kongressen entzogen
desk-event-account-added = Konto angelegt
desk-event-account-invited = Einladung geschickt
desk-event-account-changed = Name oder Sprache geändert
desk-event-account-disabled = Konto geschlossen
desk-event-account-enabled = Konto wieder geöffnet
desk-event-account-logged-in = Angemeldet
desk-event-login-link-requested = Link zum Anmelden angefordert
desk-event-account-password-set = Passwort geändert
desk-event-account-sessions-ended = { $count ->
    [one] Eine andere Sitzung beendet
   *[other] { $count } andere Sitzungen beendet
}
desk-audit-whom = { $what }: { $name }
