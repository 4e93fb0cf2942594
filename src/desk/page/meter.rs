//! How full a quota is, in numbers and as a bar.

use locale::{Arg, Words};
use maud::{Markup, html};

/// A quota's counts.
#[derive(Clone, Copy, Debug)]
pub struct Meter {
    /// None: no limit.
    pub size: Option<i32>,
    pub taken: i32,
    /// Of those: not paid or not approved yet.
    pub pending: i64,
}

impl Meter {
    fn free(self, size: i32) -> i64 {
        i64::from(size.saturating_sub(self.taken).max(0))
    }

    /// 422 von 450 · **28 frei**
    pub fn numbers(self, words: Words) -> Markup {
        let taken = i64::from(self.taken);
        html! {
            span.number {
                @if let Some(size) = self.size {
                    (words.with("desk-quota-taken", &[("taken", taken.into()), ("size", size.into())]))
                    " · "
                    strong { (words.with("desk-tile-free", &[("free", self.free(size).into())])) }
                } @else {
                    (words.with("desk-quota-unlimited", &[("taken", taken.into())]))
                }
            }
        }
    }

    /// The bar; none without a limit.
    pub fn bar(self, words: Words) -> Markup {
        let Some(size) = self.size else { return Markup::default() };
        let sold = i64::from(self.taken) - self.pending;
        let args: [(&'static str, Arg); 4] = [
            ("sold", sold.into()),
            ("pending", self.pending.into()),
            ("free", self.free(size).into()),
            ("size", size.into()),
        ];
        let share = |n: i64| format!("{}%", n.max(0) * 100 / i64::from(size).max(1));
        html! {
            svg."seat-meter"."seat-meter--full"[self.taken >= size] role="img" aria-label=(words.with("desk-quota-meter", &args)) {
                rect.seat-meter__sold x="0%" width=(share(sold)) height="100%" {}
                @if self.pending > 0 { rect.seat-meter__wait x=(share(sold)) width=(share(self.pending)) height="100%" {} }
            }
        }
    }
}

/// What the colours of the bar mean.
pub fn legend(words: Words) -> Markup {
    let entry = |class: &str, key: &str| {
        html! {
            li {
                svg viewBox="0 0 14 14" aria-hidden="true" { rect class=(class) width="14" height="14" {} }
                (words.t(key))
            }
        }
    };
    html! {
        ul.legend {
            (entry("seat-meter__sold", "desk-quota-sold"))
            (entry("seat-meter__wait", "desk-quota-pending"))
        }
    }
}
