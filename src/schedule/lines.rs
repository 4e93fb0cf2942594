//! From bytes to lines and columns, as editors count.

/// The lines of a text, found when first asked for.
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, starts: Vec::new() }
    }

    /// Line of a byte, from one on.
    pub(crate) fn line(&mut self, at: usize) -> usize {
        if self.starts.is_empty() {
            self.starts.push(0);
            self.starts.extend(self.text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at + 1));
        }
        self.starts.partition_point(|start| *start <= at).max(1)
    }

    /// Line and column of a byte, from one on. Goes through the line, which may be the whole file.
    pub(crate) fn line_and_column(&mut self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let before = self.text.as_bytes().get(start..at.min(self.text.len())).unwrap_or_default();
        // Bytes that begin a character.
        (line, before.iter().filter(|b| **b & 0xC0 != 0x80).count() + 1)
    }
}
