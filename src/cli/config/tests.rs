use super::*;
use crate::cli::testing::with_variables;

/// Checks the settings of a text, each as `key=values@line:column`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let settings = settings(text, Path::new("/home/me")).unwrap_or_else(|problems| panic!("{problems:?}"));
    let shown = settings.iter().map(|setting| {
        let values = setting.values.join("+");
        format!("{}={values}@{}:{}", setting.key.name, setting.line, setting.column)
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
}

/// Checks the problems of a text, each as `line:column: code`.
#[track_caller]
fn check_problems(text: &str, expected: &[&str]) {
    let problems = settings(text, Path::new("")).err().unwrap_or_default();
    let shown = problems.iter().map(|problem| {
        let similar = problem.error.figure("similar").map(|name| format!(" {name}")).unwrap_or_default();
        format!("{}:{}: {}{similar}", problem.line, problem.column, problem.error.code())
    });
    assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn settings_have_values_and_places() {
    check("", &[]);
    check("# nothing\n", &[]);
    check("currency = \"EUR\"\n", &["currency=EUR@1:12"]);
    check("\n# é\nlanguage='fr'", &["language=fr@3:10"]);
    check("have-sim = \"inwi-prepaid\"", &["have-sim=inwi-prepaid@1:12"]);
    check("operators = [\"inwi\", \"orange\"]", &["operators=inwi+orange@1:13"]);
    check("max-age = 90", &["max-age=90@1:11"]);
    check("max-age = \"any\"", &["max-age=any@1:11"]);
    check("resident = true", &["resident=true@1:12"]);
}

#[cfg(unix)]
#[test]
fn a_path_is_relative_to_the_file() {
    check("plans = \"mine.csv\"", &["plans=/home/me/mine.csv@1:9"]);
    check("plans = \"/data/mine.csv\"", &["plans=/data/mine.csv@1:9"]);
    check("overlays = \"own.csv\"", &["overlays=/home/me/own.csv@1:12"]);
    check("overlays = [\"a.csv\", \"/b.csv\"]", &["overlays=/home/me/a.csv+/b.csv@1:12"]);
}

#[test]
fn every_problem_has_its_place() {
    let expected = ["1:1: setting-similar language", "2:12: setting-not-flag", "3:1: setting-unknown"];
    check_problems("langage = \"fr\"\nresident = 1\nzzz = 1\n", &expected);
    check_problems("currency = [\"EUR\"]", &["1:12: setting-not-text"]);
    check_problems("plans = false", &["1:9: setting-not-text"]);
    check_problems("operators = [1]", &["1:13: setting-not-list"]);
    check_problems("overlays = [['a']]", &["1:12: setting-not-list"]);
    check_problems("max-age = 1.5", &["1:11: setting-not-days"]);
    check_problems("form = 'sim", &["1:12: config-syntax"]);
}

#[track_caller]
fn check_path(variables: &[(&str, &str)], expected: Option<&str>) {
    let path = with_variables(variables, |environment| path(environment));
    assert_eq!(path.as_deref(), expected.map(Path::new), "{variables:?}");
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn the_file_is_in_the_folder_of_the_system() {
    let home = ("HOME", "/home/me");
    check_path(&[], None);
    check_path(&[home], Some("/home/me/.config/simplan/config.toml"));
    check_path(&[home, ("XDG_CONFIG_HOME", "/etc/xdg")], Some("/etc/xdg/simplan/config.toml"));
    check_path(&[home, ("XDG_CONFIG_HOME", "relative")], Some("/home/me/.config/simplan/config.toml"));
    check_path(&[home, (VARIABLE, "own.toml")], Some("own.toml"));
}
