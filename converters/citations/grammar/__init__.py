"""Words into parts: what a citation as printed says, in Chinese, English and Russian."""
