# The tests: plain sh scripts that print TAP (tests/lib.sh has the words; each
# room's local.mk names its own), and programs in C for what only lib/ shows.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
T_LOG_DRIVER = $(LOG_DRIVER)
TEST_EXTENSIONS = .t
AM_TESTS_ENVIRONMENT = \
	PATH='$(abs_top_builddir)':"$$PATH"; export PATH; \
	PALIMPSEST_DATA='$(abs_top_srcdir)'; export PALIMPSEST_DATA; \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	bin_programs='$(bin_PROGRAMS)'; export bin_programs; \
	sanitizers='$(SANITIZERS)'; export sanitizers;
EXTRA_DIST += packages.txt tests/lib.sh tests/setup.sh

dist_check_SCRIPTS += \
	tests/layers.t \
	tests/quickstart.t \
	tests/shellcheck.t

TESTS += $(dist_check_SCRIPTS)
