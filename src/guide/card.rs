//! The counter card: what a seller has to see of a guide, and nothing else.

use super::facts::Operator;
use super::lines::{Arg, GuideLine};
use super::steps::Guide;

/// What is shown to the seller for one purchase.
#[derive(Clone, Debug)]
pub struct CounterCard<'g> {
    /// The operator whose recharge or SIM is asked for.
    pub operator: &'g Operator,
    /// The sentence in French, with what fills it in.
    pub french: &'g GuideLine<'g>,
    /// The same in Arabic script.
    pub arabic: &'g GuideLine<'g>,
}

impl<'g> CounterCard<'g> {
    /// A value of the sentence: `amount`, `star`, `number`. `None` if the sentence does not have it.
    pub fn value(&self, name: &str) -> Option<&'g str> {
        let arg = self.french.args.iter().find(|(other, _)| *other == name);
        match arg {
            Some((_, Arg::Terms(terms))) => terms.first().map(String::as_str),
            _ => None,
        }
    }
}

/// The cards of a guide: one for each sentence that is said at a counter, in the order of the guide.
pub fn cards<'g>(guide: &'g Guide<'_>) -> Vec<CounterCard<'g>> {
    let lines: Vec<_> = guide.parts.iter().flat_map(|(_, lines)| lines).collect();
    let french = lines.iter().enumerate().filter(|(_, line)| line.key.ends_with("-french"));
    french
        .filter_map(|(index, french)| {
            let arabic = lines[index..].iter().find(|line| line.key.ends_with("-arabic"))?;
            Some(CounterCard { operator: guide.operator, french, arabic })
        })
        .collect()
}
