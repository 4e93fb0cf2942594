//! What others say, as the database takes it.

/// The longest that is kept, in characters.
const LONGEST: usize = 1_000;

/// What a server, a library or a panic said, as it is stored: on one line, without control characters (PostgreSQL cannot
/// store U+0000), and what is longer than 1,000 characters ends in `…`.
pub fn reason(said: &str) -> String {
    let mut line = said.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !c.is_control());
    let mut kept: String = line.by_ref().take(LONGEST).collect();
    if line.next().is_some() {
        kept.pop();
        kept.push('…');
    }
    kept
}
