# Do the facts that a probe question names fit one person only? Reads
#
#	kind=probes templates/questions/probe.tsv kind=people PEOPLE
#
# for people of one seed, and prints how many people share all the facts of a
# text with somebody else, how many there are, and each such text.
BEGIN { FS = "\t" }
/^#/ { next }
kind == "probes" && $1 != "probe" && $1 != "alias" {
	text[++probes] = $3
	slots[probes] = 0
	rest = $3
	while (match(rest, /\{[^}]*\}/)) {
		slot = substr(rest, RSTART + 1, RLENGTH - 2)
		sub(/\|a$/, "", slot)
		fact[probes, ++slots[probes]] = slot
		rest = substr(rest, RSTART + RLENGTH)
	}
}
kind == "probes" { next }
FNR == 1 {
	for (i = 1; i <= NF; i++)
		place[$i] = i
	next
}
{
	people++
	for (p = 1; p <= probes; p++) {
		key = p
		for (i = 1; i <= slots[p]; i++)
			key = key "\t" $(place[fact[p, i]])
		holders[key]++
	}
}
END {
	for (key in holders)
		if (holders[key] > 1) {
			shared += holders[key]
			print "# " holders[key] " people: " key
		}
	print shared + 0, people * probes
}
