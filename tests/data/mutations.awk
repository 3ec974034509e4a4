# Draws changes from a seed, one a line: a kind, the number of a file among
# `files`, a place in it in parts of a million.
function draw(from, to) { # Park and Miller's generator
	row = row * 16807 % 2147483647
	return from + int(row / 2147483647 * (to - from + 1))
}
BEGIN {
	row = seed
	kinds = split("flip insert delete cut append remove repeat swap drop " \
		"other rename copy", kind, " ")
	for (i = 1; i <= rounds; i++)
		print kind[draw(1, kinds)], draw(1, files), draw(0, 999999),
			draw(1, 2) == 1 ? "plain" : "resealed"
}
