# Is a biography nothing but the person's facts, each once? Reads
#
#	kind=genders genders.tsv kind=months months.tsv kind=money currencies.tsv
#	kind=articles occupations.tsv health.tsv parents.tsv pets.tsv
#	kind=texts biography.tsv kind=people PEOPLE
#
# where PEOPLE is what facts.awk -v biography=1 prints. Every value found, behind
# its own article where the tables give one, is put back into its slot; what is
# left must be an order of biography.tsv, sentence by sentence, with the pronouns
# and verbs of the person's gender. Prints each fault as "fault: id: detail" and
# each order that was met as "# order N: times".
BEGIN { FS = "\t" }
/^#/ { next }
file != FILENAME { # the header
	file = FILENAME
	for (i = 1; i <= NF; i++) {
		name[i] = $i
		place[$i] = i
	}
	next
}
kind == "genders" {
	gender[++genders] = $1
	for (i = 2; i <= NF; i++)
		if (name[i] != "given") # lists of names; a slot is called so, too
			of[$1, name[i]] = $i
	next
}
kind == "months" { month[$1] = $2; next }
kind == "money" { plural[$1] = $2; next }
kind == "articles" { article[$1] = $2 == "-" ? "" : $2 " "; next }
kind == "texts" && $1 == "group" {
	if (index($3, ". "))
		print "two sentences in one text: biography.tsv: " $3
	for (i = 1; i <= genders; i++)
		group[gender[i], blanked($3, gender[i])] = \
			group[gender[i], blanked($3, gender[i])] " " $2 " "
	next
}
kind == "texts" {
	order[++orders] = $3
	next
}

function capital(word) { return toupper(substr(word, 1, 1)) substr(word, 2) }

# A text of biography.tsv for a gender, its facts left as slots.
function blanked(text, who,    slot, done, verb) {
	done = ""
	while (match(text, /\{[^}]*\}/)) {
		slot = substr(text, RSTART + 1, RLENGTH - 2)
		done = done substr(text, 1, RSTART - 1)
		text = substr(text, RSTART + RLENGTH)
		if (split(slot, verb, "/") == 2)
			slot = verb[of[who, "verb"] == "plural" ? 2 : 1]
		else if ((who, slot) in of)
			slot = of[who, slot]
		else if ((who, tolower(slot)) in of)
			slot = capital(of[who, tolower(slot)])
		else
			slot = "{" slot "}"
		done = done slot
	}
	return done text
}

function letter(c) { return c ~ /[A-Za-z0-9]/ || c >= "\200" }

# How often `part` stands in `text` as words of its own; `where` is the last
# such place.
function times(text, part,    from, at, n) {
	n = from = where = 0
	while ((at = index(substr(text, from + 1), part)) > 0) {
		from += at
		if (letter(substr(text, from - (from > 1), from > 1)) ||
			letter(substr(text, from + length(part), 1)))
			continue
		where = from
		n++
	}
	return n
}

function fault(what, detail) { print what ": " $(place["id"]) ": " detail }

# Puts `slot` where the value stands in the text, which must hold it once.
function put_back(slot, value,    n) {
	n = times(text, value)
	if (n != 1)
		fault("not once", slot " " n " times, " value)
	if (n == 0)
		return
	if (slot ~ /\|a/) {
		if (substr(text, where - length(article[value]), \
			length(article[value])) != article[value])
			fault("article", article[value] value)
		where -= length(article[value])
		value = article[value] value
	}
	text = substr(text, 1, where - 1) "{" slot "}" \
		substr(text, where + length(value))
}

function grouped(digits) {
	return length(digits) > 3 ? grouped(substr(digits, 1, length(digits) - 3)) \
		"," substr(digits, length(digits) - 2) : digits
}

# The number of the order that the sentences follow, or 0.
function follows(who, sentence, sentences,    o, i, want, n) {
	for (o = 1; o <= orders; o++) {
		n = split(order[o], want, " ")
		for (i = 1; n == sentences && i <= n; i++)
			if (!index(group[who, sentence[i]], " " want[i] " "))
				break
		if (n == sentences && i > n)
			return o
	}
	return 0
}

{
	text = $(place["biography"])
	who = $(place["gender"])
	words = split(text, word, " ")
	if (words < 80 || words > 160)
		fault("length", words " words")
	least = least == "" || words < least ? words : least
	most = words > most ? words : most
	if (text ~ /  |[{}]|^ | $|\.\.|,,| [.,;]/)
		fault("untidy", text)
	if (text ~ / (a|an) (a|an) /)
		fault("two articles", text)
	if (text ~ / an [bcdfgjklmnpqrstvwxyzBCDFGJKLMNPQRSTVWXYZ]/ ||
		text ~ / a [aeioAEIO]/)
		fault("article", text)
	if (index(text, $(place["email"])) || index(text, $(place["phone"])) ||
		text ~ /@|555/)
		fault("contact", text)
	if (of[who, "verb"] == "plural" &&
		text ~ /[Tt]hey (themself )?(is|was|has|[a-z]+[^s]s) /)
		fault("verb", text)
	if (of[who, "verb"] == "singular" && text ~ \
		/ ([Ss]?[Hh]e) (themself )?(are|were|have|live|work|earn|keep|like) /)
		fault("verb", text)
	split($(place["birth_date"]), date, "-")
	put_back("name", $(place["name"]))
	while (times(text, $(place["given"])))
		text = substr(text, 1, where - 1) "{given}" \
			substr(text, where + length($(place["given"])))
	put_back("birth_date", date[3] + 0 " " month[date[2]] " " date[1])
	put_back("birth_place", $(place["birth_place"]))
	put_back("residence", $(place["residence"]))
	put_back("occupation|a", $(place["occupation"]))
	put_back("employer", $(place["employer"]))
	put_back("education", $(place["education"]))
	put_back("income", grouped($(place["amount"])) " " \
		plural[$(place["currency"])] " a year")
	put_back("height_cm", $(place["height_cm"]) " cm")
	put_back("health|a", $(place["health"]))
	put_back("father_occupation|a", $(place["father_occupation"]))
	put_back("mother_occupation|a", $(place["mother_occupation"]))
	put_back("hobby", $(place["hobby"]))
	put_back("pet|a", $(place["pet"]))
	put_back("favourite_food", $(place["favourite_food"]))
	put_back("favourite_place", $(place["favourite_place"]))
	gsub(/\. /, ".\n", text)
	o = follows(who, sentence, split(text, sentence, "\n"))
	if (o == 0)
		fault("other words", text)
	met[o]++
}
END {
	for (o = 1; o <= orders; o++)
		print "# order " o ": " met[o] + 0 " times"
	print "# " least " to " most " words"
}
