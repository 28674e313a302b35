//! Commands to type, as a POSIX shell reads them.

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_./=:,+@%".contains(&byte)
}

/// Quotes a word for a POSIX shell, if it needs quotes.
pub fn quoted(word: &str) -> String {
    if !word.is_empty() && word.bytes().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// A command with its options; those without a value are left out.
pub fn command(begin: &str, options: &[(&str, Option<&str>)]) -> String {
    let mut words = begin.to_owned();
    for (option, value) in options {
        if let Some(value) = value {
            words += &format!(" {option} {}", quoted(value));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_has_the_options_with_a_value() {
        let options = [("--until", Some("2026-12-20")), ("--pay", None), ("--use", Some("maps=1h, it's"))];
        let expected = "simplan next --until 2026-12-20 --use 'maps=1h, it'\\''s'";
        assert_eq!(command("simplan next", &options), expected);
    }
}
