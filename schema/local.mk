# schema: those of what a release holds, which each release has a copy of, and
# in tools/ those of what tools say and hear besides
schemadir = $(pkgdatadir)/schema
dist_schema_DATA = schema/commit.json schema/image.json schema/manifest.json \
	schema/person.json schema/question.json schema/removed.json \
	schema/reveal.json schema/scalar.json schema/split.json \
	schema/splits.json
schematoolsdir = $(schemadir)/tools
dist_schematools_DATA = schema/tools/answer.json \
	schema/tools/beacon-answer.json \
	schema/tools/beacon-chain.json schema/tools/lint.json \
	schema/tools/picture-answer.json schema/tools/picture-request.json \
	schema/tools/pin.json schema/tools/qc-answer.json \
	schema/tools/qc-request.json schema/tools/report.json \
	schema/tools/scores.json \
	schema/tools/steps.json schema/tools/validation.json \
	schema/tools/verdict.json \
	schema/tools/workflow.json
dist_man_MANS += man/palimpsest-schema.5
dist_check_SCRIPTS += tests/schemas.t tests/records.t
EXTRA_DIST += tests/data/dependent.awk tests/data/schema-edits.txt \
	tests/data/schema-mutants.jq tests/data/schema-survivors.txt
