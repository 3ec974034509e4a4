// What @vladmandic/face-api makes of pictures: its SSD detector, and of the
// surest face the age and gender net and the descriptor. Offline: the weights
// are in the package.
//
//     node judge_faces.mjs MODULES ROOT <PATHS       MODULES has node_modules
//
// reads paths of PNGs below ROOT, a line each, and prints a line for each:
//
//     path faces score female age descriptor
//
// separated by tabs: the faces at 0.5 or surer, the score of the surest (0 to
// 1), the probability that it is female (0 to 1), its age in years, and 128
// numbers separated by blanks. The last three are "-" where no face is at 0.2.
// PATHS "version" as MODULES' only follower prints the version.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const SURE = 0.5; // what counts as a face
const LEAST = 0.2; // what is looked at

const [modules, root] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/node_modules/x"));
const packageOf = (name) => modules + "/node_modules/" + name;
if (root === "version") {
  const { name, version } = require("@vladmandic/face-api/package.json");
  console.log(name + " " + version);
  process.exit(0);
}

const { PNG } = require("pngjs");
const tf = require("@tensorflow/tfjs");
const wasm = require("@tensorflow/tfjs-backend-wasm");
const faceapi = require(
  packageOf("@vladmandic/face-api/dist/face-api.node-wasm.js"));

async function load() {
  wasm.setWasmPaths(packageOf("@tensorflow/tfjs-backend-wasm/dist/"));
  await tf.setBackend("wasm");
  await tf.ready();
  const nets = faceapi.nets;
  for (const net of [nets.ssdMobilenetv1, nets.faceLandmark68Net,
    nets.faceRecognitionNet, nets.ageGenderNet])
    await net.loadFromDisk(packageOf("@vladmandic/face-api/model"));
}

function decode(path) {
  try {
    return PNG.sync.read(readFileSync(path));
  } catch (error) {
    console.error(`judge_faces: cannot read the PNG ${path}: ` +
                  error.message);
    process.exit(3);
  }
}

// The pixels as a tensor (height, width, 3).
function read(path) {
  const { width, height, data } = decode(path);
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    rgb[to++] = data[from];
    rgb[to++] = data[from + 1];
    rgb[to++] = data[from + 2];
  }
  return tf.tensor3d(rgb, [height, width, 3], "int32");
}

// Everything but the detector looks at one face only, so that a picture with
// doubtful ones takes no longer.
async function judge(picture) {
  const options = new faceapi.SsdMobilenetv1Options({ minConfidence: LEAST });
  const found = await faceapi.detectAllFaces(picture, options);
  const faces = found.filter((face) => face.score >= SURE).length;
  if (found.length === 0)
    return [0, 0, "-", "-", "-"];
  const best = found.reduce((a, b) => (b.score > a.score ? b : a));
  const [face] = await new faceapi.DetectAllFaceLandmarksTask(
    Promise.resolve([faceapi.extendWithFaceDetection({}, best)]), picture,
    false).withFaceDescriptors().withAgeAndGender();
  const female = face.gender === "female"
    ? face.genderProbability : 1 - face.genderProbability;
  return [faces, best.score.toFixed(4), female.toFixed(4),
    face.age.toFixed(1),
    Array.from(face.descriptor, (x) => x.toFixed(6)).join(" ")];
}

await load();
const paths = readFileSync(0, "utf8").split("\n").filter((path) => path !== "");
for (const path of paths) {
  const picture = read(root + "/" + path);
  console.log([path, ...(await judge(picture))].join("\t"));
  picture.dispose();
}
