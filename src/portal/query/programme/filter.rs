//! What stands in the address of the programme: day, how it is shown, what is looked for, the zone.

use super::Day;
use crate::stars::Stars;
use address::programme::Programme;
use base::name::fold;
use chrono::NaiveDate;
use locale::Tz;
use programme::query::public::{Plan, Session, Slot};
use web::Fields;

/// More values than this nobody chooses.
const MOST: usize = 60;

/// How the programme is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Rooms side by side; on a narrow screen a list.
    #[default]
    Grid,
    List,
    /// A table for paper.
    Print,
}

impl View {
    pub fn name(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::List => "list",
            Self::Print => "print",
        }
    }
}

/// Which days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// Nobody said: today or the first, or all if something is looked for.
    #[default]
    Any,
    All,
    One(NaiveDate),
}

/// What stands behind the `?`. What is not understood is overlooked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub day: Chosen,
    pub view: View,
    /// Short names.
    pub rooms: Vec<String>,
    pub tracks: Vec<String>,
    pub kinds: Vec<String>,
    pub topics: Vec<String>,
    /// Languages that sessions are held in.
    pub spoken: Vec<String>,
    pub q: String,
    pub starred: bool,
    /// None: the congress's.
    pub zone: Option<Tz>,
}

impl Filter {
    pub fn read(query: &str) -> Self {
        let fields = Fields::parse(query.as_bytes());
        let all = |name: &str| -> Vec<String> {
            let mut values: Vec<String> = vec![];
            for value in fields.all(name).filter(|value| !value.is_empty()).take(MOST) {
                if !values.iter().any(|known| known == value) {
                    values.push(value.to_owned());
                }
            }
            values
        };
        Self {
            day: match fields.get("day") {
                "all" => Chosen::All,
                day => day.parse().map_or(Chosen::Any, Chosen::One),
            },
            view: match fields.get("view") {
                "list" => View::List,
                "print" => View::Print,
                _ => View::Grid,
            },
            rooms: all("room"),
            tracks: all("track"),
            kinds: all("type"),
            topics: all("topic"),
            spoken: all("spoken"),
            q: base::name::clean(fields.get("q")).chars().take(base::name::MAX_NAME).collect(),
            starred: fields.has("starred"),
            zone: fields.get("zone").parse().ok(),
        }
    }

    /// The same on this day.
    pub fn on(&self, day: Chosen) -> Self {
        Self { day, ..self.clone() }
    }

    /// The same, shown in this way.
    pub fn shown(&self, view: View) -> Self {
        Self { view, ..self.clone() }
    }

    /// Without anything that is looked for.
    pub fn everything(&self) -> Self {
        Self { day: self.day, view: self.view, zone: self.zone, ..Self::default() }
    }

    /// Whether something is looked for.
    pub fn narrows(&self) -> bool {
        self.everything() != *self
    }

    /// Names and values, as a form would send them.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = self.place();
        for (name, values) in [
            ("room", &self.rooms),
            ("track", &self.tracks),
            ("type", &self.kinds),
            ("topic", &self.topics),
            ("spoken", &self.spoken),
        ] {
            pairs.extend(values.iter().map(|value| (name, value.clone())));
        }
        if !self.q.is_empty() {
            pairs.push(("q", self.q.clone()));
        }
        if self.starred {
            pairs.push(("starred", "on".into()));
        }
        pairs
    }

    /// Of these, what is not looked for: day, view and zone.
    pub fn place(&self) -> Vec<(&'static str, String)> {
        let mut pairs = vec![];
        match self.day {
            Chosen::Any => {}
            Chosen::All => pairs.push(("day", "all".to_owned())),
            Chosen::One(date) => pairs.push(("day", date.to_string())),
        }
        if self.view != View::Grid {
            pairs.push(("view", self.view.name().to_owned()));
        }
        if let Some(zone) = self.zone {
            pairs.push(("zone", zone.name().to_owned()));
        }
        pairs
    }

    /// The address of the programme so.
    pub fn path(&self, congress: &str) -> String {
        self.path_of(&Programme::new(congress).path())
    }

    /// The address of another page of the programme, with its zone alone.
    pub fn zoned(&self, path: &str) -> String {
        Self { zone: self.zone, ..Self::default() }.path_of(path)
    }

    fn path_of(&self, path: &str) -> String {
        let pairs = self.pairs();
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        address::with_query(path, &pairs)
    }

    /// The days that are shown: one, or all that have anything. `today` is shown if nobody said which.
    pub fn days<'d>(&self, days: &'d [Day], today: Option<NaiveDate>) -> Vec<&'d Day> {
        let named = |date: NaiveDate| days.iter().find(|day| day.date == date);
        match self.day {
            Chosen::One(date) if named(date).is_some() => named(date).into_iter().collect(),
            Chosen::All => days.iter().collect(),
            _ if self.narrows() || self.view == View::Print => days.iter().collect(),
            _ => today.and_then(named).or_else(|| days.first()).into_iter().collect(),
        }
    }

    /// What of these slots is left. Breaks are left while nothing is looked for but rooms.
    pub fn leave(&self, plan: &Plan, slots: &[usize], stars: &Stars) -> Vec<usize> {
        if !self.narrows() {
            return slots.to_vec();
        }
        let sought: Vec<String> = fold(&self.q).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect();
        let fits = |slot: &Slot| {
            let room = slot.room.and_then(|at| plan.rooms.get(at)).map(|room| room.slug.as_str());
            if !one_of(&self.rooms, room) {
                return false;
            }
            match slot.session.and_then(|at| plan.sessions.get(at)) {
                Some(session) => self.fits(plan, session, &sought, stars),
                None => Self { rooms: vec![], ..self.clone() }.everything() == Self { rooms: vec![], ..self.clone() },
            }
        };
        slots.iter().copied().filter(|at| plan.slots.get(*at).is_some_and(fits)).collect()
    }

    fn fits(&self, plan: &Plan, session: &Session, sought: &[String], stars: &Stars) -> bool {
        let track = session.track.and_then(|at| plan.tracks.get(at)).map(|track| track.slug.as_str());
        let kind = session.kind.and_then(|at| plan.kinds.get(at)).map(|kind| kind.slug.as_str());
        let about = |slug: &String| {
            session.topics.iter().filter_map(|at| plan.topics.get(*at)).any(|topic| topic.slug == *slug)
        };
        one_of(&self.tracks, track)
            && one_of(&self.kinds, kind)
            && one_of(&self.spoken, Some(&session.language))
            && (self.topics.is_empty() || self.topics.iter().any(about))
            && (!self.starred || stars.has(&session.code))
            && sought.iter().all(|word| session.search.contains(word.as_str()))
    }
}

fn one_of(wanted: &[String], value: Option<&str>) -> bool {
    wanted.is_empty() || value.is_some_and(|value| wanted.iter().any(|wanted| wanted == value))
}
