//! Draws a chart as a picture: a text of SVG without scripts, fonts or addresses, for light and dark pages.

use super::{Chart, End, Step, apart};
use crate::domain::live::harmless;
use maud::{Markup, html};
use unicode_width::UnicodeWidthStr;

/// The width of the picture. On a phone it is a little smaller, so that its letters can still be read.
const WIDTH: usize = 480;
/// The height of the area with the lines.
const HEIGHT: usize = 260;
/// The distance between that area and the upper side of the picture.
const TOP: usize = 34;
/// The height of what is below that area.
const BOTTOM: usize = 34;
/// How much of the width a cell of a label takes, in tenths.
const CELL: usize = 92;
/// The height of a label.
const LABEL: usize = 17;

/// The dashes of the lines.
const DASHES: [&str; 6] = ["none", "7 4", "2 4", "12 4 2 4", "14 6", "1 6"];

/// The colours. What matters is darker, so that the picture is readable in grey.
const STYLE: &str = "\
.chart{font:14px system-ui,sans-serif;background:#fff;--ink:#111;--soft:#5b6470;--rule:#d9dde3;--best:#00694b}\
.chart text{fill:var(--ink)}.chart .soft{fill:var(--soft)}.chart .rule{stroke:var(--rule)}\
.chart .line{stroke:var(--soft);stroke-width:2;fill:none}.chart .lead{stroke:var(--soft);fill:none}\
.chart .best{stroke:var(--best);stroke-width:4;fill:none;stroke-linejoin:round}\
.chart .mark{stroke:var(--ink);stroke-dasharray:3 3}\
@media (prefers-color-scheme:dark){.chart{background:#14181d;--ink:#eef1f4;--soft:#a7b0bb;--rule:#39414b;--best:#4fd3a5}}\
@media print{.chart{background:#fff;--ink:#111;--soft:#5b6470;--rule:#d9dde3;--best:#00694b}}";

/// The picture as the text of a file.
pub fn file(chart: &Chart) -> String {
    svg(chart).into_string() + "\n"
}

/// The picture as an element.
pub fn svg(chart: &Chart) -> Markup {
    let picture = Picture::new(chart);
    let height = TOP + HEIGHT + BOTTOM;
    let view = format!("0 0 {WIDTH} {height}");
    html! {
        svg.chart xmlns="http://www.w3.org/2000/svg" viewBox=(view) role="img" aria-labelledby="chart-title chart-words" {
            title id="chart-title" { (harmless(&chart.title)) }
            desc id="chart-words" { (harmless(&chart.words.join(" "))) }
            style { (maud::PreEscaped(STYLE)) }
            (picture.sides())
            (picture.mark())
            (picture.names())
            @for (at, line) in chart.lines.iter().enumerate().rev() {
                path.line d=(picture.path(&line.steps)) stroke-dasharray=(DASHES[at % DASHES.len()]) {}
            }
            path.best d=(picture.path(&chart.best)) {}
        }
    }
}

/// How wide a text is at most.
fn text_width(text: &str) -> usize {
    (text.width() * CELL).div_ceil(10)
}

/// The area with the lines.
struct Picture<'a> {
    chart: &'a Chart,
    left: usize,
    width: usize,
}

impl<'a> Picture<'a> {
    fn new(chart: &'a Chart) -> Self {
        let ticks = chart.up.ticks.iter().map(|tick| text_width(&tick.label)).max().unwrap_or(0);
        let names = chart.lines.iter().map(|line| text_width(&line.name)).max().unwrap_or(0);
        let left = ticks + 10;
        Self { chart, left, width: WIDTH.saturating_sub(left + names + 30).max(WIDTH / 3) }
    }

    fn x(&self, number: u128) -> usize {
        self.left + self.chart.across.place(number, self.width)
    }

    fn y(&self, level: u128) -> usize {
        TOP + HEIGHT - self.chart.up.place(level, HEIGHT)
    }

    fn right(&self) -> usize {
        self.left + self.width
    }

    /// The rules and the labels of both sides.
    fn sides(&self) -> Markup {
        html! {
            @for tick in &self.chart.up.ticks {
                @let y = self.y(tick.at);
                line.rule x1=(self.left) x2=(self.right()) y1=(y) y2=(y) {}
                text.soft x=(self.left - 8) y=(y + 5) text-anchor="end" { (harmless(&tick.label)) }
            }
            @for tick in self.clear_ticks() {
                text.soft x=(self.x(tick.at)) y=(TOP + HEIGHT + 24) text-anchor="middle" { (harmless(&tick.label)) }
            }
        }
    }

    /// The labels below that do not overlap the one before them.
    fn clear_ticks(&self) -> Vec<&super::Tick> {
        let mut clear: Vec<&super::Tick> = Vec::new();
        for tick in &self.chart.across.ticks {
            let half = text_width(&tick.label) / 2;
            let is_clear = clear.last().is_none_or(|last| {
                self.x(last.at) + text_width(&last.label) / 2 + 12 <= self.x(tick.at).saturating_sub(half)
            });
            if is_clear {
                clear.push(tick);
            }
        }
        clear
    }

    fn mark(&self) -> Markup {
        let Some(mark) = &self.chart.mark else { return Markup::default() };
        let x = self.x(mark.at);
        html! {
            line.mark x1=(x) x2=(x) y1=(TOP - 8) y2=(TOP + HEIGHT) {}
            text x=(x) y=(TOP - 14) text-anchor="middle" { (harmless(&mark.label)) }
        }
    }

    /// The name of each line: beside its end, with a thin line to it, or where it leaves the picture.
    fn names(&self) -> Markup {
        let ends = self.chart.ends();
        let beside: Vec<(&str, u128, usize)> = ends
            .iter()
            .filter_map(|(name, end)| match end {
                End::Within(at, level) => Some((*name, *at, self.y(*level) - TOP)),
                End::Above(_) => None,
            })
            .collect();
        let wished: Vec<usize> = beside.iter().map(|(.., y)| *y).collect();
        html! {
            @for ((name, at, y), place) in beside.iter().zip(apart(&wished, LABEL, HEIGHT)) {
                @let lead = format!("M{} {}L{} {}", self.x(*at), TOP + y, self.right() + 12, TOP + place);
                path.lead d=(lead) {}
                text x=(self.right() + 16) y=(TOP + place + 5) { (harmless(name)) }
            }
            @for (name, end) in &ends {
                @if let End::Above(at) = end {
                    text x=(self.x(*at).saturating_sub(8)) y=(TOP + 12) text-anchor="end" { (harmless(name)) }
                }
            }
        }
    }

    /// The path of a line: across at each level, and straight up or down to the next.
    fn path(&self, steps: &[Step]) -> String {
        let mut path = String::new();
        let mut is_drawing = false;
        for step in steps {
            let Some(level) = step.level.filter(|level| *level <= self.chart.up.span.end) else {
                if is_drawing && step.level.is_some() {
                    path += &format!("V{TOP}");
                }
                is_drawing = false;
                continue;
            };
            let y = self.y(level);
            path += &if is_drawing { format!("V{y}") } else { format!("M{} {y}", self.x(step.span.start)) };
            path += &format!("H{}", self.x(step.span.end));
            is_drawing = true;
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::chart::{Side, StepLine, Tick};
    use std::ops::Range;

    fn steps(steps: &[(Range<u128>, Option<u128>)]) -> Vec<Step> {
        steps.iter().map(|(span, level)| Step { span: span.clone(), level: *level }).collect()
    }

    fn chart(lines: Vec<StepLine>) -> Chart {
        Chart {
            title: "A < B \u{202e}".to_owned(),
            words: vec!["a: 1.".to_owned(), "b: 2.".to_owned()],
            across: Side { span: 0..10, ticks: Vec::new() },
            up: Side { span: 0..260, ticks: Vec::new() },
            lines,
            best: Vec::new(),
            mark: Some(Tick { at: 5, label: "5".to_owned() }),
        }
    }

    #[test]
    fn a_path_goes_across_and_up_and_leaves_gaps() {
        let chart = chart(Vec::new());
        // The area is 10 from the left, 480 - 10 - 30 wide, and 260 high below 34.
        let picture = Picture::new(&chart);
        assert_eq!((picture.left, picture.width), (10, 440));
        let of = [(0..5, Some(0)), (5..6, Some(40)), (6..8, None), (8..10, Some(260))];
        assert_eq!(picture.path(&steps(&of)), "M10 294H230V254H274M362 34H450");
        // A line that is too high ends at the upper side.
        assert_eq!(picture.path(&steps(&[(0..5, Some(0)), (5..10, Some(261))])), "M10 294H230V34");
        assert_eq!(picture.path(&steps(&[(0..10, Some(261))])), "");
    }

    #[test]
    fn no_text_is_markup_and_each_name_has_a_place_of_its_own() {
        let line = |name: &str| StepLine { name: name.to_owned(), steps: steps(&[(0..10, Some(100))]) };
        let text = file(&chart(vec![line("<b>"), line("Orange"), line("↯")]));
        assert!(text.contains("<title id=\"chart-title\">A &lt; B &lt;U+202E&gt;</title>"), "{text}");
        assert!(text.contains("<desc id=\"chart-words\">a: 1. b: 2.</desc>"), "{text}");
        // 260 - 100 + 34, then 17 more each; letters are 5 lower than their middle.
        for (name, y) in [("&lt;b&gt;", 199), ("Orange", 216), ("↯", 233)] {
            assert!(text.contains(&format!("y=\"{y}\">{name}</text>")), "{name}: {text}");
        }
    }
}
