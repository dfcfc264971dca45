"""What people do at a desk: the command line, settings, logs, moderation, the lab's Datasette, reports.

Never talks to Telegram or SMTP.
"""
