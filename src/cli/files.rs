//! Compares files, and puts outputs into their places.
//!
//! No output is a file that is read ([`apart`]). An output file is either complete or as it was before: it is written
//! to a temporary file in the same folder, synced, and renamed. Devices and pipes are written directly.

use crate::ask::error::AskError;
use crate::domain::error::Error;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, TempPath};

/// The place of an output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output: `-` or one of its devices, such as `/dev/stdout`.
    Stdout,
    /// A path, as the user typed it.
    File(PathBuf),
}

impl Target {
    /// The target with this path; standard output if there is none.
    pub fn from_path(path: Option<&Path>) -> Self {
        const STDOUT: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];
        match path {
            Some(path) if !STDOUT.iter().any(|name| path == Path::new(name)) => Self::File(path.to_owned()),
            _ => Self::Stdout,
        }
    }
}

/// The identity of a file: two names with the same identity are the same file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileId {
    /// The device, and the inode number on it.
    Node(u64, u64),
    /// A pipe, named in the same way.
    Pipe(u64, u64),
    /// The full path without links, for a file that does not exist or whose inode number is not known.
    Path(PathBuf),
}

impl FileId {
    /// Whether what was written can be read again later.
    pub fn is_lasting(&self) -> bool {
        !matches!(self, Self::Pipe(..))
    }

    /// The identity of the file that a path leads to, through links of any kind. `None` if it can be read and written
    /// at the same time without harm: terminals and other character devices, sockets, directories.
    pub fn of_path(path: &Path) -> Option<Self> {
        match fs::metadata(path) {
            Ok(data) if !is_kept(&data) => None,
            #[cfg(unix)]
            Ok(data) => Some(node(&data)),
            _ => full(path),
        }
    }

    /// The identity of the file behind standard input or output; `None` as for `of_path`.
    #[cfg(unix)]
    pub fn of_stream(stream: &impl std::os::fd::AsFd) -> Option<Self> {
        let data = File::from(stream.as_fd().try_clone_to_owned().ok()?).metadata().ok()?;
        is_kept(&data).then(|| node(&data))
    }

    /// The file behind standard input or output, which this platform does not report.
    #[cfg(not(unix))]
    pub fn of_stream<S>(_: &S) -> Option<Self> {
        None
    }
}

/// Whether reads return what was written before.
#[cfg(unix)]
fn is_kept(data: &Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = data.file_type();
    kind.is_file() || kind.is_fifo() || kind.is_block_device()
}

#[cfg(not(unix))]
fn is_kept(data: &Metadata) -> bool {
    data.is_file()
}

#[cfg(unix)]
fn node(data: &Metadata) -> FileId {
    use std::os::unix::fs::{FileTypeExt, MetadataExt};
    if data.file_type().is_fifo() {
        FileId::Pipe(data.dev(), data.ino())
    } else {
        FileId::Node(data.dev(), data.ino())
    }
}

fn full(path: &Path) -> Option<FileId> {
    let target = through_links(path);
    let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = fs::canonicalize(parent.unwrap_or(Path::new("."))).ok()?;
    Some(FileId::Path(folder.join(target.file_name()?)))
}

/// Follows the links at the end of a path. The file there need not exist.
fn through_links(path: &Path) -> PathBuf {
    // Linux follows as many. Opening a path with more links fails.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&target) else { break };
        target = target.parent().unwrap_or(Path::new("")).join(next);
    }
    target
}

/// A file that a command reads or writes, with the name that errors show.
#[derive(Clone, Debug)]
pub struct NamedFile {
    name: String,
    id: Option<FileId>,
    is_stream: bool,
}

impl NamedFile {
    /// The file at a path.
    pub fn path(path: &Path) -> Self {
        Self { name: format!("`{}`", path.display()), id: FileId::of_path(path), is_stream: false }
    }

    /// Standard input or output; `word` is `stdin` or `stdout`, which are translated.
    pub fn stream(word: &str, id: Option<FileId>) -> Self {
        Self { name: word.to_owned(), id, is_stream: true }
    }

    /// Whether this is standard input or output, not a path.
    pub fn is_stream(&self) -> bool {
        self.is_stream
    }

    fn is_same(&self, other: &Self) -> bool {
        let one_stream = self.is_stream && other.is_stream && self.name == other.name;
        one_stream || self.id.is_some() && self.id == other.id
    }
}

/// Checks that no output is an input, and that no two outputs are the same file.
///
/// # Errors
/// `output-is-input` or `output-twice`, with both names.
pub fn apart(inputs: &[NamedFile], outputs: &[NamedFile]) -> Result<(), AskError> {
    for (nth, output) in outputs.iter().enumerate() {
        let name = output.name.as_str();
        if let Some(input) = inputs.iter().find(|input| input.is_same(output)) {
            let error = Error::new("output-is-input").with("output", name).with("input", input.name.as_str());
            return Err(AskError::file(error));
        }
        if let Some(other) = outputs[..nth].iter().find(|other| other.is_same(output)) {
            let error = Error::new("output-twice").with("output", name);
            return Err(AskError::file(error.with("other_output", other.name.as_str())));
        }
    }
    Ok(())
}

/// The text of the regular file that an output is going to replace; `None` if there is none.
///
/// # Errors
/// If the file cannot be read; `InvalidData` if it is not text, or larger than 256 MiB.
pub fn replaced_text(path: &Path) -> io::Result<Option<String>> {
    const MOST: u64 = 256 << 20;
    match fs::metadata(path) {
        Ok(data) if !data.is_file() => Ok(None),
        Ok(data) if data.len() > MOST => Err(io::ErrorKind::InvalidData.into()),
        Ok(_) => fs::read_to_string(path).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// A regular file that is going to be created or replaced.
#[derive(Clone, Debug)]
pub struct Destination {
    /// Its path, without links.
    pub path: PathBuf,
    /// The metadata of the file that is there now, if there is one.
    before: Option<Metadata>,
}

impl Destination {
    /// The destination that a path leads to; `None` for a device or a pipe, which is written directly.
    ///
    /// # Errors
    /// If a directory or a file without write permission is there.
    pub fn from_path(path: &Path) -> io::Result<Option<Self>> {
        let before = match fs::metadata(path) {
            Ok(data) => data,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Some(Self { path: through_links(path), before: None }));
            }
            Err(error) => return Err(error),
        };
        if before.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !before.is_file() {
            return Ok(None);
        }
        // A rename only needs permission for the folder, but a file without write permission has to stay.
        File::options().write(true).open(path)?;
        Ok(Some(Self { path: fs::canonicalize(path)?, before: Some(before) }))
    }

    fn folder(&self) -> &Path {
        self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// Gives a new file the mode of the one that it replaces, and its owner if that is permitted.
    pub fn keep_mode(&self, file: &File) -> io::Result<()> {
        let Some(before) = &self.before else { return Ok(()) };
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, fchown};
            let _ = fchown(file, Some(before.uid()), Some(before.gid()));
        }
        file.set_permissions(before.permissions())
    }
}

/// An output that is complete, but not yet in its place.
pub enum PendingOutput {
    /// A temporary file in the folder of its destination.
    Beside(NamedTempFile, Destination),
    /// The bytes for a device or a pipe.
    Through(PathBuf, Vec<u8>),
}

impl PendingOutput {
    /// Writes the temporary file, so that [`put`] only has to rename it.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn new(path: &Path, text: &str) -> io::Result<Self> {
        let Some(destination) = Destination::from_path(path)? else {
            return Ok(Self::Through(path.to_owned(), text.as_bytes().to_vec()));
        };
        let mut beside = beside(destination.folder())?;
        beside.as_file_mut().write_all(text.as_bytes())?;
        destination.keep_mode(beside.as_file())?;
        beside.as_file().sync_all()?;
        Ok(Self::Beside(beside, destination))
    }

    /// Whether this is for a device or a pipe, so that it cannot be undone.
    fn is_through(&self) -> bool {
        matches!(self, Self::Through(..))
    }

    fn path(&self) -> &Path {
        match self {
            Self::Beside(_, destination) => &destination.path,
            Self::Through(path, _) => path,
        }
    }
}

/// Puts outputs into their places: all of them or none. Only what a device or a pipe has received cannot be undone.
///
/// # Errors
/// The path of the output that failed, and the reason.
pub fn put(mut outputs: Vec<PendingOutput>) -> Result<(), (PathBuf, io::Error)> {
    outputs.sort_by_key(|output| !output.is_through());
    let mut undo: Vec<Undo> = Vec::new();
    let mut left = outputs.len();
    for output in outputs {
        left -= 1;
        let path = output.path().to_owned();
        let written = match output {
            PendingOutput::Through(path, bytes) => write_through(&path, &bytes),
            PendingOutput::Beside(beside, destination) => {
                if left > 0 {
                    undo.extend(Undo::new(&destination));
                }
                beside.persist(&destination.path).map(drop).map_err(|error| error.error)
            }
        };
        if let Err(error) = written {
            undo.into_iter().for_each(Undo::run);
            return Err((path, bare(error)));
        }
    }
    Ok(())
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = File::options().write(true).open(path).and_then(|mut file| file.write_all(bytes));
    match written {
        // It is not an error if the reader has closed the pipe.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// How to undo one output.
enum Undo {
    /// Rename the file that was there back to its path.
    Restore(TempPath, PathBuf),
    /// Remove the file, because there was none before.
    Remove(PathBuf),
}

impl Undo {
    /// Keeps the file that is now in a destination under another name; `None` if that is not possible.
    fn new(destination: &Destination) -> Option<Self> {
        if destination.before.is_none() {
            return Some(Self::Remove(destination.path.clone()));
        }
        let name = beside(destination.folder()).ok()?.into_temp_path();
        fs::remove_file(&name).ok()?;
        fs::hard_link(&destination.path, &name).ok()?;
        Some(Self::Restore(name, destination.path.clone()))
    }

    fn run(self) {
        // The error that led here is the one to report.
        let _ = match self {
            Self::Restore(name, path) => name.persist(path).map_err(|error| error.error),
            Self::Remove(path) => fs::remove_file(path),
        };
    }
}

/// A temporary file in a folder, with the usual mode of new files.
fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.prefix(".simplan-").tempfile_in(folder).map_err(bare)
}

/// An error without the name of the temporary file, which would not help the user.
fn bare(error: io::Error) -> io::Error {
    let text = error.to_string();
    match text.split_once(" at path ") {
        Some((text, _)) => io::Error::new(error.kind(), text),
        None => error,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    fn new_folder() -> tempfile::TempDir {
        tempfile::tempdir().unwrap()
    }

    fn write(path: &Path, text: &str) -> Result<(), io::Error> {
        put(vec![PendingOutput::new(path, text)?]).map_err(|(_, error)| error)
    }

    #[test]
    fn one_file_has_one_id_whatever_it_is_called() {
        let folder = new_folder();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a"), "").unwrap();
        fs::hard_link(at("a"), at("hard")).unwrap();
        symlink("a", at("soft")).unwrap();
        symlink(at("soft"), at("softer")).unwrap();
        symlink("new", at("to-new")).unwrap();
        for (a, b, expected) in [
            ("a", "a", true),
            ("a", "hard", true),
            ("a", "softer", true),
            ("a", "./../", false),
            ("new", "to-new", true),
            ("new", "newer", false),
            ("a", "new", false),
        ] {
            let id = FileId::of_path(&at(a));
            assert_eq!(id.is_some() && id == FileId::of_path(&at(b)), expected, "{a} {b}");
        }
        assert_eq!(FileId::of_path(Path::new("/dev/null")), None, "reading and writing it does no harm");
    }

    #[test]
    fn a_file_is_replaced_through_links_and_keeps_its_mode() {
        let folder = new_folder();
        let file = folder.path().join("file");
        let link = folder.path().join("link");
        fs::write(&file, "before").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("file", &link).unwrap();
        write(&link, "after").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "after");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);

        symlink("new", folder.path().join("to-new")).unwrap();
        write(&folder.path().join("to-new"), "new").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("new")).unwrap(), "new");
        fs::File::create(folder.path().join("plain")).unwrap();
        let modes =
            ["new", "plain"].map(|name| fs::metadata(folder.path().join(name)).unwrap().permissions());
        assert_eq!(modes[0], modes[1], "a new file has the mode of new files");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5, "nothing else is left there");
    }

    #[test]
    fn devices_and_pipes_are_written_as_they_are() {
        write(Path::new("/dev/null"), "gone").unwrap();
        assert_eq!(write(Path::new("/dev/full"), "gone").unwrap_err().kind(), io::ErrorKind::StorageFull);
        let folder = new_folder();
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read_to_string(pipe).unwrap()
        });
        write(&pipe, "through").unwrap();
        assert_eq!(reader.join().unwrap(), "through");
    }

    #[test]
    fn all_outputs_or_none() {
        let folder = new_folder();
        let first = folder.path().join("first");
        for (is_there, bad) in [(false, "taken"), (true, "taken"), (true, "/dev/full")] {
            if is_there {
                fs::write(&first, "before").unwrap();
            }
            let paths = [&first, &folder.path().join(bad)];
            let outputs = paths.map(|path| PendingOutput::new(path, "after").unwrap());
            if !paths[1].exists() {
                // Another process has taken the name meanwhile.
                fs::create_dir(paths[1]).unwrap();
            }
            let (path, _) = put(outputs.into()).unwrap_err();
            assert_eq!(path, *paths[1]);
            assert_eq!(fs::read_to_string(&first).ok().as_deref(), is_there.then_some("before"));
            let _ = fs::remove_dir(folder.path().join("taken"));
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing else is left there");
    }

    #[test]
    fn errors_do_not_name_temporary_files() {
        let missing = write(Path::new("/no/such/folder/file"), "").unwrap_err();
        assert_eq!(missing.to_string(), "No such file or directory (os error 2)");
        let folder = new_folder();
        assert_eq!(write(folder.path(), "").unwrap_err().kind(), io::ErrorKind::IsADirectory);
    }
}
