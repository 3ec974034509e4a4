# What a person reads of scores: mlreport.
bin_PROGRAMS += mlreport
mlreport_SOURCES = eval/mlreport.c \
	eval/report/cells.c eval/report/cells.h \
	eval/report/figure_bars.c eval/report/figure_curves.c \
	eval/report/figure_replies.c eval/report/figure_tradeoff.c \
	eval/report/format.c eval/report/format.h \
	eval/report/legend.c eval/report/legend.h \
	eval/report/markup.c eval/report/markup.h \
	eval/report/page.c eval/report/page.h \
	eval/report/palette.c eval/report/palette.h \
	eval/report/plot.c eval/report/plot.h \
	eval/report/published.c eval/report/published.h \
	eval/report/scale.c eval/report/scale.h \
	eval/report/scores.c eval/report/scores.h \
	eval/report/scores_fill.c eval/report/scores_fill.h \
	eval/report/section_published.c eval/report/section_runs.c \
	eval/report/section_slices.c eval/report/section_tables.c \
	eval/report/section_what.c eval/report/sections.h \
	eval/report/strips.c eval/report/strips.h \
	eval/report/study.c eval/report/study.h \
	eval/report/svg.c eval/report/svg.h \
	eval/report/table.c eval/report/table.h \
	eval/report/texts.c eval/report/texts.h \
	eval/report/worth.c eval/report/worth.h \
	eval/report/writeup.c eval/report/writeup.h
mlreport_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/eval
mlreport_LDADD = $(schema_libs)

dist_man_MANS += man/mlreport.1
dist_check_SCRIPTS += tests/mlreport.t tests/peers/report.t
EXTRA_DIST += tests/data/scores-demo.jq docs/report.png docs/report-bars.png
