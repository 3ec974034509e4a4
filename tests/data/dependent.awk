# Which facts tell something of another: awk -F '\t' -f dependent.awk SAID VALUES
# SAID has two facts a line, of which the first is said to be guessable from the
# second; the first line of VALUES has the facts' names, each other line a
# person's values: at most 63 columns, of fewer than 4096 values. A fact may have
# several columns. Two columns are dependent if the chi-square of their values is
# six deviations above where chance puts it. Prints "untold A B" where that is
# not said, "idle A B" where it is said of two facts of which no columns are.
FNR == NR {
	split($0, pair, " ")
	told[pair[1], pair[2]] = 1
	next
}
FNR == 1 {
	columns = NF
	for (i = 1; i <= NF; i++) name[i] = $i
	next
}
{
	people++
	for (i = 1; i <= columns; i++) {
		if (!((i, $i) in number)) number[i, $i] = ++values[i]
		at[i] = number[i, $i]
		alone[i, at[i]]++
	}
	for (i = 1; i < columns; i++)
		for (j = i + 1; j <= columns; j++)
			both[i * 64 + j, at[i] * 4096 + at[j]]++
}
END {
	for (key in both) {
		split(key, part, SUBSEP)
		i = int(part[1] / 64)
		j = part[1] % 64
		a = int(part[2] / 4096)
		b = part[2] % 4096
		sum[i, j] += both[key] * both[key] / alone[i, a] / alone[j, b]
	}
	for (i = 1; i < columns; i++)
		for (j = i + 1; j <= columns; j++) {
			free = (values[i] - 1) * (values[j] - 1)
			over = (people * (sum[i, j] - 1) - free) / sqrt(2 * free)
			if (name[i] == name[j])
				continue
			if (over > 6 && !((name[i], name[j]) in told))
				printf "untold %s %s %.1f\n", name[i], name[j], over
			if (over > 6)
				shown[name[i], name[j]] = shown[name[j], name[i]] = 1
		}
	for (key in told)
		if (!(key in shown)) {
			split(key, part, SUBSEP)
			print "idle", part[1], part[2]
		}
}
