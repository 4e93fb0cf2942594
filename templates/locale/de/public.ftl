# Was die Anmeldung und die Seiten hinter einem Link sagen, wenn etwas nicht geht
portal-register-sold-out = „{ $category }“ ist ausgebucht.
portal-fault-later-count = { $max ->
    [0] In diese Bestellung passt niemand mehr.
    [one] Geben Sie 1 ein: Nur ein Platz passt noch in diese Bestellung.
   *[other] Geben Sie eine Zahl von 1 bis { $max } ein: So viele Plätze passen noch in diese Bestellung.
}
portal-refused-sold-out = „{ $category }“ ist inzwischen ausgebucht.
portal-refused-sold-out-any = Dafür ist kein Platz mehr frei: Das Ticket ist inzwischen ausgebucht.
portal-refused-not-on-sale = Dieses Ticket ist im Moment nicht zu haben. Bitte wählen Sie ein anderes Ticket.
portal-taken-over-other = Jemand hat dieses Ticket schon übernommen, mit einem anderen Namen. Der Name, den Sie jetzt eingetragen haben, steht nicht darauf. Wenn Sie das waren, berichtigen Sie ihn auf Ihrer Seite: Der Link steht in der Mail mit dem Ticket. Wenn nicht, fragen Sie bitte bei der Person nach, die Ihnen das Ticket geben wollte.
portal-contingent-name-lead-unpaid = Jede Person bekommt eine Mail mit einem eigenen Link. Die Tickets gelten, sobald die Zahlung für sie da ist.
portal-contingent-done-unpaid = { $count ->
    [one] Der Platz ist vergeben, die Zahlung ist offen. Das Ticket gilt, sobald sie da ist.
   *[other] { $count } Plätze sind vergeben, die Zahlung ist offen. Die Tickets gelten, sobald sie da ist.
}
registration-error-contingent-late = Wählen Sie einen Zeitpunkt vor dem Ende des Kongresses.
registration-error-contingent-past = Dieser Zeitpunkt ist schon vorbei. Geben Sie einen an, der noch kommt.
desk-contingent-fault-free = { $count ->
    [0] In „{ $name }“ ist kein Platz mehr frei.
    [one] In „{ $name }“ ist nur noch ein Platz frei.
   *[other] In „{ $name }“ sind nur noch { $count } Plätze frei.
}
portal-order-refused = Diese Anmeldung ist nicht angenommen
portal-my-refused = Ihre Anmeldung ist nicht angenommen
portal-standing-refused = Die Organisation hat die Anmeldung geprüft und kann sie nicht annehmen. Die Plätze sind wieder frei.
portal-refused-reason = Grund: { $reason }
portal-standing-some = { $count ->
    [one] Ein Ticket ist gültig.
   *[other] { $count } Tickets sind gültig.
}
portal-test-order = Das ist eine Testbestellung: Sie zählt nirgends, belegt keinen Platz, und ihr Ticket gilt nicht am Einlass.
