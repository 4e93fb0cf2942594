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
