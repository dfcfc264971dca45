"""Speed and memory, shown as ratios against a peer or a bare baseline in the same run."""
