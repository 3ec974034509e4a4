"""records.py SCHEMAS FILE: checks each line of FILE, a person, by
SCHEMAS/person.json with jsonschema, and prints how many fit. "version" in place
of FILE prints its version."""
import glob
import importlib.metadata
import json
import sys

import jsonschema

schemas, file = sys.argv[1:]
if file == "version":
    print("jsonschema", importlib.metadata.version("jsonschema"))
    sys.exit()
LETTERS = r"\\p{L}", r"[^\\W\\d_]"  # as Python's expressions have it
store = {}
for path in glob.glob(schemas + "/*.json"):
    with open(path, encoding="utf-8") as text:
        schema = json.loads(text.read().replace(*LETTERS))
    store[schema["$id"]] = schema
person = store["https://palimpsest.example.org/schema/person.json"]
try:
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012
    known = Registry().with_resources(
        (uri, Resource.from_contents(s, default_specification=DRAFT202012))
        for uri, s in store.items())
    check = jsonschema.Draft202012Validator(person, registry=known)
except ImportError:  # before jsonschema 4.18
    check = jsonschema.Draft202012Validator(
        person, resolver=jsonschema.RefResolver(person["$id"], person, store))
with open(file, encoding="utf-8") as lines:
    print(sum(check.is_valid(json.loads(line)) for line in lines))
