//! Releases of the programme: what the public reads of them, and the desk's pages.

use crate::route::addresses;

addresses! {
    /// What the releases changed, newest first.
    Changes { congress } = "/{congress}/programme/changes";
    /// The same as a feed (Atom).
    ChangesFeed { congress } = "/{congress}/programme/changes.atom";
    /// A release as it was.
    Version { congress, number } = "/{congress}/programme/versions/{number}";
    /// What would be released now, and the releases that there are. A POST releases.
    Releases { congress } = "/{congress}/desk/releases";
    Release { congress, number } = "/{congress}/desk/releases/{number}";
}
