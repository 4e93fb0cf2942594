//! Releases as they were read last: whatever is told of one to many is read once.

use super::feed::{Feed, feed};
use base::Uuid;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use store::{DbErr, Store};

/// More congresses than this are not asked for at once.
const MOST: usize = 8;

/// Of which revision, and what it is; none: nothing was released.
type Kept = (i64, Option<Arc<Feed>>);

/// Kept by a process. Nothing here is missed by another one: the revision is read with each request.
#[derive(Debug, Default)]
pub struct Feeds(Mutex<HashMap<Uuid, Kept>>);

impl Feeds {
    /// The newest release of a congress, if it has one, as of this revision or a newer one.
    pub async fn get(&self, store: &Store, congress: Uuid, revision: i64) -> Result<Option<Arc<Feed>>, DbErr> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept().get(&congress).filter(|(of, _)| *of == revision).map(|(_, feed)| feed.clone());
        if let Some(feed) = found {
            return Ok(feed);
        }
        let snapshot = store.snapshot().await?;
        let row = congress::query::by_id(&snapshot, congress).await?;
        let Some(row) = row else { return Ok(None) };
        let read = feed(&snapshot, &row).await?.map(Arc::new);
        let mut kept = kept();
        if kept.len() >= MOST && !kept.contains_key(&congress) {
            kept.clear();
        }
        kept.insert(congress, (row.revision, read.clone()));
        Ok(read)
    }
}
