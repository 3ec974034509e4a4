# Quotas: of the first n people, for every n that is a multiple of 100, each
# category has its share to within one person. Reads
#
#	kind=shares SHARES kind=people PEOPLE
#
# SHARES: attribute, category, weight. PEOPLE: facts.awk's table, in order, with
# all those attributes for columns. Prints each breach.
BEGIN { FS = "\t" }
kind == "shares" {
	category[++categories] = $1 SUBSEP $2
	attribute[categories] = $1
	weight[categories] = $3
	total[$1] += $3
	next
}
FNR == 1 {
	for (i = 1; i <= NF; i++)
		place[$i] = i
	for (a in total)
		if (!(a in place))
			print "no column " a
	next
}
{
	for (a in total)
		count[a, $(place[a])]++
	n++
	if (n % 100)
		next
	for (c = 1; c <= categories; c++) {
		sum = total[attribute[c]]
		off = count[category[c]] * sum - n * weight[c]
		if (off > sum || off < -sum) {
			what = category[c]
			sub(SUBSEP, " ", what)
			print what ": " count[category[c]] + 0 " of " n
		}
	}
}
