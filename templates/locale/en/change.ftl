# Changing what was ordered: until when, who comes instead, another ticket, giving back and taking again.

# Until when
desk-settings-tab-deadlines = Deadlines
desk-settings-lead-of-deadlines = Until when attendees and those who ordered can change things themselves, with their personal link. The congress office can until the congress is over.
desk-settings-deadline-names = Correct names until
desk-settings-deadline-names-hint = Empty: until the end of the congress
desk-settings-deadline-substitutes = Hand a ticket to somebody else until
desk-settings-deadline-substitutes-hint = Empty: until the doors open. Whoever is inside can no longer hand it on.
desk-settings-deadline-category = Change to another ticket until
desk-settings-deadline-category-hint = Empty: until the doors open
desk-settings-deadline-cancel = Give tickets back until
desk-settings-deadline-cancel-hint = Empty: until the doors open
desk-settings-deadline-staff = These times are told on the page of every order and every ticket.
desk-settings-deadline-over = “{ $what }” is over since { $time }. It can no longer be done with the personal link, only by the congress office.
congress-error-late-names = That is after the end of the congress.
congress-error-late-substitutes = That is after the end of the congress.
congress-error-late-category = When the doors open at the latest: after that somebody may be inside.
congress-error-late-cancel = When the doors open at the latest: after that somebody may be inside.
desk-audit-field-names-until = Correct names until
desk-audit-field-substitutes-until = Hand on until
desk-audit-field-category-until = Change ticket until
desk-audit-field-cancel-until = Give back until

# On the pages of an order and of a ticket
portal-ticket-change = Change your ticket
portal-until-names = Correct names: until { $when }
portal-until-substitutes = Hand it to somebody else: until { $when }
portal-until-category = Change to another ticket: until { $when }
portal-until-cancel = Give tickets back: until { $when }

# Somebody else comes
portal-substitute = Hand on
portal-substitute-title = Hand the ticket to somebody else
portal-substitute-lead = We ask them by mail. Once they accept and enter their name, the ticket is theirs: they get a new code, and the old one no longer opens the door. Until then nothing changes, and you can withdraw the request. Nothing is to be paid; the money stays with the order.
portal-substitute-email = Mail address of the person who comes
portal-substitute-submit = Ask them
portal-substitute-asked = The mail is on its way. Once they accept, the ticket is theirs.
portal-substitute-waiting = { $address } was asked to take it over. They can accept until { $when }.
portal-substitute-withdraw = Withdraw the request
portal-substitute-withdrawn = The request is withdrawn. The ticket stays as it is.
portal-take-over-title = Take over this ticket?
portal-take-over-lead = { $name } cannot come and passes the ticket on to you. Enter what is to stand on the ticket. You can until { $when }.
portal-take-over-privacy = The name stands on the ticket and on the badge. Whoever placed the order sees it too.
portal-take-over-submit = Take over the ticket
portal-taken-over-now = The ticket is yours now. You get it by mail too.
portal-taken-over-title = This ticket has been taken over
portal-taken-over = You have it in the mail that we sent you after you accepted. The link to your page is there too.
portal-take-over-ended-title = This request is over
portal-take-over-ended = It was withdrawn, was open for too long, or the ticket is no more. Please ask the person who wanted to give you the ticket.
registration-error-substitute-asked = Somebody else was asked already. Withdraw that request first.
registration-error-substitution-ended = This request is over. Please ask the person who wanted to give you the ticket.
checkin-error-entered = Somebody has entered with this ticket. It can no longer be handed on.
registration-history-attendee-substitute-named = Somebody was asked to take over a ticket
registration-history-attendee-substitute-withdrawn = The request to take over a ticket was withdrawn
registration-history-attendee-substituted = Ticket handed on: { $before } before, { $after } now
desk-event-attendee-substitute-named = { $to } was asked to take over the ticket of { $name }
desk-event-attendee-substitute-withdrawn = The request to { $to } to take over the ticket of { $name } was withdrawn
desk-event-attendee-substituted = Ticket handed on to { $name }
desk-transfer = Hand the ticket of { $name } to somebody else
desk-transfer-word = Hand on
desk-transfer-hint = This holds at once. They get a new code and a link of their own; the old code no longer opens the door. The place and the money stay with the order.
desk-transfer-submit = Hand the ticket on
desk-transfer-send = Send both a mail
desk-transfer-asked = { $address } was asked and can answer until { $when }. Handing it on here ends that request.
desk-transfer-withdraw = Withdraw the request
desk-flash-transferred = The ticket of { $name } is handed on.
desk-flash-substitute-withdrawn = The request about the ticket of { $name } is withdrawn.
post-kind-registration-substitute = Request to take over a ticket
post-kind-registration-substituted = Ticket handed on
desk-job-kind-registration-substitute-mail = Write the request to take over a ticket
desk-job-kind-registration-substituted-mails = Write the mails about a ticket that was handed on

# Another ticket
portal-rebook = Another ticket
portal-rebook-title = Change to another ticket
portal-rebook-now = Now:
portal-rebook-lead = Choose one. You will then see what the change means before you confirm it.
portal-rebook-none = At the moment there is no other ticket that you can change to.
portal-rebook-choose = Choose
portal-rebook-preview-title = Change to this ticket?
portal-rebook-before = So far
portal-rebook-after = New
portal-rebook-on-site = You will then take part on site.
portal-rebook-online = You will then take part online, without entry on site.
portal-rebook-place = The new place is yours at once, the old one becomes free. The number and the code of the ticket stay.
portal-rebook-loses = { $what } does not go with this ticket and ends.
portal-rebook-invoice = An invoice that was issued is taken back, and a new one is issued.
portal-rebook-waits = Until the difference is paid, the ticket does not open the door. The place stays reserved.
portal-rebook-submit = Change now
portal-rebooked = The change is done.
portal-change-total-before = Order so far
portal-change-total-after = Order afterwards
portal-change-open = { $amount } will then still be to be paid.
portal-change-over = You will then have paid { $amount } too much. The organisers pay it back to you.
portal-change-even = Nothing more will be to be paid.

# Giving back, and taking again
portal-cancel-some = Give tickets back
portal-cancel-which = Which tickets do you give back?
portal-cancel-next = Continue
portal-cancel-none = Please choose at least one ticket.
portal-cancelled-some = { $count ->
    [one] The ticket is cancelled. A confirmation comes by mail.
   *[other] { $count } tickets are cancelled. A confirmation comes by mail.
}
portal-cancelled-some-before = { $count ->
    [one] This ticket was cancelled before.
   *[other] These tickets were cancelled before.
}
portal-restore = Undo the cancellation
portal-restore-title = Keep the ticket after all
portal-restore-lead = As long as a place is free, you get it back. The code that you have is then valid again. If the ticket was paid and the money was not paid back yet, there is nothing more to do; otherwise it is valid once it is paid.
portal-restore-submit = Keep the ticket
portal-restored = You have your place again.
portal-restored-before = This ticket is no longer cancelled.
registration-history-order-restored = Cancellation undone: { $names }
desk-event-order-restored = Cancellation undone: { $names }
desk-event-order-restored-sent = Cancellation undone, mail with the ticket sent once more: { $names }
desk-restore = Undo cancellations in { $code }
desk-restore-word = Undo cancellation
desk-restore-meaning = Places are taken anew if any are free. Number, code and personal link stay. What is paid is valid at once; otherwise the ticket awaits payment.
desk-restore-who = Who gets the ticket back?
desk-restore-send = Send the tickets by mail
desk-restore-submit = Make valid again
desk-restore-none = There is nothing to undo here.
desk-flash-restored = { $count ->
    [one] The ticket is back.
   *[other] { $count } tickets are back.
}
desk-flash-restored-before = That was done before: these tickets are no longer cancelled.
