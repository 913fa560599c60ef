# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrong input for every verb of frost-agent: the message, the exit code, and a company that stays as it was."""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from contextlib import closing
from pathlib import Path

from office import AGENT, COMPANY, DAMAGED, DEADLINE, ENVIRONMENT, LEFT_OVER, OFFLINE, SIGN_IN, TENANT, USAGE, Device, Server

IN = ("--company", COMPANY)
CONNECT = ("connect", COMPANY, "frostserver", "--name", "second")
RECORD = '{"name": "Sjöbloms Bageri"}'
LARGE = '{"name": "' + "x" * (17 << 20) + '"}'
DEEP = '{"note": ' + "[" * 40 + "]" * 40 + "}"
# What stands in {} is put in by the test: {url} the server, {customer}, {invoice} a record, {booked} one that waits to be booked, {conflict} an open conflict, {folder} a place for files.

# name, arguments, standard input, exit code, words in the message
WRONG = [
    # The command line as such
    ("no verb", (), "", USAGE, "--help lists the verbs"),
    ("an unknown verb", ("frobnicate",), "", USAGE, '"frobnicate"'),
    ("half of a verb", ("company",), "", USAGE, '"company"'),
    ("the wrong half of a verb", ("import", "sieve", "x"), "", USAGE, '"import sieve"'),
    ("help about an unknown verb", ("frobnicate", "--help"), "", USAGE, '"frobnicate"'),
    ("an unknown option", ("list", "customers", *IN, "--frobnicate"), "", USAGE, "--frobnicate"),
    ("an unknown short option", ("list", "customers", *IN, "-x"), "", USAGE, "-x"),
    ("an option of another verb", ("list", "customers", *IN, "--dry-run"), "", USAGE, "--dry-run"),
    ("an option without its value", ("list", "customers", "--company"), "", USAGE, "--company needs a value"),
    ("an option where a value belongs", ("list", "customers", "--company", "--count"), "", USAGE, "--company needs a value"),
    ("an empty value", ("list", "customers", "--company="), "", USAGE, "--company needs a value"),
    ("a value for a flag", ("list", "customers", *IN, "--count=1"), "", USAGE, "--count takes no value"),
    ("an option twice", ("list", "customers", *IN, "--limit", "1", "--limit", "2"), "", USAGE, "only once"),
    # company add
    ("a company without a name", ("company", "add", "--tenant", "t"), "", USAGE, "COMPANY is missing"),
    ("a company without a tenant", ("company", "add", "x"), "", USAGE, "--tenant is needed"),
    ("a company that is a path", ("company", "add", "../x", "--tenant", "t"), "", USAGE, "cannot be a name"),
    ("a tenant that is a path", ("company", "add", "x", "--tenant", "a/b"), "", USAGE, "cannot be a name"),
    ("a name that is too long", ("company", "add", "x" * 65, "--tenant", "t"), "", USAGE, "cannot be a name"),
    ("a hidden name", ("company", "add", ".x", "--tenant", "t"), "", USAGE, "cannot be a name"),
    ("a company that exists", ("company", "add", COMPANY, "--tenant", TENANT), "", LEFT_OVER, "exists already"),
    ("a company that exists in other letters", ("company", "add", COMPANY.upper(), "--tenant", TENANT), "", LEFT_OVER, "exists already"),
    ("an unknown pack", ("company", "add", "x", "--tenant", "t", "--pack", "spaceships"), "", USAGE, '"spaceships"'),
    ("two packs with the same type", ("company", "add", "x", "--tenant", "t", "--pack", "accounting", "--pack", "veterinary"), "", USAGE,
     "both have the entity type"),
    ("a word too many", ("company", "add", "x", "y", "--tenant", "t"), "", USAGE, "one word too many"),
    # connect
    ("an unknown company to connect", ("connect", "nobody", "frostserver", "--url", "{url}", "--token-file", "-"), "t", USAGE, '"nobody"'),
    ("an unknown provider", ("connect", COMPANY, "spaceship", "--url", "{url}", "--token-file", "-"), "t", USAGE, "It can speak to: frostserver"),
    ("no address", (*CONNECT, "--token-file", "-"), "t", USAGE, "--url is needed"),
    ("no token file", (*CONNECT, "--url", "{url}"), "", USAGE, "--token-file is needed"),
    ("an address that is none", (*CONNECT, "--url", "here", "--token-file", "-"), "t", USAGE, "not an address"),
    ("an address of another kind", (*CONNECT, "--url", "ftp://host", "--token-file", "-"), "t", USAGE, "not an address"),
    ("an address with a password", (*CONNECT, "--url", "http://a:b@host", "--token-file", "-"), "t", USAGE, "not an address"),
    ("an address with a query", (*CONNECT, "--url", "http://host/?x=1", "--token-file", "-"), "t", USAGE, "not an address"),
    ("an address where something else answers", (*CONNECT, "--url", "{url}/elsewhere", "--token-file", "-"), "t", USAGE, "No Frost server answers"),
    ("a connection name that is a path", ("connect", COMPANY, "frostserver", "--name", "a/b", "--url", "{url}", "--token-file", "-"), "t",
     USAGE, "cannot be a name"),
    ("a name that another connection has", ("connect", COMPANY, "frostserver", "--url", "http://127.0.0.1:1", "--token-file", "-"), "t",
     LEFT_OVER, "--name"),
    ("a token file that is not there", (*CONNECT, "--url", "{url}", "--token-file", "{folder}/nothing"), "", USAGE, "There is no file"),
    ("an empty token", (*CONNECT, "--url", "{url}", "--token-file", "-"), " \n", USAGE, "standard input"),
    ("two lines of token", (*CONNECT, "--url", "{url}", "--token-file", "-"), "one\ntwo\n", USAGE, "no token"),
    ("a token that the server does not know", (*CONNECT, "--url", "{url}", "--token-file", "-"), "frost_wrong", SIGN_IN, "does not know this token"),
    ("a company that the token does not open", (*CONNECT, "--url", "{url}", "--token-file", "{token}", "--remote-company", "other"), "", SIGN_IN,
     "does not open"),
    # import sie
    ("a SIE import without a file", ("import", "sie", *IN), "", USAGE, "FILE is missing"),
    ("a SIE import without a company", ("import", "sie", "{folder}/cut.se"), "", USAGE, "--company is needed"),
    ("an encoding that does not exist", ("import", "sie", "{folder}/cut.se", *IN, "--encoding", "ebcdic"), "", USAGE, "cp437, latin1, utf8"),
    ("a SIE file that is not there", ("import", "sie", "{folder}/nothing", *IN), "", USAGE, "There is no file"),
    ("a folder instead of a SIE file", ("import", "sie", "{folder}", *IN), "", USAGE, "cannot be read"),
    ("an empty SIE file", ("import", "sie", "{folder}/empty.csv", *IN), "", USAGE, "file is empty"),
    ("a SIE file that is not text", ("import", "sie", "{folder}/binary.csv", *IN), "", USAGE, "bytes that no text has"),
    ("another file instead of a SIE file", ("import", "sie", "{folder}/a.csv", *IN), "", USAGE, "not a SIE file"),
    ("a SIE 5 file", ("import", "sie", "{folder}/sie5.xml", *IN), "", USAGE, "SIE 5"),
    ("a SIE file that was cut", ("import", "sie", "{folder}/cut.se", *IN), "", USAGE, "voucher on line 4"),
    ("a dry run of a SIE file that was cut", ("import", "sie", "{folder}/cut.se", *IN, "--dry-run"), "", USAGE, "voucher on line 4"),
    # import csv
    ("an import without a profile", ("import", "csv", "{folder}/a.csv", *IN), "", USAGE, "--profile is needed"),
    ("an unknown profile", ("import", "csv", "{folder}/a.csv", *IN, "--profile", "nothing"), "", USAGE, '"nothing"'),
    ("a profile that is no JSON", ("import", "csv", "{folder}/a.csv", *IN, "--profile", "{folder}/a.csv"), "", USAGE, "not JSON"),
    ("a profile with an unknown member", ("import", "csv", "{folder}/a.csv", *IN, "--profile", "{folder}/odd.json"), "", USAGE, "profile is not valid"),
    ("a file that is not there", ("import", "csv", "{folder}/nothing", *IN, "--profile", "online-retail"), "", USAGE, "There is no file"),
    ("a folder instead of a file", ("import", "csv", "{folder}", *IN, "--profile", "online-retail"), "", USAGE, "cannot be read"),
    ("an empty file", ("import", "csv", "{folder}/empty.csv", *IN, "--profile", "online-retail"), "", USAGE, "holds no rows"),
    ("a file without the columns", ("import", "csv", "{folder}/a.csv", *IN, "--profile", "online-retail"), "", USAGE, "no column"),
    ("a file that is not text", ("import", "csv", "{folder}/binary.csv", *IN, "--profile", "online-retail"), "", USAGE, ""),
    ("a damaged gzip file", ("import", "csv", "{folder}/damaged.gz", *IN, "--profile", "online-retail"), "", USAGE, "compressed file"),
    # sync
    ("a sync of an unknown company", ("sync", "--company", "nobody"), "", USAGE, '"nobody"'),
    ("a sync with an unknown connection", ("sync", *IN, "--connection", "nothing"), "", USAGE, '"nothing"'),
    ("a sync of a company that is not connected", ("sync", "--company", "lonely"), "", USAGE, "not connected"),
    ("a dry run of a company that is not connected", ("sync", "--company", "lonely", "--dry-run"), "", USAGE, "not connected"),
    # pause, resume, cancel
    ("a pause of no company", ("pause",), "", USAGE, "--company is needed"),
    ("a pause of an unknown connection", ("pause", *IN, "--connection", "nothing"), "", USAGE, '"nothing"'),
    ("a pause of a company that is not connected", ("pause", "--company", "lonely"), "", USAGE, "not connected"),
    ("resuming an unknown company", ("resume", "--company", "nobody"), "", USAGE, '"nobody"'),
    ("cancelling an unknown company", ("cancel", "--company", "nobody"), "", USAGE, '"nobody"'),
    ("a name that two tenants have", ("status", "--company", "twin"), "", USAGE, "one/twin"),
    ("a company that is a path", ("status", "--company", "../../x"), "", USAGE, ""),
    # status, queue, history, activity, verify
    *((f"{verb} of an unknown company", (verb, "--company", "nobody"), "", USAGE, '"nobody"')
      for verb in ("status", "queue", "conflicts", "history", "activity", "verify")),
    *((f"{verb} without a company", (verb,), "", USAGE, "--company is needed")
      for verb in ("queue", "conflicts", "history", "activity", "verify")),
    *((f"{verb} with a limit that is no number", (verb, *IN, "--limit", "many"), "", USAGE, "whole number")
      for verb in ("queue", "history", "activity")),
    ("a word too many for status", ("status", "x"), "", USAGE, "one word too many"),
    # list and get
    ("a list without a type", ("list", *IN), "", USAGE, "TYPE is missing"),
    ("a list of an unknown type", ("list", "spaceships", *IN), "", USAGE, "There are: accounts,"),
    ("a list of a path", ("list", "../customers", *IN), "", USAGE, "no entity type"),
    ("a list by an unknown field", ("list", "customers", *IN, "--where", "wings=2"), "", USAGE, '"wings"'),
    ("a list by a list of rows", ("list", "invoices", *IN, "--where", "rows=2"), "", USAGE, '"rows"'),
    ("a list by SQL", ("list", "customers", *IN, "--where", "1=1 OR name=x"), "", USAGE, '"1"'),
    ("a condition that is none", ("list", "customers", *IN, "--where", "name"), "", USAGE, "FIELD=VALUE"),
    ("a condition without a field", ("list", "customers", *IN, "--where", "=x"), "", USAGE, "FIELD=VALUE"),
    ("a value of another kind", ("list", "invoices", *IN, "--where", "total=much"), "", USAGE, "total"),
    ("sorting by an unknown field", ("list", "customers", *IN, "--sort", "wings"), "", USAGE, '"wings"'),
    ("sorting backwards by an unknown field", ("list", "customers", *IN, "--sort", "-wings"), "", USAGE, '"wings"'),
    ("a negative limit", ("list", "customers", *IN, "--limit", "-1"), "", USAGE, "whole number"),
    ("getting nothing", ("get", "customers", *IN), "", USAGE, "ID is missing"),
    ("getting an unknown record", ("get", "customers", "999999", *IN), "", USAGE, "no record 999999"),
    ("getting a record of another type", ("get", "articles", "{customer}", *IN), "", USAGE, "no record"),
    ("getting from an unknown type", ("get", "spaceships", "1", *IN), "", USAGE, "There are: accounts,"),
    # put
    ("an empty record", ("put", "customers", *IN), "", USAGE, "standard input"),
    ("a record of spaces", ("put", "customers", *IN), " \n\t", USAGE, "standard input"),
    ("a record that is no JSON", ("put", "customers", *IN), '{"name": ', USAGE, "not JSON"),
    ("a record with something behind it", ("put", "customers", *IN), RECORD + RECORD, USAGE, "not JSON"),
    ("a record that is a list", ("put", "customers", *IN), "[1]", USAGE, "JSON object"),
    ("a record that is a text", ("put", "customers", *IN), '"x"', USAGE, ""),
    ("a record that is not UTF-8", ("put", "customers", *IN), b'{"name": "\xff\xfe"}', USAGE, "not JSON"),
    ("a record nested too deep", ("put", "customers", *IN), DEEP, USAGE, "nested deeper"),
    ("a record over the limit", ("put", "customers", *IN), LARGE, USAGE, "larger than 16 MiB"),
    ("a record without what is required", ("put", "customers", *IN), "{}", USAGE, "name: is required"),
    ("an unknown field", ("put", "customers", *IN), '{"name": "x", "wings": 2}', USAGE, "wings: there is no such field"),
    ("a number where text belongs", ("put", "customers", *IN), '{"name": 5}', USAGE, "name: has the wrong kind"),
    ("text where a number belongs", ("put", "customers", *IN), '{"name": "x", "termsOfPayment": "soon"}', USAGE, "termsOfPayment: is not a whole"),
    ("half a day of payment terms", ("put", "customers", *IN), '{"name": "x", "termsOfPayment": 1.5}', USAGE, "termsOfPayment: "),
    ("a choice that is none", ("put", "customers", *IN), '{"name": "x", "type": "robot"}', USAGE, "type: is not one of"),
    ("a truth that is a text", ("put", "customers", *IN), '{"name": "x", "active": "yes"}', USAGE, "active: has the wrong kind"),
    ("a date that does not exist", ("put", "invoices", *IN), '{"customer": "{customer}", "invoiceDate": "2026-02-30"}', USAGE, "invoiceDate: is not a date"),
    ("a price with a comma", ("put", "invoices", *IN), '{"customer": "{customer}", "invoiceDate": "2026-02-03", "rows": [{"price": "1,5"}]}', USAGE,
     "rows[0].price: is not a number"),
    ("a price beyond all prices", ("put", "invoices", *IN),
     '{"customer": "{customer}", "invoiceDate": "2026-02-03", "rows": [{"price": "' + "9" * 40 + '"}]}', USAGE, "rows[0].price: is too large"),
    ("rows that are none", ("put", "invoices", *IN), '{"customer": "{customer}", "invoiceDate": "2026-02-03", "rows": [1]}', USAGE, "rows"),
    ("an unknown field in a row", ("put", "invoices", *IN), '{"customer": "{customer}", "invoiceDate": "2026-02-03", "rows": [{"wings": 1}]}', USAGE,
     "rows[0].wings"),
    ("a customer that does not exist", ("put", "invoices", *IN), '{"customer": "999999", "invoiceDate": "2026-02-03"}', USAGE,
     "customer: there is no such record"),
    ("a customer number that is taken", ("put", "customers", *IN), '{"name": "x", "customerNumber": "1001"}', USAGE, "another record has this"),
    ("a voucher that does not balance", ("put", "vouchers", *IN), "{voucher}", USAGE, "debit and credit"),
    ("a change of an unknown record", ("put", "customers", "999999", *IN), RECORD, USAGE, "no record 999999"),
    ("a change of a deleted record", ("put", "customers", "{deleted}", *IN), RECORD, LEFT_OVER, "has been deleted"),
    ("a change that takes away what is required", ("put", "customers", "{customer}", *IN), '{"name": null}', USAGE, "name: is required"),
    ("a record of an unknown type", ("put", "spaceships", *IN), RECORD, USAGE, "There are: accounts,"),
    # delete
    ("deleting nothing", ("delete", "customers", *IN), "", USAGE, "ID is missing"),
    ("deleting an unknown record", ("delete", "customers", "999999", *IN), "", USAGE, "no record 999999"),
    # step
    ("a step without its name", ("step", "invoices", "{invoice}", *IN), "", USAGE, "STEP is missing"),
    ("a step that does not exist", ("step", "invoices", "{invoice}", "publish", *IN), "", USAGE, "There are: book, mark-sent, cancel, credit"),
    ("a step of a type that has none", ("step", "customers", "{customer}", "book", *IN), "", USAGE, 'no step "book"'),
    ("a step of an unknown record", ("step", "invoices", "999999", "book", *IN), "", USAGE, "no record 999999"),
    ("a step of an unknown type", ("step", "spaceships", "1", "book", *IN), "", USAGE, "There are: accounts,"),
    ("a step that waits already", ("step", "invoices", "{booked}", "book", *IN), "", LEFT_OVER, "already"),
    ("a change of what waits to be booked", ("put", "invoices", "{booked}", *IN), '{"note": "x"}', LEFT_OVER, "waits to be sent (book)"),
    ("deleting what waits to be booked", ("delete", "invoices", "{booked}", *IN), "", LEFT_OVER, "waits to be sent (book)"),
    ("crediting what is not booked", ("step", "invoices", "{booked}", "credit", *IN), "", LEFT_OVER, "not possible yet"),
    ("a step of what has been deleted", ("step", "orders", "{cancelled}", "cancel", *IN), "", LEFT_OVER, "has been deleted"),
    ("deleting what others refer to", ("delete", "customers", "{customer}", *IN), "", LEFT_OVER, "invoices: 2"),
    ("erasing what has not been deleted", ("erase", "customers", "{customer}", *IN), "", LEFT_OVER, "Delete it first"),
    ("erasing nothing", ("erase", "customers", *IN), "", USAGE, "ID is missing"),
    # rules
    ("rules that are no JSON", ("rules", *IN, "--set", "-"), "pull", USAGE, "JSON"),
    ("rules with a typing error", ("rules", *IN, "--set", "-"), '{"directoin": "pull"}', USAGE, "directoin"),
    ("rules of an unknown connection", ("rules", *IN, "--connection", "nothing"), "", USAGE, '"nothing"'),
    ("rules for nobody in particular", ("rules", *IN, "--for", "everybody", "--set", "-"), "{}", USAGE, "company, tenant"),
    ("rules for all and for one connection", ("rules", *IN, "--for", "company", "--connection", "frostserver", "--set", "-"), "{}", USAGE, "do not go together"),
    ("rules for all companies about a type of none", ("rules", *IN, "--for", "tenant", "--set", "-"), '{"types": {"cats": {}}}', USAGE, "cats"),
    ("letting go of an unknown connection", ("let-go", *IN, "--connection", "nothing"), "", USAGE, '"nothing"'),
    ("rules of a company that is not connected", ("rules", "--company", "lonely"), "", USAGE, "not connected"),
    # compare and repair
    ("comparing an unknown record", ("compare", "customers", "999", *IN), "", USAGE, "999"),
    ("comparing an unknown type", ("compare", "cats", "1", *IN), "", USAGE, '"cats"'),
    ("comparing with an unknown connection", ("compare", "customers", "{customer}", *IN, "--connection", "nothing"), "", USAGE, '"nothing"'),
    ("repairing an unknown record", ("repair", "customers", "999", *IN), "", USAGE, "999"),
    ("repairing in a company that is not connected", ("repair", "customers", "1", "--company", "lonely"), "", USAGE, "1"),
    # activity
    ("a day that is none", ("activity", *IN, "--from", "yesterday"), "", USAGE, '"yesterday"'),
    # retention, prune, salvage
    ("keeping things for too short", ("retention", *IN, "--tombstones", "1"), "", USAGE, "from 90 to 36500"),
    ("throwing away what the law wants kept", ("retention", *IN, "--payloads", "365"), "", USAGE, "from 3653"),
    ("a number of days that is none", ("retention", *IN, "--history", "long"), "", USAGE, "whole number"),
    ("pruning an unknown company", ("prune", "--company", "nobody"), "", USAGE, '"nobody"'),
    ("salvaging a file that is not there", ("salvage", "{folder}/nothing", "{folder}/out"), "", USAGE, "is not there"),
    ("salvaging into a file that is there", ("salvage", "{folder}/empty.csv", "{folder}/cut.se"), "", USAGE, "already"),
    ("salvaging into a folder that is not there", ("salvage", "{folder}/empty.csv", "{folder}/no/where"), "", USAGE, "cannot be written"),
    ("salvaging what is no company", ("salvage", "{folder}/cut.se", "{folder}/out"), "", DAMAGED, ""),
    # export trail, backup, restore
    ("exporting the trail into a file that is there", ("export", "trail", "{folder}/cut.se", *IN), "", USAGE, "already"),
    ("exporting the trail into a folder that is not there", ("export", "trail", "{folder}/no/where", *IN), "", USAGE, "cannot be written"),
    ("backing up into a file that is there", ("backup", "{folder}/cut.se", *IN), "", USAGE, "already"),
    ("backing up into a folder that is not there", ("backup", "{folder}/no/where.frost", *IN), "", USAGE, "cannot be written"),
    ("backing up an unknown company", ("backup", "{folder}/new.frost", "--company", "nobody"), "", USAGE, '"nobody"'),
    ("restoring a file that is not there", ("restore", "{folder}/nothing"), "", USAGE, ""),
    ("restoring what is no company", ("restore", "{folder}/cut.se"), "", DAMAGED, ""),
    # conflicts and resolve
    ("a conflict that is no number", ("conflicts", "first", *IN), "", USAGE, '"first"'),
    ("an unknown conflict", ("conflicts", "999", *IN), "", USAGE, "no conflict 999"),
    ("resolving nothing", ("resolve", "--strategy", "merge", *IN), "", USAGE, "CONFLICT is missing"),
    ("resolving without a strategy", ("resolve", "{conflict}", *IN), "", USAGE, "--strategy is needed"),
    ("two ways to settle", ("resolve", "{conflict}", "--strategy", "merge", "--undo", *IN), "", USAGE, "--strategy and --undo"),
    ("choices beside a restore", ("resolve", "{conflict}", "--take", "name=mine", "--restore", "mine", *IN), "", USAGE, "do not go together"),
    ("a choice without a field", ("resolve", "{conflict}", "--take", "mine", *IN), "", USAGE, "needs PATH="),
    ("a choice of a side that is none", ("resolve", "{conflict}", "--take", "termsOfPayment=ours", *IN), "", USAGE, "mine, theirs, base, both"),
    ("both of what is no text", ("resolve", "{conflict}", "--take", "termsOfPayment=both", *IN), "", USAGE, "cannot be taken"),
    ("a choice of a field that is not there", ("resolve", "{conflict}", "--take", "wings=mine", *IN), "", USAGE, "no field wings"),
    ("a value for a field that is not there", ("resolve", "{conflict}", "--set", "wings=2", *IN), "", USAGE, "no field wings"),
    ("a value of the wrong kind", ("resolve", "{conflict}", "--set", "active=perhaps", *IN), "", USAGE, "active"),
    ("choices that leave something open", ("resolve", "{conflict}", "--set", "name=x", *IN), "", LEFT_OVER, "termsOfPayment"),
    ("choices for an unknown conflict", ("resolve", "999", "--take", "name=mine", *IN), "", USAGE, "no conflict 999"),
    ("taking back what is not decided", ("resolve", "{conflict}", "--undo", *IN), "", LEFT_OVER, "nothing was decided"),
    ("taking back an unknown conflict", ("resolve", "999", "--undo", *IN), "", USAGE, "no conflict 999"),
    ("restoring what is not decided", ("resolve", "{conflict}", "--restore", "mine", *IN), "", LEFT_OVER, "nothing was decided"),
    ("restoring a side that is none", ("resolve", "{conflict}", "--restore", "ours", *IN), "", USAGE, "mine, theirs, base"),
    ("a field without a restore", ("resolve", "{conflict}", "--undo", "--field", "name", *IN), "", USAGE, "--undo and --field"),
    ("a record for a way back", ("resolve", "{conflict}", "--undo", *IN, "--data", "-"), RECORD, USAGE, "manual only"),
    ("the history of one conflict", ("conflicts", "{conflict}", "--history", *IN), "", USAGE, "do not go together"),
    ("the history and all", ("conflicts", "--history", "--all", *IN), "", USAGE, "do not go together"),
    ("the history of an unknown record", ("conflicts", "--history", "--record", "999999", *IN), "", USAGE, "no record 999999"),
    ("a limit of the open ones", ("conflicts", "--limit", "3", *IN), "", USAGE, "no option --limit"),
    ("an unknown strategy", ("resolve", "{conflict}", "--strategy", "coin", *IN), "", USAGE, "server-wins, client-wins"),
    ("a number for another strategy", ("resolve", "{conflict}", "--strategy", "merge", "--number", "8", *IN), "", USAGE, "do not go together"),
    ("both of what is one record", ("resolve", "{conflict}", "--strategy", "keep-both", *IN), "", LEFT_OVER, "not about two records"),
    ("resolving an unknown conflict", ("resolve", "999", "--strategy", "server-wins", *IN), "", USAGE, "no conflict 999"),
    ("a merge that cannot decide", ("resolve", "{conflict}", "--strategy", "merge", *IN), "", LEFT_OVER, "termsOfPayment"),
    ("manual without a record", ("resolve", "{conflict}", "--strategy", "manual", *IN), "", USAGE, "--data FILE"),
    ("a record for another strategy", ("resolve", "{conflict}", "--strategy", "server-wins", *IN, "--data", "-"), RECORD, USAGE, "manual only"),
    ("manual with a file that is not there", ("resolve", "{conflict}", "--strategy", "manual", *IN, "--data", "{folder}/nothing"), "", USAGE,
     "There is no file"),
    ("manual with what is no JSON", ("resolve", "{conflict}", "--strategy", "manual", *IN, "--data", "-"), "x", USAGE, "not JSON"),
    ("manual with a record that is not valid", ("resolve", "{conflict}", "--strategy", "manual", *IN, "--data", "-"), '{"phone": "1"}', USAGE,
     "name: is required"),
    ("manual with an unknown field", ("resolve", "{conflict}", "--strategy", "manual", *IN, "--data", "-"), '{"name": "x", "wings": 2}', USAGE, "wings"),
    # demo
    ("a word too many for the demo", ("demo", "x"), "", USAGE, "one word too many"),
]
UNBALANCED = json.dumps({"series": "A", "financialYear": "2026", "transactionDate": "2026-02-03", "description": "x",
                         "rows": [{"account": "{account}", "debit": "10"}, {"account": "{account}", "credit": "9"}]})


class BadInput(unittest.TestCase):
    """One company with records, an open conflict and a server; every wrong input meets it."""

    @classmethod
    def setUpClass(cls):
        keep = tempfile.TemporaryDirectory()
        cls.addClassCleanup(keep.cleanup)
        cls.folder = Path(keep.name)
        cls.server = Server(cls.folder)
        cls.addClassCleanup(cls.server.kill)
        cls.device = Device(cls.folder, "here")
        colleague = Device(cls.folder, "there")
        tokens = [cls.server.add_user(f"{name}@firm.example") for name in ("a", "b")]
        cls.server.start()
        cls.device.set_up(cls.server, tokens[0])
        colleague.set_up(cls.server, tokens[1])
        cls.words = cls.make_records(cls.device) | {"url": cls.server.url, "folder": str(cls.folder), "token": str(cls.device.token_file)}
        cls.device.sync()
        colleague.sync()
        disputed = next(c["id"] for c in colleague.list("customers") if c["customerNumber"] == "1002")
        colleague.put("customers", {"termsOfPayment": 10}, disputed)
        colleague.sync()
        cls.device.put("customers", {"termsOfPayment": 20}, disputed)
        cls.device.sync(code=LEFT_OVER)
        cls.device.put("customers", {"name": "Waits to be sent"})
        cls.device.must("step", "invoices", cls.words["booked"], "book", "--company", COMPANY)
        cls.words["conflict"] = str(cls.device.conflicts()[0]["id"])
        for tenant in ("one", "two"):
            cls.device.must("company", "add", "twin", "--tenant", tenant)
        cls.device.must("company", "add", "lonely", "--tenant", "one")
        cls.make_files()

    @classmethod
    def make_records(cls, device):
        customer = device.put("customers", {"name": "Refers", "customerNumber": "1001"})["localId"]
        device.put("customers", {"name": "Disputed", "customerNumber": "1002"})
        deleted = device.put("customers", {"name": "Deleted"})["localId"]
        account = device.put("accounts", {"number": "1930", "description": "Bank"})["localId"]
        invoice = {"customer": customer, "invoiceDate": "2026-02-03", "rows": [{"quantity": "1", "price": "10"}]}
        order = device.put("orders", {"customer": customer, "orderDate": "2026-02-03"})["localId"]
        device.delete("orders", order)
        device.delete("customers", deleted)
        return {"invoice": device.put("invoices", invoice)["localId"], "booked": device.put("invoices", invoice)["localId"], "cancelled": order,
                "customer": customer, "deleted": deleted, "voucher": UNBALANCED.replace("{account}", account)}

    @classmethod
    def make_files(cls):
        (cls.folder / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        (cls.folder / "empty.csv").write_text("", encoding="utf-8")
        (cls.folder / "binary.csv").write_bytes(bytes(range(256)) * 4)
        (cls.folder / "damaged.gz").write_bytes(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03damaged")
        (cls.folder / "cut.se").write_text("#FLAGGA 0\n#SIETYP 4\n#KONTO 1930 Bank\n#VER A 1 20260101 x\n{\n#TRANS 1930 {} 1\n", encoding="ascii")
        (cls.folder / "sie5.xml").write_text("<?xml version='1.0'?><Sie/>", encoding="ascii")
        (cls.folder / "odd.json").write_text('{"name": "x", "wings": 2}', encoding="utf-8")

    def agent(self, *arguments, given="", data=None):
        words = [self.filled(argument) for argument in arguments]
        given = given if isinstance(given, bytes) else self.filled(given).encode()
        return subprocess.run([AGENT, "--data", str(data or self.device.data), *words], env=ENVIRONMENT, input=given, capture_output=True,
                              timeout=DEADLINE, check=False)

    def filled(self, text):
        for name, word in self.words.items():
            text = text.replace("{" + name + "}", word)
        return text

    def state(self, full=False):
        """A hash of everything that people can see of the company; the short one leaves out what is empty anyway."""
        shown = hashlib.sha256()
        types = self.device.status()["records"] if full else ("customers", "accounts", "invoices")
        for entity_type in types:
            shown.update(self.agent("list", entity_type, *IN, "--json").stdout)
        for verb in (("queue", "--all"), ("conflicts", "--all"), ("activity", "--limit", "100000"))[:3 if full else 1]:
            shown.update(self.agent(*verb, *IN, "--json").stdout)
        shown.update(repr(sorted(str(path) for path in self.device.data.rglob("*.frost"))).encode())
        shown.update(repr(sorted(str(path) for path in (self.device.data / "secrets").iterdir())).encode())
        return shown.hexdigest()

    def fails(self, done, code, words):
        self.assertEqual(code, done.returncode, done.stderr.decode())
        self.assertIn(words, done.stderr.decode())
        self.assertTrue(done.stderr.strip(), "nobody was told why")

    def test_is_refused_and_changes_nothing(self):
        whole = self.state(full=True)
        before = self.state()
        for name, arguments, given, code, words in WRONG:
            with self.subTest(name):
                done = self.agent(*arguments, given=given)
                self.fails(done, code, words)
                self.assertEqual(b"", done.stdout)
                self.assertEqual(before, self.state(), "the company has changed")
        self.assertEqual(whole, self.state(full=True))
        self.device.verify()

    def test_gives_one_json_document(self):
        for name, arguments, given, code, words in WRONG:
            if "--help" in arguments:
                continue
            with self.subTest(name):
                done = self.agent(*arguments, "--json", given=given)
                self.fails(done, code, words)
                error = json.loads(done.stdout)["error"]
                self.assertEqual(done.stderr.decode().strip(), error["message"].strip())
                self.assertTrue(error["code"] and error["kind"])

    def test_a_sie_file_twice_and_of_another_company(self):
        self.device.must("company", "add", "sie", "--tenant", "one")
        for number in ("556036-0793", "212000-0142"):
            (self.folder / f"{number}.se").write_text(
                f"#FLAGGA 0\n#SIETYP 4\n#ORGNR {number}\n#RAR 0 20260101 20261231\n#KONTO 1930 Bank\n#VER A 1 20260101 x\n{{\n"
                "#TRANS 1930 {} 1\n#TRANS 3001 {} -1\n}\n#VER A 2 20260101 x\n{\n#TRANS 1930 {} 1\n}\n", encoding="ascii")
        own = ("import", "sie", "{folder}/556036-0793.se", "--company", "sie")
        done = self.agent(*own, "--json")
        self.assertEqual(LEFT_OVER, done.returncode, done.stderr.decode())  # A 2 does not balance
        report = json.loads(done.stdout)
        self.assertEqual([("A", "2", "sie.unbalanced", 11)],
                         [(each["series"], each["number"], each["code"], each["line"]) for each in report["leftOut"]])
        before = self.agent("list", "vouchers", "--company", "sie", "--json").stdout
        self.fails(self.agent(*own), LEFT_OVER, "imported before")
        self.fails(self.agent("import", "sie", "{folder}/212000-0142.se", "--company", "sie"), LEFT_OVER, "212000-0142")
        self.assertEqual(LEFT_OVER, self.agent(*own, "--again").returncode)
        self.assertEqual(before, self.agent("list", "vouchers", "--company", "sie", "--json").stdout)
        self.assertEqual(0, self.agent("verify", "--company", "sie").returncode)

    def test_every_verb_is_met(self):
        verbs = [line.split("  ")[1].strip() for line in self.agent("--help").stdout.decode().splitlines()
                 if line.startswith("  ") and not line.startswith("  -")]
        self.assertIn("company add", verbs)
        met = [" ".join(arguments) + " " for _, arguments, *_ in WRONG]
        self.assertEqual([], [verb for verb in verbs if not any(words.startswith(verb + " ") for words in met)])

    def test_the_server_is_away(self):
        self.server.stop()
        self.addCleanup(self.server.start)
        before = self.state()
        self.fails(self.agent("sync", *IN), OFFLINE, "cannot be reached")
        self.assertEqual(before, self.state())

    def test_a_company_without_its_token(self):
        kept = self.device.data / "secrets"
        kept.rename(self.folder / "away")
        self.addCleanup((self.folder / "away").rename, kept)
        self.fails(self.agent("sync", *IN), SIGN_IN, "--token-file")

    def copy_of_the_file(self):
        data = Path(tempfile.mkdtemp(dir=self.folder))
        shutil.copytree(self.device.data / TENANT, data / TENANT)
        return data, data / TENANT / f"{COMPANY}.frost"

    def damaged(self, at, bytes_there):
        data, path = self.copy_of_the_file()
        with open(path, "r+b") as file:
            file.seek(at)
            file.write(bytes_there)
        return data, path

    def test_damaged_and_foreign_files(self):
        other = f"{COMPANY}2"
        for name, (data, path), words in [
            ("a file that is no store", self.damaged(0, b"damaged" * 20), ""),
            ("a file of a newer version", self.damaged(60, b"\x00\x00\x27\x0f"), "newer version"),
            ("an empty file", self.copy_of_the_file(), ""),
            ("a renamed file", self.copy_of_the_file(), "another company"),
        ]:
            company = COMPANY
            if name == "an empty file":
                path.write_bytes(b"")
            if name == "a renamed file":
                company = other
                path = path.rename(path.with_name(f"{other}.frost"))
            content = path.read_bytes()
            for verb in ("status", "verify", "queue"):
                with self.subTest(f"{name}: {verb}"):
                    self.fails(self.agent(verb, "--company", company, data=data), DAMAGED, words)
                    self.assertEqual(content, path.read_bytes(), "the file was touched")

    def test_verify_finds_what_was_changed_behind_its_back(self):
        for name, statement, words in [
            ("an audit row", "UPDATE audit SET user = 'nobody' WHERE sequence = 2", "audit trail"),
            ("an entry of an index", "DELETE FROM ix_customers_customerNumber", "lacks the record"),
            ("an operation's record", "UPDATE operations SET record = 'tmp-nothing' WHERE state = 'pending'", "which is not there"),
            ("a conflict's operation", "UPDATE operations SET state = 'pending' WHERE state = 'conflict'", "has no operation"),
        ]:
            data, path = self.copy_of_the_file()
            with closing(sqlite3.connect(path)) as file, file:
                file.execute(statement)
            with self.subTest(name):
                done = self.agent("verify", *IN, data=data)
                self.assertEqual(DAMAGED, done.returncode, done.stdout.decode())
                self.assertIn(words, done.stdout.decode())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
