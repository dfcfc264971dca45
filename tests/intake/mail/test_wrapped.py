"""Signed mail is read, locked mail is refused, and nothing of either's wrapping is kept."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7EnvelopeBuilder, PKCS7Options, PKCS7SignatureBuilder
from trustme import CA

from intake.mail.locked import is_notice
from intake.mail.read import ReadMail, read_mail
from intake.mail.signed import Damaged, NotSigned, signed_content
from tests.cost import costs_less_than

if TYPE_CHECKING:
    from collections.abc import Callable

INSIDE = b"Content-Type: text/plain; charset=utf-8\r\n\r\nI want a door that locks.\r\n"
CERTIFICATE = CA().issue_cert("ann@council.example")


def _certificate() -> x509.Certificate:
    return x509.load_pem_x509_certificate(CERTIFICATE.cert_chain_pems[0].bytes())


def signed(content: bytes = INSIDE) -> bytes:
    """Return a signed message with the signature around it, as Outlook sends one."""
    key = serialization.load_pem_private_key(CERTIFICATE.private_key_pem.bytes(), None)
    builder = PKCS7SignatureBuilder().set_data(content).add_signer(_certificate(), key, hashes.SHA256())  # type: ignore[arg-type]
    return builder.sign(serialization.Encoding.DER, [PKCS7Options.Binary])


def in_pieces(content: bytes) -> bytes:
    """Return a signed message of unsaid lengths, its content cut into pieces, as programs write that stream it."""
    pieces = b"".join(
        b"\x04" + bytes([len(content[at : at + 9])]) + content[at : at + 9] for at in range(0, len(content), 9)
    )
    data = bytes.fromhex("06092a864886f70d010701") + b"\xa0\x80\x24\x80" + pieces + b"\0\0\0\0"
    inner = b"\x02\x01\x01\x31\x00" + b"\x30\x80" + data + b"\0\0" + b"\x31\x00"
    return b"\x30\x80" + bytes.fromhex("06092a864886f70d010702") + b"\xa0\x80\x30\x80" + inner + b"\0\0" * 3


def smime(data: bytes, kind: str = "", name: str = "smime.p7m") -> bytes:
    """Return a mail that is an S/MIME message and nothing else."""
    said = f"; smime-type={kind}" if kind else ""
    head = f"Content-Type: application/pkcs7-mime{said}; name={name}\r\nContent-Transfer-Encoding: base64\r\n"
    return head.encode() + b"Subject: my room\r\n\r\n" + base64.encodebytes(data).replace(b"\n", b"\r\n")


def words(mail: ReadMail) -> str | None:
    """Return a mail's words, if it has any."""
    return mail.words.reveal() if mail.words else None


@pytest.mark.parametrize("kind", ["signed-data", ""])
@pytest.mark.parametrize("wrap", [signed, in_pieces])
def test_a_signature_around_a_mail_is_taken_off(wrap: Callable[[bytes], bytes], kind: str) -> None:
    """An S/MIME message that is only signed is read; who signed it is nobody's business, and no file."""
    mail = read_mail(smime(wrap(INSIDE), kind))
    assert (words(mail), mail.files) == ("I want a door that locks.", ())


def test_a_signature_beside_a_mail_is_no_file() -> None:
    """Nothing was left out when only a signature was."""
    made = EmailMessage()
    made.set_content("I want a door that locks.")
    made.add_attachment(b"MII", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    mail = read_mail(made.as_bytes())
    assert (words(mail), mail.files) == ("I want a door that locks.", ())


@pytest.mark.parametrize("kind", ["enveloped-data", ""])
def test_an_encrypted_message_is_refused_as_such(kind: str) -> None:
    """Also one that doesn't say what it is."""
    builder = PKCS7EnvelopeBuilder().set_data(INSIDE).add_recipient(_rsa_certificate())
    data = builder.encrypt(serialization.Encoding.DER, [PKCS7Options.Binary])
    assert read_mail(smime(data, kind)).reason == "encrypted"


def _rsa_certificate() -> x509.Certificate:
    from trustme import KeyType  # noqa: PLC0415 - slow to make, and needed once

    issued = CA(key_type=KeyType.RSA).issue_cert("voice@care.example", key_type=KeyType.RSA)
    return x509.load_pem_x509_certificate(issued.cert_chain_pems[0].bytes())


def test_a_signed_message_that_is_cut_off_is_refused_as_unreadable() -> None:
    """Its sender hears that it could not be read, not that it was locked."""
    assert read_mail(smime(signed()[:60], "signed-data")).reason == "unreadable"


def test_pgp_signatures_are_taken_off() -> None:
    """The lines that say how a text was signed go; a dash that was escaped is one again."""
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nI want a door.\n- - that locks\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n=abcd\n-----END PGP SIGNATURE-----\n"
    )
    assert words(read_mail(f"Subject: x\n\n{text}".encode())) == "I want a door.\n- that locks"


@pytest.mark.parametrize("name", ["letter.eml", "FW my room.EML"])
def test_a_mail_attached_as_a_file_is_a_forward(name: str) -> None:
    """Whatever type it is said to have."""
    made = EmailMessage()
    made.set_content("Please see attached.")
    inner = b"From: Jo <jo@mail.example>\nSubject: my room\n\nI want a door that locks."
    made.add_attachment(inner, maintype="application", subtype="octet-stream", filename=name)
    mail = read_mail(made.as_bytes())
    assert (mail.kind, words(mail)) == ("forward", "I want a door that locks.")


PORTALS = """\
Ann Smith (ann@council.example) has sent you a protected message.
Read the message
Learn about messages protected by Microsoft Purview Message Encryption.
%
You've received an encrypted message from ann@council.example
To view your message
Save and open the attachment (message.html), and follow the instructions.
Sign in using the following email address: voice@care.example
%
You have received a secure message
Read your secure message by opening the attachment, securedoc_20260101.html.
You will be prompted to open (view) the file or save it.
%
Ann Smith has sent you a secure email via Egress Protect.
To read this message, click the link and sign in.
%
You have received a secure email.
ann@council.example has sent you a secure message.
Use the link below to register and log in to the Mimecast Secure Messaging portal.
%
New ZixCorp secure email message from Swindon Council
Open Message
To view the secure message, click Open Message or use the link.
"""
NOTICES = PORTALS.split("%\n")


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_that_a_locked_message_waits_is_refused(notice: str) -> None:
    """There is no word of a person in it: the sender's server hears that the mail was locked."""
    assert read_mail(f"Subject: hello\n\n{notice}".encode()).reason == "encrypted"


@pytest.mark.parametrize(
    "said",
    [
        "My worker sent me an encrypted message and I could not open it. That is not fair.",
        "You never sent me a secure email like you said. I feel unsafe at home.",
        "I have to sign in to read messages about my own life.",
        "She has sent you a message on my behalf. Please read the message I wrote.",
        "I want to register to vote. My carer sent you a protected characteristic leaflet.",
        NOTICES[0] + "\nThat is all I ever get, and I never know what they say about me. " * 50,
    ],
)
def test_words_about_locked_messages_are_words(said: str) -> None:
    """Somebody who tells us about secure mail is heard."""
    assert not is_notice(said)


@pytest.mark.parametrize("name", ["message.rpmsg", "message_v2.rpmsg", "securedoc_20260101T1.html"])
def test_a_locked_file_is_a_locked_mail(name: str) -> None:
    """What only its reader's account opens holds the words; what stands beside it is a program's."""
    made = EmailMessage()
    made.set_content("Hello.")
    made.add_attachment(b"\x76\xe8\x04\x60", maintype="application", subtype="octet-stream", filename=name)
    assert read_mail(made.as_bytes()).reason == "encrypted"


@pytest.mark.parametrize(
    "data",
    [
        b"\x30\x80" * 500_000,
        b"\x30\x84\xff\xff\xff\xff" * 100_000,
        in_pieces(b"x" * 900_000),
        b"\x24\x80" + b"\x04\x00" * 500_000,
        b"\x30\xff" + b"\xff" * 1_000_000,
    ],
)
def test_hostile_wrappings_end_at_once(data: bytes) -> None:
    """A megabyte of nested, endless or lying elements costs no more than reading it once."""

    def unwrap() -> None:
        with pytest.raises((NotSigned, Damaged)):
            signed_content(data)

    assert costs_less_than(0.5, unwrap)
