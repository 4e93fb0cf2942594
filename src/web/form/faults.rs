//! What is wrong with what was typed.

use locale::{Arg, Words};

/// One error.
#[derive(Clone, Debug, PartialEq)]
struct Fault {
    field: String,
    /// What the field is called in the list of errors: "E-Mail von Person 3".
    label: Option<String>,
    message: String,
    args: Vec<(&'static str, Arg)>,
}

/// Errors by field, in the order in which they were found. A field may have several; its first one is shown beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Nothing wrong so far.
    pub fn new() -> Self {
        Self::default()
    }

    /// `message` is a key of the locale files, or a sentence. `field` is the name and the id of the input.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.add_with(field, message, &[]);
    }

    /// The same with values for the sentence.
    pub fn add_with(&mut self, field: impl Into<String>, message: impl Into<String>, args: &[(&'static str, Arg)]) {
        self.0.push(Fault { field: field.into(), label: None, message: message.into(), args: args.to_vec() });
    }

    /// What a field is called in the list of errors: without it, the list says only what is wrong.
    pub fn name(&mut self, field: &str, label: &str) {
        self.0.iter_mut().filter(|fault| fault.field == field).for_each(|fault| fault.label = Some(label.to_owned()));
    }

    /// The same for all fields of a page, in its order, which the list takes. What is of no field comes last.
    pub fn name_all(&mut self, fields: &[(String, String)]) {
        fields.iter().for_each(|(field, label)| self.name(field, label));
        let place = |fault: &Fault| fields.iter().position(|(field, _)| *field == fault.field);
        self.0.sort_by_key(|fault| place(fault).unwrap_or(usize::MAX));
    }

    /// The errors of a garde report, whose messages are keys. `attendees[0].given_name` is the field
    /// `attendees-0-given-name`.
    pub fn from_report(report: &garde::Report) -> Self {
        Self::from_report_with(report, |path| {
            let parts = path.split(['.', '[', ']']).filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join("-").replace('_', "-")
        })
    }

    /// The same for a form that names its fields otherwise.
    pub fn from_report_with(report: &garde::Report, field: impl Fn(&str) -> String) -> Self {
        let mut faults = Self::new();
        for (path, error) in report.iter() {
            faults.add(field(&path.to_string()), error.message());
        }
        faults
    }

    /// More errors, of another part of the form.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether something is wrong with a field.
    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|fault| fault.field == field)
    }

    /// The key of a field's first error.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| fault.message.as_str())
    }

    /// What is wrong with a field, in words.
    pub fn sentence(&self, field: &str, words: Words) -> Option<String> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| sentence(fault, words))
    }

    /// Field, label and sentence of each field's first error.
    pub(crate) fn summary(&self, words: Words) -> Vec<(&str, Option<&str>, String)> {
        let first = |(at, fault): &(usize, &Fault)| self.0.iter().position(|f| f.field == fault.field) == Some(*at);
        let firsts = self.0.iter().enumerate().filter(first);
        firsts.map(|(_, fault)| (fault.field.as_str(), fault.label.as_deref(), sentence(fault, words))).collect()
    }
}

fn sentence(fault: &Fault, words: Words) -> String {
    if words.has(&fault.message) { words.with(&fault.message, &fault.args) } else { fault.message.clone() }
}
