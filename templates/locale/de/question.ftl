# Questions that whoever registers is asked: in forms, and what is wrong with an answer

question-yes = Ja
question-no = Nein
question-purpose = Wozu: { $purpose }.
question-retention = { $days ->
    [0] Löschung: am Ende des Kongresses.
    [one] Löschung: 1 Tag nach dem Kongress.
   *[other] Löschung: { $days } Tage nach dem Kongress.
}
question-file-later = Die Datei laden Sie nach der Anmeldung auf Ihrer persönlichen Seite hoch.
question-fault-missing = Bitte beantworten Sie diese Frage.
question-fault-number = Bitte geben Sie eine ganze Zahl ein.
question-fault-least = Bitte geben Sie mindestens { $least } ein.
question-fault-most = Bitte geben Sie höchstens { $most } ein.
question-fault-date = Bitte geben Sie einen Tag ein, zum Beispiel 11.03.2027.
question-fault-choice = Bitte wählen Sie aus dem, was zur Auswahl steht.
question-fault-too-long = Das ist zu lang: höchstens { $most } Zeichen.
question-fault-not-asked = Diese Frage gibt es hier nicht, oder sie gilt nach den übrigen Angaben nicht.
question-fault-file-later = Dateien werden auf der persönlichen Seite hochgeladen.
question-fault-file-missing = Bitte wählen Sie eine Datei aus.
question-fault-file-empty = Die Datei ist leer.
question-fault-file-large = Die Datei ist zu groß: höchstens 5 MB.
question-fault-file-kind = Bitte laden Sie ein PDF, ein PNG- oder ein JPEG-Bild hoch. Etwas anderes nehmen wir nicht an.
question-error-purpose-missing = Bitte sagen Sie, wozu Sie die Antworten brauchen.
question-error-retention = Antworten bleiben zwischen 0 und 1.096 Tagen.
question-error-bounds = Das Höchste ist kleiner als das Kleinste.
question-error-options = Zum Auswählen braucht es mindestens eine Antwort, höchstens 40. Andere Fragen haben keine Antworten zur Auswahl.
question-error-kind-fixed = Die Frage ist schon beantwortet. Wem und wie sie gestellt wird, bleibt deshalb so. Stellen Sie eine neue.
question-error-option-twice = Die Antwort „{ $label }“ steht zweimal da. Bitte nennen Sie eine davon anders.
question-error-option-chosen = Jemand hat „{ $label }“ gewählt. Bieten Sie diese Antwort nicht mehr an, statt sie zu entfernen.
question-error-after = Die Frage, von der diese abhängt, muss vor ihr stehen.
question-error-no-such-answer = Diese Antwort kann niemand mehr geben. Wählen Sie eine andere, oder stellen Sie die Frage allen.
question-error-other-use = Eine Frage je Bestellung und eine je Person können nicht voneinander abhängen.
question-error-depends-on-retired = Die Frage, von der diese abhängt, wird nicht mehr gestellt.
question-error-needed = Andere Fragen hängen von dieser ab. Lösen Sie zuerst diese.
portal-register-questions = Zu Ihren Angaben gehören noch Fragen. Bitte beantworten Sie sie, bevor Sie anmelden.
portal-questions-update = Fragen aktualisieren
portal-answers = Ihre Angaben
portal-answers-of-order = Angaben zur Bestellung
portal-answers-lead = Bei jeder Frage steht, wozu wir die Antwort brauchen und wann wir sie löschen.
portal-answers-none = Zurzeit fragen wir Sie nichts weiter.
portal-answers-missing = Es fehlt noch: { $questions }.
portal-answers-change = Angaben ansehen und ändern
portal-answers-save = Angaben speichern
portal-answers-saved = Ihre Angaben sind gespeichert.
portal-answers-same = Es war nichts zu ändern.
portal-answers-more = Zu Ihren Angaben gehört noch etwas. Bitte sehen Sie die neuen Fragen an und speichern Sie dann.
portal-answers-closed = Nicht mehr zu ändern
portal-answers-of-people = Angaben, die noch fehlen
portal-answers-of-people-how = Jede Person ergänzt sie auf ihrer eigenen Seite. Der Link dazu steht in ihrer Mail.
portal-answers-file-hint = PDF, PNG oder JPEG, höchstens 5 MB.
portal-answers-file-send = Hochladen
portal-answers-file-remove = Datei löschen
portal-answers-file-removed = Die Datei ist gelöscht.
