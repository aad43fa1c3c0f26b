// The published API as JSON Schema (OpenAPI 3.1 uses draft 2020-12).

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const api = JSON.parse(readFileSync(new URL("../../../backend/openapi.json", import.meta.url), "utf8"));
// Formats such as date-time are annotations; the patterns beside them are checked.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(api, "api");

function resolved(object) {
  return object.$ref ? object.$ref.slice(2).split("/").reduce((at, key) => at[key], api) : object;
}

function checker(reference) {
  const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference });
  return (value) => {
    if (!validate(value)) throw new Error(`${reference}: ${ajv.errorsText(validate.errors)}`);
  };
}

/** Throws where a value is not what the named schema says. */
export function validator(schema) {
  return checker(`api#/components/schemas/${schema}`);
}

/** Throws where an answer is not one that the API describes for this request. */
export function checkAnswer(method, path, status, body) {
  const operation = api.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not in the API`);
  const response = operation.responses[status];
  if (!response) throw new Error(`${method} ${path} must not answer ${status}`);
  const [content] = Object.values(resolved(response).content ?? {});
  if (!content) {
    if (body !== null) throw new Error(`${method} ${path} must have no body with ${status}`);
    return;
  }
  checker(`api${content.schema.$ref}`)(body);
}
