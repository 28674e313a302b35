//! The sellers that the user names for a guide: operators, their digital brands, and other sellers of the catalogue.

use super::error::AskError;
use super::options::Options;
use crate::catalogue::Catalogue;
use crate::domain::error::Error;
use crate::domain::plan::{Kind, Plan};
use crate::domain::slug::Slug;
use crate::guide::facts::{Facts, Operator};
use crate::guide::situation::Service;
use std::collections::BTreeSet;

/// The operators of the guide, and the other sellers of a catalogue, of which the guide knows only the name.
pub struct KnownSellers<'f> {
    facts: &'f Facts,
    others: Vec<Operator>,
}

/// A seller that the user named.
#[derive(Clone, Copy)]
pub struct Seller<'s> {
    /// The operator; for a digital brand, the one that runs it.
    pub operator: &'s Operator,
    /// Whether the user named the digital brand.
    pub is_brand: bool,
}

impl<'f> KnownSellers<'f> {
    /// The operators of the guide, and the other sellers of a catalogue if one is given.
    pub fn new(facts: &'f Facts, catalogue: Option<&Catalogue>) -> Self {
        let mut others: Vec<Operator> = Vec::new();
        for operator in
            catalogue.into_iter().flat_map(|catalogue| &catalogue.plans).map(|plan| &plan.operator)
        {
            let is_new = others.iter().all(|other| operator != other.id.as_str());
            if is_new && facts.operator(operator.as_str()).is_none() {
                others.push(Operator::unknown(operator.as_str()));
            }
        }
        Self { facts, others }
    }

    /// The seller of a plan.
    ///
    /// # Panics
    /// If the plan is not in the catalogue that the sellers are from.
    pub fn of_plan(&self, plan: &Plan) -> &Operator {
        self.operator(plan.operator.as_str()).expect("each seller of the catalogue is known")
    }

    fn operator(&self, id: &str) -> Option<&Operator> {
        self.facts.operator(id).or_else(|| self.others.iter().find(|other| other.id == id))
    }

    /// All operators of the guide.
    pub fn of_guide(&self) -> Vec<Seller<'_>> {
        self.facts.operators.iter().map(|operator| Seller { operator, is_brand: false }).collect()
    }

    /// The sellers with these names, which the option gives, each once and in their order.
    pub fn named(&self, names: &[String], option: &'static str) -> Result<Vec<Seller<'_>>, AskError> {
        let mut sellers: Vec<Seller<'_>> = Vec::new();
        for name in names {
            let brand = self.facts.operator_of_brand(name);
            let operator = self.operator(name).or(brand).ok_or_else(|| self.unknown(name, option))?;
            let seller = Seller { operator, is_brand: brand.is_some() };
            if !sellers.iter().any(|known| known.is_same(&seller)) {
                sellers.push(seller);
            }
        }
        Ok(sellers)
    }

    fn unknown(&self, name: &str, option: &'static str) -> AskError {
        let of_guide = self.facts.operators.iter();
        let known = of_guide.flat_map(|operator| [&operator.id, &operator.digital_brand.name]);
        let others = self.others.iter().map(|other| &other.id);
        AskError::option(option, Error::new("operator-not-in-guide").with("value", name))
            .suggest(name, known.chain(others).map(String::as_str))
    }

    /// The sellers of the lines whose SIM the user has.
    pub fn of_lines(&self, lines: &BTreeSet<Slug>, catalogue: &Catalogue) -> Vec<Seller<'_>> {
        let mut sellers: Vec<Seller<'_>> = Vec::new();
        for plan in catalogue.plans.iter().filter(|plan| lines.contains(&plan.line)) {
            let operator = self.of_plan(plan);
            let is_brand = Service::from_plan(plan, Some(operator)) == Service::DigitalBrand;
            let seller = Seller { operator, is_brand };
            if !sellers.iter().any(|known| known.is_same(&seller)) {
                sellers.push(seller);
            }
        }
        sellers
    }
}

impl Seller<'_> {
    fn is_same(&self, other: &Self) -> bool {
        self.operator.id == other.operator.id && self.is_brand == other.is_brand
    }

    /// Its name: that of the digital brand if the user named that.
    pub fn name(&self) -> &str {
        if self.is_brand { &self.operator.digital_brand.name } else { &self.operator.name }
    }

    /// How its lines are renewed if nothing else is known: who sells only travel eSIMs tops them up, and anybody
    /// else recharges.
    pub fn usual_service(&self, catalogue: Option<&Catalogue>) -> Service {
        let plans = catalogue.into_iter().flat_map(|catalogue| &catalogue.plans);
        let mut own = plans.filter(|plan| plan.operator.as_str() == self.operator.id).peekable();
        let sells_esims = own.peek().is_some() && own.all(|plan| plan.kind == Kind::Esim);
        if sells_esims { Service::TravelEsim } else { Service::Prepaid }
    }

    /// Whether a plan is sold by it.
    pub fn sells(&self, plan: &Plan) -> bool {
        let is_of_brand = self.operator.digital_brand.line.as_deref() == Some(plan.line.as_str());
        plan.operator.as_str() == self.operator.id && (is_of_brand || !self.is_brand)
    }

    /// The request, limited to what this seller sells.
    ///
    /// # Errors
    /// `brand-without-plans`; `nothing-fits` if the user asks for other lines than that of the brand.
    pub fn narrow(&self, options: &Options, catalogue: &Catalogue) -> Result<Options, AskError> {
        let mut narrowed = options.clone();
        narrowed.operator = vec![self.operator.id.clone()];
        if !self.is_brand {
            return Ok(narrowed);
        }
        let brand = &self.operator.digital_brand;
        let in_catalogue = |line: &&String| catalogue.plans.iter().any(|plan| plan.line.as_str() == *line);
        let line = brand.line.as_ref().filter(in_catalogue).ok_or_else(|| {
            AskError::nothing(Error::new("brand-without-plans").with("brand", brand.name.as_str()))
        })?;
        let lines = &mut narrowed.line;
        if !lines.is_empty() && !lines.contains(line) {
            return Err(AskError::nothing(Error::new("nothing-fits")));
        }
        *lines = vec![line.clone()];
        Ok(narrowed)
    }
}
