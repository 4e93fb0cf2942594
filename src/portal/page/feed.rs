//! Releases of the programme as a feed: Atom (RFC 4287), whose ids never change.

use super::{Scene, changes};
use address::release as at;
use chrono::SecondsFormat;
use programme::query::release::{Named, Told};
use std::fmt::Write;

/// The feed. `absolute` makes whole addresses of paths.
pub fn atom(scene: Scene, all: &[Told], named: &Named, absolute: impl Fn(&str) -> String) -> String {
    let congress = scene.congress;
    let language = scene.words.language();
    let name = congress.name.in_language(language);
    let (own, page) =
        (absolute(&at::ChangesFeed::new(&congress.slug).path()), absolute(&at::Changes::new(&congress.slug).path()));
    let time = |told: &Told| told.release.made_at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let updated = all.first().map_or_else(|| congress.starts_at.to_rfc3339_opts(SecondsFormat::Secs, true), time);
    let title = scene.with("portal-changes-feed-title", &[("congress", name.into())]);
    let mut feed = String::with_capacity(4096);
    // Writing to a String does not fail.
    let _ = write!(
        feed,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <id>urn:uuid:{}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
         <author><name>{}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        congress.id,
        text(&title),
        text(name),
        text(&own),
        text(&page),
    );
    for told in all {
        let made = time(told);
        let link = absolute(&at::Version::new(&congress.slug, told.release.number.to_string()).path());
        let content = changes::content(scene, told, named).into_string();
        let _ = write!(
            feed,
            "<entry>\n<id>urn:uuid:{}</id>\n<title>{}</title>\n<published>{made}</published>\n<updated>{made}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<content type=\"html\">{}</content>\n</entry>\n",
            told.release.id,
            text(&changes::name(scene, told)),
            text(&link),
            text(&content),
        );
    }
    feed.push_str("</feed>\n");
    feed
}

/// As it may stand in XML: what no document may hold is left out (XML 1.0 §2.2).
fn text(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}
