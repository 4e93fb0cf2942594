# What goes wrong with a congress, and what to do next.

congress-error-unknown = There is no such congress. Please check the short name.
congress-error-slug-taken = The short name "{ $slug }" is taken. Please choose another one.
congress-error-slug-malformed = "{ $slug }" cannot be a short name. Up to 40 lower-case letters, digits and single dashes are allowed; some words are reserved.
congress-error-ends-before-start = It must end after it begins. Please check both times.
congress-error-unknown-zone = "{ $zone }" is no time zone. Please write it like Europe/Berlin.
congress-error-full = There is no place left.
congress-error-smaller-than-taken = { $taken } places are taken already, so { $size } would be too few. Please take at least { $taken }.
congress-error-name-malformed = A name has 1 to 300 characters.
