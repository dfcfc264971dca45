"""What the lab's pages and the moderators' pages share: a gate, strict answers, a server. Knows nothing of either."""
