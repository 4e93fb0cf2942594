//! VAT identification numbers: their form, country by country (EU Commission, "VIES, structure of VAT numbers").

/// How the number behind a country's letters looks: `9` a digit, `A` a letter, `X` either, anything else itself.
const FORMS: [(&str, &[&str]); 31] = [
    ("AT", &["U99999999"]),
    ("BE", &["9999999999"]),
    ("BG", &["999999999", "9999999999"]),
    ("CHE", &["999999999", "999999999MWST", "999999999TVA", "999999999IVA"]),
    ("CY", &["99999999A"]),
    ("CZ", &["99999999", "999999999", "9999999999"]),
    ("DE", &["999999999"]),
    ("DK", &["99999999"]),
    ("EE", &["999999999"]),
    ("EL", &["999999999"]),
    ("ES", &["X9999999X"]),
    ("FI", &["99999999"]),
    ("FR", &["XX999999999"]),
    ("GB", &["999999999", "999999999999"]),
    ("HR", &["99999999999"]),
    ("HU", &["99999999"]),
    ("IE", &["9X99999A", "9999999AA"]),
    ("IT", &["99999999999"]),
    ("LT", &["999999999", "999999999999"]),
    ("LU", &["99999999"]),
    ("LV", &["99999999999"]),
    ("MT", &["99999999"]),
    ("NL", &["999999999B99"]),
    ("NO", &["999999999", "999999999MVA"]),
    ("PL", &["9999999999"]),
    ("PT", &["999999999"]),
    ("RO", &["99", "999", "9999", "99999", "999999", "9999999", "99999999", "999999999", "9999999999"]),
    ("SE", &["999999999999"]),
    ("SI", &["99999999"]),
    ("SK", &["9999999999"]),
    ("XI", &["999999999", "999999999999"]),
];

/// As it is written: in capital letters, without spaces, dots and hyphens.
pub fn cleaned(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && !['.', '-'].contains(c)).collect::<String>().to_uppercase()
}

/// Whether a number is of the form that its country gives. Whether there is such a business only the tax office knows.
pub fn is_well_formed(typed: &str) -> bool {
    let id = cleaned(typed);
    let fits = |number: &str, form: &str| {
        number.len() == form.len()
            && number.bytes().zip(form.bytes()).all(|(sign, wanted)| match wanted {
                b'9' => sign.is_ascii_digit(),
                b'A' => sign.is_ascii_uppercase(),
                b'X' => sign.is_ascii_uppercase() || sign.is_ascii_digit(),
                other => sign == other,
            })
    };
    FORMS.iter().any(|(country, forms)| {
        id.strip_prefix(country).is_some_and(|number| forms.iter().any(|form| fits(number, form)))
    })
}
