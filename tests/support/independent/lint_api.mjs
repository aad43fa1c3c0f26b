// Holds the published API against the rules that others have for such descriptions.
//
//   node lint_api.mjs OPENAPI.json
//
// Prints what is wrong, and ends with 1 where anything is.

import { createConfig, formatProblems, getTotals, lint } from "@redocly/openapi-core";

// What signatures are made over stands inside of a JWS, where the description cannot point.
const SIGNED = ["LoginPayload", "CardRenewalPayload", "AuthenticationPayload", "ApplicationPayload"];

const config = await createConfig({
  extends: ["recommended"],
  // Every installation has an origin of its own.
  rules: { "no-server-example.com": "off" },
});
const problems = (await lint({ ref: process.argv[2], config })).filter(
  ({ ruleId, location }) =>
    ruleId !== "no-unused-components" || !SIGNED.some((name) => location[0].pointer === `#/components/schemas/${name}`));
formatProblems(problems, { format: "stylish", totals: getTotals(problems), version: "" });
process.exitCode = problems.length > 0 ? 1 : 0;
