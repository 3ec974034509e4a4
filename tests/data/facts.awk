# Person lines as mkprofiles writes them, as a table with a header: a column for
# every member of facts, appearance and provenance that is a string or a number,
# and some that follow from them. With -v biography=1 the biography is one, too.
# Members have one order and strings here hold no quotation mark, so that the
# n-th piece between such marks is the same member in every line; a line that is
# otherwise ends this with status 1 and its number.
BEGIN {
	FS = "\""
	alias["style"] = "hair_style"
	alias["texture"] = "hair_texture"
	alias["colour"] = "hair_colour"
	alias["garment"] = "clothing"
}
NR == 1 {
	for (i = 2; i < NF; i += 2) {
		if ($(i + 1) !~ /^:/)
			continue # a value
		key[++keys] = $i
		at[keys] = i
		if ($(i + 1) ~ /^:\{/ || ($i == "biography" && !biography))
			continue
		name = $i in alias ? alias[$i] : $i
		if (name in seen)
			name = "clothing_colour"
		seen[name] = ++columns
		column[columns] = i
		header = header name "\t"
	}
	pieces = NF
	print header "given\tsurname\tage\tamount\tcurrency"
}
{
	if (NF != pieces || /\\/) {
		print "facts.awk: line " NR " is of another shape" >"/dev/stderr"
		exit 1
	}
	for (k = 1; k <= keys; k++)
		if ($(at[k]) != key[k]) {
			print "facts.awk: line " NR ": no " key[k] >"/dev/stderr"
			exit 1
		}
	line = ""
	for (c = 1; c <= columns; c++) {
		i = column[c]
		line = line ($(i + 1) == ":" ? $(i + 2) : substr($(i + 1), 2) + 0) "\t"
	}
	name = $(column[seen["name"]] + 2)
	blank = index(name, " ")
	split($(column[seen["birth_date"]] + 2), date, "-")
	# Years at 2025-01-01.
	age = 2025 - date[1] - (date[2] "-" date[3] == "01-01" ? 0 : 1)
	split($(column[seen["income"]] + 2), income, " ")
	print line substr(name, 1, blank - 1) "\t" substr(name, blank + 1) "\t" \
		age "\t" income[1] "\t" income[2]
}
