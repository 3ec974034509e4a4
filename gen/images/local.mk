# Pictures of people, and whether they are what a stream says they are.
if IMAGES
bin_PROGRAMS += mkimages
mkimages_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/gen
mkimages_CFLAGS = $(AM_CFLAGS) -pthread $(CJSON_CFLAGS) $(SODIUM_CFLAGS)
mkimages_SOURCES = gen/images/mkimages.c \
	gen/images/asking.c gen/images/asking.h \
	gen/images/backend_args.c gen/images/backend_args.h \
	gen/images/crew.c gen/images/crew.h \
	gen/images/drawing.c gen/images/drawing.h \
	gen/images/image_pin.c gen/images/image_pin.h \
	gen/images/image_record.c gen/images/image_record.h \
	gen/images/image_store.c gen/images/image_store.h \
	gen/images/portraits.c gen/images/portraits.h \
	gen/images/qc_command.c gen/images/qc_command.h \
	gen/images/shots.c gen/images/shots.h \
	gen/images/sitter.c gen/images/sitter.h \
	gen/images/studio.c gen/images/studio.h \
	gen/images/wardrobe.c gen/images/wardrobe.h
mkimages_LDADD = librender.a librender8.a libservers.a libimage.a libhttp.a \
	libpal.a $(SODIUM_LIBS) $(CJSON_LIBS) $(SECCOMP_LIBS) $(CURL_LIBS)
dist_man_MANS += man/mkimages.1
dist_check_SCRIPTS += tests/mkimages.t tests/pictures.t tests/pins.t

bin_PROGRAMS += ckimages
ckimages_CFLAGS = $(AM_CFLAGS) -pthread $(CJSON_CFLAGS)
ckimages_SOURCES = gen/images/ckimages.c \
	gen/images/audit.c gen/images/audit.h \
	gen/images/gallery.c gen/images/gallery.h \
	gen/images/image_audit.c gen/images/image_audit.h \
	gen/images/image_claim.c gen/images/image_claim.h \
	gen/images/unlisted.c gen/images/unlisted.h
ckimages_LDADD = libimage.a libpal.a $(SODIUM_LIBS) $(CJSON_LIBS) \
	$(SECCOMP_LIBS)
dist_man_MANS += man/ckimages.1
dist_check_SCRIPTS += tests/ckimages.t
endif
