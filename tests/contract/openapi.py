# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An OpenAPI 3.0 file as a judge of answers."""

import json

import jsonschema
import yaml


class Contract:
    """Says what is wrong with an answer, by the operation that was asked."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.document = _as_json_schema(yaml.safe_load(file))

    def operations(self):
        """(method, path) of everything described."""
        return [(method.upper(), path) for path, item in self.document["paths"].items() for method in item]

    def guarded_operations(self):
        """Those of them that need a token."""
        return [(method, path) for method, path in self.operations()
                if self.document["paths"][path][method.lower()].get("security") != []]

    def problems(self, method, path, answer):
        """Sentences; none for an answer that keeps the contract."""
        operation = self.document["paths"].get(path, {}).get(method.lower())
        if operation is None:
            return self.refusal_problems(answer)
        described = operation["responses"].get(str(answer.status))
        if described is None:
            return [f"status {answer.status} is not described for {method} {path}"]
        described = self._resolved(described)
        found = [f"header {name} is missing" for name in described.get("headers", {}) if answer.header(name) is None]
        if "content" not in described:
            return found + (["a body where none is described"] if answer.body else [])
        if "text/event-stream" in described["content"]:  # what follows has no end
            return found + ([] if answer.header("Content-Type") == "text/event-stream" else ["no stream of events"])
        return found + self._body_problems(described["content"]["application/json"]["schema"], answer)

    def refusal_problems(self, answer):
        """The same for an answer to something that is not described: it must be a well-formed refusal."""
        if answer.status < 400:
            return [f"status {answer.status} for something that is not described"]
        return self._body_problems({"$ref": "#/components/schemas/ErrorAnswer"}, answer)

    def request_problems(self, path, body):
        """For the body of a POST that is meant to be good."""
        content = self.document["paths"][path]["post"]["requestBody"]["content"]
        return self._schema_problems(content["application/json"]["schema"], body)

    def schema_problems(self, name, body):
        """For anything that one of the described schemas is about."""
        return self._schema_problems({"$ref": f"#/components/schemas/{name}"}, body)

    def component_problems(self):
        """Schemas that are none, and references that lead nowhere."""
        found = []
        for name, schema in self.document["components"]["schemas"].items():
            try:
                jsonschema.Draft4Validator.check_schema(schema)
            except jsonschema.SchemaError as error:
                found.append(f"{name}: {error.message}")
        for reference in _references(self.document):
            try:
                self._at(reference)
            except KeyError:
                found.append(f"{reference} leads nowhere")
        return found

    def _resolved(self, node):
        return self._at(node["$ref"]) if "$ref" in node else node

    def _at(self, reference):
        node = self.document
        for name in reference.removeprefix("#/").split("/"):
            node = node[name]
        return node

    def _body_problems(self, schema, answer):
        if answer.header("Content-Type") != "application/json":
            return [f"content type {answer.header('Content-Type')}"]
        try:
            body = json.loads(answer.body)
        except ValueError as error:
            return [f"not JSON: {error}: {answer.body[:200]!r}"]
        return self._schema_problems(schema, body)

    def _schema_problems(self, schema, body):
        # Draft 4 is what OpenAPI 3.0 grew out of; references are looked up beside the schema.
        validator = jsonschema.Draft4Validator({**schema, "components": self.document["components"]})
        return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}" for error in validator.iter_errors(body)]


def _as_json_schema(node):
    """OpenAPI's "nullable" in JSON Schema's words."""
    if isinstance(node, list):
        return [_as_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: _as_json_schema(value) for key, value in node.items()}
    if result.get("nullable") is True:
        del result["nullable"]
        result["type"] = [result["type"], "null"]
    return result


def _references(node):
    if isinstance(node, list):
        for item in node:
            yield from _references(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield value
            else:
                yield from _references(value)
