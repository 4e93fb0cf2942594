//! What the buttons of the form do to what is typed.

use super::{block, term};
use campaign::rules::letter::MAX_BLOCKS;
use campaign::rules::segment::{Group, MAX_GROUPS, MAX_TERMS};
use campaign::service::campaign::Draft;
use web::Fields;

/// What a button asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    Save,
    /// Shows the fields that fit what was chosen.
    Show,
    /// Counts who is meant.
    Count,
    /// Keeps the segment by a name.
    SegmentKeep,
    /// Takes up one that was kept.
    SegmentTake,
    BlockAdd,
    BlockUp(usize),
    BlockDown(usize),
    BlockRemove(usize),
    GroupAdd,
    GroupRemove(usize),
    TermAdd(usize),
    TermRemove(usize, usize),
}

impl Deed {
    /// What is unknown shows the form again: it must not keep anything.
    pub fn read(fields: &Fields) -> Self {
        let typed = fields.get("do");
        let one = |start: &str| typed.strip_prefix(start).and_then(|n| n.parse().ok());
        let two = |start: &str| {
            let (g, n) = typed.strip_prefix(start)?.split_once('-')?;
            Some((g.parse().ok()?, n.parse().ok()?))
        };
        match typed {
            "save" | "" => return Self::Save,
            "count" => return Self::Count,
            "segment-keep" => return Self::SegmentKeep,
            "segment-take" => return Self::SegmentTake,
            "block-add" => return Self::BlockAdd,
            "group-add" => return Self::GroupAdd,
            _ => {}
        }
        one("block-up-")
            .map(Self::BlockUp)
            .or_else(|| one("block-down-").map(Self::BlockDown))
            .or_else(|| one("block-remove-").map(Self::BlockRemove))
            .or_else(|| one("group-remove-").map(Self::GroupRemove))
            .or_else(|| one("term-add-").map(Self::TermAdd))
            .or_else(|| two("term-remove-").map(|(g, n)| Self::TermRemove(g, n)))
            .unwrap_or(Self::Show)
    }
}

/// The same with what a button asks for. What is not there is not moved.
#[must_use]
pub fn change(mut draft: Draft, deed: Deed, fields: &Fields) -> Draft {
    let blocks = &mut draft.blocks.0;
    let any = &mut draft.segment.any;
    // Counted from 1.
    let at = |n: usize| n.wrapping_sub(1);
    match deed {
        Deed::Save | Deed::Show | Deed::Count | Deed::SegmentKeep | Deed::SegmentTake => {}
        Deed::BlockAdd => {
            if let Some(new) = block::empty(fields.get("block-add-is")).filter(|_| blocks.len() < MAX_BLOCKS) {
                blocks.push(new);
            }
        }
        Deed::BlockUp(n) if n >= 2 && n <= blocks.len() => blocks.swap(n - 2, n - 1),
        Deed::BlockDown(n) if n >= 1 && n < blocks.len() => blocks.swap(n - 1, n),
        Deed::BlockRemove(n) if at(n) < blocks.len() => {
            blocks.remove(at(n));
        }
        Deed::GroupAdd if any.len() < MAX_GROUPS => any.push(Group { all: vec![term::first()] }),
        Deed::GroupRemove(g) if at(g) < any.len() => {
            any.remove(at(g));
        }
        Deed::TermAdd(g) => {
            if let Some(group) = any.get_mut(at(g)).filter(|group| group.all.len() < MAX_TERMS) {
                group.all.push(term::first());
            }
        }
        Deed::TermRemove(g, n) => {
            if let Some(group) = any.get_mut(at(g)).filter(|group| at(n) < group.all.len()) {
                group.all.remove(at(n));
            }
            // Who takes the last condition away takes its group away.
            if any.get(at(g)).is_some_and(|group| group.all.is_empty()) {
                any.remove(at(g));
            }
        }
        Deed::BlockUp(_) | Deed::BlockDown(_) | Deed::BlockRemove(_) | Deed::GroupAdd | Deed::GroupRemove(_) => {}
    }
    draft
}
