recipesdir = $(pkgdatadir)/recipes
dist_recipes_SCRIPTS = recipes/mllmu
dist_check_SCRIPTS += tests/pipeline.t
