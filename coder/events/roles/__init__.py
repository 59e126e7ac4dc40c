"""Who and what fills the roles of a frame."""
