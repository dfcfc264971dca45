"""Looks over the words people read: ours, and a deployment's over them. Changes nothing."""
