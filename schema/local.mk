# schema
schemadir = $(pkgdatadir)/schema
dist_schema_DATA = schema/manifest.json schema/person.json schema/split.json
