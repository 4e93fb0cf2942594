# Kalender: Programm und eigene Termine in Kalendern anderer Programme.

calendar-name = { $congress }: { $of }
calendar-cancelled = Abgesagt: { $title }
calendar-own-name = Mein Kongress

calendar-subscribe = Kalender abonnieren
calendar-subscribe-lead = Holen Sie sich das Programm in Ihren Kalender. Was wir veröffentlichen, steht dann auch dort. Wird etwas verschoben oder abgesagt, ändert sich der Termin mit.
calendar-subscribe-slow = Viele Kalender sehen nur alle paar Stunden nach, der von Google manchmal erst am nächsten Tag. Am Kongresstag gilt das Programm auf dieser Seite.
calendar-all = Das ganze Programm
calendar-rooms = Ein Raum
calendar-tracks = Ein Themenfeld
calendar-open = In der Kalender-App öffnen
calendar-open-of = In der Kalender-App öffnen: { $name }
calendar-file = Adresse (.ics)
calendar-file-of = Adresse (.ics): { $name }
calendar-how = So geht es
calendar-how-apple = Apple, Thunderbird, Outlook auf dem Rechner: »In der Kalender-App öffnen« wählen und bestätigen.
calendar-how-google = Google Kalender: Adresse kopieren, im Browser »Weitere Kalender«, »Per URL«, einfügen.
calendar-how-outlook = Outlook.com: Adresse kopieren, »Kalender hinzufügen«, »Aus dem Internet abonnieren«, einfügen.
calendar-how-speaker = Wer spricht, hat auf der eigenen Seite im Programm einen Kalender mit allen Beiträgen.
calendar-speaker = Diese Beiträge als Kalender abonnieren

calendar-add = In den Kalender
calendar-add-file = Apple und andere (.ics)
calendar-add-google = Google
calendar-add-outlook = Outlook.com

calendar-own = Mein Kongress im Kalender
calendar-own-about = Ein Kalender mit dem Kongress, Ihren gebuchten Plätzen, Ihren eigenen Beiträgen und allem, was Sie sich gemerkt haben. Er ändert sich mit dem Programm.
calendar-own-address = Adresse Ihres Kalenders
calendar-own-secret = Wer die Adresse kennt, sieht Ihre Termine. Geben Sie sie nicht weiter.
calendar-own-make = Kalender einrichten
calendar-own-renew = Neue Adresse machen
calendar-own-renew-about = Mit einer neuen Adresse gilt die alte nicht mehr: Kalender, die sie abonniert haben, bekommen nichts mehr.
calendar-own-made = Ihr Kalender ist eingerichtet. Seine Adresse steht auf dieser Seite.
calendar-own-renewed = Ihr Kalender hat eine neue Adresse.

desk-event-calendar-renewed = Neue Adresse für den Kalender: { $name }
registration-history-attendee-calendar-renewed = Neue Adresse für den eigenen Kalender

invitation-title = Einladung
invitation-speaker = Sie wirken mit
invitation-seat = Ihr Platz
invitation-when = Wann
invitation-where = Wo
invitation-question = Kommen Sie?
invitation-lead-speaker = Wenn Sie nicht kommen können, erfährt es das Kongressbüro sofort.
invitation-lead-seat = Ihre Antwort hilft beim Planen. Ihren Platz geben Sie auf der Seite „Mein Kongress“ zurück.
invitation-accept = Ja, ich komme
invitation-maybe = Vielleicht
invitation-decline = Nein
invitation-answered = Danke für Ihre Antwort.
invitation-called-off = Dieser Termin ist abgesagt. Sie müssen nichts tun.
invitation-over = Dieser Termin ist vorbei.
invitation-to-session = Im Programm ansehen
invitation-state-cancelled = Abgesagt
invitation-state-needs-action = Noch nicht beantwortet
invitation-state-accepted = Zugesagt
invitation-state-tentative = Vielleicht
invitation-state-declined = Abgelehnt
invitation-fault-called-off = Dieser Termin ist abgesagt.
invitation-fault-over = Dieser Termin ist vorbei.

desk-event-session-answered = Antwort auf die Einladung: { $what }
desk-event-session-answered-by-mail = Antwort auf die Einladung, per Mail: { $what }
post-kind-calendar-invitation = Einladung zu einem Termin
post-kind-calendar-declined = Jemand kommt nicht, an das Team
desk-session-invited = Eingeladen mit Termin
invitation-speaker-of = wirkt mit
invitation-seat-of = hat einen Platz
