//! The form of a profile, how others see it, and leaving.

use super::{part, person};
use crate::form::profile::{KINDS, LANGUAGES, level_field};
use crate::query::person::PersonView;
use crate::rules::visibility::{Field, Viewer};
use chrono::NaiveDate;
use congress::entity::topic;
use maud::{Markup, html};
use web::form::{Form, Seen};
use web::scene::{Scene, button};
use web::{Faults, Fields};

/// To whom a field shows.
fn level(scene: Scene, form: Form, field: Field) -> Markup {
    let name = level_field(field);
    let label = scene.with("network-shows", &[("field", part::word(scene.words, "field", field.name()).into())]);
    let options = field
        .levels()
        .iter()
        .map(|one| (one.name().to_owned(), part::word(scene.words, "level", one.name())))
        .collect::<Vec<_>>();
    html! { (form.select(&name, &label).options(options)) }
}

/// The parts of the form, each with to whom it shows.
pub fn sections(
    scene: Scene,
    form: Form,
    fields: &Fields,
    topics: &[(topic::Model, usize)],
    days: &[NaiveDate],
) -> Markup {
    let words = scene.words;
    let label = |key: &str| scene.t(key);
    let (given, family, organisation) =
        (label("portal-given-name"), label("portal-family-name"), label("portal-organisation"));
    let (kind, town, job, work) =
        (label("network-kind"), label("network-town"), label("network-job"), label("network-work"));
    let (links, phone, from, until) =
        (label("network-links"), label("network-phone"), label("network-from"), label("network-until"));
    let hints =
        ["network-job-hint", "network-work-hint", "network-links-hint", "network-kind-hint"].map(|key| scene.t(key));
    let tick = |name: &str, value: &str, word: Markup| {
        let id = format!("{name}-{value}");
        html! {
            div.kern-form-check {
                input.kern-form-check__checkbox id=(id) type="checkbox" name=(name) value=(value) checked[fields.all(name).any(|sent| sent == value)];
                label.kern-label for=(id) { (word) }
            }
        }
    };
    html! {
        section.stack aria-labelledby="ich" {
            h2.kern-heading-medium #ich { (scene.t("network-section-me")) }
            div.form-grid {
                (form.input("given", &given).autocomplete("given-name"))
                (form.input("family", &family).autocomplete("family-name").required())
                (level(scene, form, Field::Name))
            }
            div.form-grid {
                (form.input("organisation", &organisation).autocomplete("organization").optional())
                (level(scene, form, Field::Organisation))
                (form.select("kind", &kind).options(KINDS.map(|(_, name)| (name, part::word(words, "kind", name)))).hint(&hints[3]))
                (form.input("town", &town).optional())
            }
            div.form-grid {
                (form.input("job", &job).autocomplete("organization-title").hint(&hints[0]).optional())
                (level(scene, form, Field::Job))
            }
        }
        section.stack aria-labelledby="arbeit" {
            h2.kern-heading-medium #arbeit { (scene.t("network-section-work")) }
            fieldset.kern-fieldset #topic {
                legend.kern-label { (scene.t("network-topics")) }
                div.kern-fieldset__body {
                    @for (row, _) in topics { (tick("topic", &row.slug, scene.text(&row.name))) }
                }
            }
            div.form-grid { (level(scene, form, Field::Topics)) }
            (form.textarea("work", &work).rows(4).hint(&hints[1]).optional())
            div.form-grid { (level(scene, form, Field::Work)) }
        }
        section.stack aria-labelledby="erreichbar" {
            h2.kern-heading-medium #erreichbar { (scene.t("network-section-reach")) }
            (form.choices("reach", &scene.t("network-reach"))
                .option("message", part::word(words, "reach", "message"), part::word(words, "reach-meaning", "message"))
                .option("interest", part::word(words, "reach", "interest"), part::word(words, "reach-meaning", "interest"))
                .legend_shown())
            div.form-grid {
                (form.input("phone", &phone).autocomplete("tel").optional())
                (level(scene, form, Field::Phone))
            }
            div.form-grid { (level(scene, form, Field::Mail)) }
            details {
                summary { (scene.t("network-section-more")) }
                div.stack {
                    fieldset.kern-fieldset {
                        legend.kern-label { (scene.t("network-languages")) }
                        div.kern-fieldset__body { @for tag in LANGUAGES { (tick("language", tag, html! { (part::word(words, "language", tag)) })) } }
                    }
                    div.form-grid { (level(scene, form, Field::Languages)) }
                    (form.textarea("links", &links).rows(3).hint(&hints[2]).optional())
                    div.form-grid { (level(scene, form, Field::Links)) }
                    (form.choices("place", &scene.t("network-place"))
                        .option("on-site", scene.t("network-place-on-site"), "")
                        .option("online", scene.t("network-place-online"), "")
                        .legend_shown())
                    @for day in days {
                        @let (from_name, until_name) = (format!("from-{day}"), format!("until-{day}"));
                        @let (from, until) = (format!("{}, {from}", words.day(*day)), format!("{}, {until}", words.day(*day)));
                        div.form-grid {
                            (form.input(&from_name, &from).optional())
                            (form.input(&until_name, &until).optional())
                        }
                    }
                    div.form-grid { (level(scene, form, Field::Presence)) }
                }
            }
        }
    }
}

/// The form of one's own.
pub fn form(
    scene: Scene,
    (fields, faults): (&Fields, &Faults),
    topics: &[(topic::Model, usize)],
    days: &[NaiveDate],
    seen: &Seen,
) -> Markup {
    let slug = &scene.congress.slug;
    let form = Form::new(scene.words, fields, faults);
    let body = html! {
        div.cluster {
            (button("tertiary", &address::networking::MyProfilePreview::new(slug).path(), &scene.t("network-preview")))
            (button("tertiary", &address::networking::MyWithdrawal::new(slug).path(), &scene.t("network-withdraw")))
        }
        form."stack stack--l" method="post" action=(address::networking::MyProfile::new(slug).path()) novalidate {
            (form.summary())
            (sections(scene, form, fields, topics, days))
            (form.seen(seen))
            div { (form.submit(&scene.t("network-save"))) }
        }
    };
    part::below(scene, &scene.t("network-profile"), Some(&scene.t("network-profile-lead")), body)
}

/// How others see it.
pub fn preview(scene: Scene, viewer: Viewer, seen: Option<&PersonView>, topics: &[topic::Model]) -> Markup {
    let path = address::networking::MyProfilePreview::new(&scene.congress.slug).path();
    let tab = |of: Viewer, name: &str| {
        let href = address::with_query(&path, &[("as", name)]);
        html! { a href=(href) aria-current=[(of == viewer).then_some("page")] { (part::word(scene.words, "viewer", name)) } }
    };
    let body = html! {
        nav aria-label=(scene.t("network-preview")) {
            div.switcher {
                (tab(Viewer::Anybody, "anybody"))
                (tab(Viewer::Participant, "participant"))
                (tab(Viewer::Contact, "contact"))
            }
        }
        @match seen {
            Some(view) => {
                div."panel kern-level-1 stack" {
                    h2.kern-heading-medium dir="auto" { (view.name) }
                    (person::card(scene, view, topics))
                }
            }
            None => p.measure { (scene.t("network-preview-hidden")) },
        }
        p { a href=(address::networking::MyProfile::new(&scene.congress.slug).path()) { (scene.t("network-profile-back")) } }
    };
    part::below(scene, &scene.t("network-preview"), None, body)
}

/// Asks whether somebody wants to leave: opening it changes nothing.
pub fn withdrawal(scene: Scene) -> Markup {
    let slug = &scene.congress.slug;
    let body = html! {
        ul.measure {
            li { (scene.t("network-withdraw-profile")) }
            li { (scene.t("network-withdraw-contacts")) }
            li { (scene.t("network-withdraw-ticket")) }
        }
        div.cluster {
            (part::press(&address::networking::MyWithdrawal::new(slug).path(), "secondary kern-btn--danger", &scene.t("network-withdraw-submit"), &[]))
            (button("tertiary", &address::networking::Mine::new(slug).path(), &scene.t("network-withdraw-stay")))
        }
    };
    part::below(scene, &scene.t("network-withdraw"), Some(&scene.t("network-withdraw-lead")), body)
}
