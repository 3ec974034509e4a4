recipesdir = $(pkgdatadir)/recipes
dist_recipes_SCRIPTS = recipes/floors recipes/folder-hash recipes/mllmu recipes/rebuild
dist_check_SCRIPTS += tests/pipeline.t
