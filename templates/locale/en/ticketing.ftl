# What goes wrong with categories and quotas, and what to do next.

ticketing-error-unknown-category = There is no ticket "{ $slug }". Please choose one from the list.
ticketing-error-negative-price = A price must be zero or more. Please give it in cents.
ticketing-error-vat-out-of-range = VAT is between 0 and 100 per cent. Please give it in basis points: 1900 for 19%.
ticketing-error-no-category = A quota applies to at least one ticket. Please name one.
ticketing-error-negative-size = A quota must have zero places or more.
ticketing-error-price-malformed = A price is at most ten million, in a currency of three capital letters such as EUR.
ticketing-error-sale-ends-before-start = The sale ends before it begins. Please check the times.
ticketing-error-none-an-order = An order must be able to hold at least one ticket.
ticketing-error-too-long = A text is too long. Please shorten it.
