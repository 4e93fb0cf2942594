//! Decisions over plain values.

use crate::policy::Role;
use base::Permission::{self, AccountsWrite, TeamWrite};
use base::{Actor, Time, Uuid};
use chrono::TimeDelta;
use serde::Serialize;
use std::collections::BTreeSet;

/// How long the link of an invitation holds that goes by mail: a week, as people are away.
pub const INVITED_BY_MAIL_FOR: TimeDelta = TimeDelta::days(7);
/// The longest way back that is kept.
const MAX_NEXT: usize = 2000;

/// Where a log-in leads to: `next` when it is a path of this installation, otherwise nowhere.
///
/// What a browser could read as another host is refused: `//evil`, `/\evil`, and white space or control characters,
/// which browsers drop before they look (WHATWG URL §4.4). So is what is not ASCII, as addresses are encoded; and
/// logging in itself, which would lead in circles.
pub fn local_path(next: &str) -> Option<&str> {
    let plain = next.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    let local = next.starts_with('/') && !next.starts_with("//");
    let circular = ["/login", "/logout"]
        .iter()
        .any(|own| next.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#'])));
    (plain && local && !circular && next.len() <= MAX_NEXT).then_some(next)
}

/// The name of a browser and what it runs on, from what it calls itself: "Firefox, Windows". Empty if neither is known.
///
/// Browsers name each other for the sake of old pages, so the one that names the others comes first.
pub fn browser(agent: &str) -> String {
    let find = |all: &[(&str, &'static str)]| all.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    let name = find(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("FxiOS/", "Firefox"),
        ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = find(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Macintosh", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    [name, system].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Which roles somebody may give and take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// In the congress.
    pub here: Vec<Role>,
    /// In every congress.
    pub everywhere: Vec<Role>,
}

impl Reach {
    /// They may give and take nothing.
    pub fn is_empty(&self) -> bool {
        self.here.is_empty() && self.everywhere.is_empty()
    }

    /// All these are theirs to give and take.
    pub fn covers(&self, duties: &Duties) -> bool {
        duties.here.iter().all(|role| self.here.contains(role))
            && duties.everywhere.iter().all(|role| self.everywhere.contains(role))
    }
}

/// Nobody hands on more than they hold: who says who works on a congress gives and takes there the roles that may no
/// more than they may there themselves; roles in every congress only who runs the installation.
pub fn reach(actor: &Actor, congress: Uuid) -> Reach {
    let here = |permission| actor.may(permission, congress);
    let everywhere = |permission| actor.may_everywhere(permission);
    let held = |may: &dyn Fn(Permission) -> bool| {
        Role::ALL.into_iter().filter(|role| role.permissions().iter().all(|permission| may(*permission))).collect()
    };
    Reach {
        here: if here(TeamWrite) { held(&here) } else { vec![] },
        everywhere: if everywhere(AccountsWrite) { held(&everywhere) } else { vec![] },
    }
}

/// What somebody is, in a congress and in all of them: each role once, in the order of [`Role::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Duties {
    pub here: Vec<Role>,
    pub everywhere: Vec<Role>,
}

impl Duties {
    pub fn new(here: impl IntoIterator<Item = Role>, everywhere: impl IntoIterator<Item = Role>) -> Self {
        let sorted = |roles: BTreeSet<Role>| roles.into_iter().collect();
        Self { here: sorted(here.into_iter().collect()), everywhere: sorted(everywhere.into_iter().collect()) }
    }

    pub fn is_empty(&self) -> bool {
        self.here.is_empty() && self.everywhere.is_empty()
    }

    /// Those that are within somebody's reach: what they are shown to change.
    #[must_use]
    pub fn within(&self, reach: &Reach) -> Self {
        let kept = |roles: &[Role], reach: &[Role]| roles.iter().copied().filter(|r| reach.contains(r)).collect();
        Self { here: kept(&self.here, &reach.here), everywhere: kept(&self.everywhere, &reach.everywhere) }
    }

    /// Those that are not.
    #[must_use]
    pub fn beyond(&self, reach: &Reach) -> Self {
        let kept = |roles: &[Role], reach: &[Role]| roles.iter().copied().filter(|r| !reach.contains(r)).collect();
        Self { here: kept(&self.here, &reach.here), everywhere: kept(&self.everywhere, &reach.everywhere) }
    }
}

/// How it stands with somebody's way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Was here last then.
    Active(Time),
    /// Has a link that holds until then, and has not used it yet.
    Invited(Time),
    /// Is invited; the mail with the link has not been written yet.
    Underway,
    /// Never was here, but has a password.
    Never,
    /// Never was here, and cannot come without another link.
    Lapsed,
    /// The account is shut.
    Closed,
}

/// `closed`: the account is shut. `password`: it has one. `invited`: when they were last asked in. `link`: until when the
/// longest link holds that is not used.
pub fn standing(
    closed: bool,
    password: bool,
    logged_in: Option<Time>,
    invited: Option<Time>,
    link: Option<Time>,
    now: Time,
) -> Standing {
    match (closed, logged_in, link) {
        (true, _, _) => Standing::Closed,
        (_, Some(at), _) => Standing::Active(at),
        (_, None, Some(until)) if until > now => Standing::Invited(until),
        _ if invited.is_some_and(|at| at + INVITED_BY_MAIL_FOR > now) => Standing::Underway,
        _ if password => Standing::Never,
        _ => Standing::Lapsed,
    }
}
