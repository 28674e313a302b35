//! Work on all cores.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many cores there are.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// What becomes of the numbers below `count`, in their order: each thread takes the next one that none has taken.
pub fn each_on<V: Send>(threads: usize, count: usize, of: &(dyn Fn(usize) -> V + Sync)) -> Vec<V> {
    let next = AtomicUsize::new(0);
    let work = || {
        let taken = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&number| number < count);
        std::iter::from_fn(taken).map(|number| (number, of(number))).collect::<Vec<_>>()
    };
    let mut all: Vec<(usize, V)> = thread::scope(|scope| {
        // A thread that cannot be started is done without.
        let start = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..threads.min(count)).map_while(start).collect();
        let own = work();
        let others = others
            .into_iter()
            .flat_map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        own.into_iter().chain(others).collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, value)| value).collect()
}
