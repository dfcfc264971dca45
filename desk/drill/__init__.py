"""The motivated-intruder drill: which voices are easiest to recognise, and why."""
