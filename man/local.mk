# man: the pages that belong to no one room. The others are named by theirs.
dist_man_MANS += \
	man/palimpsest.7 \
	man/palimpsest-audit.7 \
	man/palimpsest-manifest.5 \
	man/palimpsest-person.5 \
	man/palimpsest-templates.5
