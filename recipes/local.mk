recipesdir = $(pkgdatadir)/recipes
dist_recipes_SCRIPTS = recipes/mllmu
