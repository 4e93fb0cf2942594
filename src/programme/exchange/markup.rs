//! How a text of a file is written, which none of the formats says; and which of ours is told to other programs.

use crate::entity::session::Markup;
use base::Language;

/// In which of our languages a session that is held in this one is told to other programs.
pub fn language(held_in: &str) -> Language {
    if held_in.get(..2).is_some_and(|two| two.eq_ignore_ascii_case("en")) { Language::En } else { Language::De }
}

/// HTML if there is a tag or an entity in one of them, else Markdown, which plain text is too.
pub fn of(texts: &[Option<&str>]) -> Markup {
    if texts.iter().flatten().any(|text| is_html(text)) { Markup::Html } else { Markup::Markdown }
}

fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let tag = text.get(at + 1..).unwrap_or_default();
        let tag = tag.strip_prefix('/').unwrap_or(tag);
        let name = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let rest = tag.get(name..).unwrap_or_default();
        // `<https://…>` is an address in Markdown, `a <b` a comparison.
        name > 0
            && tag.starts_with(|c: char| c.is_ascii_alphabetic())
            && (rest.starts_with(['>', '/']) || rest.starts_with(char::is_whitespace) && rest.contains('>'))
    })
}
