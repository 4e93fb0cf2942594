# Listen, die übernommen werden.

# Warum eine Datei nicht gelesen wird
paper-sheet-empty = Die Datei ist leer.
paper-sheet-too-large = Die Datei ist größer als { $size } MB.
paper-sheet-too-many-cells = Die Tabelle ist zu groß: höchstens { $rows } Zeilen und { $columns } Spalten.
paper-sheet-cell-too-long = Zeile { $line }: Diese Zelle ist zu lang. Steht dort ein Anführungszeichen zu viel?
paper-sheet-open-quote = Zeile { $line }: Ein Anführungszeichen wird geöffnet und nie geschlossen.
paper-sheet-web-page = Die Datei ist eine Webseite, auch wenn sie anders heißt. Bitte öffnen Sie sie in Excel und speichern Sie sie als xlsx.
paper-sheet-password = Die Datei ist mit einem Passwort geschützt. Bitte speichern Sie sie ohne Passwort.
paper-sheet-no-table = Die Datei ist keine Tabelle. Möglich sind xlsx, xls, ods und Text mit Komma, Semikolon oder Tabulator.
paper-sheet-damaged = Die Datei ist beschädigt. Bitte öffnen Sie sie in Excel und speichern Sie sie neu.

# Was die Spalten bedeuten
registration-intake-no-column = Diese Spalte gibt es nicht. Es gibt: { $columns }
registration-intake-no-field = Dieses Feld gibt es nicht. Felder sind: { $fields }
registration-intake-said-twice = Das ist doppelt angegeben.
registration-intake-two-columns = Zwei Spalten für ein Feld ({ $field }). Bitte legen Sie fest, welche gilt. Es gibt: { $columns }
registration-intake-name-column = Es gibt keine Spalte mit Namen. Es gibt: { $columns }
registration-intake-name-and-parts = Es gibt eine Spalte mit ganzen Namen und eine mit Teilen davon. Bitte wählen Sie. Es gibt: { $columns }
registration-intake-email-column = Es gibt keine Spalte mit E-Mail-Adressen. Es gibt: { $columns }

# Warum eine Zeile nicht übernommen wird
registration-intake-which-category = Welches Ticket? Es gibt: { $categories }
registration-intake-no-tickets = Es gibt noch kein Ticket. Bitte legen Sie unter „Einrichten“ zuerst eines an.
registration-intake-no-category = Dieses Ticket gibt es nicht. Es gibt: { $categories }
registration-intake-language = Diese Sprache haben wir nicht. Bitte schreiben Sie de oder en.
registration-intake-malformed = Das kann so nicht übernommen werden.
registration-intake-registered = Schon angemeldet als { $code }.
registration-intake-twice = Dieselbe Person wie in Zeile { $line }.
registration-intake-full = Kein Platz mehr in { $quota }.
registration-intake-over = Der Kongress ist vorbei.
registration-intake-draft = Der Kongress ist noch ein Entwurf, die Links in den Mails führten ins Leere. Bitte ohne Mails übernehmen oder zuerst öffnen.
registration-intake-nobody = In dieser Liste steht niemand.

# Themen
congress-topics-no-column = Es gibt keine Spalte mit Themen. Es gibt: { $columns }
congress-topics-no-name = Das Thema hat keinen Namen.
congress-topics-too-long = Das ist zu lang. Bitte kürzen Sie es.
congress-topics-slug = Ein Kurzname hat kleine Buchstaben, Ziffern und Striche dazwischen, höchstens 40 Zeichen.
congress-topics-slug-missing = Aus diesem Namen lässt sich kein Kurzname machen. Bitte geben Sie einen an.
congress-topics-twice = Dasselbe Thema wie in Zeile { $line }.
congress-topics-no-parent = Dieses Thema gibt es nicht, weder hier noch in der Liste.
congress-topics-circle = Ein Thema kann nicht unter sich selbst stehen.
congress-topics-none = In dieser Liste steht kein Thema.
