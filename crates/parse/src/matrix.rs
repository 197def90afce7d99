//! A row-major matrix of floats whose memory is used again.

/// Rows of equal width.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Matrix {
    data: Vec<f32>,
    width: usize,
}

impl Matrix {
    /// Gives the matrix a new shape; what it holds afterwards is unspecified.
    pub fn reshape(&mut self, rows: usize, width: usize) {
        self.width = width;
        self.data.resize(rows * width, 0.0);
    }

    pub fn rows(&self) -> usize {
        self.data.len().checked_div(self.width).unwrap_or(0)
    }

    pub fn width(&self) -> usize {
        self.width
    }

    pub fn row(&self, row: usize) -> &[f32] {
        &self.data[row * self.width..][..self.width]
    }

    pub fn row_mut(&mut self, row: usize) -> &mut [f32] {
        &mut self.data[row * self.width..][..self.width]
    }

    pub fn as_slice(&self) -> &[f32] {
        &self.data
    }

    pub fn as_mut_slice(&mut self) -> &mut [f32] {
        &mut self.data
    }

    /// The given rows of another matrix.
    pub fn gather(&mut self, from: &Matrix, rows: impl ExactSizeIterator<Item = usize>) {
        self.reshape(rows.len(), from.width);
        for (to, row) in rows.enumerate() {
            self.row_mut(to).copy_from_slice(from.row(row));
        }
    }
}
