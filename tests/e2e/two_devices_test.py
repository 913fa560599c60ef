# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two devices and a server as real processes: offline edits, merging, conflicts, real ids, numbers, sign-in and the lock."""

import time
import unittest
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from office import BUSY, COMPANY, CONNECTION, DEADLINE, DONE, LEFT_OVER, OFFLINE, SIGN_IN, AtWork

CUSTOMER = {"name": "Birch & Co", "email": "post@birch.example", "phone": "111", "city": "Lund", "externalReference": "c-1"}


def rounded(amount, unit="0.01"):
    return amount.quantize(Decimal(unit), ROUND_HALF_UP)


def totals(rows):
    """Net, VAT, rounding and total of SEK rows without discount, worked out apart from the product: VAT per rate on the sum."""
    of_rate = defaultdict(Decimal)
    for row in rows:
        of_rate[row["vat"]] += rounded(Decimal(row["quantity"]) * Decimal(row["price"]))
    net = sum(of_rate.values(), Decimal(0))
    vat = sum((rounded(amount * Decimal(rate) / 100) for rate, amount in of_rate.items()), Decimal(0))
    total = rounded(net + vat, "1")
    return {"net": net, "vatTotal": vat, "roundOff": total - net - vat, "total": total}


def row(description, quantity, price, vat):
    return {"description": description, "quantity": quantity, "price": price, "vat": vat}


class TwoDevices(AtWork):
    users = ("anna", "bert")
    role = "bookkeeper"

    def setUp(self):
        super().setUp()
        self.anna = self.device("anna")
        self.bert = self.device("bert")

    def put_on_both(self, entity_type, fields):
        """A record that both devices have; its real id."""
        local = self.anna.put(entity_type, fields)["localId"]
        self.anna.sync()
        self.bert.sync()
        return self.anna.get(entity_type, local)["remoteIds"][CONNECTION]

    def customer_on_both(self):
        return self.put_on_both("customers", CUSTOMER)

    def assert_everyone_equal(self):
        """Bert has sent, Anna has fetched; a device from zero shows what the server holds."""
        self.bert.sync()
        self.anna.sync()
        self.bert.sync()
        fresh = self.device(f"fresh{time.monotonic_ns()}", user="anna")
        fresh.sync()
        records = self.anna.records()
        self.assertEqual(self.bert.records(), records)
        self.assertEqual(fresh.records(), records)
        for device in (self.anna, self.bert, fresh):
            device.verify()
            self.assertEqual(device.queue(), [])
            self.assertEqual(device.conflicts(), [])
            self.assertEqual(device.status()["conflicts"], 0)
        return records

    def only_conflict(self, device):
        """The one open conflict; counter, list and queue agree on it."""
        conflicts = device.conflicts()
        self.assertEqual(len(conflicts), 1, conflicts)
        status = device.status()
        self.assertEqual((status["conflicts"], status["counts"]["conflict"]), (1, 1))  # R-QUE-09
        self.assertEqual([item["state"] for item in device.queue()], ["conflict"])
        self.assertTrue(conflicts[0]["open"])
        return conflicts[0]

    def same_field_conflict(self, bert_edits_first=False):
        """Both change the name; Anna's is on the server, Bert is asked."""
        customer = self.customer_on_both()
        if bert_edits_first:
            self.bert.put("customers", {"name": "Bert's"}, customer)
        self.anna.put("customers", {"name": "Anna's"}, customer)
        self.anna.sync()
        if not bert_edits_first:
            self.bert.put("customers", {"name": "Bert's"}, customer)
        self.bert.sync(code=LEFT_OVER)
        return customer, self.only_conflict(self.bert)

    def assert_name_everywhere(self, customer, name):
        records = self.assert_everyone_equal()
        self.assertEqual([(record["id"], record["name"]) for record in records["customers"]], [(customer, name)])


class OfflineTest(TwoDevices):
    # R-QUE-08, R-SYN-04
    def test_edits_while_the_server_is_down_wait_and_arrive_when_it_is_back(self):
        customer = self.customer_on_both()
        self.server.stop()
        self.anna.put("customers", {"phone": "222"}, customer)
        self.anna.put("customers", {"name": "New one"})
        before = self.anna.records()
        self.anna.sync(code=OFFLINE)
        self.anna.sync(code=OFFLINE)
        self.assertEqual([(item["operation"], item["state"]) for item in self.anna.queue()], [("update", "pending"), ("create", "pending")])
        self.assertEqual(self.anna.status()["counts"]["pending"], 2)
        self.assertEqual(self.anna.records(), before)
        self.anna.verify()

        self.server.start()
        self.anna.sync()
        records = self.assert_everyone_equal()
        self.assertEqual(sorted((record["name"], record.get("phone")) for record in records["customers"]),
                         [("Birch & Co", "222"), ("New one", None)])

    # R-IDM-01, R-IDM-02, R-QUE-05
    def test_a_chain_made_offline_reaches_the_server_with_real_ids(self):
        self.server.stop()
        customer = self.anna.put("customers", CUSTOMER)["id"]
        self.assertTrue(customer.startswith("tmp-"))
        invoice = self.anna.put("invoices", {"customer": customer, "invoiceDate": "2026-02-01", "rows": [row("Desk", "1", "80", "25")]})["id"]
        payment = self.anna.put("invoicePayments", {"invoice": invoice, "amount": "100", "paymentDate": "2026-02-09"})["id"]
        self.server.start()
        self.anna.sync()

        real = [self.anna.get(*place)["remoteIds"][CONNECTION]
                for place in (("customers", customer), ("invoices", invoice), ("invoicePayments", payment))]
        self.assertTrue(all(number.isdigit() for number in real), real)
        self.assertEqual(len(set(real)), 3)
        records = self.assert_everyone_equal()
        self.assertEqual(self.bert.get("customers", real[0])["name"], CUSTOMER["name"])
        self.assertEqual(self.bert.get("invoices", real[1])["customer"], real[0])
        self.assertEqual(self.bert.get("invoicePayments", real[2])["invoice"], real[1])
        self.assertEqual([len(records[entity_type]) for entity_type in ("customers", "invoices", "invoicePayments")], [1, 1, 1])

    # R-PRO-02: the server gives the numbers
    def test_provisional_invoices_of_both_devices_get_gapless_numbers(self):
        customer = self.customer_on_both()
        self.server.stop()
        for device in (self.anna, self.bert):
            for day in (1, 2, 3):
                made = device.put("invoices", {"customer": customer, "invoiceDate": f"2026-03-0{day}", "rows": [row("Lamp", "1", "20", "25")],
                                               "externalReference": f"{device.name}-{day}"})
                self.assertNotIn("documentNumber", made)
        self.server.start()
        self.anna.sync()
        self.bert.sync()
        invoices = self.assert_everyone_equal()["invoices"]
        self.assertEqual(sorted(int(invoice["documentNumber"]) for invoice in invoices), [1, 2, 3, 4, 5, 6])
        self.assertEqual(len({invoice["externalReference"] for invoice in invoices}), 6)

    # R-SYN-02
    def test_a_second_data_folder_from_zero_equals_the_first(self):
        customer = self.customer_on_both()
        for number in range(5):
            self.anna.put("articles", {"description": f"Article {number}", "articleNumber": str(number), "salesPrice": "1.125"})
            self.anna.put("invoices", {"customer": customer, "invoiceDate": "2026-04-01", "rows": [row("Chair", "3", "19.995", "25")]})
        gone = self.anna.put("customers", {"name": "Gone"})["localId"]
        self.anna.sync()
        self.anna.delete("customers", gone)
        self.anna.sync()
        records = self.assert_everyone_equal()
        self.assertEqual([len(records[entity_type]) for entity_type in ("customers", "articles", "invoices")], [1, 5, 5])


class MergeTest(TwoDevices):
    # R-CON-02
    def test_different_fields_merge_alone(self):
        customer = self.customer_on_both()
        self.anna.put("customers", {"phone": "222"}, customer)
        self.bert.put("customers", {"email": "new@birch.example"}, customer)
        self.anna.sync()
        self.bert.sync()
        records = self.assert_everyone_equal()
        self.assertEqual([(record["phone"], record["email"], record["name"]) for record in records["customers"]],
                         [("222", "new@birch.example", CUSTOMER["name"])])

    # R-CON-02, R-CON-07
    def test_the_same_field_becomes_one_conflict_with_all_three_sides(self):
        customer, conflict = self.same_field_conflict()
        self.assertEqual((conflict["type"], conflict["record"], conflict["fields"]), ("customers", customer, ["name"]))
        self.assertEqual([conflict[side]["name"] for side in ("base", "mine", "theirs")], ["Birch & Co", "Bert's", "Anna's"])
        self.assertEqual(self.bert.get("customers", customer)["name"], "Bert's")
        self.bert.sync(code=LEFT_OVER)
        self.assertEqual(self.only_conflict(self.bert)["id"], conflict["id"])
        self.assertEqual(self.anna.conflicts(), [])
        self.bert.verify()

    # R-CON-04
    def test_server_wins_makes_theirs_the_record_everywhere(self):
        customer, conflict = self.same_field_conflict()
        self.bert.resolve(conflict["id"], "server-wins")
        self.assert_name_everywhere(customer, "Anna's")

    # R-CON-04
    def test_client_wins_makes_mine_the_record_everywhere(self):
        customer, conflict = self.same_field_conflict()
        self.bert.resolve(conflict["id"], "client-wins")
        self.assert_name_everywhere(customer, "Bert's")

    # R-CON-04
    def test_merge_is_refused_while_a_field_is_open_and_changes_nothing(self):
        customer, conflict = self.same_field_conflict()
        before = (self.bert.records(), self.bert.queue(), self.bert.conflicts())
        refusal = self.bert.resolve(conflict["id"], "merge", code=LEFT_OVER)
        self.assertEqual((refusal["error"]["code"], refusal["error"]["args"]), ("merge.open", ["name"]))
        self.assertEqual((self.bert.records(), self.bert.queue(), self.bert.conflicts()), before)
        self.only_conflict(self.bert)
        self.bert.resolve(conflict["id"], "server-wins")
        self.assert_name_everywhere(customer, "Anna's")

    # R-CON-04, R-CON-07
    def test_manual_makes_the_given_record_the_record_everywhere(self):
        customer, conflict = self.same_field_conflict()
        self.bert.resolve(conflict["id"], "manual", record={**conflict["theirs"], "name": "Both of us", "phone": "333"})
        self.assertEqual(self.assert_everyone_equal()["customers"][0]["phone"], "333")
        self.assert_name_everywhere(customer, "Both of us")

    # R-CON-04
    def test_last_write_wins_takes_mine_when_mine_is_later(self):
        customer, conflict = self.same_field_conflict()
        self.bert.resolve(conflict["id"], "last-write-wins")
        self.assert_name_everywhere(customer, "Bert's")

    # R-CON-04
    def test_last_write_wins_takes_theirs_when_theirs_is_later(self):
        customer, conflict = self.same_field_conflict(bert_edits_first=True)
        self.bert.resolve(conflict["id"], "last-write-wins")
        self.assert_name_everywhere(customer, "Anna's")

    # R-CON-06
    def test_row_edits_on_both_sides_merge_with_right_totals(self):
        customer = self.customer_on_both()
        invoice = self.put_on_both("invoices", {"customer": customer, "invoiceDate": "2026-05-01", "rows": [
            row("Desk", "2", "10.125", "25"), row("Book", "3", "99.99", "6"), row("Meal", "1", "33.333", "12")]})
        desk, book, meal = self.anna.get("invoices", invoice)["rows"]
        self.anna.put("invoices", {"rows": [{**desk, "quantity": "7"}, book, meal, row("Lamp", "5", "12.345", "25")]}, invoice)
        self.bert.put("invoices", {"rows": [desk, {**meal, "price": "44.445"}]}, invoice)
        self.anna.sync()
        self.bert.sync()
        merged = self.assert_everyone_equal()["invoices"][0]
        self.assertEqual(sorted((item["description"], item["quantity"], item["price"]) for item in merged["rows"]),
                         [("Desk", "7", "10.125"), ("Lamp", "5", "12.345"), ("Meal", "1", "44.445")])
        for item in merged["rows"]:
            self.assertEqual(Decimal(item["total"]), rounded(Decimal(item["quantity"]) * Decimal(item["price"])))
        self.assertEqual({name: Decimal(merged[name]) for name in ("net", "vatTotal", "roundOff", "total")}, totals(merged["rows"]))


class DecisionTest(TwoDevices):
    """R-CON-07: decisions field by field, their history, taking them back and bringing old values back."""

    def three_open_fields(self):
        customer = self.customer_on_both()
        self.anna.put("customers", {"name": "Anna's", "city": "Umeå", "phone": "1"}, customer)
        self.bert.put("customers", {"name": "Bert's", "city": "Åre", "phone": "2"}, customer)
        self.anna.sync()
        self.bert.sync(code=LEFT_OVER)
        return customer, self.only_conflict(self.bert)["id"]

    def test_each_field_is_decided_by_itself_and_told_in_the_history(self):
        customer, conflict = self.three_open_fields()
        refusal = self.bert.settle(conflict, "--take", "name=mine", code=LEFT_OVER)
        self.assertEqual((refusal["error"]["code"], refusal["error"]["args"]), ("merge.undecided", ["phone, city"]))
        self.bert.settle(conflict, "--take", "name=mine", "--take", "city=theirs", "--set", "phone=333")
        decision, = self.bert.decisions()
        self.assertEqual((decision["state"], decision["mayBeUndone"], decision["strategy"]), ("waiting", True, "manual"))
        self.assertEqual(decision["decisions"], {"name": {"choice": "mine"}, "city": {"choice": "theirs"},
                                                 "phone": {"choice": "edited", "value": "333"}})
        self.bert.sync()
        merged = self.assert_everyone_equal()["customers"][0]
        self.assertEqual((merged["name"], merged["city"], merged["phone"]), ("Bert's", "Umeå", "333"))
        self.assertEqual([one["state"] for one in self.bert.decisions("--record", customer)], ["sent"])
        self.assertEqual(self.bert.run("conflicts", "--history", "--limit", "0", "--company", COMPANY).json, [])

    def test_a_decision_is_taken_back_until_it_is_sent(self):
        _, conflict = self.three_open_fields()
        before = (self.bert.records(), self.bert.queue(), self.bert.conflicts())
        self.bert.resolve(conflict, "server-wins")
        self.bert.settle(conflict, "--undo")
        after = (self.bert.records(), self.bert.queue(), self.bert.conflicts())
        kept = lambda records: {kind: [{key: value for key, value in record.items() if key != "revision"} for record in some]
                                for kind, some in records.items()}
        self.assertEqual(kept(after[0]), kept(before[0]))
        self.assertEqual(after[2], before[2])
        self.assertEqual([one["state"] for one in self.bert.decisions()], ["undone"])
        self.bert.resolve(conflict, "client-wins")
        self.bert.sync()
        refusal = self.bert.settle(conflict, "--undo", code=LEFT_OVER)
        self.assertEqual(refusal["error"]["code"], "decision.sent")
        self.assertEqual(self.assert_everyone_equal()["customers"][0]["name"], "Bert's")
        self.bert.verify()

    # R-CON-05: two customers were given one number; neither goes, and nothing is sent to the wrong one
    def test_two_records_with_one_number_are_both_kept(self):
        self.anna.put("customers", {"name": "Anna's", "customerNumber": "7", "externalReference": "a"})
        self.anna.sync()
        mine = self.bert.put("customers", {"name": "Bert's", "customerNumber": "7", "externalReference": "b"})["localId"]
        self.bert.put("invoices", {"customer": mine, "invoiceDate": "2026-05-01", "rows": [row("Work", "1", "100", "25")]})
        self.bert.sync(code=LEFT_OVER)
        conflict = self.bert.conflicts()[0]
        self.assertEqual(conflict["conflictType"], "duplicate-key")
        self.bert.settle(conflict["id"], "--strategy", "keep-both", "--number", "8")
        self.assertEqual([one["strategy"] for one in self.bert.decisions()], ["keep-both"])
        records = self.assert_everyone_equal()
        by_id = {customer["id"]: (customer["name"], customer["customerNumber"]) for customer in records["customers"]}
        self.assertEqual(sorted(by_id.values()), [("Anna's", "7"), ("Bert's", "8")])
        self.assertEqual([by_id[invoice["customer"]][0] for invoice in records["invoices"]], ["Bert's"])
        self.bert.verify()

    def test_old_values_come_back_as_a_new_change(self):
        _, conflict = self.three_open_fields()
        self.bert.resolve(conflict, "client-wins")
        self.bert.sync()
        self.bert.settle(conflict, "--restore", "theirs", "--field", "city")
        self.bert.sync()
        record = self.assert_everyone_equal()["customers"][0]
        self.assertEqual((record["name"], record["city"]), ("Bert's", "Umeå"))
        self.bert.settle(conflict, "--restore", "base")
        self.bert.sync()
        record = self.assert_everyone_equal()["customers"][0]
        self.assertEqual((record["name"], record["city"], record["phone"]), ("Birch & Co", "Lund", "111"))


class DeleteAgainstEditTest(TwoDevices):
    """R-CON-01: a deletion against an edit asks; the answer holds on every device."""

    def conflict_after(self, anna, bert):
        customer = self.customer_on_both()
        anna(customer)
        bert(customer)
        self.anna.sync()
        self.bert.sync(code=LEFT_OVER)
        conflict = self.only_conflict(self.bert)
        self.assertEqual((conflict["conflictType"], conflict["record"]), ("deletion", customer))
        return conflict

    def edited_against_deleted(self):
        conflict = self.conflict_after(lambda customer: self.anna.put("customers", {"phone": "222"}, customer),
                                       lambda customer: self.bert.delete("customers", customer))
        self.assertEqual((conflict["mine"], conflict["theirs"]["phone"]), (None, "222"))
        return conflict

    def deleted_against_edited(self):
        conflict = self.conflict_after(lambda customer: self.anna.delete("customers", customer),
                                       lambda customer: self.bert.put("customers", {"phone": "222"}, customer))
        self.assertEqual((conflict["mine"]["phone"], conflict["theirs"]), ("222", None))
        return conflict

    def assert_kept_everywhere(self):
        records = self.assert_everyone_equal()
        self.assertEqual([(record["name"], record["phone"]) for record in records["customers"]], [(CUSTOMER["name"], "222")])

    def assert_gone_everywhere(self):
        self.assertEqual(self.assert_everyone_equal()["customers"], [])

    def test_a_record_that_i_deleted_and_they_edited_comes_back_when_theirs_is_kept(self):
        self.bert.resolve(self.edited_against_deleted()["id"], "server-wins")
        self.assert_kept_everywhere()

    def test_a_record_that_i_deleted_and_they_edited_goes_when_mine_is_kept(self):
        self.bert.resolve(self.edited_against_deleted()["id"], "client-wins")
        self.assert_gone_everywhere()

    def test_a_record_that_they_deleted_and_i_edited_comes_back_when_mine_is_kept(self):
        self.bert.resolve(self.deleted_against_edited()["id"], "client-wins")
        self.assert_kept_everywhere()

    def test_a_record_that_they_deleted_and_i_edited_goes_when_theirs_is_kept(self):
        self.bert.resolve(self.deleted_against_edited()["id"], "server-wins")
        self.assert_gone_everywhere()


class AccessTest(TwoDevices):
    # R-SYN-08, R-SRV-03
    def test_a_token_that_is_no_longer_valid_stops_the_sync_and_loses_nothing(self):
        customer = self.customer_on_both()
        self.anna.put("customers", {"phone": "222"}, customer)
        before = self.anna.records()
        self.server.command("token", "revoke", "--email", "anna@firm.example")
        self.anna.sync(code=SIGN_IN)
        self.assertEqual([(item["operation"], item["state"]) for item in self.anna.queue()], [("update", "pending")])
        self.assertEqual(self.anna.records(), before)
        self.anna.verify()

        self.tokens["anna"] = self.server.add_user("anna@firm.example", "bookkeeper")
        self.anna.connect(self.server, self.tokens["anna"])
        self.anna.sync()
        self.assertEqual(self.assert_everyone_equal()["customers"][0]["phone"], "222")

    # R-SRV-03
    def test_connecting_with_a_wrong_token_is_refused_and_the_old_one_stays(self):
        customer = self.customer_on_both()
        self.anna.put("customers", {"phone": "222"}, customer)
        self.anna.connect(self.server, "frost_" + "A" * 43, code=SIGN_IN)
        self.assertEqual(len(self.anna.queue()), 1)
        self.anna.sync()
        self.assertEqual(self.assert_everyone_equal()["customers"][0]["phone"], "222")

    # R-SYN-07
    def test_a_second_sync_of_the_same_company_is_told_that_it_is_busy(self):
        self.anna.put("customers", CUSTOMER)
        self.server.pause()
        first = self.anna.start_sync()
        self.addCleanup(first.kill)
        self.wait_until_held(first)
        self.anna.sync(code=BUSY)
        self.server.go_on()
        first.communicate(timeout=DEADLINE)
        self.assertEqual(first.returncode, DONE)
        self.assertEqual(len(self.assert_everyone_equal()["customers"]), 1)

    # R-SYN-07, R-IDM-04
    def test_two_syncs_at_once_do_no_harm(self):
        for number in range(10):
            self.anna.put("customers", {"name": f"Customer {number}", "externalReference": str(number)})
        both = [self.anna.start_sync(), self.anna.start_sync()]
        for sync in both:
            self.addCleanup(sync.kill)
            sync.communicate(timeout=DEADLINE)
        codes = sorted(sync.returncode for sync in both)
        self.assertIn(codes, ([DONE, DONE], [DONE, BUSY]))
        customers = self.assert_everyone_equal()["customers"]
        self.assertEqual(sorted(int(customer["externalReference"]) for customer in customers), list(range(10)))

    def wait_until_held(self, sync):
        """The run is in the history from the moment its process holds the lease."""
        until = time.monotonic() + DEADLINE
        while not self.anna.running():
            self.assertIsNone(sync.poll(), "the first sync ended although the server does not answer")
            self.assertLess(time.monotonic(), until)
            time.sleep(0.01)


if __name__ == "__main__":
    unittest.main(verbosity=2)
