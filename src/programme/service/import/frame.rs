//! Rooms, tracks and kinds of sessions.

use super::write::Work;
use crate::entity::session_type;
use crate::exchange::origin::{TrackOrigin, kept};
use crate::exchange::wanted::Wanted;
use base::name::fold;
use base::{Language, Text, Uuid};
use congress::entity::{room, track};
use congress::rules::free_slug;
use schedule::Schedule;
use std::collections::{HashMap, HashSet};
use store::{DbErr, Translated};

/// Rows by the name that the file has for them, and in its order.
#[derive(Default)]
pub(super) struct Named {
    pub(super) of: HashMap<String, Uuid>,
    pub(super) order: Vec<Uuid>,
}

impl Named {
    fn add(&mut self, name: &str, id: Uuid) {
        self.of.entry(name.to_owned()).or_insert(id);
        self.order.push(id);
    }
}

/// For each name the number of a row that is called so, in either language; then of one that is called nearly so. Each
/// once, and none for which `may` says no.
fn by_name(names: &[&str], there: &[&Text], found: &mut [Option<usize>], may: impl Fn(usize, usize) -> bool) {
    let mut used: HashSet<usize> = found.iter().flatten().copied().collect();
    let mut exact: HashMap<String, Vec<usize>> = HashMap::new();
    let mut near: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, text) in there.iter().enumerate() {
        for name in [&text.de, &text.en] {
            exact.entry(name.clone()).or_default().push(at);
            near.entry(fold(name)).or_default().push(at);
        }
    }
    for (map, folded) in [(exact, false), (near, true)] {
        for (wanted, (name, found)) in names.iter().zip(found.iter_mut()).enumerate() {
            let key = if folded { fold(name) } else { (*name).to_owned() };
            if found.is_none() && !key.is_empty() {
                let candidates = map.get(&key).into_iter().flatten();
                *found = candidates.copied().find(|at| !used.contains(at) && may(wanted, *at));
                used.extend(*found);
            }
        }
    }
}

/// The name as the file has it, unless it is that already.
fn renamed(old: &Translated, name: &str) -> Translated {
    if old.in_language(Language::De) == name { old.clone() } else { Text::same(name).into() }
}

/// A short name that no other has.
fn slug(taken: &mut HashSet<String>, said: Option<&str>, name: &str) -> String {
    let said = said.filter(|slug| congress::rules::slug_is_sound(slug));
    let slug = free_slug(said.unwrap_or(name), |slug| taken.contains(slug));
    taken.insert(slug.clone());
    slug
}

/// Rooms are told by their guid, else by their name.
pub(super) fn rooms(work: &mut Work, schedule: &Schedule) -> Result<Named, DbErr> {
    let there = &work.there.rooms;
    let files = &schedule.rooms;
    let mut taken: HashSet<usize> = HashSet::new();
    let mut found: Vec<Option<usize>> = Vec::with_capacity(files.len());
    for file in files {
        // Some files give several rooms one guid.
        let fits = |(at, row): &(usize, &room::Model)| row.guid == file.guid && !taken.contains(at);
        let at = there.iter().enumerate().find(fits).map(|(at, _)| at).filter(|_| file.guid.is_some());
        taken.extend(at);
        found.push(at);
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let called: Vec<&Text> = there.iter().map(|row| &row.name.0).collect();
    by_name(&names, &called, &mut found, |wanted, at| {
        let of = |guid: Option<Option<Uuid>>| guid.flatten();
        let (file, row) = (of(files.get(wanted).map(|f| f.guid)), of(there.get(at).map(|r| r.guid)));
        file.is_none() || row.is_none()
    });
    let mut slugs: HashSet<String> = there.iter().map(|row| row.slug.clone()).collect();
    let mut last = there.iter().map(|row| row.position).max().unwrap_or(0);
    let mut named = Named::default();
    for (file, found) in files.iter().zip(found) {
        let old = found.and_then(|at| there.get(at));
        let seats = file.capacity.and_then(|capacity| i32::try_from(capacity).ok());
        let rest = schedule::Room { name: String::new(), guid: None, ..file.clone() };
        let origin = kept(&rest)?;
        let new = match old {
            Some(old) => room::Model {
                name: renamed(&old.name, &file.name),
                seats: seats.or(old.seats),
                guid: file.guid.or(old.guid),
                origin,
                ..old.clone()
            },
            None => {
                last = last.saturating_add(1);
                room::Model {
                    id: work.tx.id(),
                    congress_id: work.congress,
                    slug: slug(&mut slugs, file.slug.as_deref(), &file.name),
                    name: Text::same(&file.name).into(),
                    seats,
                    position: last,
                    guid: file.guid,
                    origin,
                    several: false,
                    changeover_minutes: None,
                }
            }
        };
        named.add(&file.name, new.id);
        work.rooms.put(old, new, |_| {});
    }
    Ok(named)
}

/// Tracks are told by their name.
pub(super) fn tracks(work: &mut Work, schedule: &Schedule) -> Result<Named, DbErr> {
    let there = &work.there.tracks;
    let files = &schedule.tracks;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let called: Vec<&Text> = there.iter().map(|row| &row.name.0).collect();
    let mut found = vec![None; names.len()];
    by_name(&names, &called, &mut found, |_, _| true);
    let mut slugs: HashSet<String> = there.iter().map(|row| row.slug.clone()).collect();
    let mut last = there.iter().map(|row| row.position).max().unwrap_or(0);
    let mut named = Named::default();
    for (file, found) in files.iter().zip(found) {
        let old = found.and_then(|at| there.get(at));
        let origin = kept(&TrackOrigin { slug: file.slug.clone(), color: file.color.clone() })?;
        let colour = file.color.as_deref().filter(|colour| is_hex(colour)).map(str::to_lowercase);
        let new = match old {
            Some(old) => track::Model {
                name: renamed(&old.name, &file.name),
                colour: colour.unwrap_or_else(|| old.colour.clone()),
                origin,
                ..old.clone()
            },
            None => {
                last = last.saturating_add(1);
                track::Model {
                    id: work.tx.id(),
                    congress_id: work.congress,
                    slug: slug(&mut slugs, file.slug.as_deref(), &file.name),
                    name: Text::same(&file.name).into(),
                    colour: colour.unwrap_or_default(),
                    position: last,
                    origin,
                    target: None,
                }
            }
        };
        named.add(&file.name, new.id);
        work.tracks.put(old, new, |_| {});
    }
    Ok(named)
}

/// Kinds of sessions are told by their name.
pub(super) fn kinds(work: &mut Work, wanted: &Wanted) -> Named {
    let there = &work.there.kinds;
    let called: Vec<&Text> = there.iter().map(|row| &row.name.0).collect();
    let mut found = vec![None; wanted.kinds.len()];
    by_name(&wanted.kinds, &called, &mut found, |_, _| true);
    let mut slugs: HashSet<String> = there.iter().map(|row| row.slug.clone()).collect();
    let mut last = there.iter().map(|row| row.position).max().unwrap_or(0);
    let mut named = Named::default();
    for (name, found) in wanted.kinds.iter().zip(found) {
        let old = found.and_then(|at| there.get(at));
        let new = match old {
            Some(old) => session_type::Model { name: renamed(&old.name, name), ..old.clone() },
            None => {
                last = last.saturating_add(1);
                session_type::Model {
                    id: work.tx.id(),
                    congress_id: work.congress,
                    slug: slug(&mut slugs, None, name),
                    name: Text::same(*name).into(),
                    minutes: None,
                    position: last,
                    seamless: false,
                    target: None,
                }
            }
        };
        named.add(name, new.id);
        work.kinds.put(old, new, |_| {});
    }
    named
}

fn is_hex(colour: &str) -> bool {
    colour.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}
