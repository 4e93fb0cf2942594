//! A JSON text as a tree, with the places where things stand; members keep their order and those of one name stay two.
//! Strings and numbers are serde_json's to read.

use crate::DEEPEST;
use crate::draft::{Raw, cleaned};
use crate::error::{Fault, ReadError};

/// One value and where it begins.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) at: usize,
    pub(crate) value: Value,
}

#[derive(Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    /// As it stands there.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The members, none if it is no object.
    pub(crate) fn members(&self) -> &[(String, Node)] {
        if let Value::Object(members) = &self.value { members } else { &[] }
    }

    /// The first member of this name that is not null.
    pub(crate) fn member(&self, name: &str) -> Option<&Node> {
        let named = self.members().iter().find(|(key, node)| key == name && !matches!(node.value, Value::Null));
        named.map(|(_, node)| node)
    }

    pub(crate) fn list(&self) -> &[Node] {
        if let Value::List(list) = &self.value { list } else { &[] }
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self.value, Value::Object(_))
    }

    /// Null, or a text, list or object with nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        match &self.value {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(list) => list.is_empty(),
            Value::Object(members) => members.is_empty(),
            Value::Bool(_) | Value::Number(_) => false,
        }
    }

    /// Its text as it stands there, if there is any. Of an object with one text a language the German one, then the
    /// English; of one with a name its name.
    pub(crate) fn body(&self) -> Option<String> {
        match &self.value {
            Value::Text(text) => (!text.trim().is_empty()).then(|| text.clone()),
            Value::Number(number) => Some(number.clone()),
            Value::Bool(value) => Some(value.to_string()),
            Value::Object(members) => {
                let by_name = ["de", "en", "name", "title"].iter().find_map(|name| self.member(name)?.plain());
                by_name.or_else(|| members.iter().find_map(|(_, node)| node.plain()))
            }
            Value::Null | Value::List(_) => None,
        }
    }

    fn plain(&self) -> Option<String> {
        if self.is_object() { None } else { self.body() }
    }

    /// As [`Node::body`], without white space around it.
    pub(crate) fn line(&self) -> Option<String> {
        self.body().map(|text| text.trim().to_owned())
    }

    /// As [`Node::line`], with its place.
    pub(crate) fn raw(&self) -> Option<Raw> {
        Some(Raw { text: self.line()?, at: self.at })
    }
}

/// The tree of a whole text.
pub(crate) fn parse(text: &str) -> Result<Node, ReadError> {
    let mut parser = Parser { text, bytes: text.as_bytes(), at: 0 };
    let root = parser.value(0)?;
    parser.space();
    if parser.at < text.len() { Err(parser.fault("something follows after the end")) } else { Ok(root) }
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl Parser<'_> {
    fn fault(&self, what: &'static str) -> ReadError {
        let what = if self.at >= self.bytes.len() { "the file ends too early" } else { what };
        ReadError::at(self.text, self.at.min(self.bytes.len()), Fault::Json(what))
    }

    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.next() {
            self.at += 1;
        }
    }

    /// Whether this is what comes next, which then lies behind.
    fn eat(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.next() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: usize) -> Result<Node, ReadError> {
        self.space();
        let at = self.at;
        if depth > DEEPEST {
            return Err(ReadError::at(self.text, at, Fault::TooDeep));
        }
        let value = match self.next() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Node { at, value })
    }

    fn object(&mut self, depth: usize) -> Result<Value, ReadError> {
        self.at += 1;
        let mut members = Vec::new();
        if self.eat(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            self.space();
            if self.next() != Some(b'"') {
                return Err(self.fault("a name in quotes was expected here"));
            }
            let name = self.string()?;
            if !self.eat(b':') {
                return Err(self.fault("a colon was expected here"));
            }
            members.push((name, self.value(depth + 1)?));
            if self.eat(b'}') {
                return Ok(Value::Object(members));
            }
            if !self.eat(b',') {
                return Err(self.fault("a comma or } was expected here"));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, ReadError> {
        self.at += 1;
        let mut list = Vec::new();
        if self.eat(b']') {
            return Ok(Value::List(list));
        }
        loop {
            list.push(self.value(depth + 1)?);
            if self.eat(b']') {
                return Ok(Value::List(list));
            }
            if !self.eat(b',') {
                return Err(self.fault("a comma or ] was expected here"));
            }
        }
    }

    fn string(&mut self) -> Result<String, ReadError> {
        let from = self.at;
        let mut to = from + 1;
        let mut plain = true;
        loop {
            match self.bytes.get(to) {
                Some(b'"') => break,
                Some(b'\\') => {
                    plain = false;
                    to += 2;
                }
                Some(byte) => {
                    plain &= *byte >= b' ';
                    to += 1;
                }
                None => {
                    self.at = self.bytes.len();
                    return Err(self.fault("the file ends too early"));
                }
            }
        }
        self.at = to + 1;
        let whole = self.text.get(from..=to).unwrap_or_default();
        if plain {
            return Ok(cleaned(whole.get(1..whole.len() - 1).unwrap_or_default().to_owned()));
        }
        match serde_json::from_str(whole) {
            Ok(text) => Ok(cleaned(text)),
            // Line breaks and other control characters that should have been escaped, or half a character.
            Err(_) => serde_json::from_str(&mended(whole)).map(cleaned).map_err(|_| {
                self.at = from;
                self.fault("the text in quotes has an escape that does not exist")
            }),
        }
    }

    fn number(&mut self) -> Result<Value, ReadError> {
        let from = self.at;
        while let Some(b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9') = self.next() {
            self.at += 1;
        }
        let number = self.text.get(from..self.at).unwrap_or_default();
        if serde_json::from_str::<serde_json::Number>(number).is_err() {
            self.at = from;
            return Err(self.fault("not a number"));
        }
        Ok(Value::Number(number.to_owned()))
    }

    fn word(&mut self) -> Result<Value, ReadError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let words = [(&b"null"[..], Value::Null), (b"true", Value::Bool(true)), (b"false", Value::Bool(false))];
        for (word, value) in words {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.fault("a value was expected here"))
    }
}

/// Control characters escaped, halves of surrogate pairs replaced.
fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c == '\\' || c < ' ') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let taken = match from.as_bytes() {
            [b'\\', b'u', ..] => {
                let (low, high) = (half(from, 0xDC00), half(from, 0xD800));
                let pair = high && from.get(6..).is_some_and(|next| half(next, 0xDC00));
                out.push_str(match (pair, low || high) {
                    (true, _) => from.get(..12).unwrap_or_default(),
                    (false, true) => "\u{FFFD}",
                    (false, false) => from.get(..6).unwrap_or("\\u"),
                });
                if pair {
                    12
                } else if from.is_char_boundary(6) && from.len() >= 6 {
                    6
                } else {
                    2
                }
            }
            [b'\\', ..] => {
                let both = from.chars().take(2).map(char::len_utf8).sum();
                out.push_str(from.get(..both).unwrap_or_default());
                both
            }
            [control, ..] => {
                out.push_str(&format!("\\u{:04x}", control));
                1
            }
            [] => break,
        };
        rest = from.get(taken..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Whether it begins with the escape of one half of a pair.
fn half(text: &str, from: u32) -> bool {
    let code = text.strip_prefix("\\u").and_then(|rest| u32::from_str_radix(rest.get(..4)?, 16).ok());
    code.is_some_and(|code| (from..from + 0x400).contains(&code))
}
