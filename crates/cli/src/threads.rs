//! How many threads work. Results never depend on it.

use rayon::{ThreadPool, ThreadPoolBuilder};

/// The option that all commands share.
#[derive(clap::Args, Clone, Copy)]
pub struct Threads {
    /// Threads that work; results are the same for any number [default: one per CPU core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
}

impl Threads {
    /// The threads.
    pub fn pool(self) -> anyhow::Result<ThreadPool> {
        Ok(ThreadPoolBuilder::new().num_threads(self.threads.unwrap_or(0).into()).build()?)
    }
}
