# The review of what was handed in.

review-error-too-long = Der Text ist zu lang.
review-error-phase-backwards = Eine Phase endet, nachdem sie begonnen hat.
review-error-scale = Ein Gewicht liegt zwischen 0 und 100, der beste Wert zwischen 1 und 100.
review-error-not-a-reviewer = Jemand im Team darf in diesem Kongress nicht begutachten. Geben Sie ihr oder ihm zuerst die Rolle.
review-error-used = Damit wurde schon begutachtet. Deshalb bleibt es, wie es ist.
review-error-not-now = Zurzeit wird nicht begutachtet.
review-error-too-near = Sie stehen dieser Einreichung zu nahe, um sie zu begutachten.
review-error-decided = Über diese Einreichung ist schon entschieden.
review-error-empty = Geben Sie einen Wert oder einen Kommentar, oder enthalten Sie sich.
review-error-value = Dieser Wert steht nicht auf der Skala.

web-desk-reviews = Begutachtung
web-desk-review-board = Auswahl
desk-settings-tab-review = Begutachtung
desk-settings-lead-of-review = Phasen sagen, wann wer was darf. Kriterien sagen, wonach geurteilt wird. Teams sagen, wer was begutachtet.

desk-reviews = Meine Begutachtungen
desk-reviews-lead = Alle Einreichungen, über die noch nicht entschieden ist und die Ihre Teams begutachten.
desk-review-phase = Phase
desk-review-until = bis { $until }
desk-review-no-phase = Zurzeit läuft keine Phase der Begutachtung.
desk-review-no-team = Sie sind in keinem Team. Die Organisation nimmt Sie auf.
desk-review-progress = { $done } von { $all } begutachtet
desk-review-next = Nächste begutachten
desk-review-right-review = Sie können begutachten und Ihre Begutachtungen ändern.
desk-review-right-read = Sie können lesen, aber nichts ändern.
desk-review-right-assigned = Sie sehen nur, was Ihnen zugeteilt ist.
desk-review-right-team = Sie sehen alles aus den Themenfeldern Ihrer Teams.
desk-review-right-names = Sie sehen, wer eingereicht hat.
desk-review-right-no-names = Sie sehen nicht, wer eingereicht hat.
desk-review-right-others-never = Was andere geben, sehen Sie nicht.
desk-review-right-others-after-own = Was andere geben, sehen Sie nach Ihrer eigenen Begutachtung.
desk-review-right-others-always = Was andere geben, sehen Sie gleich.
desk-review-title = Titel
desk-review-track = Themenfeld
desk-review-kind = Art
desk-review-count = Begutachtungen
desk-review-mine = Meine Begutachtung
desk-review-assigned = Ihnen zugeteilt
desk-review-open = offen
desk-review-abstained = enthalten
desk-review-points = { $n } %
desk-review-hindered-declared = Sie haben einen Interessenkonflikt angegeben.
desk-review-hindered-own = Ihre eigene Einreichung.
desk-review-hindered-organisation = Aus Ihrer Organisation.

desk-review-back = Zu meinen Begutachtungen
desk-review-minutes = { $n } Minuten
desk-review-text = Einreichung
desk-review-covered = Sie lesen eine Fassung ohne Namen.
desk-review-no-names-shown = In dieser Phase sehen Sie nicht, wer eingereicht hat.
desk-review-judged-version = Der Text hat sich seit Ihrer Begutachtung geändert. Sie hatten Fassung { $n } gelesen.
desk-review-not-yours = Sie begutachten diese Einreichung nicht
desk-review-closed = In dieser Phase wird nicht begutachtet.
desk-review-comment = Kommentar
desk-review-comment-hint = Nur für die Organisation und, wenn die Phase es erlaubt, für andere Begutachtende. Wer eingereicht hat, sieht nichts davon.
desk-review-abstain = Ich habe es gelesen und enthalte mich
desk-review-save-next = Speichern und weiter
desk-review-save = Speichern
desk-review-saved = Ihre Begutachtung ist gespeichert.
desk-review-scale = { $name } (0 bis { $most })
desk-review-no-value = keine Angabe
desk-review-of = { $n } von { $most }
desk-review-others = Was andere geben
desk-review-conflict = Interessenkonflikt
desk-review-conflict-meaning = Sie arbeiten mit den Einreichenden zusammen oder können aus anderem Grund nicht unbefangen urteilen? Dann begutachtet jemand anderes. Was Sie hier schon gegeben haben, wird gelöscht.
desk-review-conflict-why = Warum
desk-review-conflict-declare = Konflikt angeben
desk-review-conflict-declared = Danke. Diese Einreichung begutachtet jemand anderes.
desk-review-conflict-withdraw = Doch kein Konflikt

desk-review-board = Auswahl
desk-review-board-lead = Alle Einreichungen mit dem, was Begutachtende gaben. Was Sie selbst eingereicht haben, steht ohne Zahlen da.
desk-review-board-none = Es gibt keine Einreichung, auf die das passt.
desk-review-board-caption = { $n ->
    [one] Eine Einreichung
   *[other] { $n } Einreichungen
}
desk-review-filter = Einreichungen filtern
desk-review-filter-text = Titel, Name, Kürzel
desk-review-call = Aufruf
desk-review-pending = Vorgemerkt
desk-review-order = Reihenfolge
desk-review-order-mean = Bester Mittelwert zuerst
desk-review-order-median = Bester Median zuerst
desk-review-order-spread = Größte Uneinigkeit zuerst
desk-review-order-reviews = Am wenigsten begutachtet zuerst
desk-review-order-title = Titel
desk-review-column-mean = Mittel
desk-review-column-median = Median
desk-review-column-spread = Streuung
desk-review-column-reviews = Begutachtet
desk-review-column-abstained = Enthaltungen
desk-review-reviews = { $judged } (zugeteilt { $assigned })
desk-review-abstentions = { $n ->
    [one] eine Enthaltung
   *[other] { $n } Enthaltungen
}
desk-review-own-hidden = Ihre eigene Einreichung: Sie sehen nicht, was andere ihr gaben.
desk-review-by-track = Nach Themenfeld
desk-review-by-kind = Nach Art
desk-review-places-decided = angenommen
desk-review-places-pending = vorgemerkt
desk-review-places-open = offen
desk-review-places-left = frei
desk-review-places-over = { $n } zu viel
desk-review-spread = Verteilen
desk-review-spread-meaning = Jede offene Einreichung bekommt so viele Begutachtende, gleichmäßig verteilt. Wer ihr zu nahe steht, bekommt sie nicht. Was schon zugeteilt oder begutachtet ist, zählt mit.
desk-review-spread-each = Begutachtende je Einreichung
desk-review-spread-do = Verteilen
desk-review-spread-number = Geben Sie eine Zahl von 1 bis { $most } an.
desk-review-spread-done = { $given ->
    [0] Es war schon alles verteilt.
    [one] Eine Zuteilung.
   *[other] { $given } Zuteilungen.
} { $short ->
    [0] {""}
    [one] Für eine Einreichung gibt es zu wenige, die sie begutachten dürfen.
   *[other] Für { $short } Einreichungen gibt es zu wenige, die sie begutachten dürfen.
}
desk-review-back-to-board = Zur Auswahl
desk-review-given = Was Begutachtende gaben
desk-review-none-yet = Noch nichts.
desk-review-assigned-to = Zugeteilt
desk-review-assigned-none = Niemandem einzeln zugeteilt.
desk-review-unassign = Wegnehmen
desk-review-unassign-who = { $name } wegnehmen
desk-review-reviewer = Begutachtende
desk-review-assign = Zuteilen
desk-review-assign-too-near = Das geht nicht: Sie oder er steht der Einreichung zu nahe.
desk-review-assign-no-team = Das geht nicht: Sie oder er ist in keinem Team.
desk-review-cover = Text ohne Namen
desk-review-cover-meaning = Wer nicht sehen darf, wer eingereicht hat, liest diesen Text. Bleibt er leer, steht dort der eingereichte Text.
desk-review-cover-old = Der eingereichte Text hat sich seitdem geändert.
desk-review-cover-title = Titel ohne Namen
desk-review-cover-abstract = Kurzfassung ohne Namen
desk-review-cover-description = Beschreibung ohne Namen
desk-review-cover-save = Text ohne Namen speichern
desk-review-cover-saved = Der Text ohne Namen ist gespeichert.

desk-review-frame = Begutachtung einrichten
desk-review-phases = Phasen
desk-review-phases-none = Ohne Phase kann niemand begutachten.
desk-review-phases-add = Phase anlegen
desk-review-criteria = Kriterien
desk-review-criteria-none = Ohne Kriterium gibt es nur Kommentare.
desk-review-criteria-add = Kriterium anlegen
desk-review-teams = Teams
desk-review-teams-none = Ohne Team begutachtet niemand.
desk-review-teams-add = Team anlegen
desk-review-span = { $from } bis { $until }
desk-review-criterion-note = Gewicht { $weight }, 0 bis { $most }
desk-review-team-note = { $members ->
    [one] eine Person
   *[other] { $members } Personen
}, { $tracks ->
    [0] alle Themenfelder
    [one] ein Themenfeld
   *[other] { $tracks } Themenfelder
}
desk-review-criterion = Kriterium
desk-review-team = Team
desk-review-starts-at = Beginn
desk-review-ends-at = Ende
desk-review-moment = Geben Sie Tag und Uhrzeit an.
desk-review-choose = Wählen Sie eines davon.
desk-review-may-review = Es wird begutachtet
desk-review-assigned-only = Jede und jeder sieht nur, was zugeteilt ist
desk-review-shows-names = Man sieht, wer eingereicht hat
desk-review-shows-others = Begutachtungen anderer
desk-review-others-never = nie
desk-review-others-never-meaning = Alle urteilen für sich.
desk-review-others-after-own = nach der eigenen
desk-review-others-after-own-meaning = Niemand folgt einem anderen Urteil.
desk-review-others-always = gleich
desk-review-others-always-meaning = Alle sehen alles von Anfang an.
desk-review-shows-reviewers = Man sieht, von wem sie sind
desk-review-phase-removal = Die Phase entfällt. Begutachtungen bleiben.
desk-review-hint-de = Erklärung (deutsch)
desk-review-hint-en = Erklärung (englisch)
desk-review-weight = Gewicht
desk-review-weight-hint = 0: Es wird gezeigt und zählt nicht.
desk-review-most = Bester Wert
desk-review-most-hint = Der schlechteste ist 0.
desk-review-criterion-removal = Das Kriterium entfällt. Wurde danach schon begutachtet, bleibt es.
desk-review-team-name = Name des Teams
desk-review-team-tracks = Themenfelder
desk-review-team-tracks-hint = Keines gewählt: alle.
desk-review-team-members = Wer begutachtet
desk-review-team-members-hint = Alle, die eine Rolle dafür haben. Wer für eine Organisation arbeitet, begutachtet nichts von dort.
desk-review-organisation-of = Organisation von { $name }
desk-review-team-removal = Das Team entfällt. Begutachtungen bleiben.

desk-audit-review-phase-added = Phase der Begutachtung angelegt
desk-audit-review-phase-changed = Phase der Begutachtung geändert
desk-audit-review-phase-removed = Phase der Begutachtung entfernt
desk-audit-review-criterion-added = Kriterium angelegt
desk-audit-review-criterion-changed = Kriterium geändert
desk-audit-review-criterion-removed = Kriterium entfernt
desk-audit-review-team-added = Team der Begutachtung angelegt
desk-audit-review-team-changed = Team der Begutachtung geändert
desk-audit-review-team-removed = Team der Begutachtung entfernt
desk-audit-review-given = Begutachtung abgegeben
desk-audit-review-changed = Begutachtung geändert
desk-audit-review-conflict-declared = Interessenkonflikt angegeben
desk-audit-review-conflict-withdrawn = Interessenkonflikt zurückgenommen
desk-audit-review-spread = Einreichungen zum Begutachten verteilt ({ $count })
desk-audit-review-assigned = Zum Begutachten zugeteilt
desk-audit-review-unassigned = Zuteilung zum Begutachten weggenommen
desk-audit-review-covered = Text ohne Namen geschrieben
desk-list-review = Begutachtung
