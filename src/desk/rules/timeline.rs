//! Which lines of a timeline are one.

use base::Uuid;

/// What a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub object: Uuid,
    /// Lines of one object with the same are one; none: it stands alone.
    pub same: Option<String>,
}

/// Groups what happened again and again: a line joins the group of its kind unless something else happened to the same
/// object in between. Scans of other tickets do not part it. The order stays.
pub fn group<L>(lines: Vec<L>, mark: impl Fn(&L) -> Mark) -> Vec<Vec<L>> {
    let mut groups: Vec<(Mark, Vec<L>)> = vec![];
    for line in lines {
        let this = mark(&line);
        let last = groups.iter_mut().rev().find(|(other, _)| other.object == this.object);
        match last {
            Some((other, group)) if this.same.is_some() && *other == this => group.push(line),
            _ => groups.push((this, vec![line])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The first and the last of a group.
pub fn span<L>(group: &[L]) -> Option<(&L, &L)> {
    Some((group.first()?, group.last()?))
}
