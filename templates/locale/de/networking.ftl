# The directory's pages.
web-menu-network = Vernetzung
web-desk-network = Vernetzung
network-title = Wer arbeitet woran?
network-lead = Finden Sie Menschen, die an denselben Themen arbeiten: wer es schon gemacht hat, wer gerade davorsteht, wer mitmachen will.
network-enter = Mitmachen oder einsteigen
network-write = Angebot oder Gesuch schreiben
network-mine = Mein Netzwerk
network-mine-lead = Sie sind als { $name } hier.
network-directory = Verzeichnis
network-people-count = { $count ->
    [one] Ein Mensch steht im Verzeichnis.
   *[other] { $count } Menschen stehen im Verzeichnis.
}
network-topics = Kooperationsthemen
network-topic = Thema
network-topic-counts = { $people } Menschen · { $offers } biete · { $needs } suche
network-propose = Ein Thema fehlt?
network-propose-name = Name des Themas
network-propose-why = Warum es hierher gehört
network-propose-submit = Thema vorschlagen
network-proposed = Danke. Das Kongressbüro sieht sich Ihren Vorschlag an.
network-newest = Neu
network-all-entries = Alle Angebote und Gesuche
network-also = Auch bekannt als { $names }.
network-above = Gehört zu
network-below = Themen darunter
network-follow = Thema folgen
network-unfollow = Nicht mehr folgen
network-follows-now = Sie folgen dem Thema.
network-follows-no-more = Sie folgen dem Thema nicht mehr.
network-from-bodies = { $people ->
    [one] Ein Mensch
   *[other] { $people } Menschen
} aus { $bodies ->
    [one] einer Organisation
   *[other] { $bodies } Organisationen
}
network-entries = Angebote und Gesuche
network-entries-all = Alle: { $offers } biete, { $needs } suche
network-entries-none = Noch nichts. Machen Sie den Anfang.
network-people = Menschen
network-people-none = Noch niemand, der sich zeigt.
network-people-hidden = Wer daran arbeitet, zeigt sich Teilnehmenden. Steigen Sie ein, um sie zu sehen.
network-people-all = Alle { $count } im Verzeichnis
network-sessions = Im Programm
network-projects = Projekte am Stand
network-offer = Biete
network-need = Suche
network-offers = Angebote
network-needs = Gesuche
network-somebody = Jemand aus dem Verzeichnis
network-since-year = { $what } seit { $year }
network-show = Was Sie sehen
network-show-people = Menschen
network-show-entries = Angebote und Gesuche
network-words = Wonach suchen Sie?
network-any = egal
network-choose = Bitte wählen
network-narrow = Anzeigen
network-found-people = { $count ->
    [one] Ein Mensch
   *[other] { $count } Menschen
}
network-found-entries = { $count ->
    [one] Ein Eintrag
   *[other] { $count } Einträge
}
network-found-none = Nichts gefunden. Nehmen Sie einen Filter weg.
network-pages = Seiten
network-page-before = Vorige Seite
network-page-next = Nächste Seite

# Somebody's page.
network-topics-of = Arbeitet an
network-languages = Sprachen
network-place = Beim Kongress
network-place-on-site = vor Ort
network-place-online = online
network-phone = Telefon
network-links = Links
network-standing-contact = Sie kennen sich: Sie haben beide Ja gesagt.
network-standing-shown = Ihr Interesse steht. Davon erfährt nur, wer es erwidert oder Ihre Nachricht liest.
network-asked = { $name } möchte mit Ihnen ins Gespräch kommen
network-yes = Ja, gern
network-no = Nein danke
network-asked-note = Mit einem Ja sehen Sie beide voneinander E-Mail und Telefon, soweit Sie das in Ihren Profilen so wollen. Ein Nein erfährt niemand.
network-answered-no = Gut. Davon erfährt niemand.
network-get-in-touch = Ins Gespräch kommen
network-take-back = Interesse zurücknehmen
network-interest = Interesse zeigen
network-no-thanks = Nein danke
network-interest-note = Ihr Interesse sieht { $name } erst, wenn es erwidert wird. Ein „Nein danke“ erfährt niemand. E-Mail und Telefon zeigen wir erst nach einem beiderseitigen Ja.
network-interest-shown = Ihr Interesse steht. Ist es beiderseitig, erfahren Sie es sofort.
network-interest-taken-back = Ihr Interesse ist zurückgenommen.
network-connected = Sie kennen sich jetzt. Wie Sie sich erreichen, steht auch in einer Mail.
network-already = Sie haben sich schon gemeldet. Dabei bleibt es.
network-message = Ihre Nachricht
network-message-write = Nachricht schreiben
network-message-send = Nachricht senden
network-message-sent = Ihre Nachricht ist unterwegs. Ihre Adresse zeigen wir nicht.
network-declined = Gut, wir schlagen diesen Menschen nicht mehr vor. Davon erfährt niemand.
network-trouble = Etwas stimmt nicht?
network-block = Blockieren
network-block-note = Wen Sie blockieren, der sieht Sie nicht mehr und kann Ihnen nicht schreiben. Davon erfährt niemand.
network-blocked = Blockiert. Sie sehen einander nicht mehr.
network-report = Melden
network-report-why = Was daran nicht in Ordnung ist
network-reported = Danke. Das Kongressbüro sieht es sich an.

# Who suits whom, and why.
network-suggestions = Vorschläge für Sie
network-suggestions-more = Weitere Vorschläge
network-suggestions-none = Noch keine. Nennen Sie Themen in Ihrem Profil, oder schreiben Sie ein Angebot oder Gesuch.
network-suggestions-lead = Warum wir jemanden vorschlagen, steht jeweils dabei. Wer Sie nicht interessiert, kommt nach einem „Nein danke“ nicht wieder.
network-reason-mutual = Sie haben beide Interesse gezeigt
network-reason-they-seek = Sucht { $wanted } zu „{ $topic }“, und Sie bieten { $offered }
network-reason-you-seek = Bietet { $offered } zu „{ $topic }“, und Sie suchen { $wanted }
network-reason-since = { $what } (seit { $year })
network-reason-both-need = Will zu „{ $topic }“ dasselbe wie Sie: { $wanted }
network-reason-topic = Sie arbeiten beide an „{ $topic }“
network-reason-size = Ihre Kommunen sind ähnlich groß
network-reason-same-town = aus derselben Kommune
network-reason-same-district = aus demselben Kreis, { $km } km entfernt
network-reason-neighbour-district = aus einem Nachbarkreis, { $km } km entfernt
network-reason-kinds = { $theirs } und { $mine }: Sie ergänzen sich
network-reason-presence = Sie sind beide da: { $when }
network-reason-language = Sie sprechen beide { $language }

# Offers and needs.
network-side = Was ist es?
network-sides-offer = Ich biete
network-sides-need = Ich suche
network-side-meaning-offer = Sie haben etwas, das andere brauchen können.
network-side-meaning-need = Sie brauchen etwas, das andere haben können.
network-form = Worum geht es?
network-form-experience = Erfahrung
network-form-solution = Lösung
network-form-staff = Menschen, die mitarbeiten
network-form-funding-partner = Förderpartner
network-form-pilot-place = Ort zum Ausprobieren
network-form-joint-procurement = Gemeinsame Beschaffung
network-form-reuse = Nachnutzung (Einer für Alle)
network-form-site-visit = Besuch vor Ort
network-entry-title = In einem Satz
network-entry-title-hint = Zum Beispiel: Erfahrung mit ersetzendem Scannen, samt Verfahrensdokumentation
network-entry-body = Mehr dazu
network-entry-more = Genauer: Stand, Größe, Region, wer es sieht
network-maturity = Wie weit ist es?
network-maturity-idea = Idee
network-maturity-planning = In Planung
network-maturity-pilot = Pilot
network-maturity-running = Im Betrieb
network-maturity-transferable = Übertragbar
network-since = Seit
network-since-hint = Ein Jahr
network-size = Größe der anderen Kommune
network-size-small = bis 10.000 Menschen
network-size-middle = 10.000 bis 25.000 Menschen
network-size-large = 25.000 bis 60.000 Menschen
network-size-city = über 60.000 Menschen
network-region = Wo die anderen sein sollen
network-region-anywhere = egal wo
network-region-owl = in Ostwestfalen-Lippe
network-region-neighbourhood = in der Nachbarschaft
network-level = Wer es sieht
network-level-nobody = niemand
network-level-contacts = meine Kontakte
network-level-participants = Teilnehmende
network-level-public = alle, auch Suchmaschinen
network-entry-until = Steht bis
network-entry-until-hint = Ohne Angabe ein Jahr. Vorher fragen wir nach.
network-entry-change = Angebot oder Gesuch ändern
network-entry-remove = Wegnehmen
network-until-day = bis { $day }
network-hidden = Das Kongressbüro hat das herausgenommen. Andere sehen es nicht. Der Grund:
network-edit = Ändern
network-author = Von
network-author-hidden = Von wem das ist, sehen Teilnehmende.
network-save = Speichern
network-saved = Gespeichert.

# The way in.
network-entrance = Ins Verzeichnis
network-entrance-lead = Wir schicken Ihnen einen Link. Ein Passwort brauchen Sie nicht.
network-entrance-submit = Link schicken
network-entrance-note = Nehmen Sie die Adresse, mit der Sie angemeldet sind oder vortragen.
network-entrance-sent = Sehen Sie in Ihr Postfach
network-entrance-sent-line = Wenn Sie mit dieser Adresse teilnehmen, ist ein Link unterwegs.
network-entrance-sent-known = Kommt nichts an? Sehen Sie im Spam nach, oder nehmen Sie die Adresse, mit der Sie angemeldet sind.
network-entrance-hello = Willkommen zurück, { $name }
network-entrance-go = Zum Verzeichnis
network-entrance-device = Auf einem fremden Gerät gehen Sie danach bitte wieder hinaus: „Mein Netzwerk“, „Hinausgehen“.
network-exit = Hinausgehen
network-join-title = Machen Sie mit
network-join-lead = Was wir wissen, steht schon da. Sagen Sie, woran Sie arbeiten und wer was sehen darf. Ändern können Sie alles jederzeit.
network-join = Ins Verzeichnis eintragen
network-joined = Sie stehen im Verzeichnis. Als Nächstes: Schreiben Sie, was Sie bieten oder suchen.
network-agree = Ihr Einverständnis
network-agree-words = Ich möchte im Verzeichnis von { $congress } stehen. Wer daran teilnimmt, darf meinen Namen sehen und was ich hier dafür freigebe.
network-agree-note = E-Mail und Telefon sieht nur, mit wem Sie sich beiderseitig verbunden haben. Sie können jederzeit wieder hinaus; dann ist alles gelöscht. Ohne Ihr Zutun löschen wir das Profil nach zwei Jahren.
network-entrance-ticket = Der Link geht an { $address }.
network-entrance-ticket-note = So weiß niemand sonst, der Ihr Ticket öffnet, was in Ihrem Profil steht. Ist das nicht Ihr eigenes Postfach? Dann geben Sie für Ihr Ticket zuerst Ihre eigene Adresse an.

# One's own part.
network-profile = Mein Profil
network-profile-lead = Bei jedem Feld sagen Sie, wer es sieht.
network-profile-back = Zurück zum Profil
network-section-me = Wer Sie sind
network-section-work = Woran Sie arbeiten
network-section-reach = Wie man Sie erreicht
network-section-more = Sprachen, Links, wann Sie da sind
network-kind = Art der Organisation
network-kind-hint = Gilt, wenn wir die Organisation noch nicht kennen.
network-kind-municipality = Kommune
network-kinds-municipality = Kommunen
network-kind-district = Kreis
network-kinds-district = Kreise
network-kind-authority = Behörde
network-kinds-authority = Behörden
network-kind-business = Unternehmen
network-kinds-business = Unternehmen
network-kind-university = Hochschule
network-kinds-university = Hochschulen
network-kind-school = Schule
network-kinds-school = Schulen
network-kind-initiative = Initiative oder Verein
network-kinds-initiative = Initiativen und Vereine
network-kind-other = Andere
network-kinds-other = Andere
network-town = Ort
network-job = Was Sie dort sind
network-job-hint = Zum Beispiel: IT-Leitung
network-work = Woran Sie gerade arbeiten
network-work-hint = Zwei, drei Sätze, nach denen man Sie ansprechen kann
network-links-hint = Einer in jeder Zeile, mit https://
network-reach = Wie andere Sie ansprechen dürfen
network-reach-message = Mit einer Nachricht
network-reach-interest = Nur durch Interesse
network-reach-meaning-message = Sie lesen sie hier und per Mail und sagen Ja oder Nein.
network-reach-meaning-interest = Sie erfahren davon, wenn Sie selbst Interesse zeigen.
network-shows = { $field }: wer es sieht
network-field-name = Name
network-field-organisation = Organisation
network-field-job = Aufgabe
network-field-work = Woran ich arbeite
network-field-topics = Themen
network-field-languages = Sprachen
network-field-links = Links
network-field-presence = Wann ich da bin
network-field-mail = E-Mail
network-field-phone = Telefon
network-language-de = Deutsch
network-language-en = Englisch
network-language-fr = Französisch
network-language-nl = Niederländisch
network-language-es = Spanisch
network-language-it = Italienisch
network-language-pl = Polnisch
network-language-pt = Portugiesisch
network-language-ru = Russisch
network-language-tr = Türkisch
network-language-uk = Ukrainisch
network-language-ar = Arabisch
network-from = ab
network-until = bis
network-preview = So sehen mich andere
network-preview-hidden = Wer so kommt, sieht nicht, dass es Sie hier gibt.
network-viewer-anybody = Alle
network-viewer-participant = Teilnehmende
network-viewer-contact = Meine Kontakte
network-requests = Diese Menschen möchten mit Ihnen sprechen
network-request-about = Zu „{ $what }“
network-request-open = Ansehen und antworten
network-my-entries = Was ich biete und suche
network-my-entries-none = Noch nichts. In einer Minute ist das Erste geschrieben.
network-contacts = Meine Kontakte
network-contacts-none = Noch keine. Zeigen Sie Interesse an jemandem.
network-waiting = Mein Interesse, noch nicht erwidert
network-follows = Themen, denen ich folge
network-state-hidden = herausgenommen
network-state-over = abgelaufen
network-ends = Ihr Profil wird bald gelöscht, wenn Sie es nicht behalten.
network-keep = Behalten
network-withdraw = Das Verzeichnis verlassen
network-withdraw-lead = Wollen Sie das Verzeichnis wirklich verlassen?
network-withdraw-profile = Ihr Profil, Ihre Angebote und Gesuche sind sofort gelöscht.
network-withdraw-contacts = Ihre Kontakte verlieren Sie hier, und die anderen Sie.
network-withdraw-ticket = Ihr Ticket bleibt, wie es ist.
network-withdraw-submit = Verlassen und löschen
network-withdraw-stay = Bleiben
network-withdrawn = Sie haben das Verzeichnis verlassen. Alles ist gelöscht.

# What is wrong.
network-error-link = Der Link gilt nicht mehr. Lassen Sie sich einen neuen schicken.
network-error-ticket = Mitmachen kann, wer ein gültiges Ticket hat oder vorträgt.
network-error-many = Mehr als { $most } gehen nicht.
network-error-often = Sie haben heute schon vielen Menschen Interesse gezeigt. Morgen geht es weiter.
network-error-no-messages = Dieser Mensch nimmt keine Nachrichten an. Zeigen Sie Interesse.
network-error-known = Sie kennen sich schon.
network-error-answered = Das ist schon beantwortet.
network-error-circle = Ein Thema kann nicht Teil von sich selbst werden.
network-error-slug = So heißt schon ein Thema.
network-fault-line = Höchstens { $most } Zeichen.
network-fault-text = Höchstens { $most } Zeichen.
network-fault-name = Bitte geben Sie Ihren Namen an.
network-fault-links = Höchstens { $most } Links.
network-fault-link = Ein Link beginnt mit https:// und führt zu einer Seite.
network-fault-topics = Höchstens { $most } Themen.
network-fault-agree = Ohne Ihr Einverständnis geht es nicht.
network-fault-order = Das Ende liegt vor dem Anfang.
network-fault-hour = Bitte eine Uhrzeit wie 10:00, in beiden Feldern.
network-fault-side = Bieten oder suchen Sie?
network-fault-form = Bitte wählen Sie, worum es geht.
network-fault-topic = Bitte wählen Sie ein Thema.
network-fault-title = Bitte sagen Sie in einem Satz, worum es geht.
network-fault-year = Bitte ein Jahr wie 2023.
network-fault-until = Bitte ein Tag, der noch kommt.
network-fault-message = Bitte schreiben Sie etwas, höchstens 3.000 Zeichen.
network-fault-why = Bitte sagen Sie, was daran nicht in Ordnung ist.
network-fault-note = Bitte nennen Sie den Grund, höchstens 3.000 Zeichen. Wen es betrifft, der liest ihn.
network-fault-proposal = Bitte geben Sie dem Thema einen Namen, höchstens 200 Zeichen, und fassen Sie sich kurz.
network-fault-topic-name = Bitte geben Sie dem Thema einen Namen.
network-fault-position = Bitte eine Zahl von 0 bis 9999.

# The desk.
network-is-open = Das Verzeichnis ist offen
network-is-closed = Das Verzeichnis ist geschlossen
network-is-open-note = Teilnehmende tragen sich ein und finden einander. Geschlossen zeigt es niemandem etwas; was darin steht, bleibt.
network-is-closed-note = Niemand sieht es. Was darin steht, bleibt.
network-open = Verzeichnis öffnen
network-close = Verzeichnis schließen
network-contacts-made = Kontakte
network-reports = Gemeldet
network-report-gone = Ist nicht mehr da
network-report-reason = Grund:
network-report-note = Begründung (liest, wen es betrifft)
network-report-remove = Herausnehmen
network-report-keep = Stehen lassen
network-proposals = Vorgeschlagene Themen
network-proposal-take = Aufnehmen
network-proposal-refuse = Ablehnen
network-proposal-open = wird angesehen
network-proposal-taken = aufgenommen
network-proposal-refused = nicht aufgenommen
network-answer = Antwort (liest, wer es vorgeschlagen hat)
network-gaps = Was fehlt
network-gap-needs = { $needs ->
    [one] ein Gesuch
   *[other] { $needs } Gesuche
}, kein Angebot
network-gap-none = Zu jedem Gesuch gibt es Angebote im selben Thema.
network-gap-mute = { $count ->
    [one] Ein Mensch nennt kein Thema und bietet und sucht nichts.
   *[other] { $count } Menschen nennen kein Thema und bieten und suchen nichts.
}
network-gap-stale = { $count ->
    [one] Ein Eintrag steht
   *[other] { $count } Einträge stehen
} seit einem halben Jahr unverändert.
network-topic-new = Neues Thema
network-topic-name-de = Name (deutsch)
network-topic-name-en = Name (englisch)
network-topic-slug = Kurzname in der Adresse
network-topic-slug-hint = Leer: aus dem Namen. Der alte führt weiter hierher.
network-topic-about-de = Worum es geht (deutsch)
network-topic-about-en = Worum es geht (englisch)
network-topic-synonyms = Auch bekannt als
network-topic-synonyms-hint = Eins in jeder Zeile, zum Beispiel OZG
network-topic-parent = Gehört zu
network-topic-top = nichts: steht oben
network-topic-position = Platz in der Liste
network-topic-public = Öffentliche Seite
network-topic-merge = Mit einem anderen Thema zusammenlegen
network-topic-merge-note = Wer daran arbeitet oder ihm folgt, alle Angebote, Gesuche, Programmpunkte und Projekte gehen zum anderen Thema. Der Name bleibt dort als weiterer Name, die Adresse führt dorthin. Zurück geht das nicht.
network-topic-into = Geht auf in
network-topic-merge-submit = Zusammenlegen

# The mails, and the log.
post-kind-networking-entrance = Link ins Verzeichnis
post-kind-networking-message = Nachricht an jemanden im Verzeichnis
post-kind-networking-connected = Zwei kennen sich jetzt
post-kind-networking-removed = Etwas wurde aus dem Verzeichnis genommen
post-kind-networking-ending = Etwas im Verzeichnis endet bald
desk-audit-profile-joined = Ins Verzeichnis eingetragen: { $what }
desk-audit-profile-changed = Profil geändert: { $what }
desk-audit-profile-withdrawn = Das Verzeichnis verlassen
desk-audit-profile-lapsed = Profil nach seiner Frist gelöscht
desk-audit-profile-hidden = Profil herausgenommen
desk-audit-entry-added = Angebot oder Gesuch: { $what }
desk-audit-entry-changed = Angebot oder Gesuch geändert: { $what }
desk-audit-entry-removed = Angebot oder Gesuch weggenommen: { $what }
desk-audit-entry-hidden = Angebot oder Gesuch herausgenommen: { $what }
desk-audit-report-kept = Gemeldetes stehen gelassen
desk-audit-connection-made = Zwei kennen sich
desk-audit-topic-added = Thema angelegt: { $what }
desk-audit-topic-changed = Thema geändert: { $what }
desk-audit-topic-merged = Themen zusammengelegt: { $what }
desk-audit-topic-proposed = Thema vorgeschlagen: { $what }
desk-audit-proposal-taken = Vorgeschlagenes Thema aufgenommen: { $what }
desk-audit-proposal-refused = Vorgeschlagenes Thema abgelehnt: { $what }
desk-audit-network-changed = Verzeichnis geöffnet oder geschlossen

# What suggestions are ranked by.
network-weights = Gewichtung der Vorschläge
network-weights-lead = Jede Zahl sagt, wie viel ein Grund zählt, wenn Menschen einander vorgeschlagen werden. Probieren Sie zuerst, was sich ändert: Gespeichert gilt es sofort für alle.
network-weights-who = Ausprobieren für
network-weights-who-hint = Name einer Person aus dem Verzeichnis. Ohne Angabe: wer zuletzt ein Angebot oder Gesuch geändert hat.
network-weights-look = Wirkung ansehen
network-weights-nobody = Unter diesem Namen steht niemand im Verzeichnis.
network-weights-effect = Vorschläge für { $name }
network-weights-effect-note = Die Gründe stehen da, wie { $name } sie liest. Interesse, Kontakte und „Nein danke“ bleiben hier außen vor: Sie gehen nur die Beteiligten etwas an.
network-weights-now = So ist es jetzt
network-weights-then = So wäre es
network-weights-none = Niemand passt.
network-weight-hint = 0 bis { $most }, üblich { $usual }
network-weight-mutual = Beide haben Interesse gezeigt
network-weight-interest = Die andere Person hat Interesse gezeigt
network-weight-need-meets-offer = Gesuch trifft Angebot
network-weight-need-meets-need = Beide suchen dasselbe
network-weight-same-topic = Dasselbe Thema
network-weight-similar-size = Kommunen ähnlicher Größe
network-weight-neighbourhood = Nachbarschaft
network-weight-kinds = Einrichtungen, die sich ergänzen
network-weight-presence = Zur selben Zeit da
network-weight-language = Gemeinsame Sprache außer Deutsch
network-weight-damping = Abzug für viel Gefragte, in Prozent
network-weight-turn = Abwechslung von Tag zu Tag
network-fault-weight = Bitte eine Zahl von 0 bis { $most }.
