//! The types that a source defines, read with `syn`.

use syn::buffer::TokenBuffer;
use syn::visit::{self, Visit};
use syn::{Ident, ItemEnum, ItemMod, ItemStruct, ItemTrait, ItemType, ItemUnion, Macro};

/// The names of all structs, enums, unions, traits and type aliases that a source defines outside of `mod tests`, those
/// of `words!` among them. An associated type is a name of its trait's, so it is not one of them.
pub fn types(place: &str, source: &str) -> Vec<String> {
    let mut reader = Reader::default();
    reader.visit_file(&syn::parse_file(source).unwrap_or_else(|error| panic!("{place}: {error}")));
    reader.types
}

#[derive(Default)]
struct Reader {
    types: Vec<String>,
}

impl Reader {
    fn add(&mut self, name: &Ident) {
        self.types.push(name.to_string());
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        self.add(&item.ident);
    }

    fn visit_item_enum(&mut self, item: &'ast ItemEnum) {
        self.add(&item.ident);
    }

    fn visit_item_union(&mut self, item: &'ast ItemUnion) {
        self.add(&item.ident);
    }

    fn visit_item_trait(&mut self, item: &'ast ItemTrait) {
        self.add(&item.ident);
        visit::visit_item_trait(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast ItemType) {
        self.add(&item.ident);
    }

    /// The name of an enum of words is the first one after its attributes.
    fn visit_macro(&mut self, call: &'ast Macro) {
        if call.path.segments.last().is_none_or(|segment| segment.ident != "words") {
            return;
        }
        let tokens = TokenBuffer::new2(call.tokens.clone());
        let mut rest = tokens.begin();
        while let Some((_, next)) = rest.token_tree() {
            if let Some((name, _)) = rest.ident() {
                return self.add(&name);
            }
            rest = next;
        }
    }
}
