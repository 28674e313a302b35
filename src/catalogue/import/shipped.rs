//! The maps that are built into the program.

/// A map that is built in.
#[derive(Clone, Copy, Debug)]
pub struct ShippedMap {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All maps that are built in.
pub const SHIPPED: [ShippedMap; 3] = [
    ShippedMap { name: "airalo", text: include_str!("maps/airalo.toml") },
    ShippedMap { name: "esimdb", text: include_str!("maps/esimdb.toml") },
    ShippedMap { name: "price-list", text: include_str!("maps/price-list.toml") },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::import::map::ImportMap;

    #[test]
    fn every_map_is_valid() {
        for map in SHIPPED {
            assert!(
                ImportMap::parse(map.text).is_ok(),
                "{}: {:?}",
                map.name,
                ImportMap::parse(map.text).err()
            );
        }
    }
}
