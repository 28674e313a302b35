//! Whether an answer is coloured.

use super::Environment;
use super::choices::ColourChoice;
use crate::render::styles::Styles;

/// The styles of a stream: whether it is coloured and has links.
pub fn styles_for(choice: ColourChoice, is_terminal: bool, environment: &Environment<'_>) -> Styles {
    let colour = match choice {
        ColourChoice::Always => true,
        ColourChoice::Never => false,
        ColourChoice::Auto => is_wanted(is_terminal, environment),
    };
    Styles { colour, links: environment.has_links && colour }
}

/// Whether a stream is coloured if no option says so, by the variables that terminal programs agree on
/// (<https://no-color.org>, <https://bixense.com/clicolors>, <https://force-color.org>). The first that is set decides.
fn is_wanted(is_terminal: bool, environment: &Environment<'_>) -> bool {
    let forcing = ["CLICOLOR_FORCE", "FORCE_COLOR"];
    if environment.variable("NO_COLOR").is_some() {
        return false;
    }
    if forcing.iter().any(|name| environment.variable(name).is_some_and(|value| value != "0")) {
        return true;
    }
    let is_off = environment.variable("CLICOLOR").is_some_and(|value| value == "0");
    let is_dumb = environment.variable("TERM").is_some_and(|term| term == "dumb");
    is_terminal && !is_off && !is_dumb
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::testing::with_variables;

    #[track_caller]
    fn check(variables: &[(&str, &str)], on_terminal: bool, in_pipe: bool) {
        let wanted =
            |is_terminal| with_variables(variables, |environment| is_wanted(is_terminal, environment));
        assert_eq!([wanted(true), wanted(false)], [on_terminal, in_pipe], "{variables:?}");
    }

    #[test]
    fn the_first_variable_decides() {
        check(&[], true, false);
        check(&[("TERM", "dumb")], false, false);
        check(&[("TERM", "xterm")], true, false);
        check(&[("CLICOLOR", "0")], false, false);
        check(&[("CLICOLOR", "1")], true, false);
        check(&[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")], true, true);
        check(&[("CLICOLOR_FORCE", "0")], true, false);
        check(&[("FORCE_COLOR", "1"), ("TERM", "dumb")], true, true);
        check(&[("NO_COLOR", "1"), ("FORCE_COLOR", "1")], false, false);
        // An empty variable counts as unset.
        check(&[("NO_COLOR", ""), ("FORCE_COLOR", "")], true, false);
    }
}
