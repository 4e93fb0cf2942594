//! Names and organisations to draw from. Put together at random, so that nobody real is meant.

use congress::entity::organisation::Kind;

pub(crate) const GIVEN: &[&str] = &[
    "Henrik", "Petra", "Ayşe", "Jürgen", "Saskia", "Dietmar", "Kathrin", "Jonas", "Hildegard", "Maarten", "Ngọc Anh", "Tobias", "Lea",
    "Mehmet", "Björn", "Søren", "Zoë", "Łukasz", "François", "İpek", "Annegret", "Cem", "Dörte", "Elif", "Friederike", "Gunnar",
    "Hatice", "Imke", "Jasper", "Klara", "Ludger", "Mareike", "Nils", "Olga", "Paul", "Quirin", "Ruth", "Stefan", "Tatjana", "Ulf",
    "Verena", "Wiebke", "Xenia", "Yannick", "Zeynep", "Aylin", "Birgit", "Carsten", "Deniz", "Esra", "Falk", "Gesa", "Heike",
];

pub(crate) const FAMILY: &[&str] = &[
    "Stallmann", "Kemper", "Kılıç-Brand", "Westerwinter", "Pohlmeier", "Große-Wilde", "Ellerbrock", "Everding", "Oeynhausen-Schulte",
    "de Wit", "Trần", "Hagemeister", "Nolte", "Yıldırım", "Österreicher", "Müller-Lüdenscheidt", "O’Neill", "Brüggemann", "Çelik",
    "Dreier", "Ebbesmeyer", "Frieling", "Grönemeier", "Hölscher", "Isringhausen", "Jürgenliemke", "Klöpper", "Lütkemeier", "Meyer zu Bentrup",
    "Niggemann", "Oberschelp", "Plöger", "Quakernack", "Rötgers", "Schäfermeier", "Temme", "Upmeier", "Vollmer", "Wiethölter", "Zurheide",
    "Šimić", "Kowalczyk", "Nguyễn", "Petrović", "Lindqvist", "Thießen", "Vahle", "Welslau", "Budde", "Cordes",
];

/// An organisation that sends people: its domain makes the addresses, below `.example`, where no mail ever arrives.
pub(crate) struct Body {
    pub name: &'static str,
    pub kind: Kind,
    pub town: &'static str,
    pub domain: &'static str,
    /// How many of a hundred come from it.
    pub share: u64,
}

const fn body(name: &'static str, kind: Kind, town: &'static str, domain: &'static str, share: u64) -> Body {
    Body { name, kind, town, domain, share }
}

pub(crate) const BODIES: &[Body] = &[
    body("Stadt Bielefeld", Kind::Municipality, "Bielefeld", "bielefeld", 8),
    body("Stadt Delbrück", Kind::Municipality, "Delbrück", "delbrueck", 5),
    body("Stadt Detmold", Kind::Municipality, "Detmold", "detmold", 5),
    body("Alte Hansestadt Lemgo", Kind::Municipality, "Lemgo", "lemgo", 5),
    body("Kreis Paderborn", Kind::District, "Paderborn", "kreis-paderborn", 6),
    body("Stadt Paderborn", Kind::Municipality, "Paderborn", "paderborn", 7),
    body("Kreis Höxter", Kind::District, "Höxter", "kreis-hoexter", 5),
    body("Stadt Gütersloh", Kind::Municipality, "Gütersloh", "guetersloh", 4),
    body("Bezirksregierung Detmold", Kind::Authority, "Detmold", "bezreg-detmold", 3),
    body("OstWestfalenLippe GmbH", Kind::Business, "Bielefeld", "owl-gmbh", 2),
    body("Nordlippe Software GmbH", Kind::Business, "Lemgo", "nordlippe-software", 7),
    body("Pegel & Partner Sensorik GbR", Kind::Business, "Höxter", "pegel-partner", 4),
    body("Teutodata eG", Kind::Business, "Bielefeld", "teutodata", 6),
    body("Senne Systemhaus GmbH & Co. KG", Kind::Business, "Paderborn", "senne-systemhaus", 6),
    body("Hochschule am Teutoburger Wald", Kind::University, "Lemgo", "hs-teuto", 6),
    body("Universität an der Pader", Kind::University, "Paderborn", "uni-pader", 6),
    body("Gesamtschule am Nordring", Kind::School, "Gütersloh", "gs-nordring", 3),
    body("Initiative Netz für alle", Kind::Initiative, "Detmold", "netz-fuer-alle", 4),
    body("Freifunk Werretal e. V.", Kind::Initiative, "Bielefeld", "freifunk-werretal", 3),
    body("Digitallotsen Höxter", Kind::Initiative, "Höxter", "digitallotsen-hoexter", 3),
    body("Regio Twente", Kind::Authority, "Enschede", "twente", 2),
];
