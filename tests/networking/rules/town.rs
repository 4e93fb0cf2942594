//! Towns are found however they are written, and lie where they lie.

use ::networking::rules::town::{Level, SizeClass, Town, are_neighbours, distance_km};
use ::std::collections::BTreeMap;

fn named(name: &str) -> &'static Town {
    Town::find(name).unwrap_or_else(|| panic!("{name} is not found"))
}

#[test]
fn every_line_of_the_list_is_read() {
    let lines = include_str!("../../../src/networking/town.csv").lines().count();
    assert_eq!(Town::all().len(), lines - 1);
    let towns = Town::all().iter().filter(|town| town.level == Level::Town);
    assert_eq!(towns.count(), 70, "towns and municipalities of Ostwestfalen-Lippe");
}

#[test]
fn a_district_has_as_many_inhabitants_as_its_towns() {
    let mut sums: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
    for town in Town::all() {
        sums.entry(town.district).or_default()[usize::from(town.level == Level::District)] += town.inhabitants;
        assert!((5_140..=5_250).contains(&town.latitude) && (815..=945).contains(&town.longitude), "{town:?}");
    }
    for (district, [towns, whole]) in sums.into_iter().filter(|(_, [_, whole])| *whole > 0) {
        assert!(towns.abs_diff(whole) * 100 <= whole, "{district}: {towns} and {whole}");
    }
}

#[test]
fn a_town_is_found_however_it_is_written() {
    for (written, name) in [
        ("Lemgo", "Lemgo"),
        ("Alte Hansestadt Lemgo", "Lemgo"),
        ("Stadt Detmold", "Detmold"),
        ("32756 Detmold", "Detmold"),
        ("DETMOLD ", "Detmold"),
        ("Detmold, Stadt", "Detmold"),
        ("Höxter", "Höxter"),
        ("hoexter", "Höxter"),
        ("Kreis Höxter", "Kreis Höxter"),
        ("Höxter, Kreis", "Kreis Höxter"),
        ("Kreisverwaltung Lippe", "Kreis Lippe"),
        ("Lippe", "Kreis Lippe"),
        ("Minden-Lübbecke", "Kreis Minden-Lübbecke"),
        ("Kreis Minden-Luebbecke", "Kreis Minden-Lübbecke"),
        ("Halle", "Halle (Westf.)"),
        ("Stadt Halle/Westfalen", "Halle (Westf.)"),
        ("Schloss Holte-Stukenbrock", "Schloß Holte-Stukenbrock"),
        ("Pr. Oldendorf", "Preußisch Oldendorf"),
        ("Gemeinde Rödinghausen", "Rödinghausen"),
        ("Kreisfreie Stadt Bielefeld", "Bielefeld"),
        ("Porta Westfalica", "Porta Westfalica"),
    ] {
        assert_eq!(named(written).name, name, "{written}");
    }
    for town in Town::all() {
        assert_eq!(named(town.name), town);
    }
    for stranger in
        ["", "Stadt", "Kreis", "12345", "Köln", "Stadtwerke Detmold", "Universität Paderborn", "Kreis Detmold"]
    {
        assert_eq!(Town::find(stranger), None, "{stranger}");
    }
}

#[test]
fn distances_are_those_on_the_map() {
    // As the crow flies, by the map.
    for (one, two, km) in
        [("Bielefeld", "Paderborn", 37), ("Lemgo", "Detmold", 10), ("Höxter", "Minden", 66), ("Rahden", "Warburg", 111)]
    {
        let measured = distance_km(named(one), named(two));
        assert!(measured.abs_diff(km) <= 2, "{one} and {two}: {measured}");
        assert_eq!(measured, distance_km(named(two), named(one)));
    }
    assert_eq!(named("Verl").distance_km(named("Verl")), 0);
}

#[test]
fn districts_touch_from_either_side() {
    assert!(are_neighbours("Lippe", "Höxter") && are_neighbours("Bielefeld", "Herford"));
    assert!(!are_neighbours("Höxter", "Herford") && !are_neighbours("Lippe", "Lippe") && !are_neighbours("Lippe", ""));
    for one in Town::all() {
        for two in Town::all() {
            assert_eq!(are_neighbours(one.district, two.district), are_neighbours(two.district, one.district));
        }
    }
}

#[test]
fn sizes_go_by_inhabitants() {
    for (name, size) in [
        ("Nieheim", SizeClass::Small),
        ("Brakel", SizeClass::Middle),
        ("Höxter", SizeClass::Large),
        ("Minden", SizeClass::City),
    ] {
        assert_eq!(named(name).size(), size);
    }
}
