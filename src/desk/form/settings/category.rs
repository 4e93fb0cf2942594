//! A category: what one can register for.

use super::{
    About, Sheet, moment, needed_line, optional_moment, optional_number, position, sound, text, told_choice,
    told_moment, with_text,
};
use crate::page::settings::{Tab, category, pair};
use base::Money;
use maud::{Markup, html};
use ticketing::entity::category::{Kind, Place};
use ticketing::service::category::Category;
use web::form::{Form, once};
use web::{Faults, Fields, Visit};

impl Sheet for Category {
    const TAB: Tab = Tab::Categories;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("name-de", "desk-settings-name-de"),
        ("name-en", "desk-settings-name-en"),
        ("description-de", "desk-settings-description-de"),
        ("description-en", "desk-settings-description-en"),
        ("kind", "desk-settings-category-kind"),
        ("place", "desk-settings-category-place"),
        ("price", "desk-settings-price"),
        ("vat", "desk-settings-vat"),
        ("sale-from", "desk-settings-sale-from"),
        ("sale-until", "desk-settings-sale-until"),
        ("max", "desk-settings-max"),
        ("active", "desk-settings-active"),
        ("position", "desk-settings-position"),
    ];

    fn fields(&self, about: &About) -> Fields {
        let time = |at: Option<base::Time>| at.map(|at| moment(at, about.zone)).unwrap_or_default();
        let fields = Fields::new()
            .with("kind", if self.kind == Kind::AddOn { "add_on" } else { "ticket" })
            .with("place", if self.place == Place::Online { "online" } else { "on_site" })
            .with("price", about.words.amount(self.price.amount))
            .with("currency", &*self.price.currency)
            .with("vat", about.words.percent(self.vat_basis_points))
            .with("sale-from", time(self.sale_from))
            .with("sale-until", time(self.sale_until))
            .with("max", self.max_per_order.map(|n| n.to_string()).unwrap_or_default())
            .with("position", self.position.to_string());
        let fields = if self.active { fields.with("active", "on") } else { fields };
        with_text(with_text(fields, "name", &self.name), "description", &self.description)
    }

    fn read(fields: &Fields, about: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let price = match fields.get("price").trim() {
            "" => Some(0),
            typed => about.words.cents(typed),
        };
        if price.is_none() {
            faults.add("price", "desk-settings-fault-price");
        }
        // 19 and 19,5 are hundredths of a per cent as money is cents.
        let vat = match fields.get("vat").replace('%', "").trim() {
            "" => Some(0),
            typed => basis_points(typed),
        };
        if vat.is_none() {
            faults.add("vat", "desk-settings-fault-vat");
        }
        let read = Self {
            name: needed_line(fields, "name", &mut faults),
            description: text(fields, "description"),
            kind: if fields.get("kind") == "add_on" { Kind::AddOn } else { Kind::Ticket },
            place: if fields.get("place") == "online" { Place::Online } else { Place::OnSite },
            price: Money { amount: price.unwrap_or_default(), currency: currency(fields) },
            vat_basis_points: vat.unwrap_or_default(),
            sale_from: optional_moment(fields, "sale-from", about.zone, &mut faults),
            sale_until: optional_moment(fields, "sale-until", about.zone, &mut faults),
            max_per_order: optional_number(fields, "max", &mut faults),
            active: fields.has("active"),
            position: position(fields, &mut faults),
        };
        sound(read, faults)
    }

    fn told(fields: &Fields, about: &About) -> Fields {
        let active = if fields.has("active") { "desk-settings-is-active" } else { "desk-settings-is-closed" };
        let fields = fields.clone().with("active", about.words.t(active));
        let fields = told_choice(fields, "kind", "desk-settings-kind-", about.words);
        let fields = told_choice(fields, "place", "desk-settings-", about.words);
        let moments = ["sale-from", "sale-until"];
        moments.into_iter().fold(fields, |fields, name| told_moment(fields, name, about.zone, about.words))
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        let price_hint = about.words.with("desk-settings-price-hint", &[("currency", currency(form.fields).into())]);
        html! {
            (form.hidden("currency"))
            (pair(form, "name", "desk-settings-name", Some("desk-settings-category-name-hint"), true))
            (pair(form, "description", "desk-settings-description", Some("desk-settings-description-hint"), false))
            @if form.fields.has(once::NAME) {
                (form.choices("kind", &t("desk-settings-category-kind")).legend_shown()
                    .option("ticket", t("desk-settings-kind-ticket"), t("desk-settings-kind-ticket-meaning"))
                    .option("add_on", t("desk-settings-kind-add-on"), t("desk-settings-kind-add-on-meaning")))
            } @else {
                (form.hidden("kind"))
            }
            (form.choices("place", &t("desk-settings-category-place")).legend_shown()
                .option("on_site", t("desk-settings-on-site"), t("desk-settings-on-site-meaning"))
                .option("online", t("desk-settings-online"), t("desk-settings-online-meaning")))
            div.form-grid {
                (form.input("price", &t("desk-settings-price")).hint(&price_hint))
                (form.input("vat", &t("desk-settings-vat")).hint(&t("desk-settings-vat-hint")))
                (form.input("sale-from", &t("desk-settings-sale-from")).moment().hint(&t("desk-settings-sale-from-hint")).optional())
                (form.input("sale-until", &t("desk-settings-sale-until")).moment().hint(&t("desk-settings-sale-until-hint")).optional())
                (form.input("max", &t("desk-settings-max")).digits().hint(&t("desk-settings-max-hint")).optional())
                (form.input("position", &t("desk-settings-position")).digits().hint(&t("desk-settings-position-hint")))
            }
            (form.checkbox("active", html! { (t("desk-settings-active")) " " span.muted { (t("desk-settings-active-hint")) } }))
        }
    }

    fn above(visit: &Visit, _: &Fields, _: &About) -> Markup {
        category::sections(visit)
    }
}

/// In what the price is: programs may set another currency than the desk begins with, and keep it.
fn currency(fields: &Fields) -> String {
    match fields.get("currency") {
        "" => Money::euro(0).currency,
        said => said.to_owned(),
    }
}

/// From 0 to 100 per cent, with two digits behind the comma at most, in hundredths.
fn basis_points(typed: &str) -> Option<i32> {
    let (whole, rest) = typed.split_once([',', '.']).unwrap_or((typed, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(rest) || rest.len() > 2 {
        return None;
    }
    let rest: i32 = format!("{rest:0<2}").parse().ok()?;
    let rate = whole.parse::<i32>().ok()?.checked_mul(100)?.checked_add(rest)?;
    (rate <= 10_000).then_some(rate)
}
