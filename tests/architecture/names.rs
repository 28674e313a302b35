//! What a source names, read with `syn`.

use std::collections::BTreeSet;
use syn::buffer::{Cursor, TokenBuffer};
use syn::visit::{self, Visit};
use syn::{Attribute, File, Ident, Item, ItemExternCrate, ItemMod, ItemUse, Lit, Macro, MetaList, UseTree};

/// Everything that a source names: paths from their root (`crate::cli::run`, `std::fs`, `csv::self` for the library
/// itself), macros (`println!`), and what is of binary floating point (`f64`, `to_f64`, `0.5`).
pub fn names(place: &str, source: &str) -> BTreeSet<String> {
    let module = place.trim_end_matches(".rs").trim_end_matches("/mod").split('/').map(str::to_owned);
    let mut reader = Reader { module: module.collect(), ..Reader::default() };
    reader.visit_file(&syn::parse_file(source).unwrap_or_else(|error| panic!("{place}: {error}")));
    reader.names
}

/// Whether a name is of binary floating point.
pub fn is_float(name: &str) -> bool {
    let is_type = |name: &str| name == "f32" || name == "f64";
    is_type(name)
        || name.rsplit_once('_').is_some_and(|(_, last)| is_type(last))
        || name.starts_with(|c: char| c.is_ascii_digit())
}

#[derive(Default)]
struct Reader {
    /// The module that is read, from the root of the crate.
    module: Vec<String>,
    /// The names that this module and those around it give to modules of the crate: not libraries.
    local: Vec<BTreeSet<String>>,
    in_attribute: bool,
    names: BTreeSet<String>,
}

impl Reader {
    /// A path from the root of the crate or of a library; empty if it begins with a name of this module. A leading
    /// `::` is an empty first segment.
    fn rooted(&self, path: &[String]) -> Vec<String> {
        let levels = path.iter().take_while(|segment| is_relative(segment)).count();
        if levels > 0 {
            let up = path[..levels].iter().filter(|segment| *segment == "super").count();
            let above = &self.module[..self.module.len().saturating_sub(up)];
            return [&["crate".to_owned()], above, &path[levels..]].concat();
        }
        match path.first() {
            Some(name) if self.local.iter().any(|names| names.contains(name)) => Vec::new(),
            Some(name) if name.is_empty() => path[1..].to_vec(),
            _ => path.to_vec(),
        }
    }

    /// Adds a path. A single name is a variable, a type or an item of this module.
    fn add(&mut self, path: &[String]) {
        let rooted = self.rooted(path);
        if rooted.len() > 1 {
            self.names.insert(rooted.join("::"));
        }
    }

    /// Adds what is imported; a whole crate is `name::self`.
    fn add_import(&mut self, path: &[String]) {
        let mut rooted = self.rooted(path);
        if rooted.len() == 1 {
            rooted.push("self".to_owned());
        }
        self.add(&rooted);
    }

    /// Adds a word of binary floating point.
    fn add_word(&mut self, word: &str) {
        if is_float(word) {
            self.names.insert(word.to_owned());
        }
    }

    /// Adds a number of binary floating point, or the path that a text in an attribute is.
    fn add_literal(&mut self, literal: &Lit) {
        match literal {
            Lit::Float(number) => _ = self.names.insert(number.to_string()),
            Lit::Int(number) if number.suffix().starts_with('f') => _ = self.names.insert(number.to_string()),
            Lit::Str(text) if self.in_attribute => {
                if let Ok(path) = text.parse::<syn::Path>() {
                    self.add(&segments(&path));
                }
            }
            _ => {}
        }
    }

    /// Reads a module, knowing the names that it gives to modules of the crate.
    fn read_module(&mut self, items: &[Item], read: impl FnOnce(&mut Self)) {
        let mut local = BTreeSet::new();
        for item in items {
            match item {
                Item::Mod(item) => _ = local.insert(item.ident.to_string()),
                Item::Use(item) => {
                    let mut imports = imports(item);
                    imports.retain(|(path, _)| path[0] == "crate" || is_relative(&path[0]));
                    local.extend(imports.into_iter().map(|(_, name)| name));
                }
                _ => {}
            }
        }
        self.local.push(local);
        read(self);
        self.local.pop();
    }

    /// Reads the tokens of a macro or an attribute. `prefix` is the path before the braces around them. What follows a
    /// dot, as in `pair.0.1`, is a field and not a number.
    fn read_tokens(&mut self, mut rest: Cursor<'_>, prefix: &[String]) {
        let mut path = prefix.to_vec();
        let mut follows_dot = false;
        while let Some((_, next)) = rest.token_tree() {
            let is_open = path.len() > prefix.len();
            let mark = rest.punct().map(|(mark, _)| mark.as_char());
            if let Some((ident, _)) = rest.ident() {
                self.add_word(&ident.to_string());
                path.push(ident.to_string());
                if let Some(after) = skip(next, ':').and_then(|next| skip(next, ':')) {
                    rest = after;
                    continue;
                }
                if skip(next, '!').is_some() {
                    self.names.insert(format!("{ident}!"));
                }
                self.add(&path);
            } else if let Some((inside, ..)) = rest.any_group() {
                self.read_tokens(inside, if is_open { &path } else { &[] });
            } else if let Some((literal, _)) = rest.literal().filter(|_| !follows_dot) {
                self.add_literal(&syn::parse_str(&literal.to_string()).unwrap());
            } else if is_open && mark == Some('*') {
                path.push("*".to_owned());
                self.add(&path);
            }
            path.truncate(prefix.len());
            follows_dot = mark == Some('.');
            rest = next;
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_file(&mut self, file: &'ast File) {
        self.read_module(&file.items, |reader| visit::visit_file(reader, file));
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let items = item.content.as_ref().map_or(&[][..], |(_, items)| items);
        self.module.push(item.ident.to_string());
        self.read_module(items, |reader| visit::visit_item_mod(reader, item));
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        for (path, _) in imports(item) {
            self.add_import(&path);
        }
    }

    fn visit_item_extern_crate(&mut self, item: &'ast ItemExternCrate) {
        let name = item.ident.to_string();
        self.add_import(&[if name == "self" { "crate".to_owned() } else { name }]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add(&segments(path));
        visit::visit_path(self, path);
    }

    fn visit_ident(&mut self, ident: &'ast Ident) {
        self.add_word(&ident.to_string());
    }

    fn visit_lit(&mut self, literal: &'ast Lit) {
        self.add_literal(literal);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        let name = &call.path.segments.last().unwrap().ident;
        self.names.insert(format!("{name}!"));
        self.visit_path(&call.path);
        self.read_tokens(TokenBuffer::new2(call.tokens.clone()).begin(), &[]);
    }

    fn visit_meta_list(&mut self, list: &'ast MetaList) {
        self.visit_path(&list.path);
        self.read_tokens(TokenBuffer::new2(list.tokens.clone()).begin(), &[]);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if !attribute.path().is_ident("doc") {
            self.in_attribute = true;
            visit::visit_attribute(self, attribute);
            self.in_attribute = false;
        }
    }
}

fn is_relative(segment: &str) -> bool {
    segment == "self" || segment == "super"
}

fn skip(rest: Cursor<'_>, mark: char) -> Option<Cursor<'_>> {
    rest.punct().filter(|(found, _)| found.as_char() == mark).map(|(_, next)| next)
}

fn segments(path: &syn::Path) -> Vec<String> {
    let root = path.leading_colon.map(|_| String::new());
    root.into_iter().chain(path.segments.iter().map(|segment| segment.ident.to_string())).collect()
}

/// The paths of an import, each with the name that it gets here.
fn imports(item: &ItemUse) -> Vec<(Vec<String>, String)> {
    let root = item.leading_colon.map(|_| String::new());
    let mut leaves = Vec::new();
    collect_leaves(&item.tree, root.into_iter().collect(), &mut leaves);
    for (path, name) in &mut leaves {
        if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
            path.pop();
        }
        if name.is_empty() {
            name.clone_from(path.last().unwrap());
        }
    }
    leaves
}

fn collect_leaves(tree: &UseTree, mut path: Vec<String>, leaves: &mut Vec<(Vec<String>, String)>) {
    match tree {
        UseTree::Path(tree) => {
            path.push(tree.ident.to_string());
            collect_leaves(&tree.tree, path, leaves);
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                collect_leaves(tree, path.clone(), leaves);
            }
        }
        UseTree::Glob(_) => {
            path.push("*".to_owned());
            leaves.push((path, String::new()));
        }
        UseTree::Name(tree) => {
            path.push(tree.ident.to_string());
            leaves.push((path, String::new()));
        }
        UseTree::Rename(tree) => {
            path.push(tree.ident.to_string());
            leaves.push((path, tree.rename.to_string()));
        }
    }
}
