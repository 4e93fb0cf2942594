//! Who suits whom: examples.

use super::sample::{ORGANISATION, PERSON, World, entry, id, nearness, of, person, span, topic};
use ::base::{Language, Uuid};
use ::networking::rules::matching::{
    Bonds, Entry, Form, Kind, Maturity, Nearness, Part, Profile, Reason, Region, Relation, Seeker, Side, Weights,
    complete, fits, jointly, rank, score,
};
use ::networking::rules::town::{SizeClass, Town};

/// A viewer who seeks experience with topic 1, in Höxter.
fn seeker() -> Profile {
    of(0, "Höxter", Side::Need, Form::Experience, 1)
}

fn helper(n: usize, on: usize) -> Profile {
    of(n, "Lemgo", Side::Offer, Form::Experience, on)
}

fn order(viewer: &Profile, others: &[Profile], world: &World) -> Vec<Uuid> {
    rank(viewer, others, world.setting(), 10).into_iter().map(|matched| matched.other).collect()
}

#[test]
fn the_it_lead_of_hoexter_finds_lemgo_and_reads_why() {
    let mut viewer = seeker();
    viewer.on_site = true;
    viewer.presence = vec![span(0, 180)];
    let mut lemgo = helper(1, 1);
    lemgo.on_site = true;
    lemgo.presence = vec![span(60, 240), span(300, 320)];
    lemgo.entries[0].maturity = Some(Maturity::Running);
    lemgo.entries[0].since = Some(2023);
    let matched = score(&viewer, &lemgo, World::default().setting()).unwrap();
    let meets = Reason::NeedMeetsOffer {
        seeker: Seeker::Viewer,
        need: viewer.entries[0].id,
        offer: lemgo.entries[0].id,
        wanted: Form::Experience,
        topic: topic(1),
        offered: Form::Experience,
        offered_topic: topic(1),
        near: Nearness::Same,
        maturity: Some(Maturity::Running),
        since: Some(2023),
    };
    let size = Reason::SimilarSize { mine: 28_600, theirs: 40_700 };
    assert_eq!(matched.reasons[..2], [meets, size]);
    let place = Reason::Neighbourhood { relation: Relation::NeighbourDistrict, km: 44 };
    let time = Reason::Presence { span: span(60, 180) };
    assert!([place, time].contains(&matched.reasons[2]), "{matched:?}");
}

#[test]
fn near_topics_count_less_and_far_ones_nothing() {
    let world = World { weights: Weights::default().with(Part::Turn, 0), ..World::default() };
    // The same, the one that it is part of, another part of that; another tree.
    let others: Vec<Profile> = [(1, 1), (2, 0), (3, 2), (4, 5)].map(|(n, on)| helper(n, on)).into();
    let best = rank(&seeker(), &others, world.setting(), 10);
    assert_eq!(best.iter().map(|matched| matched.other).collect::<Vec<_>>(), [1, 2, 3].map(|n| id(PERSON, n)));
    let near = best.iter().filter_map(|matched| nearness(&matched.reasons[0]));
    assert_eq!(near.collect::<Vec<_>>(), [Nearness::Same, Nearness::Part, Nearness::Sibling]);
    // Neighbours of one size with nothing to talk about are no match.
    assert_eq!(score(&seeker(), &Profile { entries: vec![], ..helper(5, 1) }, world.setting()), None);
}

#[test]
fn interest_comes_first_among_those_who_suit_and_mutual_interest_before_everything() {
    let mut others: Vec<Profile> = (1..8).map(|n| helper(n, 1)).collect();
    // Somebody with the weakest reason there is.
    others.push(Profile { works_on: vec![topic(1)], ..person(8) });
    let bonds = |pairs: &[(usize, usize)]| {
        let interested = pairs.iter().map(|(from, to)| (id(PERSON, *from), id(PERSON, *to))).collect();
        Bonds { interested, ..Bonds::default() }
    };
    for day in 0..30 {
        let world = World { bonds: bonds(&[(5, 0)]), day, ..World::default() };
        assert_eq!(order(&seeker(), &others, &world)[0], id(PERSON, 5), "day {day}");
        // Who has shown interest and little else would be told by standing first.
        let world = World { bonds: bonds(&[(8, 0)]), day, ..World::default() };
        assert_eq!(order(&seeker(), &others, &world)[7], id(PERSON, 8), "day {day}");
        let world = World { bonds: bonds(&[(5, 0), (8, 0), (0, 8)]), day, ..World::default() };
        assert_eq!(order(&seeker(), &others, &world)[..2], [8, 5].map(|n| id(PERSON, n)), "day {day}");
        let best = rank(&seeker(), &others, world.setting(), 1);
        assert_eq!(best[0].reasons, [Reason::Mutual, Reason::SameTopic { topic: topic(1) }]);
    }
}

#[test]
fn the_popular_step_back_and_equals_take_turns() {
    let mut others: Vec<Profile> = (1..5).map(|n| helper(n, 1)).collect();
    others[0].received = 200;
    others.push(helper(5, 0));
    let orders: Vec<Vec<Uuid>> =
        (0..60).map(|day| order(&seeker(), &others, &World { day, ..World::default() })).collect();
    for order in &orders {
        // The popular one behind equals, and before one who is clearly weaker.
        assert_eq!(order[3..], [id(PERSON, 1), id(PERSON, 5)]);
    }
    for n in 2..5 {
        let first = orders.iter().filter(|order| order[0] == id(PERSON, n)).count();
        assert!((10..=30).contains(&first), "{n} is first on {first} of 60 days");
    }
    // Another day, the same order: without turns.
    let world = |day| World { weights: Weights::default().with(Part::Turn, 0), day, ..World::default() };
    assert_eq!(order(&seeker(), &others, &world(1)), order(&seeker(), &others, &world(2)));
}

#[test]
fn wishes_of_size_and_region_count() {
    let world = World { weights: Weights::default().with(Part::Turn, 0), ..World::default() };
    let points = |size: Option<SizeClass>, region: Option<Region>, town: &str| {
        let mut viewer = seeker();
        (viewer.entries[0].size, viewer.entries[0].region) = (size, region);
        score(&viewer, &of(1, town, Side::Offer, Form::Experience, 1), world.setting()).unwrap().score
    };
    let plain = points(None, None, "Lemgo");
    assert_eq!(points(Some(SizeClass::Large), None, "Lemgo"), plain);
    assert!(points(Some(SizeClass::City), None, "Lemgo") < plain);
    assert!(points(Some(SizeClass::Small), None, "Lemgo") < points(Some(SizeClass::City), None, "Lemgo"));
    assert_eq!(points(None, Some(Region::Neighbourhood), "Lemgo"), plain);
    let far = points(None, None, "Rahden");
    assert_eq!(points(None, Some(Region::Owl), "Rahden"), far);
    assert!(points(None, Some(Region::Neighbourhood), "Rahden") < far);
}

#[test]
fn a_language_is_told_where_it_is_not_everybodys() {
    let speaks = |n: usize, languages: &[Language]| Profile { languages: languages.to_vec(), ..helper(n, 1) };
    let viewer = Profile { languages: vec![Language::En], kind: None, town: None, ..seeker() };
    let told = |other: &Profile| score(&viewer, other, World::default().setting()).map(|matched| matched.reasons);
    let english = Reason::Language { language: Language::En };
    assert!(told(&speaks(1, &[Language::De, Language::En])).unwrap().contains(&english));
    assert!(!told(&speaks(2, &[])).unwrap().contains(&english));
    assert_eq!(told(&speaks(3, &[Language::De])), None);
}

#[test]
fn which_offer_meets_which_need() {
    let pair = |need: Form, offer: Form, maturity: Option<Maturity>| {
        let need = entry(0, 0, Side::Need, need, 1);
        let offer = Entry { maturity, ..entry(1, 0, Side::Offer, offer, 1) };
        fits(&need, &offer)
    };
    let running = Some(Maturity::Running);
    for form in Form::ALL {
        assert_eq!(pair(form, form, running), 100, "{form:?}");
    }
    assert_eq!(pair(Form::Experience, Form::Experience, Some(Maturity::Idea)), 70);
    assert_eq!(pair(Form::Experience, Form::SiteVisit, None), 80);
    assert_eq!(pair(Form::Experience, Form::Solution, running), 80);
    assert_eq!(pair(Form::Experience, Form::Solution, Some(Maturity::Pilot)), 0);
    assert_eq!(pair(Form::Reuse, Form::Solution, Some(Maturity::Transferable)), 100);
    assert_eq!(pair(Form::Reuse, Form::Solution, Some(Maturity::Planning)), 0);
    for other in [Form::Staff, Form::FundingPartner, Form::PilotPlace] {
        for form in Form::ALL.into_iter().filter(|form| *form != other) {
            assert_eq!((pair(form, other, running), pair(other, form, running)), (0, 0), "{form:?} {other:?}");
        }
    }
}

#[test]
fn what_can_be_met_together_is_the_same_from_either_side() {
    let need = |form: Form, maturity: Option<Maturity>| Entry { maturity, ..entry(0, 0, Side::Need, form, 1) };
    for near in [Nearness::Same, Nearness::Part, Nearness::Sibling] {
        for a in Form::ALL {
            for b in Form::ALL {
                for maturity in [None, Some(Maturity::Idea), Some(Maturity::Running)] {
                    let (a, b) = (need(a, maturity), need(b, Some(Maturity::Planning)));
                    assert_eq!(jointly(&a, &b, near), jointly(&b, &a, near));
                }
            }
        }
    }
    let idea = need(Form::Experience, Some(Maturity::Idea));
    assert_eq!(jointly(&idea, &need(Form::Solution, Some(Maturity::Planning)), Nearness::Same), 70);
    assert_eq!(jointly(&idea, &need(Form::Solution, Some(Maturity::Planning)), Nearness::Sibling), 0);
    assert_eq!(jointly(&idea, &need(Form::Solution, None), Nearness::Same), 0);
    for a in Kind::ALL {
        for b in Kind::ALL {
            assert_eq!(complete(a, b, true), complete(b, a, true));
            assert!(complete(a, b, true) >= complete(a, b, false));
        }
    }
    assert_eq!(complete(Kind::Municipality, Kind::Business, false), 0);
}

#[test]
fn a_town_of_its_own_organisation_is_not_shown_to_itself() {
    let colleague = Profile { organisation: Some(id(ORGANISATION, 0)), ..helper(1, 1) };
    assert_eq!(score(&seeker(), &colleague, World::default().setting()), None);
    // Who has no organisation is in nobody's.
    let (one, two) = (Profile { organisation: None, ..seeker() }, Profile { organisation: None, ..helper(1, 1) });
    assert!(score(&one, &two, World::default().setting()).is_some());
    assert!(Town::find("Höxter").is_some_and(|town| Some(town) == one.town));
}
