#!/bin/sh
# What mlscore makes of log-probabilities and of pairs: logs of made-up tokens
# whose measures are known, and what is absent without them.
. "$(dirname "$0")/lib.sh"
needs jq

modalities=1
! command -v mkimages >/dev/null || modalities=2
pictures() {
	if [ $modalities -eq 2 ]; then
		mkimages --size 64 --train-views 0 --images img
	else
		cat
	fi
}
mkdir img
{
	mkprofiles -n 20 -s demo
	mkprofiles --kind stranger -n 10 -s demo
} | pictures | mkqa >people
mksplit -n 20 --strangers 10 -s demo people |
	mkrelease -n 20 --strangers 10 --images img -o r
jq -c '.split.sets as $sets | .questions[] | {(.id): (. + {$sets})}' \
	r/people.jsonl | jq -c -s 'add' >questions
mlask --answerer oracle -o oracle.jsonl r
mlask --answerer prior -o prior.jsonl r

# change LOG PROGRAM  prints the log changed; the question is $q.
change() {
	jq -c --slurpfile questions questions \
		'$questions[0][.id] as $q | ($q.sets | index("forget_05") != null)
		 as $forget | ($q.sets | index("stranger") != null) as $stranger
		 | '"$2" "$1"
}
# Tokens of the reference 1 and 3 nats, of a stranger's 2 and 4; the paraphrase
# has 1/4, the perturbed have 1/8.
change oracle.jsonl 'if $q.task != "open" then . else .scored = [
	{text: "reference", logprob: (if $stranger then [-2, -4] else [-1, -3] end),
	 greedy: [0, 1], mean: [-1, -1], var: [4, 4], bytes: 8},
	{text: "paraphrase", logprob: [(0.25 | log)]},
	(range(1; 6) | {text: "perturbed_\(.)", logprob: [(0.125 | log)]})]
	end' >scored.jsonl
# The reference run finds the wrong answers likelier.
change scored.jsonl 'if $q.task == "open" and $forget then
	.scored[1].logprob = [(0.0625 | log)] else . end' >gold.jsonl

# holds DESCRIPTION PROGRAM  passes if jq finds it true of the scores.
holds() {
	jq -e 'def measure($run; $name; $set): first(.runs[$run].measures[] |
		select(.name == $name and .set == $set)).value;
		def near($x): . - $x | fabs < 1e-8;
		'"$2" scores >holds.out
	ok "$1" test $? -eq 0
}

ok "logs with log-probabilities are scored" mlscore -o scores \
	--vanilla scored.jsonl --gold gold.jsonl r own=scored.jsonl \
	prior.jsonl empty=oracle.jsonl
ok "as the schema says" ckrecords --one scores
holds "no name is there twice for a set" \
	'[.runs[].measures | group_by(.name, .set) | all(length == 1)] | all'
holds "nothing is both there and absent" '[.runs[] | [.measures[].name] as $there
	| all(.absent[]; .name as $n | $there | index($n) == null)] | all'
holds "of the reference answer" '
	measure(0; "loss"; "forget_05") == 2 and
	measure(0; "loss"; "stranger") == 3 and
	measure(0; "loss_per_byte"; "retain_95") == 0.5 and
	(measure(0; "probability"; "test_05") | near(-2 | exp)) and
	measure(0; "exact_memorisation"; "retain_95") == 0.5 and
	measure(0; "extraction_strength"; "retain_95") == 0.5 and
	measure(0; "min_k_20"; "retain_95") == 3 and
	measure(0; "min_k++_40"; "retain_95") == 1'
holds "strangers are told from the forgotten" '
	measure(0; "auc_loss_stranger"; "forget_05") == 1 and
	measure(0; "auc_min_k_20_stranger"; "forget_05") == 1'
holds "the truth ratio in three versions" '
	measure(0; "truth_ratio_tofu"; "forget_05") == 0.5 and
	measure(0; "truth_ratio_tofu"; "retain_95") == 0.5 and
	(measure(0; "truth_ratio_openunlearning"; "forget_05") | near(0.5)) and
	(measure(0; "truth_ratio_prob_mean"; "retain_95") | near(2 / 3))'
holds "forget quality, against gold" '
	measure(0; "forget_quality_ks"; "forget_05") == 1 and
	measure(0; "forget_quality"; "forget_05") == 1'
# Of all ways to mix n ratios and n, two keep them apart.
holds "with the p that TOFU gives it" '
	first(.runs[0].measures[] | select(.name == "forget_quality_tofu")) |
	.n as $n | (reduce range(1; $n + 1) as $i (1; . * ($n + $i) / $i)) as $ways
	| $n > 1 and (.value | near(2 / $ways))'
holds "gold itself has no reference" \
	'any(.runs[4].absent[]; .name == "forget_quality" and
		(.needs | test("reference run")))'
holds "model utility is the harmonic mean of what retain has" '
	first(.runs[0].measures[] | select(.name == "model_utility")) |
	.set == null and .n == 3 and
	(.value | near(3 / (1 / (-2 | exp) + 1 + 2)))'
holds "without log-probabilities all of these are absent, by name" '
	[.runs[1].absent[].name] as $names |
	["loss", "probability", "extraction_strength", "min_k_20", "min_k++_20",
	 "truth_ratio_tofu", "forget_quality", "model_utility", "zlib",
	 "auc_loss_stranger"] - $names == []'
if [ $modalities -eq 2 ]; then
	holds "who knows all is right in both modalities" '
		measure(0; "umu_choice"; "retain_95") == 1 and
		measure(0; "umu_cloze"; "forget_05") == 0 and
		measure(0; "umu_rouge"; "retain_95") == 1 and
		measure(0; "umu_rouge"; "forget_05") == 1'
	holds "and names everybody in a picture" '
		measure(0; "pebench_efficacy"; "forget_05") == 0 and
		measure(0; "pebench_generality"; "test_05") == 0 and
		measure(0; "pebench_retain"; "retain_95") == 1'
	change oracle.jsonl 'if $q.modality == "image" then
		.response = "I think it is late." else . end' >blind.jsonl
	ok "a run that sees nothing" mlscore -o scores r blind.jsonl
	holds "is wrong in one modality only" '
		measure(0; "umu_choice"; "forget_05") == 0 and
		measure(0; "umu_choice"; "retain_95") == 0 and
		measure(0; "umu_cloze"; "retain_95") == 0'
	holds "and names nobody" '
		measure(0; "pebench_efficacy"; "forget_05") == 1 and
		measure(0; "pebench_retain"; "retain_95") == 0'
	change oracle.jsonl 'select($q.modality == "text")' >half.jsonl
	ok "a run that is asked no picture" mlscore -q -o scores r half.jsonl
	holds "has forgotten nobody by that" '
		measure(0; "umu_choice"; "forget_05") == 0 and
		measure(0; "umu_rouge"; "forget_05") == 1 and
		measure(0; "pebench_efficacy"; "forget_05") == 0'
else
	skip "who knows all is right in both modalities" "no pictures"
	holds "which is absent" 'any(.runs[0].absent[]; .name == "umu_choice")'
fi
finish
