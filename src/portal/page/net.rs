//! The net of OWL's towns, the identity's graphic. Decoration: it says nothing that the page does not say.

use maud::{Markup, html};

const LINES: &[[u16; 4]] = &[
    [259, 59, 174, 159],
    [157, 53, 174, 159],
    [157, 53, 259, 59],
    [174, 159, 253, 203],
    [126, 209, 246, 253],
    [75, 270, 92, 325],
    [92, 325, 136, 347],
    [246, 253, 318, 253],
    [318, 253, 417, 347],
    [201, 375, 349, 375],
    [349, 375, 417, 347],
    [201, 375, 338, 503],
    [349, 375, 338, 503],
    [259, 59, 253, 203],
    [253, 203, 318, 253],
];

const STRONG: &[[u16; 4]] = &[
    [174, 159, 126, 209],
    [126, 209, 75, 270],
    [126, 209, 253, 203],
    [253, 203, 246, 253],
    [246, 253, 201, 375],
    [75, 270, 136, 347],
    [136, 347, 201, 375],
    [201, 375, 417, 347],
    [126, 209, 201, 375],
];

const MINOR: &[[u16; 2]] = &[[259, 59], [174, 159], [338, 503], [157, 53], [92, 325], [318, 253], [349, 375]];

/// Where a town is, and where its name stands: before the point (`end`) or after it.
struct Town {
    at: [u16; 2],
    name_at: [u16; 2],
    end: bool,
    name: &'static str,
}

const TOWNS: &[Town] = &[
    Town { at: [126, 209], name_at: [112, 199], end: true, name: "Bielefeld" },
    Town { at: [75, 270], name_at: [35, 298], end: false, name: "Gütersloh" },
    Town { at: [253, 203], name_at: [268, 208], end: false, name: "Lemgo" },
    Town { at: [246, 253], name_at: [232, 275], end: true, name: "Detmold" },
    Town { at: [136, 347], name_at: [142, 377], end: true, name: "Delbrück" },
    Town { at: [417, 347], name_at: [431, 329], end: true, name: "Höxter" },
];

/// Where the net has its centre.
const HERE: &str = "Paderborn";

/// The picture, for the hero of a congress at its centre; other places have none yet.
pub fn net(venue_town: &str) -> Markup {
    if venue_town != HERE {
        return html! {};
    }
    html! {
        svg."region-net hero__art" viewBox="14 36 470 480" aria-hidden="true" {
            @for [x1, y1, x2, y2] in LINES { line x1=(x1) y1=(y1) x2=(x2) y2=(y2) {} }
            @for [x1, y1, x2, y2] in STRONG { line.strong x1=(x1) y1=(y1) x2=(x2) y2=(y2) {} }
            @for [x, y] in MINOR { circle.minor cx=(x) cy=(y) r="5" {} }
            @for Town { at: [x, y], name_at: [name_x, name_y], end, name } in TOWNS {
                circle cx=(x) cy=(y) r="8" {}
                text x=(name_x) y=(name_y) text-anchor=[end.then_some("end")] { (name) }
            }
            circle.ring cx="201" cy="375" r="19" {}
            circle.here cx="201" cy="375" r="11" {}
            text.here-name x="161" y="419" { (HERE) }
        }
    }
}
