//! Who the congress's mails come from.

use super::{About, Sheet, sound};
use crate::page::settings::Tab;
use base::{contact, name};
use congress::service::part::Sender;
use maud::{Markup, html};
use web::form::Form;
use web::{Faults, Fields};

impl Sheet for Sender {
    const TAB: Tab = Tab::Sender;
    const FIELDS: &'static [(&'static str, &'static str)] = &[
        ("sender-name", "desk-settings-sender-name"),
        ("reply-to", "desk-settings-reply-to"),
        ("contact", "desk-settings-contact"),
        ("signature", "desk-settings-signature"),
    ];

    fn fields(&self, _: &About) -> Fields {
        Fields::new()
            .with("sender-name", &*self.sender_name)
            .with("reply-to", &*self.reply_to)
            .with("contact", &*self.contact_address)
            .with("signature", &*self.signature)
    }

    fn read(fields: &Fields, _: &About) -> Result<Self, Faults> {
        let mut faults = Faults::new();
        let mut address = |name: &str| {
            let typed = fields.get(name).trim();
            if !typed.is_empty() && contact::check(typed).is_err() {
                faults.add(name, "congress-error-address-malformed");
            }
            typed.to_owned()
        };
        let (reply_to, contact_address) = (address("reply-to"), address("contact"));
        let read = |name: &str| name::clean(fields.get(name));
        let sender = Self { sender_name: read("sender-name"), reply_to, contact_address, signature: read("signature") };
        sound(sender, faults)
    }

    fn body(form: Form<'_>, about: &About) -> Markup {
        let t = |key: &str| about.words.t(key);
        html! {
            (form.input("sender-name", &t("desk-settings-sender-name")).hint(&t("desk-settings-sender-name-hint")).optional())
            (form.input("contact", &t("desk-settings-contact")).email().hint(&t("desk-settings-contact-hint")))
            (form.input("reply-to", &t("desk-settings-reply-to")).email().hint(&t("desk-settings-reply-to-hint")).optional())
            (form.input("signature", &t("desk-settings-signature")).hint(&t("desk-settings-signature-hint")).optional())
        }
    }
}
