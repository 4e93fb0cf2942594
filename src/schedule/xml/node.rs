//! An XML text as a tree, with the places where things stand.

use crate::DEEPEST;
use crate::draft::{Raw, cleaned};
use crate::error::{Fault, ReadError};
use crate::notice::{Notices, Place, Reason};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::ops::Range;

/// One element.
pub(crate) struct Element<'t> {
    pub(crate) name: String,
    pub(crate) at: usize,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element<'t>>,
    text: String,
    source: &'t str,
    inner: Range<usize>,
}

impl Element<'_> {
    /// Its text without white space around it, if there is any.
    pub(crate) fn line(&self) -> Option<String> {
        let text = self.text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// As [`Element::line`], with its place.
    pub(crate) fn raw(&self) -> Option<Raw> {
        Some(Raw { text: self.line()?, at: self.at })
    }

    /// Its text as it stands there. Where markup stands there unescaped, the markup.
    pub(crate) fn body(&self) -> Option<String> {
        let markup = self.source.get(self.inner.clone()).filter(|_| !self.children.is_empty());
        let text = markup.unwrap_or(&self.text);
        (!text.trim().is_empty()).then(|| cleaned(text.to_owned()))
    }

    /// An attribute's text and place, if there is any.
    pub(crate) fn attribute(&self, name: &str) -> Option<Raw> {
        let text = self.attributes.iter().find(|(key, _)| key == name)?.1.trim();
        (!text.is_empty()).then(|| Raw { text: text.to_owned(), at: self.at })
    }

    /// Tells of attributes that are not among these.
    pub(crate) fn only(&self, known: &[&str], here: &Place, notices: &mut Notices) {
        for (name, value) in &self.attributes {
            if !known.contains(&name.as_str()) && !name.starts_with("xml") && !name.starts_with("xsi") {
                notices.add(Some(self.at), &here.to(&format!("@{name}")), value, Reason::UnknownAttribute);
            }
        }
    }
}

/// The root element. Entities that the file declares are not expanded, so that nothing grows.
pub(crate) fn parse<'t>(text: &'t str, notices: &mut Notices) -> Result<Element<'t>, ReadError> {
    let mut reader = Reader::from_str(text);
    let mut stack: Vec<Element> = Vec::new();
    loop {
        let at = position(reader.buffer_position());
        let event = reader.read_event().map_err(|error| {
            let at = position(reader.error_position()).min(text.len());
            ReadError::at(text, at, Fault::Xml(error.to_string()))
        })?;
        let closed = match event {
            Event::Start(start) => {
                if stack.len() >= DEEPEST {
                    return Err(ReadError::at(text, at, Fault::TooDeep));
                }
                let inner = position(reader.buffer_position());
                stack.push(element(text, at, inner, &start)?);
                None
            }
            Event::Empty(start) => Some(element(text, at, at, &start)?),
            Event::End(_) => stack.pop().map(|mut element| {
                element.inner.end = at;
                element
            }),
            Event::Text(part) => {
                if let Some(element) = stack.last_mut() {
                    element.text.push_str(&part.xml10_content());
                }
                None
            }
            Event::CData(part) => {
                if let Some(element) = stack.last_mut() {
                    element.text.push_str(&part.xml10_content());
                }
                None
            }
            Event::GeneralRef(reference) => {
                if let Some(element) = stack.last_mut() {
                    resolve(&reference, at, element, notices);
                }
                None
            }
            Event::DocType(declared) => {
                if declared.contains("<!ENTITY") {
                    notices.add(Some(at), &Place::root("DOCTYPE"), "", Reason::DeclaredEntities);
                }
                None
            }
            Event::Eof => {
                let fault = stack.pop().map_or(Fault::NoSchedule(String::new()), |open| Fault::Unclosed(open.name));
                return Err(ReadError::at(text, text.len(), fault));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => None,
        };
        let Some(mut closed) = closed else { continue };
        closed.text = cleaned(std::mem::take(&mut closed.text));
        match stack.last_mut() {
            Some(parent) => parent.children.push(closed),
            None => return Ok(closed),
        }
    }
}

fn position(bytes: u64) -> usize {
    usize::try_from(bytes).unwrap_or(usize::MAX)
}

fn element<'t>(source: &'t str, at: usize, inner: usize, start: &BytesStart) -> Result<Element<'t>, ReadError> {
    let broken = |error: String| ReadError::at(source, at, Fault::Xml(error));
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| broken(error.to_string()))?;
        let value = &attribute.value;
        let value = quick_xml::escape::unescape(value).map_or_else(|_| value.to_string(), |text| text.into_owned());
        attributes.push((attribute.key.as_ref().to_owned(), cleaned(value)));
    }
    let name = start.local_name().as_ref().to_owned();
    Ok(Element { name, at, attributes, children: Vec::new(), text: String::new(), source, inner: inner..inner })
}

/// One of the five entities of XML, or a character by its number. All others stay as they stand there.
fn resolve(reference: &BytesRef, at: usize, element: &mut Element, notices: &mut Notices) {
    let name = reference.xml10_content();
    let known = match reference.resolve_char_ref() {
        Ok(Some(character)) => Some(character),
        Ok(None) => match &*name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => None,
        },
        Err(_) => None,
    };
    if let Some(character) = known {
        element.text.push(character);
        return;
    }
    let name = format!("&{name};");
    element.text.push_str(&name);
    notices.add(Some(at), &Place::root(&element.name), &name, Reason::UnknownEntity);
}
