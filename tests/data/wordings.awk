# Are the wordings what palimpsest-templates(5) says? Reads
#
#	kind=stop STOPWORDS kind=texts templates/questions/FACT.tsv...
#
# and prints: a fact and task without 6 train, 3 eval and 3 test texts; a text
# that is another's once slots are blanked; a word of an eval text that no train
# text of the fact has, but for the words of the stop list.
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
{
	text = $3
	gsub(/\{[^}]*\}/, "_", text)
	plain = tolower(text)
	gsub(/[^a-z_]+/, " ", plain)
	if ((fact, plain) in seen)
		print "twice: " fact " " $1 " " $2 ": " $3
	seen[fact, plain] = 1
	tasks[fact, $1] = 1
	rows[fact, $1, $2]++
	if ($2 == "test")
		next
	gsub(/_/, " ", plain)
	n = split(plain, word, " ")
	for (i = 1; i <= n; i++)
		if ($2 == "train")
			train[fact, word[i]] = 1
		else if (!(word[i] in stop))
			eval[fact, word[i]] = $1 ": " $3
}
END {
	for (key in tasks) {
		split(key, part, SUBSEP)
		if (rows[key, "train"] != 6 || rows[key, "eval"] != 3 ||
			rows[key, "test"] != 3)
			print "count: " part[1] " " part[2]
	}
	for (fact in facts) {
		if (!((fact, "open") in tasks) || !((fact, "cloze") in tasks) ||
			((fact, "choice") in tasks) == \
			(fact ~ /^(name|birth_date|email|phone)$/))
			print "tasks: " fact
	}
	for (key in eval)
		if (!(key in train)) {
			split(key, part, SUBSEP)
			print "word: " part[1] ": " part[2] " in " eval[key]
		}
}
