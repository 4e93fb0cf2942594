//! Whoever has a personal link can change the order behind it. What is kept of a mail outlives it in every backup, so
//! it holds none; sent again, a mail is written anew.

/// The length of a link's secret, `base::secret::LinkKey`: 128 bits in base32.
const LENGTH: usize = 26;

/// The text with `…` for the secret of every personal link.
pub fn without_secrets(text: &str) -> String {
    let mut open = String::with_capacity(text.len());
    let mut run = String::new();
    let mut before = None;
    for c in text.chars().map(Some).chain([None]) {
        if let Some(c) = c.filter(|c| is_secret(*c)) {
            run.push(c);
            continue;
        }
        if run.len() == LENGTH && matches!(before, Some('/' | '-')) {
            open.push('…');
        } else {
            open.push_str(&run);
        }
        run.clear();
        open.extend(c);
        before = c;
    }
    open
}

fn is_secret(c: char) -> bool {
    matches!(c, 'a'..='z' | '2'..='7')
}
