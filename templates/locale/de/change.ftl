# Changing what was ordered: until when, who comes instead, another ticket, giving back and taking again.

# Until when
desk-settings-tab-deadlines = Fristen
desk-settings-lead-of-deadlines = Bis wann Teilnehmende und wer bestellt hat etwas selbst ändern können, mit ihrem persönlichen Link. Das Kongressbüro kann es bis zum Ende des Kongresses.
desk-settings-deadline-names = Namen berichtigen bis
desk-settings-deadline-names-hint = Leer: bis zum Ende des Kongresses
desk-settings-deadline-substitutes = Ticket an eine andere Person übergeben bis
desk-settings-deadline-substitutes-hint = Leer: bis zum Einlass. Wer schon drin ist, kann nicht mehr übergeben.
desk-settings-deadline-category = In ein anderes Ticket wechseln bis
desk-settings-deadline-category-hint = Leer: bis zum Einlass
desk-settings-deadline-cancel = Tickets zurückgeben bis
desk-settings-deadline-cancel-hint = Leer: bis zum Einlass
desk-settings-deadline-staff = Diese Zeiten stehen auf der Seite jeder Bestellung und jedes Tickets.
desk-settings-deadline-over = „{ $what }“ ist vorbei, seit { $time }. Mit dem persönlichen Link geht es nicht mehr, nur noch im Kongressbüro.
congress-error-late-names = Das ist nach dem Ende des Kongresses.
congress-error-late-substitutes = Das ist nach dem Ende des Kongresses.
congress-error-late-category = Spätestens wenn der Einlass beginnt: Danach kann jemand schon drin sein.
congress-error-late-cancel = Spätestens wenn der Einlass beginnt: Danach kann jemand schon drin sein.
desk-audit-field-names-until = Namen berichtigen bis
desk-audit-field-substitutes-until = Übergeben bis
desk-audit-field-category-until = Wechseln bis
desk-audit-field-cancel-until = Zurückgeben bis

# On the pages of an order and of a ticket
portal-ticket-change = Ticket ändern
portal-until-names = Namen berichtigen: bis { $when }
portal-until-substitutes = An eine andere Person übergeben: bis { $when }
portal-until-category = In ein anderes Ticket wechseln: bis { $when }
portal-until-cancel = Tickets zurückgeben: bis { $when }

# Somebody else comes
portal-substitute = Übergeben
portal-substitute-title = Ticket an eine andere Person übergeben
portal-substitute-lead = Wir fragen die Person per Mail. Sobald sie zusagt und ihren Namen einträgt, gehört ihr das Ticket: Sie bekommt einen neuen Code, der alte gilt am Einlass nicht mehr. Bis dahin ändert sich nichts, und Sie können die Anfrage zurücknehmen. Bezahlt wird nichts, das Geld bleibt bei der Bestellung.
portal-substitute-email = E-Mail der Person, die kommt
portal-substitute-submit = Person fragen
portal-substitute-asked = Die Mail ist unterwegs. Sobald die Person zusagt, gehört ihr das Ticket.
portal-substitute-waiting = Übergabe angefragt bei { $address }. Zusagen geht bis { $when }.
portal-substitute-withdraw = Anfrage zurücknehmen
portal-substitute-withdrawn = Die Anfrage ist zurückgenommen. Das Ticket bleibt, wie es ist.
portal-take-over-title = Dieses Ticket übernehmen?
portal-take-over-lead = { $name } kann nicht kommen und gibt das Ticket an Sie weiter. Tragen Sie ein, was auf dem Ticket stehen soll. Das geht bis { $when }.
portal-take-over-privacy = Der Name steht auf dem Ticket und auf dem Namensschild. Wer die Bestellung aufgegeben hat, sieht ihn auch.
portal-take-over-submit = Ticket übernehmen
portal-taken-over-now = Das Ticket gehört jetzt Ihnen. Sie bekommen es auch per Mail.
portal-taken-over-title = Dieses Ticket ist übernommen
portal-taken-over = Sie haben es in der Mail, die wir Ihnen nach der Zusage geschickt haben. Dort steht auch der Link zu Ihrer Seite.
portal-take-over-ended-title = Diese Anfrage gilt nicht mehr
portal-take-over-ended = Sie wurde zurückgenommen, war zu lange offen, oder das Ticket gibt es nicht mehr. Fragen Sie bitte bei der Person nach, die Ihnen das Ticket geben wollte.
registration-error-substitute-asked = Es ist schon jemand anders gefragt. Nehmen Sie diese Anfrage zuerst zurück.
registration-error-substitution-ended = Diese Anfrage gilt nicht mehr. Fragen Sie bitte bei der Person nach, die Ihnen das Ticket geben wollte.
checkin-error-entered = Mit diesem Ticket ist schon jemand drin. Es lässt sich nicht mehr übergeben.
registration-history-attendee-substitute-named = Übergabe eines Tickets angefragt
registration-history-attendee-substitute-withdrawn = Anfrage zur Übergabe zurückgenommen
registration-history-attendee-substituted = Ticket übergeben: vorher { $before }, jetzt { $after }
desk-event-attendee-substitute-named = Übergabe des Tickets von { $name } angefragt bei { $to }
desk-event-attendee-substitute-withdrawn = Anfrage zur Übergabe des Tickets von { $name } an { $to } zurückgenommen
desk-event-attendee-substituted = Ticket übergeben an { $name }
desk-transfer = Ticket von { $name } an eine andere Person übergeben
desk-transfer-word = Übergeben
desk-transfer-hint = Das gilt sofort. Die Person bekommt einen neuen Code und einen eigenen Link; der alte Code gilt am Einlass nicht mehr. Der Platz und das Geld bleiben bei der Bestellung.
desk-transfer-submit = Ticket übergeben
desk-transfer-send = Beiden eine Mail schicken
desk-transfer-asked = Gefragt ist { $address }, Antwort möglich bis { $when }. Wer hier übergibt, beendet diese Anfrage.
desk-transfer-withdraw = Anfrage zurücknehmen
desk-flash-transferred = Das Ticket von { $name } ist übergeben.
desk-flash-substitute-withdrawn = Die Anfrage zum Ticket von { $name } ist zurückgenommen.
post-kind-registration-substitute = Anfrage zur Übergabe
post-kind-registration-substituted = Ticket übergeben
desk-job-kind-registration-substitute-mail = Anfrage zur Übergabe anlegen
desk-job-kind-registration-substituted-mails = Mails über ein übergebenes Ticket anlegen

# Another ticket
portal-rebook = Anderes Ticket
portal-rebook-title = In ein anderes Ticket wechseln
portal-rebook-now = Jetzt:
portal-rebook-lead = Wählen Sie aus. Danach sehen Sie, was der Wechsel bedeutet, bevor Sie ihn bestätigen.
portal-rebook-none = Im Moment gibt es kein anderes Ticket, in das Sie wechseln können.
portal-rebook-choose = Wählen
portal-rebook-preview-title = Wirklich wechseln?
portal-rebook-before = Bisher
portal-rebook-after = Neu
portal-rebook-on-site = Sie nehmen dann vor Ort teil.
portal-rebook-online = Sie nehmen dann online teil, ohne Einlass vor Ort.
portal-rebook-place = Der neue Platz ist sofort Ihrer, der alte wird frei. Nummer und Code des Tickets bleiben.
portal-rebook-loses = { $what } gehört nicht zu diesem Ticket und entfällt.
portal-rebook-invoice = Eine Rechnung, die es schon gibt, nehmen wir zurück und stellen eine neue aus.
portal-rebook-waits = Bis die Differenz bezahlt ist, gilt das Ticket am Einlass nicht. Der Platz bleibt reserviert.
portal-rebook-submit = Jetzt wechseln
portal-rebooked = Der Wechsel ist erledigt.
portal-change-total-before = Bestellung bisher
portal-change-total-after = Bestellung danach
portal-change-open = Zu zahlen sind dann noch { $amount }.
portal-change-over = { $amount } haben Sie dann zu viel bezahlt. Die Organisation zahlt sie Ihnen zurück.
portal-change-even = Es ist dann nichts mehr zu zahlen.

# Giving back, and taking again
portal-cancel-some = Tickets zurückgeben
portal-cancel-which = Welche Tickets geben Sie zurück?
portal-cancel-next = Weiter
portal-cancel-none = Bitte wählen Sie mindestens ein Ticket.
portal-cancelled-some = { $count ->
    [one] Das Ticket ist storniert. Eine Bestätigung kommt per Mail.
   *[other] { $count } Tickets sind storniert. Eine Bestätigung kommt per Mail.
}
portal-cancelled-some-before = { $count ->
    [one] Dieses Ticket war schon storniert.
   *[other] Diese Tickets waren schon storniert.
}
portal-restore = Stornierung zurücknehmen
portal-restore-title = Ticket doch behalten
portal-restore-lead = Solange ein Platz frei ist, bekommen Sie ihn zurück. Der Code, den Sie schon haben, gilt dann wieder. War das Ticket bezahlt und das Geld noch nicht zurückgezahlt, ist nichts mehr zu tun; sonst gilt es, sobald bezahlt ist.
portal-restore-submit = Ticket behalten
portal-restored = Sie haben Ihren Platz wieder.
portal-restored-before = Dieses Ticket ist nicht mehr storniert.
registration-history-order-restored = Stornierung zurückgenommen: { $names }
desk-event-order-restored = Stornierung zurückgenommen: { $names }
desk-event-order-restored-sent = Stornierung zurückgenommen, Mail mit Ticket noch einmal geschickt: { $names }
desk-restore = Stornierungen in { $code } zurücknehmen
desk-restore-word = Stornierung zurücknehmen
desk-restore-meaning = Die Plätze werden neu belegt, wenn noch welche frei sind. Nummer, Code und persönlicher Link bleiben. Was bezahlt ist, gilt sofort; sonst wartet das Ticket auf die Zahlung.
desk-restore-who = Wer bekommt das Ticket wieder?
desk-restore-send = Die Tickets per Mail schicken
desk-restore-submit = Wieder gültig machen
desk-restore-none = Hier ist nichts zurückzunehmen.
desk-flash-restored = { $count ->
    [one] Das Ticket ist wieder da.
   *[other] { $count } Tickets sind wieder da.
}
desk-flash-restored-before = Das ist schon geschehen: Diese Tickets sind nicht mehr storniert.
