#!/bin/sh
# mlreport: what a report holds, that nothing of the input is markup in it, and
# that its numbers are those of the scores files. Browsers look at it in
# tests/peers/report.t.
. "$(dirname "$0")/lib.sh"
needs jq

demo=$top_srcdir/tests/data/scores-demo.jq
for percent in 5 10; do
	jq -n --argjson percent $percent -f "$demo" >$percent.json
done

# count NUMBER PATTERN FILE  passes if so many places match.
count() {
	got=$(grep -o -e "$2" "$3" | wc -l)
	[ "$got" -eq "$1" ] || {
		echo "$got of $1" >&2
		return 1
	}
}

# What it holds ----------------------------------------------------------------
ok "scores of two forget sets become a report" \
	mlreport -o report 5.json 10.json
same "without a word" /dev/null err
ls report >got
printf '%s\n' index.html report.md scores.csv >wanted
same "of a page, Markdown and comma-separated values" wanted got
mlreport -o again 5.json 10.json
for file in index.html report.md scores.csv; do
	same "$file is the same each time" report/$file again/$file
done
page=report/index.html
if command -v xmllint >/dev/null; then
	ok "the page is well-formed" xmllint --noout $page
else
	skip "the page is well-formed" "xmllint is not installed"
fi
for section in what runs tradeoff bars curves replies differences measures \
	published files; do
	says "there is the section '$section'" "<section id=\"$section\"" $page
done
ok "each section is in the contents" count 10 '<li><a href="#' $page
sed -n '/<section id="what"/,/<\/section>/p' $page >sentences
ok "a sentence for each run that is the last of its method" \
	count 14 '<p class="who">' sentences
says "with its score" 'J\(F,T,R,C\) [0-9.]+: forgot [0-9.]+ % \(F\)' sentences
ok "signals stand before them, each once" count 2 'class="signal"' sentences
says "and name their runs" 'Broken language.*ga@200.*; ga@200' sentences
# Three tasks, four other sets and a benchmark; seven runs of two files.
sed -n '/<section id="tradeoff"/,/<\/section>/p' $page >tradeoff
ok "a panel for each task and set" count 15 '<figure' tradeoff
ok "with a mark for each run" count 210 '<g class="mark">' tradeoff
sed -n '/<section id="bars"/,/<\/section>/p' $page >bars
ok "bars for each task, set and file" count 30 '<figure' bars
ok "one a run" count 210 '<g class="mark' bars
ok "of which those that lack answers are told" count 6 'mark incomplete' bars
sed -n '/<section id="curves"/,/<\/section>/p' $page >curves
ok "curves for those with steps" count 192 '<g class="mark">' curves
lacks "the page takes nothing from elsewhere" \
	'<script|<link|@import|url\(|src=|href="[^#]' $page
ok "every table can be scrolled with the keyboard" test \
	"$(grep -c '<table>' $page)" -eq "$(grep -c 'role="region" tabindex="0"' \
	$page)"
says "published numbers stand beside ours" \
	'<td class="n">44.4<br /><b>[0-9.]+</b></td>' $page
says "their source is named, and its status" \
	'arXiv 2502.15910.*secondary-source' $page
says "so it is in Markdown" '^1\. .*secondary-source' report/report.md
lacks "nothing without a source is there" 'NOT VERIFIED' $page
says "what could not be had is named" 'forget\\_quality' report/report.md

# The numbers ------------------------------------------------------------------
cat 5.json 10.json | jq -r '. as $f | .runs[] | . as $r | .cells[] | [$r.name,
	$r.role, $r.method, $r.step, $f.forget, $f.rules, $f.release.root, .set,
	.task, .modality, .slice, .metric, .numerator, .denominator, .value, .low,
	.high, .chance, .prior, .familiar, .strangers, .complete]
	| map(if . == null then "" else tostring end) | join(",")' >wanted
tail -n +2 report/scores.csv >got
same "every cell is in scores.csv, as it is in the scores file" wanted got
wanted=$(jq -r '.runs[] | select(.name == "npo@200") | .score
	| [.value, .F, .T, .R, .C] | map(. * 1000 | round / 10 | tostring
	| if contains(".") then . else . + ".0" end) | join(" | ")' 5.json)
says "the table of runs has a run's score, as per cent" \
	"^\| npo@200 \| forget.*5.*\| unlearned \| $(echo "$wanted" |
		sed 's/|/\\|/g') \|" report/report.md

# Hostile names ----------------------------------------------------------------
jq -c '.runs |= [.[] | select(.step == null)]
	| (.runs[0].name, .runs[0].method) =
		"</title></text><script>alert(1)</script>&\"'"'"'|`*_‮x"
	| .runs[1].name = ("long" * 100)
	| .runs[0].signals = [{code: "forgot-nobody", text: "<b>&amp;</b>"}]
	| .runs[0].utility = [{name: "<i>", value: 61.5, n: 3, file: "a\"b"}]
	| .differences = []' 5.json >hostile.json
ok "names may hold anything" mlreport -o hostile hostile.json
lacks "of which nothing is markup" '<script|<b>&|<i>|‮' hostile/index.html
says "but text" '&lt;script&gt;alert\(1\)&lt;/script&gt;&amp;&quot;&#39;' \
	hostile/index.html
lacks "in Markdown, too" '<script|[^\\]\|`' hostile/report.md
says "and a field in quotation marks" '^"</title>.*&""' hostile/scores.csv
ok "long ones are cut in figures" count 0 'end">longlonglonglonglong' \
	hostile/index.html
if command -v xmllint >/dev/null; then
	ok "it is well-formed" xmllint --noout hostile/index.html
fi
lacks "there are no curves without steps" 'id="curves"' hostile/index.html

# Other files ------------------------------------------------------------------
jq -c '.runs |= [.[] | select(.role == "unlearned" and .step == null)]
	| .runs[].score |= (.value = null | .why = "there is no gold run")' \
	10.json >bare.json
ok "a file without vanilla and gold is shown" mlreport -o bare bare.json
says "saying why there is no score" 'No score: there is no gold run\.' \
	bare/report.md
says "and what a figure needs" 'needs the model before unlearning' \
	bare/report.md
jq -n --argjson percent 15 --argjson images false -f "$demo" >text.json
ok "so is one of text only, from stdin" sh -c 'mlreport -o text <text.json'
sed -n '/<section id="bars"/,/<\/section>/p' text/index.html >bars
ok "with all its bars" count 105 '<g class="mark' bars
jq -c '.release.root = ("b0" * 32)' 5.json >other.json
ok "files of two releases are told apart" mlreport -o two 5.json other.json
says "by their roots" 'release aa57c0de' two/report.md

# The folder -------------------------------------------------------------------
status 1 "a folder that is not empty is not taken" mlreport -o report 5.json
says "and told" 'report: is there and is not empty; --replace replaces a report' \
	err
ok "--replace replaces it" mlreport --replace -o report 10.json
lacks "whole" 'forget_05' report/scores.csv
mkdir else && echo mine >else/index.html
status 1 "but no other folder" mlreport --replace -o else 5.json
same "whose files stay" else/index.html - <<'END'
mine
END
echo note >report/note
status 1 "nor one that holds more" mlreport --replace -o report 5.json
status 3 "where there is no folder to make it in it ends in 3" \
	mlreport -o absent/report 5.json
find . -maxdepth 1 -name '.?*' >hidden
same "nothing is left beside" /dev/null hidden

# From a release to a report ---------------------------------------------------
mkprofiles -n 20 -s demo | mkqa | mksplit -n 20 -s demo |
	mkrelease -n 20 -o release
ok "recipes/floors makes a report of a release" \
	"$top_srcdir/recipes/floors" -o floors release
says "where nobody is known by a prior" '^- \*\*prior\*\*: No score' \
	floors/report.md
says "and everybody by the oracle" '^\| oracle .*\| 100\.0 \|' floors/report.md
status 1 "it does not take a folder that is not empty" \
	"$top_srcdir/recipes/floors" -o floors release
ok "but with --replace" "$top_srcdir/recipes/floors" -o floors --replace release
status 2 "it needs a release" "$top_srcdir/recipes/floors" -o floors

# What is refused --------------------------------------------------------------
refused() { # refused NAME PATTERN EDIT
	jq -c "$3" 5.json >edited.json
	status 1 "$1 is refused" mlreport -o edited edited.json
	says "and told" "^mlreport: edited.json: $2" err
	ok "in one line" test "$(wc -l <err)" -eq 1
	ok "and nothing is written" test ! -e edited
}
refused "another schema" '/schema: ' '.schema = "palimpsest/scores/2"'
refused "a share above 1" '/runs/0/cells/0/value: ' '.runs[0].cells[0].value = 2'
refused "a file without runs" '.*runs' 'del(.runs)'
head -c 1000 5.json >cut.json
status 1 "half a file is refused" mlreport -o edited cut.json
says "as no JSON" 'cut.json: is not JSON' err
: >empty.json
status 1 "an empty file is refused" mlreport -o edited empty.json
status 3 "a file that is not there ends in 3" mlreport -o edited absent.json
status 2 "a report needs a folder" mlreport 5.json
finish
