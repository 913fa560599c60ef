#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a retail export contains, computed without any of Frost's code: the exact sum of quantity times price, and counts.

Usage: sum.py FILE.csv|FILE.csv.gz    prints one JSON object
"""
import csv
import decimal
import gzip
import json
import sys


def main(path):
    decimal.getcontext().prec = 60
    decimal.getcontext().traps[decimal.Inexact] = True
    opened = gzip.open if path.endswith(".gz") else open
    total = decimal.Decimal(0)
    rows = without_customer = 0
    invoices, credits, customers, articles = set(), set(), set(), set()
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            rows += 1
            total += decimal.Decimal(row["Quantity"]) * decimal.Decimal(row["UnitPrice"])
            invoices.add(row["InvoiceNo"])
            articles.add(row["StockCode"])
            if row["InvoiceNo"].startswith("C"):
                credits.add(row["InvoiceNo"])
            if row["CustomerID"]:
                customers.add(row["CustomerID"])
            else:
                without_customer += 1
    json.dump({"rows": rows, "invoices": len(invoices), "credits": len(credits), "customers": len(customers),
               "articles": len(articles), "rowsWithoutCustomer": without_customer, "sum": format(total.normalize(), "f")},
              sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
