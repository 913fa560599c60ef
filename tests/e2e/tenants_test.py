# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two tenants of one server both have a company of the same name: nothing goes from one to the other."""

import unittest

from office import COMPANY, CONNECTION, SIGN_IN, TENANT, AtWork, Device

RIVAL = "Rival"


class TwoTenants(AtWork):
    def setUp(self):
        super().setUp()
        self.ours, self.theirs = self.tokens["anna"], self.tokens["rut"]
        self.anna = Device(self.folder, "anna")
        self.rut = self.device("rut")
        self.rut.put("customers", {"name": "The rival's customer"})
        self.rut.sync()

    def add_users(self):
        return super().add_users() | {"rut": self.server.add_user("rut@rival.example", tenant=RIVAL)}

    def set_up_anna(self):
        self.anna.set_up(self.server, self.ours)
        self.anna.put("customers", {"name": "Our customer"})
        self.anna.sync()
        self.anna.put("customers", {"name": "Not sent yet"})

    def names_on_server(self, name, token):
        fresh = Device(self.folder, name)
        fresh.set_up(self.server, token)
        fresh.sync()
        return sorted(customer["name"] for customer in fresh.list("customers"))

    def assert_nothing_crossed(self):
        self.assertEqual([customer["name"] for customer in self.anna.list("customers")], ["Our customer", "Not sent yet"])
        self.assertEqual(len(self.anna.queue()), 1)
        self.assertEqual(self.names_on_server("rivals", self.theirs), ["The rival's customer"])
        self.assertEqual(self.names_on_server("firms", self.ours), ["Our customer"])
        self.anna.connect(self.server, self.ours)
        self.anna.sync()
        self.assertEqual(self.names_on_server("firms later", self.ours), ["Not sent yet", "Our customer"])
        self.assertEqual(self.names_on_server("rivals later", self.theirs), ["The rival's customer"])
        self.anna.verify()

    def test_a_token_of_another_tenant_is_no_renewal(self):
        self.set_up_anna()
        refusal = self.anna.connect(self.server, self.theirs, code=SIGN_IN)["error"]
        self.assertEqual((refusal["code"], refusal["args"]), ("connection.otherTenant", [CONNECTION, TENANT, RIVAL]))
        self.assertIn("company add", refusal["message"])
        self.assert_nothing_crossed()

    def assert_unchecked_token_is_refused(self, *options):
        self.set_up_anna()
        self.server.stop()
        self.anna.connect(self.server, self.theirs)
        self.server.start()
        run = self.anna.must("sync", "--company", COMPANY, *options, code=SIGN_IN)[0]
        self.assertEqual((run["error"]["code"], run["error"]["args"]), ("connection.otherTenant", [CONNECTION, TENANT, RIVAL]))
        self.assert_nothing_crossed()

    def test_a_token_that_could_not_be_checked_is_refused_before_anything_is_sent(self):
        self.assert_unchecked_token_is_refused()

    def test_a_full_sync_with_a_token_that_could_not_be_checked_is_refused_before_anything_is_sent(self):
        self.assert_unchecked_token_is_refused("--full")

    def test_a_connection_made_without_the_server_learns_its_tenant_at_the_first_sync(self):
        self.server.stop()
        self.anna.set_up(self.server, self.ours)
        self.anna.put("customers", {"name": "Our customer"})
        self.server.start()
        self.anna.sync()
        self.anna.put("customers", {"name": "Not sent yet"})
        self.assertEqual(self.anna.connect(self.server, self.theirs, code=SIGN_IN)["error"]["code"], "connection.otherTenant")
        self.assert_nothing_crossed()


if __name__ == "__main__":
    unittest.main(verbosity=2)
