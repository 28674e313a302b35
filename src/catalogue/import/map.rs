//! A map: which columns of a catalogue come from which fields of a source.

use super::reader::MapReader;
use crate::catalogue::columns::Column;
use crate::catalogue::problems::Diagnostic;
use crate::domain::word::words;
use std::collections::BTreeMap;

words! {
    /// The form of a source.
    SourceFormat {
        /// A table with a header.
        Csv = "csv",
        /// Lists within lists.
        Json = "json",
    }
}

/// The name of a field of the source, and the place in the map where it is written.
#[derive(Clone, Debug)]
pub struct FieldName {
    /// The name.
    pub name: String,
    /// The line of the map.
    pub line: u64,
    /// The character of that line.
    pub column: u64,
}

/// Fields of which the first with a value counts.
pub type Alternatives = Vec<FieldName>;

/// What the value of a column is made of.
#[derive(Clone, Debug)]
pub enum ValueOrigin {
    /// The text of a field.
    Field(Alternatives),
    /// The same text in every row.
    Constant(String),
    /// The texts of several fields, with this text between them.
    Joined(Vec<Alternatives>, String),
    /// A name for machines, made of the texts of several fields, perhaps with words before them.
    Slug(Vec<Alternatives>, Option<String>),
}

/// How a column of the catalogue is filled.
#[derive(Clone, Debug)]
pub struct MappedColumn {
    /// The column.
    pub column: Column,
    /// Where its value comes from.
    pub origin: ValueOrigin,
    /// The unit of a number that has none.
    pub unit: Option<String>,
    /// The mark before the decimals; the other one separates thousands.
    pub decimal: Option<char>,
    /// The texts that mean unlimited.
    pub unlimited: Vec<String>,
    /// A field that says that the value is unlimited, and its texts that do.
    pub unlimited_if: Option<(FieldName, Vec<String>)>,
    /// The texts that mean unknown.
    pub unknown: Vec<String>,
    /// The value if the source has none.
    pub otherwise: Option<String>,
    /// Whether the source may lack the fields.
    pub is_optional: bool,
    /// The words of the catalogue for those of the source, which are in lower case; `*` stands for all others.
    pub words: BTreeMap<String, String>,
}

/// Keeps rows by a field.
#[derive(Clone, Debug)]
pub struct RowFilter {
    /// The field.
    pub field: FieldName,
    /// The texts of rows that are kept.
    pub kept: Vec<String>,
    /// Whether a row without the field is kept.
    pub is_optional: bool,
}

/// A map from the fields of a source to the columns of a catalogue.
#[derive(Clone, Debug)]
pub struct ImportMap {
    /// The form of the source.
    pub format: SourceFormat,
    /// The paths of the lists of JSON to walk, the outermost first.
    pub rows: Vec<String>,
    /// The columns that are filled.
    pub columns: Vec<MappedColumn>,
    /// Which rows are kept: those that pass all filters.
    pub filters: Vec<RowFilter>,
}

impl ImportMap {
    /// Reads a map.
    ///
    /// # Errors
    /// Every problem of the map, at its place.
    pub fn parse(text: &str) -> Result<Self, Vec<Diagnostic>> {
        MapReader::new(text).map()
    }

    /// All fields that the map names.
    pub fn fields(&self) -> impl Iterator<Item = &FieldName> {
        let of_columns = self.columns.iter().flat_map(|column| {
            let unlimited = column.unlimited_if.iter().map(|(field, _)| field);
            column.origin.groups().iter().flatten().chain(unlimited)
        });
        of_columns.chain(self.filters.iter().map(|filter| &filter.field))
    }

    /// How a column is filled; `None` if the map does not fill it.
    pub fn of(&self, column: Column) -> Option<&MappedColumn> {
        self.columns.iter().find(|mapped| mapped.column == column)
    }
}

impl ValueOrigin {
    /// The fields that it is made of.
    pub fn groups(&self) -> &[Alternatives] {
        match self {
            Self::Field(field) => std::slice::from_ref(field),
            Self::Constant(_) => &[],
            Self::Joined(groups, _) | Self::Slug(groups, _) => groups,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The columns that a map must fill.
    const REQUIRED: &str =
        "[columns]\nid = \"i\"\nline = \"l\"\noperator = \"o\"\nname = \"n\"\nkind = \"k\"\n";

    /// Checks the problems of a map, each as `line:column: code` with the names in it.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let problems = ImportMap::parse(text).err().unwrap_or_default();
        let shown = problems.iter().map(|problem| {
            let figure =
                |name| problem.error.figure(name).map(|figure| format!(" {figure}")).unwrap_or_default();
            let name = figure("value") + &figure("key") + &figure("similar");
            format!("{}:{}: {}{name}", problem.line, problem.column, problem.error.code())
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_map_is_read() {
        check(&format!("format = \"csv\"\n{REQUIRED}"), &[]);
        let more = "price = {from = [\"p\", \"q\"], decimal = \".\", optional = true}\n\
                    currency = {value = \"EUR\"}\n\
                    data = {from = \"d\", unit = \"MB\", unlimited = \"-1\", unknown = [\"?\"]}\n\
                    validity = {from = \"v\", unit = \"d\", otherwise = \"7d\"}\n\
                    minutes = {from = \"m\", unlimited = {from = \"u\", is = [\"yes\"]}}\n\
                    note = {join = [\"a\", [\"b\", \"c\"]], with = \", \"}\n\
                    [values.kind]\neSIM = \"esim\"\n\"*\" = \"pass\"\n\
                    [filter]\ncountry = [\"MA\"]\ntype = {is = \"sim\", optional = true}\n";
        let map =
            ImportMap::parse(&format!("format = \"json\"\nrows = [\"data\"]\n{REQUIRED}{more}")).unwrap();
        let mut names: Vec<_> = map.fields().map(|field| field.name.as_str()).collect();
        names.sort_unstable();
        let all = ["a", "b", "c", "country", "d", "i", "k", "l", "m", "n", "o", "p", "q", "type", "u", "v"];
        assert_eq!(names, all);
        assert_eq!(map.of(Column::Kind).unwrap().words["esim"], "esim");
        assert_eq!((map.rows, map.format), (vec!["data".to_owned()], SourceFormat::Json));
    }

    #[test]
    fn what_is_wrong_is_located_with_the_nearest_key() {
        check("format = csv", &["1:10: config-syntax"]);
        check(REQUIRED, &["1:1: map-key-missing format"]);
        check(&format!("format = \"xml\"\n{REQUIRED}"), &["1:10: unknown-word xml"]);
        check(
            &format!("fromat = \"csv\"\nformat = \"csv\"\n{REQUIRED}"),
            &["1:1: map-key-similar fromat format"],
        );
        check(&format!("shop = 1\nformat = \"csv\"\n{REQUIRED}"), &["1:1: map-key-unknown shop"]);
        check(
            "format = \"csv\"\n[columns]\nid = \"i\"\n",
            &[
                "2:1: map-key-missing line",
                "2:1: map-key-missing operator",
                "2:1: map-key-missing name",
                "2:1: map-key-missing kind",
            ],
        );
        let wrong = |column: &str, expected: &[&str]| {
            check(&format!("format = \"csv\"\n{REQUIRED}{column}"), expected);
        };
        wrong("pirce = \"p\"", &["8:1: map-key-similar pirce price"]);
        wrong("price = 5", &["8:9: map-not-column price"]);
        wrong("price = {form = \"p\"}", &["8:9: map-origin price", "8:10: map-key-similar form from"]);
        wrong("price = {}", &["8:9: map-origin price"]);
        wrong("price = {from = \"p\", value = \"5\"}", &["8:9: map-origin price"]);
        wrong("price = {from = 5}", &["8:17: map-not-names from"]);
        wrong("price = {from = \"p\", optional = \"yes\"}", &["8:33: map-not-flag optional"]);
        wrong("price = {from = \"p\", decimal = \";\"}", &["8:32: map-decimal ;"]);
        wrong("price = {from = \"p\", unit = \"EUR\"}", &["8:29: map-unit-not-here price"]);
        wrong("data = {from = \"d\", unit = \"pizzas\"}", &["8:28: volume-unit-unknown 1pizzas"]);
        wrong("validity = {from = \"d\", unit = \"months\"}", &["8:32: unknown-word months"]);
        wrong("data = {from = \"d\", unlimited = 1}", &["8:33: map-not-texts unlimited"]);
        wrong("[values.sms]\na = \"1\"", &["8:9: map-column-not-mapped sms"]);
        wrong("[values]\nkind = 5", &["9:8: map-not-table kind"]);
        wrong("[filter]\na = 5", &["9:5: map-not-texts a"]);
    }
}
