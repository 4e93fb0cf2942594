//! Texts in SQL, the same on both databases.

use sea_orm::sea_query::{Expr, LikeExpr};

/// A column of names as people look it up: "özdemir" beside "Oster". The database's own order has capitals first and
/// umlauts last. Indexes hold the same expression, to the letter (`migration/m013_search.rs`).
pub fn sorted(column: &'static str) -> Expr {
    let all = [("Ä", "a"), ("Ö", "o"), ("Ü", "u"), ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "s")]
        .iter()
        .fold(format!("lower({column})"), |all, (from, to)| format!("replace({all}, '{from}', '{to}')"));
    Expr::cust(all)
}

/// A pattern for LIKE that finds `word` anywhere, taken literally.
pub fn contains(word: &str) -> LikeExpr {
    let literal = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{literal}%")).escape('\\')
}
