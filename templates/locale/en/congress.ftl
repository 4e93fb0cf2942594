# What goes wrong with a congress, and what to do next.

congress-error-unknown = There is no such congress. Please check the short name.
congress-error-slug-taken = The short name "{ $slug }" is taken. Please choose another one.
congress-error-slug-malformed = "{ $slug }" cannot be a short name. Up to 40 lower-case letters, digits and single dashes are allowed; some words are reserved.
congress-error-ends-before-start = It must end after it begins. Please check both times.
congress-error-unknown-zone = "{ $zone }" is not a time zone. Please write it like Europe/Berlin.
congress-error-full = There is no place left.
congress-error-smaller-than-taken = { $taken } places are taken already, so { $size } would be too few. Please take at least { $taken }.
congress-error-name-missing = Please give a name.
congress-error-name-malformed = A name can have at most 300 characters. Please shorten it.
congress-error-doors-after-start = Doors must open no later than the congress begins. Please check the time.
congress-error-text-missing = The text is missing; please write it in at least one language.
congress-error-too-long = A text is too long. Please shorten it.
congress-error-has-orders = The congress has orders and does not become a draft again: the links in the mails would lead nowhere. You can end it.
congress-error-room-used = Something of the programme is in this room, now or in an older version. So it stays; you can rename it.
congress-error-negative-seats = A room must have zero seats or more.
congress-error-unknown-colour = That is not a colour. Write it like #3b49df: a hash sign and six characters from 0 to 9 and a to f.
congress-error-address-malformed = That is not a mail address. An address looks like this: name@example.org
congress-error-link-malformed = This is not a web address. It should look like this: https://www.kreis-hoexter.de
congress-error-partner-twice = { $name } is already listed with this role.
