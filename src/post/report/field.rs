//! Headers, and blocks of fields that are written as headers are (RFC 5322 §2.2).

use mail_parser::Message;

/// All values of a header of the mail itself, unfolded.
pub(super) fn all(mail: &Message, name: &str) -> Vec<String> {
    let raw = mail.headers_raw();
    raw.filter(|(of, _)| of.eq_ignore_ascii_case(name)).map(|(_, value)| unfold(value)).collect()
}

pub(super) fn first(mail: &Message, name: &str) -> Option<String> {
    all(mail, name).into_iter().next()
}

fn unfold(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Fields of one block, in their order: name in lower case, and value.
pub(super) type Block = Vec<(String, String)>;

/// The blocks of a text, each ended by an empty line. What is no field is passed over.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![];
    let mut block: Block = vec![];
    for line in text.lines().chain([""]) {
        if line.trim().is_empty() {
            if !block.is_empty() {
                blocks.push(std::mem::take(&mut block));
            }
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = block.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            block.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    blocks
}

pub(super) fn get<'a>(block: &'a Block, name: &str) -> Option<&'a str> {
    block.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
}

/// What stands after the type in `rfc822; alice@example.org` or `smtp; 550 5.1.1 …`.
pub(super) fn typed(value: &str) -> &str {
    match value.split_once(';') {
        Some((kind, rest)) if kind.trim().chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => rest.trim(),
        _ => value.trim(),
    }
}

/// Whatever looks like an address in a text, in lower case, without brackets.
pub(super) fn addresses(text: &str) -> Vec<String> {
    let apart = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')');
    let words = text
        .split(apart)
        .filter(|word| word.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty()));
    words.map(str::to_lowercase).collect()
}
