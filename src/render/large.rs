//! Digits and stars that can be read across a counter, drawn with block characters.

/// The rows of a large character.
const ROWS: usize = 5;

/// The characters that can be drawn, each with its rows.
const SHAPES: [(char, [&str; ROWS]); 13] = [
    ('0', ["█████", "█   █", "█   █", "█   █", "█████"]),
    ('1', ["  █  ", " ██  ", "  █  ", "  █  ", "█████"]),
    ('2', ["█████", "    █", "█████", "█    ", "█████"]),
    ('3', ["█████", "    █", " ████", "    █", "█████"]),
    ('4', ["█   █", "█   █", "█████", "    █", "    █"]),
    ('5', ["█████", "█    ", "█████", "    █", "█████"]),
    ('6', ["█████", "█    ", "█████", "█   █", "█████"]),
    ('7', ["█████", "    █", "   █ ", "  █  ", "  █  "]),
    ('8', ["█████", "█   █", "█████", "█   █", "█████"]),
    ('9', ["█████", "█   █", "█████", "    █", "█████"]),
    ('*', ["█ █ █", " ███ ", "█████", " ███ ", "█ █ █"]),
    ('+', ["     ", "  █  ", "█████", "  █  ", "     "]),
    ('.', ["  ", "  ", "  ", "  ", "██"]),
];

/// A text as lines of block characters; `None` if it has other characters, or if it is wider than the terminal. Blanks
/// only separate groups.
pub(super) fn large(text: &str, width: usize) -> Option<Vec<String>> {
    const GROUPS: &str = "   ";
    let mut lines = vec![String::new(); ROWS];
    for character in text.chars() {
        if character == ' ' {
            for line in &mut lines {
                line.push_str(GROUPS);
            }
            continue;
        }
        let (_, rows) = SHAPES.iter().find(|(known, _)| *known == character)?;
        for (line, row) in lines.iter_mut().zip(rows) {
            line.push_str(row);
            line.push(' ');
        }
    }
    let is_narrow = lines.iter().all(|line| line.chars().count() <= width);
    (is_narrow && !text.is_empty()).then(|| lines.iter().map(|line| line.trim_end().to_owned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_side_by_side() {
        let lines = large("*3", 80).unwrap();
        assert_eq!(lines, ["█ █ █ █████", " ███      █", "█████  ████", " ███      █", "█ █ █ █████"]);
    }

    #[test]
    fn what_cannot_be_drawn_stays_text() {
        assert_eq!(large("06…", 80), None, "no shape for …");
        assert_eq!(large("100", 17), None, "too wide");
        assert!(large("100", 18).is_some());
        assert_eq!(large("", 80), None);
    }

    #[test]
    fn each_shape_has_one_width() {
        for (character, rows) in SHAPES {
            let width = rows[0].chars().count();
            assert!(rows.iter().all(|row| row.chars().count() == width), "{character}");
        }
    }
}
