# What goes wrong with categories and quotas, and what to do next.

ticketing-error-unknown-category = Das Ticket „{ $slug }“ gibt es nicht. Bitte wählen Sie eines aus der Liste.
ticketing-error-negative-price = Ein Preis ist null oder mehr. Bitte geben Sie ihn in Cent an.
ticketing-error-vat-out-of-range = Die Mehrwertsteuer liegt zwischen 0 und 100 Prozent. Bitte geben Sie sie in Hundertsteln an: 1900 für 19 %.
ticketing-error-no-category = Ein Kontingent gilt für mindestens ein Ticket. Bitte nennen Sie eines.
ticketing-error-negative-size = Ein Kontingent hat null Plätze oder mehr.
