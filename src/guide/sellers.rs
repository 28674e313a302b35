//! The names of sellers as people know them.
//!
//! `sellers.csv` has a row for each seller of the built-in catalogue: its id and its name.

/// The name of the seller with this id in the catalogue; the id itself if the seller is not in the list.
pub fn seller_name(id: &str) -> &str {
    let rows = include_str!("sellers.csv").lines().filter_map(|row| row.split_once(','));
    rows.into_iter().find(|(known, _)| *known == id).map_or(id, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::facts::Facts;

    #[test]
    fn operators_are_named_as_people_say_them() {
        assert_eq!(seller_name("my-shop"), "my-shop");
        for operator in Facts::built_in().operators {
            assert_eq!(seller_name(&operator.id), operator.spoken);
        }
    }
}
