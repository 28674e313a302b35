//! Which known name is probably meant by an unknown one.

use crate::domain::error::Error;

/// The letters and digits of a name, in lower case.
pub fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many slips of the fingers are between a name and a known one; `None` if too many for it to be meant.
pub fn slips(name: &str, known: &str) -> Option<usize> {
    let most = most_slips(name, known);
    let is_near = name.len().abs_diff(known.len()) <= most;
    Some(strsim::osa_distance(name, known)).filter(|distance| is_near && *distance <= most)
}

/// How many slips may be between an unknown name and a known one. A short one may only lack a letter or have two in the
/// wrong order: `user` and `date` are names of their own.
fn most_slips(name: &str, known: &str) -> usize {
    let mut letters_of = [name, known].map(|text| text.chars().collect::<Vec<_>>());
    for letters in &mut letters_of {
        letters.sort_unstable();
    }
    match letters_of[0].len() {
        0..=2 => 0,
        3..=4 => usize::from(letters_of[1].len() > letters_of[0].len() || letters_of[0] == letters_of[1]),
        5..=6 => 1,
        _ => 2,
    }
}

/// The known names for which an unknown one is probably a slip, the nearest first.
pub fn nearest_slips<'n>(name: &str, known: &[&'n str]) -> Vec<&'n str> {
    let key = letters(name);
    let mut near: Vec<_> =
        known.iter().filter_map(|known| Some((slips(&key, &letters(known))?, *known))).collect();
    near.sort_unstable();
    near.into_iter().map(|(_, known)| known).collect()
}

/// The error of an unknown column for which these are probably meant.
pub fn near_miss(name: &str, meant: &[&str]) -> Error {
    let names: Vec<_> = meant.iter().map(|name| format!("`{name}`")).collect();
    Error::new("column-near-miss").with("column", name).with("names", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_but_not_names_of_their_own() {
        let known = ["data", "data_per", "operator", "note", "form", "id", "line"];
        for (name, expected) in [
            ("operater", &["operator"][..]),
            ("dataper", &["data_per"]),
            ("Notes", &["note"]),
            ("dta", &["data"]),
            ("from", &["form"]),
            ("user", &[]),
            ("date", &[]),
            ("ids", &[]),
            ("", &[]),
            ("colour", &[]),
        ] {
            assert_eq!(nearest_slips(name, &known), expected, "{name}");
        }
    }
}
