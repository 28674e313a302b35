//! Overlays: the user's own prices and plans, which are laid over a catalogue.
//!
//! A row with the id of a plan replaces the cells of that plan that are not blank in it. Any other row is a new plan, or,
//! if it has no cell that a plan must have, a change for another catalogue. The column `status` takes a plan out of the
//! catalogue (`withdrawn`), or puts it back (`on-sale`).

use super::Catalogue;
use super::columns::{COLUMNS, Columns, REQUIRED};
use super::delimiter::Delimiter;
use super::problems::{Diagnostic, Problems, is_out_of_bounds};
use super::table::{Header, column_key};
use crate::domain::error::{Error, Figure};
use crate::domain::slug::Slug;
use crate::domain::word::{Word, words};
use std::collections::{BTreeMap, BTreeSet};

/// The cells of a row by column; blank ones are left out.
pub type OverlayRow = BTreeMap<String, String>;

/// The column that says whether a plan can still be bought. Only overlays have it.
pub const STATUS: &str = "status";

words! {
    /// Whether a plan can still be bought.
    SaleStatus {
        /// It can.
        OnSale = "on-sale",
        /// It cannot, so it is left out of the catalogue.
        Withdrawn = "withdrawn",
    }
}

/// A catalogue with its overlays.
#[derive(Clone, Debug)]
pub struct Overlaid {
    /// All plans that are on sale. The warnings are those of no file.
    pub catalogue: Catalogue,
    /// The plans that an overlay changes or adds.
    pub ids: BTreeSet<Slug>,
    /// The rows that change a plan which the catalogue does not have, each with the index of its overlay.
    pub unknown: Vec<(usize, Diagnostic)>,
    /// The index of the overlay that each cell comes from, by the id of the plan and the column.
    pub sources: BTreeMap<String, BTreeMap<String, usize>>,
    /// The whole catalogue as a file, with the plans that are not on sale.
    pub merged: String,
    /// Where the rows of the last overlay are in that file.
    pub places: Places,
}

/// Lays overlays over a catalogue, the bytes of a valid file. Later ones win. The delimiter that was `asked` for is used
/// if a header does not show another.
///
/// # Errors
/// Every problem of the first overlay with problems, at its place there, and the index of that overlay.
pub fn overlaid(
    catalogue: &[u8],
    overlays: &[&[u8]],
    asked: Option<Delimiter>,
) -> Result<Overlaid, (usize, Problems)> {
    let base = placed_rows(catalogue, asked).map_err(|problems| (0, problems))?;
    let mut layers = Layers {
        rows: base.into_iter().map(|row| row.cells).collect(),
        withdrawn: BTreeSet::new(),
        laid: Overlaid {
            catalogue: Catalogue { plans: Vec::new(), warnings: Vec::new() },
            ids: BTreeSet::new(),
            unknown: Vec::new(),
            sources: BTreeMap::new(),
            merged: String::new(),
            places: Places::default(),
        },
    };
    for (index, overlay) in overlays.iter().enumerate() {
        layers.add(index, overlay, asked).map_err(|problems| (index, problems))?;
    }
    let Layers { withdrawn, mut laid, .. } = layers;
    laid.catalogue.plans.retain(|plan| !withdrawn.contains(plan.id.as_str()));
    Ok(laid)
}

/// A catalogue with some of its overlays.
struct Layers {
    rows: Vec<OverlayRow>,
    /// The ids of the plans that are not on sale.
    withdrawn: BTreeSet<String>,
    laid: Overlaid,
}

impl Layers {
    /// Lays one more overlay over the rows.
    fn add(&mut self, index: usize, overlay: &[u8], asked: Option<Delimiter>) -> Result<(), Problems> {
        // The place in the overlay of each row that it has changed or added.
        let mut places: BTreeMap<usize, PlacedRow> = BTreeMap::new();
        let mut problems = Problems::default();
        for mut row in placed_rows(overlay, asked)? {
            if let Err(error) = self.note_status(&mut row) {
                problems.add_row(&mut vec![row.problem(Some(STATUS), error)]);
                continue;
            }
            let id = row.cells.get("id");
            let known = self.rows.iter().position(|known| id.is_some() && known.get("id") == id);
            if known.is_none()
                && let Some(id) = id
                && REQUIRED.iter().all(|column| *column == "id" || !row.cells.contains_key(*column))
            {
                let error = Error::new("overlay-id-unknown").with("value", id.as_str());
                self.laid.unknown.push((index, row.problem(Some("id"), error)));
                continue;
            }
            let at = known.unwrap_or(self.rows.len());
            if let Some(first) = places.get(&at) {
                let error = Error::new("id-twice").with("value", id.cloned().unwrap_or_default());
                let error = error.with("first_line", first.line);
                problems.add_row(&mut vec![row.problem(Some("id"), error)]);
                continue;
            }
            self.note_sources(index, &row.cells);
            match self.rows.get_mut(at) {
                Some(known) => known.extend(row.cells.clone()),
                None => self.rows.push(row.cells.clone()),
            }
            places.insert(at, row);
        }
        let merged = written(&self.rows);
        let places = Places::new(merged.as_bytes(), places)?;
        let catalogue = Catalogue::parse(merged.as_bytes()).map_err(|found| {
            let mut found = places.relocated(found);
            found.add(problems.clone());
            found
        })?;
        // A catalogue may have rows that are left out; the user's own ones may not be lost.
        let is_lost =
            |warning: &&Diagnostic| is_out_of_bounds(&warning.error) && places.row(warning.line).is_some();
        let lost: Vec<_> = catalogue.warnings.iter().filter(is_lost).cloned().collect();
        problems.add(places.relocated(lost.into()));
        if problems.count > 0 {
            return Err(problems);
        }
        let changed = places.rows.values().filter(|row| row.is_change);
        self.laid.ids.extend(changed.filter_map(|row| Slug::parse(row.cells.get("id")?).ok()));
        self.laid.catalogue = Catalogue { warnings: Vec::new(), ..catalogue };
        self.laid.merged = merged;
        self.laid.places = places;
        Ok(())
    }

    /// Takes the status out of a row, and notes which plans are on sale.
    fn note_status(&mut self, row: &mut PlacedRow) -> Result<(), Error> {
        let Some(status) = row.cells.remove(STATUS) else { return Ok(()) };
        let Some(id) = row.cells.get("id") else { return Ok(()) };
        match SaleStatus::parse(&status)? {
            SaleStatus::OnSale => self.withdrawn.remove(id),
            SaleStatus::Withdrawn => self.withdrawn.insert(id.clone()),
        };
        Ok(())
    }

    /// Notes which overlay the cells of a row come from.
    fn note_sources(&mut self, index: usize, cells: &OverlayRow) {
        let Some(id) = cells.get("id") else { return };
        let of_plan = self.laid.sources.entry(id.clone()).or_default();
        of_plan.extend(cells.keys().filter(|column| *column != "id").map(|column| (column.clone(), index)));
    }
}

/// The rows of an overlay.
///
/// # Errors
/// What makes the file unreadable: its header, its quotes, its encoding.
pub fn rows(overlay: &[u8], asked: Option<Delimiter>) -> Result<Vec<OverlayRow>, Problems> {
    Ok(placed_rows(overlay, asked)?.into_iter().map(|row| row.cells).collect())
}

/// Rows as a CSV file that [`rows`] reads back. Only columns with a value are written, and always the id. Those of the
/// format come first.
///
/// # Panics
/// Never: memory can be written to.
pub fn written(rows: &[OverlayRow]) -> String {
    let used: BTreeSet<&str> = rows.iter().flat_map(|row| row.keys().map(String::as_str)).collect();
    let known = COLUMNS.into_iter().filter(|column| *column == "id" || used.contains(column));
    let others = used.iter().copied().filter(|column| !COLUMNS.contains(column));
    let columns: Vec<&str> = known.chain(others).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = std::iter::once(columns.clone());
    let cells = rows
        .iter()
        .map(|row| columns.iter().map(|column| row.get(*column).map_or("", |text| text)).collect());
    for record in header.chain(cells) {
        writer.write_record(record).expect("memory can be written to");
    }
    let bytes = writer.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("only texts are written")
}

/// A row with its place.
#[derive(Clone, Debug)]
struct PlacedRow {
    cells: OverlayRow,
    /// Whether it has more than an id.
    is_change: bool,
    line: u64,
    /// The character of the line at which each cell begins, by column.
    places: BTreeMap<String, u64>,
}

impl PlacedRow {
    /// A problem at the place of a cell, or at the beginning of the row if it has no such cell.
    fn problem(&self, cell: Option<&str>, error: Error) -> Diagnostic {
        let column = cell.and_then(|cell| self.places.get(cell)).copied().unwrap_or(1);
        Diagnostic { line: self.line, column, cell: cell.map(str::to_owned), error }
    }
}

fn placed_rows(bytes: &[u8], asked: Option<Delimiter>) -> Result<Vec<PlacedRow>, Problems> {
    let (header, mut rows) = Header::read(bytes, &["id"], asked)?;
    Columns::new(&header)?;
    let names: Vec<String> = header.names().iter().map(|name| known_key(name)).collect();
    let mut placed = Vec::new();
    let mut problems = Problems::default();
    while let Some(row) = rows.next(&header) {
        match row {
            Ok(row) => {
                let mut found = PlacedRow {
                    cells: OverlayRow::new(),
                    is_change: false,
                    line: row.line(),
                    places: BTreeMap::new(),
                };
                for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
                    let place = row.problem(index, Error::new("cell-needed")).column;
                    found.places.insert(name.clone(), place);
                    if let Some(text) = row.text(Some(index)) {
                        found.cells.insert(name.clone(), text.to_owned());
                    }
                }
                found.is_change = found.cells.len() > 1;
                placed.push(found);
            }
            Err(problem) => problems.add_row(&mut vec![problem]),
        }
    }
    if problems.count == 0 { Ok(placed) } else { Err(problems) }
}

/// The name of a column of the format in the form in which it is compared; any other name as it is.
fn known_key(name: &str) -> String {
    let key = column_key(name);
    if key == STATUS || COLUMNS.contains(&key.as_str()) { key } else { name.to_owned() }
}

/// The rows of an overlay by the lines of a merged catalogue.
#[derive(Clone, Debug, Default)]
pub struct Places {
    rows: BTreeMap<u64, PlacedRow>,
}

impl Places {
    /// The places of rows that are known by their index in a merged catalogue. A row may take several lines there.
    fn new(merged: &[u8], mut of_index: BTreeMap<usize, PlacedRow>) -> Result<Self, Problems> {
        let lines = placed_rows(merged, None)?.into_iter().map(|row| row.line).enumerate();
        let rows = lines.filter_map(|(index, line)| Some((line, of_index.remove(&index)?))).collect();
        Ok(Self { rows })
    }

    /// The row of the overlay that begins on a line of the merged catalogue.
    fn row(&self, line: u64) -> Option<&PlacedRow> {
        self.rows.get(&line)
    }

    /// Whether the overlay has a row for the one that begins on a line of the merged catalogue.
    pub fn has(&self, line: u64) -> bool {
        self.rows.contains_key(&line)
    }

    /// How many rows the overlay has.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// Problems of the merged catalogue at their places in the overlay.
    fn relocated(&self, problems: Problems) -> Problems {
        let first = problems.first.into_iter().map(|problem| self.relocate(problem)).collect();
        Problems { first, count: problems.count }
    }

    /// What was found about a row of the merged catalogue, at its place in the overlay. The line of a plan that is in another
    /// file is 0.
    pub fn noted(&self, problem: Diagnostic) -> Diagnostic {
        let is_apart =
            matches!(problem.error.figure("first_line"), Some(Figure::Count(line)) if !self.has(line));
        let noted = self.relocate(problem);
        if is_apart {
            Diagnostic { error: noted.error.repeating("first_line", 0u64), ..noted }
        } else {
            noted
        }
    }

    /// A problem at its place in the overlay. The catalogue alone is valid, so a problem of one of its rows comes from the
    /// row that it names, or from any other.
    fn relocate(&self, problem: Diagnostic) -> Diagnostic {
        let named = match problem.error.figure("first_line") {
            Some(Figure::Count(line)) => self.row(line),
            _ => None,
        };
        let Some(row) = self.row(problem.line).or(named).or(self.rows.values().next()) else {
            return problem;
        };
        let error = problem.error.repeating("first_line", named.unwrap_or(row).line);
        row.problem(problem.cell.as_deref(), error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;

    const BASE: &str = "id,line,operator,name,kind,price,currency,data,validity,source,verified_on,confidence\n\
                        sim,l,o,SIM,sim,20,MAD,,,s,2026-11,high\n\
                        a,l,o,\"Pass, A\",pass,10,MAD,2GB,7d,s,2026-11,high\n";

    /// Checks the plans after an overlay, each as `id price data`, and the ids of the overlay.
    #[track_caller]
    fn check(overlay: &str, plans: &[&str], ids: &[&str]) {
        let overlaid = overlaid(BASE.as_bytes(), &[overlay.as_bytes()], None).unwrap();
        let found = overlaid.catalogue.plans.iter().map(|plan| {
            let price = plan.price.map_or_else(|| "?".to_owned(), Money::amount_text);
            let data = plan.allowance.map_or_else(|| "?".to_owned(), |data| data.to_string());
            format!("{} {price} {data}", plan.id)
        });
        assert_eq!(found.collect::<Vec<_>>(), plans, "{overlay}");
        assert_eq!(overlaid.ids.iter().map(Slug::as_str).collect::<Vec<_>>(), ids, "{overlay}");
    }

    #[test]
    fn a_row_replaces_what_it_says_and_a_new_one_is_added() {
        check("id\n", &["sim 20.00 ?", "a 10.00 2GB"], &[]);
        check("id,price\na,\n", &["sim 20.00 ?", "a 10.00 2GB"], &[]);
        check("id,price\na,12.50\n", &["sim 20.00 ?", "a 12.50 2GB"], &["a"]);
        // A blank cell leaves the value.
        check("ID,Price,Data\na,,3GB\nsim,0,\n", &["sim 0.00 ?", "a 10.00 3GB"], &["a", "sim"]);
        let new = "id,line,operator,name,kind,price,currency,data,validity\nb,l,o,B,pass,5,MAD,1GB,3d\n";
        check(new, &["sim 20.00 ?", "a 10.00 2GB", "b 5.00 1GB"], &["b"]);
    }

    #[track_caller]
    fn check_problems(overlay: &str, expected: &[&str]) {
        let (index, problems) = overlaid(BASE.as_bytes(), &[overlay.as_bytes()], None).unwrap_err();
        assert_eq!(index, 0);
        let found: Vec<_> = problems.first.iter().map(ToString::to_string).collect();
        assert_eq!(found, expected, "{overlay}");
    }

    #[test]
    fn problems_are_at_their_places_in_the_overlay() {
        check_problems("price\n5\n", &["1:1: -: column-missing column=`id`"]);
        check_problems("id,data,price\na,2GB,x\n", &["2:7: price: amount-form value=`x`"]);
        check_problems(
            "id,price\na,1\na,2\nsim,x\n",
            &["3:1: id: id-twice value=`a` first_line=`2`", "4:5: price: amount-form value=`x`"],
        );
        // The note above takes two lines, also in the merged catalogue.
        check_problems("id,note,price\na,\"x\ny\",1\nsim,,x\n", &["4:6: price: amount-form value=`x`"]);
        // A problem that shows in another row of the line.
        check_problems(
            "id,operator\nsim,p\n",
            &["2:5: operator: line-of-two-operators value=`l` known=`p` first_line=`2`"],
        );
        // A plan of one's own is never left out.
        check_problems(
            "id,data\na,99999999999999TB\n",
            &["2:3: data: volume-too-large value=`99999999999999TB`"],
        );
        check_problems(
            "id,line,price\nb,l,5\n",
            &[
                "2:1: operator: cell-needed column=`operator`",
                "2:1: name: cell-needed column=`name`",
                "2:1: kind: cell-needed column=`kind`",
                "2:1: currency: cell-needed column=`currency`",
            ],
        );
    }

    #[test]
    fn a_problem_of_another_row_is_at_the_row_that_it_names() {
        let (header, rows) = BASE.split_once('\n').unwrap();
        let base = format!("{header}\nx,m,q,X,pass,1,MAD,1GB,1d,s,2026-11,high\n{rows}");
        let overlay = &b"id,price,operator\nx,2,\nsim,,p\n"[..];
        let (_, problems) = overlaid(base.as_bytes(), &[overlay], None).unwrap_err();
        let expected = "3:6: operator: line-of-two-operators value=`l` known=`p` first_line=`3`";
        assert_eq!(problems.first.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected]);
    }

    #[test]
    fn a_change_of_an_unknown_plan_changes_nothing() {
        let overlaid = overlaid(BASE.as_bytes(), &[b"id,price\nb,5\na,1\n"], None).unwrap();
        let unknown: Vec<_> = overlaid.unknown.iter().map(|(index, row)| format!("{index}:{row}")).collect();
        assert_eq!(unknown, ["0:2:1: id: overlay-id-unknown value=`b`"]);
        assert_eq!(overlaid.catalogue.plans.len(), 2);
        assert_eq!(overlaid.ids.len(), 1);
    }

    #[test]
    fn plans_are_withdrawn_and_put_back() {
        check("id,status\na,withdrawn\n", &["sim 20.00 ?"], &["a"]);
        check("id,price,status\na,12,ON-SALE\n", &["sim 20.00 ?", "a 12.00 2GB"], &["a"]);
        check_problems(
            "id,status\na,gone\nsim,on-sale\n",
            &["2:3: status: unknown-word value=`gone` expected=`on-sale, withdrawn`"],
        );
        let withdrawn = &b"id;status\na;withdrawn\n"[..];
        let back = &b"id,status,price\na,on-sale,5\n"[..];
        let both = overlaid(BASE.as_bytes(), &[withdrawn, back], None).unwrap();
        assert_eq!(both.catalogue.plans.len(), 2);
        let other = overlaid(BASE.as_bytes(), &[back, withdrawn], None).unwrap();
        assert_eq!(other.catalogue.plans.len(), 1);
    }

    #[test]
    fn the_last_overlay_wins_and_each_cell_knows_its_own() {
        let first = &b"id,price,note,shop\na,12,seen,F\xc3\xa8s\n"[..];
        let second = &b"id,price\na,13\n"[..];
        let both = overlaid(BASE.as_bytes(), &[first, second], None).unwrap();
        let plan = &both.catalogue.plans[1];
        assert_eq!(plan.price.map(Money::amount_text).as_deref(), Some("13.00"));
        assert_eq!(plan.extra, [("shop".to_owned(), "Fès".to_owned())]);
        let sources: Vec<_> =
            both.sources["a"].iter().map(|(column, index)| (column.as_str(), *index)).collect();
        assert_eq!(sources, [("note", 0), ("price", 1), ("shop", 0)]);
        // A problem belongs to the overlay that has it.
        let bad = &b"id,price\na,x\n"[..];
        assert_eq!(overlaid(BASE.as_bytes(), &[first, bad], None).unwrap_err().0, 1);
        let slip = overlaid(BASE.as_bytes(), &[b"id,prise\na,1\n"], None).unwrap_err().1;
        assert_eq!(slip.first[0].error.code(), "column-near-miss");
    }

    #[test]
    fn rows_are_read_back() {
        let text = "id,price,note\na,12.50,\"seen, at a kiosk\"\n";
        let read = rows(text.as_bytes(), None).unwrap();
        assert_eq!(written(&read), text);
        assert_eq!(read[0]["note"], "seen, at a kiosk");
    }
}
