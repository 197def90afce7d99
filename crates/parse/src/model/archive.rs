//! Tensors by name, checked for type and shape.

use super::ModelError;
use crate::int8::Weights;
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};
use std::collections::BTreeMap;
use std::str::FromStr;

/// The format that is read.
const FORMAT: &str = "tidings-1";

/// A weights file.
pub(crate) struct Archive<'a> {
    tensors: SafeTensors<'a>,
    metadata: Vec<(String, String)>,
}

/// int8 rows with their scales.
struct Rows {
    values: Vec<i8>,
    scales: Vec<f32>,
}

/// A layer's own size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub outputs: usize,
    pub inputs: usize,
}

/// Whether a layer adds a bias.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bias {
    With,
    Without,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let (_, header) = SafeTensors::read_metadata(bytes)?;
        let metadata = header.metadata().iter().flatten().map(|(k, v)| (k.clone(), v.clone())).collect();
        let archive = Self { tensors: SafeTensors::deserialize(bytes)?, metadata };
        match archive.value("format") {
            Some(FORMAT) => Ok(archive),
            found => Err(ModelError::Format { found: found.unwrap_or("").to_owned(), expected: FORMAT }),
        }
    }

    fn value(&self, key: &str) -> Option<&str> {
        self.metadata.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str())
    }

    /// A list of labels.
    pub fn labels(&self, key: &'static str) -> Result<Vec<String>, ModelError> {
        let list = self.value(key).and_then(|json| serde_json::from_str::<Vec<String>>(json).ok());
        list.filter(|l| !l.is_empty()).ok_or(ModelError::Labels(key))
    }

    /// Lists by key.
    pub fn map_of_lists(&self, key: &'static str) -> Result<BTreeMap<String, Vec<String>>, ModelError> {
        self.value(key).and_then(|json| serde_json::from_str(json).ok()).ok_or(ModelError::Labels(key))
    }

    /// A list of labels that are codes.
    pub fn codes<T: FromStr>(&self, key: &'static str) -> Result<Vec<T>, ModelError>
    where
        ModelError: From<T::Err>,
    {
        self.labels(key)?.iter().map(|label| Ok(label.parse()?)).collect()
    }

    /// The rows of an int8 tensor as floats.
    pub fn floats_of_rows(&self, name: &str, shape: Shape) -> Result<Vec<f32>, ModelError> {
        let rows = self.rows(name, shape)?;
        let row_floats = |(row, &scale): (&[i8], &f32)| row.iter().map(|&v| f32::from(v) * scale).collect::<Vec<_>>();
        Ok(rows.values.chunks_exact(shape.inputs).zip(&rows.scales).flat_map(row_floats).collect())
    }

    /// The rows of an int8 tensor as they are, with their scales.
    pub fn int8_rows(&self, name: &str, shape: Shape) -> Result<(Vec<i8>, Vec<f32>), ModelError> {
        self.rows(name, shape).map(|rows| (rows.values, rows.scales))
    }

    /// One product out of layers with the same input, their outputs one after the other.
    pub fn linear(&self, layers: &[(&str, usize)], inputs: usize, bias: Bias) -> Result<Weights, ModelError> {
        let (mut values, mut scales, mut biases) = (Vec::new(), Vec::new(), Vec::new());
        for &(name, outputs) in layers {
            let rows = self.rows(name, Shape { outputs, inputs })?;
            values.extend(rows.values);
            scales.extend(rows.scales);
            biases.extend(match bias {
                Bias::With => self.floats(&format!("{name}.bias"), outputs)?,
                Bias::Without => vec![0.0; outputs],
            });
        }
        Ok(Weights::pack(&values, inputs, &scales, &biases))
    }

    /// Pieces of the vocabulary that have an embedding.
    pub fn row_count(&self, name: &str) -> Result<usize, ModelError> {
        let name = format!("{name}.scale");
        let shape = self.tensors.tensor(&name)?.shape().to_vec();
        shape.first().copied().ok_or(ModelError::Tensor { name, expected: "a list".to_owned() })
    }

    fn rows(&self, name: &str, shape: Shape) -> Result<Rows, ModelError> {
        let view = self.checked(&format!("{name}.weight"), Dtype::I8, &[shape.outputs, shape.inputs])?;
        let values = view.data().iter().map(|&byte| byte as i8).collect();
        Ok(Rows { values, scales: self.floats(&format!("{name}.scale"), shape.outputs)? })
    }

    /// A float tensor of one dimension, all of it finite.
    pub fn floats(&self, name: &str, length: usize) -> Result<Vec<f32>, ModelError> {
        let view = self.checked(name, Dtype::F32, &[length])?;
        let floats: Vec<f32> = view.data().as_chunks::<4>().0.iter().map(|&b| f32::from_le_bytes(b)).collect();
        if floats.iter().all(|x| x.is_finite()) {
            return Ok(floats);
        }
        Err(ModelError::Tensor { name: name.to_owned(), expected: "finite".to_owned() })
    }

    fn checked(&self, name: &str, dtype: Dtype, shape: &[usize]) -> Result<TensorView<'_>, ModelError> {
        let view = self.tensors.tensor(name)?;
        if view.dtype() == dtype && view.shape() == shape {
            return Ok(view);
        }
        Err(ModelError::Tensor { name: name.to_owned(), expected: format!("{dtype:?} {shape:?}") })
    }
}
