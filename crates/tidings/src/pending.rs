//! Stands in for the parser until it is there: no sentence is read.
#[derive(Debug)]
pub struct Parser;
#[derive(Debug, thiserror::Error)]
#[error("x")]
pub struct ModelError;
impl Parser {
    pub fn from_bytes(_: &[u8], _: &str) -> Result<Self, ModelError> {
        Ok(Self)
    }
    pub fn parse(&self, _: &types::Document) -> Vec<types::Parse> {
        vec![]
    }
}
