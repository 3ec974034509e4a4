#!/usr/bin/env node
// beacon-verifier.mjs beacon SCHEME PUBLIC_KEY MESSAGE SIGNATURE: a verifier as
// palimpsest-commit(5) wants it, by @noble/curves, which knows nothing of us.
// NOBLE is the folder that holds its node_modules.
import { createRequire } from "node:module";
const require = createRequire(process.env.NOBLE + "/");
const { bls12_381: bls } = require("@noble/curves/bls12-381");

const g1 = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
const g2 = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_";
// Where signatures lie, and the tag they are hashed there with: drand's first
// chain with short signatures kept that of the long ones.
const schemes = {
  "bls-unchained-g1-rfc9380": [bls.shortSignatures, g1],
  "bls-unchained-on-g1": [bls.shortSignatures, g2],
  "pedersen-bls-chained": [bls.longSignatures, g2],
  "pedersen-bls-unchained": [bls.longSignatures, g2],
};

const [kind, scheme, key, message, signature] = process.argv.slice(2);
if (kind !== "beacon" || !(scheme in schemes)) process.exit(2);
const [signatures, tag] = schemes[scheme];
try {
  const point = signatures.hash(Buffer.from(message, "hex"), tag);
  process.exit(signatures.verify(signature, point, key) ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
