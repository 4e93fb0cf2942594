//! How names are sorted.

use sea_orm::sea_query::Expr;

/// A column of names as people look it up: "özdemir" beside "Oster". The database's own order has capitals first and
/// umlauts last. Indexes hold the same expression, to the letter (`migration/m010_search.rs`).
pub fn sorted(column: &'static str) -> Expr {
    let all = [("Ä", "a"), ("Ö", "o"), ("Ü", "u"), ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "s")]
        .iter()
        .fold(format!("lower({column})"), |all, (from, to)| format!("replace({all}, '{from}', '{to}')"));
    Expr::cust(all)
}
