"""The e-mail door, and the one narrow passage that every door shares.

Clean, signpost, redact, accept, receipt. Never knows a channel's screens, and never hands raw words down.
"""
