"""Transactions and receipts to subscriptions."""
