//! How much is measured.

use std::time::Duration;

/// How much of everything there is.
pub struct Scale {
    /// Orders that are laid in: for two people or three, 50,000 in all.
    pub laid_in: usize,
    /// How long each figure is measured at once.
    pub span: Duration,
    /// The rush: who comes, for how many seats.
    pub rushers: usize,
    pub seats: usize,
    /// Codes that are drawn.
    pub vouchers: usize,
    /// Who waits, and how many seats come free.
    pub waiting: usize,
    pub freed: usize,
}

impl Scale {
    const WHOLE: Self = Self {
        laid_in: 20_000,
        span: Duration::from_secs(3),
        rushers: 3_000,
        seats: 400,
        vouchers: 5_000,
        waiting: 2_000,
        freed: 500,
    };
    /// To try the bench itself: its figures say nothing.
    const SMALL: Self = Self {
        laid_in: 200,
        span: Duration::from_millis(500),
        rushers: 150,
        seats: 20,
        vouchers: 200,
        waiting: 60,
        freed: 15,
    };

    /// All of it, unless the environment asks for little.
    pub fn chosen() -> Self {
        if std::env::var_os("BENCH_SMALL").is_some() { Self::SMALL } else { Self::WHOLE }
    }

    pub fn attendees(&self) -> usize {
        self.laid_in * 5 / 2
    }
}
