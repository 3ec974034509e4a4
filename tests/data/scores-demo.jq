# Scores files as mlscore writes them, with made-up numbers: five methods, some
# at several steps, vanilla and gold. Usage: jq -n --argjson percent 5 \
#   [--argjson images false] -f scores-demo.jq
($ARGS.named.images != false) as $images |
("0" * (2 - ($percent | tostring | length)) // "") as $zero |
"\($zero)\($percent)" as $p |

def round9: if . == null then null else . * 1e9 | round / 1e9 end;
def clamp: if . < 0 then 0 elif . > 1 then 1 else . end;

# A small difference that depends on all that names a number.
def wobble($name): ($name | explode | reduce .[] as $c (7;
	(. * 31 + $c) % 1009)) / 1009 - 0.5;

def people($set):
	(500 * $percent / 100) as $n
	| if $set | test("^(forget|test)") then $n
	  elif $set | test("^retain") then 500 - $n
	  elif $set == "real" then 153 else 100 end;
def per_person($task): {choice: 5, open: 2, cloze: 2}[$task];
def scale($task; $modality):
	{choice: 1, open: 0.85, cloze: 0.75}[$task]
	* (if $modality == "image" then 0.9 else 1 end);
def floor_of($task): {choice: 0.25, open: 0.05, cloze: 0.04}[$task];

def methods: [
	{name: "vanilla", role: "vanilla", forget: 0.93, keep: 0.93},
	{name: "gold", role: "gold", forget: 0.05, keep: 0.92},
	{name: "ga", role: "unlearned", forget: 0.22, keep: 0.36,
	 steps: [50, 100, 200]},
	{name: "graddiff", role: "unlearned", forget: 0.31, keep: 0.52},
	{name: "kl", role: "unlearned", forget: 0.66, keep: 0.8},
	{name: "npo", role: "unlearned", forget: 0.27, keep: 0.74,
	 steps: [50, 100, 200]},
	{name: "prompting", role: "unlearned", forget: 0.52, keep: 0.63}];

def runs: [methods[]
	| if .steps then . as $m | .steps[]
	  | . as $step | (. / 200) as $share
	  | $m + {name: "\($m.name)@\($step)", method: $m.name, step: $step,
	      forget: (0.93 + ($m.forget - 0.93) * $share),
	      keep: (0.93 + ($m.keep - 0.93) * $share * $share)}
	  else . + {method: (if .role == "unlearned" then .name else null end),
	            step: null} end];

def sets: ["forget_\($p)", "test_\($p)", "retain_\(100 - $percent)", "real",
	"stranger"];

# What a run knows of a set: 0 for nothing but floors, 1 for all.
def known($run; $set):
	(($percent - 5) / 100) as $harder
	| if $set | test("^forget") then $run.forget + $harder * 0.5
	  elif $set | test("^test") then $run.forget * 0.9 + 0.03
	  elif $set | test("^retain") then $run.keep - $harder
	  elif $set == "real" then 0.35 + $run.keep * 0.4 - $harder
	  else 0.02 end;

def figure($run; $set; $task; $modality; $slice; $metric):
	floor_of($task) as $floor
	| people($set) as $n
	| (if $slice == "all" then 1 elif $slice == "shared" then 0.7
	   elif $slice == "unique" then 0.3 elif $slice == "name" then 0.1
	   else 0.2 end) as $part
	| ($n * per_person($task) * $part | floor) as $d
	| ({accuracy: 1, value: 1, likelihood: 1.03, exact: 0.55, rougeL: 1,
	    bleu: 0.6}[$metric]) as $f
	| (($floor + known($run; $set) * (scale($task; $modality) - $floor)) * $f
	   + (if $metric == "rougeL" then 0.35 * (1 - known($run; $set)) else 0 end)
	   + 0.05 * wobble("\($run.name)\($set)\($task)\($modality)\($metric)")
	   | clamp) as $v
	| (if $metric == "rougeL" or $metric == "bleu" then $v * $d
	   else $v * $d | round end) as $numerator
	| ($numerator / $d) as $value
	| ([$value * (1 - $value), 0.004] | max / $n | sqrt * 1.2) as $sd
	| {numerator: ($numerator | round9), denominator: $d,
	   value: ($value | round9), low: ($value - 1.96 * $sd | clamp | round9),
	   high: ($value + 1.96 * $sd | clamp | round9)};

def floors($set; $task; $metric):
	if $metric == "accuracy" or $metric == "value" then
	{chance: (if $task == "choice" then 0.25 else null end),
	 prior: (floor_of($task) + 0.03 * wobble($set + $task) | clamp | round9),
	 familiar: (if $task == "choice"
	   then 0.29 + 0.03 * wobble($set) | round9 else null end)}
	else {chance: null, prior: null, familiar: null} end;

def metrics($task): {choice: ["accuracy", "likelihood"],
	open: ["value", "exact", "rougeL", "bleu"], cloze: ["accuracy"]}[$task];

def pooled: # the text cell and the image cell as one
	{numerator: null, denominator: null,
	 value: ((.[0].value + .[1].value) / 2 | round9),
	 low: ((.[0].low + .[1].low) / 2 + 0.008 | round9),
	 high: ((.[0].high + .[1].high) / 2 - 0.008 | clamp | round9)};

def cells($run): [sets[] as $set
	| ("choice", "open", "cloze") as $task
	| metrics($task)[] as $metric
	| ("all", "shared", "unique", "neighbour", "name") as $slice
	| select($slice == "all" or ($metric == metrics($task)[0] and
		($slice == "shared" or ($slice == "unique" and $task != "choice")
		 or ($slice == "neighbour" and ($set | test("^retain"))))))
	| (if $images then "text", "image", "both" else "text" end) as $modality
	| figure($run; $set; $task; "text"; $slice; $metric) as $text
	| figure($run; $set; $task; "image"; $slice; $metric) as $image
	| figure({name: "strangers", forget: 0.02, keep: 0.02}; "stranger"; $task;
		"text"; "all"; $metric) as $nobody
	| {set: $set, task: $task, modality: $modality, slice: $slice,
	   metric: $metric}
	  + (if $modality == "text" then $text elif $modality == "image" then $image
	     else [$text, $image] | pooled end)
	  + floors($set; $task; $metric)
	  + {strangers: (if $set == "stranger" then null else $nobody.value end),
	     complete: ($run.name != "kl" or $set != "real")}];

def value_of($run; $set; $task; $modality):
	figure($run; $set; $task; $modality; "all"; metrics($task)[0]).value;

def harmonic: if any(. == null) then null elif any(. == 0) then 0
	else length / (map(1 / .) | add) end;

def parts($run): [("F", "T", "R", "C") as $part
	| ("choice", "open", "cloze") as $task
	| (if $images then "text", "image" else "text" end) as $modality
	| ({F: 0, T: 1, R: 2, C: 3}[$part]) as $at | sets[$at] as $set
	| value_of($run; $set; $task; $modality) as $u
	| value_of(methods[0]; $set; $task; $modality) as $v
	| value_of(methods[1]; $set; $task; $modality) as $g
	| value_of(methods[1]; "stranger"; $task; $modality) as $s
	| (if $part == "F" or $part == "T" then $v - $g else $g - $s end) as $room
	| ($room > 0.1 and ($task != "cloze" or $part != "C")) as $measurable
	| {part: $part, task: $task, modality: $modality,
	   value: (if $measurable | not then null
	     elif $part == "F" or $part == "T"
	     then 1 - ([1, ($u - $g | fabs) / $room] | min) | round9
	     else 1 - ([1, ([0, $g - $u] | max) / $room] | min) | round9 end),
	   measurable: $measurable,
	   why: (if $measurable then null else
	     "gold is not 10 points above strangers" end),
	   unlearned: $u, vanilla: $v, gold: $g, strangers: $s,
	   over: (if $part == "F" and $g > $u then $g - $u | round9
	     else null end)}];

def score($parts; $run):
	def pool($part): [$parts[] | select(.part == $part and .measurable) | .value]
		| if length == 0 then null else add / length | round9 end;
	[pool("F"), pool("T"), pool("R"), pool("C")] as [$f, $t, $r, $c]
	| if $run.role != "unlearned" then
		{name: "J(F,T,R,C)", value: null,
		 why: "it is what others are compared with", F: null, T: null,
		 R: null, C: null}
	  else {name: "J(F,T,R,C)",
		value: ([$f, $t, $r, $c] | harmonic | round9), why: null,
		F: $f, T: $t, R: $r, C: $c} end;

def replies($run): [sets[] as $set
	| ("choice", "open", "cloze") as $task
	| (if $images then "text", "image" else "text" end) as $modality
	| figure($run; $set; $task; $modality; "all"; metrics($task)[0]) as $f
	| ($f.denominator - $f.numerator) as $rest
	| (if $run.name == "prompting" then 0.8 elif $run.role == "unlearned"
	   then 0.15 else 0.02 end * $rest | floor) as $refused
	| (if $run.name == "ga@200" then 0.5 else 0 end * $rest | floor) as $broken
	| (if $task == "choice" then 0.05 else 0 end * $rest | floor) as $unread
	| (if $run.role == "unlearned" then 0.04 else 0 end * $rest | floor) as $empty
	| {set: $set, task: $task, modality: $modality, asked: $f.denominator,
	   answered: ($f.denominator - (if $run.name == "kl" and $set == "real"
	     then 3 else 0 end)), right: $f.numerator,
	   wrong: ($rest - $refused - $broken - $unread - $empty
	     - (if $run.name == "kl" and $set == "real" then 3 else 0 end)
	     | [., 0] | max),
	   refused: $refused, empty: $empty, unparsable: $unread,
	   broken: $broken}];

def signals($run): if $run.name == "ga@200" then
	[{code: "broken-language", text: "Half of the wrong replies on the forget set are no language: they repeat themselves."}]
	elif $run.name == "kl" then
	[{code: "forgot-nobody", text: "The forget set is answered hardly worse than by the model before unlearning."}]
	else [] end;

def measures($run): [
	{name: "truth_ratio_tofu", set: "forget_\($p)",
	 value: (0.4 + 0.4 * (1 - $run.forget) | round9), n: (people("forget_\($p)") * 4),
	 low: (0.36 + 0.4 * (1 - $run.forget) | round9),
	 high: (0.44 + 0.4 * (1 - $run.forget) | round9)},
	{name: "pebench_efficacy", set: "forget_\($p)",
	 value: (1 - $run.forget | round9), n: (people("forget_\($p)")),
	 low: null, high: null},
	{name: "extraction_strength", set: "forget_\($p)",
	 value: (0.6 * $run.forget | round9), n: (people("forget_\($p)") * 4),
	 low: null, high: null}];

def model: {name: "demo-7b", reported: "demo-7b-2026", fingerprint: null};
("aa57c0de" * 8) as $root |
[(runs | .[2:] + .[:2])[] | . as $run
	| (if .role == "unlearned" then parts($run) else [] end) as $parts
	| {name, role, method, step, model: model,
	   prompt: {name: "plain", sha256: ("0" * 64)}, shots: [],
	   replies: replies($run), cells: cells($run), parts: $parts,
	   score: score($parts; $run), signals: signals($run),
	   measures: measures($run),
	   absent: [{name: "forget_quality", needs: "the log of a gold run with scored texts"},
	            {name: "min_k_20", needs: "log-probabilities of the reference's tokens"}],
	   utility: [{name: "MMMU", value: (0.25 + 0.1 * .keep | round9), n: 900,
	              file: "\(.name)-mmmu.json"}]}] as $all |
{schema: "palimpsest/scores/1", version: "1.0.0",
 release: {root: $root, people: 753, questions: 20754, celebrities: true},
 rules: "strict", forget: "forget_\($p)", bootstrap: {draws: 10000, level: 95},
 runs: $all,
 differences: ([$all[] | select(.role == "unlearned" and (.step == null or .step == 200))]
	| . as $shown
	| [range(length) as $i | range($i + 1; length) as $j
	   | [$shown[$i], $shown[$j]] as [$a, $b]
	   | ($a.cells[] | select(.slice == "all" and .modality ==
	       (if $images then "both" else "text" end) and
	       (.set | test("^(forget|retain)")) and
	       .metric == metrics(.task)[0])) as $one
	   | ($b.cells[] | select(.set == $one.set and .task == $one.task and
	       .modality == $one.modality and .slice == "all" and
	       .metric == $one.metric)) as $two
	   | ($one.value - $two.value | round9) as $d
	   | {a: $a.name, b: $b.name, set: $one.set, task: $one.task,
	      modality: $one.modality, metric: $one.metric, value: $d,
	      low: ($d - 0.06 | round9), high: ($d + 0.06 | round9),
	      p: (if ($d | fabs) > 0.06 then 0.00019998 else 0.2134 end),
	      p_holm: (if ($d | fabs) > 0.06 then 0.0119988 else 1 end)}])}
