# Der Marktplatz der Ideen: Projekte, Stände, Hallenplan.

web-menu-projects = Projekte
web-desk-projects = Projekte und Stände

exhibition-title = Projekte
exhibition-project = Projekt
exhibition-lead = { $count ->
    [0] Die Projekte stehen noch nicht fest.
    [one] 1 Projekt zeigt sich auf dem Marktplatz der Ideen.
   *[other] { $count } Projekte zeigen sich auf dem Marktplatz der Ideen.
}
exhibition-found = { $count ->
    [0] Kein Projekt passt dazu.
    [one] 1 Projekt
   *[other] { $count } Projekte
}
exhibition-all = Alle Projekte zeigen
exhibition-plan = Standplan
exhibition-plan-lead = Jede Nummer ist ein Stand und führt zum Projekt. Unter jedem Plan steht dasselbe als Tabelle.
exhibition-plan-of = Plan: { $hall }
exhibition-plan-alt = { $hall } mit { $count } Ständen. Alle Stände stehen auch in der Tabelle darunter.
exhibition-plan-table = Stände als Tabelle
exhibition-search = Suche
exhibition-topic = Kooperationsthema
exhibition-topics = Kooperationsthemen
exhibition-any-topic = alle Themen
exhibition-organisation = Organisation
exhibition-any-organisation = alle Organisationen
exhibition-filter = Anzeigen
exhibition-stand = Stand { $number }, { $hall }
exhibition-stand-label = Stand { $number }: { $project }
exhibition-number = Stand
exhibition-free = frei
exhibition-where = Wo
exhibition-partners = Mit dabei
exhibition-offers = Wir bieten
exhibition-seeks = Wir suchen
exhibition-power = Strom
exhibition-screen = Bildschirm
exhibition-space = viel Platz

exhibition-error-number = Die Nummer { $number } hat schon ein anderer Stand.
exhibition-error-outside = Dort ragt der Stand aus der Halle.
exhibition-error-small = So klein kann die Halle nicht sein: Stände stünden außerhalb.
exhibition-error-has-stands = In der Halle sind noch Stände. Entfernen Sie diese zuerst.
exhibition-error-taken = Diesen Stand hat schon ein Projekt: { $project }
exhibition-error-svg = Das ist keine SVG-Zeichnung, die wir lesen können.
exhibition-error-svg-large = Die Zeichnung ist zu groß.
exhibition-error-svg-empty = In der Zeichnung ist nichts zu sehen.

desk-projects = Projekte
desk-projects-lead = { $count ->
    [0] Noch keine Projekte.
    [one] 1 Projekt, davon ohne Stand: { $without }
   *[other] { $count } Projekte, davon ohne Stand: { $without }
}
desk-projects-none = Legen Sie das erste Projekt an.
desk-project-new = Projekt anlegen
desk-project-needs = Braucht
desk-project-stand = Stand
desk-project-state = Sichtbar
desk-project-lacks = Ausstattung fehlt
desk-project-published = veröffentlicht
desk-project-draft = nicht sichtbar
desk-project-public = Öffentliche Seite
desk-project-at = { $number }, { $hall }
desk-project-at-lacks = { $number }, { $hall } (Ausstattung fehlt)
desk-project-no-stand = kein Stand
desk-project-place = Stand speichern
desk-stands = Hallen und Stände
desk-stands-lead = Der Plan, wie ihn alle sehen. Hier legen Sie Hallen und Stände an und verteilen die Projekte.
desk-stands-none = In dieser Halle sind noch keine Stände.
desk-stand-new = Stand anlegen
desk-stand-change = Stand ändern
desk-stand-project = Projekt
desk-stand-size = Größe
desk-stand-has = Ausstattung
desk-stand-free = frei
desk-stand-label = Stand { $number }: { $project }. Mit den Pfeiltasten verschieben.
desk-stand-removal = Ein Stand ohne Projekt kann entfernt werden.
desk-halls-none = Legen Sie zuerst eine Halle an, mit ihrer Größe in Metern.
desk-hall-new = Halle anlegen
desk-hall-change = Halle ändern
desk-hall-size = { $width } × { $depth } Meter
desk-hall-removal = Eine Halle ohne Stände kann entfernt werden.
desk-plan-of = Plan: { $hall }
desk-plan-hint = Stände verschieben Sie durch Ziehen oder mit den Pfeiltasten (mit Umschalt in kleinen Schritten). Ohne JavaScript geht es über das Formular des Stands.
desk-plan-saved = Gespeichert
desk-plan-failed = Dort kann der Stand nicht stehen, er ist wieder am alten Platz.
desk-spread = Verteilen
desk-spread-lead = { $count ->
    [one] 1 Projekt hat noch keinen Stand. Es bekommt einen freien, der hat, was es braucht.
   *[other] { $count } Projekte haben noch keinen Stand. Sie bekommen freie, die haben, was sie brauchen. Wer einen Stand hat, behält ihn.
}
desk-flash-spread = Verteilt: { $placed }. Ohne passenden Stand: { $left }.
desk-flash-removed = Entfernt.
desk-exhibition-remove = Entfernen
desk-exhibition-name-de = Name, deutsch
desk-exhibition-name-en = Name, englisch
desk-exhibition-width = Breite in Metern
desk-exhibition-depth = Tiefe in Metern
desk-exhibition-position = Reihenfolge
desk-exhibition-outline = Grundriss als SVG
desk-exhibition-outline-hint = Aus einem Zeichenprogramm, so groß wie die Halle. Übernommen werden nur Linien und Flächen. Ohne Grundriss zeigt der Plan vier Wände.
desk-exhibition-number = Standnummer
desk-exhibition-hall = Halle
desk-exhibition-x = Abstand von links in Metern
desk-exhibition-x-hint = Bis zur linken Kante des Stands.
desk-exhibition-y = Abstand von oben in Metern
desk-exhibition-y-hint = Bis zur oberen Kante auf dem Plan.
desk-exhibition-note = Notiz fürs Team
desk-exhibition-title-de = Titel, deutsch
desk-exhibition-title-en = Titel, englisch
desk-exhibition-summary-de = In einem Satz, deutsch
desk-exhibition-summary-en = In einem Satz, englisch
desk-exhibition-description-de = Beschreibung, deutsch (Markdown)
desk-exhibition-description-en = Beschreibung, englisch (Markdown)
desk-exhibition-offers-de = Bietet, deutsch
desk-exhibition-offers-en = Bietet, englisch
desk-exhibition-seeks-de = Sucht, deutsch
desk-exhibition-seeks-en = Sucht, englisch
desk-exhibition-partners = Mit dabei
desk-exhibition-partners-hint = Weitere Organisationen, eine je Zeile.
desk-exhibition-stage = möchte einen Impuls auf der Bühne
desk-exhibition-contact = E-Mail-Adresse des Projektteams
desk-exhibition-contact-hint = Nur für das Kongressbüro.
desk-exhibition-publish = Auf der Website zeigen
desk-exhibition-fault-metres = Geben Sie Meter als Zahl ein, zum Beispiel 2,5.
desk-exhibition-fault-name = Geben Sie einen Namen in mindestens einer Sprache ein.
desk-exhibition-fault-number = Geben Sie eine Nummer mit höchstens 12 Zeichen ein.
desk-exhibition-fault-hall = Wählen Sie eine Halle.
desk-exhibition-fault-organisation = Geben Sie die Organisation ein.
desk-exhibition-fault-contact = Das ist keine E-Mail-Adresse.

desk-audit-hall-added = Halle angelegt: { $what }
desk-audit-hall-changed = Halle geändert: { $what }
desk-audit-hall-removed = Halle entfernt: { $what }
desk-audit-stand-added = Stand angelegt: { $what }
desk-audit-stand-changed = Stand geändert: { $what }
desk-audit-stand-removed = Stand entfernt: { $what }
desk-audit-project-added = Projekt angelegt: { $what }
desk-audit-project-changed = Projekt geändert: { $what }
desk-audit-project-placed = Projekt hat einen Stand: { $what }
desk-audit-project-displaced = Projekt hat keinen Stand mehr: { $what }
desk-audit-project-spread = { $count ->
    [one] 1 Projekt auf freie Stände verteilt
   *[other] { $count } Projekte auf freie Stände verteilt
}
