//! What one can register for: prices, who sees it, add-ons.

mod price;
