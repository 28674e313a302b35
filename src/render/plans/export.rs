//! The answer of `plans export`: plans as a catalogue file, or as JSON.

use crate::catalogue::cells::{row, unknown_columns};
use crate::catalogue::columns::COLUMNS;
use crate::domain::error::Error;
use crate::domain::plan::Plan;
use crate::i18n::Messages;
use crate::render::block::Block;
use crate::render::document::Document;
use crate::render::forms::Origin;
use crate::render::grid::Grid;
use crate::render::plan_forms::{PlanLineForm, PlansForm};
use serde::Serialize;
use std::sync::Arc;

/// Plans for a file. It has only formats for scripts.
#[derive(Clone, Copy)]
pub struct ExportDocument<'a> {
    /// The plans, in the order of the catalogue.
    pub plans: &'a [Arc<Plan>],
    /// The source of the catalogue.
    pub origin: &'a Origin,
    /// The messages of the language.
    pub messages: &'a Messages,
}

impl Document for ExportDocument<'_> {
    fn messages(&self) -> &Messages {
        self.messages
    }

    fn blocks(&self) -> Result<Vec<Block>, Error> {
        Ok(Vec::new())
    }

    fn rows(&self) -> Option<Result<Grid, Error>> {
        let unknown = unknown_columns(self.plans);
        let keys: Vec<&str> = COLUMNS.into_iter().chain(unknown.iter().copied()).collect();
        Some(Ok(Grid::keyed(&keys, self.plans.iter().map(|plan| row(plan, &unknown)).collect())))
    }

    fn lines(&self) -> Option<Vec<impl Serialize>> {
        Some(self.plans.iter().map(|plan| PlanLineForm::new(plan)).collect())
    }

    fn json(&self) -> Result<impl Serialize, Error> {
        Ok(PlansForm::new(self.plans, self.origin))
    }
}
