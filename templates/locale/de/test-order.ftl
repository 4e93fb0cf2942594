# Testbestellungen

desk-test-order = Testbestellung
desk-test-order-hint = Zählt nirgends, kostet nichts, belegt keinen Platz. Mails gehen nur an Ihre eigene Adresse.
desk-test-order-means = Sie zählt nirgends, kostet nichts und belegt keinen Platz. Am Einlass gilt ihr Ticket nicht. Mails gehen nur an die Adresse, mit der sie angelegt wurde.
desk-test-orders = Testbestellungen
desk-test-without = Ohne
desk-test-only = Nur Testbestellungen
desk-test-delete = Testbestellung löschen
desk-flash-test-deleted = Die Testbestellung ist gelöscht.
desk-flash-test-gone = Diese Bestellung gibt es nicht mehr.
desk-audit-order-test-deleted = Testbestellung { $what } gelöscht
registration-error-no-test = Gelöscht werden nur Testbestellungen. Diese Bestellung können Sie stornieren.
registration-ticket-test = TEST – gilt nicht am Einlass
checkin-next-test = Das ist ein Testticket der Organisation. Es gilt nicht am Einlass.
