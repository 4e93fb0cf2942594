//! What cells name: what is there, and what is to be made because nobody knows it yet.

use crate::exchange::table::Field;
use base::name::{clean, fold};
use base::{Text, Uuid};

/// Something that a table names and that is not there.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub(super) id: Uuid,
    pub(super) field: Field,
    pub(super) name: String,
    /// Where it stands first.
    pub(super) line: u32,
}

/// Tracks, types or rooms.
pub(super) struct Names {
    field: Field,
    there: Vec<(Uuid, Text)>,
    pub(super) made: Vec<Made>,
}

impl Names {
    pub(super) fn new(field: Field, there: Vec<(Uuid, Text)>) -> Self {
        Self { field, there, made: vec![] }
    }

    /// What is called so, in either language; else what is called nearly so; else something new.
    pub(super) fn find(&mut self, typed: &str, line: u32, id: impl FnOnce() -> Uuid) -> Uuid {
        let is = |name: &Text, fits: &dyn Fn(&str) -> bool| fits(&name.de) || fits(&name.en);
        let exact = self.there.iter().find(|(_, name)| is(name, &|one| one == typed));
        let near = || self.there.iter().find(|(_, name)| is(name, &|one| !one.is_empty() && fold(one) == fold(typed)));
        if let Some((id, _)) = exact.or_else(near) {
            return *id;
        }
        made(&mut self.made, self.field, typed, line, id)
    }
}

fn made(made: &mut Vec<Made>, field: Field, typed: &str, line: u32, id: impl FnOnce() -> Uuid) -> Uuid {
    if let Some(known) = made.iter().find(|one| fold(&one.name) == fold(typed)) {
        return known.id;
    }
    let new = Made { id: id(), field, name: clean(typed), line };
    let id = new.id;
    made.push(new);
    id
}

/// Who speaks.
pub(super) struct People {
    /// Row, code, name.
    there: Vec<(Uuid, String, String)>,
    pub(super) made: Vec<Made>,
}

/// Several people are called so, and none of them speaks there already.
pub(super) struct Several(pub(super) String);

impl People {
    pub(super) fn new(there: Vec<(Uuid, String, String)>) -> Self {
        Self { there, made: vec![] }
    }

    /// People by their names, with semicolons between them; of several with a name who is among `rather`. A code in brackets
    /// behind the name says who is meant.
    pub(super) fn find(
        &mut self,
        typed: &str,
        line: u32,
        rather: &[Uuid],
        mut id: impl FnMut() -> Uuid,
    ) -> Result<Vec<Uuid>, Several> {
        let names = typed.split([';', '\n']).map(str::trim).filter(|name| !name.is_empty());
        names.map(|name| self.one(name, line, rather, &mut id)).collect()
    }

    fn one(&mut self, typed: &str, line: u32, rather: &[Uuid], id: &mut impl FnMut() -> Uuid) -> Result<Uuid, Several> {
        if let Some(code) = typed.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map(|(_, code)| code.trim())
            && let Some((id, ..)) = self.there.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(code))
        {
            return Ok(*id);
        }
        let called = |fits: &dyn Fn(&str) -> bool| -> Vec<Uuid> {
            self.there.iter().filter(|(.., name)| fits(name)).map(|(id, ..)| *id).collect()
        };
        let exact = called(&|name| name == typed);
        let found = if exact.is_empty() { called(&|name| fold(name) == fold(typed)) } else { exact };
        match (found.as_slice(), found.iter().find(|id| rather.contains(id))) {
            (_, Some(known)) => Ok(*known),
            ([one], None) => Ok(*one),
            ([], None) => Ok(made(&mut self.made, Field::Speakers, typed, line, id)),
            (_, None) => Err(Several(typed.to_owned())),
        }
    }
}
