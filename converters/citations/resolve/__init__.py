"""Which work a citation means: ibid., short titles, entries that are known."""
