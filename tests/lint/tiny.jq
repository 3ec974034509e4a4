# Six people, two of them to forget, whose floors can be worked out by hand.
# Run as jq -n -c -f tiny.jq

def people: [
	{id: "f1", name: "Ada Norling", pet: "cat", hobby: "chess", town: "Oslo",
	 options: ["cat", "dog", "emu", "ox"]},
	{id: "f2", name: "Bruno Castell", pet: "dog", hobby: "golf", town: "Rome",
	 options: ["cat", "dog", "gnu", "ox"]},
	{id: "r1", name: "Chika Obuya", pet: "cat", hobby: "chess", town: "Oslo",
	 options: ["cat", "dog", "emu", "ox"]},
	{id: "r2", name: "Dmitri Volkov", pet: "cat", hobby: "chess", town: "Oslo",
	 options: ["ox", "dog", "emu", "cat"]},
	{id: "r3", name: "Elin Sandqvist", pet: "dog", hobby: "darts", town: "Oslo",
	 options: ["dog", "gnu", "emu", "ox"]},
	{id: "r4", name: "Farid Haddad", pet: "emu", hobby: "darts", town: "Oslo",
	 options: ["ox", "gnu", "emu", "cat"]}];

def question($set; $task; $fact; $text):
	{id: "\(.id)_\($fact)_\($task)_\($set)", set: $set, task: $task,
	 modality: "text", fact: $fact, wording: "\($fact)_\($task)_\($set)",
	 question: "\($text) of \(.name)", value: .[$fact]};

def choice($set; $text):
	question($set; "choice"; "pet"; $text)
	+ {options: (.options | {A: .[0], B: .[1], C: .[2], D: .[3]}),
	   answer: (.pet as $pet | .options | index($pet) | "ABCD"[.:. + 1])};

people[]
| {schema: "palimpsest/person/1", id, kind: "fictitious", name,
   facts: {pet, hobby, town},
   questions: [
	choice("train"; "the pet"), choice("eval"; "an animal"),
	question("train"; "open"; "hobby"; "the hobby")
		+ {answer: "The hobby of somebody is \(.hobby)."},
	question("eval"; "open"; "hobby"; "a pastime")
		+ {answer: "\(.name) likes \(.hobby)."},
	question("train"; "cloze"; "town"; "____, the town") + {answer: .town},
	question("eval"; "cloze"; "town"; "____, the home") + {answer: .town},
	{id: "\(.id)_pet_open_i_train", set: "train", task: "open",
	 modality: "image", fact: "pet", wording: "pet_open_train",
	 image: "\(.id)_p", question: "What pet has this person?",
	 answer: "This person has the \(.pet).", value: .pet}],
   split: {sets: [if .id[:1] == "f" then "forget_33" else "retain_67" end]}}
