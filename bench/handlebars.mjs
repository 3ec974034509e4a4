// The peer of lib/template: the same templates compiled by handlebars without
// escaping, on the same people (see render.c).
//
//     node handlebars.mjs MODULES FOLDER PASSES     MODULES has node_modules
//
// PASSES "version" prints the version.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, folder, passes] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/node_modules/x"));
const Handlebars = require("handlebars");
if (passes === "version") {
  console.log("handlebars " + Handlebars.VERSION);
  process.exit(0);
}

const rows = (name) =>
  readFileSync(folder + "/" + name, "utf8").trimEnd().split("\n")
    .map((line) => line.split("\t"));
const id = (slot) => slot.replace("'", "");
const [columns, ...people] = rows("values.tsv");
const values = people.map((row) =>
  Object.fromEntries(columns.map((name, i) => [id(name), row[i]])));
const templates = rows("templates.tsv").slice(1).map(([text]) =>
  Handlebars.compile(
    text.replace(/\{([^}]*)\}/g, (_, slot) => "{{" + id(slot) + "}}"),
    { noEscape: true }));

function pass(print) {
  let total = 0;
  for (const value of values) {
    for (const template of templates) {
      const text = template(value);
      total += text.length;
      if (print !== undefined) {
        print.push(text);
      }
    }
  }
  return total;
}

if (passes === "0") {
  const lines = [];
  pass(lines);
  process.stdout.write(lines.join("\n") + "\n");
} else {
  const one = pass();
  const began = process.cpuUsage();
  let total = 0;
  for (let i = 0; i < Number(passes); i++) {
    total += pass();
  }
  const spent = process.cpuUsage(began);
  if (total !== one * Number(passes)) {
    throw new Error("a pass rendered something else than the one before");
  }
  console.log((spent.user + spent.system) * 1000 /
    (Number(passes) * values.length * templates.length));
}
