# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sync would do, one record on both sides, several connections and companies at once, and what is kept how long."""

import json
import sqlite3
import unittest
from datetime import datetime, timedelta, timezone
from contextlib import closing

from office import COMPANY, CONNECTION, DONE, LEFT_OVER, OFFLINE, SIGN_IN, TENANT, AtWork

IN = ("--company", COMPANY)
CUSTOMER = {"name": "Birch & Co", "city": "Lund"}


class LookAhead(AtWork):
    users = ("anna", "bert")
    role = "bookkeeper"

    def setUp(self):
        super().setUp()
        self.anna = self.device("anna")
        self.bert = self.device("bert")

    def on_both(self, fields):
        local = self.anna.put("customers", fields)["localId"]
        self.anna.sync()
        self.bert.sync()
        return self.anna.get("customers", local)["remoteIds"][CONNECTION]

    def dry_run(self, device, code=DONE):
        answer = device.must("sync", *IN, "--dry-run", code=code)
        return answer[0]["dryRun"], answer[0]

    def test_a_dry_run_tells_what_the_sync_then_does_and_leaves_no_trace(self):
        shared = self.on_both(CUSTOMER)
        clashing = self.on_both({"name": "Elm Ltd"})
        self.bert.put("customers", {"city": "Umeå"}, shared)
        self.bert.put("customers", {"name": "Elm AB"}, clashing)
        self.bert.sync()
        self.anna.put("customers", {"name": "Elm & Son"}, clashing)
        new = self.anna.put("customers", {"name": "Oak"})["localId"]
        self.assertEqual(self.anna.status()["connections"][0]["waiting"], {"customers": 2})
        before, history, activity = self.anna.records(), self.anna.must("history", *IN), self.anna.must("activity", *IN)

        plan, outcome = self.dry_run(self.anna, LEFT_OVER)
        self.assertEqual([(change["action"], change["id"]) for change in plan["here"]], [("update", shared), ("conflict", clashing)])
        self.assertEqual([(change["action"], change["type"], change["id"]) for change in plan["there"]], [("create", "customers", new)])
        self.assertEqual((outcome["counts"]["updated"], outcome["counts"]["conflicts"]), (1, 1))
        self.assertEqual(self.anna.records(), before)
        self.assertEqual((self.anna.must("history", *IN), self.anna.must("activity", *IN)), (history, activity))
        self.assertEqual(self.anna.conflicts(), [])
        self.bert.sync()
        self.assertEqual(len(self.bert.records()["customers"]), 2)  # nothing arrived

        done = self.anna.must("sync", *IN, code=LEFT_OVER)[0]
        self.assertEqual(done["counts"], outcome["counts"])
        self.assertEqual(done["types"], {"customers": done["counts"]})
        self.assertNotIn("dryRun", done)
        self.assertTrue(self.anna.get("customers", new)["remoteIds"])

    def test_a_dry_run_needs_the_other_side(self):
        self.server.kill()
        self.assertEqual(self.anna.run("sync", *IN, "--dry-run").code, OFFLINE)

    def test_one_record_is_compared_and_repaired(self):
        shared = self.on_both(CUSTOMER)
        self.assertEqual(self.anna.must("compare", "customers", shared, *IN)[0]["there"], "same")
        self.bert.put("customers", {"city": "Umeå"}, shared)
        self.bert.sync()
        self.anna.put("customers", {"name": "Birch AB"}, shared)
        seen = self.anna.must("compare", "customers", shared, *IN, code=LEFT_OVER)[0]
        self.assertEqual((seen["there"], seen["waiting"]), ("different", True))
        self.assertEqual((seen["base"]["city"], seen["mine"]["name"], seen["theirs"]["city"]), ("Lund", "Birch AB", "Umeå"))

        repaired = self.anna.must("repair", "customers", shared, *IN, code=LEFT_OVER)[0]  # what was typed is still to be sent
        self.assertEqual((repaired["counts"]["merged"], repaired["left"]), (1, 1))
        record = self.anna.get("customers", shared)
        self.assertEqual((record["name"], record["city"]), ("Birch AB", "Umeå"))
        self.anna.sync()
        self.assertEqual(self.anna.must("compare", "customers", shared, *IN)[0]["there"], "same")
        self.assertEqual([run["mode"] for run in self.anna.must("history", *IN)][1], "repair")

    def test_rules_say_which_way_things_go(self):
        self.anna.must("rules", *IN, "--set", "-", given='{"direction": "pull"}')
        pulled = {"direction": "pull"}
        self.assertEqual(self.anna.must("rules", *IN)["connections"], {CONNECTION: {"rules": pulled, "holds": pulled}})
        self.anna.put("customers", CUSTOMER)
        self.assertEqual(self.anna.status()["connections"][0]["waiting"], {})
        self.assertEqual(self.anna.must("sync", *IN)[0]["counts"]["pushed"], 0)
        self.anna.must("rules", *IN, "--set", "-", given="{}")
        self.assertEqual(self.anna.must("sync", *IN)[0]["counts"]["pushed"], 1)

    def test_rules_of_the_firm_hold_for_every_company(self):  # R-SYN-11
        self.anna.must("rules", *IN, "--for", "tenant", "--set", "-", given='{"direction": "pull", "types": {"pets": {"mode": "full"}}}')
        shown = self.anna.must("rules", *IN)
        self.assertEqual((shown["tenant"]["direction"], shown["connections"][CONNECTION]["rules"]), ("pull", {}))
        self.assertEqual(shown["connections"][CONNECTION]["holds"]["direction"], "pull")
        self.anna.put("customers", CUSTOMER)
        self.assertEqual(self.dry_run(self.anna)[0]["there"], [])
        self.assertEqual(self.anna.must("sync", *IN)[0]["counts"]["pushed"], 0)
        self.anna.must("rules", *IN, "--for", "company", "--set", "-", given='{"direction": "both"}')
        self.assertEqual(self.anna.must("sync", *IN)[0]["counts"]["pushed"], 1)
        self.anna.must("rules", *IN, "--for", "company", "--set", "-", given="{}")
        self.anna.must("rules", *IN, "--for", "tenant", "--set", "-", given="{}")

    def test_what_is_erased_is_gone_everywhere(self):  # R-LOC-06
        kept = self.on_both({"name": "Oak"})
        for name in ("Elm", "Pine"):
            shared = self.on_both({"name": name})
            if name == "Pine":  # its deletion has travelled before
                self.anna.must("delete", "customers", shared, *IN)
                self.anna.sync()
                self.bert.sync()
            else:
                self.anna.must("delete", "customers", shared, *IN)
            self.anna.must("erase", "customers", shared, *IN)
            self.anna.sync()
            self.bert.sync()
        for device in (self.anna, self.bert):
            with closing(sqlite3.connect(device.file)) as file:
                told = [line for line in file.iterdump() if "Elm" in line or "Pine" in line]
            self.assertEqual([line for line in told if not line.startswith('INSERT INTO "audit"')], [])
            self.assertEqual(device.get("customers", kept)["name"], "Oak")
        self.assertEqual([line["action"] for line in self.bert.must("activity", *IN, "--action", "erase")], ["erase", "erase"])

    def test_the_trail_is_searched(self):
        self.on_both(CUSTOMER)
        self.anna.put("customers", {"name": "Oak"})
        self.assertEqual([line["action"] for line in self.anna.must("activity", *IN, "--search", "oak")], ["create"])
        self.assertEqual(self.anna.must("activity", *IN, "--search", "pine"), [])
        self.assertEqual(self.anna.must("activity", *IN, "--until", "2001-01-01"), [])
        later = (datetime.now(timezone.utc) + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.assertEqual(self.anna.must("activity", *IN, "--from", later), [])  # an instant, not its day
        self.assertEqual(len(self.anna.must("activity", *IN, "--type", "customers", "--action", "create", "--from", "2001-01-01")), 2)

    def test_how_long_things_are_kept_is_set_and_done_once_a_day(self):
        gone = self.anna.put("customers", {"name": "Oak"})["localId"]
        self.anna.must("delete", "customers", gone, *IN)
        self.assertEqual(self.anna.must("retention", *IN)["tombstones"], 730)
        self.assertEqual(self.anna.must("retention", *IN, "--tombstones", "90")["tombstones"], 90)
        self.anna.sync()  # prunes for the first time
        with closing(sqlite3.connect(self.anna.file)) as file, file:
            file.execute("UPDATE os_customers SET updated_at = updated_at - 91 * 86400000 WHERE deleted")
        self.anna.sync()
        self.assertEqual(self.tombstones(), 1)  # not again on the same day
        self.assertEqual(self.anna.must("prune", *IN)["tombstones"], 1)
        self.assertEqual(self.tombstones(), 0)
        self.anna.verify()

    def tombstones(self):
        with closing(sqlite3.connect(self.anna.file)) as file:
            return file.execute("SELECT count(*) FROM os_customers WHERE deleted").fetchone()[0]

    def test_what_can_be_read_of_a_damaged_file_is_written_out(self):
        self.on_both(CUSTOMER)
        output = self.folder / "salvaged.jsonl"
        self.assertEqual(self.anna.must("salvage", str(self.anna.file), str(output))["unreadable"], [])
        rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
        self.assertEqual([row["row"]["body"]["name"] for row in rows if row["table"] == "os_customers"], ["Birch & Co"])

    def test_a_backup_comes_back_and_is_brought_up_to_date_by_the_server(self):
        shared = self.on_both(CUSTOMER)
        kept = self.folder / "kept.frost"
        self.anna.put("customers", {"name": "Waits"})
        self.assertGreater(self.anna.must("backup", str(kept), *IN)["bytes"], 0)
        self.anna.put("customers", {"city": "Umeå"}, shared)
        self.anna.put("customers", {"name": "Made after the backup"})
        self.anna.sync()
        answer = self.anna.must("restore", str(kept))
        self.assertEqual((answer["company"], answer["tenant"]), (COMPANY, TENANT))
        self.assertTrue(answer["replaced"].endswith(".replaced-1.frost"))
        self.assertEqual(self.anna.get("customers", shared)["city"], "Lund")
        self.assertEqual(self.anna.must("sync", *IN, code=SIGN_IN)[0]["state"], "failed")  # nothing by itself
        self.anna.connect(self.server, self.tokens["anna"])
        self.anna.sync()
        self.bert.sync()
        # What waited in the backup had been sent: it is there once.
        for device in (self.anna, self.bert):
            self.assertEqual(sorted(customer["name"] for customer in device.must("list", "customers", *IN)), ["Birch & Co", "Made after the backup", "Waits"])
        self.assertEqual(self.anna.get("customers", shared)["city"], "Umeå")
        self.anna.verify()

    def test_a_limit_that_is_a_rule_holds_for_all_programs_of_a_data_folder(self):
        self.on_both(CUSTOMER)
        self.anna.must("rules", *IN, "--set", "-", given='{"limit": {"requests": 1, "seconds": 86400}}')
        self.anna.put("customers", {"name": "Waits for its turn"})
        limited = self.anna.must("sync", *IN, code=OFFLINE)[0]
        self.assertEqual(limited["error"]["code"], "limit.wait")
        again = self.anna.must("sync", *IN, code=OFFLINE)[0]  # another process, the same turn
        self.assertEqual((again["error"]["code"], again["counts"]["pushed"]), ("limit.wait", 0))
        self.anna.must("rules", *IN, "--set", "-", given="{}")
        self.assertEqual(self.anna.sync()["counts"]["pushed"], 1)

    def test_the_trail_is_written_out_for_others_to_verify(self):
        self.on_both(CUSTOMER)
        output = self.folder / "trail.jsonl"
        rows = self.anna.must("export", "trail", str(output), *IN)["rows"]
        lines = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
        self.assertEqual(len(lines), rows)
        self.assertEqual(len({line["hash"] for line in lines}), rows)

    def test_a_company_with_more_connections_than_may_run_at_once(self):
        names = [CONNECTION] + [f"other{number}" for number in range(6)]
        for name in names[1:]:
            self.anna.must("connect", COMPANY, "frostserver", "--name", name, "--url", self.server.url, "--token-file", str(self.anna.token_file))
        answer = self.anna.must("sync", *IN)
        self.assertEqual([(outcome["connection"], outcome["state"]) for outcome in answer], [(name, "done") for name in names])
        runs = self.anna.must("history", *IN)
        # Each of the others is taken over from whoever may have held it: first everything is fetched from the firm's server.
        self.assertEqual({(run["connection"], run["state"]) for run in runs}, {(name, "done") for name in names})
        self.assertEqual(sorted(run["connection"] for run in runs if run["connection"] != CONNECTION), names[1:])

    def test_companies_and_connections_are_synchronised_at_the_same_time_and_answered_in_order(self):
        for name in ("Client1", "Client2", "Client3", "Client4", "Client5", "Client6"):
            token = self.folder / f"{name}.token"
            token.write_text(self.server.command("user", "add", "--tenant", TENANT, "--company", name, "--email", "anna@firm.example",
                                                 "--role", "bookkeeper"), encoding="utf-8")
            self.anna.must("company", "add", name, "--tenant", TENANT)
            self.anna.must("connect", name, "frostserver", "--url", self.server.url, "--token-file", str(token))
            self.anna.must("put", "customers", "--company", name, given=json.dumps({"name": f"Customer of {name}"}))
        answer = self.anna.must("sync")
        self.assertEqual([(outcome["company"], outcome["state"], outcome["counts"]["pushed"]) for outcome in answer],
                         [(COMPANY, "done", 0)] + [(f"Client{number}", "done", 1) for number in range(1, 7)])
        self.server.kill()
        self.assertTrue(all(outcome["error"]["code"].startswith("net.") for outcome in self.anna.must("sync", code=OFFLINE)))


if __name__ == "__main__":
    unittest.main(verbosity=2)
