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
    use crate::catalogue::Catalogue;
    use crate::guide::facts::Facts;

    #[test]
    fn every_seller_of_the_catalogue_has_a_name() {
        assert_eq!(seller_name("maroc-telecom"), "Maroc Telecom");
        assert_eq!(seller_name("my-shop"), "my-shop");
        let listed = |id: &str| include_str!("sellers.csv").contains(&format!("{id},"));
        for plan in &Catalogue::built_in().unwrap().plans {
            assert!(listed(plan.operator.as_str()), "{}", plan.operator);
        }
    }

    #[test]
    fn operators_are_named_as_people_say_them() {
        for operator in Facts::built_in().operators {
            assert_eq!(seller_name(&operator.id), operator.spoken);
        }
    }
}
