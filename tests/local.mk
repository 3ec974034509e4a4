# Each test is a plain sh script that prints TAP; tests/lib.sh has the words.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
T_LOG_DRIVER = $(LOG_DRIVER)
TEST_EXTENSIONS = .t
AM_TESTS_ENVIRONMENT = \
	PATH='$(abs_top_builddir)':"$$PATH"; export PATH; \
	PALIMPSEST_DATA='$(abs_top_srcdir)'; export PALIMPSEST_DATA; \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	top_builddir='$(abs_top_builddir)'; export top_builddir;
EXTRA_DIST += tests/lib.sh

dist_check_SCRIPTS +=
TESTS += $(dist_check_SCRIPTS)
