// Holds answers of the service against the published API.
//
//   node check_answers.mjs EXCHANGES.json
//
// EXCHANGES.json is a list of {method, path, status, body}. Prints how many were checked.

import { readFileSync } from "node:fs";
import { checkAnswer } from "./api.mjs";

const exchanges = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const { method, path, status, body } of exchanges) checkAnswer(method, path.split("?")[0], status, body);
console.log(exchanges.length);
