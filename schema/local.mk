# schema
schemadir = $(pkgdatadir)/schema
dist_schema_DATA = schema/commit.json schema/manifest.json \
	schema/person.json schema/removed.json schema/reveal.json \
	schema/split.json
