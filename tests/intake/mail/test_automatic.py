"""Who may be answered: every kind of machine that we know of is not, and whoever might be a person is."""

from __future__ import annotations

import time

import pytest

from intake.mail.automatic import is_machine
from intake.mail.machine_talk import is_machine_talk
from intake.mail.read import read_mail

# Heads of mails, as the programs write them; a blank line begins the body.
MACHINES = {
    # RFC 3834 and its relatives
    "auto-replied": "Auto-Submitted: auto-replied",
    "auto-generated, with a comment": "Auto-Submitted: auto-generated (rejected)",
    "auto-notified, with a parameter": "AUTO-SUBMITTED: Auto-Notified; owner-email=x",
    "bulk": "Precedence: bulk",
    "a list": "Precedence: List",
    "junk": "Precedence: junk",
    "auto_reply": "Precedence: auto_reply",
    "of lower precedence": "X-Precedence: bulk",
    "null return path": "Return-Path: <>",
    # Exchange and Outlook
    "exchange, away": "X-Auto-Response-Suppress: OOF, AutoReply",
    "exchange, all": "X-Auto-Response-Suppress: All",
    "exchange, not delivered": "X-MS-Exchange-Message-Is-Ndr:",
    "exchange, made by itself": "X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent",
    "office 365, not delivered": "From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6@x.example>",
    "outlook, away": "Subject: Automatic reply: hello",
    "outlook, behind a label": "Subject: [EXTERNAL] Automatic reply: hello",
    "outlook, older": "Subject: Out of Office AutoReply: hello",
    "outlook, not delivered": "Subject: Undeliverable: hello",
    "outlook, read": "Subject: Read: hello\r\nIn-Reply-To: <1@x.example>",
    "outlook, not read": "Subject: Not read: hello\r\nReferences: <1@x.example>",
    # Vacation programs
    "x-autoreply": "X-Autoreply: yes",
    "x-auto-reply": "X-Auto-Reply: 1",
    "x-autoreply-from": "X-AutoReply-From: jo@x.example",
    "x-autorespond": "X-Autorespond: hello",
    "x-autoresponder": "X-Autoresponder: 1",
    "x-vacation": "X-Vacation: yes",
    "cpanel": "Delivered-To: Autoresponder",
    "gmx": "Subject: Abwesenheitsnotiz: hallo",
    "french": "Subject: =?utf-8?q?R=C3=A9ponse_automatique_=3A_bonjour?=",
    "spanish": "Subject: Respuesta automática: hola",
    "italian": "Subject: Risposta automatica: ciao",
    "dutch": "Subject: Automatisch antwoord: hallo",
    "polish": "Subject: =?utf-8?b?QXV0b21hdHljem5hIG9kcG93aWVkxbo6IGhlag==?=",
    "swedish": "Subject: Autosvar: hej",
    "welsh": "Subject: Ateb awtomatig: helo",
    "irish": "Subject: Freagra uathoibríoch: dia duit",
    "turkish": "Subject: =?utf-8?q?Otomatik_yan=C4=B1t=3A_merhaba?=",
    "arabic": "Subject: رد تلقائي: مرحبا",
    "urdu": "Subject: خودکار جواب: سلام",
    "chinese": "Subject: =?utf-8?b?6Ieq5Yqo5Zue5aSN77ya5L2g5aW9?=",
    "japanese": "Subject: 自動応答: こんにちは",
    "russian": "Subject: Автоматический ответ: привет",
    "without a header": "Subject: Re: hello\r\n\r\nThank you for your email. I am currently out of the office and will "
    "return on Monday. If it is urgent, please contact the duty team.",
    "on leave": "Subject: Re: hello\r\n\r\nHello,\r\nI\u2019m on annual leave until 3 January with no access to mail.",
    "with brackets": "Subject: [Auto-Reply] hello",
    "at the end": "Subject: Re: hello (Out of Office)",
    "notes": "Subject: Sam Porter/NVALE is out of the office (returning 10/03/2025)",
    "absent in french": "Subject: Absence du bureau",
    "left": "Subject: Re: hello\r\n\r\nI have now left Northvale Council. Please redirect your mail to the duty team.",
    "closed": "Subject: Re: x\r\n\r\nThe office is closed for the holiday. We will respond when we return.",
    "training": "Subject: Re: x\r\n\r\nI am on training today with limited access to email.",
    "a helpdesk": "Subject: Re: x\r\n\r\nThanks for getting in touch. We'll get back to you as soon as possible.",
    "part-time": "Subject: Re: hello\r\n\r\nThank you for your email. My working days are Monday to Wednesday. I will "
    "respond when I am next in.",
    "a mailbox": "Subject: Re: hello\r\n\r\nPlease note this mailbox is not monitored.",
    "hours": "Subject: Re: hello\r\n\r\nThank you for your email. This inbox is monitored Monday to Friday.",
    "away in german": "Subject: Re: hallo\r\n\r\nIch bin bis zum 10. März nicht im Büro.",
    "away in french": "Subject: Re: x\r\n\r\nJe suis absente du bureau jusqu'au 10 mars.",
    "away in spanish": "Subject: Re: x\r\n\r\nEstoy fuera de la oficina hasta el 10 de marzo.",
    "away in polish": "Subject: Re: x\r\n\r\nJestem na urlopie. W pilnych sprawach proszę o telefon.",
    "away in welsh": "Subject: Re: x\r\n\r\nRydw i allan o'r swyddfa tan 10 Mawrth.",
    # Bounces
    "postfix": "From: MAILER-DAEMON@mx.example (Mail Delivery System)\r\nSubject: Undelivered Mail Returned to Sender",
    "sendmail": "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>",
    "exim": "X-Failed-Recipients: a@b.example",
    "qmail": "Subject: failure notice",
    "a report": "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
    "a postmaster": "From: postmaster@mx.example",
    "lotus": "Subject: DELIVERY FAILURE: User jo not listed in directory",
    "gateway": "From: System Administrator <admin@x.example>\r\nSubject: hello",
    "delayed": "Subject: Warning: could not send message for past 4 hours",
    "gmail": "Subject: Delivery Status Notification (Failure)",
    "german": "Subject: Unzustellbar: hallo",
    "brazilian": "Subject: Não entregue: olá",
    "verp": "Return-Path: <bounce-md_77@mail.example>",
    "exim without headers": "Subject: hello\r\n\r\nThis message was created automatically by mail delivery software. "
    "A message that you sent could not be delivered to one or more of its recipients.",
    "qmail without headers": "Subject: hello\r\n\r\nHi. This is the qmail-send program at x.example.\r\nI'm afraid",
    "james": "Subject: [BOUNCE]",
    "mail marshal": 'Subject: Undeliverable Mail: "Hello"',
    "courier": "Subject: NOTICE: mail delivery status.",
    "postfix, still trying": "Subject: Delayed Mail (still being retried)",
    "barracuda": "Subject: **Message you sent blocked by our bulk email filter**",
    "amavis": "Subject: BANNED contents from you",
    "mimecast": "Subject: [Postmaster] Email Delivery Failure",
    "exim, scanned": "Subject: Mail failure - rejected by local scanning code",
    "a japanese bounce": "Subject: メール配信に失敗しました",
    "exchange, relayed": "Subject: hello\r\n\r\nDelivery to these recipients or distribution lists is complete, "
    "but delivery notification was not sent by the destination.",
    "a transcript": "Subject: x\r\n\r\n   ----- Transcript of session follows -----\r\n550 unknown",
    "exchange 2003": "Subject: x\r\n\r\nYour message\r\n\r\n  To: jo\r\n\r\ndid not reach the following recipient(s):",
    "office 365": "Subject: x\r\n\r\nYour message to jo@x.example couldn't be delivered.",
    "old gmail": "Subject: x\r\n\r\nDelivery to the following recipient failed permanently:",
    "yahoo": "Subject: x\r\n\r\nSorry, we were unable to deliver your message to the following address.",
    "domino": "Subject: x\r\n\r\nYour message\r\n\r\n  Subject: x\r\n\r\nwas not delivered to:\r\n\r\n  jo",
    "qq": "Subject: x\r\n\r\n抱歉，您的邮件被退回来了",  # noqa: RUF001
    "mail.ru": "Subject: x\r\n\r\nЭто письмо создано автоматически сервером, отвечать на него не нужно.",  # noqa: RUF001
    "outlook in german": "Subject: x\r\n\r\nFehler bei der Nachrichtenzustellung an folgende Empfänger:",
    "a moderator": "Subject: x\r\n\r\nYour mail is being held until the list moderator can review it for approval.",
    # Receipts, complaints, calendars
    "a receipt": "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
    "netscape's receipt": "Subject: Return Receipt (displayed) - hello",
    "a complaint": "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
    "google calendar": "Subject: Accepted: Review @ Mon 2 Nov\r\nContent-Type: multipart/alternative; boundary=b\r\n"
    "\r\n--b\r\nContent-Type: text/plain\r\n\r\nJo has accepted this invitation.\r\n--b\r\n"
    "Content-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n--b--",
    "outlook's calendar": "Subject: Declined: Review\r\nContent-Class: urn:content-classes:calendarmessage",
    # Lists
    "list-id": "List-Id: <news.example>",
    "list-unsubscribe": "List-Unsubscribe: <mailto:x@y.example>",
    "ezmlm": "Mailing-List: contact help@x.example; run by ezmlm",
    "mailman": "X-BeenThere: all@x.example",
    "a bulk mailer": "Feedback-ID: 1:2:3:x",
    # Nobody reads what is sent there
    "noreply": "From: noreply@shop.example",
    "do not reply": 'From: "Do not reply" <do-not-reply+77@shop.example>',
    "donotreply": "From: donotreply@council.example",
    "french noreply": "From: ne-pas-repondre@x.example",
    "german noreply": "From: nicht-antworten@x.example",
    "portuguese noreply": "From: nao-responda@x.example",
    "welsh noreply": "From: dim-ateb@cyngor.example",
    "notifications": "From: Planner <notifications@x.example>",
    "a sender that is a list's": "Sender: bounces@list.example",
    # Tickets, challenges, monitoring
    "rt": "X-RT-Loop-Prevention: council",
    "zendesk": "X-Zendesk-From-Account-Id: 1",
    "a ticket": "Subject: Re: hello\r\n\r\nThank you for contacting us. Your request has been "
    "received and your ticket is 4711.",
    "a council's desk": "Subject: hello\r\n\r\nWe have received your enquiry. We aim to respond within ten working "
    "days.",
    "boxtrapper": "X-Boxtrapper: 1",
    "a challenge": "Subject: Re: hello\r\n\r\nTo prove you are not a robot, click below.",
    "cron": "X-Cron-Env: <SHELL=/bin/sh>",
    "nagios": "From: nagios@x.example",
    "root": "From: root@x.example",
    "alerts": "From: Uptime <alerts@x.example>",
    "an automated message": "Subject: hello\r\n\r\nThis is an automated message. Please do not reply to this email.",
}

PEOPLE = {
    "says no": "Auto-Submitted: no",
    "normal precedence": "Precedence: normal",
    "first class": "Precedence: first-class",
    "suppresses nothing": "X-Auto-Response-Suppress: none",
    "a name": "From: Jo Reed <jo@mail.example>",
    "a name like noreply": "From: Norep Lye <norep.lye@mail.example>",
    "a name like a daemon": 'From: "Postmaster Jo" <jo@mail.example>',
    "a surname Root": "From: Sam Root <sam.root@mail.example>",
    "a first name Root": "From: root.jones@mail.example",
    "nobody special": "From: nobody.special@mail.example",
    "a team": "From: Advocacy Team <team@charity.example>",
    "an office": "From: info@charity.example",
    "support": "From: support@charity.example",
    "admin": "From: admin@charity.example",
    "hello": "From: hello@charity.example",
    "a personal return path": "Return-Path: <jo@mail.example>",
    "a header as subject": "Subject: Auto-Submitted: yes",
    "asks for a receipt": "Disposition-Notification-To: jo@mail.example",
    "asks for another receipt": "Return-Receipt-To: jo@mail.example",
    "outlook": "X-Mailer: Microsoft Outlook 16.0\r\nX-MS-Has-Attach: \r\nX-MS-TNEF-Correlator: ",
    "office 365": "X-MS-Exchange-Organization-SCL: -1\r\nX-MS-Exchange-CrossTenant-AuthAs: Internal",
    "gmail": "X-Google-DKIM-Signature: v=1\r\nX-Gm-Message-State: x\r\nX-Received: by 10.0.0.1",
    "yahoo": "X-YMail-OSG: x\r\nX-Mailer: WebService/1.1",
    "spam checked": "X-Spam-Status: No, score=-1\r\nX-Virus-Scanned: yes",
    "urgent": "X-Priority: 1\r\nImportance: high",
    "an answer to an answering machine": "Subject: Re: Automatic reply: hello\r\nIn-Reply-To: <1@x.example>",
    "a bounce sent on": "Subject: FW: Undeliverable: hello",
    "read, in a title": "Subject: Read: this is about my foster home",
    "read this": "Subject: Read this please\r\nIn-Reply-To: <1@x.example>",
    "an answer": "Subject: Re: hello\r\nIn-Reply-To: <1@x.example>\r\nReferences: <1@x.example>",
    "accepted": "Subject: Accepted at college!",
    "undelivered promises": "Subject: Undelivered promises in my pathway plan",
    "undeliverable promises": "Subject: Undeliverable promises",
    "out of the office hours": "Subject: Out of office hours nobody helps",
    "autobiography": "Subject: Auto-biography: my life in care",
    "autism": "Subject: Autism assessment",
    "vacation": "Subject: Vacation",
    "returned": "Subject: Returned to my mum",
    "failed": "Subject: Failed by the system",
    "an invitation": "Subject: Review meeting\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n"
    "Content-Type: text/plain\r\n\r\nCan you come? Words are below.\r\n--b\r\nContent-Type: text/calendar; "
    "method=REQUEST\r\n\r\nX\r\n--b--",
    "a title alone": "Subject: Out of office\r\n\r\nEvery time I write to my PA I get this. I am 17 and on my own.",
    "a machine's title": "Subject: Automatic reply\r\n\r\nthat is all i get from my social worker",
    "a delivery": "Subject: Mail delivery problem\r\n\r\nThe staff open my letters. That is the problem.",
    "a question": "Subject: Re: out of office - can somebody answer?",
    "worker is out": "Subject: My worker is out of the office again",
    "on holiday": "Subject: Re: hello\r\n\r\nI am on holiday until Monday with my foster family, and I love it.",
    "away from the desk": "Subject: Re: hello\r\n\r\nI am away from my desk at college, please call my PA, she never "
    "answers me.",
    "works on some days": "Subject: x\r\n\r\nI work Tuesday to Thursday, please call then. Jay says the room is damp.",
    "closed, and says so": "Subject: x\r\n\r\nThe office is closed. Nobody told us until we stood before it.",
    "left care": "Subject: I have left care\r\n\r\nI have now left care and nobody calls. Please contact me.",
    "a mailbox that nobody reads": "Subject: x\r\n\r\nAll they tell me is that this inbox is not monitored.",
    "urlaub": "Subject: Re: hallo\r\n\r\nIm Büro war keiner da.",
    "headers in the text": "From: jo@mail.example\r\n\r\nAuto-Submitted: auto-replied\r\nHello",
    "speaks of answering machines": "Subject: hello\r\n\r\nWhen I write to my PA I only get: I am out of the office. "
    "She never calls back.",
    "on leave, and writes": "Subject: hello\r\n\r\nI am on leave but this matters: the house is cold.",
    "speaks of tickets": "Subject: hello\r\n\r\nThe bus ticket is too dear.",
    "was thanked": "Subject: hello\r\n\r\nThank you for contacting me. He told me that he wants to be heard.",
    "speaks of deliveries": "Subject: hello\r\n\r\nThe bed was not delivered. My flat is empty.",
    "speaks of machines": "Subject: hello\r\n\r\nThe school sends messages automatically when I am late.",
    "a bounce passed on with words": "Subject: FW: hello\r\n\r\nMy worker's address is dead.\r\n\r\n---------- "
    "Forwarded message ---------\r\nFrom: x@y.example\r\nDate: 1 May 2026\r\nSubject: hello\r\nTo: z@y.example\r\n"
    "\r\nThis is the mail system at host y.example.",
}


def read(head: str) -> bool:
    """Tell whether a mail that begins like this is automatic."""
    mail = head if "\r\n\r\n" in head else f"{head}\r\nX: y\r\n\r\nHello"
    return read_mail(mail.encode()).automatic


@pytest.mark.parametrize("kind", MACHINES)
def test_a_machine_is_known(kind: str) -> None:
    """By its headers, its title, or the first words that it says (RFC 3834)."""
    assert read(MACHINES[kind])


@pytest.mark.parametrize("kind", PEOPLE)
def test_a_person_is_not_a_machine(kind: str) -> None:
    """What only looks like a machine's mail does not keep a person from an answer, and from their code."""
    assert not read(PEOPLE[kind])


def test_the_table_is_long_enough() -> None:
    """A rule that a change forgets is found here first."""
    assert len(MACHINES) >= 60
    assert len(PEOPLE) >= 40


@pytest.mark.parametrize("user", ["list-request", "owner-list", "jo-bounces", "MAILER-DAEMON", "no.reply", "nobody"])
def test_who_answers_these_answers_a_machine(user: str) -> None:
    """As the sender of an envelope (RFC 3834, 2)."""
    assert is_machine(user)


@pytest.mark.parametrize(
    "hostile", ["i am " * 20_000, "i'm away " * 300, "your message to " * 150, " " * 2_400, "auto" * 600, "<" * 2_500]
)
def test_hostile_words_cost_little(hostile: str) -> None:
    """However they are made."""
    start = time.process_time()
    is_machine_talk(hostile)
    read(f"Subject: {hostile[:900]}\r\nFrom: {hostile[:900]}@x.example\r\n\r\n{hostile}")
    assert time.process_time() - start < 0.5
