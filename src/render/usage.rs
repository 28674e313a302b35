//! The answer of `usage`: how much data activities take, and the sum of a day.

use super::block::{Block, Bullet, Tone};
use super::document::Document;
use super::grid::{Grid, Shape};
use super::schema_name::{JsonForm, SchemaName};
use super::values::{DecimalText, WordText};
use crate::domain::error::Error;
use crate::domain::plan::Confidence;
use crate::domain::volume::DataVolume;
use crate::domain::word::Word;
use crate::i18n::{MessageArg, Messages};
use crate::usage::{Activities, Activity, Amount, Estimate, Unit, Usage};
use serde::Serialize;

/// The known activities, and perhaps a day that is made of them.
#[derive(Clone, Copy)]
pub struct UsageDocument<'a> {
    /// The known activities and presets.
    pub known: &'a Activities,
    /// The day that the user asks about, as typed and as read; `None` lists the activities.
    pub day: Option<(&'a str, &'a Usage)>,
    /// Whether the sources are given.
    pub with_sources: bool,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for UsageDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        let messages = self.messages;
        let (mut blocks, activities) = match self.day {
            Some((typed, day)) => {
                (self.day_blocks(typed, day), day.amounts.iter().map(|amount| &amount.activity).collect())
            }
            None => (self.list_blocks(), self.known.all.iter().collect::<Vec<_>>()),
        };
        if !self.with_sources {
            return Ok(blocks);
        }
        blocks.push(Block::Heading(messages.tr("usage-sources")));
        let sources = activities.into_iter().map(|activity| sources(activity, messages)).collect();
        blocks.push(Block::List { bullet: Bullet::Dash, tone: Tone::Faint, items: sources });
        Ok(blocks)
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        let Some((_, day)) = self.day else {
            let keys = [
                "activity",
                "unit",
                "low_mb",
                "typical_mb",
                "high_mb",
                "confidence",
                "source_low",
                "source_typical",
                "source_high",
                "seen",
                "note",
            ];
            return Some(Ok(Grid::keyed(&keys, self.known.all.iter().map(activity_row).collect())));
        };
        let amounts = day.amounts.iter().map(|amount| {
            let [low, typical, high] = in_mb(amount.per_day());
            let confidence = amount.activity.confidence.word().to_owned();
            vec![amount.activity.id.clone(), amount.how_much(), low, typical, high, confidence]
        });
        let [low, typical, high] = in_mb(day.per_day());
        let confidence = day.confidence().map_or("", Word::word).to_owned();
        let sum = vec!["day".to_owned(), String::new(), low, typical, high, confidence];
        let keys = ["activity", "amount", "low_mb", "typical_mb", "high_mb", "confidence"];
        Some(Ok(Grid::keyed(&keys, amounts.chain([sum]).collect())))
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        let is_list = self.day.is_none();
        let activities = self.known.all.iter().map(activity_form).collect();
        let presets = self.known.presets.iter();
        let presets =
            presets.map(|preset| PresetForm { day: day_form(&preset.usage), id: &preset.id }).collect();
        Ok(UsageForm {
            activities: is_list.then_some(activities),
            day: self.day.map(|(_, day)| day_form(day)),
            presets: is_list.then_some(presets),
            schema: SchemaName::default(),
        })
    }
}

/// The answer of `usage`: the known activities, or a day that is made of some.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct UsageForm<'a> {
    /// The known activities; only without a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    activities: Option<Vec<ActivityForm<'a>>>,
    /// The day that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<DayForm<'a>>,
    /// The known presets; only without a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    presets: Option<Vec<PresetForm<'a>>>,
    schema: SchemaName<Self>,
}

impl JsonForm for UsageForm<'_> {
    const SCHEMA: &'static str = "simplan/usage/1";
}

/// An activity and the data that it takes.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct ActivityForm<'a> {
    confidence: WordText<Confidence>,
    high_mb: DecimalText,
    /// Its name on the command line.
    id: &'a str,
    low_mb: DecimalText,
    note: Option<&'a str>,
    /// When the sources were written: a day, a month or a year.
    seen: Option<&'a str>,
    sources: EstimateSourcesForm<'a>,
    typical_mb: DecimalText,
    /// What its amount counts.
    unit: WordText<Unit>,
}

/// Who gives each estimate.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct EstimateSourcesForm<'a> {
    high: &'a str,
    low: &'a str,
    typical: &'a str,
}

/// A day under a name.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct PresetForm<'a> {
    day: DayForm<'a>,
    /// Its name on the command line.
    id: &'a str,
}

/// The data of a day, and the activities that it is made of.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct DayForm<'a> {
    activities: Vec<UsedForm<'a>>,
    /// The lowest confidence of an estimate.
    confidence: Option<WordText<Confidence>>,
    high_mb: DecimalText,
    low_mb: DecimalText,
    typical_mb: DecimalText,
    /// The day as `--use` reads it.
    #[serde(rename = "use")]
    usage: String,
}

/// How much of an activity a day has.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
struct UsedForm<'a> {
    activity: &'a str,
    /// The amount as it is typed: `90min`, `100`.
    amount: String,
    confidence: WordText<Confidence>,
    high_mb: DecimalText,
    low_mb: DecimalText,
    typical_mb: DecimalText,
}

impl UsageDocument<'_> {
    fn list_blocks(&self) -> Vec<Block> {
        let messages = self.messages;
        let heads = [
            ("usage-activity", Shape::Word),
            ("usage-what", Shape::Text),
            ("usage-typical", Shape::Figure),
            ("usage-range", Shape::Figure),
            ("column-confidence", Shape::Word),
        ];
        let rows = self.known.all.iter().map(|activity| {
            let unit = messages.tr(&format!("usage-per-{}", activity.unit));
            let typical = messages.volume(activity.takes.typical);
            let what = messages.tr(&format!("usage-{}", activity.id));
            let confidence = messages.word(activity.confidence.word());
            vec![
                activity.id.clone(),
                what,
                format!("{typical}{unit}"),
                range(activity.takes, messages),
                confidence,
            ]
        });
        let presets = self.known.presets.iter().map(|preset| {
            let day = preset.usage.per_day();
            vec![
                preset.id.clone(),
                messages.volume(day.typical),
                range(day, messages),
                amounts(&preset.usage, messages),
            ]
        });
        let preset_heads = [
            ("usage-preset", Shape::Word),
            ("usage-typical", Shape::Figure),
            ("usage-range", Shape::Figure),
            ("usage-amounts", Shape::Text),
        ];
        vec![
            Block::Table(Grid::titled(&heads, rows.collect(), messages)),
            Block::Heading(messages.tr("usage-presets")),
            Block::Table(Grid::titled(&preset_heads, presets.collect(), messages)),
            Block::Aside(messages.tr("usage-how")),
        ]
    }

    fn day_blocks(&self, typed: &str, day: &Usage) -> Vec<Block> {
        let messages = self.messages;
        let heads = [
            ("usage-activity", Shape::Text),
            ("usage-amount", Shape::Figure),
            ("usage-typical", Shape::Figure),
            ("usage-range", Shape::Figure),
            ("column-confidence", Shape::Word),
        ];
        let rows = day.amounts.iter().map(|amount| {
            let data = amount.per_day();
            vec![
                messages.tr(&format!("usage-{}", amount.activity.id)),
                how_much(amount, messages),
                messages.volume(data.typical),
                range(data, messages),
                messages.word(amount.activity.confidence.word()),
            ]
        });
        let data = day.per_day();
        let sum = [
            ("data", MessageArg::from(messages.volume(data.typical))),
            ("low", messages.volume(data.low).into()),
            ("high", messages.volume(data.high).into()),
            (
                "confidence",
                day.confidence().map(|word| messages.word(word.word())).unwrap_or_default().into(),
            ),
        ];
        let command = format!("simplan compare --days 10 --use \"{typed}\"");
        let mut remarks = vec![messages.tr("usage-not-counted")];
        remarks.extend(
            self.known.downloads.iter().map(|(id, size)| {
                messages.tr_with(&format!("usage-{id}"), [("size", messages.volume(*size))])
            }),
        );
        vec![
            Block::Sentences(Tone::Strong, vec![messages.tr_with("usage-day", sum)]),
            Block::Table(Grid::titled(&heads, rows.collect(), messages)),
            Block::Sentences(Tone::Plain, remarks),
            Block::Sentences(Tone::Plain, vec![messages.tr_with("usage-compare", [("command", command)])]),
        ]
    }
}

/// The amounts of a day in words.
fn amounts(usage: &Usage, messages: &Messages) -> String {
    let amounts: Vec<String> = usage
        .amounts
        .iter()
        .map(|amount| format!("{} {}", amount.activity.id, how_much(amount, messages)))
        .collect();
    messages.list(&amounts)
}

/// How much of an activity, for people: `90 min`, `100`.
fn how_much(amount: &Amount, messages: &Messages) -> String {
    match amount.activity.unit {
        Unit::Hour => messages.tr_with("usage-minutes", [("count", amount.count)]),
        Unit::Item => amount.count.to_string(),
    }
}

fn range(data: Estimate, messages: &Messages) -> String {
    format!("{}–{}", messages.volume(data.low), messages.volume(data.high))
}

/// Where the figures of an activity come from, each source once.
fn sources(activity: &Activity, messages: &Messages) -> String {
    let mut sources: Vec<&str> = Vec::new();
    for source in [&activity.sources.low, &activity.sources.typical, &activity.sources.high] {
        if !sources.contains(&source.as_str()) {
            sources.push(source);
        }
    }
    let seen = activity.seen.as_ref().map(|seen| format!(" ({})", messages.date(seen)));
    format!("{}: {}{}", activity.id, sources.join(", "), seen.unwrap_or_default())
}

fn in_mb(data: Estimate) -> [String; 3] {
    [data.low, data.typical, data.high].map(DataVolume::in_mb)
}

fn activity_row(activity: &Activity) -> Vec<String> {
    let [low, typical, high] = in_mb(activity.takes);
    let Estimate { low: of_low, typical: of_typical, high: of_high } = activity.sources.clone();
    vec![
        activity.id.clone(),
        activity.unit.to_string(),
        low,
        typical,
        high,
        activity.confidence.to_string(),
        of_low,
        of_typical,
        of_high,
        activity.seen.clone().unwrap_or_default(),
        activity.note.clone().unwrap_or_default(),
    ]
}

fn activity_form(activity: &Activity) -> ActivityForm<'_> {
    let Activity { takes, sources, .. } = activity;
    ActivityForm {
        confidence: WordText(activity.confidence),
        high_mb: takes.high.into(),
        id: &activity.id,
        low_mb: takes.low.into(),
        note: activity.note.as_deref(),
        seen: activity.seen.as_deref(),
        sources: EstimateSourcesForm { high: &sources.high, low: &sources.low, typical: &sources.typical },
        typical_mb: takes.typical.into(),
        unit: WordText(activity.unit),
    }
}

/// A day for scripts: its sums, and its activities.
pub(super) fn day_form(usage: &Usage) -> DayForm<'_> {
    let sum = usage.per_day();
    let activities = usage.amounts.iter().map(|amount| {
        let data = amount.per_day();
        UsedForm {
            activity: &amount.activity.id,
            amount: amount.how_much(),
            confidence: WordText(amount.activity.confidence),
            high_mb: data.high.into(),
            low_mb: data.low.into(),
            typical_mb: data.typical.into(),
        }
    });
    DayForm {
        activities: activities.collect(),
        confidence: usage.confidence().map(WordText),
        high_mb: sum.high.into(),
        low_mb: sum.low.into(),
        typical_mb: sum.typical.into(),
        usage: usage.to_string(),
    }
}
