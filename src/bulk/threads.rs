//! Runs work on several threads.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The number of threads that can run at the same time, at least 1.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Calls `of` with the numbers below `count` on several threads, and returns the values in the order of the numbers.
pub fn each_on<V: Send>(threads: usize, count: usize, of: &(dyn Fn(usize) -> V + Sync)) -> Vec<V> {
    let next = AtomicUsize::new(0);
    let mut all: Vec<(usize, V)> = thread::scope(|scope| {
        // If a thread cannot be started, the others take its numbers.
        let others: Vec<_> = (1..threads.min(count))
            .map_while(|_| thread::Builder::new().spawn_scoped(scope, || each_next(&next, count, of)).ok())
            .collect();
        let own = each_next(&next, count, of);
        let others = others
            .into_iter()
            .flat_map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        own.into_iter().chain(others).collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, value)| value).collect()
}

/// Takes the next number that no thread has taken, again and again.
fn each_next<V>(next: &AtomicUsize, count: usize, of: &dyn Fn(usize) -> V) -> Vec<(usize, V)> {
    std::iter::from_fn(|| Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&number| number < count))
        .map(|number| (number, of(number)))
        .collect()
}
