# Contacts: who gets news without an order, and the form for it on the public site.

web-footer-news = News by mail
post-kind-campaign-confirm = Question whether somebody wants news

news-title = News by mail
news-lead = We write to you when there is something new about { $congress }. After you have sent the form you get a mail in which you confirm that the address is yours.
news-data = We use the address for these mails alone. If you do not confirm it, we delete it after two weeks. You can end this at any time, by the link in each mail.
news-submit = Send me the mail to confirm
news-agree = I would like to get news of { $congress } by mail: invitations, programme, reports. I can end this at any time.
news-sent = Please look into your mailbox
news-sent-line = We have sent a mail in which you confirm the address.
news-sent-known = If you already get our news, or if we have asked you a short while ago, no other mail comes.
news-question = Would you like news of { $congress }?
news-question-lead = Only when you say yes here do we write to you.
news-yes = Yes, I would like news
news-no = No, thank you
news-agreed = You get news
news-agreed-lead = We write to you when there is something new about { $congress }.
news-end = I want no more news
news-ended = You get no news
news-ended-lead = We send you no news. Tickets and changes to what you have booked are always sent.
news-again = Get news after all

contacts = Contacts
contacts-all = All contacts
contacts-lead = Who gets news without an order: from a list, or by the form on the public site. Only those who can be shown to have agreed are written to.
contacts-none = There are no contacts yet. Upload a list, or point to the form at the foot of the public site.
contacts-nobody = Nobody fits.
contacts-show-all = Show all
contacts-caption = Contacts, { $rows }
contact-filter = Search contacts
contact-query = Name or address
contact-who = Address
contact-standing-agreed = gets news
contact-standing-asked = asked
contact-standing-ended = ended
contact-given = Agreed on
contact-source = Where
contact-wording = Words
contact-withdrawn = Ended on
contact-source-registration = Registration
contact-source-page = Page for ending mails
contact-source-news = Form for news, confirmed by mail
contact-source-asked = Asked by mail, and confirmed
contact-source-desk = Office
contact-source-import = List
contact-origin = How this contact came
contact-origin-import = From a list, on { $time }.
contact-origin-sign-up = By the form for news, on { $time }.
contact-asked = Asked on { $time }. Without an answer the address is forgotten after { $until }.
contact-proof = Proof of consent
contact-no-proof = This address has not agreed so far. It gets no news.
contact-removal = Delete
contact-removal-lead = The contact leaves the list, and their consent ends. The proof is kept for as long as it is needed.
contact-never = Wants no more news: a list does not bring this address back either
contact-remove = Delete contact
contact-flash-removed = The contact has been deleted.
contact-flash-taken-in = { $count ->
    [0] The list brought nothing new.
    [one] One new address came, or is asked.
   *[other] { $count } new addresses came, or are asked.
}

contact-import = Upload a list of contacts
contact-import-lead = To each address belongs the proof that somebody agreed: the words, the time, and where. Who has none can be asked.
contact-import-help = These columns are read
contact-import-refused = { $count ->
    [one] One line cannot be taken in like this
   *[other] { $count } lines cannot be taken in like this
}
contact-import-refused-next = Until then no line of the list is taken in. Correct the list and upload it again.
contact-import-without = { $count ->
    [one] One address lacks the proof
   *[other] { $count } addresses lack the proof
}
contact-import-without-lead = Without a proof nobody may get news. You can ask these people once: each gets a mail with a link. Who does not answer is forgotten after two weeks.
contact-import-ask = Who has no proof is asked by mail
contact-import-take-in = { $count ->
    [one] Take in one address
   *[other] Take in { $count } addresses
}
contact-brings-agree = { $count ->
    [one] One address comes with a proof.
   *[other] { $count } addresses come with a proof.
}
contact-brings-asked = { $count ->
    [one] One address is asked by mail.
   *[other] { $count } addresses are asked by mail.
}
contact-brings-agreed = { $count ->
    [one] One address gets news already: it stays so.
   *[other] { $count } addresses get news already: they stay so.
}
contact-brings-wait = { $count ->
    [one] One address has been asked already: it stays so.
   *[other] { $count } addresses have been asked already: they stay so.
}
contact-brings-declined = { $count ->
    [one] One address wanted no more: it stays so.
   *[other] { $count } wanted no more: they stay so.
}
contact-brings-blocked = { $count ->
    [one] Mails come back from one address: it is not asked.
   *[other] Mails come back from { $count } addresses: they are not asked.
}
contact-brings-twice = { $count ->
    [one] One line has an address that stands further up already: the first one counts.
   *[other] { $count } lines have an address that stands further up already: the first one counts.
}
contact-brings-nothing = The list brings nothing new.

contact-sheet-address = Mail address
contact-sheet-also-address = Email; Email address; E-mail address; Address
contact-sheet-means-address = Needed. Each address counts once.
contact-sheet-name = Name
contact-sheet-also-name = Full name
contact-sheet-means-name = For the greeting. May be missing.
contact-sheet-language = Language
contact-sheet-also-language = Language code
contact-sheet-means-language = German or English, also de or en. Nothing means German.
contact-sheet-in-de = German; ger
contact-sheet-in-en = English; eng
contact-sheet-wording = Consent
contact-sheet-also-wording = Wording; Consent text
contact-sheet-means-wording = The sentence that was agreed to, as it stood there.
contact-sheet-time = Agreed on
contact-sheet-also-time = Consent time; Time of consent; Date
contact-sheet-means-time = A day, or a day and a time, such as 2026-05-24 14:30.
contact-sheet-source = Source
contact-sheet-also-source = Where; Origin
contact-sheet-means-source = Where it was agreed to, such as "form on our site" or "stand at the fair 2026".
contact-sheet-no-address = The list has no column of mail addresses.
contact-sheet-no-language = There is no such language. German or English will do.
contact-sheet-no-time = That is no day and no time. Write 2026-05-24 14:30, for example.
contact-sheet-future = This day lies in the future.
contact-sheet-no-proof = The proof is missing here: words, time and source belong together.

desk-audit-contacts-added = { $count ->
    [0] List of contacts taken in: nothing new
    [one] List of contacts taken in: one new address
   *[other] List of contacts taken in: { $count } new addresses
}
desk-audit-contact-asked = Somebody signed up for news, and is asked
desk-audit-contact-confirmed = Somebody wants news
desk-audit-contact-refused = Somebody wants no news
desk-audit-contact-removed = Contact deleted
