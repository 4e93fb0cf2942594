# Where the invoice goes when the office orders or holds places; what goes with a ticket
desk-billing-purchase-order-hint = The buyer’s own number: it is printed on the invoice.
desk-contingent-billing-hint = Only if a place costs something. The invoice goes to the partner.
desk-contingent-billing-order = Somebody was named already: where the invoice goes is changed in the order.
desk-trouble-billing = The address for the invoice is missing.
desk-trouble-billing-mend = Add the address
desk-trouble-invoice = The invoice still says what it said of the buyer before.
desk-flash-changed-invoice = The change has been saved. The invoice that was issued already still says what it said before.
desk-audit-field-billing = Address for the invoice
desk-fault-extra-full = “{ $name }” is full. Please take it out.
registration-error-unknown-extra = There is no “{ $slug }” to go with a ticket. Please take it out.
portal-extra-all-but = not with: { $tickets }
