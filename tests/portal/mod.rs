//! The public site, registering, the pages behind a link.

mod group;
mod nameless;
mod order;
mod page;
mod programme_linked;
mod programme_pages;
mod programme_rules;
mod refusal;
mod register;
mod sample;

use ::kongress as _;
use ::scraper::{ElementRef, Html, Selector};
use ::std::collections::BTreeSet;

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

/// What every page must be: one heading, every field with its name, no id twice, no message that nobody wrote.
#[track_caller]
pub fn check(html: &str) {
    let page = Html::parse_document(html);
    assert_eq!(page.errors, Vec::<String>::new(), "{html}");
    assert_eq!(select(&page, "h1").len(), 1, "{html}");
    let mut ids = BTreeSet::new();
    for element in select(&page, "[id]") {
        let id = element.attr("id").unwrap_or_default();
        assert!(ids.insert(id), "the id {id} stands twice");
    }
    let labels: BTreeSet<&str> = select(&page, "label[for]").into_iter().filter_map(|l| l.attr("for")).collect();
    for field in select(&page, "input:not([type=hidden]), select, textarea") {
        let id = field.attr("id").unwrap_or_default();
        assert!(labels.contains(id), "the field {id} has no label");
    }
    for attribute in ["aria-labelledby", "aria-describedby", "for"] {
        for element in select(&page, &format!("[{attribute}]")) {
            let named = element.attr(attribute).unwrap_or_default().split(' ');
            named.for_each(|id| assert!(ids.contains(id), "{attribute} names {id}, which is not there"));
        }
    }
    for link in select(&page, "a[href^='#']") {
        let target = link.attr("href").unwrap_or_default().trim_start_matches('#');
        assert!(ids.contains(target), "a link leads to {target}, which is not there");
    }
    for missing in [
        ">portal-",
        ">registration-",
        ">timetable-",
        "\"timetable-",
        "\"portal-",
        "\"registration-",
        "/asset/missing",
        " style=\"",
    ] {
        assert!(!html.contains(missing), "{missing} in {html}");
    }
}
