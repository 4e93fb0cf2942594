//! Lower prices of a category, a line each: `price-1`, `until-1`, `number-1`.

use super::{About, Sheet, moment, optional_moment, optional_number, sound, told_moment};
use crate::page::settings::{Tab, category};
use maud::{Markup, html};
use ticketing::rules::price::{MOST_TIERS, Tier};
use ticketing::service::price::Prices;
use web::form::Form;
use web::{Faults, Fields, Visit};

impl Sheet for Prices {
    const TAB: Tab = Tab::Categories;
    const VERBS: &'static [&'static str] = &["category.changed"];
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("price-1", "desk-tier-price-1"),
        ("until-1", "desk-tier-until-1"),
        ("number-1", "desk-tier-number-1"),
        ("price-2", "desk-tier-price-2"),
        ("until-2", "desk-tier-until-2"),
        ("number-2", "desk-tier-number-2"),
        ("price-3", "desk-tier-price-3"),
        ("until-3", "desk-tier-until-3"),
        ("number-3", "desk-tier-number-3"),
        ("price-4", "desk-tier-price-4"),
        ("until-4", "desk-tier-until-4"),
        ("number-4", "desk-tier-number-4"),
        ("price-5", "desk-tier-price-5"),
        ("until-5", "desk-tier-until-5"),
        ("number-5", "desk-tier-number-5"),
    ];

    fn fields(&self, about: &About) -> Fields {
        self.tiers.iter().zip(1..).fold(Fields::new(), |fields, (tier, n)| {
            let until = tier.until.map(|at| moment(at, about.zone)).unwrap_or_default();
            fields
                .with(format!("price-{n}"), about.words.amount(tier.cents))
                .with(format!("until-{n}"), until)
                .with(format!("number-{n}"), tier.from_number.map(|number| number.to_string()).unwrap_or_default())
        })
    }

    fn read(fields: &Fields, about: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let mut tiers = vec![];
        for n in 1..=MOST_TIERS {
            let [price, until, number] = ["price", "until", "number"].map(|part| format!("{part}-{n}"));
            let typed = fields.get(&price).trim();
            let until = optional_moment(fields, &until, about.zone, &mut faults);
            let from_number = optional_number(fields, &number, &mut faults);
            if typed.is_empty() {
                if until.is_some() || from_number.is_some() {
                    faults.add(price, "desk-settings-fault-price");
                }
                continue;
            }
            let Some(cents) = about.words.cents(typed) else {
                faults.add(price, "desk-settings-fault-price");
                continue;
            };
            if from_number.is_some_and(|number| number < 2) {
                faults.add(number.clone(), "ticketing-error-tier-for-none");
            }
            if until.is_none() && from_number.is_none() && !faults.has(&number) {
                faults.add(format!("until-{n}"), "ticketing-error-tier-without-condition");
            }
            let from_number = from_number.and_then(|number| usize::try_from(number).ok());
            tiers.push(Tier { cents, until, from_number });
        }
        sound(Self { tiers }, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        (1..=MOST_TIERS)
            .fold(fields.clone(), |fields, n| told_moment(fields, &format!("until-{n}"), about.zone, about.words))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            p."muted measure" { (t("desk-tier-hint")) }
            @for n in 1..=MOST_TIERS {
                fieldset.kern-fieldset {
                    legend.kern-label { (about.words.with("desk-tier", &[("number", n.into())])) }
                    div.form-grid {
                        (form.input(&format!("price-{n}"), &t("desk-tier-price")).optional())
                        (form.input(&format!("until-{n}"), &t("desk-tier-until")).moment().optional())
                        (form.input(&format!("number-{n}"), &t("desk-tier-number")).digits().optional())
                    }
                }
            }
        }
    }

    fn above(visit: &Visit, _: &Fields, _: &About) -> Markup {
        category::sections(visit)
    }
}
