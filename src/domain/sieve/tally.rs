//! How many rows of a large catalogue came to what.

use crate::domain::refusal::Code;
use crate::domain::word::Word;

/// How many rows came to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    refused: [u64; Code::ALL.len()],
    offered: u64,
}

/// The reasons that are told only of a plan that is wanted and known: they come of its basket.
const BY_BASKET: [Code; 4] =
    [Code::TooFewMinutes, Code::PurchaseLimit, Code::TooExpensive, Code::RateUnknown];

impl Default for Tally {
    fn default() -> Self {
        Self { refused: [0; Code::ALL.len()], offered: 0 }
    }
}

impl Tally {
    pub(super) fn refuse(&mut self, code: Code) {
        self.refused[code as usize] += 1;
    }

    pub(super) fn offer(&mut self) {
        self.offered += 1;
    }

    pub(super) fn offered(&self) -> u64 {
        self.offered
    }

    /// The same rows where none of them can be bought, as the line's SIMs are out for this reason first.
    pub(super) fn all_refused(&self, of_sim: Code) -> Self {
        let mut tally = Self::default();
        for (code, count) in self.refused() {
            tally.refused[code.min(of_sim) as usize] += count;
        }
        tally.refused[of_sim as usize] += self.offered;
        for code in BY_BASKET {
            let count = std::mem::take(&mut tally.refused[code as usize]);
            tally.refused[of_sim as usize] += count;
        }
        tally
    }

    /// The same rows if their line is too large to be searched.
    pub(super) fn all_too_large(&self) -> Self {
        let mut tally = self.clone();
        tally.refused[Code::TooLargeToSearch as usize] += tally.offered;
        tally.offered = 0;
        tally
    }

    /// Whether some of the rows were judged with what the line begins with.
    pub(super) fn depends_on_sims(&self) -> bool {
        self.offered > 0 || BY_BASKET.iter().any(|code| self.refused[*code as usize] > 0)
    }

    /// The codes with their counts.
    pub(super) fn refused(&self) -> impl Iterator<Item = (Code, u64)> {
        Code::ALL.iter().copied().zip(self.refused).filter(|(_, count)| *count > 0)
    }

    pub(super) fn all(&self) -> u64 {
        self.offered + self.refused.iter().sum::<u64>()
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.offered += other.offered;
        for (count, more) in self.refused.iter_mut().zip(other.refused) {
            *count += more;
        }
    }
}
