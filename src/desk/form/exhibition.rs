//! What is typed of halls, stands and projects. Sizes are metres, with a comma or a point.

use base::{Text, Uuid};
use exhibition::service::hall::Hall;
use exhibition::service::project::Project;
use exhibition::service::stand::Stand;
use locale::Words;
use web::{Faults, Fields};

/// The largest size, in metres.
const FARTHEST: f64 = 999.0;

/// Metres as centimetres.
fn metres(fields: &Fields, name: &str, faults: &mut Faults) -> i32 {
    let typed = fields.get(name).trim().replace(',', ".");
    let metres = typed.parse::<f64>().ok().filter(|metres| (0.0..=FARTHEST).contains(metres));
    match metres {
        // At most 100,000: whole and small.
        #[expect(clippy::cast_possible_truncation, reason = "it is at most a hundred thousand")]
        Some(metres) => (metres * 100.0).round() as i32,
        None => {
            faults.add(name, "desk-exhibition-fault-metres");
            0
        }
    }
}

/// Centimetres as metres, as the language writes them.
pub fn written(words: Words, cm: i32) -> String {
    words.decimal(i64::from(cm))
}

fn both(fields: &Fields, name: &str) -> Text {
    let of = |language: &str| fields.get(&format!("{name}-{language}")).trim().to_owned();
    Text::new(of("de"), of("en"))
}

fn named(fields: &Fields, name: &str, faults: &mut Faults) -> Text {
    let text = both(fields, name);
    if text.is_empty() {
        faults.add(format!("{name}-de"), "desk-exhibition-fault-name");
    }
    text
}

fn with(fields: Fields, name: &str, text: &Text) -> Fields {
    fields.with(format!("{name}-de"), text.de.clone()).with(format!("{name}-en"), text.en.clone())
}

fn tick(fields: Fields, name: &str, on: bool) -> Fields {
    if on { fields.with(name, "yes") } else { fields }
}

fn sound<T>(value: T, faults: Faults) -> Result<T, Faults> {
    if faults.is_empty() { Ok(value) } else { Err(faults) }
}

/// The fields of each form and what they are called, for the summary of faults.
fn call(mut faults: Faults, words: Words, names: &[(&str, &str)]) -> Faults {
    for (field, key) in names {
        faults.name(field, &words.t(key));
    }
    faults
}

const HALL: [(&str, &str); 6] = [
    ("name-de", "desk-exhibition-name-de"),
    ("name-en", "desk-exhibition-name-en"),
    ("width", "desk-exhibition-width"),
    ("depth", "desk-exhibition-depth"),
    ("outline", "desk-exhibition-outline"),
    ("position", "desk-exhibition-position"),
];

/// A refusal beside a field of the hall's form.
pub fn hall_fault(words: Words, field: &str, key: &'static str) -> Faults {
    let mut faults = Faults::new();
    faults.add(field, key);
    call(faults, words, &HALL)
}

pub fn hall_fields(words: Words, hall: &Hall) -> Fields {
    with(Fields::new(), "name", &hall.name)
        .with("width", written(words, hall.width))
        .with("depth", written(words, hall.depth))
        .with("outline", hall.outline.clone())
        .with("position", hall.position.to_string())
}

pub fn hall(fields: &Fields, words: Words) -> Result<Hall, Faults> {
    let mut faults = Faults::new();
    let name = named(fields, "name", &mut faults);
    let (width, depth) = (metres(fields, "width", &mut faults), metres(fields, "depth", &mut faults));
    let position = fields.get("position").trim().parse().unwrap_or_default();
    let outline = fields.get("outline").to_owned();
    sound(Hall { name, width, depth, outline, position }, call(faults, words, &HALL))
}

const STAND: [(&str, &str); 6] = [
    ("number", "desk-exhibition-number"),
    ("hall", "desk-exhibition-hall"),
    ("x", "desk-exhibition-x"),
    ("y", "desk-exhibition-y"),
    ("width", "desk-exhibition-width"),
    ("depth", "desk-exhibition-depth"),
];

pub fn stand_fault(words: Words, field: &str, key: &'static str, args: &[(&'static str, locale::Arg)]) -> Faults {
    let mut faults = Faults::new();
    faults.add_with(field, key, args);
    call(faults, words, &STAND)
}

pub fn stand_fields(words: Words, stand: &Stand) -> Fields {
    let fields = Fields::new()
        .with("number", stand.number.clone())
        .with("hall", stand.hall.to_string())
        .with("x", written(words, stand.x))
        .with("y", written(words, stand.y))
        .with("width", written(words, stand.width))
        .with("depth", written(words, stand.depth))
        .with("note", stand.note.clone());
    tick(tick(fields, "power", stand.power), "screen", stand.screen)
}

pub fn stand(fields: &Fields, words: Words) -> Result<Stand, Faults> {
    let mut faults = Faults::new();
    let number = fields.get("number").trim().to_owned();
    if number.is_empty() || number.chars().count() > 12 {
        faults.add("number", "desk-exhibition-fault-number");
    }
    let hall: Option<Uuid> = fields.get("hall").parse().ok();
    if hall.is_none() {
        faults.add("hall", "desk-exhibition-fault-hall");
    }
    let stand = Stand {
        hall: hall.unwrap_or_default(),
        number,
        x: metres(fields, "x", &mut faults),
        y: metres(fields, "y", &mut faults),
        width: metres(fields, "width", &mut faults),
        depth: metres(fields, "depth", &mut faults),
        power: fields.has("power"),
        screen: fields.has("screen"),
        note: fields.get("note").to_owned(),
    };
    sound(stand, call(faults, words, &STAND))
}

const PROJECT: [(&str, &str); 12] = [
    ("title-de", "desk-exhibition-title-de"),
    ("title-en", "desk-exhibition-title-en"),
    ("summary-de", "desk-exhibition-summary-de"),
    ("summary-en", "desk-exhibition-summary-en"),
    ("description-de", "desk-exhibition-description-de"),
    ("description-en", "desk-exhibition-description-en"),
    ("offers-de", "desk-exhibition-offers-de"),
    ("offers-en", "desk-exhibition-offers-en"),
    ("seeks-de", "desk-exhibition-seeks-de"),
    ("seeks-en", "desk-exhibition-seeks-en"),
    ("organisation", "desk-field-organisation"),
    ("contact", "desk-exhibition-contact"),
];

pub fn project_fields(project: &Project) -> Fields {
    let mut fields = Fields::new();
    let texts = [
        ("title", &project.title),
        ("summary", &project.summary),
        ("description", &project.description),
        ("offers", &project.offers),
        ("seeks", &project.seeks),
    ];
    for (name, text) in texts {
        fields = with(fields, name, text);
    }
    fields = fields
        .with("organisation", project.organisation.clone())
        .with("partners", project.partners.clone())
        .with("contact", project.contact.clone());
    for topic in &project.topics {
        fields = fields.with(format!("topic-{topic}"), "yes");
    }
    let ticks = [
        ("power", project.needs_power),
        ("screen", project.needs_screen),
        ("space", project.needs_space),
        ("stage", project.wants_stage),
        ("published", project.published),
    ];
    ticks.into_iter().fold(fields, |fields, (name, on)| tick(fields, name, on))
}

/// `topics`: those that one can choose.
pub fn project(fields: &Fields, topics: &[Uuid], words: Words) -> Result<Project, Faults> {
    let mut faults = Faults::new();
    let title = named(fields, "title", &mut faults);
    let organisation = fields.get("organisation").trim().to_owned();
    if organisation.is_empty() {
        faults.add("organisation", "desk-exhibition-fault-organisation");
    }
    let contact = base::contact::normalise(fields.get("contact"));
    if !contact.is_empty() && base::contact::check(&contact).is_err() {
        faults.add("contact", "desk-exhibition-fault-contact");
    }
    // As it is kept, so that the same form again changes nothing.
    let lines = |typed: &str| {
        let lines = typed.lines().map(base::name::clean).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    };
    let project = Project {
        title,
        summary: both(fields, "summary"),
        description: both(fields, "description"),
        organisation: base::name::clean(&organisation),
        partners: lines(fields.get("partners")),
        offers: both(fields, "offers"),
        seeks: both(fields, "seeks"),
        contact,
        topics: topics.iter().filter(|id| fields.has(&format!("topic-{id}"))).copied().collect(),
        needs_power: fields.has("power"),
        needs_screen: fields.has("screen"),
        needs_space: fields.has("space"),
        wants_stage: fields.has("stage"),
        published: fields.has("published"),
    };
    sound(project, call(faults, words, &PROJECT))
}

/// The fields of the project's form, and what they are called.
pub fn project_names(words: Words) -> Vec<(&'static str, String)> {
    let partners = ("partners", "desk-exhibition-partners");
    PROJECT.into_iter().chain([partners]).map(|(name, key)| (name, words.t(key))).collect()
}

/// A refusal of the project's form as a whole.
pub fn project_fault(words: Words, key: &'static str) -> Faults {
    let mut faults = Faults::new();
    faults.add("title-de", key);
    call(faults, words, &PROJECT)
}
