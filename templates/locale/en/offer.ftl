# Prices by time and number, who sees a ticket, approval and add-ons.

portal-price-until = until { $when }, then { $then }
portal-price-from = from { $number } on { $each } each

ticketing-error-too-many-tiers = A category has at most five lower prices.
ticketing-error-tier-not-lower = A lower price is below the regular one, and not negative.
ticketing-error-tier-without-condition = A lower price holds until a moment or from a number on. Enter one of the two.
ticketing-error-tier-for-none = A price for groups holds from two tickets on.

# The pages of a category

desk-category-pages = On this category
desk-category-page-basics = Basics
desk-category-page-prices = Lower prices
desk-settings-category-kind = What is it?
desk-settings-kind-ticket = Ticket
desk-settings-kind-ticket-meaning = Admits a person.
desk-settings-kind-add-on = Add-on
desk-settings-kind-add-on-meaning = Goes with a ticket: a dinner, a tour. It stays what it is.
desk-tier = Lower price { $number }
desk-tier-hint = Each price holds until a moment, from a number of the same tickets in one order on, or both. Whoever orders pays the lowest that holds. Leave empty what you do not need.
desk-tier-price = Price of each ticket
desk-tier-until = holds until
desk-tier-number = holds from so many tickets on
desk-tier-price-1 = Price 1
desk-tier-until-1 = Price 1 holds until
desk-tier-number-1 = Price 1 holds from
desk-tier-price-2 = Price 2
desk-tier-until-2 = Price 2 holds until
desk-tier-number-2 = Price 2 holds from
desk-tier-price-3 = Price 3
desk-tier-until-3 = Price 3 holds until
desk-tier-number-3 = Price 3 holds from
desk-tier-price-4 = Price 4
desk-tier-until-4 = Price 4 holds until
desk-tier-number-4 = Price 4 holds from
desk-tier-price-5 = Price 5
desk-tier-until-5 = Price 5 holds until
desk-tier-number-5 = Price 5 holds from
