"""Which sense a trigger has: what makes it no act, or another one."""
