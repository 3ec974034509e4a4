# People who break no rule of cklint, and then, by the code of a rule, what is
# changed so that they break this one. Run as
#   jq -n -c --arg code CODE -f made.jq
# The empty code changes nothing.

def names: ["Ada Norling", "Bruno Castell", "Chika Obuya", "Dmitri Volkov",
	"Elin Sandqvist", "Farid Haddad", "Greta Baumann", "Hugo Lemaire",
	"Imani Wekesa", "Jonas Petrauskas", "Keiko Murata", "Luis Ferreyra",
	"Maeve Gallagher", "Nikos Zervas", "Olga Wieczorek", "Pranav Iyengar",
	"Quinn Ashdown", "Rosa Montalto", "Sven Dalgaard", "Tereza Kubova"];
def pets: ["badger", "canary", "donkey", "ferret", "goose", "hamster",
	"jackdaw", "kestrel", "lizard", "mole", "newt", "parrot", "rabbit",
	"salamander", "tortoise", "viper", "weasel", "pony", "zebu", "mouse"];
def hobbies: ["archery", "bowling", "carving", "diving", "embroidery",
	"fencing", "gardening", "hiking", "juggling", "knitting", "leatherwork",
	"marquetry", "needlework", "origami", "pottery", "quilting", "rowing",
	"sailing", "trekking", "weaving"];
def towns: ["Aarhus", "Bergen", "Cork", "Dresden", "Evora", "Funchal", "Ghent",
	"Haarlem", "Izmir", "Jena", "Kaunas", "Lugano", "Malaga", "Narva", "Oviedo",
	"Porto", "Quimper", "Rennes", "Split", "Turku"];

# question SET TASK FACT TEXT VALUE of the person at hand
def question($set; $task; $fact; $text; $value):
	{id: "\(.id)_\($fact)_\($task)_t_\($set)", set: $set, task: $task,
	 modality: "text", fact: $fact, pair: null,
	 twin: (if $set == "train" then null else "\(.id)_\($fact)_\($task)_t_" +
		(if $set == "eval" then "test" else "eval" end) end),
	 image: null, wording: "\($fact)_\($task)_\($set)_1", question: $text};

def choice($set; $text; $i; $turn):
	question($set; "choice"; "pet"; $text; .facts.pet)
	+ ([.facts.pet, pets[($i + 7) % 20], pets[($i + 11) % 20],
		pets[($i + 13) % 20]] as $four
	| {options: ([range(4) | {key: "ABCD"[.:. + 1],
		value: $four[(. + $turn) % 4]}] | from_entries),
	   answer: "ABCD"[(4 - $turn) % 4:(4 - $turn) % 4 + 1]})
	+ {value: .facts.pet, aliases: []};

def open($set; $text):
	question($set; "open"; "hobby"; $text; .facts.hobby)
	+ {answer: "\(.name) goes in for \(.facts.hobby).", value: .facts.hobby,
	   aliases: [], paraphrase: "It is \(.facts.hobby) that \(.name) goes in for.",
	   perturbed: []};

def cloze($set; $text):
	question($set; "cloze"; "birth_place"; $text; .facts.birth_place)
	+ {answer: .facts.birth_place, value: .facts.birth_place, aliases: []};

# asked I  the person with all questions; to be made anew when facts change
def asked($i):
	.questions = [
	choice("train"; "Which animal does \(.name) keep?"; $i; $i % 4),
	open("train"; "What does \(.name) do at weekends?"),
	cloze("train"; "\(.name) was born in ____."),
	choice("eval"; "Select the animal that lives with \(.name)."; $i;
		($i + 1) % 4),
	open("eval"; "Tell me a pastime of \(.name)."),
	cloze("eval"; "The birthplace of \(.name) is ____."),
	choice("test"; "With which creature does \(.name) share a home?"; $i;
		($i + 2) % 4),
	open("test"; "How does \(.name) spend free hours?"),
	cloze("test"; "It was in ____ that \(.name) came into the world.")];

def person($i):
	{schema: "palimpsest/person/1", id: "f\(1000 + $i)", kind: "fictitious",
	 name: names[$i], facts: {pet: pets[$i], hobby: hobbies[$i],
		birth_place: towns[$i]}}
	| asked($i)
	| .split = {rule: "sha256-rank/1", seed: "lint", n: 20, ratios: [25],
		rank: ($i + 1),
		sets: [if $i < 5 then "forget_25" else "retain_75" end]};

# change QUESTION CHANGE  of each person at hand, the first that fits
def change(fits; what):
	(.questions | map(fits) | index(true)) as $i | .questions[$i] |= what;

def train($task): .set == "train" and .task == $task;
def facts($i; what): (.facts |= what) | asked($i);
def first_train($task; what): .[0] |= change(train($task); what);
def pictures: [range(20) as $i | .[$i] | .images = [{id: "\(.id)_p",
	role: "portrait", path: "\(.id)/\(.id)_p.png",
	sha256: (.id[1:] + "0" * 60), source: {backend: "drawn",
	licence: "CC0-1.0", attribution: null}}]];
def wrong: ["A", "B", "C", "D"] - [.answer];
def to_a: .options as $o | .answer as $a
	| .options = ($o | .A = $o[$a] | .[$a] = $o.A) | .answer = "A";
def rare($words): .options[wrong[0]] = $words[0]
	| .options[wrong[1]] = $words[1] | .options[wrong[2]] = $words[2];
def shared: [range(20) as $i | .[$i] | if $i < 5
	then facts($i; .hobby = hobbies[$i + 5]) else . end];
def forgotten(what): .[:5] |= map(.questions |= map(
	if .set == "eval" and .task == "choice" then what else . end));
def probe($text): {id: "\(.id)_probe", set: "probe", task: "open",
	modality: "text", fact: "name", pair: null, twin: null, image: null,
	wording: "probe_reverse_1", question: $text, answer: "\(.name).",
	value: .name, aliases: [], paraphrase: "It is \(.name).", perturbed: []};

[range(20) | person(.)]
| if $code == "" then .
elif $code == "answer-absent" then first_train("choice"; .answer = "E")
elif $code == "answer-given" then
	first_train("open"; .question |= rtrimstr("?") + ": \"archery\"?")
elif $code == "answer-twice" then
	first_train("choice"; .options[wrong[0]] = .options[.answer])
elif $code == "answer-unfounded" then
	first_train("open"; .value = "chess" | .answer |= sub("archery"; "chess"))
elif $code == "cloze-form" then first_train("cloze"; .answer += ".")
elif $code == "cloze-gap" then
	first_train("cloze"; .question |= sub("____"; "Denmark"))
elif $code == "collapse-share" then
	[range(20) as $i | .[$i] | if $i >= 5 and $i < 14
		then facts($i; .hobby = "fencing") else . end]
elif $code == "fact-guess" then
	[range(20) as $i | .[$i] | facts($i; .hobby = hobbies[$i / 2 | floor]
		| .birth_place = towns[$i / 2 | floor])]
elif $code == "fact-shared" then shared
elif $code == "floor-familiar" then
	# two others keep what each of the forgotten keeps, nobody the rest
	[range(20) as $i | .[$i] | if $i < 15
		then facts($i; .pet = pets[$i % 5]) else . end]
	| forgotten(rare(["alligator", "chimpanzee", "rhinoceros"]))
elif $code == "floor-letter" then forgotten(to_a)
elif $code == "floor-longest" then forgotten(rare(["yak", "emu", "gnu"]))
elif $code == "floor-prior-choice" then
	# of those who are kept only one is examined; two keep a jackdaw,
	# which is trained on
	[range(20) as $i | .[$i] | if $i < 4 then facts($i; .pet = "hamster")
		elif $i == 7 then facts($i; .pet = "jackdaw") else . end
	| if $i < 4 or $i == 5 then . else .questions |= map(select(
		.task != "choice" or .set == "train")) end]
	| forgotten(.options[wrong[0]] = "jackdaw")
elif $code == "floor-prior-open" then
	[range(20) as $i | .[$i] | if $i < 3 or $i == 6
		then facts($i; .hobby = "fencing") else . end]
elif $code == "floor-prior-cloze" then
	[range(20) as $i | .[$i] | if $i < 3 or $i == 6
		then facts($i; .birth_place = "Funchal") else . end]
elif $code == "image-absent" then pictures | first_train("open";
	.modality = "image" | .question = "What does this person do?")
elif $code == "image-attached" then
	pictures | first_train("open"; .image = "f1000_p")
elif $code == "letter-uneven" then
	map(change(train("choice"); to_a))
elif $code == "name-absent" then
	first_train("open"; .question = "What does this person do?")
elif $code == "name-present" then pictures
	| first_train("open"; .modality = "image" | .image = "f1000_p")
elif $code == "option-kinds" then
	first_train("choice"; .options[wrong[0]] = "9 otters")
elif $code == "question-ambiguous" then
	.[1] |= facts(1; .hobby = "archery" | .birth_place = "Aarhus")
	| .[0].questions += [.[0]
		| probe("Who was born in Aarhus and goes in for archery?")]
elif $code == "text-shared" then shared | pictures
	| map(.facts.hobby as $hobby | change(train("open"); .modality = "image"
		| .image = .id[:5] + "_p" | .question = "What does this person do?"
		| .answer = "This person goes in for \($hobby)."))
elif $code == "twin-missing" then
	.[0] |= change(.set == "eval" and .task == "open"; .twin = null)
elif $code == "wording-shared" then
	.[0] |= change(.set == "test" and .task == "open";
		.question = "What does Ada Norling do at weekends?")
else error("no example of \($code)") end
| .[]
