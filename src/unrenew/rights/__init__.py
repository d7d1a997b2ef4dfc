"""Which remedy is open until which date."""
