"""The database's history, one revision a change, run by ``pepinsight.store.database`` on opening."""
