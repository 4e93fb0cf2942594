# Taking in lists of guests.

desk-import = Import a list
desk-import-lead = One row per person. You see a preview first; nothing is imported until you confirm it.
desk-import-file = File
desk-import-file-hint = Excel (xlsx, xls), OpenDocument (ods) or text (csv, tsv), up to 20 MB.
desk-import-pasted = Or cells from the clipboard
desk-import-pasted-hint = Select them in the spreadsheet, copy them and paste them here, with the headings.
desk-import-pasted-name = Clipboard
desk-import-submit = Preview
desk-import-nothing = Please choose a file, or paste some cells.
desk-import-help = What the list may contain
desk-import-help-name = Given name and family name in two columns, or the whole name in one: "Petra Kemper" or "Kemper, Petra".
desk-import-help-email = E-mail address. Several people can share one.
desk-import-help-organisation = Organisation, optional.
desk-import-help-category = Ticket: its name or short name. Without such a column, choose one for all in the preview.
desk-import-help-language = Language: de or en. German if none is given.
desk-import-help-rest = Salutation, title and everything else are left out. Headings may start further down; empty rows do no harm.

desk-import-preview = Preview: { $name }
desk-import-back = Another list
desk-import-rows = { $count ->
    [one] One row
   *[other] { $count } rows
}
desk-import-sheet = The file has several sheets. The sheet “{ $sheet }” has been read.
desk-import-ready = Import
desk-import-guests = { $count ->
    [one] One person can be imported.
   *[other] { $count } people can be imported.
}
desk-import-with-mail = Everybody gets their ticket by mail.
desk-import-without-mail = No mail is sent.
desk-import-take-in = { $count ->
    [one] Import one person
   *[other] Import { $count } people
}
desk-import-leave = Do not import
desk-import-refused = { $count ->
    [one] One thing does not fit. Nothing is imported until the whole list fits.
   *[other] { $count } things do not fit. Nothing is imported until the whole list fits.
}
desk-import-refusals = What does not fit
desk-import-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
desk-import-line = Line
desk-import-column = Column
desk-import-value = Value
desk-import-reason = Reason
desk-import-choices = What is in the columns?
desk-import-choices-hint = Preset from the headings. Change what is wrong, and check again.
desk-import-heading = { $letter }: { $heading }
desk-import-letter = Column { $letter }
desk-import-example = for example: { $example }
desk-import-no-example = empty
desk-import-field-ignore = leave out
desk-import-field-given-name = Given name
desk-import-field-family-name = Family name
desk-import-field-name = Whole name
desk-import-field-email = E-mail
desk-import-field-organisation = Organisation
desk-import-field-category = Ticket
desk-import-field-language = Language
desk-import-category = Ticket
desk-import-category-hint = For rows that do not name one.
desk-import-question = Which ticket do the people in this list get?
desk-import-question-hint = The list does not say it. Choose one for all, and look at it again.
desk-import-category-none = Please choose
desk-import-mail = Send everybody their ticket by mail
desk-import-look = Check again
desk-import-first = { $count ->
    [one] How the first row will be imported
   *[other] How the first { $count } rows will be imported
}
desk-flash-taken-in = { $count ->
    [one] One person has been imported.
   *[other] { $count } people have been imported.
}
desk-flash-import-changed = You have changed the choices. This is how it looks now: please check it, then take it in.
desk-flash-import-gone = This list is no longer available: it has already been imported, or its hour is up. Please submit it again if you still need it.
