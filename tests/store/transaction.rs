//! Transactions: all or nothing, in one file or on one server, with many at once.

use crate::kit::Database;
use base::Actor;
use base::Uuid;
use sea_orm::{EntityTrait, PaginatorTrait};
use store::event::entity as event;
use store::{Event, record};

struct Happened(Uuid);

impl Event for Happened {
    fn verb(&self) -> &'static str {
        "test.happened"
    }

    fn object(&self) -> (&'static str, Uuid) {
        ("test", self.0)
    }

    fn congress(&self) -> Option<Uuid> {
        None
    }
}

#[tokio::test]
async fn what_is_dropped_never_was() {
    let database = Database::new().await;
    let store = &database.store;
    {
        let tx = store.begin().await.unwrap();
        record(&tx, &Actor::system(), Happened(tx.id())).await.unwrap();
    }
    let tx = store.begin().await.unwrap();
    let id = tx.id();
    record(&tx, &Actor::system(), Happened(id)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(event::Entity::find().count(store.read()).await.unwrap(), 1);
    let timeline = store::event::timeline(store.read(), &[id]).await.unwrap();
    assert_eq!(
        (timeline.len(), timeline[0].verb.as_str(), timeline[0].actor_kind.as_str()),
        (1, "test.happened", "system")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_writers_at_once_all_get_their_turn() {
    let database = Database::new().await;
    let writers = (0..100).map(|_| {
        let store = database.store.clone();
        tokio::spawn(async move {
            let tx = store.begin().await?;
            // Reads before it writes: what fails at once in a deferred transaction of SQLite.
            event::Entity::find().count(&*tx).await?;
            record(&tx, &Actor::system(), Happened(tx.id())).await?;
            tx.commit().await
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap().unwrap();
    }
    assert_eq!(event::Entity::find().count(database.store.read()).await.unwrap(), 100);
}

#[tokio::test]
async fn what_is_read_in_a_snapshot_is_of_one_moment() {
    use sea_orm::ConnectionTrait;
    let database = Database::new().await;
    let store = &database.store;
    let moment = store.snapshot().await.unwrap();
    assert_eq!(event::Entity::find().count(&*moment).await.unwrap(), 0);
    let tx = store.begin().await.unwrap();
    record(&tx, &Actor::system(), Happened(tx.id())).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(event::Entity::find().count(&*moment).await.unwrap(), 0, "as it was");
    assert_eq!(event::Entity::find().count(store.read()).await.unwrap(), 1);
    assert!(moment.execute_unprepared("DELETE FROM event").await.is_err(), "it is to read on");
    drop(moment);
    assert_eq!(event::Entity::find().count(&*store.snapshot().await.unwrap()).await.unwrap(), 1);
}

#[tokio::test]
async fn readers_cannot_write() {
    use sea_orm::ConnectionTrait;
    let database = Database::new().await;
    if database.store.is_sqlite() {
        let refused = database.store.read().execute_unprepared("DELETE FROM event").await;
        assert!(refused.is_err(), "a reader of SQLite must not write past the one writer");
    }
}
