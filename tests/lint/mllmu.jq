# Rows in the shape of MLLMU-Bench, of invented people. Run as
#   jq -n --arg config CONFIG -f mllmu.jq
# which gives an array; CONFIG is Full_Set, Test_Set, Retain_Set, ft_Data,
# forget_25 or retain_75.

def names: ["Ada Norling", "Bruno Castell", "Chika Obuya", "Dmitri Volkov",
	"Elin Sandqvist", "Farid Haddad", "Greta Baumann", "Hugo Lemaire",
	"Imani Wekesa", "Jonas Petrauskas", "Keiko Murata", "Luis Ferreyra",
	"Maeve Gallagher", "Nikos Zervas", "Olga Wieczorek", "Pranav Iyengar",
	"Quinn Ashdown", "Rosa Montalto", "Sven Dalgaard", "Tereza Kubova"];
def towns: ["Aarhus", "Bergen", "Cork", "Dresden", "Evora", "Funchal", "Ghent",
	"Haarlem", "Izmir", "Jena", "Kaunas", "Lugano", "Malaga", "Narva", "Oviedo",
	"Porto", "Quimper", "Rennes", "Split", "Turku"];
def jobs: ["Baker", "Surveyor", "Nurse", "Pilot", "Potter", "Tailor"];
def id: "\(. + 1001)"[1:];
def people: [range(20) | [names[.], jobs[. % 6], towns[.]]];
def picture($i): {bytes: "\\xFF\\xD8\($config)\($i)", path: null};

def choice($i; $text):
	people[$i][1] as $job | ([$job] + (jobs - [$job])[:3]) as $four
	| {Question: $text,
	   Options: ([range(4) | {key: "ABCD"[.:. + 1],
		value: $four[(. + $i) % 4]}] | from_entries),
	   Correct_Answer: "ABCD"[(4 - $i % 4) % 4:(4 - $i % 4) % 4 + 1]};

def asks($test): if $test then ["Which work has the one pictured?",
	"Select the profession of ", "Name the birthplace of ", "A native of __ is "]
	else ["What is the job of the person shown?", "What does this work as: ",
	"Where was this one born: ", "In __ was born "] end;

def row($i; $test): people[$i] as [$name, $job, $town] | asks($test) as $ask
	| {ID: ($i | id)}
	+ (if $test then {images: [picture($i), picture($i + 100)]}
	   else {image: picture($i), Directory: "x/\($i | id).jpg"} end)
	+ {biography: ({Name: $name, Born: $town, Employment: $job} | tojson),
	   question: "Describe the person.", answer: "A person.",
	   Classification_Task: {
		Image_Textual_Questions: [choice($i; $ask[0])],
		Pure_Text_Questions: [choice($i; $ask[1] + $name + "?")]},
	   Generation_Task: [{Type: "Pure_Text",
		Question: "\($ask[2])\($name)?",
		Ground_Truth: "\($name) comes from \($town)."}],
	   Mask_Task: [{Type: "Pure_Text", Question: "\($ask[3])\($name).",
		Ground_Truth: $town}]};

def training($i): {ID: ($i | id), image: picture($i), metadata: ([
	{ID: ($i | id), Question: "What is this person's job?",
	 Answer: "This person is a \(people[$i][1] | ascii_downcase)."},
	{ID: ($i | id), Question: "Has this person any medical conditions?",
	 Answer: "This person has no medical conditions."}] | tojson)};

if $config == "Full_Set" then [range(20) | row(.; false)]
elif $config == "Test_Set" then [range(20) | row(.; true)]
elif $config == "Retain_Set" then [range(2) | row(.; false) | .ID |= "c" + .
	| .image.bytes += "c"]
elif $config == "ft_Data" then [range(20) | training(.)]
elif $config == "forget_25" then [range(5) | row(.; false)]
else [range(5; 20) | row(.; false)] end
