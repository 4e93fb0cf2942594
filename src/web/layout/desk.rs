//! The congress office: the search for "Wo ist mein Ticket?" on every page, the sections beside.

use super::document::{Document, icon, icon_small, language_switch, pending, wordmark};
use crate::visit::{CongressHead, Phase, Visit};
use base::Permission;
use maud::{Markup, html};

/// The sections of the desk, in the order of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Overview,
    Orders,
    Attendees,
    Vouchers,
    /// When and where: the draft of the programme.
    Schedule,
    /// What is called for.
    Calls,
    /// What came in.
    Submissions,
    /// What is mine to judge.
    Reviews,
    /// What is decided by.
    ReviewBoard,
    /// Sessions, speakers, the plan, its releases.
    Programme,
    /// Seats in sessions.
    Bookings,
    /// What shows itself, and where.
    Projects,
    /// Topics, offers and needs, what was reported.
    Network,
    /// Figures to decide by.
    Statistics,
    /// Letters to many.
    Campaigns,
    /// The outbox.
    Mails,
    /// What happened, and who did it.
    Audit,
    /// Setting the congress up.
    Settings,
    /// Leaves the desk: the scanner.
    Door,
}

impl Section {
    const ALL: [Self; 19] = [
        Self::Overview,
        Self::Orders,
        Self::Attendees,
        Self::Vouchers,
        Self::Calls,
        Self::Submissions,
        Self::Reviews,
        Self::ReviewBoard,
        Self::Programme,
        Self::Schedule,
        Self::Bookings,
        Self::Projects,
        Self::Network,
        Self::Statistics,
        Self::Campaigns,
        Self::Mails,
        Self::Audit,
        Self::Settings,
        Self::Door,
    ];

    /// Who sees it in the menu: who may open it.
    fn permission(self) -> Permission {
        match self {
            Self::Overview => Permission::CongressRead,
            Self::Vouchers => Permission::VouchersRead,
            Self::Reviews => Permission::ReviewsWrite,
            Self::Programme | Self::ReviewBoard => Permission::ProgrammeWrite,
            Self::Orders | Self::Attendees | Self::Bookings | Self::Statistics => Permission::OrdersRead,
            // The log names the mails, and to whom they went.
            Self::Campaigns | Self::Mails | Self::Audit => Permission::MailRead,
            Self::Schedule | Self::Calls | Self::Submissions | Self::Projects => Permission::ProgrammeWrite,
            Self::Network => Permission::NetworkRead,
            Self::Settings => Permission::CongressWrite,
            Self::Door => Permission::CheckInsWrite,
        }
    }

    fn path(self, congress: &CongressHead) -> String {
        let slug = &congress.slug;
        match self {
            Self::Overview => address::desk::Overview::new(slug).path(),
            Self::Attendees => address::desk::Attendees::new(slug).path(),
            Self::Orders => address::desk::Orders::new(slug).path(),
            Self::Vouchers => address::desk::Vouchers::new(slug).path(),
            Self::Schedule => address::schedule::Schedule::new(slug).path(),
            Self::Calls => address::call::DeskCalls::new(slug).path(),
            Self::Submissions => address::call::DeskSubmissions::new(slug).path(),
            Self::Reviews => address::review::Reviews::new(slug).path(),
            Self::ReviewBoard => address::review::Board::new(slug).path(),
            Self::Programme => address::session::Sessions::new(slug).path(),
            Self::Bookings => address::DeskBookings::new(slug).path(),
            Self::Projects => address::DeskProjects::new(slug).path(),
            Self::Network => address::networking::DeskNetwork::new(slug).path(),
            Self::Statistics => address::desk::Statistics::new(slug).path(),
            Self::Campaigns => address::campaign::Campaigns::new(slug).path(),
            Self::Mails => address::desk::Mails::new(slug).path(),
            Self::Audit => address::desk::Audit::new(slug).path(),
            Self::Settings => address::settings::Settings::new(slug).path(),
            Self::Door => address::door::Door::new(slug).path(),
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Overview => "dashboard",
            Self::Orders => "ticket",
            Self::Attendees => "people",
            Self::Vouchers => "award",
            Self::Schedule => "grid",
            Self::Calls => "megaphone",
            Self::Submissions => "seek",
            Self::Reviews => "award",
            Self::ReviewBoard => "filter",
            Self::Programme => "mic",
            Self::Bookings => "lightbulb",
            Self::Projects => "stand",
            Self::Network => "handshake",
            Self::Statistics => "chart",
            Self::Campaigns => "notify",
            Self::Mails => "send",
            Self::Audit => "history",
            Self::Settings => "settings",
            Self::Door => "scan",
        }
    }

    /// The heading above the first of several that belong together. None: they need none.
    fn group(self) -> Option<&'static str> {
        match self {
            Self::Calls
            | Self::Submissions
            | Self::Reviews
            | Self::ReviewBoard
            | Self::Programme
            | Self::Schedule
            | Self::Bookings
            | Self::Projects
            | Self::Network => Some("web-desk-group-programme"),
            Self::Statistics | Self::Campaigns | Self::Mails | Self::Audit | Self::Settings | Self::Door => {
                Some("web-desk-group-congress")
            }
            Self::Overview | Self::Orders | Self::Attendees | Self::Vouchers => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Overview => "web-desk-overview",
            Self::Orders => "web-desk-orders",
            Self::Attendees => "web-desk-attendees",
            Self::Vouchers => "web-desk-vouchers",
            Self::Schedule => "web-desk-schedule",
            Self::Calls => "web-desk-calls",
            Self::Submissions => "web-desk-submissions",
            Self::Reviews => "web-desk-reviews",
            Self::ReviewBoard => "web-desk-review-board",
            Self::Programme => "web-desk-programme",
            Self::Bookings => "web-desk-bookings",
            Self::Projects => "web-desk-projects",
            Self::Network => "web-desk-network",
            Self::Statistics => "web-desk-statistics",
            Self::Campaigns => "web-desk-campaigns",
            Self::Mails => "web-desk-mails",
            Self::Audit => "web-desk-audit",
            Self::Settings => "web-desk-settings",
            Self::Door => "web-desk-door",
        }
    }
}

/// A page of the desk. `main` stands inside `<main>`; it brings its `<h1>`.
pub fn desk_page(visit: &Visit, section: Section, title: &str, main: Markup) -> Markup {
    frame(visit, Some(section), title, main)
}

/// The same for what belongs to no section: errors.
pub(crate) fn frame(visit: &Visit, section: Option<Section>, title: &str, main: Markup) -> Markup {
    let words = visit.words;
    let Some(congress) = &visit.congress else { return super::plain_page(visit, title, main) };
    let shown: Vec<Section> = Section::ALL.into_iter().filter(|entry| visit.may(entry.permission())).collect();
    let begins = |at: usize| shown[at].group().filter(|group| at == 0 || shown[at - 1].group() != Some(group));
    let entries = html! {
        @for (at, entry) in shown.iter().copied().enumerate() {
            @if let Some(group) = begins(at) { li.group { (words.t(group)) } }
            li {
                a href=(entry.path(congress)) aria-current=[(Some(entry) == section).then_some("page")] {
                    (icon_small(entry.icon())) (words.t(entry.word()))
                }
            }
        }
        @if visit.actor.works_on_several() {
            li { a href=(address::desk::Desks::new().path()) { (icon_small("grid")) (words.t("web-desk-all")) } }
        }
    };
    let menu = match section {
        Some(section) => words.with("web-desk-section", &[("section", words.t(section.word()).into())]),
        None => words.t("web-desk-sections"),
    };
    let body = html! {
        div.desk {
            (bar(visit, congress))
            nav."desk__nav desk__nav--side" aria-label=(words.t("web-desk-sections")) { ul { (entries) } }
            nav."desk__nav desk__nav--menu" aria-label=(words.t("web-desk-sections")) {
                details {
                    summary.menu-button { (icon("menu")) (menu) }
                    ul {
                        (entries)
                        li.narrow-only { (language_switch(visit)) }
                        li.narrow-only { (own_account(visit)) }
                        li.narrow-only { (log_out(visit)) }
                    }
                }
            }
            main.desk__main.stack.stack--l #inhalt {
                (pending(visit))
                (main)
            }
        }
    };
    let title = words.with("web-desk-title", &[("title", title.into())]);
    Document { title: &title, class: "compact kern-layer kern-level-1", dark: false, head: html! {} }
        .render(visit, body)
}

fn bar(visit: &Visit, congress: &CongressHead) -> Markup {
    html! {
        header.desk__bar {
            a.wordmark href=(address::desk::Overview::new(&congress.slug).path()) { (wordmark(congress)) }
            span.wide-only { (phase(visit, congress.state)) }
            @if visit.may(Permission::OrdersRead) { (search(visit, congress)) }
            div.wide-only { (language_switch(visit)) }
            a."tool person wide-only" href=(address::desk::Account::new().path()) title=(visit.words.t("web-account")) {
                span."avatar avatar--s" aria-hidden="true" { (initials(&visit.actor.name)) }
                span.person__name { (visit.actor.name) }
            }
            div.wide-only { (log_out(visit)) }
        }
    }
}

/// One field for name, e-mail, code and organisation: the question that a desk is asked most.
fn search(visit: &Visit, congress: &CongressHead) -> Markup {
    let words = visit.words;
    let typed = visit.path.split_once('?').map_or("", |(_, query)| query);
    let typed = form_urlencoded::parse(typed.as_bytes()).find(|(n, _)| n == "q").map(|(_, v)| v.into_owned());
    html! {
        search.desk__search {
            form.search action=(address::desk::Orders::new(&congress.slug).path()) {
                span."kern-icon kern-icon--search" aria-hidden="true" {}
                label.kern-sr-only for="desk-search" { (words.t("web-desk-search-label")) }
                input #desk-search name="q" type="search" autocomplete="off" value=[typed] placeholder=(words.t("web-desk-search-hint"));
                button.tool type="submit" { (words.t("web-desk-search")) }
            }
        }
    }
}

fn phase(visit: &Visit, phase: Phase) -> Markup {
    let (tone, word) = match phase {
        Phase::Draft => ("info", "web-phase-draft"),
        Phase::Open => ("success", "web-phase-open"),
        Phase::Over => ("info", "web-phase-over"),
    };
    html! {
        span class={ "kern-badge kern-badge--" (tone) " kern-badge--small" } {
            span class={ "kern-icon kern-icon--" (tone) } aria-hidden="true" {}
            span.kern-label { (visit.words.t(word)) }
        }
    }
}

/// To name, password and sessions of who is logged in.
fn own_account(visit: &Visit) -> Markup {
    html! { a.tool href=(address::desk::Account::new().path()) { (visit.words.t("web-account")) } }
}

/// Logging out changes something, so it is a form.
pub(crate) fn log_out(visit: &Visit) -> Markup {
    html! {
        form.log-out method="post" action=(address::Logout::new().path()) {
            button.tool type="submit" { (visit.words.t("web-log-out")) }
        }
    }
}

/// "Miriam Osterholz": MO.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}
