# Aufrufe: was gesucht wird, einreichen, mitwirken; und was das Büro davon sieht.

web-desk-calls = Aufrufe
web-desk-submissions = Einreichungen

call-calls = Mitmachen
call-calls-lead = Zeigen Sie, woran Sie arbeiten. Hier steht, wofür wir Beiträge suchen. Sie brauchen kein Konto: Wir senden Ihnen einen Link.
call-front-lead = Zeigen Sie, woran Sie arbeiten. Sie brauchen kein Konto: Wir senden Ihnen einen Link.
call-none = Zurzeit suchen wir keine Beiträge.
call-open = Offen
call-not-yet = Noch nicht offen
call-closed = Geschlossen
call-unpublished = Nicht veröffentlicht
call-from-until = Von { $from } bis { $until }
call-from = Ab { $from }
call-until = Bis { $until }
call-was-until = Geschlossen seit { $until }
call-no-end = Ohne Frist
call-kind = { $kind } ({ $minutes } Min.)
call-minutes = { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
}
call-preview = So wird die Seite aussehen. Nur das Team sieht diese Vorschau.
call-types = Arten
call-tracks = Themenfelder
call-languages = Sprachen
call-questions = Wir fragen auch
call-language-de = Deutsch
call-language-en = Englisch
call-line-not-yet = Noch können Sie nichts einreichen.
call-line-closed = Dieser Aufruf ist geschlossen. Wenn Sie schon etwas eingereicht haben, kommen Sie über den Link in Ihrer Mail dorthin.
call-hand-in = Beitrag einreichen
call-late = Über Ihren Link können Sie auch nach der Frist einreichen.
call-ask-lead = Wir senden Ihnen einen Link. Dahinter schreiben Sie in Ruhe: Ihr Entwurf bleibt gespeichert, bis Sie ihn einreichen.
call-email-hint = Dorthin senden wir den Link. Haben Sie schon etwas geschrieben, finden Sie in der Mail auch dorthin zurück.
call-ask = Link senden
call-data = Ihre Adresse nutzen wir nur für Ihren Beitrag.
call-sent = Sehen Sie in Ihr Postfach
call-sent-line = Der Link ist unterwegs.
call-sent-missing = Kommt nach einigen Minuten nichts an? Sehen Sie im Ordner für unerwünschte Mails nach, oder prüfen Sie die Adresse.

call-own = Ihr Beitrag
call-new = Neuer Beitrag
call-code = Kennung { $code }
call-title = Titel
call-abstract = Kurz gesagt
call-abstract-hint = Ein paar Sätze, die im Programm stehen.
call-description = Ausführlich
call-description-hint = Was erwartet die Menschen, die kommen? Sie können Text mit Markdown gliedern: Leerzeile für einen Absatz, **fett**, - für eine Liste.
call-type = Art
call-track = Themenfeld
call-language = Sprache
call-choose = Bitte wählen
call-topics = Worum geht es?
call-section = Ihr Beitrag
call-section-project = Ihr Projekt
call-section-stand = Stand und Bühne
call-section-questions = Fragen zu Ihrem Beitrag
call-section-practical = Was Sie brauchen
call-section-person = Über Sie
call-wants-stand = Wir möchten einen Stand
call-wants-impulse = Wir möchten einen Impuls auf der Bühne halten
call-power = Strom
call-power-hint = Zum Beispiel: 2 Steckdosen
call-screen = Bildschirm
call-screen-hint = Zum Beispiel: bringen wir mit
call-space = Platz
call-space-hint = Zum Beispiel: ein Tisch und 3 × 2 Meter
call-partners = Partner
call-partners-hint = Wer macht mit? Eine Organisation pro Zeile.
call-offers = Was Sie anderen bieten
call-seeks = Was Sie suchen
call-needs = Technik und Raum
call-do-not-record = Bitte nicht aufzeichnen
call-notes = Hinweis an das Team
call-notes-hint = Steht nicht im Programm.
call-biography = Über die Person
call-biography-de = Über Sie, auf Deutsch
call-biography-en = Über Sie, auf Englisch
call-biography-hint = Steht im Programm. Eine Sprache reicht.
call-of-max = von { $max } Zeichen
call-shown = So sieht es aus
call-untitled = Noch ohne Titel
call-submit = Einreichen
call-save = Entwurf speichern
call-save-change = Änderungen speichern
call-save-hint = Sie können jederzeit speichern und später weiterschreiben. Erst wenn Sie einreichen, liest das Team Ihren Beitrag.
call-kept = Gespeichert
call-not-kept = Nicht gespeichert. Nutzen Sie den Knopf „Entwurf speichern“.
call-saved = Ihr Entwurf ist gespeichert. Eingereicht ist er noch nicht.
call-saved-version = Ihre Änderungen sind gespeichert.
call-handed-in = Der Beitrag ist eingereicht.
call-withdrawn = Sie haben den Beitrag zurückgezogen.
call-link = Der Link zu dieser Seite gehört Ihnen: Wer ihn hat, kann hier ändern.
call-to-speaking = Ihre Seite als mitwirkende Person
call-standing-draft = Das ist ein Entwurf. Nur Sie sehen ihn.
call-standing-draft-until = Das ist ein Entwurf. Nur Sie sehen ihn. Reichen Sie ihn bis { $until } ein.
call-standing-draft-closed = Das ist ein Entwurf. Der Aufruf ist geschlossen: Sie können weiterschreiben, aber nicht mehr einreichen. Fragen Sie das Team.
call-standing-submitted-open = Ihr Beitrag ist eingereicht. Solange der Aufruf offen ist, können Sie ihn ändern oder zurückziehen.
call-standing-submitted = Ihr Beitrag ist eingereicht. Das Team liest ihn und meldet sich per Mail.
call-standing-accepted = Ihr Beitrag ist angenommen. Bestätigen Sie auf Ihrer Seite, dass Sie kommen.
call-standing-confirmed = Ihr Beitrag ist angenommen und bestätigt. Wir freuen uns auf Sie.
call-standing-rejected = Wir können Ihren Beitrag diesmal nicht ins Programm nehmen. Danke, dass Sie ihn eingereicht haben.
call-standing-cancelled = Ihr Beitrag findet nicht statt. Wenn Sie Fragen haben, schreiben Sie dem Team.
call-standing-withdrawn = Dieser Beitrag ist zurückgezogen.
call-people = Wer mitwirkt
call-people-lead = Wer mitwirkt, bekommt eine eigene Seite und sagt dort selbst zu. Im Programm steht nur, wer zugesagt hat.
call-person-in = Wirkt mit
call-person-invited = Eingeladen
call-person-out = Hat abgesagt
call-person-remove = Entfernen
call-person-removed = Die Person ist entfernt.
call-invite = Jemanden einladen
call-invite-submit = Einladung senden
call-invited = Die Einladung ist unterwegs.
call-withdraw = Zurückziehen
call-withdraw-lead = Ihr Text bleibt hier. Solange der Aufruf offen ist, können Sie ihn wieder einreichen.
call-withdraw-accepted = Ihr Beitrag findet dann nicht statt. Das Team erfährt es sofort. Ihr Text bleibt hier.
call-withdraw-submit = Beitrag zurückziehen
call-mail-language = Sprache der Mails

call-state-draft = Entwurf
call-state-submitted = Eingereicht
call-state-accepted = Angenommen
call-state-confirmed = Bestätigt
call-state-rejected = Abgelehnt
call-state-cancelled = Abgesagt
call-state-withdrawn = Zurückgezogen

call-step-same = Das ist schon so.
call-step-none = Von hier führt kein Weg dorthin.
call-step-not-yours = Das kann nur das Team tun.
call-step-closed = Der Aufruf ist geschlossen. Fragen Sie das Team.
call-step-over = Der Kongress ist vorbei.
call-step-not-decided = Darüber ist nichts entschieden.
call-step-edited = Der Text wurde nach der Entscheidung geändert.
call-faulty = Etwas fehlt oder ist zu lang.
call-fixed = Hier lässt sich nichts mehr ändern. Fragen Sie das Team.
call-speaker-twice = Diese Person wirkt schon mit.
call-speakers-many = Mehr Personen können nicht mitwirken.

call-fault-title = Geben Sie dem Beitrag einen Titel.
call-fault-abstract = Sagen Sie kurz, worum es geht.
call-fault-language = Wählen Sie die Sprache.
call-fault-type = Wählen Sie das Format.
call-fault-name = Nennen Sie Ihren Namen.
call-fault-wants = Wählen Sie einen Stand, einen Impuls oder beides.
call-fault-long = { $length } Zeichen sind zu viele. Es passen { $max }.
call-fault-email = Geben Sie eine Mailadresse an, zum Beispiel name@beispiel.de.
call-fault-invited = Nennen Sie den Namen der Person.
call-fault-closes = Die Frist liegt vor dem Beginn.
call-fault-languages = Wählen Sie mindestens eine Sprache.
call-fault-max = Erlaubt sind 1 bis { $max } Zeichen.
call-fault-minutes = Ein Format dauert mindestens 1 Minute und höchstens einen Tag.
call-fault-remind = Nennen Sie bis zu zehn Zahlen zwischen 1 und 365, zum Beispiel: 7, 14, 21.
call-fault-uses = Erlaubt sind 1 bis { $max } Einreichungen.
call-picture-missing = Wählen Sie ein Bild.
call-picture-large = Das Bild ist zu groß. Es darf 8 MB haben und 12.000 Pixel breit oder hoch sein.
call-picture-small = Das Bild ist zu klein. Es braucht 200 Pixel in Breite und Höhe.
call-picture-kind = Das ist kein Bild, das wir lesen können. Nehmen Sie JPEG, PNG oder WebP.
call-picture-broken = Das Bild ist beschädigt. Nehmen Sie ein anderes.

speaking-title = Ihre Seite als mitwirkende Person
speaking-nameless = Willkommen
speaking-lead = Hier steht, wie es um Ihre Beiträge steht, und was wir über Sie wissen.
speaking-contributions = Ihre Beiträge
speaking-none = Sie wirken zurzeit an keinem Beitrag mit.
speaking-asked = Jemand hat Sie eingeladen, hier mitzuwirken. Wirken Sie mit?
speaking-join = Ja, ich wirke mit
speaking-join-after = Doch, ich wirke mit
speaking-has-declined = Sie haben abgesagt.
speaking-decline = Ich kann nicht
speaking-decline-lead = Das Team erfährt es sofort. Die anderen wirken weiter mit.
speaking-decline-last = Außer Ihnen wirkt niemand mit: Ihr Beitrag findet dann nicht statt. Das Team erfährt es sofort.
speaking-decline-why = Grund für das Team
speaking-decline-submit = Absagen
speaking-declined = Sie haben abgesagt. Danke, dass Sie es uns sagen.
speaking-joined = Sie wirken mit.
speaking-to-confirm = Ihr Beitrag ist angenommen. Bestätigen Sie, dass Sie kommen: Erst dann steht er im Programm.
speaking-confirm = Ich komme
speaking-confirmed = Danke, Ihr Beitrag ist bestätigt.
speaking-people = Mitwirkende
speaking-when = Zeit und Raum
speaking-when-later = Steht noch nicht fest. Sie erfahren es, sobald das Programm veröffentlicht ist.
speaking-length = Dauer
speaking-recording = Aufzeichnung
speaking-recording-yes = Darf aufgezeichnet werden
speaking-recording-no = Bitte nicht aufzeichnen
speaking-to-own = Beitrag ansehen und ändern
speaking-profile = Über Sie
speaking-profile-lead = So stehen Sie im Programm.
speaking-profile-save = Angaben speichern
speaking-saved = Gespeichert.
speaking-picture = Ihr Bild
speaking-picture-of = Bild von { $name }
speaking-picture-choose = Bild wählen
speaking-picture-hint = JPEG, PNG oder WebP bis 8 MB. Wir schneiden es quadratisch zu.
speaking-picture-submit = Bild senden
speaking-picture-remove = Bild entfernen
speaking-times = Wann Sie können
speaking-times-lead = Das hilft uns beim Planen. Wenn Sie nichts sagen, planen wir Sie zu jeder Zeit ein.
speaking-times-always = Jederzeit während des Kongresses
speaking-times-some = Nur zu bestimmten Zeiten
speaking-times-some-hint = Lassen Sie die Tage leer, an denen Sie nicht können.
speaking-from = Von
speaking-until = Bis
speaking-times-save = Zeiten speichern
speaking-fault-hour = Geben Sie eine Uhrzeit an, zum Beispiel 09:30.
speaking-fault-order = Das Ende liegt vor dem Anfang.
speaking-fault-none = Nennen Sie mindestens eine Zeit, oder wählen Sie „Jederzeit“.

desk-calls = Aufrufe
desk-calls-lead = Wofür Sie Beiträge suchen: Vorträge, Impulse, Workshops, Projekte.
desk-calls-none = Es gibt noch keinen Aufruf.
desk-call = Aufruf
desk-call-new = Neuer Aufruf
desk-call-standing = Stand
desk-call-drafts = Entwürfe
desk-call-in = Eingereicht
desk-call-preview = Vorschau
desk-call-kind = Was gesucht wird
desk-call-kind-session = Beiträge zum Programm
desk-call-kind-project = Projekte mit Stand oder Impuls
desk-call-title-de = Titel, deutsch
desk-call-title-en = Titel, englisch
desk-call-lead-de = Text, deutsch (Markdown)
desk-call-lead-en = Text, englisch (Markdown)
desk-call-thanks-de = Nach dem Einreichen, deutsch
desk-call-thanks-en = Nach dem Einreichen, englisch
desk-call-opens = Offen ab
desk-call-closes = Frist
desk-call-zone = Zeit in { $zone }
desk-call-languages = Sprachen der Beiträge
desk-call-types = Arten und ihre Dauer
desk-call-types-hint = Minuten eintragen, was gewählt werden kann; leer lassen, was nicht.
desk-call-types-none = Es gibt noch keine Formate. Legen Sie sie unter Programm an.
desk-call-type-minutes = { $kind }, Minuten
desk-call-tracks = Themenfelder
desk-call-abstract-max = „Kurz gesagt“: höchstens so viele Zeichen
desk-call-description-max = „Ausführlich“: höchstens so viele Zeichen
desk-call-biography-max = Über die Person: höchstens so viele Zeichen
desk-call-remind = An die Bestätigung erinnern
desk-call-remind-hint = So viele Tage nach der Zusage, zum Beispiel: 7, 14, 21. Leer: nie.
desk-call-published = Veröffentlicht
desk-call-links = Links für Nachzügler
desk-call-links-lead = Mit einem solchen Link kann man nach der Frist einreichen, so oft Sie es erlauben.
desk-call-link-uses = Wie viele Einreichungen
desk-call-link-until = Gültig bis
desk-call-link-note = Für wen
desk-call-link-add = Link anlegen
desk-call-link-made = Der Link ist angelegt.
desk-call-link-ended = Der Link ist beendet.
desk-call-link-end = Beenden
desk-call-link-over = Beendet, abgelaufen oder aufgebraucht
desk-call-link-unnamed = Ohne Namen
desk-call-link-used = { $used } von { $max } genutzt
desk-call-link-ends = bis { $time }
desk-call-questions = Eigene Fragen
desk-call-questions-lead = Was Sie bei diesem Aufruf zusätzlich wissen müssen. Fragen Sie nur, was Sie brauchen.
desk-call-question-add = Frage anlegen
desk-call-question-required-hint = Für wen Sie selbst einreichen, kann später antworten.
desk-call-question-reviewers = Für die Begutachtung.
desk-call-question-reviewers-hint = Wer begutachtet, liest die Antworten. Ist ein Text ohne Namen hinterlegt, bleiben freie Antworten weg.
desk-call-question-mark-reviewers = für die Begutachtung
desk-call-question-removal = Wurde die Frage schon beantwortet, wird sie nur nicht mehr gestellt, und ihre Antworten bleiben. Sonst verschwindet sie ganz.
desk-call-question-retired = Die Frage wird nicht mehr gestellt. Ihre Antworten bleiben.

desk-submissions = Einreichungen
desk-list-submissions = Einreichungen
desk-submissions-lead = { $count ->
    [0] Nichts wartet auf eine Entscheidung.
    [one] 1 Beitrag wartet auf eine Entscheidung.
   *[other] { $count } Beiträge warten auf eine Entscheidung.
}
desk-submissions-none = Noch ist nichts eingereicht.
desk-submissions-nothing = Dazu gibt es keine Einreichung.
desk-submissions-all = Alle zeigen
desk-submissions-filter = Einreichungen filtern
desk-submissions-caption = Einreichungen { $rows }
desk-submissions-announce = { $count ->
    [one] 1 Entscheidung bekannt geben
   *[other] { $count } Entscheidungen bekannt geben
}
desk-submissions-deed-accept = Annehmen vormerken
desk-submissions-deed-reject = Ablehnen vormerken
desk-submissions-deed-back = Vormerkung aufheben
desk-submissions-quiet = Still vormerken: Niemand außer dem Team erfährt davon, bis Sie die Entscheidungen bekannt geben.
desk-submissions-chosen-none = Es ist nichts gewählt.
desk-submissions-decide = { $count ->
    [one] Für 1 Beitrag vormerken
   *[other] Für { $count } Beiträge vormerken
}
desk-submissions-decided = { $count ->
    [0] Es war schon so.
    [one] Für 1 Beitrag vorgemerkt.
   *[other] Für { $count } Beiträge vorgemerkt.
}
desk-batch-title-submissions = Über mehrere entscheiden
desk-submission = Beitrag
desk-submission-in = Eingereicht
desk-submission-tick = { $title } wählen
desk-submission-decided = Vorgemerkt
desk-submission-filter-any = Irgendetwas
desk-submission-filter-none = Nichts
desk-submission-filter-edited = Text seither geändert
desk-submission-filter-accepted = Angenommen
desk-submission-filter-rejected = Abgelehnt
desk-submission-filter-cancelled = Abgesagt
desk-submission-pending = Vorgemerkt: { $state }
desk-submission-pending-none = Nichts vorgemerkt
desk-submission-edited = Text seither geändert
desk-submission-edited-lead = Der Text wurde nach der Entscheidung geändert. Merken Sie dasselbe noch einmal vor, wenn sie weiter gilt. Bis dahin wird sie nicht bekannt gegeben.
desk-submission-new = Für jemanden einreichen
desk-submission-choose-call = Zu welchem Aufruf?
desk-submission-for = Für wen
desk-submission-tell = Eine Mail mit dem Link zum Beitrag senden
desk-submission-hand-in = Einreichen
desk-submission-text = Text
desk-submission-decision = Entscheidung
desk-submission-why-out = Grund
desk-submission-why = Grund (nur für das Team)
desk-submission-decide-accepted = Annehmen vormerken
desk-submission-decide-rejected = Ablehnen vormerken
desk-submission-decide-cancelled = Absagen vormerken
desk-submission-decide-back = Vormerkung aufheben
desk-submission-decided-now = Die Entscheidung ist vorgemerkt.
desk-submission-at-once = Sofort ändern
desk-submission-at-once-lead = Gilt sofort. Bei Annahme, Ablehnung und Absage geht eine Mail an die Mitwirkenden.
desk-submission-stepped = Der Stand ist geändert.
desk-submission-facts = Angaben
desk-submission-link = Seite der Einreichenden
desk-submission-link-open = Öffnen
desk-submission-reminder = Nächste Erinnerung
desk-submission-reminder-none = Keine mehr
desk-submission-versions = Fassungen
desk-submission-version = Fassung { $number }, { $time }, { $name }
desk-submission-version-now = (aktuell)
desk-submission-steps = Was geschah
desk-submission-step-quiet = Vorgemerkt: { $state }
desk-submission-step-back = Vormerkung aufgehoben
desk-announcement = Entscheidungen bekannt geben
desk-announcement-lead = Alle vorgemerkten Entscheidungen gelten dann, und alle Mitwirkenden bekommen je eine Mail.
desk-announcement-told = { $count ->
    [0] Nichts bekannt zu geben
    [one] 1 Entscheidung wird bekannt gegeben
   *[other] { $count } Entscheidungen werden bekannt gegeben
}
desk-announcement-held = { $count ->
    [one] 1 Entscheidung bleibt zurück
   *[other] { $count } Entscheidungen bleiben zurück
}
desk-announcement-held-lead = Der Text wurde nach der Entscheidung geändert. Sehen Sie noch einmal hin.
desk-announcement-submit = Jetzt bekannt geben
desk-announced = { $count ->
    [0] Es gab nichts bekannt zu geben.
    [one] 1 Entscheidung ist bekannt gegeben.
   *[other] { $count } Entscheidungen sind bekannt gegeben.
}
desk-announced-held = Bekannt gegeben: { $count }. Zurückgehalten, weil der Text geändert wurde: { $held }.

desk-audit-call-added = Aufruf angelegt: { $what }
desk-audit-call-changed = Aufruf geändert: { $what }
desk-audit-call-link-made = Link für Nachzügler angelegt: { $what }
desk-audit-call-question-added = Frage zu einem Aufruf angelegt
desk-audit-call-question-changed = Frage zu einem Aufruf geändert
desk-audit-call-question-removed = Frage zu einem Aufruf entfernt
desk-audit-call-link-ended = Link für Nachzügler beendet: { $what }
desk-audit-submission-begun = Link zum Einreichen angefordert: { $what }
desk-audit-submission-stepped = Stand einer Einreichung geändert: { $what }
desk-audit-submission-edited = Einreichung geändert: { $what }
desk-audit-submission-decided = Entscheidung vorgemerkt: { $what }
desk-audit-submission-invited = Zum Mitwirken eingeladen: { $what }
desk-audit-submission-joined = Mitwirken zugesagt: { $what }
desk-audit-submission-declined = Mitwirken abgesagt: { $what }
desk-audit-submission-left = Von einer Einreichung entfernt: { $what }
desk-audit-submission-announced = { $count ->
    [one] 1 Entscheidung bekannt gegeben
   *[other] { $count } Entscheidungen bekannt gegeben
}
desk-audit-speaker-times-changed = Verfügbarkeit einer mitwirkenden Person geändert
desk-audit-speaker-picture-changed = Bild einer mitwirkenden Person geändert
desk-audit-speaker-picture-removed = Bild einer mitwirkenden Person entfernt

post-kind-programme-link = Link zum Einreichen
post-kind-programme-received = Eingang eines Beitrags
post-kind-programme-invitation = Einladung zum Mitwirken
post-kind-programme-decision = Entscheidung über einen Beitrag
post-kind-programme-refusal = Absage an das Team
post-kind-programme-reminder = Erinnerung an die Bestätigung
desk-job-kind-programme-speakers = Mitwirkende an die Bestätigung erinnern
