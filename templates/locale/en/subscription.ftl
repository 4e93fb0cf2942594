# Which mails to many somebody gets.

subscription-title = Your mails from us
subscription-lead = Tickets and changes to what you have booked are always sent. What else we write about { $congress } is up to you here.
subscription-question = What would you like to get?
subscription-service = Information on the congress
subscription-service-hint = Getting there, how the day goes, what changes.
subscription-news = News
subscription-news-hint = Invitations and what else happens in the region, a few times a year.
subscription-save = Save choice
subscription-none = None of these mails any more
subscription-saved = Saved. It holds from the next mail on.
subscription-ended = You get no such mails any more.
