# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests and what they must be answered. Every bad one must leave the store as it was."""

import dataclasses
import gzip
import json

JSON = ("Content-Type", "application/json")
GZIP = ("Content-Encoding", "gzip")
PUSH = "/api/sync/push"
PULL = "/api/sync/pull"
RECORD = "/api/sync/record"
EVENTS = "/api/sync/events"
SESSION = "/api/sync/session"
HOLDER = "/api/sync/holder"
LINKS = "/api/sync/links"


@dataclasses.dataclass
class Case:
    """One request. `sender` is a key of the test's tokens, or a token; None: no token."""

    name: str
    status: int
    code: str = None  # of the error
    results: tuple = ()  # of the operations: "applied", a conflict type, or an error's code
    method: str = "GET"
    path: str = PULL
    query: str = ""
    sender: str = "bookkeeper"
    body: bytes = None
    headers: tuple = ()


def push(name, operations, *results, **more):
    """A push that is answered 200."""
    return Case(name, 200, results=results, method="POST", path=PUSH, body=pushed(operations), headers=(JSON,), **more)


def bad_push(name, status, code, body, headers=(JSON,), **more):
    return Case(name, status, code, method="POST", path=PUSH, body=body, headers=headers, **more)


def ask(name, status, path, body, **more):
    return Case(name, status, method="POST", path=path, body=json.dumps(body).encode(), headers=(JSON,), **more)


def pushed(operations):
    return json.dumps({"operations": operations, "clientTimestamp": 1_780_000_000_000}).encode()


def operation(kind="create", entity="customers", entity_id="tmp-x", data=None, **more):
    result = {"id": 1, "operation": kind, "entityType": entity, "entityId": entity_id, "timestamp": 1_780_000_000_000}
    if kind in ("create", "update"):
        result["data"] = {"name": "Ada"} if data is None else data
    return {**result, **more}


def invoice(customer):
    row = {"rowId": "r1", "description": "Work", "quantity": "2", "price": "10.125", "vat": "25"}
    return {"customer": customer, "invoiceDate": "2026-03-01", "currency": "SEK", "rows": [row]}


HOLD = {"connection": "shop:1", "hub": "file", "hubName": "ANNA-PC", "epoch": 0}
LINK = {"entityType": "customers", "id": 1, "remoteId": "S1", "version": "7", "recordVersion": 1}
TELL = {"connection": "shop:1", "hub": "file", "epoch": 1, "links": [LINK]}

# Run in this order on an empty company; customer 1 and invoice 2 are what the bad requests then try to harm.
GOOD = [
    push("nothing to push", []),
    push("a customer and its invoice", [operation(entity_id="tmp-1", data={"name": "Ada", "customerNumber": "7"}),
                                        operation(entity="invoices", entity_id="tmp-2", data=invoice("tmp-1"))], "applied", "applied"),
    push("an update", [operation("update", entity_id=1, data={"name": "Ada L", "customerNumber": "7"}, baseVersion=1)], "applied"),
    push("a stale update", [operation("update", entity_id=1, data={"name": "Ada X"}, baseVersion=1)], "version"),
    push("an update by document 002 that is too old", [operation("update", entity_id=1, data={"name": "Ada Y"}, timestamp=1)], "timestamp"),
    push("a number that is taken", [operation(entity_id="tmp-3", data={"name": "Bo", "customerNumber": "7"})], "duplicate-key"),
    push("an update of nothing", [operation("update", entity_id=99, baseVersion=1)], "missing-entity"),
    push("a delete of nothing", [operation("delete", entity_id=99, baseVersion=1)], "missing-entity"),
    push("a customer to delete", [operation(entity_id="tmp-4", data={"name": "Bo"})], "applied"),
    push("a delete", [operation("delete", entity_id="tmp-4", baseVersion=1)], "applied"),
    push("an update of a deleted record", [operation("update", entity_id="tmp-4", baseVersion=1)], "deletion"),
    push("a stale delete", [operation("delete", entity_id=1, baseVersion=1)], "deletion"),
    push("keyed", [operation(entity_id="tmp-5", data={"name": "Cy"}, idempotencyKey="k")], "applied"),
    push("keyed, sent again", [operation(entity_id="tmp-5", data={"name": "Cy"}, idempotencyKey="k")], "applied"),
    push("an invoice, booked", [operation(entity="invoices", entity_id="tmp-7", data=invoice(1)),
                                operation("step", "invoices", "tmp-7", step="book", baseVersion=1)], "applied", "applied"),
    push("a step of what has changed since", [operation("step", "invoices", "tmp-7", step="cancel", baseVersion=1)], "version"),
    Case("packed", 200, method="POST", path=PUSH, body=gzip.compress(pushed([])), headers=(JSON, GZIP)),
    Case("all changes", 200),
    Case("packed changes", 200, headers=(("Accept-Encoding", "gzip"),)),
    Case("a page of changes", 200, query="limit=1"),
    Case("changes of one type", 200, query="entityTypes=invoices"),
    Case("changes by time", 200, query="lastSyncTimestamp=0"),
    Case("no changes since the end of time", 200, query="lastSyncTimestamp=99999999999999"),
    Case("with the company named", 200, query="practiceId=acme&tenantId=firm"),
    Case("a record", 200, path=RECORD, query="entityType=customers&id=1"),
    Case("a record by its temporary id", 200, path=RECORD, query="entityType=invoices&id=tmp-2"),
    Case("a deleted record", 200, path=RECORD, query="entityType=customers&id=tmp-4"),
    Case("a stream of events", 200, path=EVENTS),
    Case("a stream of events for a viewer", 200, path=EVENTS, query="practiceId=acme&tenantId=firm", sender="viewer"),
    ask("becoming the holder", 200, HOLDER, HOLD),
    ask("going on as the holder", 200, HOLDER, {**HOLD, "epoch": 1}),
    ask("a second computer", 200, HOLDER, {**HOLD, "hub": "other"}),
    ask("telling links", 200, LINKS, TELL),
    ask("a link of a record that is not there", 200, LINKS, {**TELL, "links": [{**LINK, "id": 999}]}),
    ask("a link of a record of another type", 200, LINKS, {**TELL, "links": [{**LINK, "entityType": "articles"}]}),
    Case("the links", 200, path=LINKS, query="connection=shop:1"),
    push("what was brought from there twice", [operation(entity_id="tmp-brought", links=[{"connection": "shop:1", "remoteId": "S1", "epoch": 1}])],
         "duplicate-key"),
    Case("the session", 200, path=SESSION),
    Case("the session of a viewer", 200, path=SESSION, sender="viewer"),
    Case("a viewer reads", 200, sender="viewer"),
    Case("health", 200, path="/health", query="nonce=%C3%A5%22", sender=None),
    Case("health without its body", 200, method="HEAD", path="/health", sender=None),
]

BAD_BODIES = [
    bad_push("too large", 413, "body.tooLarge", b" " * ((16 << 20) + 1)),
    bad_push("a gzip bomb", 413, "body.tooLarge", gzip.compress(b" " * (64 << 20)), (JSON, GZIP)),
    bad_push("gzip cut off", 400, "gzip.malformed", gzip.compress(pushed([]))[:-9], (JSON, GZIP)),
    bad_push("gzip that is none", 400, "gzip.malformed", pushed([]), (JSON, GZIP)),
    bad_push("another encoding", 415, "contentEncoding.unsupported", pushed([]), (JSON, ("Content-Encoding", "br"))),
    bad_push("a form", 415, "contentType.unsupported", b"a=b", (("Content-Type", "application/x-www-form-urlencoded"),)),
    bad_push("no type", 415, "contentType.unsupported", pushed([]), ()),
    bad_push("no JSON", 400, "json.malformed", b"operations"),
    bad_push("JSON cut off", 400, "json.malformed", pushed([operation()])[:-3]),
    bad_push("broken UTF-8", 400, "json.malformed", b'{"operations":["\xff"]}'),
    bad_push("nothing", 400, "json.malformed", b""),
    bad_push("a list", 400, "json.notAnObject", b"[]"),
    bad_push("deep", 400, "json.tooDeep", b'{"operations":' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    bad_push("operations missing", 400, "operations.notAnArray", b"{}"),
    bad_push("operations not an array", 400, "operations.notAnArray", b'{"operations":{"0":1}}'),
    bad_push("an operation that is no object", 400, "operation.notAnObject", b'{"operations":[[]]}'),
    bad_push("an operation without id", 400, "operation.noId", pushed([{"operation": "create"}])),
    bad_push("501 operations", 413, "operations.tooMany", pushed([operation(id=n) for n in range(501)])),
]

FORGED = "frost_" + "A" * 43
# The record is customer 1 of firm/acme: it is there, but not for these.
CUSTOMER = "entityType=customers&id=1"

BAD_ACCESS = [
    case
    for path, query in ((PULL, ""), (RECORD, CUSTOMER), (EVENTS, ""), (SESSION, ""), (LINKS, "connection=shop:1"))
    for case in (
        Case(f"no token for {path}", 401, "token.missing", path=path, query=query, sender=None),
        Case(f"another scheme for {path}", 401, "token.missing", path=path, query=query, sender=None,
             headers=(("Authorization", "Basic YW5uYTphbm5h"),)),
        Case(f"an empty token for {path}", 401, "token.missing", path=path, query=query, sender=""),
        Case(f"a forged token for {path}", 401, "token.invalid", path=path, query=query, sender=FORGED),
        Case(f"a token that is SQL for {path}", 401, "token.invalid", path=path, query=query, sender="' OR 1=1 --"),
    )
] + [
    case
    for path, query in ((PULL, ""), (RECORD, CUSTOMER + "&"), (EVENTS, ""), (LINKS, "connection=shop:1&"))
    for case in (
        Case(f"another tenant for {path}", 403, "tenant.forbidden", path=path, query=query + "tenantId=rival"),
        Case(f"another company for {path}", 403, "company.forbidden", path=path, query=query + "practiceId=beta"),
        Case(f"a company that is a path for {path}", 403, "company.forbidden", path=path,
             query=query + "practiceId=..%2F..%2Frival"),
    )
] + [
    Case("a record of another company's user", 404, "record.unknown", path=RECORD, query=CUSTOMER, sender="beta"),
    Case("a record of another tenant's user", 404, "record.unknown", path=RECORD, query=CUSTOMER, sender="rival"),
    Case("a record of the first tenant, named", 403, "tenant.forbidden", path=RECORD, query=CUSTOMER + "&tenantId=firm",
         sender="rival"),
    bad_push("no token", 401, "token.missing", pushed([operation()]), sender=None),
    bad_push("a forged token", 401, "token.invalid", pushed([operation()]), sender=FORGED),
    bad_push("a body that nobody known sends", 413, "body.withoutToken", b" " * ((16 << 10) + 1), sender=None),
    bad_push("a viewer pushes", 403, "permission.missing", pushed([operation()]), sender="viewer"),
    bad_push("into another tenant", 403, "tenant.forbidden", pushed([operation(), operation(tenantId="rival")])),
    bad_push("into another company", 403, "company.forbidden", pushed([operation(), operation(practiceId="beta")])),
    bad_push("into another company by query", 403, "company.forbidden", pushed([operation()]), query="practiceId=beta"),
]

BAD_QUERIES = [
    Case("a cursor of no form", 400, "cursor.malformed", query="cursor=abc"),
    Case("a cursor that is SQL", 400, "cursor.malformed", query="cursor=1'--.5"),
    Case("a cursor of another history", 410, "cursor.expired", query="cursor=0123456789abcdef.1"),
    Case("limit 0", 400, "limit.outOfRange", query="limit=0"),
    Case("limit 1001", 400, "limit.outOfRange", query="limit=1001"),
    Case("limit in words", 400, "limit.outOfRange", query="limit=all"),
    Case("an unknown type", 400, "type.unknown", query="entityTypes=customers,spaceships"),
    Case("a time in words", 400, "timestamp.malformed", query="lastSyncTimestamp=now"),
    Case("a record of an unknown type", 400, "type.unknown", path=RECORD, query="entityType=spaceships&id=1"),
    Case("a record without id", 400, "parameter.missing", path=RECORD, query="entityType=customers"),
    Case("an unknown record", 404, "record.unknown", path=RECORD, query="entityType=customers&id=99"),
    Case("a nonce without end", 400, "nonce.tooLong", path="/health", query="nonce=" + "x" * 201, sender=None),
]

BAD_PATHS = [
    Case("nowhere", 404, "path.unknown", path="/api/sync/nowhere"),
    Case("a way up", 404, "path.unknown", path="/api/sync/../../etc/passwd"),
    Case("an encoded way up", 404, "path.unknown", path="/api/sync/..%2F..%2Fetc%2Fpasswd"),
    Case("two slashes", 404, "path.unknown", path="//api/sync/pull"),
    Case("a NUL", 404, "path.unknown", path="/api/sync/pull%00"),
    Case("push with GET", 405, "method.notAllowed", path=PUSH),
    Case("pull with POST", 405, "method.notAllowed", method="POST", body=pushed([operation()]), headers=(JSON,)),
    Case("pull with DELETE", 405, "method.notAllowed", method="DELETE"),
    Case("the record with PUT", 405, "method.notAllowed", method="PUT", path=RECORD, body=b"{}", headers=(JSON,)),
    Case("events with POST", 405, "method.notAllowed", method="POST", path=EVENTS, body=b"{}", headers=(JSON,)),
    Case("the session with POST", 405, "method.notAllowed", method="POST", path=SESSION, body=b"{}", headers=(JSON,)),
    Case("a nonce without end, header only", 400, method="HEAD", path="/health", query="nonce=" + "x" * 201, sender=None),
    Case("a method of our own", 405, "method.notAllowed", method="SNOW", path=PULL),
]

BAD_HOLDERS = [
    ask("a holder without a token", 401, HOLDER, HOLD, code="token.missing", sender=None),
    ask("a holder with a forged token", 401, HOLDER, HOLD, code="token.invalid", sender=FORGED),
    ask("a viewer as holder", 403, HOLDER, HOLD, code="permission.missing", sender="viewer"),
    ask("a holder of nothing", 400, HOLDER, {"hub": "file", "epoch": 0}, code="parameter.missing"),
    ask("a holder without an epoch", 400, HOLDER, {**HOLD, "epoch": "1"}, code="parameter.missing"),
    ask("a holder with a negative epoch", 400, HOLDER, {**HOLD, "epoch": -1}, code="parameter.missing"),
    ask("a holder whose hub is an object", 400, HOLDER, {**HOLD, "hub": {}}, code="parameter.missing"),
    ask("a holder in another company", 403, HOLDER, HOLD, code="company.forbidden", query="practiceId=beta"),
    Case("the holder with GET", 405, "method.notAllowed", path=HOLDER),
    ask("links without a token", 401, LINKS, TELL, code="token.missing", sender=None),
    ask("links with a forged token", 401, LINKS, TELL, code="token.invalid", sender=FORGED),
    ask("links of a viewer", 403, LINKS, TELL, code="permission.missing", sender="viewer"),
    ask("links of an old epoch", 409, LINKS, {**TELL, "epoch": 0}, code="holder.changed"),
    ask("links of another computer", 409, LINKS, {**TELL, "hub": "other"}, code="holder.changed"),
    ask("links of a connection that nobody holds", 409, LINKS, {**TELL, "connection": "shop:2"}, code="holder.changed"),
    ask("links that are no list", 400, LINKS, {**TELL, "links": {}}, code="link.malformed"),
    ask("a link without a remote id", 400, LINKS, {**TELL, "links": [{**LINK, "remoteId": None, "id": 0}]}, code="link.malformed"),
    ask("a link with a number for a version", 400, LINKS, {**TELL, "links": [{**LINK, "recordVersion": "1"}]}, code="link.malformed"),
    ask("501 links", 413, LINKS, {**TELL, "links": [LINK] * 501}, code="operations.tooMany"),
    Case("links of no connection", 400, "parameter.missing", path=LINKS),
    Case("links from no cursor", 400, "cursor.malformed", path=LINKS, query="connection=shop:1&cursor=x"),
    Case("links from another history", 410, "cursor.expired", path=LINKS, query="connection=shop:1&cursor=abc.1"),
]

BAD_OPERATIONS = [
    push("a link that is none", [operation(entity_id="tmp-l", links=[{"connection": "shop:1"}])], "operation.malformed"),
    push("an unknown kind", [operation("upsert")], "operation.unknown"),
    push("an unknown type", [operation(entity="spaceships")], "type.unknown"),
    push("a type that is a path", [operation(entity="../customers")], "type.unknown"),
    push("no entity id", [operation(entity_id=None)], "operation.malformed"),
    push("a create under a number", [operation(entity_id=5)], "operation.malformed"),
    push("no data", [operation(data=[])], "operation.malformed"),
    push("a field of the wrong type", [operation(data={"name": ["Ada"]})], "record.invalid"),
    push("a required field missing", [operation(data={"note": "x"})], "record.invalid"),
    push("an amount that is none", [operation(entity="articles", data={"description": "x", "salesPrice": "12,50"})], "record.invalid"),
    push("an unknown reference", [operation(entity="invoices", data=invoice("tmp-nobody"))], "reference.unknown"),
    push("a reference to another type", [operation(entity="invoices", data=invoice(2))], "reference.unknown"),
    push("a reference to a deleted record", [operation(entity="invoices", data=invoice("tmp-4"))], "reference.deleted"),
    push("another number for an invoice", [operation("update", "invoices", 2, {**invoice("1"), "documentNumber": "77"}, baseVersion=1)], "field.final"),
    push("a key used before", [operation(entity_id="tmp-6", idempotencyKey="k")], "key.reused"),
    push("a step that the type does not have", [operation("step", entity_id=1, step="book", baseVersion=2)], "step.unknown"),
    push("a step without its name", [operation("step", "invoices", 2, baseVersion=1)], "operation.malformed"),
    push("a step without the version that was seen", [operation("step", "invoices", 2, step="book")], "operation.malformed"),
    push("an update without version and time", [operation("update", entity_id=1, timestamp=None)], "operation.malformed"),
]

BAD = BAD_BODIES + BAD_ACCESS + BAD_QUERIES + BAD_PATHS + BAD_HOLDERS + BAD_OPERATIONS
