# Are questions what palimpsest-person(5) says? Reads
#
#	kind=values VALUES kind=questions QUESTIONS
#
# VALUES: fact, a value as it is spoken; QUESTIONS: the rows of questions.jq, a
# person's together. Prints each fault as "fault: question: detail".
BEGIN {
	FS = OFS = "\t"
	n = split("person kind name id set task modality fact pair twin image " \
		"wording question A B C D answer value aliases paraphrase answers " \
		"values role pictures members", name, " ")
	for (i = 1; i <= n; i++)
		place[name[i]] = i
	split("A B C D", letter, " ")
	head = "id,set,task,modality,fact,pair,twin,image,wording,question,"
	members["choice"] = head "options,answer,value,aliases"
	members["cloze"] = head "answer,value,aliases"
	members["open"] = head "answer,value,aliases,paraphrase,perturbed"
}
kind == "values" {
	spoken[$1, $2] = 1
	next
}

function at(column) { return $(place[column]) }
function fault(what, detail) { print what ": " at("id") ": " detail }
function is_letter(c) { return c ~ /[a-z0-9]/ || c >= "\200" }

# Does part stand in text, as words of its own, whatever the case?
function holds(text, part,    from, found) {
	text = tolower(text)
	part = tolower(part)
	from = 0
	while ((found = index(substr(text, from + 1), part)) > 0) {
		from += found
		if (!is_letter(substr(text, from - (from > 1), from > 1)) &&
			!is_letter(substr(text, from + length(part), 1)))
			return 1
	}
	return 0
}

# Is the text the value or one of its other spellings?
function is_value(text) {
	return text == at("value") || index("|" at("aliases") "|", "|" text "|")
}

function holds_value(text,    spelling, spellings, i) {
	spellings = split(at("aliases"), spelling, "|")
	spelling[++spellings] = at("value")
	for (i = 1; i <= spellings; i++)
		if (holds(text, spelling[i]))
			return 1
	return 0
}

function check_question(    given, gaps) {
	if (at("id") !~ /^[a-z0-9_]+$/ || length(at("id")) > 96 || at("id") in ids)
		fault("id", "not an id, or there already")
	ids[at("id")] = 1
	if (at("members") != members[at("task")])
		fault("members", at("members"))
	if (at("wording") !~ "^probe_" && at("wording") !~ "^" at("fact") "_" \
		at("task") "_" (at("set") == "base" ? "train" : at("set")) "_[0-9]+$")
		fault("wording", at("wording"))
	if (at("fact") == "gender" || at("question") ~ /[Gg]ender/)
		fault("gender", at("question"))
	given = at("name")
	sub(/ .*/, "", given)
	if (at("set") == "probe") { # an e-mail address holds the name in its way
		if (holds(at("question"), at("name")))
			fault("named", at("question"))
	} else if (at("modality") == "image") {
		if (holds(at("question"), given))
			fault("named", at("question"))
	} else if (!holds(at("question"), at("name")))
		fault("nameless", at("question"))
	if (holds_value(at("question")))
		fault("given away", at("question"))
	if (at("question") ~ /  |[{}]|^ | $| ,| \.$/ || at("question") == "")
		fault("untidy", at("question"))
	gaps = gsub(/____/, "&", $(place["question"]))
	if (gaps != (at("task") == "cloze") || at("question") ~ /_____/)
		fault("gaps", at("question"))
}

function check_picture(    set, role) {
	set = at("set")
	role = at("role")
	if (at("modality") == "text") {
		if (at("image") != "-")
			fault("picture", "a text question has one")
	} else if (role != (set == "test" ? "view" : "portrait") &&
		!(role == "train_view" && (set == "train" || set == "base")))
		fault("picture", set " question of a picture: " role)
}

function check_choice(    i, j, right) {
	if (at("fact") ~ /^(name|birth_date|email|phone)$/)
		fault("unique", "asked as a choice")
	for (i = 1; i <= 4; i++) {
		if (!((at("fact"), at(letter[i])) in spoken))
			fault("option", at(letter[i]) " is in no table")
		for (j = 1; j < i; j++)
			if (at(letter[i]) == at(letter[j]))
				fault("options", at(letter[i]) " twice")
		right += is_value(at(letter[i]))
	}
	if (right != 1 || at("answer") !~ /^[ABCD]$/ || !is_value(at(at("answer"))))
		fault("right", right " options are right")
}

function check_open(    answer, value, n, i, j) {
	if (!holds_value(at("answer")) || !holds_value(at("paraphrase")) ||
		at("answer") !~ /^[^a-z].*\.$/ || at("paraphrase") !~ /^[^a-z].*\.$/)
		fault("sentence", at("answer") " / " at("paraphrase"))
	if (at("answer") == at("paraphrase"))
		fault("paraphrase", at("answer"))
	if (at("modality") == "image" && at("fact") != "name" &&
		holds(at("answer") " " at("paraphrase"), at("name")))
		fault("named", at("answer") " / " at("paraphrase"))
	n = split(at("values"), value, "|")
	if (n != 5 || split(at("answers"), answer, "|") != 5)
		fault("perturbed", n " values")
	for (i = 1; i <= n; i++) {
		if (is_value(value[i]) || answer[i] == at("answer"))
			fault("perturbed", "right: " answer[i])
		for (j = 1; j < i; j++)
			if (value[i] == value[j] || answer[i] == answer[j])
				fault("perturbed", "twice: " answer[i])
	}
}

# What must be so for a person as a whole.
function forget(    i) {
	for (i in row)
		delete row[i]
	for (i in count)
		delete count[i]
	questions = 0
}

function expect(what, found, least, most) {
	if (found + 0 < least || found + 0 > most)
		print "count: " person ": " found + 0 " " what
}

function field(q, column,    part) {
	split(row[q], part, "\t")
	return part[place[column]]
}

# The four options in one order.
function option_set(q,    part, i, j, swap) {
	for (i = 1; i <= 4; i++)
		part[i] = field(q, letter[i])
	for (i = 2; i <= 4; i++)
		for (j = i; j > 1 && part[j] < part[j - 1]; j--) {
			swap = part[j]
			part[j] = part[j - 1]
			part[j - 1] = swap
		}
	return part[1] "|" part[2] "|" part[3] "|" part[4]
}

# Is the other question there, does it point back, does it ask the same?
function check_other(q, what,    other) {
	other = field(q, what)
	if (other == "-")
		return
	if (!(other in row) || field(other, what) != q ||
		field(other, "task") != field(q, "task") ||
		field(other, "fact") != field(q, "fact") ||
		(field(other, "modality") == field(q, "modality")) == (what == "pair") ||
		(field(other, "set") == field(q, "set")) != (what == "pair"))
		print what ": " q ": " other
	else if (field(q, "task") == "choice" && option_set(q) != option_set(other))
		print "other options: " q ": " other
	if (what == "twin" && field(q, "set") field(other, "set") !~ /eval|test/)
		print what ": " q ": " other
}

function check_set(set,    i, many) {
	many = pictures > 0
	expect(set " text choice", count[set, "text", "choice"], 5, 5)
	expect(set " text open", count[set, "text", "open"], 2, 2)
	expect(set " text cloze", count[set, "text", "cloze"], 2, 2)
	expect(set " image choice", count[set, "image", "choice"], 5 * many, 5 * many)
	expect(set " image open", count[set, "image", "open"], 2 * many, 2 * many)
	expect(set " image cloze", count[set, "image", "cloze"], 2 * many, 2 * many)
	expect(set " facts in text", count[set, "text facts"], 9, 9)
	expect(set " names", count[set, "names"], many, many)
	expect(set " unpaired text", count[set, "text", "lone"], many ? 1 : 9, \
		many ? 1 : 9)
	expect(set " unpaired image", count[set, "image", "lone"], many, many)
	for (i = 1; i <= 4; i++)
		expect(set " right " letter[i], count[set, letter[i]], 1 + many, 2 + many)
}

function check_person(    q, test, train, base) {
	if (questions == 0)
		return
	for (q in row) {
		check_other(q, "pair")
		check_other(q, "twin")
	}
	test = count["test"]
	train = count["train"]
	base = count["base"]
	if (who != "auxiliary")
		check_set("eval")
	if (who == "fictitious" || who == "stranger")
		check_set("test")
	else
		expect("test questions", test, 0, 0)
	expect("twins", count["twins"], test * 2, test * 2)
	# At 14 facts in three tasks; all are asked in every modality.
	if (who == "fictitious")
		expect("train questions", train, pictures ? 85 : 42, 190)
	else
		expect("train questions", train, 0, 0)
	if (who == "auxiliary")
		expect("base questions", base, pictures ? 85 : 42, 190)
	else
		expect("base questions", base, 0, 0)
	expect("questions", questions, test + train + base + count["probe"] + \
		count["eval"], test + train + base + count["probe"] + count["eval"])
	people++
	forget()
}

at("person") != person {
	check_person()
	person = at("person")
	who = at("kind")
	pictures = at("pictures")
}
{
	check_question()
	check_picture()
	if (at("task") == "choice")
		check_choice()
	else if (at("task") == "cloze" && !is_value(at("answer")))
		fault("cloze", at("answer") " is not " at("value"))
	else if (at("task") == "open")
		check_open()
	row[at("id")] = $0
	questions++
	set = at("set")
	count[set]++
	count[set, at("modality"), at("task")]++
	count[set, "names"] += at("fact") == "name"
	count["twins"] += at("twin") != "-"
	count[set, at("modality"), "lone"] += at("pair") == "-"
	if (at("modality") == "text" && !count[set, "asked", at("fact")]++)
		count[set, "text facts"]++
	if (at("task") == "choice")
		count[set, at("answer")]++
	total[at("set"), at("task")]++
}
END {
	check_person()
	print "# people " people + 0
}
