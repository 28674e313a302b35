//! The folders in which the system keeps what belongs to a program.

use super::Environment;
use std::path::PathBuf;

/// The folder of the configuration file; `None` if nobody knows the user's home.
pub fn configuration(environment: &Environment<'_>) -> Option<PathBuf> {
    own("XDG_CONFIG_HOME", ".config", "APPDATA", environment)
}

/// The folder of catalogues and of the user's own prices; `None` if nobody knows the user's home.
pub fn data(environment: &Environment<'_>) -> Option<PathBuf> {
    own("XDG_DATA_HOME", ".local/share", "LOCALAPPDATA", environment)
}

/// The program's folder: below that of a variable on Unix, or else this one of the home folder; below that of another
/// variable on Windows. Macs keep both kinds in one folder.
fn own(unix: &str, of_home: &str, windows: &str, environment: &Environment<'_>) -> Option<PathBuf> {
    let home = environment.variable("HOME").map(PathBuf::from);
    let folder = if cfg!(windows) {
        environment.variable(windows).map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        home.map(|home| home.join("Library/Application Support"))
    } else {
        let set = environment.variable(unix).map(PathBuf::from).filter(|path| path.is_absolute());
        set.or_else(|| home.map(|home| home.join(of_home)))
    };
    folder.map(|folder| folder.join("simplan"))
}
