#!/bin/sh
# mkimages with image servers and commands: what is sent, what is taken, and
# what becomes of each fault, against a server that replays them.
. "$(dirname "$0")/lib.sh"
needs jq python3

"$top_srcdir/tests/replay-server" port log &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
tries=0
while [ ! -s port ] && [ $tries -lt 100 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
if [ ! -s port ]; then
	echo "Bail out! the replay server does not start"
	exit 99
fi
at=http://127.0.0.1:$(cat port)
unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY PALIMPSEST_KEY
mkprofiles -n 4 -s demo >people
head -n 1 people >one

# make FAULT OPTION...  one person's pictures from a server with that fault;
# portrait only that.
make() {
	fault=$1
	shift
	mkimages --images img --size 64 -u "$at/$fault" "$@" one
}
portrait() { make "$@" --views 0 --train-views 0; }

# anew  forgets pictures and requests.
anew() {
	rm -rf img
	: >log
}

# requests N DESCRIPTION  passes if the server has seen so many.
requests() {
	if [ "$(wc -l <log)" -eq "$1" ]; then
		result ok "$2"
	else
		result "not ok" "$2"
		jq -r '"# " + .method + " " + .path' log
	fi
}

# no_files FOLDER  passes if no file is left there.
no_files() { [ ! -d "$1" ] || [ -z "$(find "$1" -type f)" ]; }

# fails STATUS REQUESTS FAULT MESSAGE OPTION...
fails() {
	want=$1 number=$2 fault=$3 message=$4
	shift 4
	anew
	status "$want" "$2: the fault '$fault' ends in $want" portrait "$fault" "$@"
	says "and is told" "^mkimages: f0001_p: $message" err
	cp out data
	cp err told
	ok "in one line" test "$(wc -l <told)" -eq 1
	requests "$number" "after $number requests"
	ok "with nothing half-written" no_files img
	same "and nothing on stdout" /dev/null data
}

# works REQUESTS FAULT OPTION...
works() {
	number=$1 fault=$2
	shift 2
	anew
	status 0 "$2: the fault '$fault' ends well" portrait "$fault" "$@"
	cp out data
	requests "$number" "after $number requests"
	sum=$(jq -r '.images[0] | .sha256 + "  img/" + .path' data)
	ok "the picture is there" sh -c 'echo "$1" | sha256sum -c' sh "$sum"
}

# sent JQ-PROGRAM DESCRIPTION  passes if it is true of all requests, slurped.
sent() {
	if jq -se "$1" log >sent.out; then
		result ok "$2"
	else
		result "not ok" "$2"
		jq -c . log | cut -c 1-300 | sed 's/^/# /'
	fi
}

# source JQ-PROGRAM DESCRIPTION  the same of the pictures' sources in data.
source_has() {
	if jq -e "[.images[].source] | $1" data >sent.out; then
		result ok "$2"
	else
		result "not ok" "$2"
		jq -c '.images[].source' data | cut -c 1-300 | sed 's/^/# /'
	fi
}

# The same for all servers ---------------------------------------------------
for kind in sdapi openai comfy; do
	more=
	[ $kind != comfy ] || more='-m m --steps 5 --cfg 3.5'
	# shellcheck disable=SC2086  # a list of words
	set -- -b $kind $more
	fails 3 1 401 'http://127.0.0.1:[0-9]* answers 401: Incorrect' "$@"
	fails 3 1 404 'http://.* answers 404: <html> not found </html>' "$@"
	fails 1 1 422 'http://.* answers 422: value is not a valid integer$' "$@"
	fails 1 1 moderated 'http://.* answers 400: Your request was rej' "$@"
	fails 3 1 unpaid 'http://.* answers 400: Billing hard limit' "$@"
	fails 3 1 quota 'http://.* answers 429: You exceeded your quota' "$@"
	fails 3 1 429-long 'http://.* answers 429: and asks to wait 3600 s' "$@"
	fails 3 1 429-later 'http://.* answers 429: and asks to wait (39..|4000) s' \
		"$@"
	fails 3 5 500 'http://.* answers 500: (CUDA out of memory|no such)' "$@"
	fails 3 1 never 'http://.* answers 500: no such luck' "$@"
	fails 3 1 redirect 'http://.* answers 307: a redirect, which is not' "$@"
	fails 3 1 empty 'http://.* sent a reply that is empty$' "$@"
	fails 3 1 html 'http://.* sent a reply that is not JSON$' "$@"
	fails 3 1 deep 'http://.* sent a reply that is not JSON$' "$@"
	fails 3 1 twice 'http://.* sent a reply that is not JSON$' "$@"
	fails 3 1 large 'http://.* answers with more than 64 MiB$' "$@"
	fails 3 1 flood 'http://.* answers with more than 64 MiB$' "$@"
	fails 3 1 slow 'no answer from http://.*timed out' "$@" --timeout 1
done
fails 3 5 cut 'no answer from http://127.0.0.1:[0-9]*: ' -b sdapi
works 2 cut-once -b sdapi
works 2 503-once -b sdapi
works 2 408-once -b openai
works 2 429-ms -b openai
start=$(date +%s)
works 2 429 -b sdapi
ok "Retry-After in seconds was waited for" \
	test $(($(date +%s) - start)) -ge 1
works 2 429-date -b openai

# sdapi ----------------------------------------------------------------------
anew
ok "sdapi makes a portrait and views" make ok -b sdapi -m a.safetensors \
	--steps 30 --cfg 7.5
cp out data
sent 'length == 6 and ([.[].path] | .[0] == "/sdapi/v1/txt2img" and
	(.[1:] | all(. == "/sdapi/v1/img2img")))' \
	"words make the portrait, the portrait makes the views"
sent '.[0].body | .width == 64 and .height == 64 and .steps == 30 and
	.cfg_scale == 7.5 and .batch_size == 1 and .n_iter == 1 and
	.override_settings == {sd_model_checkpoint: "a.safetensors",
	enable_pnginfo: false}' "size, steps, guidance and model are sent"
sent '[.[].body.seed] | (unique | length == 6) and
	all(. >= 1 and . < 2147483648)' "each picture has a seed of 31 bits"
base64 -w0 img/f0001/f0001_p.png >portrait.b64
sent "[.[1:][].body.init_images] | all(. == [\"$(cat portrait.b64)\"])" \
	"the views are sent the portrait as it was received"
sent '[.[].body | (.prompt | test("one adult") and test("moustache")) and
	(.negative_prompt | test("child"))] | all' "the looks are in the prompt"
jq -r .name people | tr ' ' '\n' >names
jq -r '.body | .prompt, .negative_prompt' log >asked
status 1 "nobody's name is" grep -w -F -f names asked
source_has '.[0] | .backend == "sdapi" and .model == "replayed" and
	.request.endpoint == "/sdapi/v1/txt2img" and
	.request.body.cfg_scale == "7.5"' "the record says what was asked"
jq -r '.images[].source.seed' data >got
jq -r .body.seed log >wanted
same "and the seeds that came back" wanted got
source_has ".[1].request.body.init_images == [{sha256: \"$(sha256sum \
	<img/f0001/f0001_p.png | cut -d' ' -f1)\"}]" \
	"a picture that was sent is there by its sum"
lacks "no address is in the record" '127\.0\.0\.1|localhost' data
cp data before
anew
cp data before
ok "pictures are asked for again when they are gone" \
	make ok -b sdapi -m a.safetensors --steps 30 --cfg 7.5
same "with the same seeds" before out
: >log
ok "a second run ends well" make ok -b sdapi
same "with the same record" before out
requests 0 "and asks nobody"
rm img/f0001/f0001_v1.png
ok "nor does a third, but for what is missing" make ok -b sdapi \
	-m a.safetensors --steps 30 --cfg 7.5
requests 1 "which is one picture"
same "and has the same record" before out
echo other >img/f0001/f0001_v1.png
: >log
status 1 "a pinned picture that is another is refused" make ok -b sdapi
requests 0 "and nobody is asked"
ok "--replace asks for all" make ok -b sdapi --replace
requests 6 "six times"
for fault in info-empty info-broken info-random info-large none-such; do
	works 1 $fault -b sdapi
done
works 1 info-empty -b sdapi
source_has '.[0] | .seed == null and has("model") == false' \
	"without an info nothing is known of the seed"
works 1 info-random -b sdapi
source_has '.[0].seed == null' "nor is it for -1"
works 1 info-large -b sdapi
source_has '.[0].seed == null' "nor beyond 2^53"
works 1 info-object -b sdapi
source_has '.[0].seed == .[0].request.body.seed' "an info may be an object"
works 1 data -b sdapi
works 1 lines -b sdapi
works 1 extra -b sdapi
ok "of further pictures none is taken" test "$(find img -type f | wc -l)" -eq 2
works 1 jpeg -b sdapi
jq -r '.images[0] | .path, .width' data >got
printf 'f0001/f0001_p.jpg\n32\n' >wanted
same "a JPEG is called what it is" wanted got
fails 3 1 short 'http://.* has a picture that is not whole base64' -b sdapi
fails 3 1 none 'http://.* sent a reply that has no picture' -b sdapi
anew
status 1 "half a picture ends in 1" portrait half -b sdapi
says "and is told" '^mkimages: one:1: f0001: image f0001_p: ' err
ok "with no file left" no_files img
status 1 "so does what is no picture" portrait no-picture -b sdapi
says "and is told" '^mkimages: one:1: f0001: image f0001_p: ' err
ok "with no file left" no_files img
anew
ok "stable-diffusion.cpp makes them, too" make ok -b sdapi -m sd-cpp-local \
	--train-views 0
sent '[.[].path] | all(. == "/sdapi/v1/txt2img")' "views from words"
sent '.[1].body.extra_images | length == 1' "and the portrait beside"
sent 'all(.[]; (.body.prompt | test("\"embed_image_metadata\":false")) and
	(.body | has("override_settings") | not))' "and without metadata"

# openai ---------------------------------------------------------------------
anew
ok "openai makes a portrait and views" make ok/v1/ -b openai -m gpt-image-1
cp out data
sent '[.[].path] | .[0] == "/v1/images/generations" and
	(.[1:] | all(. == "/v1/images/edits")) and length == 6' \
	"by generations and edits, with /v1 in the address or not"
sent '.[0].body | keys == ["model", "n", "output_format", "prompt", "size"]
	and .size == "64x64" and .n == 1' \
	"gpt-image gets no field that it refuses"
sent '.[1] | (.type | startswith("multipart/form-data")) and
	.body.image.png and .body.image.type == "image/png" and
	.body.input_fidelity == "high" and .body.n == "1" and
	.body.size == "64x64"' "an edit is a form with the portrait in it"
source_has '.[0] | .seed == null and .request.body.size == "64x64"' \
	"no seed is made up"
works 1 ok -b openai -m dall-e-3
sent '.[0].body.response_format == "b64_json"' "dall-e is asked for base64"
sent '.[0].body | has("seed") or has("negative_prompt") | not' \
	"and for no more"
works 1 ok -b openai -m flux --steps 4 --cfg 2.5
sent '.[0].body | .response_format == "b64_json" and .steps == 4 and
	.guidance_scale == 2.5 and .seed >= 1 and .width == 64 and
	(.negative_prompt | test("child"))' "others get seed, steps and the rest"
works 1 ok -b openai -m sd-cpp-local --steps 4 --cfg 2.5
sent '.[0].body.prompt |
	capture("<sd_cpp_extra_args>(?<block>.*)</sd_cpp_extra_args>$").block |
	fromjson | .seed >= 1 and (.negative_prompt | test("child")) and
	.sample_params == {sample_steps: 4, guidance: {txt_cfg: 2.5}}' \
	"stable-diffusion.cpp finds them in the prompt"
works 1 extra -b openai
works 1 jpeg -b openai
works 1 bare -b openai
works 1 url-data -b openai
works 2 url -b openai
sent '.[1] | .method == "GET" and .path == "/picture"' "a picture is fetched"
lacks "its address is nowhere" 's3cret' data
fails 3 2 url-gone 'http://.* answers 404: ' -b openai
fails 3 1 url-plain 'http://.* sent an address .* that is plain http' -b openai
fails 3 1 url-file 'http://.* sent a reply that .* is not whole base64' \
	-b openai
fails 3 1 short 'http://.* has a picture that is not whole base64' -b openai
fails 3 1 none 'http://.* sent a reply that has no picture' -b openai
fails 3 1 no-data 'http://.* sent a reply that has no picture' -b openai
fails 1 1 filtered 'http://.* hides the picture: its content filter' -b openai

# comfy ----------------------------------------------------------------------
comfy() { # comfy FUNCTION ARGUMENT...
	"$@" -b comfy -m m.safetensors --steps 5 --cfg 3.5
}
anew
ok "comfy makes a portrait and a view" comfy make at-once --train-views 0
cp out data
jq -r '.method + " " + (.path | sub("job-.*"; "job"))' log >got
cat >wanted <<-'END'
	POST /prompt
	GET /history/job
	GET /view
	POST /upload/image
	POST /prompt
	GET /history/job
	GET /view
END
same "it queues, looks, fetches, and uploads the portrait" wanted got
sent '.[0].body | .client_id == "palimpsest" and
	.prompt["7"].inputs.seed >= 1 and .prompt["7"].inputs.cfg == 3.5 and
	.prompt["4"].inputs == {width: 64, height: 64, batch_size: 1} and
	.prompt["1"].inputs.ckpt_name == "m.safetensors" and
	(.prompt["2"].inputs.text | test("one adult"))' \
	"the workflow is filled in"
sent '.[4].body.prompt["4"].inputs.image |
	test("^palimpsest/[0-9a-f]{64}$")' "the edit names the upload"
sent '[.[0, 4].body.prompt["9"].inputs.filename_prefix] |
	(.[0] | startswith("palimpsest/f0001_p_")) and .[0] != .[1]' \
	"the prefix is fresh"
sent '.[2].query | .subfolder == ["palimpsest"] and .type == ["output"] and
	(.filename[0] | endswith("_ä &.png"))' "the saved picture is fetched"
source_has ".[0].request.body | .workflow == \"$(sha256sum \
	<"$PALIMPSEST_DATA/templates/portrait/comfy.json" | cut -d' ' -f1)\" and
	.graph == \"make\" and .cfg == \"3.5\" and .seed >= 1" \
	"the record names the workflow and what was put into it"
comfy works 5 later
comfy works 5 late
comfy fails 3 1 ok/nowhere 'http://.* answers 404: no such path'
comfy fails 1 1 comfy-400 'http://.* answers 400: Prompt outputs failed'
comfy fails 3 4 job-error \
	'http://.* failed at the job: KSampler: out of.memory'
comfy fails 3 4 no-output 'http://.* has done the job, but saved no picture'
comfy fails 3 7 lost 'http://.* has lost the job: it is neither done nor'
anew
status 3 "a history that stays empty ends in 3" comfy portrait stuck \
	--timeout 1
says "once the time is up" \
	'^mkimages: f0001_p: http://.* has not made the picture in 1 s$' err
ok "with nothing half-written" no_files img
fails 3 0 ok "http://.* is not asked: the workflow has '%model%', which needs" \
	-b comfy --steps 5 --cfg 3.5
cat >flow <<'END'
{"make": {"1": {"inputs": {"a": "%seed%", "%seed%" : "%width%x",
 "b": "\"%seed%", "text": "%prompt%", "width": 65, "height": 66}}}}
END
works 5 ok -b comfy --workflow flow
sent '.[0].body.prompt["1"].inputs | (.a | type) == "number" and
	.["%seed%"] == "%width%x" and .b == "\"%seed%" and
	(.text | test("one adult"))' \
	"in a workflow only whole strings are filled in"
anew
status 3 "a workflow without a graph for views makes none" make ok -b comfy \
	--workflow flow
says "and says so" "is not asked: the workflow has no graph 'edit'$" err
for bad in '{' '[]' '{"edit":{}}' '{"make":1}' '{"make":{},"x":{}}'; do
	echo "$bad" >bad
	status 3 "the workflow $bad is refused" portrait ok -b comfy --workflow bad
	says "by name" '^mkimages: bad: ' err
done
status 3 "so is one that is not there" portrait ok -b comfy --workflow none

# command --------------------------------------------------------------------
command_makes() { # command_makes COMMAND OPTION...
	command=$1
	shift
	mkimages --images img --size 64 --views 0 --train-views 0 -b command \
		--command "$command" "$@" one
}
python3 - <<'END'
import struct, zlib
def chunk(n, d):
    return struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d))
rows = b"".join(b"\0" + bytes((x * 37 ^ y * 91) & 255 for x in range(192))
                for y in range(64))
open("made.png", "wb").write(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
END
# command_fails STATUS MESSAGE COMMAND OPTION...
command_fails() {
	want=$1 message=$2
	shift 2
	anew
	status "$want" "the command '$1' ends in $want" command_makes "$@"
	says "and is told" "^mkimages: f0001_p: $message" err
	ok "with nothing half-written" no_files img
}
anew
ok "a command makes a portrait" command_makes 'cat >asked; echo made.png'
cp out data
ok "from one line of JSON" test "$(wc -l <asked)" -eq 1
ok "that says what is wanted" jq -e '.id == "f0001_p" and .width == 64 and
	(.prompt | test("one adult")) and .seed >= 1 and
	(has("reference") | not)' asked
same "its picture is taken as it is" made.png img/f0001/f0001_p.png
source_has '.[0].seed == null and .[0].request.endpoint == "command"' \
	"a path alone tells no seed"
anew
ok "it may say more" command_makes \
	'echo "{\"path\":\"made.png\",\"seed\":17,\"model\":\"mine\"}"'
cp out data
source_has '.[0].seed == 17 and .[0].model == "mine"' "seed and model"
anew
ok "views get the portrait" mkimages --images img --size 64 -b command \
	--train-views 0 --command 'tee -a all | jq -r .reference >ref
	base64 -d <ref >ref.png 2>/dev/null; echo made.png' one
same "as base64" made.png ref.png
command_fails 1 'the command ended in 1$' 'exit 1'
command_fails 3 'the command ended in 2$' 'exit 2'
command_fails 3 'the command ended in 127$' 'exec no-such-program 2>/dev/null'
command_fails 3 'the command was ended by signal 9$' 'kill -9 $$'
command_fails 3 "the command's reply is empty$" 'true'
command_fails 3 "the command's reply is more than one line$" 'echo a; echo b'
command_fails 3 "the command's reply has no path$" 'echo "{}"'
command_fails 3 "the command's reply is not JSON$" 'echo "{"'
command_fails 3 "cannot read the command's picture none: No such file" \
	'echo none'
command_fails 3 "the command's picture /dev/null|cannot read .*/dev/null" \
	'echo /dev/null'
command_fails 3 'the command says more than 64 KiB$' 'yes'
command_fails 3 'the command has not made the picture in 1 s$' 'sleep 30' \
	--timeout 1
command_fails 3 'the command has not made the picture in 1 s$' \
	'exec >&-; sleep 30' --timeout 1

# Prompts --------------------------------------------------------------------
mkprofiles -n 100 -s looks >hundred
anew
ok "a hundred people are asked for" mkimages --images img --size 64 \
	--train-views 0 -b command --command 'cat >>lines; echo made.png' \
	-o got hundred
jq -r .prompt lines >prompts
jq -r '.images[].alt' got >alts
lacks "no text has an underline, two blanks or an empty place" \
	'_|  |, ,|,,|^,|,$| $|[{}]' prompts
lacks "nor has a description" '_|  |, ,|,,|^,|,$| $|[{}]' alts
ok "each is about one adult" test "$(grep -c 'one adult' prompts)" -eq 200
jq -r '.name | split(" ")[]' hundred >names
cat prompts alts >texts
status 1 "nobody's name is in any" grep -w -F -f names texts
jq -r '.facts | .birth_place, .residence, .occupation, .employer, .email' \
	hundred >facts
status 1 "nor is any fact that can be asked about" grep -w -F -f facts texts
awk -F '\t' 'NR == FNR { if (!/^#/) words[$1, $2] = 1; next }
	!/^#/ && $2 ~ /_/ && $1 != "age_band" && !(($1, $2) in words)' \
	"$PALIMPSEST_DATA/templates/portrait/words.tsv" \
	"$PALIMPSEST_DATA/templates/world/appearance.tsv" >bad
same "every look of two words has words" /dev/null bad
printf 'a {person},\n\n  aged {age}, {facial_hair}, in {clothing|a}\n' >mine
printf 'hats ,  teeth' >unwanted
anew && rm lines
ok "prompts may be one's own" command_makes 'cat >lines; echo made.png' \
	--prompt mine --negative unwanted
jq -r '.prompt, .negative' lines >got
printf 'a man, aged 73, a moustache, in an orange T-shirt\nhats, teeth\n' \
	>wanted
same "and are tidied" wanted got
echo 'a photo of {name}' >bad
status 1 "a prompt cannot name anybody" command_makes true --prompt bad
says "there is no such slot" '^mkimages: bad: byte 12: a slot of an unknown' err
printf 'bell \007' >bad
status 1 "a prompt is text" command_makes true --prompt bad
status 3 "a prompt that is not there ends in 3" command_makes true --prompt none

# Keys -----------------------------------------------------------------------
secret='user:s3cr3t-pass'
encoded=$(printf %s "$secret" | base64)
(umask 077 && echo "$secret" >key)
: >heard
# keyed STATUS KIND FAULT OPTION...  what is said goes to the file heard.
keyed() {
	want=$1 kind=$2 fault=$3
	shift 3
	anew
	status "$want" "$kind: a key does with the fault '$fault'" \
		portrait "$fault" -b "$kind" "$@"
	cp out data
	cp err told
	cat out err log.old >>heard 2>/dev/null
	[ ! -d img ] || find img -type f -exec cat {} + >>heard
}
keyed 0 sdapi ok --key key
sent ".[0].authorization == \"Basic $encoded\"" "sdapi gets name and password"
keyed 3 sdapi 401 --key key
says "a key that a server repeats is covered" 'provided: \*+$' err
keyed 0 openai ok --key key
sent ".[0].authorization == \"Bearer $secret\"" "openai gets a bearer token"
keyed 3 openai 401 --key key
says "a key that a server repeats is covered" 'provided: \*+$' err
for place in 180 188 194 199 220 235; do
	for fault in key password; do
		keyed 3 sdapi $fault-at-$place --key key
		cat told >>ends
	done
	keyed 3 openai key-at-$place --key key
	cat told >>ends
	keyed 3 comfy job-key-at-$place --key key -m m --steps 5 --cfg 3.5
	cat told >>ends
done
lacks "no part of a key is told where the server's words are cut" \
	'us|s3|dX' ends
keyed 3 sdapi password-at-9 --key key
says "a password is covered without its user, too" ' \.{9}\*{11}$' err
keyed 0 sdapi key-as-model --key key
source_has 'all(.[]; .model | test("^[*]+$"))' "and in a model's name"
keyed 0 openai key-as-model --key key
keyed 0 openai url --key key
keyed 3 openai redirect --key key
PALIMPSEST_KEY=$secret
export PALIMPSEST_KEY
keyed 0 openai ok
sent ".[0].authorization == \"Bearer $secret\"" "the environment does as well"
keyed 3 openai 500
unset PALIMPSEST_KEY
status 1 "no key is in any record, file or message" \
	grep -a -F -e s3cr3t -e "$encoded" heard
chmod 644 key
status 2 "a key that others may read is refused" portrait ok -b sdapi --key key
chmod 600 key
echo nocolon >key
status 2 "sdapi takes user:password only" portrait ok -b sdapi --key key
printf 'a\001b:c\n' >key
status 2 "a key of other bytes is refused" portrait ok -b sdapi --key key

# Addresses ------------------------------------------------------------------
refused() { # refused MESSAGE URL OPTION...
	message=$1 url=$2
	shift 2
	status 2 "the address $url is refused" mkimages --images img -b sdapi \
		-u "$url" "$@" one
	says "and told why" "^mkimages: backend 'sdapi' .*$message" err
}
refused 'is plain http to another machine' http://images.example/
refused 'is plain http to another machine' http://127.0.0.1.example/
refused 'is plain http to another machine' http://localhost.example:7860/
refused 'has a user or password in it' http://user:pass@127.0.0.1/
refused 'is neither http nor https' ftp://127.0.0.1/
refused 'is not one of a server' file:///etc/passwd
refused 'which has a query' 'http://127.0.0.1/?key=x'
refused 'is not one of a server' ''
anew
status 3 "a server that is not there ends in 3" mkimages --images img \
	-b sdapi -u http://127.0.0.1:1 one
says "and is told" \
	'^mkimages: f0001_p: no answer from http://127.0.0.1:1: .*onnect' err
http_proxy=http://127.0.0.1:1
export http_proxy
works 1 ok -b sdapi
unset http_proxy

# Many people ----------------------------------------------------------------
anew
many() { mkimages --images img --size 64 --views 0 --train-views 0 "$@"; }
ok "several are asked for at once" many -b sdapi -u "$at/ok" -j 3 -o got people
jq -r .id people >wanted
jq -r .id got >ids
same "and come in order" wanted ids
requests 4 "once each"
rm -rf img
status 1 "with -k a refused picture is one bad line" many -b openai \
	-u "$at/filtered" -k --rejects refused -o got people
same "all of these are" people refused
rm -rf img
: >log
status 3 "a failed server ends the run" many -b openai -u "$at/never" people
requests 1 "at the first picture"
finish
