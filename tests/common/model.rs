//! Plans and questions in short, for tests of the model: the same as for the tests inside the crate.

#[path = "../../src/domain/testing.rs"]
mod testing;

// What the included file means by `super`.
#[allow(unused_imports, reason = "the included file uses some of them")]
use simplan::domain::*;
#[allow(unused_imports, reason = "each test program uses its part")]
pub use testing::*;
