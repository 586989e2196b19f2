"use strict";
// Shows /api/v1/openapi.json. Everything goes in as text, so that nothing in it is taken for markup.
const said = document.getElementById("said");
const routes = document.getElementById("routes");

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function resolved(value, schemas, depth) {
  if (Array.isArray(value)) {
    return value.map((each) => resolved(each, schemas, depth));
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  if (typeof value.$ref === "string" && value.$ref.startsWith("#/components/schemas/") && depth > 0) {
    return resolved(schemas[value.$ref.slice("#/components/schemas/".length)], schemas, depth - 1);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, schemas, depth)]));
}

function route(path, method, operation, schemas) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.append(element("b", method.toUpperCase()), element("code", path), ` ${operation.summary || ""}`);
  details.append(summary, element("p", operation.description || ""));
  const parts = { parameters: operation.parameters, body: operation.requestBody, responses: operation.responses };
  details.append(element("pre", JSON.stringify(resolved(parts, schemas, 4), null, 2)));
  return details;
}

fetch("/api/v1/openapi.json").then((answer) => {
  if (!answer.ok) {
    said.textContent = "Come in first: open the link that the server printed when it started.";
    return null;
  }
  return answer.json();
}).then((api) => {
  if (api) {
    said.textContent = `The interface of version ${api.info.version}. Every request needs a token or this session; every change an Idempotency-Key.`;
    for (const [path, operations] of Object.entries(api.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        routes.append(route(path, method, operation, api.components.schemas));
      }
    }
  }
}).catch(() => {
  said.textContent = "The server does not answer.";
});
