//! A partner: who carries the congress.

use super::{About, Sheet, position, sound};
use crate::page::settings::Tab;
use base::name;
use congress::entity::organisation::Kind;
use congress::entity::partner::Part;
use congress::service::partner::Partner;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

/// The kinds of bodies as the form names them.
pub const KINDS: [(&str, Kind); 8] = [
    ("municipality", Kind::Municipality),
    ("district", Kind::District),
    ("authority", Kind::Authority),
    ("business", Kind::Business),
    ("university", Kind::University),
    ("school", Kind::School),
    ("initiative", Kind::Initiative),
    ("other", Kind::Other),
];

/// The parts that they have, in the order in which the public page tells them.
pub const PARTS: [(&str, Part); 3] =
    [("organiser", Part::Organiser), ("carrier", Part::Carrier), ("supporter", Part::Supporter)];

/// The name of what is in a list.
pub fn named<T: PartialEq>(all: &[(&'static str, T)], one: &T) -> &'static str {
    all.iter().find(|(_, other)| other == one).map_or("", |(name, _)| name)
}

impl Sheet for Partner {
    const TAB: Tab = Tab::Partners;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name", "desk-partner-name"),
        ("kind", "desk-partner-kind"),
        ("part", "desk-partner-part"),
        ("link", "desk-partner-link"),
        ("position", "desk-settings-position"),
    ];

    fn fields(&self, _: &About) -> Fields {
        Fields::new()
            .with("name", &*self.name)
            .with("kind", named(&KINDS, &self.kind))
            .with("part", named(&PARTS, &self.part))
            .with("link", &*self.link)
            .with("position", self.position.to_string())
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let name = name::clean(fields.get("name"));
        if name.is_empty() {
            faults.add("name", "desk-settings-fault-missing");
        }
        let kind = KINDS.into_iter().find(|(name, _)| *name == fields.get("kind"));
        if kind.is_none() {
            faults.add("kind", "desk-settings-fault-missing");
        }
        let part = PARTS.into_iter().find(|(name, _)| *name == fields.get("part"));
        if part.is_none() {
            faults.add("part", "desk-settings-fault-missing");
        }
        let read = Self {
            name,
            kind: kind.map_or(Kind::Other, |(_, kind)| kind),
            part: part.map_or(Part::Carrier, |(_, part)| part),
            link: link(fields.get("link")),
            position: position(fields, &mut faults),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let (kind, part) = (fields.get("kind").to_owned(), fields.get("part").to_owned());
        let known = |key: String| if about.words.has(&key) { about.words.t(&key) } else { String::new() };
        fields
            .clone()
            .with("kind", known(format!("desk-partner-kind-of-{kind}")))
            .with("part", known(format!("desk-partner-part-{part}")))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (form.input("name", &t("desk-partner-name")).hint(&t("desk-partner-name-hint")).required())
            (form.choices("part", &t("desk-partner-part")).legend_shown()
                .option("organiser", t("desk-partner-part-organiser"), t("desk-partner-means-organiser"))
                .option("carrier", t("desk-partner-part-carrier"), t("desk-partner-means-carrier"))
                .option("supporter", t("desk-partner-part-supporter"), t("desk-partner-means-supporter")))
            div.form-grid {
                (form.select("kind", &t("desk-partner-kind")).hint(&t("desk-partner-kind-hint"))
                    .options(KINDS.map(|(name, _)| (name, t(&format!("desk-partner-kind-of-{name}"))))))
                (form.input("link", &t("desk-partner-link")).hint(&t("desk-partner-link-hint")).optional())
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-settings-position-hint")))
            }
        }
    }
}

/// People leave out what every address begins with.
fn link(typed: &str) -> String {
    let typed = typed.trim();
    if typed.is_empty() || typed.contains(':') { typed.to_owned() } else { format!("https://{typed}") }
}
