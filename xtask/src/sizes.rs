//! How much a first visit fetches.

use crate::page::Files;
use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;

/// What a page may take up in all, compressed, in bytes.
const BUDGET: usize = 1_300_000;

/// Prints the bytes of each file as they are and compressed. Fails if the page is larger than its budget.
pub fn report(files: &Files) -> Result<()> {
    println!("{:<32} {:>9} {:>9}", "file", "bytes", "gzip");
    let mut bytes = 0;
    let mut compressed = 0;
    for (path, content) in files {
        let size = gzip_size(content)?;
        println!("{path:<32} {:>9} {size:>9}", content.len());
        bytes += content.len();
        compressed += size;
    }
    println!("{:<32} {bytes:>9} {compressed:>9}  of {BUDGET}", "in all");
    ensure!(compressed <= BUDGET, "the page is larger than its budget of {BUDGET} bytes");
    Ok(())
}

/// The size under `gzip -9`.
fn gzip_size(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}
