//! Processes blocks on several threads, and returns the results in the order of the blocks.
//!
//! A worker takes the next block and, under the same lock, puts the receiver of its answer into a queue. The caller
//! takes the answers in the order of the queue. The queue is bounded, so the number of blocks in memory is too, even if
//! a block or the caller is slow. The threads are not joined: when the caller stops early, one of them may still wait
//! for a row that never comes.

use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many blocks are in memory for each worker.
const BLOCKS_A_WORKER: usize = 3;

/// Passes each block from `read` to one of `threads` workers, and the answers to `take` in the order of reading. It
/// ends when `take` breaks or `read` returns `None`. `worker` makes a worker on each thread. If some threads cannot be
/// started, the others do the work; if none can, this one does.
///
/// # Errors
/// The error of `read`, after `take` has got all answers before it.
pub fn run<I, O, E, R, M, W>(
    read: R,
    threads: usize,
    worker: M,
    mut take: impl FnMut(O) -> ControlFlow<()>,
) -> Result<(), E>
where
    I: Send + 'static,
    O: Send + 'static,
    E: Send + 'static,
    R: FnMut() -> Result<Option<I>, E> + Send + 'static,
    M: Fn() -> W + Send + Sync + 'static,
    W: FnMut(I) -> O,
{
    let (queue, queued) = mpsc::sync_channel(threads * BLOCKS_A_WORKER);
    let intake = Arc::new(Mutex::new(Intake { read, queue: Some(queue) }));
    let worker = Arc::new(worker);
    let mut started = 0;
    while started < threads {
        let intake = Arc::clone(&intake);
        let worker = Arc::clone(&worker);
        if thread::Builder::new().spawn(move || work_off(&intake, worker())).is_err() {
            break;
        }
        started += 1;
    }
    if started == 0 {
        let mut work = worker();
        while let Some(block) = (locked(&intake).read)()? {
            if take(work(block)).is_break() {
                break;
            }
        }
        return Ok(());
    }
    for answer in queued {
        let block = answer?.recv().expect("a worker answers each block that it takes");
        if take(block).is_break() {
            break;
        }
    }
    Ok(())
}

/// The input, which the workers share.
struct Intake<R, O, E> {
    read: R,
    /// Takes the receiver of the answer to each block, or the error that ended the reading. It is `None` at the end of
    /// the input and after the caller has stopped.
    queue: Option<SyncSender<Result<Receiver<O>, E>>>,
}

impl<R, O, E> Intake<R, O, E> {
    /// The next block, and the sender of its answer.
    fn next<I>(&mut self) -> Option<(I, Sender<O>)>
    where
        R: FnMut() -> Result<Option<I>, E>,
    {
        let queue = self.queue.take()?;
        match (self.read)() {
            Ok(None) => None,
            Ok(Some(block)) => {
                let (answer, answered) = mpsc::channel();
                queue.send(Ok(answered)).ok()?;
                self.queue = Some(queue);
                Some((block, answer))
            }
            Err(error) => {
                let _ = queue.send(Err(error));
                None
            }
        }
    }
}

fn work_off<I, O, E>(
    intake: &Mutex<Intake<impl FnMut() -> Result<Option<I>, E>, O, E>>,
    mut work: impl FnMut(I) -> O,
) {
    loop {
        let next = locked(intake).next();
        let Some((block, answer)) = next else { return };
        // This fails if the caller has stopped.
        let _ = answer.send(work(block));
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::Duration;

    #[test]
    fn everything_comes_out_in_order_and_little_is_under_way() {
        let begun = Arc::new(AtomicU64::new(0));
        let mut taken = Vec::new();
        let mut numbers = 0..200_u64;
        let counted = Arc::clone(&begun);
        let read = move || {
            counted.fetch_add(1, Ordering::SeqCst);
            Ok::<_, io::Error>(numbers.next())
        };
        let worker = || {
            |number: u64| {
                // Every seventh block is slow.
                thread::sleep(Duration::from_micros(if number.is_multiple_of(7) { 500 } else { 5 }));
                number * 2
            }
        };
        run(read, 3, worker, |done| {
            taken.push(done);
            let ahead = begun.load(Ordering::SeqCst) - taken.len() as u64;
            assert!(ahead <= 1 + 3 * BLOCKS_A_WORKER as u64, "{ahead} blocks under way");
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(taken, (0..200).map(|number| number * 2).collect::<Vec<_>>());
    }

    #[test]
    fn without_threads_everything_is_done_here() {
        let mut numbers = 0..9_u64;
        let mut taken = Vec::new();
        let read = move || Ok::<_, io::Error>(numbers.next());
        run(
            read,
            0,
            || |number: u64| number,
            |done| {
                taken.push(done);
                if done == 6 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        )
        .unwrap();
        assert_eq!(taken, [0, 1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn an_error_of_reading_comes_after_what_was_read() {
        let mut numbers = 0..;
        let read = move || match numbers.next() {
            Some(5) | None => Err(io::Error::other("torn")),
            number => Ok(number),
        };
        let mut taken = Vec::new();
        let result = run(
            read,
            2,
            || |number: u64| number,
            |done| {
                taken.push(done);
                ControlFlow::Continue(())
            },
        );
        assert_eq!((result.unwrap_err().to_string().as_str(), taken), ("torn", vec![0, 1, 2, 3, 4]));
    }

    #[test]
    fn the_caller_may_stop_while_the_reader_waits() {
        let (row, rows) = mpsc::channel();
        row.send(1).unwrap();
        // `row` is not dropped yet, so the second read never returns.
        let read = move || rows.recv().map(Some).map_err(io::Error::other);
        run(read, 2, || |number: u64| number, |_| ControlFlow::Break(())).unwrap();
        drop(row);
    }
}
