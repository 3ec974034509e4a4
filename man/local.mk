# man: the pages that belong to no one room, and those of gen/. The others are
# named by their rooms.
dist_man_MANS += \
	man/mkprofiles.1 \
	man/mkqa.1 \
	man/palimpsest.7 \
	man/palimpsest-backends.5 \
	man/palimpsest-manifest.5 \
	man/palimpsest-person.5 \
	man/palimpsest-templates.5
