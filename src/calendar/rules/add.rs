//! Links by which an appointment goes into a calendar on the web: plain addresses, followed by who wants to.

use crate::ics::Event;
use base::Time;
use url::Url;

/// The longest text that is handed over in an address, in characters.
const LONGEST: usize = 1_000;

/// Google's calendar, with a form that is filled in.
pub fn google(event: &Event) -> String {
    let utc = |time: Time| time.format("%Y%m%dT%H%M%SZ").to_string();
    let dates = format!("{}/{}", utc(event.starts), utc(event.ends));
    with(
        "https://calendar.google.com/calendar/render",
        &[
            ("action", "TEMPLATE"),
            ("text", &event.title),
            ("dates", &dates),
            ("location", &event.location),
            ("details", &shortened(&event.description)),
        ],
    )
}

/// The same at Outlook.com.
pub fn outlook(event: &Event) -> String {
    let utc = |time: Time| time.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    with(
        "https://outlook.live.com/calendar/0/action/compose",
        &[
            ("rru", "addevent"),
            ("subject", &event.title),
            ("startdt", &utc(event.starts)),
            ("enddt", &utc(event.ends)),
            ("location", &event.location),
            ("body", &shortened(&event.description)),
        ],
    )
}

/// `webcal://kongress.example/…`: what programs on phones and computers take as a calendar to subscribe to.
pub fn webcal(address: &str) -> String {
    match address.split_once("://") {
        Some((_, rest)) => format!("webcal://{rest}"),
        None => address.to_owned(),
    }
}

fn with(base: &str, pairs: &[(&str, &str)]) -> String {
    // A space is `%20`: Outlook shows a plus as it is.
    let asked = pairs.iter().filter(|(_, value)| !value.is_empty());
    Url::parse_with_params(base, asked).map(|url| url.as_str().replace('+', "%20")).unwrap_or_else(|_| base.to_owned())
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
