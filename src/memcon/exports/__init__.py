"""The exports room: records for people and for other programs."""
