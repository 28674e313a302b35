//! Places in a text: the line and the character at a byte.

use super::problems::Diagnostic;
use crate::domain::error::Error;

/// The line and the character at a byte, both counted from 1.
pub fn place(text: &str, at: usize) -> (u64, u64) {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.matches('\n').count() as u64 + 1;
    (line, before[start..].chars().count() as u64 + 1)
}

/// A problem at a byte of a text.
pub fn problem_at(text: &str, at: usize, error: Error) -> Diagnostic {
    let (line, column) = place(text, at);
    Diagnostic { line, column, cell: None, error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_characters_are_counted_from_1() {
        for (at, expected) in [(0, (1, 1)), (2, (1, 2)), (3, (1, 3)), (4, (2, 1)), (5, (2, 2)), (9, (2, 2))] {
            assert_eq!(place("éa\nb", at), expected, "{at}");
        }
    }
}
