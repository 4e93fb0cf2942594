use ::serde_json::{Value, json};
use ::std::collections::BTreeSet;
use ::ticket::{Detail, Facts, Reason, Verdict, decide};

const VECTORS: &str = include_str!("../data/admission.json");

/// The vectors that every program of ours that admits must meet, whatever its language.
#[test]
fn the_rules_meet_the_vectors() {
    let file: Value = serde_json::from_str(VECTORS).expect("JSON");
    let vectors = file["vectors"].as_array().expect("vectors");
    assert!(vectors.len() >= 30);
    for vector in vectors {
        let mut facts = file["usual"].clone();
        for (name, value) in vector["facts"].as_object().expect("facts") {
            assert!(facts.get(name).is_some(), "{name} is no fact");
            facts[name] = value.clone();
        }
        let facts: Facts = serde_json::from_value(facts).expect("facts");
        let now = vector.get("now").unwrap_or(&file["now"]);
        let now = serde_json::from_value(now.clone()).expect("a moment");
        let verdict = decide(&facts, now);
        assert_eq!(shown(&verdict), vector["verdict"], "{}", vector["name"]);
    }
}

fn shown(verdict: &Verdict) -> Value {
    json!({
        "status": verdict.status(),
        "reason": verdict.reason().map(Reason::as_str),
        "detail": verdict.detail().map(Detail::as_str),
        "admits": verdict.admits(),
    })
}

/// Over all combinations: force alone never turns a "never" into an admission, and whoever is admitted without it
/// has a proof, a place, the newest code, the right gate and the right time, and is not inside.
#[test]
fn no_combination_of_facts_lets_the_wrong_one_in() {
    let proofs = ["signed", "listed", "malformed", "foreign_congress", "unknown_key", "wrong_signature"];
    let holders =
        ["valid", "unpaid", "nameless", "test", "unapproved", "waiting", "blocked", "cancelled", "unknown", "unlisted"];
    let times = ["2027-03-11T05:00:00Z", "2027-03-11T10:00:00Z", "2027-03-11T20:00:00Z"];
    let mut admitted = 0;
    for proof in proofs {
        for holder in holders {
            for now in times {
                for bits in 0..16 {
                    let [current, category, inside, force] = [1, 2, 4, 8].map(|bit| bits & bit != 0);
                    let facts: Facts = serde_json::from_value(json!({
                        "proof": proof, "holder": holder, "current": current, "category_admitted": category,
                        "inside": inside, "force": force,
                        "valid_from": "2027-03-11T08:00:00Z", "valid_until": "2027-03-11T17:00:00Z",
                    }))
                    .expect("facts");
                    let verdict = decide(&facts, serde_json::from_value(json!(now)).expect("a moment"));
                    let genuine = proof == "signed" || (proof == "listed" && holder != "unlisted");
                    let place = matches!(holder, "valid" | "unpaid" | "nameless" | "unlisted");
                    if verdict.admits() {
                        assert!(genuine && place && current && category, "{facts:?} {verdict:?}");
                    }
                    if verdict == Verdict::Admitted {
                        assert!(holder == "valid" && now == times[1] && !inside, "{facts:?}");
                        admitted += 1;
                    }
                    if force {
                        let unforced =
                            decide(&Facts { force: false, ..facts }, "2027-03-11T10:00:00Z".parse().expect("a moment"));
                        let overridden = unforced.reason().is_none_or(|r| {
                            matches!(r, Reason::Unpaid | Reason::Rules | Reason::InvalidTime | Reason::AlreadyRedeemed)
                        });
                        assert_eq!(verdict.admits(), overridden, "{facts:?}");
                    }
                }
            }
        }
    }
    // signed and listed, each with and without a force that was not needed
    assert_eq!(admitted, 4);
}

#[test]
fn the_vocabulary_is_as_outside_programs_know_it() {
    let words: BTreeSet<&str> = Reason::ALL.into_iter().map(Reason::as_str).collect();
    let known = "invalid|unpaid|blocked|canceled|already_redeemed|invalid_time|product|rules|revoked|unapproved|ambiguous|error";
    assert_eq!(words, known.split('|').collect());
    for reason in Reason::ALL {
        assert_eq!(serde_json::to_value(reason).expect("JSON"), json!(reason.as_str()));
    }
    for detail in Detail::ALL {
        assert_eq!(serde_json::to_value(detail).expect("JSON"), json!(detail.as_str()));
    }
}
