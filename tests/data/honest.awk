# Draws honest releases from a seed, one a line: of which kind it is (with images,
# by a commitment, one that another follows, ..), how many people and strangers,
# whether they have questions, the options of mksplit, those of mkrelease; parted
# by bars.
function draw(from, to) { # Park and Miller's generator
	row = row * 16807 % 2147483647
	return from + int(row / 2147483647 * (to - from + 1))
}
function one_of(words, list) {
	return list[draw(1, split(words, list, " "))]
}
function maybe(text) { return draw(1, 3) == 1 ? " " text : "" }
BEGIN {
	row = seed
	for (i = 1; i <= rounds; i++) {
		n = draw(20, 60)
		rule = one_of("rank disjoint sequence threshold none")
		options = "-r sha256-" rule "/1 -s seed" draw(1, 9)
		if (rule == "sequence")
			options = options " --sequence " one_of("2x3 1x9 3x1")
		else if (rule == "threshold")
			options = options " -f " one_of("25,50 40 30,60")
		else
			options = options " -f " one_of("5,10,15 5 10,20 20,25,30")
		if (rule != "threshold")
			options = options maybe("--holdout 10") maybe("--tune 5") \
				maybe("--by " one_of("gender hobby residence height_cm"))
		if (rule == "none")
			options = ""
		kind = one_of("plain plain images commit remove more")
		if (rule == "none" && kind == "commit")
			kind = "plain"
		print kind "|" n "|" draw(0, 3) "|" one_of("yes no") "|" options "|" \
			maybe("--key ours.key") maybe("--legacy") \
			maybe("--name bench-" draw(1, 9)) \
			maybe("--release " draw(0, 9) "." draw(0, 99) ".0")
	}
}
