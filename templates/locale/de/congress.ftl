# What goes wrong with a congress, and what to do next.

congress-error-unknown = Diesen Kongress gibt es nicht. Bitte prüfen Sie den Kurznamen.
congress-error-slug-taken = Den Kurznamen „{ $slug }“ gibt es schon. Bitte nehmen Sie einen anderen.
congress-error-slug-malformed = „{ $slug }“ geht nicht als Kurzname. Erlaubt sind bis zu 40 Kleinbuchstaben, Ziffern und einzelne Bindestriche; einige Wörter sind vergeben.
congress-error-ends-before-start = Das Ende muss nach dem Beginn liegen. Bitte prüfen Sie beide Zeiten.
congress-error-unknown-zone = „{ $zone }“ ist keine Zeitzone. Bitte schreiben Sie sie wie Europe/Berlin.
congress-error-full = Es ist kein Platz mehr frei.
congress-error-smaller-than-taken = { $taken } Plätze sind schon vergeben, { $size } wären zu wenige. Bitte nehmen Sie mindestens { $taken }.
congress-error-name-missing = Bitte geben Sie einen Namen an.
congress-error-name-malformed = Ein Name hat höchstens 300 Zeichen. Bitte kürzen Sie ihn.
congress-error-doors-after-start = Der Einlass beginnt spätestens mit dem Kongress. Bitte prüfen Sie die Uhrzeit.
congress-error-text-missing = Hier fehlt der Text, in mindestens einer Sprache.
congress-error-too-long = Ein Text ist zu lang. Bitte kürzen Sie ihn.
congress-error-has-orders = Der Kongress hat Bestellungen und wird nicht wieder zum Entwurf: Die Links in den Mails führten ins Leere. Sie können ihn beenden.
congress-error-room-used = In diesem Raum ist etwas vom Programm, jetzt oder in einer älteren Fassung. Er bleibt deshalb stehen; Sie können ihn umbenennen.
congress-error-negative-seats = Ein Raum muss null oder mehr Plätze haben.
congress-error-unknown-colour = Das ist keine Farbe. Schreiben Sie sie wie #3b49df: ein Doppelkreuz und sechs Zeichen von 0 bis 9 und a bis f.
congress-error-address-malformed = Das ist keine E-Mail-Adresse. Eine Adresse sieht so aus: name@beispiel.de
congress-error-link-malformed = Das ist keine Internetadresse. Sie sieht so aus: https://www.kreis-hoexter.de
congress-error-partner-twice = { $name } ist mit dieser Beteiligung schon eingetragen.
