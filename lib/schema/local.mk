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

# Tests, a program a noun.
schema_units = \
	tests/unit/schema_decimal \
	tests/unit/schema_format \
	tests/unit/schema_nearest \
	tests/unit/schema_pattern \
	tests/unit/schema_pointer \
	tests/unit/schema_uri
check_PROGRAMS += $(schema_units)
TESTS += $(schema_units)
schema_unit_libs = tests/unit/libtap.a $(schema_libs)
tests_unit_schema_decimal_LDADD = $(schema_unit_libs)
tests_unit_schema_format_LDADD = $(schema_unit_libs)
tests_unit_schema_nearest_LDADD = $(schema_unit_libs)
tests_unit_schema_pattern_LDADD = $(schema_unit_libs)
tests_unit_schema_pointer_LDADD = $(schema_unit_libs)
tests_unit_schema_uri_LDADD = $(schema_unit_libs)
