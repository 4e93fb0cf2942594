//! A session: what it is. Fields `speaker-1` to `speaker-n` in their order, `topic-ID`, `link-1`, `link-title-1`,
//! `link-file-1` and on.

use super::Programme;
use crate::form::settings::{About, Sheet, line, optional_number, sound, text, with_text};
use crate::page::programme::session as page;
use crate::page::settings::Tab;
use base::Uuid;
use maud::Markup;
use programme::service::session::{Link, Session};
use web::form::Form;
use web::{Faults, Fields, Visit};

/// Speakers and links that a form takes.
pub const MOST: usize = 40;

impl Sheet for Session {
    const TAB: Tab = Tab::Sessions;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("title-de", "desk-programme-title-de"),
        ("title-en", "desk-programme-title-en"),
        ("subtitle-de", "desk-programme-subtitle-de"),
        ("subtitle-en", "desk-programme-subtitle-en"),
        ("type", "desk-programme-type"),
        ("track", "desk-programme-track"),
        ("language", "desk-programme-language"),
        ("minutes", "desk-programme-minutes"),
        ("seats", "desk-programme-seats"),
        ("no-record", "desk-programme-no-record"),
        ("speaker-1", "desk-programme-speakers"),
        ("abstract-de", "desk-programme-abstract-de"),
        ("abstract-en", "desk-programme-abstract-en"),
        ("description-de", "desk-programme-description-de"),
        ("description-en", "desk-programme-description-en"),
        ("topics", "desk-programme-topics"),
        ("link-1", "desk-programme-links"),
    ];

    fn fields(&self, about: &About) -> Fields {
        let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        let number = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
        let mut fields = Fields::new()
            .with("type", id(self.kind))
            .with("track", id(self.track))
            .with("language", &*self.language)
            .with("minutes", number(self.minutes))
            .with("seats", number(self.seats));
        for (name, value) in [
            ("title", &self.title),
            ("subtitle", &self.subtitle),
            ("abstract", &self.abstract_text),
            ("description", &self.description),
        ] {
            fields = with_text(fields, name, value);
        }
        if self.do_not_record {
            fields.set("no-record", "on");
        }
        let known = about.programme.as_ref();
        for (speaker, n) in self.speakers.iter().zip(1..) {
            let name = known.and_then(|known| known.speakers.iter().find(|name| name.id == *speaker));
            fields.set(format!("speaker-{n}"), name.map(Programme::typed).unwrap_or_default());
        }
        for topic in &self.topics {
            fields.set(format!("topic-{topic}"), "on");
        }
        for (link, n) in self.links.iter().zip(1..) {
            fields.set(format!("link-{n}"), &*link.url);
            fields.set(format!("link-title-{n}"), &*link.title);
            if link.attachment {
                fields.set(format!("link-file-{n}"), "on");
            }
        }
        fields
    }

    fn read(fields: &Fields, about: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let title = line(fields, "title");
        if title.is_empty() {
            faults.add("title-de", "programme-error-title-missing");
        }
        let minutes = optional_number(fields, "minutes", &mut faults);
        let seats = optional_number(fields, "seats", &mut faults);
        let mut speakers = vec![];
        for n in 1..=MOST {
            let name = format!("speaker-{n}");
            let typed = fields.get(&name).trim();
            if typed.is_empty() {
                continue;
            }
            match about.programme.as_ref().and_then(|known| known.meant(typed)) {
                Some(id) if speakers.contains(&id) => faults.add(name, "programme-error-speaker-twice"),
                Some(id) => speakers.push(id),
                None => faults.add(name, "programme-error-no-such-speaker"),
            }
        }
        let mut topics: Vec<Uuid> =
            fields.iter().filter_map(|(name, _)| name.strip_prefix("topic-")?.parse().ok()).collect();
        topics.sort_unstable();
        topics.dedup();
        let link = |n: usize| Link {
            url: url(fields.get(&format!("link-{n}"))),
            title: base::name::clean(fields.get(&format!("link-title-{n}"))),
            attachment: fields.has(&format!("link-file-{n}")),
        };
        let mut links: Vec<Link> = (1..=MOST).map(link).filter(|link| !link.url.is_empty()).collect();
        links.sort_by_key(|link| !link.attachment);
        let mut chosen = |name: &str| {
            let (typed, read) = (fields.get(name), fields.get(name).parse().ok());
            if read.is_none() && !typed.is_empty() {
                faults.add(name, "desk-review-choose");
            }
            read
        };
        let (kind, track) = (chosen("type"), chosen("track"));
        let read = Self {
            title,
            subtitle: line(fields, "subtitle"),
            abstract_text: text(fields, "abstract"),
            description: text(fields, "description"),
            kind,
            track,
            language: fields.get("language").trim().to_owned(),
            minutes,
            seats,
            do_not_record: fields.has("no-record"),
            speakers,
            topics,
            links,
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let Some(known) = &about.programme else { return fields.clone() };
        let name = |text: &base::Text| text.in_language(known.language).to_owned();
        let kind = known.types.iter().find(|row| row.id.to_string() == fields.get("type"));
        let track = known.tracks.iter().find(|row| row.id.to_string() == fields.get("track"));
        let all = |prefix: &str| {
            let of = |n: usize| fields.get(&format!("{prefix}-{n}")).to_owned();
            (1..=MOST).map(of).filter(|one| !one.is_empty()).collect::<Vec<_>>().join("; ")
        };
        let topics = known.topics.iter().filter(|row| fields.has(&format!("topic-{}", row.id)));
        let topics = topics.map(|row| name(&row.name)).collect::<Vec<_>>().join("; ");
        let recorded = about.words.t(if fields.has("no-record") { "desk-yes" } else { "desk-no" });
        fields
            .clone()
            .with("type", kind.map(|row| name(&row.name)).unwrap_or_default())
            .with("track", track.map(|row| name(&row.name)).unwrap_or_default())
            .with("no-record", recorded)
            .with("speaker-1", all("speaker"))
            .with("topics", topics)
            .with("link-1", all("link"))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        page::body(form, about)
    }

    fn above(visit: &Visit, _: &Fields, about: &About) -> Markup {
        page::above(visit, about)
    }

    fn below(visit: &Visit, _: &Fields, about: &About) -> Markup {
        page::below(visit, about)
    }
}

/// People leave out what every address begins with.
fn url(typed: &str) -> String {
    let typed = typed.trim();
    if typed.is_empty() || typed.contains(':') || typed.starts_with('/') {
        typed.to_owned()
    } else {
        format!("https://{typed}")
    }
}
