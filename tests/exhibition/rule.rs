//! What the rules say, over plain values.

use base::Chance;
use exhibition::query::natural;
use exhibition::rules::outline::{OutlineFault, clean};
use exhibition::rules::spread::spread;
use exhibition::rules::{Fittings, fits, is_roomy};

fn fittings(chance: &Chance) -> Fittings {
    let coin = || chance.below(3) == 0;
    Fittings { power: coin(), screen: coin(), space: coin() }
}

/// How many can be placed at most, tried out.
fn most(projects: &[Fittings], stands: &[Fittings], taken: &mut Vec<bool>) -> usize {
    let Some((first, rest)) = projects.split_first() else { return 0 };
    let mut best = most(rest, stands, taken);
    for stand in 0..stands.len() {
        if !taken[stand] && stands[stand].covers(*first) {
            taken[stand] = true;
            best = best.max(1 + most(rest, stands, taken));
            taken[stand] = false;
        }
    }
    best
}

#[test]
fn as_many_projects_as_can_be_get_a_stand_that_has_what_they_need() {
    let chance = Chance::seeded(37);
    for _ in 0..400 {
        let n = |below: u64| usize::try_from(chance.below(below)).unwrap();
        let projects: Vec<Fittings> = (0..n(5)).map(|_| fittings(&chance)).collect();
        let stands: Vec<Fittings> = (0..n(5)).map(|_| fittings(&chance)).collect();
        let pairs = spread(&projects, &stands);
        assert!(pairs.iter().all(|(project, stand)| stands[*stand].covers(projects[*project])));
        let mut used: Vec<usize> = pairs.iter().map(|(_, stand)| *stand).collect();
        used.sort_unstable();
        used.dedup();
        assert_eq!(used.len(), pairs.len(), "one project a stand");
        assert_eq!(pairs.len(), most(&projects, &stands, &mut vec![false; stands.len()]), "{projects:?} {stands:?}");
        assert_eq!(pairs, spread(&projects, &stands), "the same again");
    }
}

#[test]
fn what_needs_little_leaves_the_rest_to_others() {
    let (plain, power) = (Fittings::default(), Fittings { power: true, ..Fittings::default() });
    assert_eq!(spread(&[plain], &[power, plain]), [(0, 1)]);
}

#[test]
fn a_stand_is_inside_or_it_is_not() {
    assert!(fits((1_000, 500), (0, 0), (1_000, 500)));
    for (place, size) in [((-1, 0), (100, 100)), ((901, 0), (100, 100)), ((0, 401), (100, 100)), ((0, 0), (0, 100))] {
        assert!(!fits((1_000, 500), place, size), "{place:?} {size:?}");
    }
    assert!(!fits((1_000, 500), (i32::MAX, 0), (i32::MAX, 100)));
    assert!(is_roomy(200, 200) && !is_roomy(200, 199));
}

#[test]
fn a_drawing_keeps_its_lines_and_nothing_else() {
    let drawn = r##"<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "boo">]>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 38 14" onload="alert(1)">
        <style>@import url(http://evil.example)</style><script>alert(1)</script>
        <g transform="translate(1 2)" onclick="alert(1)"><path d="M0 0 L10 10z" style="fill:url(#x)" class="a"/></g>
        <g transform="evil(1)"><rect x="1" y="2" width="3" height="4&quot; onload=&quot;alert(1)"/></g>
        <a href="javascript:alert(1)"><circle cx="1" cy="1" r="1"/></a>
        <foreignObject><iframe src="http://evil.example"/></foreignObject><image href="http://evil.example/x.png"/>
        <use href="#x"/><text>Halle &x;</text><animate attributeName="href" to="javascript:alert(1)"/>
        <defs><path d="M0 0"/></defs><line x1="0" y1="0" x2="1" y2="expression(1)"/></svg>"##;
    let kept = clean(drawn).unwrap();
    assert_eq!(
        kept,
        "<svg viewBox=\"0 0 38 14\" width=\"100%\" height=\"100%\" preserveAspectRatio=\"none\">\
         <g transform=\"translate(1 2)\"><path d=\"M0 0 L10 10z\"/></g><g><rect x=\"1\" y=\"2\" width=\"3\"/></g>\
         <circle cx=\"1\" cy=\"1\" r=\"1\"/><line x1=\"0\" y1=\"0\" x2=\"1\"/></svg>"
    );
    // What is kept is taken again as it is.
    assert_eq!(clean(&kept).unwrap(), kept);
    assert_eq!(clean(" \n").unwrap(), "");
}

#[test]
fn what_is_no_drawing_is_refused() {
    let deep = format!("<svg viewBox=\"0 0 1 1\">{}", "<g>".repeat(500));
    let cases = [
        ("Halle", OutlineFault::NoSvg),
        ("<html><p>x</p></html>", OutlineFault::NoSvg),
        ("<svg viewBox=\"0 0 1 1\"><text>x</text></svg>", OutlineFault::Empty),
        ("<svg><path d=\"M0 0\"/></svg>", OutlineFault::NoSvg),
        ("<svg viewBox=\"0 0 nan 1\"><path d=\"M0 0\"/></svg>", OutlineFault::NoSvg),
        ("<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"", OutlineFault::NoSvg),
        (deep.as_str(), OutlineFault::NoSvg),
        (&"x".repeat(200_001), OutlineFault::TooLarge),
    ];
    for (drawn, fault) in cases {
        assert_eq!(clean(drawn), Err(fault), "{}", drawn.chars().take(60).collect::<String>());
    }
}

#[test]
fn numbers_are_sorted_as_people_count() {
    let mut numbers = vec!["12", "A 10", "2", "A 2", "1", "B"];
    numbers.sort_by_key(|number| natural(number));
    assert_eq!(numbers, ["1", "2", "12", "A 2", "A 10", "B"]);
}
