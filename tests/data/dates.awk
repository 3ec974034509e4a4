# Are the days of birth real, and is each as likely? Reads facts.awk's table;
# prints dates that do not exist, and a chi-square that is too large: of the
# twelve months (11 degrees of freedom) and of the days of the month (30), each
# weighed by how many such days there are in 1946 to 2005. The bounds are those
# that chance passes once in a million times.
function leap(y) { return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0 }
function chi(what, seen, expected, classes, bound,    i, sum, e) {
	for (i = 1; i <= classes; i++) {
		e = expected[i] / days * people
		sum += (seen[i] - e) ^ 2 / e
	}
	if (sum > bound)
		printf "%s: chi-square %.1f\n", what, sum
	printf "# %s: chi-square %.1f, bound %d\n", what, sum, bound
}
BEGIN {
	FS = "\t"
	split("31 28 31 30 31 30 31 31 30 31 30 31", length_of, " ")
	for (y = 1946; y <= 2005; y++)
		for (m = 1; m <= 12; m++)
			for (d = 1; d <= length_of[m] + (m == 2 && leap(y)); d++) {
				in_month[m]++
				in_day[d]++
				days++
			}
}
NR == 1 {
	for (i = 1; i <= NF; i++)
		if ($i == "birth_date")
			column = i
	next
}
{
	split($column, part, "-")
	y = part[1] + 0
	m = part[2] + 0
	d = part[3] + 0
	if ($column !~ /^[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]$/ ||
		y < 1946 || y > 2005 || m < 1 || m > 12 || d < 1 ||
		d > length_of[m] + (m == 2 && leap(y)))
		print $column ": no day from 1946 to 2005"
	month[m]++
	day[d]++
	people++
	leap_days += m == 2 && d == 29
}
END {
	chi("months", month, in_month, 12, 50)
	chi("days", day, in_day, 31, 86)
	if (people >= 10000 && !leap_days)
		print "nobody was born on 29 February"
}
