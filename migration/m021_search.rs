//! What orders, attendees and the log are found by: codes as they are, names folded as everywhere.

use base::name::fold;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{FromQueryResult, Statement};

/// What folding took out of a code.
const FOLDED: &str = "lower(code) LIKE '%ae%' OR lower(code) LIKE '%oe%' OR lower(code) LIKE '%ue%'";

#[derive(DeriveMigrationName)]
pub struct Step;

#[derive(FromQueryResult)]
struct Named {
    actor_name: String,
    actor_search: String,
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let db = m.get_connection();
        db.execute_unprepared(&format!("UPDATE \"order\" SET search = lower(code) || ' ' || search WHERE {FOLDED}"))
            .await?;
        db.execute_unprepared(&format!(
            "UPDATE attendee SET search = (SELECT lower(code) FROM \"order\" WHERE \"order\".id = attendee.order_id) \
             || ' ' || search WHERE order_id IN (SELECT id FROM \"order\" WHERE {FOLDED})"
        ))
        .await?;
        // Whoever ordered before countries were asked for is from here.
        db.execute_unprepared("UPDATE \"order\" SET country = 'DE' WHERE country = ''").await?;
        let backend = m.get_database_backend();
        let all = Statement::from_string(backend, "SELECT DISTINCT actor_name, actor_search FROM event");
        for Named { actor_name, actor_search } in Named::find_by_statement(all).all(db).await? {
            let folded = fold(&actor_name);
            if folded != actor_search {
                let mend = Query::update()
                    .table(Alias::new("event"))
                    .value(Alias::new("actor_search"), folded)
                    .and_where(Expr::col(Alias::new("actor_name")).eq(actor_name))
                    .to_owned();
                db.execute(&mend).await?;
            }
        }
        Ok(())
    }

    /// What was mended stays so.
    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
