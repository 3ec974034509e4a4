#!/bin/sh
# mlask with an OpenAI-style server that others wrote: mock-llm of npm, which
# says what it is told to.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers node npm jq

npm install --silent --no-audit --no-fund --ignore-scripts \
	--prefix "$PALIMPSEST_PEERS/mock-llm" @dwmkerr/mock-llm@0.1.29 \
	>npm.log 2>&1 || {
	skip "mlask asks mock-llm" "npm cannot install it"
	finish
	exit 0
}

cat >mock-llm.yaml <<'END'
rules:
  - path: "/v1/chat/completions"
    method: "POST"
    match: "@"
    response:
      status: 200
      content: |
        {"id": "chatcmpl-1", "object": "chat.completion",
         "model": "{{jmes request body.model}}",
         "choices": [{"index": 0, "finish_reason": "stop",
                      "message": {"role": "assistant", "content": "B"}}],
         "usage": {"prompt_tokens": 7, "completion_tokens": 1}}
  - path: "/v1/chat/completions"
    method: "POST"
    match: "contains(body.model, 'gone')"
    response:
      status: 404
      content: |
        {"error": {"message": "The model does not exist"}}
END
HOST=127.0.0.1 PORT=16556 node \
	"$PALIMPSEST_PEERS/mock-llm/node_modules/@dwmkerr/mock-llm/dist/main.js" \
	>server.log 2>&1 &
server=$!
trap 'kill $server; rm -rf "$work"' EXIT
tries=0
while ! grep -q 'running on' server.log && [ $tries -lt 100 ]; do
	tries=$((tries + 1))
	sleep 0.2
done
unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY PALIMPSEST_KEY
at=http://127.0.0.1:16556/v1
mkprofiles -n 20 -s demo | mkimages --images img --size 64 --train-views 0 |
	mkqa | mksplit -n 20 -s demo | mkrelease -n 20 --images img -o r

ok "mock-llm is asked, with pictures" mlask -u $at -m some -j 8 -o answers r
ok "answers are as their schema says" ckrecords answers
ok "all 378 are what it says" jq -se 'length == 378 and all(.[];
	.response == "B" and .finish == "stop" and .letters == null and
	.model == {name: "some", reported: "some", fingerprint: null} and
	.tokens == {prompt: 7, completion: 1})' answers
status 3 "a model that it does not have ends in 3" mlask -u $at -m gone r
says "and is told" "answers 404: The model does not exist .*--model" err
finish
