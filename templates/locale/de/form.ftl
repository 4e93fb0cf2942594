# Two people at the same thing.

form-seen-title = Das hat inzwischen jemand geändert
form-seen-by = { $name } hat es am { $time } gespeichert, während Sie daran schrieben. Noch ist nichts überschrieben.
form-seen-changed = Es wurde gespeichert, während Sie daran schrieben. Noch ist nichts überschrieben.
form-seen-same = Ihre Angaben sagen dasselbe wie die gespeicherten.
form-seen-theirs = Jetzt gespeichert:
form-seen-yours = Ihre Eingabe:
form-seen-empty = (leer)
form-seen-next = Ihre Eingaben stehen noch im Formular. Prüfen Sie sie und speichern Sie noch einmal: Dann gilt, was dort steht.
form-seen-take-theirs = Eingaben verwerfen und das Gespeicherte zeigen
form-stale = Inzwischen hat jemand anderes das geändert. Bitte laden Sie die Seite neu und prüfen Sie, was jetzt gilt.
