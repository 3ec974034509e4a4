// The peer of mkprofiles: people with the same members, made by
// @faker-js/faker and printed as JSON lines.
//
//     node faker.mjs FOLDER COUNT        FOLDER has node_modules
//
// COUNT 0 prints the version.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, count] = process.argv.slice(2);
const root = folder + "/node_modules/@faker-js/faker/";
const require = createRequire(pathToFileURL(root));
if (count === "0") {
  const { version } = JSON.parse(readFileSync(root + "package.json"));
  console.log("@faker-js/faker " + version);
  process.exit(0);
}
const { fakerEN: faker } = require("@faker-js/faker");
const pick = (list) => faker.helpers.arrayElement(list);

const schools = ["Secondary School", "College", "Institute", "University"];
const currencies = ["EUR", "USD", "GBP", "JPY", "INR", "BRL", "ZAR"];
const health = ["a tree nut allergy", "mild asthma", "good hearing",
  "low blood pressure", "a pollen allergy", "a knee that clicks"];
const hobbies = ["flying kites", "chess", "pottery", "sailing", "baking",
  "birdwatching", "origami", "choir singing", "darts", "archery"];
const bands = ["18_29", "30_44", "45_59", "60_79"];
const styles = ["ponytail", "bob", "crop", "braid", "bun"];
const textures = ["straight", "wavy", "curly", "coily"];
const hairs = ["black", "brown", "blond", "red"];
const eyes = ["brown", "green", "blue", "grey"];
const builds = ["slim", "average", "broad"];
const faces = ["square", "round", "oval", "long"];
const looks = ["neutral", "smiling", "serious"];
const garments = ["jumper", "shirt", "coat", "blouse", "jacket"];

function appearance(gender) {
  return {
    age_band: pick(bands),
    presentation: gender === "female" ? "feminine" : "masculine",
    skin_tone: faker.number.int({ min: 1, max: 10 }),
    hair: {
      style: pick(styles), texture: pick(textures), colour: pick(hairs),
      grey: faker.number.int({ min: 0, max: 10000 }),
    },
    glasses: pick(["none", "round", "square"]),
    facial_hair: pick(["none", "beard"]),
    eye_colour: pick(eyes), build: pick(builds), face_shape: pick(faces),
    expression: pick(looks),
    clothing: { garment: pick(garments), colour: faker.color.human() },
  };
}

function biography(name, first, gender, f) {
  const they = gender === "female" ? "she" : "he";
  const They = gender === "female" ? "She" : "He";
  const their = gender === "female" ? "her" : "his";
  const Their = gender === "female" ? "Her" : "His";
  return `${name} was born on ${f.birth_date} in ${f.birth_place}, and now \
lives in ${f.residence}. ${They} went to ${f.education} and is now a \
${f.occupation} at ${f.employer}. The pay ${they} receives is ${f.income} a \
year. ${first} is ${f.height_cm} cm tall; on the health side, ${they} has \
${f.health}. Asked for a favourite food, ${they} names ${f.favourite_food}. \
${They} spends ${their} free time on ${f.hobby} and has a ${f.pet} at home. \
For ${first}, the best place of all is ${f.favourite_place}. ${Their} father \
was a ${f.father_occupation} and ${their} mother was a \
${f.mother_occupation}.`;
}

function person(index) {
  const gender = faker.person.sex();
  const first = faker.person.firstName(gender);
  const last = faker.person.lastName();
  const name = `${first} ${last}`;
  const birth = faker.date.between({ from: "1946-01-01", to: "2005-12-31" });
  const facts = {
    gender,
    birth_date: birth.toISOString().slice(0, 10),
    birth_place: `${faker.location.city()}, ${faker.location.country()}`,
    residence: `${faker.location.city()}, ${faker.location.country()}`,
    occupation: faker.person.jobTitle(),
    employer: faker.company.name(),
    education: `${faker.person.lastName()} ${pick(schools)}`,
    income: `${faker.number.int({ min: 10, max: 200 })}000 ${pick(currencies)}`,
    height_cm: faker.number.int({ min: 148, max: 200 }),
    health: pick(health),
    father_occupation: faker.person.jobType(),
    mother_occupation: faker.person.jobType(),
    hobby: pick(hobbies),
    pet: faker.animal.type(),
    favourite_food: faker.food.dish(),
    favourite_place: faker.location.city(),
    email: faker.internet.exampleEmail({ firstName: first, lastName: last }),
    phone: faker.phone.number(),
  };
  return {
    schema: "palimpsest/person/1",
    id: "f" + String(index).padStart(4, "0"),
    kind: "fictitious",
    name,
    facts: { ...facts, appearance: appearance(gender) },
    biography: biography(name, first, gender, facts),
    provenance: { tool: "faker", version: "1", seed: "demo", index,
      world: "0".repeat(64) },
  };
}

faker.seed(1);
let text = "";
for (let i = 1; i <= Number(count); i++) {
  text += JSON.stringify(person(i)) + "\n";
  if (text.length > 1 << 16) {
    process.stdout.write(text);
    text = "";
  }
}
process.stdout.write(text);
