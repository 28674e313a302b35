//! The calendar file of an earlier run, so that a new one replaces its events instead of adding others beside them.
//!
//! Its content lines are kept as they are: what this program does not look at goes into the new file unchanged, except
//! for control characters, which RFC 5545 does not allow.

/// The program that wrote a file, as its property `PRODID` says.
pub(super) const PRODUCT: &str = "-//simplan//simplan//EN";

/// A calendar file that this program has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierFile {
    /// The properties of the calendar itself.
    pub(super) properties: Vec<String>,
    /// The events, and any other component, in their order.
    pub(super) components: Vec<Component>,
}

/// An event, or another component of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Component {
    /// Its content lines, unfolded, from `BEGIN` to `END`.
    pub(super) lines: Vec<String>,
}

impl EarlierFile {
    /// Reads a file. `None` if it is not one complete calendar of this program.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = unfolded(text).into_iter();
        lines.next().filter(|line| line.eq_ignore_ascii_case("BEGIN:VCALENDAR"))?;
        let mut file = Self { properties: Vec::new(), components: Vec::new() };
        // The names of the components that are open, without the calendar itself.
        let mut open: Vec<String> = Vec::new();
        for line in lines.by_ref() {
            let (key, value) = line.split_once(':')?;
            let is_end = key.eq_ignore_ascii_case("END");
            if open.is_empty() && is_end {
                let is_ours = value_in(&file.properties, "PRODID") == Some(PRODUCT);
                let is_last = lines.next().is_none();
                return (value.eq_ignore_ascii_case("VCALENDAR") && is_ours && is_last).then_some(file);
            }
            if key.eq_ignore_ascii_case("BEGIN") {
                if open.is_empty() {
                    file.components.push(Component { lines: Vec::new() });
                }
                open.push(value.to_ascii_uppercase());
            } else if is_end && open.pop()? != value.to_ascii_uppercase() {
                return None;
            } else if open.is_empty() && !is_end {
                file.properties.push(line);
                continue;
            }
            file.components.last_mut()?.lines.push(line);
        }
        None
    }
}

impl Component {
    /// Whether this is an event.
    pub(super) fn is_event(&self) -> bool {
        self.lines.first().is_some_and(|line| line.eq_ignore_ascii_case("BEGIN:VEVENT"))
    }

    /// The content lines of its own properties, without those of its reminders.
    pub(super) fn properties(&self) -> impl Iterator<Item = &String> {
        let mut depth = 0_usize;
        self.lines.iter().filter(move |line| {
            let key = key(line);
            depth += usize::from(key.eq_ignore_ascii_case("BEGIN"));
            let is_own = depth == 1 && !["BEGIN", "END"].iter().any(|other| key.eq_ignore_ascii_case(other));
            depth -= usize::from(key.eq_ignore_ascii_case("END"));
            is_own
        })
    }

    /// The value of one of its own properties.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        value_in(self.properties(), name)
    }
}

/// The name of the property in a content line.
pub(super) fn key(line: &str) -> &str {
    line.split([':', ';']).next().unwrap_or_default()
}

/// The value of a property whose parameters, if it has any, have no quoted texts.
fn value_in<'l>(lines: impl IntoIterator<Item = &'l String>, name: &str) -> Option<&'l str> {
    let line = lines.into_iter().find(|line| key(line).eq_ignore_ascii_case(name))?;
    line.split_once(':').map(|(_, value)| value)
}

/// The content lines of a file, of which long ones continue on lines that begin with a blank.
pub(super) fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ if line.is_empty() => {}
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A calendar of this program with these lines in it.
    fn ours(lines: &str) -> String {
        format!("BEGIN:VCALENDAR\r\nPRODID:{PRODUCT}\r\n{lines}END:VCALENDAR\r\n")
    }

    #[test]
    fn events_are_read_with_their_own_properties() {
        let event = "BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:lo\r\n ng\r\nBEGIN:VALARM\r\nUID:b\r\nDTSTAMP:c\r\nEND:VALARM\r\n\
                     DTSTART;VALUE=DATE:20261220\r\nEND:VEVENT\r\n";
        let file = EarlierFile::parse(&ours(&format!("X-OWN:kept\r\n{event}"))).unwrap();
        assert_eq!(file.properties, [format!("PRODID:{PRODUCT}"), "X-OWN:kept".to_owned()]);
        let [read] = file.components.as_slice() else { panic!("{file:?}") };
        assert!(read.is_event());
        assert_eq!(read.lines.len(), 9);
        for (name, expected) in
            [("UID", Some("a")), ("SUMMARY", Some("long")), ("DTSTART", Some("20261220")), ("DTSTAMP", None)]
        {
            assert_eq!(read.value(name), expected, "{name}");
        }
    }

    #[test]
    fn other_files_are_not_read() {
        assert!(EarlierFile::parse(&ours("")).is_some());
        for other in [
            String::new(),
            "before".to_owned(),
            "BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n".to_owned(),
            "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned(),
            ours("").replace("END:VCALENDAR", ""),
            ours("").replace("END:VCALENDAR", "END:VEVENT"),
            ours("BEGIN:VEVENT\r\n"),
            ours("BEGIN:VEVENT\r\nEND:VTODO\r\n"),
            ours("no colon\r\n"),
            ours("") + &ours(""),
        ] {
            assert_eq!(EarlierFile::parse(&other), None, "{other}");
        }
    }
}
