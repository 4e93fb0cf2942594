//! How long something takes, as the files write it.

use chrono::TimeDelta;

/// Longer than any event: whatever says more is a mistake.
const LONGEST: i64 = 366 * 86_400;

/// Reads `HH:MM` (also with more than 24 hours or 60 minutes), minutes alone, `HH:MM:SS`, `D:HH:MM` and `D:HH:MM:SS`.
///
/// Three parts mean two things: pretalx writes `1:02:30` for a day, two hours and a half, frab `00:05:00` for five
/// minutes. Days are written with one digit and hours with two, so one digit that is not zero, before less than 24,
/// is days.
pub fn read(text: &str) -> Option<TimeDelta> {
    let parts: Vec<&str> = text.trim().split(':').collect();
    let mut numbers = Vec::with_capacity(parts.len());
    for part in &parts {
        let fits = (1..=6).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        numbers.push(if fits { part.parse::<i64>().ok()? } else { return None });
    }
    let seconds = match (numbers.as_slice(), parts.first()?.len()) {
        ([minutes], _) => minutes * 60,
        ([hours, minutes], _) => hours * 3_600 + minutes * 60,
        ([days, hours @ 0..24, minutes], 1) if *days > 0 => days * 86_400 + hours * 3_600 + minutes * 60,
        ([hours, minutes, seconds], _) => hours * 3_600 + minutes * 60 + seconds,
        ([days, hours, minutes, seconds], _) => days * 86_400 + hours * 3_600 + minutes * 60 + seconds,
        _ => return None,
    };
    (seconds <= LONGEST).then(|| TimeDelta::seconds(seconds))
}

/// As the XSD has it, which allows two digits of hours: `HH:MM`, with seconds `HH:MM:SS`, from 100 hours on `D:HH:MM`,
/// as pretalx does. Beyond nine days, which it cannot tell from hours, all readers take it for hours.
pub(crate) fn xml(duration: TimeDelta) -> String {
    let seconds = duration.num_seconds().clamp(0, LONGEST);
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match (hours, rest) {
        (..100, 0) => format!("{hours:02}:{minutes:02}"),
        (..100, _) => format!("{hours:02}:{minutes:02}:{rest:02}"),
        _ => format!("{}:{:02}:{minutes:02}", (hours / 24).min(99), hours % 24),
    }
}

/// As the JSON schema has it: `HH:MM` with as many hours as there are. Seconds go with the member `end`.
pub(crate) fn json(duration: TimeDelta) -> String {
    let minutes = duration.num_seconds().clamp(0, LONGEST) / 60;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
