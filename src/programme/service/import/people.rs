//! Who speaks.

use super::write::Work;
use crate::entity::speaker;
use crate::exchange::origin::{SpeakerOrigin, kept, told};
use crate::exchange::pair::{Sought, pair};
use crate::exchange::wanted::{Wanted, name_key, person_key};
use base::name::fold;
use base::{Language, Text, Uuid};
use schedule::Person;
use std::collections::HashSet;
use store::DbErr;
use ticket::{order_code, parse_order_code};

/// Rows of [`Wanted::people`], in their order.
pub(super) struct People {
    pub(super) ids: Vec<Uuid>,
}

/// Speakers are told by guid, else by id, else by code, else by name and organisation.
pub(super) fn people(work: &mut Work, wanted: &Wanted) -> Result<People, DbErr> {
    let there = &work.there.speakers;
    let mut keys = Vec::with_capacity(there.len() * 2);
    let mut codes: HashSet<String> = HashSet::with_capacity(there.len());
    for (at, row) in there.iter().enumerate() {
        let said: SpeakerOrigin = told(row.origin.as_ref())?;
        let by_guid = row.guid.map(|guid| format!("guid {guid}"));
        let by_id = Some(&row.source_id).filter(|id| !id.is_empty()).map(|id| format!("id {id}"));
        let by_code = said.code.map(|code| format!("code {code}"));
        let by_name = Some(name_key(&row.name, &row.organisation));
        let all = [by_guid, by_id, by_code, by_name].into_iter().flatten();
        keys.extend(all.map(|key| (key, at, row.name.as_str())));
        codes.insert(row.code.clone());
    }
    let sought: Vec<_> = wanted
        .people
        .iter()
        .map(|person| Sought { key: person_key(person), preferred: person.name.as_str() })
        .collect();
    let found = pair(&sought, keys);
    let mut ids = Vec::with_capacity(found.len());
    for (person, found) in wanted.people.iter().zip(found) {
        let old = found.and_then(|at| there.get(at));
        let new = row(work, person, old, &mut codes)?;
        ids.push(new.id);
        let now = work.tx.now();
        work.speakers.put(old, new, |row| row.changed_at = now);
    }
    Ok(People { ids })
}

fn row(
    work: &Work,
    person: &Person,
    old: Option<&speaker::Model>,
    codes: &mut HashSet<String>,
) -> Result<speaker::Model, DbErr> {
    let Person { code, avatar, url, links, .. } = person.clone();
    let origin = kept(&SpeakerOrigin { code, avatar, url, links })?;
    let organisation = old.map(|old| old.organisation.clone()).unwrap_or_default();
    let said = person.biography.as_deref();
    // A file that says nothing takes nothing away.
    let biography = match (old, said) {
        (Some(old), None) => old.biography.clone(),
        (Some(old), Some(said)) if old.biography.in_language(Language::De) == said => old.biography.clone(),
        (_, said) => Text::same(said.unwrap_or_default()).into(),
    };
    let (name, search) = (person.name.clone(), fold(&format!("{} {organisation}", person.name)));
    let id = person.id.clone();
    Ok(match old {
        Some(old) => speaker::Model {
            name,
            search,
            biography,
            guid: person.guid.or(old.guid),
            source_id: id.unwrap_or_else(|| old.source_id.clone()),
            origin,
            ..old.clone()
        },
        None => speaker::Model {
            id: work.tx.id(),
            congress_id: work.congress,
            code: code_of(work, person.code.as_deref(), codes),
            name,
            organisation,
            biography,
            mailbox_id: None,
            link_generation: 1,
            guid: person.guid,
            source_id: id.unwrap_or_default(),
            origin,
            search,
            created_at: work.tx.now(),
            changed_at: work.tx.now(),
        },
    })
}

/// The file's code, if it is one of ours and free; else one that no other has.
pub(super) fn code_of(work: &Work, said: Option<&str>, codes: &mut HashSet<String>) -> String {
    let said = said.filter(|said| parse_order_code(said).as_deref() == Some(*said));
    let mut code = said.map_or_else(|| order_code(work.tx.chance().bytes::<16>()), str::to_owned);
    while !codes.insert(code.clone()) {
        code = order_code(work.tx.chance().bytes::<16>());
    }
    code
}
