//! Texts in SQL, the same on both databases.

use crate::conn::Conn;
use sea_orm::sea_query::{Expr, LikeExpr};
use sea_orm::{ConnectionTrait, DbBackend};

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

/// What a document must have: all of these, each of which is any of some words, whole or as the beginning of one.
pub type Wanted = Vec<Vec<Term>>;

/// A word of a full-text search: letters and digits, nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub word: String,
    /// Whether words that begin so are meant, too.
    pub begins: bool,
}

/// Whether the document of a row of `network_document` has what is wanted: by FTS5 on SQLite, by a tsvector on PostgreSQL. The
/// index of `migration/m052_network_search.rs` has the same expression, to the letter.
pub fn has_words(conn: &Conn, wanted: &Wanted) -> Expr {
    let sqlite = conn.get_database_backend() == DbBackend::Sqlite;
    let term = |term: &Term| {
        let plain: String = term.word.chars().filter(|c| c.is_alphanumeric()).collect();
        match (sqlite, term.begins) {
            (true, true) => format!("\"{plain}\"*"),
            (true, false) => format!("\"{plain}\""),
            (false, true) => format!("'{plain}':*"),
            (false, false) => format!("'{plain}'"),
        }
    };
    let (or, and) = if sqlite { (" OR ", " AND ") } else { (" | ", " & ") };
    let any = |terms: &Vec<Term>| format!("({})", terms.iter().map(term).collect::<Vec<_>>().join(or));
    let query = wanted.iter().map(any).collect::<Vec<_>>().join(and);
    if sqlite {
        Expr::cust_with_values(
            "network_document.number IN (SELECT rowid FROM network_words WHERE network_words MATCH ?)",
            [query],
        )
    } else {
        Expr::cust_with_values("to_tsvector('simple', network_document.stems) @@ to_tsquery('simple', $1)", [query])
    }
}
