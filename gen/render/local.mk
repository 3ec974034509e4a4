# The renderer. The tracer is one unit, compiled for 1, 4 and 8 rays at a time;
# only the widest may use AVX2, and it runs only where the processor has it.
if IMAGES
noinst_LIBRARIES += librender.a librender8.a
render_cflags = $(AM_CFLAGS) $(CJSON_CFLAGS) $(SODIUM_CFLAGS) \
	-fno-math-errno -fno-trapping-math -Wno-psabi
librender_a_CFLAGS = $(render_cflags)
librender_a_SOURCES = \
	gen/render/bound.c gen/render/bound.h \
	gen/render/face.c gen/render/face.h \
	gen/render/identity.c gen/render/identity.h \
	gen/render/lanes1.c \
	gen/render/lanes4.c \
	gen/render/look.c gen/render/look.h \
	gen/render/palette.c gen/render/palette.h \
	gen/render/render.c gen/render/render.h \
	gen/render/scene.c gen/render/scene.h \
	gen/render/style.c gen/render/style.h \
	gen/render/view.c gen/render/view.h
librender8_a_CFLAGS = $(render_cflags) $(AVX2_CFLAGS)
librender8_a_SOURCES = gen/render/lanes8.c
dist_check_SCRIPTS += tests/render.t tests/peers/render-cross.t
endif
# The tracer's parts, in the order in which they include one another.
EXTRA_DIST += gen/render/kernel.h \
	gen/render/packet.c gen/render/solid.c gen/render/head.c \
	gen/render/hair.c gen/render/clothes.c gen/render/glasses.c \
	gen/render/field.c gen/render/skin.c gen/render/finish.c \
	gen/render/light.c gen/render/trace.c
