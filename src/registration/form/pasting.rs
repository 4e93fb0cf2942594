//! Pasted lines become people of a form.

use super::MAX_ATTENDEES;
use super::people::People;
use crate::rules::pasted;
use crate::service::intake::is_called;
use ticketing::query::CategoryView;
use web::Faults;

/// The field in which people are pasted.
pub const PASTE: &str = "paste";

impl People {
    /// Whether something stands where people are pasted.
    pub fn has_pasted(&self) -> bool {
        !self.fields.get(PASTE).trim().is_empty()
    }

    /// More lines, below those that stand there: out of a file.
    pub fn put_pasted(&mut self, lines: &str) {
        let before = self.fields.get(PASTE).trim_end();
        let all = if before.is_empty() { lines.to_owned() } else { format!("{before}\n{lines}") };
        self.fields.set(PASTE, all);
    }

    /// Takes each pasted line as a person, in the place of those of whom nothing is typed; the place of who orders is
    /// theirs. Gives how many there were. What cannot be read, names a ticket that is not among `categories`, or does not
    /// fit any more, stays where it was pasted, below its headings, and the faults say why.
    pub fn paste(&mut self, categories: &[&CategoryView]) -> (usize, Faults) {
        let (mut taken, mut faults) = (0, Faults::new());
        let pasted = match pasted::people(self.fields.get(PASTE)) {
            Ok(pasted) => pasted,
            Err(error) => {
                let values = web::problem::args(&error.values());
                faults.add_with(PASTE, error.message(), &values);
                return (taken, faults);
            }
        };
        for n in (1..=self.count).rev().filter(|_| !pasted.lines.is_empty()) {
            let is_buyers = n == 1 && self.has_buyer();
            if self.is_blank(n) && !self.is_nameless(n) && !is_buyers {
                self.remove(n);
            }
        }
        let mut left = vec![];
        for (line, person) in pasted.lines {
            let fault = match person.map(|person| self.take(&person, categories)) {
                Some(Ok(())) => {
                    taken += 1;
                    continue;
                }
                Some(Err(fault)) => fault,
                None => "registration-fault-paste-unread",
            };
            faults.add_with(PASTE, fault, &[("max", MAX_ATTENDEES.into())]);
            left.push(line);
        }
        if !left.is_empty() && !pasted.headings.is_empty() {
            left.insert(0, pasted.headings);
        }
        self.fields.set(PASTE, left.join("\n"));
        (taken, faults)
    }

    /// One more person, or why not.
    fn take(&mut self, person: &pasted::Person, categories: &[&CategoryView]) -> Result<(), &'static str> {
        let named = person.category.as_str();
        let category = categories.iter().find(|view| is_called(view, named));
        if category.is_none() && !named.is_empty() {
            return Err("registration-fault-paste-ticket");
        }
        let is_buyers = self.count == 1 && self.has_buyer();
        if is_buyers || !self.is_blank(self.count) {
            if self.count >= MAX_ATTENDEES {
                return Err("registration-fault-paste-full");
            }
            self.add();
        }
        let values = [
            ("given", &person.given_name),
            ("family", &person.family_name),
            ("email", &person.email),
            ("organisation", &person.organisation),
        ];
        for (part, value) in values {
            self.set(part, self.count, value);
        }
        if let Some(view) = category {
            self.set("category", self.count, &view.category.slug);
        }
        Ok(())
    }
}
