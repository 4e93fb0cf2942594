//! Finding among many: what the lists of the congress office are read from.
//!
//! On SQLite a list is one pass over an index that holds all that it is searched and filtered by, in the order of time:
//! a tenth of the table's pages. PostgreSQL takes no such long texts into an index, and needs none.

use crate::column::*;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Step;

/// Indexes that narrower ones give way to.
const BEFORE: [(&str, &[&str]); 2] = [("attendee", &["congress_id", "state"]), ("attendee", &["category_id"])];
const AFTER: [(&str, &[&str]); 2] =
    [("attendee", &["congress_id", "state", "category_id"]), ("attendee", &["category_id", "order_id"])];
/// The index that `order_list` takes the place of.
const BY_TIME: (&str, &[&str]) = ("order", &["congress_id", "placed_at"]);

const LISTS: [(&str, &str); 2] = [
    ("order_list", "\"order\" (congress_id, placed_at, id, state, source, total_cents, search)"),
    ("attendee_list", "attendee (congress_id, created_at, id, state, category_id, order_id, search)"),
];

/// A name as it is sorted: "Özdemir" beside "Oster". As `store::sorted` writes it.
fn sorted(column: &str) -> String {
    [("Ä", "a"), ("Ö", "o"), ("Ü", "u"), ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "s")]
        .iter()
        .fold(format!("lower({column})"), |all, (from, to)| format!("replace({all}, '{from}', '{to}')"))
}

fn named(name: &(&'static str, &'static [&'static str])) -> String {
    format!("{}_{}", name.0, name.1.join("_"))
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in AFTER {
            m.create_index(index(table, columns)).await?;
        }
        for before in &BEFORE {
            m.drop_index(Index::drop().name(named(before)).table(Alias::new(before.0)).to_owned()).await?;
        }
        let db = m.get_connection();
        let (buyer, family, given) = (sorted("buyer_name"), sorted("family_name"), sorted("given_name"));
        db.execute_unprepared(&format!("CREATE INDEX order_name ON \"order\" (congress_id, ({buyer}), id)")).await?;
        db.execute_unprepared(&format!(
            "CREATE INDEX attendee_name ON attendee (congress_id, ({family}), ({given}), id)"
        ))
        .await?;
        if m.get_database_backend() == DbBackend::Sqlite {
            for (name, on) in LISTS {
                db.execute_unprepared(&format!("CREATE INDEX {name} ON {on}")).await?;
            }
            m.drop_index(Index::drop().name(named(&BY_TIME)).table(Alias::new(BY_TIME.0)).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let drop = |name: &str, table: &'static str| Index::drop().name(name).table(Alias::new(table)).to_owned();
        if m.get_database_backend() == DbBackend::Sqlite {
            m.create_index(index(BY_TIME.0, BY_TIME.1)).await?;
            m.drop_index(drop("order_list", "order")).await?;
            m.drop_index(drop("attendee_list", "attendee")).await?;
        }
        m.drop_index(drop("attendee_name", "attendee")).await?;
        m.drop_index(drop("order_name", "order")).await?;
        for (table, columns) in BEFORE {
            m.create_index(index(table, columns)).await?;
        }
        for after in &AFTER {
            m.drop_index(drop(&named(after), after.0)).await?;
        }
        Ok(())
    }
}
