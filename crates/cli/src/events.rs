//! `tidings events`: stored records, picked, put in order and counted.

mod exports;

use crate::database::{Database, told};
use crate::fallible::{BadUse, Outcome};
use crate::filters::Filters;
use crate::format::{Format, Kind};
use crate::grid::{self, Grid};
use crate::screen::Screen;
use crate::{output, table};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::PathBuf;
use tidings::export::{Only, csv, jsonl};
use tidings::filing;
use tidings::store::{Access, Answer, EventRow, Filter, Order, Period, PeriodRow, Store, Value};
use tidings::wire::Record;

/// Show the events of a database that fit a question, or count them
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    database: Database,
    #[command(flatten)]
    filters: Filters,
    /// Of these statuses, or `all`; without this and `--status`, formats that have none keep what occurred
    #[arg(long, value_name = "STATUS,…", conflicts_with = "status")]
    only: Option<Only>,
    /// Put in order by day, published, confidence, score, type or status; `-day` is the latest first
    #[arg(long, value_name = "KEY", default_value = "day", allow_hyphen_values = true)]
    sort: Order,
    /// No more than N events
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Count events per day, week or month instead, with the mean PLOVER score of what occurred and of the rest
    #[arg(long, value_name = "PERIOD")]
    by: Option<Period>,
    /// How to write them
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  tidings events --db news.db --dyad USA,IRN --since 2025-01-01     what happened between them, both ways
  tidings events --db news.db --status planned,considered --sort -day --limit 20
  tidings events --db news.db --actor RUS.MIL --type ASSAULT --format csv -o assaults.csv
  tidings events --db news.db --text 'ceasefire -Gaza' --source anonymous
  tidings events --db news.db --dyad ISR,LBN --by month             counts and mean scores
  tidings events --db news.db --since 2025-01-01 --format gdelt -o events.tsv
  tidings events --db news.db --only all --format parquet -o events.parquet

GDELT, ICEWS, POLECAT, PLOVER, GeoJSON and Atom have an event once, however many articles tell it.

A party is a country (USA), a sector (MIL), both (USA.MIL), or words of its name.";

/// Runs the command.
pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let mut store = args.database.open(Access::Read)?;
    let mut out = output::open(args.output.as_deref())?;
    match (args.by, args.format.kind()) {
        (Some(period), Kind::Own(format)) => {
            periods(&mut *store, args, period, Grid::new(&mut *out, format, args.screen()))?;
        }
        (None, Kind::Own(format)) => events(&mut *store, args, format, &mut *out)?,
        (None, Kind::Foreign(format)) => exports::write(&mut *store, args, format, &mut *out)?,
        (Some(_), Kind::Foreign(_)) => return Err(BadUse(COUNTS.to_owned()).into()),
    }
    out.flush()?;
    Ok(Outcome::Done)
}

const COUNTS: &str = "--by goes with --format table, jsonl or csv; the other formats hold events, not counts";

impl Args {
    /// What is asked for.
    fn filter(&self) -> Filter {
        let filter = self.filters.filter();
        match &self.only {
            None => filter,
            Some(only) => Filter { statuses: only.statuses().to_vec(), ..filter },
        }
    }

    fn screen(&self) -> Screen {
        if self.output.is_some() { Screen::of_file() } else { Screen::of_stdout() }
    }
}

fn events(store: &mut dyn Store, args: &Args, format: grid::Format, out: &mut dyn Write) -> anyhow::Result<()> {
    if format == grid::Format::Csv {
        out.write_all(csv::HEADER.as_bytes())?;
    }
    let order = Order { limit: args.limit, ..args.sort };
    let mut writer = Writer { out, format, screen: args.screen(), run: Vec::new() };
    let mut done = Ok(());
    let shown = store.events(&args.filter(), &order, &mut |event| {
        done = writer.event(event);
        if done.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    shown.map_err(told)?;
    done.and_then(|()| writer.close_run())
}

/// Writes events as they come; in a table, those of one document that follow each other share its head.
struct Writer<'w> {
    out: &'w mut dyn Write,
    format: grid::Format,
    screen: Screen,
    run: Vec<Record>,
}

impl Writer<'_> {
    fn event(&mut self, event: EventRow) -> anyhow::Result<()> {
        let record = filing::record(event)?;
        match self.format {
            grid::Format::Table => self.join_run(record)?,
            grid::Format::Jsonl => self.out.write_all(jsonl::line(&record)?.as_bytes())?,
            grid::Format::Csv => self.out.write_all(&csv::rows(&[record])?)?,
        }
        Ok(())
    }

    fn join_run(&mut self, record: Record) -> anyhow::Result<()> {
        if self.run.last().is_some_and(|last| last.document != record.document) {
            self.close_run()?;
        }
        self.run.push(record);
        Ok(())
    }

    fn close_run(&mut self) -> anyhow::Result<()> {
        let run = std::mem::take(&mut self.run);
        match run.first() {
            Some(first) => Ok(self.out.write_all(table::document(&first.document, &run, self.screen).as_bytes())?),
            None => Ok(()),
        }
    }
}

fn periods(store: &mut dyn Store, args: &Args, by: Period, mut grid: Grid<'_>) -> anyhow::Result<()> {
    let rows = store.periods(&args.filter(), by).map_err(told)?;
    let statuses = tidings::types::Status::ALL.iter().map(|status| status.to_string());
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let heads: Vec<String> =
        own(&["period", "events"]).into_iter().chain(statuses).chain(own(&["score_occurred", "score_other"])).collect();
    _ = grid.heads(&heads);
    _ = rows.iter().take(args.limit.unwrap_or(usize::MAX)).try_for_each(|row| grid.row(&cells(row)));
    Ok(grid.finish()?)
}

fn cells(row: &PeriodRow) -> Vec<Value<'_>> {
    let mut cells = vec![row.period.as_ref().into(), row.events().into()];
    cells.extend(row.counts.iter().map(|(_, count)| Value::from(*count)));
    cells.extend([row.occurred.into(), row.other.into()]);
    cells
}
