# The words of mails that a congress says its own way
mail-texts = Mailtexte
mail-texts-all = Alle Mailtexte
mail-texts-lead = Jede Mail, die dieser Kongress verschickt: Ändern Sie, was darin steht, oder halten Sie eine Art zurück, bis Sie sie freigeben.
mail-text-kind = Mail
mail-text-own = Eigener Text
mail-text-own-none = Vorlage
mail-text-in-de = Deutsch
mail-text-in-en = Englisch
mail-text-subject = Betreff { $n }
mail-text-preview = Zeile neben dem Betreff { $n }
mail-text-piece = Text { $n }
mail-text-pieces = Was in der Mail steht
mail-text-pieces-note = Die Mail setzt sich aus diesen Texten zusammen, je nachdem, was für die Person gilt. Was Sie leeren, fällt weg. Platzhalter wie { "{{ congress_name }}" } füllt das Programm, **zwei Sterne** machen fett.
mail-text-said = Das liest { $to }:
mail-text-other = { $count ->
    [one] Ein Text für andere Fälle
   *[other] { $count } Texte für andere Fälle
}
mail-text-original = Geändert. So steht es in der Vorlage
mail-text-save = Speichern
mail-text-look = Ansehen, ohne zu speichern
mail-text-trial = Probe an mich
mail-text-reset = Alles wie in der Vorlage
mail-text-reset-one = Wieder wie in der Vorlage
mail-text-overtaken = Ihre Fassung steht noch im Formular. Wenn Sie noch einmal speichern, gilt sie statt der anderen; die andere bleibt unter den Fassungen.
mail-text-orphans = Texte ohne Platz
mail-text-orphans-note = Die Vorlage ist an diesen Stellen neu gefasst. Was Sie dafür geschrieben hatten, steht nicht mehr in der Mail. Übernehmen Sie, was noch passt; beim nächsten Speichern fällt es weg.
mail-text-orphan-before = Vorlage vorher:
mail-text-orphan-own = Ihr Text:
mail-text-look-title = Wie jemand sie bekommt
mail-text-as = Mail an
mail-text-nobody = Eine solche Mail ging noch an niemanden. Sobald es eine gibt, sehen Sie hier, wie sie aussieht, und können sich eine Probe schicken.
mail-text-secret = Der Link in dieser Mail gilt nur für die Person, die sie bekommt. Deshalb sieht sie sonst niemand, auch nicht zur Probe.
mail-text-look-saved = So, wie sie gespeichert ist. Codes und persönliche Links sind ausgelassen.
mail-text-look-typed = So, wie sie im Formular steht. Es ist noch nicht gespeichert.
mail-text-look-fault = Für diese Person lässt sich die Mail jetzt nicht schreiben: { $why }
mail-text-placeholders = Platzhalter
mail-text-placeholders-note = Diese stehen überall in dieser Mail zur Verfügung. Andere, die in einem Text der Vorlage stehen, gelten nur dort.
mail-text-versions = Fassungen
mail-text-versions-none = Noch nichts geändert: Es gilt die Vorlage.
mail-text-versions-note = Eine ältere Fassung öffnen und speichern macht sie zur neuen.
mail-text-version = Fassung { $n }, { $time }
mail-text-version-original = (wie die Vorlage)
mail-text-fault-shape = Das Formular passt nicht mehr zum Programm. Öffnen Sie die Seite neu; kopieren Sie vorher, was Sie geschrieben haben.
mail-text-fault-subject = Ein Betreff fehlt.
mail-text-fault-long = Das ist zu lang. Höchstens { $max } Zeichen.
mail-text-fault-lines = Hier geht nur eine Zeile.
mail-text-fault-syntax = Ein Platzhalter ist nicht vollständig. Er steht in doppelten Klammern, zum Beispiel { "{{ congress_name }}" }. Andere Zeichen mit geschweiften Klammern gehen nicht.
mail-text-fault-block = Trennlinien, Codeblöcke und HTML gehen hier nicht: Was danach kommt, stünde nicht mehr an seinem Platz.
mail-text-fault-unknown = Den Platzhalter „{ $name }“ gibt es in diesem Text nicht.
mail-text-fault-link = Der Link { "{{" } { $name } { "}}" } muss stehen bleiben.
mail-kind-hold = Zurückhalten
mail-kind-resume = Nicht mehr zurückhalten
mail-kind-held = zurückgehalten
mail-kind-goes = geht hinaus
mail-kind-count = { $count ->
    [one] 1 Mail wartet auf Freigabe
   *[other] { $count } Mails warten auf Freigabe
}
mail-kind-held-title = Diese Mails werden zurückgehalten
mail-kind-held-note = Sie werden geschrieben und warten im Ausgang, bis jemand sie freigibt.
mail-kind-flash-held = Solche Mails werden ab jetzt zurückgehalten.
mail-kind-flash-resumed = Solche Mails gehen ab jetzt wieder hinaus. Was zurückgehalten ist, wartet im Ausgang auf Freigabe.
post-kind-post-trial = Probe eines Mailtextes
post-trial-subject = Probe: { $subject }
post-delivery-reworded = Der eigene Text ließ sich nicht ausfüllen, es gilt die Vorlage:
post-error-changed = Jemand anderes hat inzwischen gespeichert.
desk-audit-mail-text-saved = Mailtext geändert: { $what }
desk-audit-mail-kind-held = Mails zurückgehalten: { $what }
desk-audit-mail-kind-resumed = Mails nicht mehr zurückgehalten: { $what }
