# Which values of the facts asked about are held too often: -v limit=SHARE, of
# all people of the table that facts.awk prints. Prints the values above it, and
# behind "#" the greatest share of each fact.
BEGIN {
	FS = "\t"
	n = split("birth_place residence occupation employer education income " \
		"height_cm health father_occupation mother_occupation hobby pet " \
		"favourite_food favourite_place", fact, " ")
}
NR == 1 {
	for (i = 1; i <= NF; i++)
		place[$i] = i
	next
}
{
	for (f = 1; f <= n; f++)
		count[f, $(place[fact[f]])]++
}
END {
	for (pair in count) {
		split(pair, part, SUBSEP)
		share = count[pair] / (NR - 1)
		if (share > most[part[1]])
			most[part[1]] = share
		if (share > limit)
			printf "%s %s: %.4f\n", fact[part[1]], part[2], share
	}
	for (f = 1; f <= n; f++)
		printf "# %s: at most %.2f %%\n", fact[f], 100 * most[f]
}
