# Are the wordings what palimpsest-templates(5) says? Reads
#
#	kind=stop STOPWORDS kind=texts templates/questions/FACT.tsv...
#
# and prints: a fact and task without 6 train, 3 eval and 3 test texts; a text
# that is another's once slots are blanked; an eval or test text that is so a
# sentence of a train answer; one that shares half its words or more with a
# text of its task that comes before it, eval with train, test with both; a
# word of an eval text that no train text of the fact has, but for the words of
# the stop list.
BEGIN { FS = "\t" }
/^#/ { next }
kind == "stop" {
	n = split($0, word, " ")
	for (i = 1; i <= n; i++)
		stop[word[i]] = 1
	next
}
file != FILENAME { # the header
	file = FILENAME
	fact = file
	gsub(/.*\/|\.tsv$/, "", fact)
	facts[fact] = 1
	next
}

# The words of a text in lower case, with one blank between, slots as `slot`.
function blanked(text, slot) {
	gsub(/\{[^}]*\}/, slot, text)
	text = tolower(text)
	gsub(/[^a-z_]+/, " ", text)
	gsub(/^ | $/, "", text)
	return text
}

# The words that two texts share over the words that either has.
function likeness(a, b,    n, i, word, in_a, in_b, shared, all) {
	n = split(a, word, " ")
	for (i = 1; i <= n; i++)
		all += !in_a[word[i]]++
	n = split(b, word, " ")
	for (i = 1; i <= n; i++)
		if (!in_b[word[i]]++) {
			shared += word[i] in in_a
			all += !(word[i] in in_a)
		}
	return shared / all
}

function is_near(a, b) {
	return likeness(words[a], words[b]) >= 0.5
}

# Compares the rows first..rows of a task, which stand in the order of their
# sets.
function compare(first,    i, j) {
	for (i = first; i <= rows; i++)
		for (j = first; j < i; j++)
			if (set[i] != set[j] && is_near(i, j))
				print "near: " fact " " at[i] ": " text[i] " / " text[j]
}

{
	if (task != fact " " $1) {
		task = fact " " $1
		first = rows + 1
	}
	rows++
	set[rows] = $2
	at[rows] = $1 " " $2
	text[rows] = $3
	words[rows] = blanked($3, " ")
	plain[rows] = fact " " blanked($3, "_")
	if (plain[rows] in seen)
		print "twice: " fact " " at[rows] ": " $3
	seen[plain[rows]] = 1
	tasks[fact, $1] = 1
	if (++count[fact, $1, $2] == 3 && $2 == "test")
		compare(first)
	if ($2 == "train") {
		trained[fact " " blanked($4, "_")] = 1
		trained[fact " " blanked($5, "_")] = 1
	}
	n = split(words[rows], word, " ")
	for (i = 1; i <= n; i++)
		if ($2 == "train")
			train[fact, word[i]] = 1
		else if ($2 == "eval" && !(word[i] in stop))
			eval[fact, word[i]] = $1 ": " $3
}
END {
	for (key in tasks) {
		split(key, part, SUBSEP)
		if (count[key, "train"] != 6 || count[key, "eval"] != 3 ||
			count[key, "test"] != 3)
			print "count: " part[1] " " part[2]
	}
	for (fact in facts) {
		if (!((fact, "open") in tasks) || !((fact, "cloze") in tasks) ||
			((fact, "choice") in tasks) == \
			(fact ~ /^(name|birth_date|email|phone)$/))
			print "tasks: " fact
	}
	for (i = 1; i <= rows; i++)
		if (set[i] != "train" && plain[i] in trained)
			print "trained: " at[i] ": " text[i]
	for (key in eval)
		if (!(key in train)) {
			split(key, part, SUBSEP)
			print "word: " part[1] ": " part[2] " in " eval[key]
		}
}
