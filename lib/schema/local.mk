# JSON Schema, for whoever checks records.
noinst_LIBRARIES += libschema.a
libschema_a_CFLAGS = $(AM_CFLAGS) $(PCRE2_CFLAGS) $(UTF8PROC_CFLAGS) \
	$(IDN2_CFLAGS)
schema_libs = libschema.a libpal.a $(PCRE2_LIBS) $(UTF8PROC_LIBS) $(IDN2_LIBS)
libschema_a_SOURCES = \
	lib/schema/ascii.c lib/schema/ascii.h \
	lib/schema/bidi.c lib/schema/bidi.h \
	lib/schema/decimal.c lib/schema/decimal.h \
	lib/schema/decimal_divide.c \
	lib/schema/decimal_parts.c lib/schema/decimal_parts.h \
	lib/schema/ecma.c lib/schema/ecma.h \
	lib/schema/ecma_class.c lib/schema/ecma_escape.c \
	lib/schema/ecma_names.c lib/schema/ecma_property.c \
	lib/schema/ecma_references.c \
	lib/schema/format.c lib/schema/format.h \
	lib/schema/format_address.c lib/schema/format_date.c \
	lib/schema/format_host.c lib/schema/format_mail.c \
	lib/schema/format_parts.h lib/schema/format_template.c \
	lib/schema/format_uri.c \
	lib/schema/identifier.c lib/schema/identifier.h \
	lib/schema/nearest.c lib/schema/nearest.h \
	lib/schema/pattern.c lib/schema/pattern.h \
	lib/schema/pointer.c lib/schema/pointer.h \
	lib/schema/uri.c lib/schema/uri.h

# Schemas: documents, the compiler, the machine.
libschema_a_SOURCES += \
	lib/schema/automaton.c lib/schema/automaton.h \
	lib/schema/automaton_graph.c lib/schema/automaton_make.c \
	lib/schema/automaton_parts.h \
	lib/schema/bound.c lib/schema/bound.h \
	lib/schema/checker.c lib/schema/checker.h \
	lib/schema/compile.c lib/schema/compile.h \
	lib/schema/compile_elements.c \
	lib/schema/compile_logic.c \
	lib/schema/compile_members.c \
	lib/schema/compile_parts.h \
	lib/schema/compile_refs.c \
	lib/schema/compile_scalars.c \
	lib/schema/compile_spelling.c \
	lib/schema/count.c lib/schema/count.h \
	lib/schema/cycle.c \
	lib/schema/dialect.c lib/schema/dialect.h \
	lib/schema/document.c lib/schema/document.h \
	lib/schema/keyword.c lib/schema/keyword.h \
	lib/schema/machine.c lib/schema/machine.h \
	lib/schema/marks.c \
	lib/schema/message.c lib/schema/message.h \
	lib/schema/meta.c lib/schema/meta.h \
	lib/schema/metaschemas.h \
	lib/schema/names.c lib/schema/names.h \
	lib/schema/program.c lib/schema/program.h \
	lib/schema/registry.c lib/schema/registry.h \
	lib/schema/registry_fetch.c \
	lib/schema/registry_index.c \
	lib/schema/registry_parts.h \
	lib/schema/report.c lib/schema/report.h \
	lib/schema/run.c \
	lib/schema/run.h \
	lib/schema/run_elements.c \
	lib/schema/run_logic.c \
	lib/schema/run_members.c \
	lib/schema/run_scalar.c \
	lib/schema/schema.c lib/schema/schema.h \
	lib/schema/shorten.c \
	lib/schema/value.c lib/schema/value.h \
	lib/schema/value_same.c

# Tests, a program a noun.
schema_units = \
	tests/unit/schema_automaton \
	tests/unit/schema_decimal \
	tests/unit/schema_format \
	tests/unit/schema_nearest \
	tests/unit/schema_pattern \
	tests/unit/schema_pointer \
	tests/unit/schema_uri
check_PROGRAMS += $(schema_units)
TESTS += $(schema_units)
schema_unit_libs = tests/unit/libtap.a $(schema_libs)
tests_unit_schema_automaton_LDADD = $(schema_unit_libs)
tests_unit_schema_decimal_LDADD = $(schema_unit_libs)
tests_unit_schema_format_LDADD = $(schema_unit_libs)
tests_unit_schema_nearest_LDADD = $(schema_unit_libs)
tests_unit_schema_pattern_LDADD = $(schema_unit_libs)
tests_unit_schema_pointer_LDADD = $(schema_unit_libs)
tests_unit_schema_uri_LDADD = $(schema_unit_libs)

# The metaschemas of the draft, as json-schema.org publishes them, are built in.
metaschemas = \
	schema/metaschema/schema.json \
	schema/metaschema/meta/applicator.json \
	schema/metaschema/meta/content.json \
	schema/metaschema/meta/core.json \
	schema/metaschema/meta/format-annotation.json \
	schema/metaschema/meta/format-assertion.json \
	schema/metaschema/meta/meta-data.json \
	schema/metaschema/meta/unevaluated.json \
	schema/metaschema/meta/validation.json
nodist_libschema_a_SOURCES = lib/schema/metaschemas.c
lib/schema/metaschemas.c: lib/schema/metaschemas.awk $(metaschemas)
	$(AM_V_at)$(MKDIR_P) lib/schema
	$(AM_V_GEN)(cd $(srcdir) && \
		$(AWK) -f lib/schema/metaschemas.awk $(metaschemas)) >$@.part
	$(AM_V_at)mv -f $@.part $@
CLEANFILES += lib/schema/metaschemas.c lib/schema/metaschemas.c.part
EXTRA_DIST += lib/schema/metaschemas.awk $(metaschemas)
