//! Choosing the zone of all times.

use super::Sheet;
use crate::page::breadcrumb;
use chrono_tz::TZ_VARIANTS;
use maud::{Markup, html};

/// The form. Whatever else is chosen goes along.
pub fn main(sheet: &Sheet) -> Markup {
    let own = sheet.scene.congress.zone;
    let chosen = sheet.zone();
    let programme = sheet.filter.path(sheet.slug());
    html! {
        div."wrap wrap--text band--tight stack stack--l" {
            (breadcrumb(sheet.scene.words, &programme, &sheet.t("timetable-title"), &sheet.t("timetable-zone")))
            h1.kern-heading-x-large { (sheet.t("timetable-zone")) }
            p { (sheet.scene.with("timetable-zone-sentence", &[("zone", sheet.zone_name(own).into())])) }
            form.stack action=(address::programme::Programme::new(sheet.slug()).path()) {
                @for (name, value) in sheet.filter.pairs().into_iter().filter(|(name, _)| *name != "zone") {
                    input type="hidden" name=(name) value=(value);
                }
                div.kern-form-input {
                    label.kern-label for="zone" { (sheet.t("timetable-zone")) }
                    div.kern-form-input__select-wrapper {
                        select.kern-form-input__select id="zone" name="zone" {
                            @for zone in TZ_VARIANTS {
                                option value=(zone.name()) selected[zone == chosen] { (zone.name().replace('_', " ")) }
                            }
                        }
                    }
                }
                div.cluster {
                    button."kern-btn kern-btn--primary" { span.kern-label { (sheet.t("timetable-zone-choose")) } }
                    @if sheet.filter.zone.is_some() {
                        a href=(crate::query::programme::Filter { zone: None, ..sheet.filter.clone() }.path(sheet.slug())) {
                            (sheet.scene.with("timetable-zone-back", &[("zone", sheet.zone_name(own).into())]))
                        }
                    }
                }
            }
        }
    }
}
