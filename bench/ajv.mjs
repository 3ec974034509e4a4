// ajv.mjs MODULES SCHEMAS FILE: checks each line of FILE, a person, by
// SCHEMAS/person.json with ajv, and prints how many fit. "version" in place of
// FILE prints ajv's. Ajv reads the schemas as the draft says them, strictly but
// for keywords it does not know.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { createRequire } from "node:module";

const [modules, schemas, file] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, "node_modules") + "/");
if (file === "version") {
  console.log("ajv " + require("ajv/package.json").version);
  process.exit();
}
const Ajv = require("ajv/dist/2020.js").default;
const ajv = new Ajv({ strict: false, validateFormats: false });
for (const name of fs.readdirSync(schemas))
  if (name.endsWith(".json"))
    ajv.addSchema(JSON.parse(fs.readFileSync(path.join(schemas, name))));
const check = ajv.getSchema(
  "https://palimpsest.example.org/schema/person.json");
let right = 0;
const lines = readline.createInterface({
  input: fs.createReadStream(file), crlfDelay: Infinity });
for await (const line of lines)
  if (check(JSON.parse(line)))
    right++;
console.log(right);
