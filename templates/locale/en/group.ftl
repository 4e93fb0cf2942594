# Groups: people pasted, places without names.

registration-fault-paste-unread = These lines could not be read. Please write one person a line with one mail address at most, or empty the field.
registration-fault-paste-ticket = These lines name a ticket that does not exist. Please change it, or empty the field.
registration-fault-paste-full = An order has at most { $max } people. The others are still here: please register them with a second order.

# In the registration form
portal-paste-title = Several people at once
portal-paste = One person a line
portal-paste-hint = Copied from Excel, with or without headings, or typed: Lea Nolte <l.nolte@town.example>
portal-paste-file = Or a spreadsheet
portal-paste-file-hint = Excel, OpenDocument or CSV, 1 MB at most
portal-paste-submit = Put into the list
portal-pasted = { $count ->
    [one] One pasted person is in the list now. Please check them before you register.
   *[other] { $count } pasted people are in the list now. Please check them before you register.
}

# Places without names
portal-nameless = Name to follow
portal-later-title = Names are not known yet
portal-later-lead = The places are taken for you. You type the names later, or pass on a link for each place.
portal-later-count = How many places?
portal-later-submit = Add places without names
portal-order-nameless = The places are taken for you
portal-standing-nameless = { $count ->
    [one] One place has no name yet. Nobody gets in without a name.
   *[other] { $count } places have no name yet. Nobody gets in without a name.
}
portal-pass-on = Pass this link on to the person who gets the place. It is good for one person.
portal-name-place = Type the name
portal-name-place-lead = The ticket goes to the address that you give. If you leave it empty, you get it yourself.
portal-name-place-submit = Type the name
portal-place-named = The name is there, the ticket is on its way.
portal-place-title = A place for you
portal-place-lead = Somebody has ordered a place for you. Tell us who you are and it is yours; the ticket comes by mail.
portal-place-submit = Take the place
portal-place-done = The place is yours. The ticket comes by mail in a moment.
portal-place-taken = This place is taken
portal-place-taken-sentence = Somebody has taken this place already. If that was you, your ticket is in the mail that you got. If not, please ask the person who gave you the link.
registration-error-place-taken = This place has its name already.
registration-history-attendee-named = Name typed in: { $name }
checkin-next-nameless = The place has no name yet. Have the name typed in at the info desk; then the ticket is good.
desk-nameless = No name yet
desk-event-named = Place given to { $name }
post-kind-registration-nameless = Places without names
desk-job-kind-registration-nameless = Remind of places without names
portal-nameless-state = No name yet
