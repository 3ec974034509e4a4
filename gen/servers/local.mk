# Where pictures come from that are not drawn: servers and commands.
if IMAGES
noinst_LIBRARIES += libservers.a
libservers_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/gen
libservers_a_CFLAGS = $(AM_CFLAGS) $(CJSON_CFLAGS)
libservers_a_SOURCES = \
	gen/servers/backend.c gen/servers/backend.h gen/servers/backend_kinds.h \
	gen/servers/backend_comfy.c \
	gen/servers/backend_command.c \
	gen/servers/backend_openai.c \
	gen/servers/backend_sdapi.c \
	gen/servers/backend_sdcpp.c \
	gen/servers/exchange.c gen/servers/exchange.h \
	gen/servers/fields.c gen/servers/fields.h \
	gen/servers/program.c gen/servers/program.h \
	gen/servers/prompt.c gen/servers/prompt.h \
	gen/servers/reply.c gen/servers/reply.h \
	gen/servers/reply_comfy.c gen/servers/reply_comfy.h \
	gen/servers/shell.c gen/servers/shell.h \
	gen/servers/workflow.c gen/servers/workflow.h
dist_check_SCRIPTS += tests/backends.t tests/programs.t
endif
EXTRA_DIST += tests/replay-server
dist_man_MANS += man/palimpsest-backends.5
