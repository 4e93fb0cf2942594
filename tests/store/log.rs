//! The audit log, read in parts.

use crate::kit::Database;
use base::{Actor, Language, Uuid};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use store::event::{Filter, Line, Log, before, find};
use store::{Event, Store, record_all};

struct Happened(Uuid, u32);

impl Event for Happened {
    fn verb(&self) -> &'static str {
        "test.happened"
    }

    fn object(&self) -> (&'static str, Uuid) {
        ("test", self.0)
    }

    fn congress(&self) -> Option<Uuid> {
        Some(self.0)
    }

    fn detail(&self) -> Value {
        json!({ "n": self.1 })
    }
}

/// Several at one moment.
async fn happen(store: &Store, congress: Uuid, numbers: std::ops::Range<u32>) {
    let tx = store.begin().await.unwrap();
    record_all(&tx, &Actor::system(), numbers.map(|n| Happened(congress, n)).collect()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_happens_while_the_log_is_read_leaves_nothing_out_and_brings_nothing_twice() {
    let database = Database::new().await;
    let (store, congress) = (&database.store, database.store.chance().opaque_id());
    let (log, all) = (Log::Congress(congress), Filter::default());
    happen(store, congress, 0..5).await;
    happen(store, congress, 5..10).await;
    let mut read: Vec<Line> = vec![];
    loop {
        let part = before(store.read(), log, &all, read.last(), 3).await.unwrap();
        if part.is_empty() {
            break;
        }
        read.extend(part);
        happen(store, congress, 100..102).await;
    }
    let numbers: Vec<u64> = read.iter().map(|line| line.detail["n"].as_u64().unwrap()).collect();
    assert_eq!(numbers.len(), 10, "{numbers:?}");
    assert_eq!(numbers.into_iter().collect::<BTreeSet<_>>(), (0..10).collect());
}

#[tokio::test]
async fn a_name_is_found_however_it_is_typed() {
    let database = Database::new().await;
    let (store, congress) = (&database.store, database.store.chance().opaque_id());
    for name in ["Özlem ÄRGER", "Zoë O’Neill", "Émile Łukasz"] {
        let tx = store.begin().await.unwrap();
        let actor = Actor::staff(tx.id(), name, Language::De, vec![]);
        record_all(&tx, &actor, vec![Happened(congress, 0)]).await.unwrap();
        tx.commit().await.unwrap();
    }
    for (typed, name) in [
        ("özlem", "Özlem ÄRGER"),
        ("ÖZLEM", "Özlem ÄRGER"),
        ("Oezlem", "Özlem ÄRGER"),
        ("ozlem", "Özlem ÄRGER"),
        ("ärger ö", "Özlem ÄRGER"),
        ("oneill", "Zoë O’Neill"),
        ("emile", "Émile Łukasz"),
        ("ŁUKASZ", "Émile Łukasz"),
    ] {
        let filter = Filter { actor: typed.into(), ..Filter::default() };
        let found = find(store.read(), Log::Congress(congress), &filter, 9, 0).await.unwrap();
        assert_eq!(found.iter().map(|line| &*line.actor_name).collect::<Vec<_>>(), [name], "{typed}");
    }
}
