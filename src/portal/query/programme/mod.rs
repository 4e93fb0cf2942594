//! The public programme: the newest release, kept until the congress's revision is raised; its days; what filters leave.

pub mod day;
pub mod filter;
pub mod grid;

pub use day::{Day, Entry, days, entries};
pub use filter::{Filter, View};

use base::Uuid;
use programme::query::public::{Plan, plan};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::DbErr;
use web::{CongressHead, Fault};

/// More congresses than this are not looked at at once.
const MOST: usize = 8;

/// Of which revision, and what it is; none: nothing was released.
type Kept = (i64, Option<Arc<Plan>>);

/// Releases as they were read last. Nothing here is missed by another process: the revision is read with each request.
#[derive(Debug, Default)]
pub struct Plans(Mutex<HashMap<Uuid, Kept>>);

impl Plans {
    /// The newest release of a congress; 404 if it has none.
    pub async fn get(&self, state: &web::State, congress: &CongressHead) -> Result<Arc<Plan>, Fault> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept().get(&congress.id).filter(|(of, _)| *of == congress.revision).map(|(_, plan)| plan.clone());
        let plan = match found {
            Some(plan) => plan,
            None => {
                let (revision, plan) = read(state, congress.id).await?;
                let mut kept = kept();
                if kept.len() >= MOST && !kept.contains_key(&congress.id) {
                    kept.clear();
                }
                kept.insert(congress.id, (revision, plan.clone()));
                plan
            }
        };
        plan.ok_or_else(Fault::not_found)
    }
}

/// With the revision that it is of, which may be a newer one than the visit's.
async fn read(state: &web::State, congress: Uuid) -> Result<(i64, Option<Arc<Plan>>), DbErr> {
    let snapshot = state.store.snapshot().await?;
    let row = congress::query::by_id(&snapshot, congress).await?;
    let revision = row.map_or(0, |row| row.revision);
    Ok((revision, plan(&snapshot, congress).await?.map(Arc::new)))
}
