//! Who suits whom: what holds whoever the people are.

use super::sample::{World, below, bonds, random};
use ::base::{Chance, Uuid};
use ::networking::rules::matching::{Bonds, Lens, Match, Part, Profile, Reason, SHOWN, Seeker, Weights, rank, score};

/// Worlds of so many people each, drawn at random.
fn each_world(mut check: impl FnMut(&World, &[Profile], &Chance)) {
    for seed in 0..6 {
        let chance = Chance::seeded(seed);
        let people: Vec<Profile> = (0..40).map(|n| random(&chance, n)).collect();
        let mut weights = Weights::default();
        if seed % 2 == 1 {
            let drawn = |part: Part| (part, i64::try_from(below(&chance, 1_200)).unwrap() - 100);
            weights =
                Part::ALL.map(drawn).into_iter().fold(weights, |weights, (part, weight)| weights.with(part, weight));
        }
        let world = World { bonds: bonds(&chance, people.len()), weights, day: seed, ..World::default() };
        check(&world, &people, &chance);
    }
}

/// One world with people of whom every two have been looked at.
fn each_two(mut check: impl FnMut(&World, &Profile, &Profile, Option<Match>)) {
    each_world(|world, people, _| {
        for one in people {
            for two in people {
                check(world, one, two, score(one, two, world.setting()));
            }
        }
    });
}

#[test]
fn some_are_never_shown() {
    let (mut found, mut kept) = (0, 0);
    each_two(|world, one, two, matched| {
        let bonds = &world.bonds;
        let either = |pairs: &std::collections::BTreeSet<(Uuid, Uuid)>| {
            pairs.contains(&(one.id, two.id)) || pairs.contains(&(two.id, one.id))
        };
        let own = one.organisation.is_some() && one.organisation == two.organisation;
        let mute = !one.languages.is_empty()
            && !two.languages.is_empty()
            && !one.languages.iter().any(|language| two.languages.contains(language));
        let never = one.id == two.id
            || own
            || mute
            || bonds.refused.contains(&(one.id, two.id))
            || either(&bonds.blocked)
            || either(&bonds.contacts);
        assert!(!never || matched.is_none(), "{one:?}\n{two:?}\n{matched:?}");
        found += usize::from(matched.is_some());
        kept += usize::from(never);
    });
    assert!(found > 1_000 && kept > 1_000, "{found} {kept}");
}

#[test]
fn whoever_is_found_finds_and_for_the_same_reasons() {
    each_world(|world, people, _| {
        // Without what differs by side.
        let weights = world.weights.clone().with(Part::Damping, 0).with(Part::Turn, 0);
        let mutual = |bonds: &Bonds| {
            let turned = bonds.interested.iter().map(|(one, two)| (*two, *one)).collect();
            bonds.interested.intersection(&turned).copied().collect()
        };
        let bonds = Bonds { interested: mutual(&world.bonds), refused: Default::default(), ..world.bonds.clone() };
        let world = World { weights, bonds, ..World::default() };
        for one in people {
            for two in people {
                let (there, back) = (score(one, two, world.setting()), score(two, one, world.setting()));
                let turned = back.map(|back| Match {
                    other: two.id,
                    score: back.score,
                    reasons: back.reasons.into_iter().map(Reason::mirrored).collect(),
                });
                assert_eq!(there, turned, "{one:?}\n{two:?}");
            }
        }
    });
}

#[test]
fn one_lens_tells_what_somebody_is_worth_to_all_others() {
    each_world(|world, people, _| {
        let mut lens = Lens::new(&people[0], world.setting());
        for other in people {
            let there = score(other, &people[0], world.setting()).map(|matched| matched.score);
            assert_eq!(lens.seen_by(other), there);
            assert_eq!(lens.score(other), score(&people[0], other, world.setting()).map(|matched| matched.score));
        }
    });
}

#[test]
fn the_order_of_what_comes_in_is_all_one() {
    each_world(|world, people, chance| {
        let best = rank(&people[0], people, world.setting(), 10);
        let mut turned: Vec<Profile> = people.to_vec();
        for from in (1..turned.len()).rev() {
            turned.swap(from, below(chance, from + 1));
        }
        for person in &mut turned {
            person.entries.reverse();
            person.works_on.reverse();
            person.presence.reverse();
            person.languages.reverse();
        }
        let viewer = turned.iter().find(|person| person.id == people[0].id).unwrap();
        assert_eq!(rank(viewer, &turned, world.setting(), 10), best);
        // Nor does it matter who is handed in twice, or how many are asked for.
        assert_eq!(rank(viewer, turned.iter().chain(people), world.setting(), 10), best);
        let all = rank(viewer, &turned, world.setting(), usize::MAX);
        assert_eq!(all.iter().take(10).cloned().collect::<Vec<_>>(), best);
        assert!(all.is_sorted_by_key(|matched| (std::cmp::Reverse(matched.score), matched.other)));
        assert!(rank(viewer, &turned, world.setting(), 0).is_empty());
    });
}

#[test]
fn no_reason_tells_of_interest_that_is_not_mutual_and_no_refusal_is_seen() {
    each_world(|world, people, _| {
        let silent =
            World { bonds: Bonds { interested: Default::default(), ..world.bonds.clone() }, ..World::default() };
        let silent = World { weights: world.weights.clone(), day: world.day, ..silent };
        for one in people {
            for two in people {
                let liked = |from: &Profile, to: &Profile| world.bonds.interested.contains(&(from.id, to.id));
                let (told, plain) = (score(one, two, world.setting()), score(one, two, silent.setting()));
                // Interest makes no match, and takes none away.
                assert_eq!(told.is_some(), plain.is_some());
                let (Some(told), Some(plain)) = (told, plain) else { continue };
                let mutual = liked(one, two) && liked(two, one);
                assert_eq!(told.reasons.contains(&Reason::Mutual), mutual);
                if !mutual {
                    assert_eq!(told.reasons, plain.reasons);
                }
                if !liked(two, one) {
                    assert_eq!(told.score, plain.score, "one's own interest alone changes nothing");
                } else {
                    assert!(told.score >= plain.score);
                }
            }
            // Who was refused sees the same list as before.
            let mut open = world.bonds.clone();
            open.refused.retain(|(from, _)| *from == one.id);
            let open = World { bonds: open, weights: world.weights.clone(), day: world.day, ..World::default() };
            assert_eq!(rank(one, people, world.setting(), 20), rank(one, people, open.setting(), 20));
        }
    });
}

#[test]
fn reasons_are_few_and_always_tell_what_there_is_to_talk_about() {
    let mut most = 0;
    each_two(|_, one, two, matched| {
        let Some(matched) = matched else { return };
        let about = matched.reasons.iter().filter(|reason| reason.is_about_topic()).count();
        assert!((1..=2).contains(&about) && matched.reasons.len() <= SHOWN, "{one:?}\n{two:?}\n{matched:?}");
        most = most.max(matched.reasons.len());
        // What a reason names is theirs.
        let has = |person: &Profile, entry: Uuid| person.entries.iter().any(|own| own.id == entry);
        for reason in matched.reasons {
            match reason {
                Reason::NeedMeetsOffer { seeker, need, offer, .. } => {
                    let (seeks, offers) = if seeker == Seeker::Viewer { (one, two) } else { (two, one) };
                    assert!(has(seeks, need) && has(offers, offer));
                }
                Reason::NeedMeetsNeed { mine, theirs, .. } => assert!(has(one, mine) && has(two, theirs)),
                Reason::SimilarSize { mine, theirs } => {
                    assert_eq!(one.town.map(|town| town.inhabitants), Some(mine));
                    assert_eq!(two.town.map(|town| town.inhabitants), Some(theirs));
                }
                Reason::Presence { span } => {
                    let holds = |p: &Profile| p.presence.iter().any(|own| own.common(&span) == Some(span));
                    assert!(holds(one) && holds(two) && one.on_site && two.on_site);
                }
                _ => {}
            }
        }
    });
    assert_eq!(most, SHOWN);
}

#[test]
fn what_is_clearly_better_stays_before_whatever_day_it_is() {
    each_world(|world, people, _| {
        let calm = World {
            weights: world.weights.clone().with(Part::Turn, 0),
            bonds: world.bonds.clone(),
            ..World::default()
        };
        for other in people {
            let (turned, calm) = (score(&people[0], other, world.setting()), score(&people[0], other, calm.setting()));
            let by = turned.map(|matched| matched.score).zip(calm.map(|matched| matched.score));
            assert!(by.is_none_or(|(turned, calm)| (0..=world.weights.of(Part::Turn)).contains(&(turned - calm))));
        }
    });
}

#[test]
fn weights_stay_within_their_bounds_and_interest_weighs_most() {
    each_world(|world, _, _| {
        for part in Part::ALL {
            let least = part.bounds();
            assert!(least.contains(&world.weights.of(part)), "{part:?}");
            assert!(world.weights.of(Part::Mutual) >= world.weights.of(part));
        }
        assert!(world.weights.of(Part::Interest) >= world.weights.of(Part::NeedMeetsOffer));
    });
}
