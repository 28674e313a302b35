//! The content lines of a calendar file, RFC 5545, section 3.1: escaped, folded and ended as it says.

/// The most octets of a line, without its end.
const MAX_OCTETS: usize = 75;

const LINE_END: &str = "\r\n";

/// A calendar file that grows line by line.
#[derive(Debug, Default)]
pub(super) struct ContentLines {
    text: String,
}

impl ContentLines {
    /// Begins a component, such as `VEVENT`.
    pub(super) fn begin(&mut self, component: &str) {
        self.property("BEGIN", component);
    }

    /// Ends a component.
    pub(super) fn end(&mut self, component: &str) {
        self.property("END", component);
    }

    /// Adds a property whose value stays as it is, such as a date. The name may have parameters: `DTSTART;VALUE=DATE`.
    pub(super) fn property(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{value}"));
    }

    /// Adds a property whose value is text for people, with its line breaks.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.property(name, &escaped(value));
    }

    /// Adds a content line, folded between characters if it is too long.
    pub(super) fn line(&mut self, line: &str) {
        let mut octets = 0;
        // RFC 5545 allows no control character but the tab. Without them nothing in a line can end it.
        for c in line.chars().filter(|&c| c == '\t' || !c.is_control()) {
            if octets + c.len_utf8() > MAX_OCTETS {
                self.text += LINE_END;
                self.text.push(' ');
                octets = 1;
            }
            self.text.push(c);
            octets += c.len_utf8();
        }
        self.text += LINE_END;
    }

    /// The whole file.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// A text as the value of a property, RFC 5545, section 3.3.11. Each kind of line break becomes `\n`.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\n' | '\r' => out += "\\n",
            '\\' | ';' | ',' => out.extend(['\\', c]),
            _ => out.push(c),
        }
        after_return = c == '\r';
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_folded(line: &str, expected: &[&str]) {
        let mut lines = ContentLines::default();
        lines.line(line);
        lines.line("B");
        assert_eq!(lines.into_text(), format!("{}\r\nB\r\n", expected.join("\r\n ")));
    }

    fn a(count: usize) -> String {
        "a".repeat(count)
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        check_folded("", &[""]);
        check_folded(&a(74), &[&a(74)]);
        check_folded(&a(75), &[&a(75)]);
        check_folded(&a(76), &[&a(75), "a"]);
        // A continued line has 74 octets besides its blank.
        check_folded(&a(149), &[&a(75), &a(74)]);
        check_folded(&a(150), &[&a(75), &a(74), "a"]);
        // An accented letter has two octets, a Chinese one three, an emoji four.
        check_folded(&(a(73) + "é"), &[&(a(73) + "é")]);
        check_folded(&(a(74) + "éa"), &[&a(74), "éa"]);
        check_folded(&(a(72) + "套"), &[&(a(72) + "套")]);
        check_folded(&(a(73) + "套"), &[&a(73), "套"]);
        check_folded(&(a(72) + "📱"), &[&a(72), "📱"]);
        check_folded(&(a(75) + &a(73) + "é"), &[&a(75), &a(73), "é"]);
        // What is folded may begin or end with a blank of its own.
        check_folded(&(a(75) + " b"), &[&a(75), " b"]);
        check_folded(&(a(74) + " b"), &[&(a(74) + " "), "b"]);
    }

    #[test]
    fn control_characters_do_not_end_a_line() {
        check_folded("a\r\nEND:VEVENT", &["aEND:VEVENT"]);
        check_folded("a\rb\nc\u{b}d\u{c}e\u{85}f\0\u{1b}\u{7f}\tg", &["abcdef\tg"]);
        // They do not count as octets either.
        check_folded(&(a(74) + "\r\na"), &[&a(75)]);
    }

    #[track_caller]
    fn check_escaped(value: &str, expected: &str) {
        let mut lines = ContentLines::default();
        lines.text("SUMMARY", value);
        assert_eq!(lines.into_text(), format!("SUMMARY:{expected}\r\n"));
    }

    #[test]
    fn text_is_escaped() {
        check_escaped("", "");
        check_escaped("Été: \"50 DH\" = *3", "Été: \"50 DH\" = *3");
        check_escaped("a; b, c", "a\\; b\\, c");
        // What looks like an escape stays what it was.
        check_escaped("C:\\new\\,", "C:\\\\new\\\\\\,");
        for line_break in ["\n", "\r\n", "\r"] {
            check_escaped(&format!("a{line_break}END:VEVENT"), "a\\nEND:VEVENT");
            check_escaped(&format!("{line_break}{line_break}"), "\\n\\n");
        }
        check_escaped("a\n\rb\0c", "a\\n\\nbc");
    }

    #[test]
    fn escapes_count_as_octets() {
        // `SUMMARY:` has 8 octets, so there is room for 67; the backslash is the last of them.
        check_escaped(&(a(66) + ","), &format!("{}\\\r\n ,", a(66)));
    }

    #[test]
    fn components_have_a_begin_and_an_end() {
        let mut lines = ContentLines::default();
        lines.begin("VEVENT");
        lines.property("DTSTART;VALUE=DATE", "20261220");
        lines.begin("VALARM");
        lines.property("TRIGGER", "-PT6H");
        lines.end("VALARM");
        lines.end("VEVENT");
        let expected = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261220\r\nBEGIN:VALARM\r\nTRIGGER:-PT6H\r\nEND:VALARM\r\n\
                        END:VEVENT\r\n";
        assert_eq!(lines.into_text(), expected);
    }
}
