# Welche Rundmails jemand bekommt.

subscription-title = Ihre Mails von uns
subscription-lead = Tickets und Änderungen an dem, was Sie gebucht haben, schicken wir immer. Was wir sonst zu { $congress } schreiben, bestimmen Sie hier.
subscription-question = Was möchten Sie bekommen?
subscription-service = Hinweise zum Kongress
subscription-service-hint = Anreise, Ablauf, was sich ändert.
subscription-news = Neuigkeiten
subscription-news-hint = Einladungen und was sonst in der Region passiert, ein paar Mal im Jahr.
subscription-save = Auswahl speichern
subscription-none = Keine dieser Mails mehr
subscription-saved = Gespeichert. Das gilt ab der nächsten Mail.
subscription-ended = Sie bekommen keine solchen Mails mehr.
