//! Blocks through several workers at once, and out again in their order.
//!
//! One thread reads, some work, and the caller takes what is done. A block is read only against a permit, and its
//! permit comes back when it has been taken: so many blocks are under way and no more, however slow one of them is or
//! whoever takes them. The threads are not joined: when the caller stops early, the reader may be waiting for a row that
//! never comes.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How many blocks are under way for each worker.
const BLOCKS_A_WORKER: usize = 3;

/// What a worker made of a block, or why there is none.
type Numbered<O, E> = (u64, Result<O, E>);

/// Hands what `read` brings to `threads` workers, each made by `worker` in its own thread, and what they make of it to
/// `take`, in the order of reading, until that breaks off or there is no more. Threads that cannot be started are done
/// without.
///
/// # Errors
/// The error of reading, after everything before it has been taken.
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
    let (work, to_do) = mpsc::channel();
    let (done, results) = mpsc::channel();
    let (to_do, worker) = (Arc::new(Mutex::new(to_do)), Arc::new(worker));
    let is_started = |_: &usize| {
        let (to_do, done, worker) = (Arc::clone(&to_do), done.clone(), Arc::clone(&worker));
        thread::Builder::new().spawn(move || work_off(&to_do, &done, worker())).is_ok()
    };
    let workers = (0..threads).take_while(is_started).count();
    let (permit, permits) = mpsc::channel();
    for _ in 0..workers * BLOCKS_A_WORKER {
        let _ = permit.send(());
    }
    // The thread that reads may not start; then reading is done here.
    let read = Arc::new(Mutex::new(read));
    let reader = Arc::clone(&read);
    let reads = move || read_on(&mut *locked(&reader), &permits, &work, &done);
    if workers > 0 && thread::Builder::new().spawn(reads).is_ok() {
        return in_order(&results, |result| {
            let flow = take(result);
            let _ = permit.send(());
            flow
        });
    }
    let mut work = worker();
    while let Some(block) = locked(&read)()? {
        if take(work(block)).is_break() {
            break;
        }
    }
    Ok(())
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read_on<I, O, E>(
    read: &mut impl FnMut() -> Result<Option<I>, E>,
    permits: &Receiver<()>,
    work: &Sender<(u64, I)>,
    done: &Sender<Numbered<O, E>>,
) {
    for number in 0.. {
        if permits.recv().is_err() {
            return;
        }
        match read() {
            Ok(None) => return,
            Ok(Some(block)) => {
                if work.send((number, block)).is_err() {
                    return;
                }
            }
            Err(error) => {
                let _ = done.send((number, Err(error)));
                return;
            }
        }
    }
}

fn work_off<I, O, E>(
    to_do: &Mutex<Receiver<(u64, I)>>,
    done: &Sender<Numbered<O, E>>,
    mut work: impl FnMut(I) -> O,
) {
    loop {
        let next = locked(to_do).recv();
        let Ok((number, block)) = next else { return };
        if done.send((number, Ok(work(block)))).is_err() {
            return;
        }
    }
}

fn in_order<O, E>(
    results: &Receiver<Numbered<O, E>>,
    mut take: impl FnMut(O) -> ControlFlow<()>,
) -> Result<(), E> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, result) in results {
        waiting.insert(number, result);
        while let Some(result) = waiting.remove(&next) {
            next += 1;
            if take(result?).is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::Duration;

    #[test]
    fn everything_comes_out_in_order_and_little_is_under_way() {
        let (begun, mut taken) = (Arc::new(AtomicU64::new(0)), Vec::new());
        let mut numbers = 0..200_u64;
        let counted = Arc::clone(&begun);
        let read = move || {
            counted.fetch_add(1, Ordering::SeqCst);
            Ok::<_, io::Error>(numbers.next())
        };
        let worker = || {
            |number: u64| {
                // Every seventh one is slow.
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
        let (mut numbers, mut taken) = (0..9_u64, Vec::new());
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
        // `row` stays: the second read waits for ever.
        let read = move || rows.recv().map(Some).map_err(io::Error::other);
        run(read, 2, || |number: u64| number, |_| ControlFlow::Break(())).unwrap();
        drop(row);
    }
}
