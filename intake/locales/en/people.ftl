# What the desk says about accounts and what they may do. Change a message by writing it again, under the same name,
# in wording/en/people.ftl of your own data folder. Keep every { $… } that it has here.

## Roles

people-role-moderator = Moderator
people-role-lead = Safeguarding lead
people-role-responder = Responder
people-role-analyst = Analyst
people-role-administrator = Administrator
people-role-means-moderator = reads voices and decides what is published
people-role-means-lead = does the same, and is told when somebody may be at risk
people-role-means-responder = writes what was done with what people said
people-role-means-analyst = sees counts, and no words
people-role-means-administrator = looks after accounts, and reads no voices

## A page of somebody else's

people-not-yours = This page is for somebody else
people-not-yours-why = Nothing went wrong, and nothing was changed. Your account opens other pages.
people-not-yours-for = It is for:
people-not-yours-mine = You are signed in as:
people-ask = Do you need this page for your work? Ask { $names }: they look after the accounts.
people-ask-nobody = Do you need this page for your work? Ask the person who runs this service.
people-go-on = Go to your own page

## Accounts, from the terminal

people-role-changed = { $name } is now: { $roles }. They have to sign in again.
