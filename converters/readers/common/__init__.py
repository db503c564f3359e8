"""The ground that all readers share."""
