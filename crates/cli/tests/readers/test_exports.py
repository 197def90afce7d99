"""Each export, read by a reader that Tidings' authors did not write. TIDINGS is the binary."""
import json
import os
import pathlib
import subprocess

import duckdb
import feedparser
import geojson
import pandas
import pytest

ROOT = pathlib.Path(__file__).parents[4]
GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID".split()
ACTOR = ("Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code "
         "Type3Code").split()
GDELT = ("GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split()
         + [f"Actor{n}{c}" for n in (1, 2) for c in ACTOR]
         + ("IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources "
            "NumArticles AvgTone").split()
         + [f"{g}Geo_{c}" for g in ("Actor1", "Actor2", "Action") for c in GEO]
         + ["DATEADDED", "SOURCEURL"])


@pytest.fixture(scope="session", params=["code", "events"])
def write(request, tmp_path_factory):
    """Exports of all examples: as they are coded, and out of a database."""
    folder = tmp_path_factory.mktemp("exports")
    run(["add", "examples", "--db", folder / "news.db"])
    inputs = {"code": ["code", "examples"], "events": ["events", "--db", folder / "news.db"]}[request.param]

    def write(form, *more):
        path = folder / ("_".join([form, *more]).replace(",", "-") + "." + form)
        run([*inputs, "--format", form, *more, "-o", path])
        return path

    return write


def run(arguments):
    subprocess.run([os.environ["TIDINGS"], *arguments], cwd=ROOT, check=True, capture_output=True)


@pytest.fixture(scope="session")
def records(write):
    lines = [json.loads(line) for line in write("jsonl").read_text().splitlines()]
    return [line for line in lines if "type" in line]


def are_some_of(found, records):
    """Records stand in their order; of one event that several articles tell there is one."""
    ids = [r["id"] for r in records]
    assert found == [i for i in ids if i in set(found)]
    assert len(found) > 0.8 * len(ids)


def table(path, **options):
    return pandas.read_csv(path, sep="\t", quoting=3, keep_default_na=False, dtype=str, **options)


def test_gdelt(write):
    rows = table(write("gdelt"), header=None, names=GDELT, index_col=False)
    assert len(GDELT) == 61 and len(rows) > 50
    assert set(GDELT) <= set((ROOT / "docs/exports.md").read_text().split("`"))
    assert all(len(line.split("\t")) == 61 for line in write("gdelt").read_text().splitlines())
    assert rows.GLOBALEVENTID.is_unique
    pandas.to_datetime(rows.SQLDATE, format="%Y%m%d")
    pandas.to_datetime(rows.DATEADDED, format="%Y%m%d%H%M%S")
    assert set(rows.QuadClass) <= set("1234")
    assert rows.GoldsteinScale.astype(float).between(-10, 10).all()
    assert (rows[["NumMentions", "NumSources", "NumArticles"]].astype(int) >= 1).all().all()
    assert set(rows.ActionGeo_Type) <= set("012345")
    fine = rows[rows.ActionGeo_Type.isin(list("345"))]
    assert len(fine) and (fine.ActionGeo_CountryCode.str.len() == 2).all()
    assert (rows.EventCode.str[:2] == rows.EventRootCode).all()


@pytest.mark.parametrize("form, columns", [("icews", 20), ("polecat", 40)])
def test_tables(write, form, columns):
    rows = table(write(form))
    assert rows.shape[1] == columns and len(rows) > 50
    assert rows["Event ID"].is_unique
    pandas.to_datetime(rows["Event Date"][rows["Event Date"] != ""])


def test_only_occurred_is_the_default(write):
    assert write("gdelt").read_bytes() == write("gdelt", "--only", "occurred").read_bytes()
    assert len(table(write("gdelt", "--only", "all"), header=None)) > len(table(write("gdelt"), header=None))


def test_plover_collapses(write, records):
    lines = {line["id"]: line for line in map(json.loads, write("plover").read_text().splitlines())}
    planned = [r for r in records if r["status"] == "planned" and r["type"] == "CONSULT"]
    assert planned and all(lines[r["id"]]["event"] == "AGREE" for r in planned if r["id"] in lines)
    assert not any(r["id"] in lines for r in records if r["status"] == "denied")
    assert all({"id", "date", "actor", "event"} <= line.keys() for line in lines.values())


def test_parquet(write, records):
    columns = "id, status, quad, score, place, sentence"
    rows = duckdb.sql(f"select {columns} from '{write('parquet')}'").fetchall()
    assert rows == [(r["id"], r["status"], r["quad"], pytest.approx(r["score"]), r["place"] and r["place"]["name"],
                     r["evidence"]["text"]) for r in records]
    frame = duckdb.sql(f"from '{write('parquet')}'").df()
    assert set(frame.same_as) <= set(frame.id)
    assert (frame.articles >= 1).all() and (frame.outlets <= frame.articles).all()
    assert [t for c, t in zip(frame, duckdb.sql(f"from '{write('parquet')}'").types) if c in ("quad", "killed", "score")] \
        == ["BIGINT", "DOUBLE", "BIGINT"]


def test_geojson(write, records):
    found = geojson.loads(write("geojson").read_text())
    assert found.is_valid, found.errors()
    placed = {r["id"]: r["place"] for r in records if r["place"] and r["place"]["lat"] is not None}
    are_some_of([f["id"] for f in found["features"]], [r for r in records if r["id"] in placed])
    for feature in found["features"]:
        place = placed[feature["id"]]
        assert list(feature["geometry"]["coordinates"]) == [place["lon"], place["lat"]]
        assert feature["properties"]["precision"] == place["precision"]


def test_atom(write, records):
    feed = feedparser.parse(str(write("atom")))
    assert not feed.bozo, feed.get("bozo_exception")
    found = {entry.id.removeprefix("urn:tidings:"): entry for entry in feed.entries}
    are_some_of(list(found), records)
    assert all(found[r["id"]].tags[1].term == r["status"] for r in records if r["id"] in found)
