# Wohin die Rechnung geht, wenn das Büro bestellt oder Plätze vergibt; was zu einem Ticket dazukommt
desk-billing-purchase-order-hint = Die Nummer des Käufers: Sie steht auf der Rechnung.
desk-contingent-billing-hint = Nur, wenn ein Platz etwas kostet. Die Rechnung geht an den Partner.
desk-contingent-billing-order = Es ist schon jemand genannt: Wohin die Rechnung geht, ändern Sie in der Bestellung.
desk-trouble-billing = Für die Rechnung fehlt die Anschrift.
desk-trouble-billing-mend = Anschrift ergänzen
desk-trouble-invoice = Die Rechnung nennt noch die alten Angaben des Käufers.
desk-flash-changed-invoice = Die Änderung ist gespeichert. Die Rechnung, die schon ausgestellt ist, nennt noch die alten Angaben.
desk-audit-field-billing = Rechnungsanschrift
desk-fault-extra-full = „{ $name }“ ist voll. Nehmen Sie es heraus.
registration-error-unknown-extra = „{ $slug }“ gibt es nicht zu einem Ticket. Bitte nehmen Sie es heraus.
portal-extra-all-but = nicht zu: { $tickets }
