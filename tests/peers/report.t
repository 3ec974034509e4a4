#!/bin/sh
# A report of mlreport in a browser, Chromium: it says nothing on the console,
# its marks are drawn and its text lies where it can be seen, wide and narrow,
# light and dark; the keyboard reaches the tables; axe-core finds no serious
# fault.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"
peers node npm chromium jq

npm install --silent --no-audit --no-fund --prefix "$PALIMPSEST_PEERS/browser" \
	puppeteer-core@24.43.1 axe-core@4.10.3 >npm.log 2>&1 || {
	skip "a report is looked at" "npm cannot install puppeteer-core"
	finish
	exit 0
}

demo=$top_srcdir/tests/data/scores-demo.jq
for percent in 5 10 15; do
	jq -n --argjson percent $percent -f "$demo" >$percent.json
done
jq -c '(.runs[] | select(.method == "ga") | .method) = "a" * 80
	| .runs |= map(select(.step == null) | .name += "<&>" * 30)
	| .differences = []' 5.json >long.json
jq -c '.runs |= [range(4) as $i | .[] | select(.role == "unlearned")
	| .name += "-\($i)" | .method += "-\($i)"]
	| .differences = []' 5.json >many.json
mlreport -o one 5.json
mlreport -o three 5.json 10.json 15.json
mlreport -o long long.json
mlreport -o many many.json

cat >look.cjs <<'END'
// look.cjs PAGE WIDTH light|dark [axe]: tells what is wrong with a page, with
// axe-core, too, which takes minutes for large ones, and prints its counts as
// JSON.
const path = require("path");
const modules = process.env.PALIMPSEST_PEERS + "/browser/node_modules/";
const puppeteer = require(modules + "puppeteer-core");
const [page, width, scheme, axe] = process.argv.slice(2);

// In the page: text of figures that is cut off, lies on other text, or is too
// small to read.
function textFaults() {
  const faults = [];
  for (const svg of document.querySelectorAll("figure svg")) {
    if (!svg.checkVisibility()) continue;
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll("text")].map((t) => {
      const b = t.getBoundingClientRect();
      return { what: t.textContent, left: b.left, right: b.right, top: b.top,
               bottom: b.bottom };
    });
    for (const [i, a] of boxes.entries()) {
      if (a.left < frame.left - 1 || a.right > frame.right + 1 ||
          a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
        faults.push("cut off: " + a.what);
      if (a.bottom - a.top < 9) faults.push("small: " + a.what);
      for (const b of boxes.slice(i + 1))
        if (a.left < b.right - 1 && b.left < a.right - 1 &&
            a.top < b.bottom - 3 && b.top < a.bottom - 3)
          faults.push(`one on the other: ${a.what}, ${b.what}`);
    }
  }
  return faults;
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"] });
  const tab = await browser.newPage();
  const faults = [];
  tab.on("console", (m) => faults.push("console: " + m.text()));
  tab.on("pageerror", (e) => faults.push("error: " + e));
  tab.on("request", (r) => {
    if (!r.url().startsWith("file:")) faults.push("asks for " + r.url());
  });
  await tab.emulateMediaFeatures(
    [{ name: "prefers-color-scheme", value: scheme }]);
  await tab.setViewport({ width: +width, height: 800 });
  await tab.goto("file://" + path.resolve(page));
  if (await tab.evaluate(() => document.documentElement.scrollWidth >
                               document.documentElement.clientWidth))
    faults.push("wider than the window");
  faults.push(...new Set(await tab.evaluate(textFaults)));

  // The keyboard: the first stop skips to the runs, the next there is a table.
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  const reached = await tab.evaluate(() => {
    const at = document.activeElement;
    return at.matches("#runs .scroll") ? at.querySelectorAll("tbody tr").length
                                       : at.outerHTML.slice(0, 80);
  });
  if (typeof reached !== "number") faults.push("Tab reaches " + reached);

  // All that is folded, too.
  await tab.evaluate(() => document.querySelectorAll("details")
    .forEach((d) => { d.open = true; }));
  if (axe) await tab.addScriptTag({ path: modules + "axe-core/axe.min.js" });
  const { violations } = axe ? await tab.evaluate(() => window.axe.run())
                             : { violations: [] };
  for (const v of violations)
    if (v.impact === "serious" || v.impact === "critical")
      faults.push(`axe: ${v.id} ${v.nodes.length} ${v.nodes[0].html}`);
    else
      console.error(`axe says, too: ${v.id}`);
  const marks = await tab.evaluate(() => Object.fromEntries(
    [...document.querySelectorAll("section")].map((s) => [s.id,
      [...s.querySelectorAll("g.mark")].filter((g) => {
        const b = g.getBoundingClientRect();
        return b.width > 0 && b.height > 0;
      }).length]).filter(([, n]) => n > 0)));
  await browser.close();
  faults.slice(0, 20).forEach((f) => console.error(f));
  console.log(JSON.stringify({ rows: reached, ...marks }));
  process.exit(faults.length === 0 ? 0 : 1);
})();
END

for look in '1280 light' '1280 dark' '360 light' '360 dark'; do
	for page in one three long many; do
		case $page in one | long) axe=axe ;; *) axe= ;; esac
		# shellcheck disable=SC2086  # words
		ok "the report of $page is all right at $look" \
			timeout 120 node look.cjs $page/index.html $look $axe
		cp out $page.counts
	done
done
says "three files show every run in the table, and each mark" \
	'^\{"rows":33,"tradeoff":315,"bars":315,"curves":288,"replies":[0-9]+\}$' \
	three.counts
finish
