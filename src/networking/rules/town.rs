//! The towns, municipalities and districts (*Kreise*) of Ostwestfalen-Lippe: how many live there, where they lie, which
//! districts touch. Whoever comes from elsewhere has no town here, and nothing is known of how far away they are.
//!
//! `town.csv` holds them: inhabitants rounded to hundreds, coordinates to a hundredth of a degree (about a kilometre), the
//! neighbours of a district in the row that stands for it. Bielefeld is a town and a district of its own.

use base::name::fold;
use std::sync::LazyLock;

const SOURCE: &str = include_str!("../town.csv");

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A town or a municipality.
    Town,
    /// A *Kreis*.
    District,
}

/// How large a municipality is, by the steps that the law of North Rhine-Westphalia knows: other duties, other staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeClass {
    /// Below 10,000 inhabitants.
    Small,
    /// Below 25,000.
    Middle,
    /// Below 60,000: a medium town (*Mittlere kreisangehörige Stadt*).
    Large,
    /// From 60,000 on: a large town (*Große kreisangehörige Stadt*) or a city.
    City,
}

impl SizeClass {
    pub const ALL: [Self; 4] = [Self::Small, Self::Middle, Self::Large, Self::City];

    pub fn of(inhabitants: u32) -> Self {
        match inhabitants {
            0..10_000 => Self::Small,
            10_000..25_000 => Self::Middle,
            25_000..60_000 => Self::Large,
            _ => Self::City,
        }
    }
}

/// A town, a municipality or a district.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Town {
    pub level: Level,
    pub name: &'static str,
    /// Its district, without "Kreis" before it.
    pub district: &'static str,
    /// Rounded to hundreds.
    pub inhabitants: u32,
    /// In hundredths of a degree.
    pub latitude: i32,
    pub longitude: i32,
    /// Of a row that stands for a district, the districts that touch it.
    neighbours: Vec<&'static str>,
    /// As it is searched for.
    keys: Vec<String>,
    /// Its district as a bit, and those that touch it.
    bit: u32,
    touching: u32,
}

/// What is written before or behind a town's name and is no part of it, folded.
const DECORATION: [&str; 21] = [
    "alte",
    "hansestadt",
    "stadt",
    "gemeinde",
    "gem",
    "kreisstadt",
    "kreisfreie",
    "universitatsstadt",
    "grossstadt",
    "stadtverwaltung",
    "gemeindeverwaltung",
    "verwaltung",
    "rathaus",
    "burgermeister",
    "burgermeisterin",
    "der",
    "die",
    "westf",
    "westfalen",
    "nrw",
    "owl",
];

/// What says that a district is meant, folded.
const DISTRICT: [&str; 4] = ["kreis", "landkreis", "kreisverwaltung", "landrat"];

/// A name as it is compared: without what is no part of it, and whether it says that it is a district.
fn key(name: &str) -> (bool, String) {
    let folded = fold(name);
    let (mut district, mut words) = (false, vec![]);
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if DISTRICT.contains(&word) {
            district = true;
        } else if !DECORATION.contains(&word) && !word.chars().all(|c| c.is_ascii_digit()) {
            words.push(word);
        }
    }
    (district, words.join(" "))
}

/// "52.10" in hundredths.
fn hundredths(text: &str) -> Option<i32> {
    let (whole, part) = text.split_once('.')?;
    if part.len() != 2 {
        return None;
    }
    Some(whole.parse::<i32>().ok()? * 100 + part.parse::<i32>().ok()?)
}

/// A row of the list. A bad one gives nothing; a test counts them.
fn read(line: &'static str) -> Option<Town> {
    let mut cells = line.split(',');
    let mut next = || cells.next();
    let level = match next()? {
        "town" => Level::Town,
        "district" => Level::District,
        _ => return None,
    };
    let (name, district) = (next()?, next()?);
    let inhabitants = next()?.parse().ok()?;
    let (latitude, longitude) = (hundredths(next()?)?, hundredths(next()?)?);
    let list = |cell: &'static str| cell.split('+').filter(|part| !part.is_empty());
    let neighbours = list(next()?).collect();
    let keys = [name].into_iter().chain(list(next()?)).map(|name| key(name).1).collect();
    let town = Town { level, name, district, inhabitants, latitude, longitude, neighbours, keys, bit: 0, touching: 0 };
    cells.next().is_none().then_some(town)
}

/// All rows, with their districts as bits: pairs of towns are asked for by the ten thousand.
fn towns() -> Vec<Town> {
    let mut towns: Vec<Town> = SOURCE.lines().skip(1).filter_map(read).collect();
    let mut districts: Vec<&'static str> = towns.iter().map(|town| town.district).collect();
    districts.dedup();
    let bit = |name: &str| districts.iter().position(|one| *one == name).map_or(0, |at| 1_u32 << (at % 32));
    let touching = |name: &str| {
        let rows = towns.iter().filter(|town| town.district == name);
        rows.flat_map(|town| &town.neighbours).fold(0, |bits, neighbour| bits | bit(neighbour))
    };
    let bits: Vec<(u32, u32)> = towns.iter().map(|town| (bit(town.district), touching(town.district))).collect();
    for (town, (bit, touching)) in towns.iter_mut().zip(bits) {
        (town.bit, town.touching) = (bit, touching);
    }
    towns
}

static TOWNS: LazyLock<Vec<Town>> = LazyLock::new(towns);

impl Town {
    /// All of them, by district, each district's own row before its towns.
    pub fn all() -> &'static [Self] {
        &TOWNS
    }

    /// The one that is meant, however it is written: "Alte Hansestadt Lemgo", "Stadt Detmold", "32756 Detmold", "Kreis
    /// Höxter", "hoexter". Where a town and a district share their name, the district must be called one. Anything beside
    /// the name ("Stadtwerke Detmold") is somebody else: nothing is found.
    pub fn find(name: &str) -> Option<&'static Self> {
        let (district, key) = key(name);
        if key.is_empty() {
            return None;
        }
        let named = |level: Level| Self::all().iter().find(|town| town.level == level && town.keys.contains(&key));
        if district { named(Level::District) } else { named(Level::Town).or_else(|| named(Level::District)) }
    }

    /// Kilometres as the crow flies, rounded. A district lies where its middle is.
    pub fn distance_km(&self, other: &Self) -> u32 {
        distance_km(self, other)
    }

    /// Whether the other lies in another district, and that one touches this one's.
    pub fn touches(&self, other: &Self) -> bool {
        self.touching & other.bit != 0
    }

    pub fn size(&self) -> SizeClass {
        SizeClass::of(self.inhabitants)
    }
}

/// Metres of a hundredth of a degree of latitude.
const NORTH: u64 = 1_112;
/// Metres of a hundredth of a degree of longitude at the middle of the region, 51.95° north.
const EAST: u64 = 686;

/// Kilometres as the crow flies, rounded. The region is small enough to be flat: the error stays below two in a hundred.
pub fn distance_km(a: &Town, b: &Town) -> u32 {
    let north = u64::from(a.latitude.abs_diff(b.latitude)) * NORTH;
    let east = u64::from(a.longitude.abs_diff(b.longitude)) * EAST;
    let metres = (north * north + east * east).isqrt();
    u32::try_from((metres + 500) / 1_000).unwrap_or(u32::MAX)
}

/// Whether two different districts touch.
pub fn are_neighbours(a: &str, b: &str) -> bool {
    let in_district = |name: &str| Town::all().iter().find(|town| town.district == name);
    in_district(a).zip(in_district(b)).is_some_and(|(a, b)| a.touches(b))
}
