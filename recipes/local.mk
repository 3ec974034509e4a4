# recipes
