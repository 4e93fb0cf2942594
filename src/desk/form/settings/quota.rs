//! A quota: how many places, for which categories.

use super::{About, Sheet, optional_number, sound};
use crate::page::settings::Tab;
use base::name;
use maud::{Markup, html};
use ticketing::service::quota::Quota;
use web::form::Form;
use web::{Faults, Fields};

impl Sheet for Quota {
    const TAB: Tab = Tab::Quotas;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name", "desk-settings-quota-name"),
        ("size", "desk-settings-size"),
        ("categories", "desk-settings-quota-categories"),
    ];

    fn fields(&self, _: &About) -> Fields {
        let ticked = self.categories.iter().map(|slug| ("categories".to_owned(), slug.clone()));
        let size = self.size.map(|n| n.to_string()).unwrap_or_default();
        [("name".to_owned(), self.name.clone()), ("size".to_owned(), size)].into_iter().chain(ticked).collect()
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let size = optional_number(fields, "size", &mut faults);
        let name = name::clean(fields.get("name"));
        if name.is_empty() {
            faults.add("name", "congress-error-name-missing");
        }
        let mut categories: Vec<String> = fields.all("categories").map(str::to_owned).collect();
        if categories.is_empty() {
            faults.add("categories", "ticketing-error-no-category");
        }
        categories.sort();
        sound(Self { name, size, categories }, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let ticked = about.categories.iter().filter(|(slug, _)| fields.all("categories").any(|one| one == slug));
        let names: Vec<&str> = ticked.map(|(_, name)| name.as_str()).collect();
        fields.clone().with("categories", names.join(", "))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let wrong = form.faults.has("categories");
        html! {
            (form.input("name", &t("desk-settings-quota-name")).hint(&t("desk-settings-quota-name-hint")).required())
            (form.input("size", &t("desk-settings-size")).digits().hint(&t("desk-settings-size-hint")).optional())
            fieldset."kern-fieldset"."kern-fieldset--error"[wrong] aria-describedby=[wrong.then_some("categories-error")] {
                legend.kern-label { (t("desk-settings-quota-categories")) }
                div.kern-fieldset__body {
                    @for (at, (slug, name)) in about.categories.iter().enumerate() {
                        @let id = if at == 0 { "categories".to_owned() } else { format!("categories-{slug}") };
                        div.kern-form-check {
                            input.kern-form-check__checkbox id=(id) type="checkbox" name="categories" value=(slug)
                                checked[form.fields.all("categories").any(|ticked| ticked == slug)]
                                aria-invalid=[wrong.then_some("true")];
                            label.kern-label for=(id) { (name) }
                        }
                    }
                }
                @if let Some(sentence) = form.faults.sentence("categories", form.words) {
                    p.kern-error #categories-error {
                        span."kern-icon kern-icon--danger" aria-hidden="true" {}
                        span.kern-body { (sentence) }
                    }
                }
            }
        }
    }
}
