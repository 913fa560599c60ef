# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Business steps with real processes: asked for offline, sent in order, booked once, never with figures that nobody saw."""

import json
import unittest

from office import COMPANY, CONNECTION, DONE, LEFT_OVER, OFFLINE, AtWork, Between, Device

ROWS = [{"quantity": "2", "price": "100", "vat": "25"}]


class Steps(AtWork):
    users = ("anna", "bert")
    role = "bookkeeper"

    def setUp(self):
        super().setUp()
        self.anna = self.device("anna")
        self.customer = self.anna.put("customers", {"name": "Birch & Co"})["localId"]
        self.invoice = self.anna.put("invoices", {"customer": self.customer, "invoiceDate": "2026-02-03", "rows": ROWS})["localId"]

    def bert(self):
        device = self.device("bert")
        device.sync()
        return device

    def step(self, device, name, record=None, code=DONE):
        return device.must("step", "invoices", record or self.invoice, name, "--company", COMPANY, code=code)

    def real(self):
        return self.anna.get("invoices", self.invoice)["remoteIds"][CONNECTION]

    def test_asked_for_offline_and_sent_in_order(self):
        self.server.stop()
        self.assertEqual(self.step(self.anna, "book")["waitingSteps"], ["book"])
        self.step(self.anna, "mark-sent")
        shown = self.anna.get("invoices", self.invoice)
        self.assertEqual(shown["waitingSteps"], ["book", "mark-sent"])
        self.assertNotIn("booked", shown)
        refused = self.anna.run("put", "invoices", self.invoice, "--company", COMPANY, given='{"note": "x"}')
        self.assertEqual((refused.code, refused.json["error"]["code"]), (LEFT_OVER, "record.locked"))
        self.anna.sync(code=OFFLINE)
        waiting = [item for item in self.anna.queue() if item["operation"] == "step"]
        self.assertEqual([(item["step"], item["state"], item["requiredPermission"]) for item in waiting],
                         [("book", "pending", "invoices:book"), ("mark-sent", "pending", "invoices:mark-sent")])

        self.server.start()
        self.anna.sync()
        booked = self.anna.get("invoices", self.invoice)
        self.assertEqual((booked["booked"], booked["sent"]), (True, True))
        self.assertNotIn("waitingSteps", booked)
        self.assertEqual(self.anna.queue(), [])
        colleague = self.bert()
        self.assertEqual(colleague.records(), self.anna.records())
        credit = self.step(self.anna, "credit")
        self.assertEqual((credit["creditOf"], credit["total"]), (self.real(), "-250.00"))
        self.anna.sync()
        colleague.sync()
        self.assertEqual(colleague.records(), self.anna.records())
        self.anna.verify()

    def test_a_colleague_was_quicker(self):
        self.anna.sync()
        colleague = self.bert()
        self.step(self.anna, "book")
        colleague.put("invoices", {"dueDate": "2026-03-03"}, self.real())
        colleague.sync()
        self.anna.sync(code=LEFT_OVER)
        conflict = self.anna.conflicts()[0]
        self.assertEqual((conflict["theirs"]["dueDate"], conflict["mine"].get("dueDate")), ("2026-03-03", None))
        self.assertNotIn("waitingSteps", self.anna.get("invoices", self.invoice))
        self.assertEqual(self.step(self.anna, "book", code=LEFT_OVER)["error"]["code"], "record.inConflict")
        self.anna.resolve(conflict["id"], "server-wins")
        self.anna.sync()
        self.assertNotIn("booked", self.anna.get("invoices", self.invoice))
        self.step(self.anna, "book")
        self.anna.sync()
        colleague.sync()
        self.assertTrue(colleague.get("invoices", self.real())["booked"])
        self.assertEqual(colleague.records(), self.anna.records())

    def test_a_lost_answer_books_once(self):
        self.anna.sync()
        proxy = Between(self.server)
        self.addCleanup(proxy.close)
        other = Device(self.folder, "carl")
        other.set_up(proxy, self.tokens["anna"])
        other.sync()
        self.step(other, "book", self.real())
        keys = []

        def lose(body):
            """The server has carried it out; the device gets an answer that cannot be read."""
            keys.append(json.loads(body)["operations"][0]["idempotencyKey"])
            self.server_push(body)
            return {"lost": True}

        proxy.on_push = lose
        other.sync(code=OFFLINE)
        self.assertEqual([item["state"] for item in other.queue()], ["verify"])
        proxy.on_push = None
        other.sync()
        self.assertTrue(other.get("invoices", self.real())["booked"])
        self.assertEqual(other.queue(), [])
        self.anna.sync()
        self.assertEqual(self.anna.records(), other.records())
        self.assertEqual(len(set(keys)), 1)

    def server_push(self, body):
        from http.client import HTTPConnection
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        connection.request("POST", f"/api/sync/push?practiceId={COMPANY}", body,
                           {"Authorization": f"Bearer {self.tokens['anna']}", "Content-Type": "application/json"})
        answer = connection.getresponse()
        self.assertEqual(answer.status, 200)
        result = json.loads(answer.read())["results"][0]
        self.assertTrue(result["success"], result)
        connection.close()


if __name__ == "__main__":
    unittest.main()
