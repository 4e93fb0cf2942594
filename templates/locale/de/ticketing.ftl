# What goes wrong with categories and quotas, and what to do next.

ticketing-error-unknown-category = Das Ticket „{ $slug }“ gibt es nicht. Bitte wählen Sie eines aus der Liste.
ticketing-error-negative-price = Ein Preis muss null oder mehr sein. Bitte geben Sie ihn in Cent an.
ticketing-error-vat-out-of-range = Die Mehrwertsteuer liegt zwischen 0 und 100 Prozent. Bitte geben Sie sie in Hundertsteln an: 1900 für 19 %.
ticketing-error-no-category = Ein Kontingent gilt für mindestens ein Ticket. Bitte nennen Sie eines.
ticketing-error-negative-size = Ein Kontingent muss null oder mehr Plätze haben.
ticketing-error-price-malformed = Ein Preis ist höchstens zehn Millionen, in einer Währung aus drei Großbuchstaben wie EUR.
ticketing-error-sale-ends-before-start = Der Verkauf endet, bevor er beginnt. Bitte prüfen Sie die Zeiten.
ticketing-error-none-an-order = Je Bestellung muss mindestens ein Ticket möglich sein.
ticketing-error-too-long = Ein Text ist zu lang. Bitte kürzen Sie ihn.
