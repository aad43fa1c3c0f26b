// Holds what the client sent in its tests, and what the tests' own servers answered, against the published API: a
// server that says what the service could never say proves nothing of the client.
//
//   node check_client.mjs FOLDER
//
// FOLDER has what tests/support/exchange_log.cpp and tests/e2e/scripted_backend.py wrote, one exchange a line. Prints
// what is wrong, each with its test, and ends with 1 where anything is.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkAnswer, checkRequest } from "./api.mjs";

/** A piece of a file is sent as it is. */
function parsed(body, type) {
  return body === "" ? null : type === "application/octet-stream" ? body : JSON.parse(body);
}

function judgeAnswer({ method, target }, { status, type, body, foreign }) {
  const judge = () => checkAnswer(method, target.split("?")[0], status, parsed(body), type);
  if (!foreign) return judge();
  // A mark that is not needed would hide the next mistake.
  assert.throws(judge, () => true, "the service could say this, but it is marked as foreign");
}

function judge({ request, answer }) {
  checkRequest(request.method, request.target, request, parsed(request.body, request.type));
  if (answer) judgeAnswer(request, answer);
}

// A judge that takes everything would say nothing.
const right = {
  request: { method: "DELETE", target: "/v1/sessions/current", authorization: "Bearer x", body: "" },
  answer: { status: 204, type: "", body: "" },
};
judge(right);
assert.throws(() => judge({ ...right, request: { ...right.request, authorization: "" } }));
assert.throws(() => judge({ request: { ...right.request, method: "GET", target: "/v1/health" } }));
assert.throws(() => judge({ ...right, answer: { ...right.answer, status: 200 } }));
assert.throws(() => judge({ ...right, answer: { ...right.answer, foreign: true } }));

const faults = new Set();
let count = 0;
for (const file of readdirSync(process.argv[2])) {
  for (const line of readFileSync(join(process.argv[2], file), "utf8").trimEnd().split("\n")) {
    const exchange = JSON.parse(line);
    try {
      judge(exchange);
    } catch (fault) {
      const { method, target } = exchange.request;
      faults.add(`${exchange.test}: ${method} ${target} ${exchange.answer?.status ?? "-"}: ${fault.message}`);
    }
    ++count;
  }
}
for (const fault of faults) console.log(fault);
console.log(`${count} exchanges, ${faults.size} faults`);
process.exitCode = faults.size > 0 ? 1 : 0;
