//! A table of travel eSIMs as esimDB has them, in which defects are planted in known rows.
//!
//! No row has a defect by accident. A seller's plans have more data at a higher price from one to the next, so that none
//! makes another needless, and a GB costs about the same in all of them. What is planted is of sellers of its own.

use super::Random;

/// The columns of the table.
pub const ESIMS_HEADER: &str =
    "provider,plan_name,data_mb,validity_days,usd_price,has_calls,has_sms,network,link,updated_at";

/// How many plans a seller has.
const PLANS: usize = 120;

/// How many rows repeat an earlier one.
const REPEATED: usize = 20;

/// How many rows have the id of an earlier one at another price.
const ID_TWICE: usize = 5;

/// A row, and what is to be found in it.
#[derive(Clone, Debug)]
pub struct EsimRow {
    provider: String,
    name: String,
    data: String,
    validity: String,
    price: String,
    link: String,
    updated: String,
    /// Part of the error with which an import leaves it out.
    pub reported: Option<&'static str>,
    /// The code of what a check finds.
    pub suspicious: Option<&'static str>,
    /// Whether its price has more digits than cents.
    pub is_rounded: bool,
    /// Whether an earlier row is the same.
    pub is_repeated: bool,
    /// The data; `None` is unlimited.
    pub mb: Option<u64>,
    pub days: u64,
    /// The price as it is imported.
    pub cents: u64,
}

impl EsimRow {
    /// A row without any defect.
    fn new(provider: String, gb: u64, days: u64, cents: u64) -> Self {
        Self {
            provider,
            name: format!("Morocco {gb} GB {days} Days"),
            data: (1000 * gb).to_string(),
            validity: days.to_string(),
            price: dollars(cents),
            link: format!("https://esims.example/{gb}-{days}"),
            updated: "2026-11-20".to_owned(),
            reported: None,
            suspicious: None,
            is_rounded: false,
            is_repeated: false,
            mb: Some(1000 * gb),
            days,
            cents,
        }
    }

    /// The row as CSV.
    pub fn text(&self) -> String {
        let Self { provider, name, data, validity, price, link, updated, .. } = self;
        if self.reported == Some(ROW_LENGTH) {
            return format!("{provider},{name},{data}");
        }
        format!("{provider},{name},{data},{validity},{price},False,False,4G/LTE,{link},{updated}")
    }

    fn is_usual(&self) -> bool {
        self.reported.is_none() && self.suspicious.is_none() && !self.is_rounded
    }
}

fn dollars(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

/// What is planted: how often, what is found, and what it changes in a row.
type Plant = (usize, &'static str, fn(&mut EsimRow));

/// Part of the error about a row with too few cells.
const ROW_LENGTH: &str = "3 cells";

/// What an import reports.
const REPORTED: [Plant; 12] = [
    (6, "is not an amount", |row| row.price = "free".into()),
    (3, "is not an amount", |row| row.price = "-4.5".into()),
    (2, "usd_price: ", |row| row.price = "99999999999999999999.5".into()),
    (5, "is not a validity", |row| row.validity = "-7".into()),
    (3, "is not a validity", |row| row.validity = "0".into()),
    (4, "data_mb: ", |row| row.data = "lots".into()),
    (3, "data_mb: ", |row| row.data = "0".into()),
    (4, "name: ", |row| row.name.clear()),
    (2, "r: ", |row| row.provider.clear()),
    (3, "control character", |row| row.name = "Morocco \u{1b}[31m3 GB".into()),
    // A mark that reverses what follows.
    (2, "control character", |row| row.name = "Morocco \u{202e}3 GB".into()),
    (3, ROW_LENGTH, |_| {}),
];

/// What a check finds in single rows.
const SUSPICIOUS: [Plant; 9] = [
    (7, "html-entity", |row| row.name = "Travel &amp; Talk".into()),
    (5, "cell-formula", |row| row.name = "=1+1".into()),
    (4, "cell-formula", |row| row.name = "-10 percent".into()),
    (6, "date-in-future", |row| row.updated = "2026-11-28".into()),
    // 181 days before the 27th of November.
    (9, "price-old", |row| row.updated = "2026-05-30".into()),
    (8, "source-no-address", |row| row.link = "the shop".into()),
    (4, "name-says-unlimited", |row| row.name = "Morocco Unlimited".into()),
    (3, "name-says-volume", |row| {
        row.data = "-1".into();
        row.mb = None;
    }),
    (4, "price-zero", |row| {
        row.price = "0".into();
        row.cents = 0;
        row.data = "500".into();
        row.mb = Some(500);
    }),
];

/// What may look odd and is fine.
const FINE: [fn(&mut EsimRow); 2] = [
    |row| {
        row.name = "Morocco Unlimited".into();
        row.data = "-1".into();
        row.mb = None;
    },
    |row| row.name = "Tom & Jerry; 4-5".into(),
];

/// The plans of a seller as GB and cents.
type Plans = &'static [(u64, u64)];

/// What a check finds beside other plans of the seller: the code, how often, and the plans, of which the last is the one that is
/// found.
const BESIDE_OTHERS: [(&str, usize, Plans); 3] = [
    ("plan-dominated", 6, &[(3, 900), (2, 950)]),
    // 2 dollars for a GB are usual.
    ("price-far-above-line", 3, &[(1, 200), (2, 400), (3, 600), (4, 800), (5, 11_000)]),
    ("price-far-below-line", 2, &[(2, 400), (3, 600), (4, 800), (5, 1_000), (1, 15)]),
];

/// A table of this many rows, in an order that depends on the seed.
pub fn esims(count: usize, seed: u64) -> Vec<EsimRow> {
    let mut random = Random::new(seed);
    let mut rows = planted();
    let usual = count - rows.len() - REPEATED - ID_TWICE;
    rows.extend((0..usual).map(|nth| usual_row(nth, &mut random)));
    for at in (1..rows.len()).rev() {
        rows.swap(at, random.index(at + 1));
    }
    let mut earlier = rows.clone().into_iter().filter(EsimRow::is_usual);
    rows.extend(earlier.by_ref().take(REPEATED).map(|row| EsimRow { is_repeated: true, ..row }));
    rows.extend(earlier.take(ID_TWICE).map(|row| EsimRow {
        price: dollars(row.cents + 1),
        reported: Some("is that of another plan"),
        ..row
    }));
    rows
}

fn usual_row(nth: usize, random: &mut Random) -> EsimRow {
    let seller = nth / PLANS;
    let gb = (nth % PLANS + 1) as u64;
    let of_gb = 150 + 7 * seller as u64;
    // The next plan costs more, whatever is added here.
    let cents = gb * of_gb + random.below(of_gb / 2);
    let row = EsimRow::new(format!("Seller {seller}"), gb, random.one_of(&[1, 3, 7, 10, 15, 30]), cents);
    if !nth.is_multiple_of(100) {
        return row;
    }
    EsimRow { price: format!("{}00254037", dollars(cents)), is_rounded: true, ..row }
}

/// The rows that are planted, each of a seller of its own or beside others of one.
fn planted() -> Vec<EsimRow> {
    fn add(rows: &mut Vec<EsimRow>, change: fn(&mut EsimRow)) -> &mut EsimRow {
        let mut row = EsimRow::new(format!("Odd {}", rows.len()), 3, 7, 900);
        change(&mut row);
        rows.push(row);
        rows.last_mut().expect("it was just added")
    }

    let mut rows = Vec::new();
    for (times, found, change) in REPORTED {
        (0..times).for_each(|_| add(&mut rows, change).reported = Some(found));
    }
    for (times, found, change) in SUSPICIOUS {
        (0..times).for_each(|_| add(&mut rows, change).suspicious = Some(found));
    }
    for change in FINE {
        add(&mut rows, change);
    }
    for (found, times, plans) in BESIDE_OTHERS {
        for nth in 0..times {
            let of_seller =
                plans.iter().map(|(gb, cents)| EsimRow::new(format!("{found} {nth}"), *gb, 7, *cents));
            rows.extend(of_seller);
            rows.last_mut().expect("a seller has plans").suspicious = Some(found);
        }
    }
    // The same plan under two ids, which are made of the digits of its data.
    for nth in 0..5 {
        let row = EsimRow::new(format!("Twin {nth}"), 3, 7, 900);
        rows.push(EsimRow { data: "3000.0".to_owned(), suspicious: Some("plan-twice"), ..row.clone() });
        rows.push(row);
    }
    rows
}
