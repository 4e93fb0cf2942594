//! The questions of a registration form: which are asked of whom with what is typed, and what is wrong with the answers.

use crate::query::offer::Offer;
use base::{Time, Uuid};
use congress::entity::question::{Kind, UsedFor};
use congress::page::question::label;
use congress::query::question::QuestionView;
use congress::rules::question::{Given, Need, Respondent, Typed, Wrong, settle, shown};
use locale::Words;
use registration::form::people::{People, about_field, answer_field};
use web::Faults;

/// What the page sends along with its questions, even if there is none.
pub const SHOWN: &str = "asked";

/// What there is to ask, and when.
#[derive(Clone, Debug)]
pub struct Asked {
    questions: Vec<QuestionView>,
    /// Short names and ids of the tickets.
    categories: Vec<(String, Uuid)>,
    now: Time,
}

impl Asked {
    pub fn new(questions: Vec<QuestionView>, offers: &[Offer], now: Time) -> Self {
        let categories = offers.iter().map(|offer| (offer.slug().to_owned(), offer.view.category.id));
        Self { categories: categories.collect(), questions, now }
    }

    fn category(&self, people: &People, n: usize) -> Vec<Uuid> {
        let chosen = people.of("category", n);
        self.categories.iter().filter(|(slug, _)| slug == chosen).map(|(_, id)| *id).collect()
    }

    fn of<'a>(&self, used_for: UsedFor, categories: &'a [Uuid]) -> Respondent<'a> {
        Respondent { used_for, categories, at: Some(self.now), sensitive: true }
    }

    /// The questions for person `n`, each with its field.
    pub fn person(&self, people: &People, n: usize) -> Vec<(&QuestionView, String)> {
        // Whoever takes a place without a name answers on their own page.
        if people.is_nameless(n) {
            return vec![];
        }
        let categories = self.category(people, n);
        let asked = shown(&self.questions, &self.of(UsedFor::Attendee, &categories), &people.answers(n), &Given::new());
        asked.into_iter().map(|view| (view, answer_field(&view.row.slug, n))).collect()
    }

    /// Those that are asked once.
    pub fn once(&self, people: &People) -> Vec<(&QuestionView, String)> {
        let categories: Vec<Uuid> = (1..=people.count).flat_map(|n| self.category(people, n)).collect();
        let asked =
            shown(&self.questions, &self.of(UsedFor::Order, &categories), &people.answers_once(), &Given::new());
        asked.into_iter().map(|view| (view, about_field(&view.row.slug))).collect()
    }

    /// Whether which questions are asked depends on what is typed.
    pub fn changes(&self) -> bool {
        self.questions
            .iter()
            .any(|view| view.row.active && (view.row.depends_on.is_some() || !view.categories.is_empty()))
    }

    /// Whether a question is asked now that the page has not shown: nobody orders on it without having seen it. Who sends
    /// the form without having been shown any leaves out what may be left out.
    pub fn has_new(&self, people: &People) -> bool {
        if !people.fields.has(SHOWN) {
            return false;
        }
        let person = (1..=people.count).flat_map(|n| self.person(people, n));
        let all = self.once(people).into_iter().chain(person);
        all.into_iter().any(|(view, field)| view.row.kind != Kind::File && !people.fields.has(&field))
    }

    /// What is wrong with the answers, by field.
    pub fn wrong(&self, people: &People) -> Vec<(String, Wrong)> {
        let check = |used_for, categories: &[Uuid], typed: &Typed| {
            settle(&self.questions, &self.of(used_for, categories), typed, &Given::new(), Need::Required)
                .err()
                .unwrap_or_default()
        };
        let categories: Vec<Uuid> = (1..=people.count).flat_map(|n| self.category(people, n)).collect();
        let once = check(UsedFor::Order, &categories, &people.answers_once());
        let once = once.into_iter().map(|(slug, wrong)| (about_field(&slug), wrong));
        let person = |n: usize| {
            let wrong = check(UsedFor::Attendee, &self.category(people, n), &people.answers(n));
            wrong.into_iter().map(move |(slug, wrong)| (answer_field(&slug, n), wrong))
        };
        once.chain((1..=people.count).filter(|n| !people.is_nameless(*n)).flat_map(person)).collect()
    }

    /// What each field is called in the list of errors.
    pub fn name_fields(&self, faults: &mut Faults, people: usize, words: Words) {
        for view in &self.questions {
            let label = label(words, view);
            faults.name(&about_field(&view.row.slug), &label);
            for n in 1..=people {
                let args = [("label", (&label).into()), ("number", n.into())];
                faults.name(&answer_field(&view.row.slug, n), &words.with("portal-label-of-person", &args));
            }
        }
    }
}
