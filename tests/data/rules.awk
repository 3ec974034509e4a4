# Do people's facts agree with one another? Reads
#
#	kind=rules tests/rules.tsv kind=table TABLE... kind=people PEOPLE
#
# and prints one line for each breach: the rule, the person and the two sides.
# A table is known by its file's name, its rows by their first cell; the traits
# of appearance.tsv are tables of their own; conflicts.tsv says which values of two
# facts do not allow each other. PEOPLE is what facts.awk prints; if
# it has a column "only", a line is held to the rules of that fact alone.
BEGIN { FS = "\t" }
/^#/ { next }
file != FILENAME { # the header
	file = FILENAME
	table = file
	sub(/.*\//, "", table)
	sub(/\.tsv$/, "", table)
	for (i = 1; i <= NF; i++)
		name[i] = $i
	if (kind == "people")
		for (i = 1; i <= NF; i++)
			place[$i] = i
	next
}
kind == "rules" {
	fact[++rules] = $1
	rule[rules] = $2
	left[rules] = $3
	relation[rules] = $4
	right[rules] = $5
	known[$3, $5] = $4 == "allows"
	next
}
kind == "table" && table == "conflicts" {
	if (!known[$1, $3])
		print "no rule for conflicts of " $1 " and " $3
	conflict[$1, $2, $3, $4]
	next
}
kind == "table" && table == "appearance" {
	for (i = 3; i <= NF; i++)
		cell[$1 "." name[i], $2] = $i
	next
}
kind == "table" {
	for (i = 2; i <= NF; i++)
		cell[table "." name[i], $1] = $i
	next
}

# What a term says of the person of this line: a column, or a column looked up
# in a table's column, and that in another's.
function value(term,    step, steps, i, v) {
	steps = split(term, step, " ")
	if (!(step[1] in place))
		return step[1] ~ /^[0-9]+$/ ? step[1] : "no column " step[1]
	v = $(place[step[1]])
	for (i = 2; i <= steps; i++) {
		if (!((step[i], v) in cell))
			return "no " step[i] " of " v
		v = cell[step[i], v]
	}
	return v
}

# Is v among the comma-separated items of a list? An item may have a weight.
function listed(v, list,    item, items, i) {
	items = split(list, item, ",")
	for (i = 1; i <= items; i++) {
		sub(/:.*/, "", item[i])
		if (item[i] == v)
			return 1
	}
	return 0
}

function holds(a, relation, b) {
	if (relation == "<=" || relation == ">=") {
		if (a !~ /^[0-9]+$/ || b !~ /^[0-9]+$/)
			return 0
		return relation == "<=" ? a + 0 <= b + 0 : a + 0 >= b + 0
	}
	if (relation == "=")
		return a == b
	if (relation == "!=")
		return a != b
	if (relation == "in")
		return listed(a, b)
	if (relation == "suits") # a trait is for anybody, or for this look
		return a == "any" || a == b || b == "androgynous"
	return 0
}

{
	for (r = 1; r <= rules; r++) {
		if (("only" in place) && $(place["only"]) != fact[r])
			continue
		a = value(left[r])
		b = value(right[r])
		if (relation[r] == "allows")
			agree = !((left[r], a, right[r], b) in conflict)
		else
			agree = holds(a, relation[r], b)
		if (!agree)
			print rule[r] ": " $(place["id"]) ": " a " " relation[r] " " b
		held[r]++
	}
}
END {
	for (r = 1; r <= rules; r++)
		if (!held[r] && !("only" in place))
			print rule[r] ": never asked of anybody"
}
