//! Days, runs of impulses, the grid, filters: pure functions over a plan.

use ::base::{Text, Time};
use ::chrono::{NaiveDate, TimeDelta, TimeZone};
use ::locale::Tz;
use ::portal::query::programme::filter::Chosen;
use ::portal::query::programme::grid::{Cell, grid};
use ::portal::query::programme::{Entry, Filter, View, days, entries};
use ::portal::stars::Stars;
use ::programme::query::public::{Named, Plan, Room, Session, Slot, Speaker, Track};

fn at(day: u32, hour: u32, minute: u32) -> Time {
    Tz::Europe__Berlin.with_ymd_and_hms(2027, 3, day, hour, minute, 0).earliest().unwrap().to_utc()
}

fn slot(session: usize, room: Option<usize>, from: Time, minutes: i64) -> Slot {
    Slot {
        id: ::base::Uuid::nil(),
        session: Some(session),
        title: Text::default(),
        room,
        starts_at: from,
        ends_at: from + TimeDelta::minutes(minutes),
    }
}

fn pause(from: Time, minutes: i64) -> Slot {
    Slot { session: None, title: Text::new("Pause", "Break"), ..slot(0, None, from, minutes) }
}

fn plan(slots: Vec<Slot>) -> Plan {
    let room = |name: &str| Room { slug: name.to_lowercase(), name: Text::same(name), seats: None };
    let most = slots.iter().filter_map(|slot| slot.session).max().map_or(0, |at| at + 1);
    let session = |at: usize| Session { code: format!("code{at:02}"), ..Session::default() };
    Plan {
        slots,
        sessions: (0..most).map(session).collect(),
        rooms: vec![room("Saal"), room("Foyer"), room("Keller")],
        night: TimeDelta::hours(4),
        ..Plan::default()
    }
}

#[test]
fn who_speaks_is_sorted_by_the_family_name() {
    let sorted = |name: &str| ::base::name::sorted_by(name);
    assert_eq!(sorted("Dr. Annette von Droste-Hülshoff, M.A."), "droste-hulshoff annette");
    assert_eq!(sorted("Prof. Dr.-Ing. h.c. Karl Benz"), "benz karl");
    assert_eq!(sorted("Droste, Annette von"), "droste annette von");
    assert_eq!(sorted("Martin Luther King Jr."), "king martin luther");
    assert_eq!(sorted("andreas müller"), "muller andreas");
    assert_eq!(sorted("Ada Lovelace (sie/ihr)"), "lovelace ada");
    assert_eq!(sorted("Madonna"), "madonna");
    assert_eq!(sorted("Dr. Dre"), "dre");
    assert_eq!(sorted("Dr."), "dr.");
    assert_eq!(sorted(" , "), ",");
}

#[test]
fn what_leads_nowhere_is_no_link() {
    let prose = |text: &str| ::portal::page::prose::prose(text, 1).into_string();
    assert_eq!(prose("[Klick *hier*](javascript:alert(1))"), "<p>Klick <em>hier</em></p>\n");
    assert_eq!(prose("[a](data:text/html,x) ![b](vbscript:x) [c]()"), "<p>a b c</p>\n");
    assert!(
        prose("[a](/owl/programme) [b](#c:d) <mailto:a@b.example> [e](HTTPS://f.example)").matches("<a href=").count()
            == 4
    );
    assert!(!prose("[a](java&#9;script:alert(1))").contains("href"));
}

#[test]
fn the_night_belongs_to_the_day_before() {
    let plan = plan(vec![
        slot(0, Some(0), at(11, 10, 0), 30),
        slot(1, Some(0), at(12, 1, 0), 30),
        slot(2, Some(0), at(12, 4, 0), 30),
        // The night in which the clock goes forward: half past three is an hour and a half after one.
        slot(3, Some(0), at(28, 3, 30), 30),
        slot(4, Some(0), at(28, 4, 0), 30),
    ]);
    let told: Vec<_> = days(&plan, Tz::Europe__Berlin).into_iter().map(|day| (day.date, day.slots)).collect();
    let date = |day| NaiveDate::from_ymd_opt(2027, 3, day).unwrap();
    assert_eq!(told, [(date(11), vec![0, 1]), (date(12), vec![2]), (date(27), vec![3]), (date(28), vec![4])]);
}

#[test]
fn impulses_that_follow_each_other_are_told_together() {
    let impulse = |at_: usize, minute| slot(at_, Some(0), at(11, 10, minute), 3);
    let three = plan(vec![impulse(0, 0), slot(1, Some(1), at(11, 10, 0), 60), impulse(2, 5), impulse(3, 10)]);
    let all: Vec<usize> = (0..4).collect();
    assert_eq!(entries(&three, &all), [Entry { slots: vec![0, 2, 3] }, Entry { slots: vec![1] }]);
    // Two are no run, nor is what has a gap, another track, or is longer.
    let single =
        |plan: &Plan| entries(plan, &(0..plan.slots.len()).collect::<Vec<_>>()).iter().all(|e| e.slots.len() == 1);
    assert!(single(&plan(vec![impulse(0, 0), impulse(1, 5)])));
    assert!(single(&plan(vec![impulse(0, 0), impulse(1, 5), impulse(2, 20), impulse(3, 25)])));
    assert!(single(&plan((0..4_u32).map(|n| slot(n as usize, Some(0), at(11, 10, n * 10), 10)).collect())));
    let mut tracks = plan(vec![impulse(0, 0), impulse(1, 5), impulse(2, 10)]);
    tracks.sessions[1].track = Some(1);
    assert!(single(&tracks));
}

#[test]
fn a_row_is_five_minutes_and_a_room_has_as_many_columns_as_it_needs() {
    let plan = plan(vec![
        slot(0, Some(0), at(11, 10, 10), 20),
        slot(1, Some(1), at(11, 10, 10), 60),
        slot(2, Some(1), at(11, 10, 30), 20),
        slot(3, Some(0), at(11, 10, 32), 1),
        slot(4, Some(1), at(11, 11, 10), 30),
    ]);
    let entries = entries(&plan, &[0, 1, 2, 3, 4]);
    let grid = grid(&plan, &entries).unwrap();
    assert_eq!(grid.starts_at, at(11, 10, 0));
    assert_eq!((grid.rooms.clone(), grid.columns), (vec![(Some(0), 1), (Some(1), 2)], 3));
    let cells = [(3, 4, 1, 1), (3, 12, 2, 1), (7, 4, 3, 1), (7, 1, 1, 1), (15, 6, 2, 2)];
    assert_eq!(grid.cells, cells.map(|(row, span, column, wide)| Cell { row, span, column, wide }));
    assert_eq!(grid.times.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [1, 7, 13, 19]);
    assert_eq!(
        (grid.row_of(at(11, 10, 4)), grid.row_of(at(11, 9, 59)), grid.row_of(at(11, 12, 0))),
        (Some(1), None, None)
    );
}

#[test]
fn a_break_without_a_room_stands_where_nothing_else_is() {
    let lunch = pause(at(11, 12, 0), 60);
    let plan_ = plan(vec![
        slot(0, Some(0), at(11, 10, 0), 60),
        slot(1, Some(1), at(11, 10, 0), 60),
        slot(2, Some(2), at(11, 10, 0), 60),
        lunch,
        slot(3, Some(2), at(11, 12, 30), 60),
    ]);
    let placed = grid(&plan_, &entries(&plan_, &[0, 1, 2, 3, 4])).unwrap();
    assert_eq!((placed.cells[3].column, placed.cells[3].wide), (1, 2));
    // Nowhere free: a column of its own.
    let full = plan(vec![slot(0, Some(0), at(11, 10, 0), 60), pause(at(11, 10, 0), 30)]);
    let placed = grid(&full, &entries(&full, &[0, 1])).unwrap();
    assert_eq!((placed.cells[1].column, placed.columns, placed.rooms.last()), (2, 2, Some(&(None, 1))));
    // Breaks alone.
    let alone = plan(vec![pause(at(11, 10, 0), 30)]);
    assert_eq!(grid(&alone, &entries(&alone, &[0])).unwrap().columns, 1);
}

#[test]
fn a_day_stays_within_the_rows_that_there_are() {
    let long = plan(vec![slot(0, Some(0), at(11, 10, 0), 60 * 24 * 5), slot(1, Some(1), at(11, 10, 0), 0)]);
    let grid_ = grid(&long, &entries(&long, &[0, 1])).unwrap();
    assert_eq!((grid_.rows, grid_.cells[0].span, grid_.cells[1].span), (300, 300, 1));
    let many = plan((0..81).map(|n| slot(n, Some(0), at(11, 10, 0), 30)).collect());
    assert_eq!(grid(&many, &entries(&many, &(0..81).collect::<Vec<_>>())), None);
    assert_eq!(grid(&many, &[]), None);
}

#[test]
fn an_address_is_read_as_it_is_written() {
    let query = "day=2027-03-11&view=list&zone=Asia%2FTokyo&room=saal&room=foyer&room=saal&track=city&type=talk&topic=dms&spoken=en&q=%20Gr%C3%BC%C3%9Fe&starred=on";
    let filter = Filter::read(query);
    assert_eq!(filter.rooms, ["saal", "foyer"]);
    assert_eq!((filter.q.as_str(), filter.view, filter.zone), ("Grüße", View::List, Some(Tz::Asia__Tokyo)));
    let path = filter.path("owl");
    assert_eq!(Filter::read(path.split_once('?').unwrap().1), filter);
    for nonsense in ["", "day=yesterday&view=cube&zone=Mars&room=&q=", "day=2027-02-30", "%00&&==&day"] {
        assert_eq!(Filter::read(nonsense), Filter::default(), "{nonsense}");
    }
    let long = "room=".to_owned() + &(0..500).map(|n| n.to_string()).collect::<Vec<_>>().join("&room=");
    assert_eq!(Filter::read(&long).rooms.len(), 60);
}

#[test]
fn filters_leave_what_fits_all_of_them() {
    let mut plan = plan(vec![
        slot(0, Some(0), at(11, 10, 0), 30),
        slot(1, Some(1), at(11, 10, 0), 30),
        pause(at(11, 12, 0), 30),
        slot(0, Some(1), at(12, 10, 0), 30),
    ]);
    let named = |slug: &str| Named { slug: slug.into(), ..Named::default() };
    plan.tracks = vec![Track { slug: "city".into(), ..Track::default() }];
    plan.kinds = vec![named("talk")];
    plan.topics = vec![named("dms")];
    plan.speakers = vec![Speaker { search: "lutkemeyer kreis hoxter".into(), ..Speaker::default() }];
    plan.sessions[0] = Session {
        code: "aaaaaa".into(),
        track: Some(0),
        kind: Some(0),
        topics: vec![0],
        language: "en".into(),
        search: "ersetzendes scannen lutkemeyer kreis hoxter".into(),
        ..Session::default()
    };
    let mut stars = Stars::default();
    stars.add("aaaaaa");
    let all: Vec<usize> = (0..plan.slots.len()).collect();
    let left = |query: &str| Filter::read(query).leave(&plan, &all, &stars);
    assert_eq!(left("day=all&view=list&zone=Asia/Tokyo"), all);
    for query in
        ["track=city", "type=talk", "topic=dms", "spoken=en", "starred=on", "q=H%C3%B6xter+SCANNEN", "q=Hoexter"]
    {
        assert_eq!(left(query), [0, 3], "{query}");
    }
    assert_eq!(left("room=saal"), [0]);
    assert_eq!(left("room=saal&room=foyer"), [0, 1, 3]);
    assert_eq!(left("track=city&room=foyer"), [3]);
    for query in ["track=none", "type=none", "topic=none", "spoken=fr", "q=Lemgo", "room=none", "track=city&q=Lemgo"] {
        assert_eq!(left(query), Vec::<usize>::new(), "{query}");
    }
    let days = days(&plan, Tz::Europe__Berlin);
    let shown = |query: &str, today| Filter::read(query).days(&days, today).len();
    assert_eq!(
        (shown("", None), shown("day=all", None), shown("q=x", None), shown("day=2027-03-12&q=x", None)),
        (1, 2, 2, 1)
    );
    let second = NaiveDate::from_ymd_opt(2027, 3, 12);
    assert_eq!(Filter::default().days(&days, second)[0].date, second.unwrap());
    assert_eq!(Filter::default().on(Chosen::One(NaiveDate::MIN)).days(&days, None).len(), 1, "a day that is none");
}

#[test]
fn texts_do_nothing_however_they_are_written() {
    use ::portal::page::prose::{Written, outward, written};
    let shown = |text: &str, how| written(text, how, 1).into_string();
    assert_eq!(
        shown("**Fett** <b onclick=x>roh</b>", Written::Markdown),
        "<p><strong>Fett</strong> &lt;b onclick=x&gt;roh&lt;/b&gt;</p>\n"
    );
    assert_eq!(shown("<b onclick=x>roh</b><h5>&lt;h1&gt;</h5>", Written::Html), "<b>roh</b><h6>&lt;h1&gt;</h6>");
    assert_eq!(shown("a <b>\nb\r\n\r\n\r\nc", Written::Plain), "<p>a &lt;b&gt;<br>b</p><p>c</p>");
    for leads in ["https://owl.example", " HTTP://owl.example", "mailto:a@b.example"] {
        assert!(outward(leads, "x").into_string().starts_with("<a href"), "{leads}");
    }
    for nowhere in ["javascript:alert(1)", "data:text/html,x", "//owl.example", "/owl", "", "\u{1}javascript:x"] {
        assert!(!outward(nowhere, "x").into_string().contains("<a"), "{nowhere}");
    }
}
