//! Phases, criteria and teams of the review.

use super::{
    About, Sheet, line, moment, needed_line, optional_number, position, read_moment, sound, told_choice, told_moment,
    with_text,
};
use crate::page::settings::{Tab, pair};
use base::{Uuid, name};
use maud::{Markup, html};
use programme::entity::review_phase::Others;
use programme::service::review::criterion::Criterion;
use programme::service::review::phase::Phase;
use programme::service::review::team::{Member, Team};
use web::form::Form;
use web::{Faults, Fields};

/// What a form about a team can name: ids and names.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub tracks: Vec<(Uuid, String)>,
    pub reviewers: Vec<(Uuid, String)>,
}

const OTHERS: [(Others, &str); 3] =
    [(Others::Never, "never"), (Others::AfterOwn, "after-own"), (Others::Always, "always")];

fn tick(fields: Fields, name: &str, is: bool) -> Fields {
    if is { fields.with(name, "on") } else { fields }
}

impl Sheet for Phase {
    const TAB: Tab = Tab::Review;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name-de", "desk-settings-name-de"),
        ("name-en", "desk-settings-name-en"),
        ("starts-at", "desk-review-starts-at"),
        ("ends-at", "desk-review-ends-at"),
        ("review", "desk-review-may-review"),
        ("assigned-only", "desk-review-assigned-only"),
        ("names", "desk-review-shows-names"),
        ("others", "desk-review-shows-others"),
        ("reviewers", "desk-review-shows-reviewers"),
    ];
    const REMOVAL: &'static str = "desk-review-phase-removal";

    fn fields(&self, about: &About) -> Fields {
        let others = OTHERS.iter().find(|(one, _)| *one == self.others).map_or("", |(_, name)| name);
        let fields = Fields::new()
            .with("starts-at", moment(self.starts_at, about.zone))
            .with("ends-at", moment(self.ends_at, about.zone))
            .with("others", others);
        let fields = tick(tick(fields, "review", self.review), "assigned-only", self.assigned_only);
        let fields = tick(tick(fields, "names", self.names), "reviewers", self.reviewers);
        with_text(fields, "name", &self.name)
    }

    fn read(fields: &Fields, about: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let name = needed_line(fields, "name", &mut faults);
        let mut at = |field: &str| {
            let read = read_moment(fields.get(field), about.zone);
            if read.is_none() {
                faults.add(field, "desk-review-moment");
            }
            read.unwrap_or_default()
        };
        let (starts_at, ends_at) = (at("starts-at"), at("ends-at"));
        if faults.is_empty() && starts_at >= ends_at {
            faults.add("ends-at", "review-error-phase-backwards");
        }
        let others = OTHERS.iter().find(|(_, name)| *name == fields.get("others"));
        if others.is_none() {
            faults.add("others", "desk-review-choose");
        }
        let phase = Self {
            name,
            starts_at,
            ends_at,
            review: fields.has("review"),
            assigned_only: fields.has("assigned-only"),
            names: fields.has("names"),
            others: others.map_or(Others::Never, |(others, _)| *others),
            reviewers: fields.has("reviewers"),
        };
        sound(phase, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let others = t("desk-review-shows-others");
        let choices = OTHERS.iter().fold(form.choices("others", &others).legend_shown(), |choices, (_, name)| {
            choices.option(
                *name,
                t(&format!("desk-review-others-{name}")),
                t(&format!("desk-review-others-{name}-meaning")),
            )
        });
        html! {
            (pair(form, "name", "desk-settings-name", None, true))
            div.form-grid {
                (form.input("starts-at", &t("desk-review-starts-at")).moment().required())
                (form.input("ends-at", &t("desk-review-ends-at")).moment().required())
            }
            (form.checkbox("review", html! { (t("desk-review-may-review")) }))
            (form.checkbox("assigned-only", html! { (t("desk-review-assigned-only")) }))
            (form.checkbox("names", html! { (t("desk-review-shows-names")) }))
            (choices)
            (form.checkbox("reviewers", html! { (t("desk-review-shows-reviewers")) }))
        }
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let fields = told_choice(fields.clone(), "others", "desk-review-others-", about.words);
        let fields = told_moment(fields, "starts-at", about.zone, about.words);
        told_moment(fields, "ends-at", about.zone, about.words)
    }
}

impl Sheet for Criterion {
    const TAB: Tab = Tab::Review;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name-de", "desk-settings-name-de"),
        ("name-en", "desk-settings-name-en"),
        ("hint-de", "desk-review-hint-de"),
        ("hint-en", "desk-review-hint-en"),
        ("weight", "desk-review-weight"),
        ("most", "desk-review-most"),
        ("position", "desk-settings-position"),
    ];
    const REMOVAL: &'static str = "desk-review-criterion-removal";

    fn fields(&self, _: &About) -> Fields {
        let fields = Fields::new()
            .with("weight", self.weight.to_string())
            .with("most", self.most.to_string())
            .with("position", self.position.to_string());
        with_text(with_text(fields, "name", &self.name), "hint", &self.hint)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let name = needed_line(fields, "name", &mut faults);
        let weight = optional_number(fields, "weight", &mut faults).unwrap_or_default();
        let most = optional_number(fields, "most", &mut faults).unwrap_or_default();
        let position = position(fields, &mut faults);
        if !faults.has("weight") && !(0..=100).contains(&weight) {
            faults.add("weight", "review-error-scale");
        }
        if !faults.has("most") && !(1..=100).contains(&most) {
            faults.add("most", "review-error-scale");
        }
        sound(Self { name, hint: line(fields, "hint"), weight, most, position }, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (pair(form, "name", "desk-settings-name", None, true))
            (pair(form, "hint", "desk-review-hint", None, false))
            div.form-grid {
                (form.input("weight", &t("desk-review-weight")).digits().hint(&t("desk-review-weight-hint")))
                (form.input("most", &t("desk-review-most")).digits().hint(&t("desk-review-most-hint")))
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-settings-position-hint")))
            }
        }
    }
}

impl Sheet for Team {
    const TAB: Tab = Tab::Review;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name", "desk-review-team-name"),
        ("position", "desk-settings-position"),
        ("tracks", "desk-review-team-tracks"),
        ("members", "desk-review-team-members"),
    ];
    const REMOVAL: &'static str = "desk-review-team-removal";

    fn fields(&self, _: &About) -> Fields {
        let fields = Fields::new().with("name", &*self.name).with("position", self.position.to_string());
        let fields = self.tracks.iter().fold(fields, |fields, track| fields.with(format!("track-{track}"), "on"));
        self.members.iter().fold(fields, |fields, member| {
            let id = member.account;
            fields.with(format!("member-{id}"), "on").with(format!("organisation-{id}"), &*member.organisation)
        })
    }

    fn read(fields: &Fields, about: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let title = name::clean(fields.get("name"));
        if title.is_empty() {
            faults.add("name", "congress-error-name-missing");
        }
        let position = position(fields, &mut faults);
        let ticked = |kind: &str, id: &Uuid| fields.has(&format!("{kind}-{id}"));
        let tracks = about.reviewing.tracks.iter().map(|(id, _)| *id).filter(|id| ticked("track", id)).collect();
        let members = about.reviewing.reviewers.iter().map(|(id, _)| *id).filter(|id| ticked("member", id));
        let member = |account: Uuid| Member {
            account,
            organisation: name::clean(fields.get(&format!("organisation-{account}"))),
        };
        sound(Self { name: title, position, tracks, members: members.map(member).collect() }.sorted(), faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            div.form-grid {
                (form.input("name", &t("desk-review-team-name")).required())
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-settings-position-hint")))
            }
            @if !about.reviewing.tracks.is_empty() {
                fieldset.kern-fieldset #tracks {
                    legend.kern-label { (t("desk-review-team-tracks")) }
                    div.kern-hint { (t("desk-review-team-tracks-hint")) }
                    @for (id, name) in &about.reviewing.tracks {
                        (form.checkbox(&format!("track-{id}"), html! { (name) }))
                    }
                }
            }
            fieldset.kern-fieldset #members {
                legend.kern-label { (t("desk-review-team-members")) }
                div.kern-hint { (t("desk-review-team-members-hint")) }
                @for (id, name) in &about.reviewing.reviewers {
                    @let label = about.words.with("desk-review-organisation-of", &[("name", name.clone().into())]);
                    div.form-grid {
                        (form.checkbox(&format!("member-{id}"), html! { (name) }))
                        (form.input(&format!("organisation-{id}"), &label).optional())
                    }
                }
            }
        }
    }
}
