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

/** The path as the API has it: with "{id}" where an address has one. */
function patternOf(path) {
  const fits = (pattern) => new RegExp(`^${pattern.replaceAll(/\{[a-z]+\}/g, "[^/]+")}$`).test(path);
  return path in api.paths ? path : (Object.keys(api.paths).find(fits) ?? path);
}

function operationOf(method, path) {
  const operation = api.paths[patternOf(path)]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not in the API`);
  return operation;
}

/** Throws where an answer is not one that the API describes for this request; `type` is looked at where it is given. */
export function checkAnswer(method, path, status, body, type) {
  const response = operationOf(method, path).responses[status];
  if (!response) throw new Error(`${method} ${path} must not answer ${status}`);
  const [[described, content] = []] = Object.entries(resolved(response).content ?? {});
  if (!content) {
    if (body !== null) throw new Error(`${method} ${path} must have no body with ${status}`);
    return;
  }
  if (type !== undefined && type !== described) throw new Error(`${status} comes as ${described}, not as ${type}`);
  checker(`api${content.schema.$ref}`)(body);
}

function parameterOf({ in: place, name }, target, headers) {
  if (place === "path") {
    const at = patternOf(target.split("?")[0]).split("/").indexOf(`{${name}}`);
    return target.split("?")[0].split("/")[at];
  }
  return place === "query" ? new URL(target, "https://any.example").searchParams.get(name) : headers[name.toLowerCase()];
}

/** Throws where a request is not one that the API describes; `headers` by their names in small letters, `type` that of the body. */
export function checkRequest(method, target, headers, body) {
  const path = target.split("?")[0];
  const { parameters = [], requestBody, security } = operationOf(method, path);
  const at = `api#/paths/${encodeURIComponent(patternOf(path).replaceAll("/", "~1"))}/${method.toLowerCase()}`;
  for (const [index, parameter] of parameters.entries()) {
    const where = parameter.$ref ? `api${parameter.$ref}` : `${at}/parameters/${index}`;
    const value = parameterOf(resolved(parameter), target, headers) ?? undefined;
    if (value === undefined && !resolved(parameter).required) continue;
    const isNumber = resolved(parameter).schema.type === "integer" && /^\d+$/.test(value);
    checker(`${where}/schema`)(isNumber ? Number(value) : value);
  }
  if (security && !headers.authorization) throw new Error("no session is sent");
  if (!security && headers.authorization) throw new Error("a session is sent that nobody asks for");
  if (!requestBody) {
    if (body !== null) throw new Error("has a body");
    return;
  }
  const [type] = Object.keys(requestBody.content);
  if (headers.type !== type) throw new Error(`is sent as ${headers.type}`);
  if (type !== "application/json") return;
  checker(`${at}/requestBody/content/application~1json/schema`)(body);
}
