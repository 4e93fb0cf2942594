//! Invoices as PDFs, from what was written down when they were issued.

use crate::entity::invoice::{Kind, Model};
use crate::rules::{Line, by_rate};
use crate::{PaymentError, query};
use base::{Language, Money, Uuid};
use chrono::NaiveDate;
use locale::{Tz, Words};
use paper::{Fact, InvoiceLine, InvoiceSheet, PaperError, PaymentSlip};
use store::Conn;

/// An invoice as a PDF in the language it was issued in. Typesetting takes its time, so it happens where blocking is fine.
/// The same invoice gives the same bytes, whenever it is asked for.
pub async fn invoice_pdf(invoice: &Model, lines: &[Line], zone: Tz) -> Result<Vec<u8>, PaperError> {
    let language: Language = invoice.language.parse().unwrap_or_default();
    let sheet = sheet(invoice, lines, zone);
    let title = format!("{} {}", sheet.heading, invoice.number);
    let created = invoice.issued_at;
    let made = tokio::task::spawn_blocking(move || paper::invoice_pdf(&sheet, &title, language, created)).await;
    made.unwrap_or_else(|stopped| Err(PaperError::Typeset(stopped.to_string())))
}

/// An invoice of an order as a PDF, by its number. One of another order is unknown.
pub async fn invoice_file(conn: &Conn, order: Uuid, number: &str, zone: Tz) -> Result<Vec<u8>, PaymentError> {
    let invoice = query::invoice_of(conn, order, number).await?.ok_or(PaymentError::Unknown)?;
    let lines = query::lines(conn, invoice.id).await?;
    Ok(invoice_pdf(&invoice, &lines, zone).await?)
}

/// What is printed. It says what § 14 (4) UStG asks for: who sells and who buys, tax number, day of issue, number, what was
/// sold and when, the amounts by rate, or why there is no VAT.
pub fn sheet(invoice: &Model, lines: &[Line], zone: Tz) -> InvoiceSheet {
    let words = Words::new(invoice.language.parse().unwrap_or_default());
    let content = &invoice.content;
    let language = words.language();
    let money = |cents: i64| words.money(&Money { amount: cents, currency: invoice.currency.clone() });
    let lead = match &content.cancels {
        Some(number) => words.with("payment-invoice-takes-back", &[("number", number.into())]),
        None => words.with("payment-invoice-lead", &[("congress", content.congress.in_language(language).into())]),
    };
    let mut remarks = vec![];
    if lines.iter().any(|line| line.rate == 0) && !content.exemption.is_empty() {
        remarks.push(content.exemption.in_language(language).to_owned());
    }
    if !content.foot.is_empty() {
        remarks.push(content.foot.in_language(language).to_owned());
    }
    InvoiceSheet {
        seller: content.seller.clone(),
        sender: content.seller.join(" · "),
        buyer: content.buyer.lines.clone(),
        heading: words.t(match invoice.kind {
            Kind::Invoice => "payment-invoice",
            Kind::Cancellation => "payment-cancellation-invoice",
        }),
        facts: facts(invoice, words, zone),
        lead,
        columns: [
            words.t("payment-invoice-position"),
            words.t("payment-invoice-description"),
            words.t("payment-invoice-quantity"),
            words.t("payment-invoice-unit"),
            words.t("payment-invoice-sum"),
        ],
        lines: lines
            .iter()
            .zip(1..)
            .map(|(line, position)| InvoiceLine {
                position: words.number(position),
                description: line.description.clone(),
                quantity: words.number(line.quantity.into()),
                unit: money(line.unit),
                sum: money(line.gross()),
            })
            .collect(),
        sums: sums(invoice, lines, words),
        remarks,
        payment: slip(invoice, words, zone),
        foot: foot(invoice, words),
    }
}

fn fact(label: String, value: impl Into<String>) -> Fact {
    Fact { label, value: value.into() }
}

fn facts(invoice: &Model, words: Words, zone: Tz) -> Vec<Fact> {
    let content = &invoice.content;
    let mut facts = vec![
        fact(words.t("payment-invoice-number"), &invoice.number),
        fact(words.t("payment-invoice-issued"), words.date(invoice.issued_at, zone)),
        fact(words.t("payment-invoice-rendered"), span(content.from, content.until, words)),
        fact(words.t("payment-invoice-order"), &content.order_code),
    ];
    for (key, value) in [
        ("payment-invoice-leitweg-id", &content.buyer.leitweg_id),
        ("payment-invoice-purchase-order", &content.buyer.purchase_order),
        ("payment-invoice-cost-centre", &content.buyer.cost_centre),
        ("payment-invoice-buyer-vat-id", &content.buyer.vat_id),
    ] {
        facts.push(fact(words.t(key), value));
    }
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

fn span(from: NaiveDate, until: NaiveDate, words: Words) -> String {
    if from == until { words.day(from) } else { format!("{} – {}", words.day(from), words.day(until)) }
}

/// Net and VAT by rate, then what is to be paid.
fn sums(invoice: &Model, lines: &[Line], words: Words) -> Vec<Fact> {
    let money = |cents: i64| words.money(&Money { amount: cents, currency: invoice.currency.clone() });
    let mut sums = vec![];
    for part in by_rate(lines) {
        let rate = words.percent(part.rate);
        sums.push(fact(words.with("payment-invoice-net", &[("rate", (&rate).into())]), money(part.net)));
        sums.push(fact(words.with("payment-invoice-vat", &[("rate", (&rate).into())]), money(part.vat)));
    }
    sums.push(fact(words.t("payment-invoice-total"), money(invoice.gross_cents)));
    sums
}

/// How to pay an invoice; nothing for what takes one back.
fn slip(invoice: &Model, words: Words, zone: Tz) -> Option<PaymentSlip> {
    let due = invoice.due_at.filter(|_| invoice.kind == Kind::Invoice && invoice.gross_cents > 0)?;
    let content = &invoice.content;
    let money = Money { amount: invoice.gross_cents, currency: invoice.currency.clone() };
    let mut facts = vec![
        fact(words.t("payment-invoice-amount"), words.money(&money)),
        fact(words.t("payment-invoice-due"), words.date(due, zone)),
        fact(words.t("payment-invoice-account-holder"), &content.account_holder),
        fact("IBAN".to_owned(), in_fours(&content.iban)),
        fact("BIC".to_owned(), &content.bic),
        fact(words.t("payment-invoice-reference"), reference(invoice)),
    ];
    facts.retain(|fact| !fact.value.is_empty());
    Some(PaymentSlip {
        heading: words.t("payment-invoice-pay"),
        facts,
        qr_text: transfer_code(invoice),
        qr_alt: words.t("payment-invoice-qr-alt"),
        qr_note: words.t("payment-invoice-qr-note"),
    })
}

/// What a transfer should say, so that it is found: `OWL-2027-0042 7H4KQ2`.
pub fn reference(invoice: &Model) -> String {
    format!("{} {}", invoice.number, invoice.content.order_code)
}

/// An account's number as people read it: in groups of four.
pub fn in_fours(iban: &str) -> String {
    let signs: Vec<char> = iban.chars().filter(|c| !c.is_whitespace()).collect();
    signs.chunks(4).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What a banking app reads from the code (EPC069-12, version 2): a SEPA transfer with everything filled in. SEPA knows
/// euros only.
fn transfer_code(invoice: &Model) -> Option<String> {
    if invoice.currency != "EUR" {
        return None;
    }
    let content = &invoice.content;
    let holder: String = content.account_holder.chars().take(70).collect();
    let iban: String = content.iban.chars().filter(|c| !c.is_whitespace()).collect();
    let amount =
        format!("{}{}.{:02}", invoice.currency, invoice.gross_cents / 100, invoice.gross_cents.rem_euclid(100));
    Some(["BCD", "002", "1", "SCT", &content.bic, &holder, &iban, &amount, "", "", &reference(invoice)].join("\n"))
}

/// Tax number and account, at the foot of every page.
fn foot(invoice: &Model, words: Words) -> Vec<String> {
    let content = &invoice.content;
    let mut foot = vec![content.seller.first().cloned().unwrap_or_default()];
    if !content.tax_number.is_empty() {
        foot.push(words.with("payment-invoice-tax-number", &[("number", (&content.tax_number).into())]));
    }
    if !content.vat_id.is_empty() {
        foot.push(words.with("payment-invoice-vat-id", &[("number", (&content.vat_id).into())]));
    }
    foot.push(format!("IBAN {}", in_fours(&content.iban)));
    foot.retain(|part| !part.is_empty());
    foot
}
