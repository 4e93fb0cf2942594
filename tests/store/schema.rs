//! The migrated schema against the entities: each entity's columns are the table's, with the same nullability, and each
//! table has its entity.

use crate::kit::Database;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Iterable, Statement};
use std::collections::{BTreeMap, BTreeSet};
use store::Store;

/// Column name → may be null.
type Columns = BTreeMap<String, bool>;

pub async fn in_database(store: &Store, table: &str) -> Columns {
    let backend = store.read().get_database_backend();
    let sql = if store.is_sqlite() {
        format!(
            "SELECT name AS name, CASE WHEN \"notnull\" = 1 OR pk > 0 THEN 'NO' ELSE 'YES' END AS nullable FROM pragma_table_info('{table}')"
        )
    } else {
        format!(
            "SELECT column_name::text AS name, is_nullable::text AS nullable FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}'"
        )
    };
    let rows = store.read().query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    rows.into_iter()
        .map(|row| {
            (row.try_get::<String>("", "name").unwrap(), row.try_get::<String>("", "nullable").unwrap() == "YES")
        })
        .collect()
}

pub async fn tables(store: &Store) -> BTreeSet<String> {
    let backend = store.read().get_database_backend();
    let sql = if store.is_sqlite() {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    } else {
        "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'"
    };
    let rows = store.read().query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    rows.into_iter()
        .map(|row| row.try_get::<String>("", "name").unwrap())
        // Those of the index of words are FTS5's own.
        .filter(|name| name != "seaql_migrations" && !name.starts_with("network_words"))
        .collect()
}

fn of_entity<E: EntityTrait>(entity: E) -> (String, Columns) {
    let columns = E::Column::iter().map(|c| {
        let definition = c.def();
        (sea_orm::Iden::unquoted(&c).to_string(), definition.is_null())
    });
    (entity.table_name().to_owned(), columns.collect())
}

#[tokio::test]
async fn the_schema_is_what_the_entities_say() {
    let entities = [
        of_entity(store::job::entity::Entity),
        of_entity(store::event::entity::Entity),
        of_entity(store::key::entity::Entity),
        of_entity(web::entity::session::Entity),
        of_entity(web::entity::upload::Entity),
        of_entity(identity::entity::saved_view::Entity),
        of_entity(web::entity::idempotency_key::Entity),
        of_entity(identity::entity::host::Entity),
        of_entity(identity::entity::person::Entity),
        of_entity(identity::entity::mailbox::Entity),
        of_entity(identity::entity::account::Entity),
        of_entity(identity::entity::role::Entity),
        of_entity(identity::entity::login_link::Entity),
        of_entity(identity::entity::api_token::Entity),
        of_entity(identity::entity::consent::Entity),
        of_entity(congress::entity::congress::Entity),
        of_entity(congress::entity::room::Entity),
        of_entity(congress::entity::track::Entity),
        of_entity(programme::entity::programme::Entity),
        of_entity(programme::entity::session_type::Entity),
        of_entity(programme::entity::session::Entity),
        of_entity(programme::entity::session_link::Entity),
        of_entity(programme::entity::speaker::Entity),
        of_entity(programme::entity::session_speaker::Entity),
        of_entity(programme::entity::slot::Entity),
        of_entity(programme::entity::release::Entity),
        of_entity(programme::entity::released_slot::Entity),
        of_entity(programme::entity::session_topic::Entity),
        of_entity(programme::entity::speaker_time::Entity),
        of_entity(programme::entity::seating::Entity),
        of_entity(programme::entity::booking::Entity),
        of_entity(programme::entity::star::Entity),
        of_entity(programme::entity::call::Entity),
        of_entity(programme::entity::call_type::Entity),
        of_entity(programme::entity::call_track::Entity),
        of_entity(programme::entity::call_link::Entity),
        of_entity(programme::entity::submission::Entity),
        of_entity(programme::entity::submission_topic::Entity),
        of_entity(programme::entity::submission_version::Entity),
        of_entity(programme::entity::submission_speaker::Entity),
        of_entity(programme::entity::submission_step::Entity),
        of_entity(programme::entity::submission_cover::Entity),
        of_entity(programme::entity::speaker_picture::Entity),
        of_entity(programme::entity::clash_severity::Entity),
        of_entity(programme::entity::session_apart::Entity),
        of_entity(programme::entity::review::Entity),
        of_entity(programme::entity::review_value::Entity),
        of_entity(programme::entity::review_phase::Entity),
        of_entity(programme::entity::review_criterion::Entity),
        of_entity(programme::entity::review_team::Entity),
        of_entity(programme::entity::review_team_track::Entity),
        of_entity(programme::entity::review_team_member::Entity),
        of_entity(programme::entity::review_assignment::Entity),
        of_entity(programme::entity::review_conflict::Entity),
        of_entity(congress::entity::room_time::Entity),
        of_entity(congress::entity::room_walk::Entity),
        of_entity(congress::entity::track_room::Entity),
        of_entity(exhibition::entity::hall::Entity),
        of_entity(exhibition::entity::stand::Entity),
        of_entity(exhibition::entity::project::Entity),
        of_entity(exhibition::entity::project_topic::Entity),
        of_entity(congress::entity::passage::Entity),
        of_entity(congress::entity::organisation::Entity),
        of_entity(congress::entity::partner::Entity),
        of_entity(congress::entity::topic::Entity),
        of_entity(congress::entity::capacity::Entity),
        of_entity(congress::entity::claim::Entity),
        of_entity(congress::entity::waiting_terms::Entity),
        of_entity(congress::entity::waiting::Entity),
        of_entity(congress::entity::waiting_choice::Entity),
        of_entity(congress::entity::waiting_offer::Entity),
        of_entity(congress::entity::question::Entity),
        of_entity(congress::entity::question_option::Entity),
        of_entity(congress::entity::question_category::Entity),
        of_entity(congress::entity::answer::Entity),
        of_entity(congress::entity::answer_file::Entity),
        of_entity(congress::entity::code::Entity),
        of_entity(congress::entity::code_use::Entity),
        of_entity(ticketing::entity::invitee::Entity),
        of_entity(ticketing::entity::voucher::Entity),
        of_entity(ticketing::entity::voucher_category::Entity),
        of_entity(ticketing::entity::category::Entity),
        of_entity(ticketing::entity::quota::Entity),
        of_entity(ticketing::entity::category_quota::Entity),
        of_entity(post::entity::mail_hold::Entity),
        of_entity(post::entity::mail_text::Entity),
        of_entity(post::entity::message::Entity),
        of_entity(post::entity::delivery_event::Entity),
        of_entity(registration::entity::order::Entity),
        of_entity(registration::entity::attendee::Entity),
        of_entity(registration::entity::cancellation::Entity),
        of_entity(registration::entity::substitution::Entity),
        of_entity(registration::entity::former_ticket::Entity),
        of_entity(registration::entity::contingent::Entity),
        of_entity(registration::entity::contingent_place::Entity),
        of_entity(registration::entity::different_people::Entity),
        of_entity(registration::entity::decision::Entity),
        of_entity(registration::entity::extra::Entity),
        of_entity(payment::entity::seller::Entity),
        of_entity(payment::entity::series::Entity),
        of_entity(payment::entity::invoice::Entity),
        of_entity(payment::entity::invoice_line::Entity),
        of_entity(payment::entity::payment::Entity),
        of_entity(payment::entity::refund::Entity),
        of_entity(calendar::entity::calendar_link::Entity),
        of_entity(calendar::entity::invitation::Entity),
        of_entity(campaign::entity::campaign::Entity),
        of_entity(campaign::entity::recipient::Entity),
        of_entity(campaign::entity::opt_out::Entity),
        of_entity(campaign::entity::contact::Entity),
        of_entity(campaign::entity::saved_segment::Entity),
        of_entity(networking::entity::avoidance::Entity),
        of_entity(networking::entity::connection::Entity),
        of_entity(networking::entity::cooperation::Entity),
        of_entity(networking::entity::cooperation_member::Entity),
        of_entity(networking::entity::cooperation_step::Entity),
        of_entity(networking::entity::entry::Entity),
        of_entity(networking::entity::interest::Entity),
        of_entity(networking::entity::meeting::Entity),
        of_entity(networking::entity::meeting_absence::Entity),
        of_entity(networking::entity::meeting_offer::Entity),
        of_entity(networking::entity::meeting_place::Entity),
        of_entity(networking::entity::meeting_seat::Entity),
        of_entity(networking::entity::meeting_slot::Entity),
        of_entity(networking::entity::meeting_table::Entity),
        of_entity(networking::entity::network::Entity),
        of_entity(networking::entity::network_document::Entity),
        of_entity(networking::entity::network_report::Entity),
        of_entity(networking::entity::participation::Entity),
        of_entity(networking::entity::presence::Entity),
        of_entity(networking::entity::profile::Entity),
        of_entity(networking::entity::profile_topic::Entity),
        of_entity(networking::entity::topic_alias::Entity),
        of_entity(networking::entity::topic_follow::Entity),
        of_entity(networking::entity::topic_proposal::Entity),
        of_entity(programme::entity::call_question::Entity),
        of_entity(checkin::entity::gate::Entity),
        of_entity(checkin::entity::device::Entity),
        of_entity(checkin::entity::admission::Entity),
        of_entity(checkin::entity::scan::Entity),
    ];
    let database = Database::new().await;
    let named: BTreeSet<String> = entities.iter().map(|(table, _)| table.clone()).collect();
    assert_eq!(named, tables(&database.store).await, "every table has its entity, every entity its table");
    for (table, columns) in entities {
        assert_eq!(columns, in_database(&database.store, &table).await, "columns of {table}: entity, then database");
    }
}

#[tokio::test]
async fn every_step_of_the_schema_can_be_taken_back() {
    use migration::MigratorTrait;
    let database = Database::new().await;
    let pool = database.store.pool();
    migration::Migrator::down(pool, None).await.unwrap();
    assert_eq!(tables(&database.store).await, BTreeSet::new());
    migration::Migrator::up(pool, None).await.unwrap();
    assert!(database.store.is_migrated().await.unwrap());
}
