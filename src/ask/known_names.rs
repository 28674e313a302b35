//! Operators and lines as people call them: `IAM` or `Maroc Télécom` is `maroc-telecom`, `jawal` is the line
//! `maroc-telecom-jawal`.

use super::names::NameKind;
use crate::catalogue::Catalogue;
use crate::guide::facts::Facts;
use crate::guide::plain_name;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The sellers of the built-in catalogue and the guide, and the names that people have for them.
pub struct KnownNames {
    operators: Ids,
    lines: Ids,
}

/// Ids, and the other names of some of them, both in kebab-case.
struct Ids {
    ids: BTreeSet<String>,
    others: Vec<(String, String)>,
}

impl KnownNames {
    /// The names that the program brings along.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<KnownNames> = LazyLock::new(|| {
            let plans = Catalogue::built_in().map(|catalogue| catalogue.plans).unwrap_or_default();
            let facts = Facts::built_in();
            let of_operators = facts.operators.iter().flat_map(|operator| {
                operator.names().map(|name| (kebab(name), operator.id.clone())).collect::<Vec<_>>()
            });
            let of_brands = facts.operators.iter().filter_map(|operator| {
                Some((kebab(&operator.digital_brand.name), operator.digital_brand.line.clone()?))
            });
            KnownNames {
                operators: Ids {
                    ids: plans.iter().map(|plan| plan.operator.to_string()).collect(),
                    others: of_operators.collect(),
                },
                lines: Ids {
                    ids: plans.iter().map(|plan| plan.line.to_string()).collect(),
                    others: of_brands.collect(),
                },
            }
        });
        &BUILT_IN
    }

    /// The id that a name stands for: the same words in another case, another name, or for a line some of its words if no
    /// other line has them. `None` if it fits none or several.
    pub fn id(&self, kind: NameKind, name: &str) -> Option<&str> {
        let name = kebab(name);
        match kind {
            NameKind::Operator => self.operators.called(&name),
            NameKind::Line => self.lines.called(&name).or_else(|| self.lines.with_words(&name)),
        }
    }
}

impl Ids {
    fn called(&self, name: &str) -> Option<&str> {
        let others = self.others.iter().filter(|(other, _)| other == name);
        self.ids.get(name).into_iter().chain(others.map(|(_, id)| id)).next().map(String::as_str)
    }

    /// The only id that has these words in a row.
    fn with_words(&self, words: &str) -> Option<&str> {
        let words = format!("-{words}-");
        let mut fitting = self.ids.iter().filter(|id| format!("-{id}-").contains(&words));
        let first = fitting.next()?;
        fitting.next().is_none().then_some(first)
    }
}

/// The names in a list, which commas or semicolons separate. A comma without a name after it does not count.
pub fn names_in(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ';', '，', '；', '、']).map(str::trim).filter(|name| !name.is_empty())
}

/// A name in lower case, without accents, its words joined by hyphens.
pub fn kebab(name: &str) -> String {
    let plain = plain_name(name);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: NameKind, name: &str, expected: Option<&str>) {
        assert_eq!(KnownNames::built_in().id(kind, name), expected, "{name}");
    }

    #[test]
    fn operators_have_several_names() {
        for name in
            ["maroc-telecom", "Maroc Telecom", "MAROC TÉLÉCOM", "iam", "IAM", "Jawal", "اتصالات المغرب"]
        {
            check(NameKind::Operator, name, Some("maroc-telecom"));
        }
        for name in ["Inwi", " inwi ", "Wana Corporate", "إنوي"] {
            check(NameKind::Operator, name, Some("inwi"));
        }
        for name in ["Orange", "Orange Maroc", "orange_maroc", "Méditel", "Medi Telecom"] {
            check(NameKind::Operator, name, Some("orange"));
        }
        check(NameKind::Operator, "AIRALO", Some("airalo"));
        // A digital brand is not its operator.
        for name in ["yoxo", "telecom", "", "-", "nobody"] {
            check(NameKind::Operator, name, None);
        }
    }

    #[test]
    fn lists_of_names() {
        for text in
            ["inwi,orange", "inwi, orange,", ",inwi,,orange", "inwi;orange", "inwi，orange", "inwi、orange；"]
        {
            assert_eq!(names_in(text).collect::<Vec<_>>(), ["inwi", "orange"], "{text}");
        }
        assert_eq!(names_in(" , ").count(), 0);
    }

    #[test]
    fn lines_have_their_words() {
        check(NameKind::Line, "Inwi Prepaid", Some("inwi-prepaid"));
        check(NameKind::Line, "jawal", Some("maroc-telecom-jawal"));
        check(NameKind::Line, "Telecom Jawal", Some("maroc-telecom-jawal"));
        check(NameKind::Line, "Yoxo", Some("orange-yoxo"));
        check(NameKind::Line, "inJoy", Some("maroc-telecom-injoy"));
        check(NameKind::Line, "airalo-discover", Some("airalo-discover"));
        // Several lines have these words, or none.
        for name in ["inwi", "prepaid", "maroc telecom", "discover", "jaw", ""] {
            check(NameKind::Line, name, None);
        }
    }
}
