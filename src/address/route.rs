//! How an address is declared.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::Write;

/// What may stand in a path segment as it is (RFC 3986 §2.3, unreserved).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The pattern that a router mounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Route(&'static str);

impl Route {
    pub(crate) const fn new(pattern: &'static str) -> Self {
        Self(pattern)
    }

    /// In axum's spelling: `/{congress}/orders/{code}`.
    pub const fn pattern(self) -> &'static str {
        self.0
    }

    /// The names of the pattern's variables, in order.
    pub fn variables(self) -> impl Iterator<Item = &'static str> {
        self.0.split('/').filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'))
    }

    pub(crate) fn fill(self, fields: &[(&str, &str)]) -> String {
        let mut path = String::with_capacity(self.0.len() + 32);
        for segment in self.0.split('/').skip(1) {
            path.push('/');
            let name = segment.strip_prefix('{').and_then(|s| s.strip_suffix('}'));
            match name.and_then(|n| fields.iter().find(|(f, _)| *f == n)) {
                Some((_, value)) => {
                    // Writing to a String does not fail.
                    let _ = write!(path, "{}", utf8_percent_encode(value, SEGMENT));
                }
                None => path.push_str(segment),
            }
        }
        path
    }
}

/// The address of what has this name below another address.
pub fn below(path: &str, name: &str) -> String {
    format!("{path}/{}", utf8_percent_encode(name, SEGMENT))
}

/// Appends a query, encoded as forms are: `with_query("/x", &[("page", "2")])` is `/x?page=2`. Empty values are left out.
pub fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let mut whole = path.to_owned();
    let mut first = true;
    for (key, value) in query.iter().filter(|(_, v)| !v.is_empty()) {
        whole.push(if first { '?' } else { '&' });
        first = false;
        let _ = write!(whole, "{key}={}", utf8_percent_encode(value, SEGMENT));
    }
    whole
}

macro_rules! addresses {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident),+ })? = $pattern:literal;)+) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
        pub struct $name { $($(pub $field: String,)+)? }

        impl $name {
            /// Where it is mounted.
            pub const ROUTE: $crate::Route = $crate::Route::new($pattern);

            pub fn new($($($field: impl Into<String>,)+)?) -> Self {
                Self { $($($field: $field.into(),)+)? }
            }

            /// The path, encoded.
            pub fn path(&self) -> String {
                Self::ROUTE.fill(&[$($((stringify!($field), self.$field.as_str()),)+)?])
            }
        }
    )+ };
}
pub(crate) use addresses;
