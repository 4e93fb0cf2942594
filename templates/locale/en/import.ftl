# Lists that are taken in.

# Why a file is not read
paper-sheet-empty = The file is empty.
paper-sheet-too-large = The file is larger than { $size } MB.
paper-sheet-too-many-cells = The table is too large: at most { $rows } rows and { $columns } columns.
paper-sheet-cell-too-long = Line { $line }: this cell is too long. Is there a quotation mark too many?
paper-sheet-open-quote = Line { $line }: a quotation mark is opened and never closed.
paper-sheet-web-page = The file is a web page, whatever its name says. Please open it in Excel and save it as xlsx.
paper-sheet-password = The file is protected by a password. Please save it without one.
paper-sheet-no-table = The file is not a table. It can be xlsx, xls, ods, or text with commas, semicolons or tabs.
paper-sheet-damaged = The file is damaged. Please open it in Excel and save it again.

# What the columns mean
registration-intake-no-column = There is no such column. There are: { $columns }
registration-intake-no-field = There is no such field. Fields are: { $fields }
registration-intake-said-twice = This is given twice.
registration-intake-two-columns = Two columns for one field ({ $field }). Please say which one it is. There are: { $columns }
registration-intake-name-column = There is no column with names. There are: { $columns }
registration-intake-name-and-parts = There is a column with whole names and one with parts of them. Please choose. There are: { $columns }
registration-intake-email-column = There is no column with e-mail addresses. There are: { $columns }

# Why a row is not taken in
registration-intake-which-category = Which category? There are: { $categories }
registration-intake-no-tickets = There is no ticket yet. Please add one under “Set up” first.
registration-intake-no-category = There is no such category. There are: { $categories }
registration-intake-language = This language is not available. Please write de or en.
registration-intake-malformed = This cannot be imported as it is.
registration-intake-registered = Already registered as { $code }.
registration-intake-twice = The same person as in line { $line }.
registration-intake-full = No place left in { $quota }.
registration-intake-over = The congress is over.
registration-intake-draft = The congress is still a draft, and links in mails would not work. Please import the list without mails, or open the congress first.
registration-intake-nobody = There is nobody in this list.

# Topics
congress-topics-no-column = There is no column with topics. There are: { $columns }
congress-topics-no-name = The topic has no name.
congress-topics-too-long = This is too long. Please shorten it.
congress-topics-slug = A short name has lower-case letters and digits with dashes between them, up to 40 characters.
congress-topics-slug-missing = No short name can be derived from this name. Please give one.
congress-topics-twice = The same topic as in line { $line }.
congress-topics-no-parent = There is no such topic, neither here nor in the list.
congress-topics-circle = A topic cannot stand below itself.
congress-topics-none = There is no topic in this list.
