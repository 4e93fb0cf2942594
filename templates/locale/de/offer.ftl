# Preise nach Zeit und Anzahl, wer ein Ticket sieht, Zusagen und Zusätze.

portal-price-until = bis { $when }, danach { $then }
portal-price-from = ab { $number } Stück je { $each }

ticketing-error-too-many-tiers = Eine Kategorie hat höchstens fünf günstigere Preise.
ticketing-error-tier-not-lower = Ein günstigerer Preis liegt unter dem regulären und ist nicht negativ.
ticketing-error-tier-without-condition = Ein günstigerer Preis gilt bis zu einem Zeitpunkt oder ab einer Anzahl. Tragen Sie eines davon ein.
ticketing-error-tier-for-none = Ein Preis für Gruppen gilt ab zwei Tickets.

# Die Seiten einer Kategorie

desk-category-pages = Zu dieser Kategorie
desk-category-page-basics = Angaben
desk-category-page-prices = Günstigere Preise
desk-settings-category-kind = Was ist es?
desk-settings-kind-ticket = Ticket
desk-settings-kind-ticket-meaning = Lässt eine Person ein.
desk-settings-kind-add-on = Zusatz
desk-settings-kind-add-on-meaning = Kommt zu einem Ticket hinzu: ein Abendessen, eine Führung. Das bleibt so.
desk-tier = Günstigerer Preis { $number }
desk-tier-hint = Jeder Preis gilt bis zu einem Zeitpunkt, ab einer Anzahl gleicher Tickets in einer Bestellung oder beides. Wer bestellt, zahlt den niedrigsten, der gilt. Lassen Sie leer, was Sie nicht brauchen.
desk-tier-price = Preis je Ticket
desk-tier-until = gilt bis
desk-tier-number = gilt ab so vielen Tickets
desk-tier-price-1 = Preis 1
desk-tier-until-1 = Preis 1 gilt bis
desk-tier-number-1 = Preis 1 gilt ab
desk-tier-price-2 = Preis 2
desk-tier-until-2 = Preis 2 gilt bis
desk-tier-number-2 = Preis 2 gilt ab
desk-tier-price-3 = Preis 3
desk-tier-until-3 = Preis 3 gilt bis
desk-tier-number-3 = Preis 3 gilt ab
desk-tier-price-4 = Preis 4
desk-tier-until-4 = Preis 4 gilt bis
desk-tier-number-4 = Preis 4 gilt ab
desk-tier-price-5 = Preis 5
desk-tier-until-5 = Preis 5 gilt bis
desk-tier-number-5 = Preis 5 gilt ab
