"""The conversation that the pictures show: a poster, a voice, its preview, its receipt, and what can be done later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.talking import code_in

if TYPE_CHECKING:
    from tests.screens.camera import Camera

OTHERS = {"en-simple": "Easy Read", "ar": "العربية"}  # by their own names
WORDS = (
    "My taster flat at 14 Oakfield Road was brilliant. My PA Karolina came every week, and Swindon paid the deposit."
)


async def walk(camera: Camera) -> None:
    """Talk with the bot and take the pictures, in the order of the page that shows them."""
    await _to_the_words(camera)
    await _to_the_summary(camera)
    code = await _to_the_receipt(camera)
    await _later(camera, code)
    await _at_any_time(camera)
    await _asks_to_be_contacted(camera)
    await _looks_at_rights(camera)
    await _clears(camera)


async def _to_the_words(camera: Camera) -> None:
    alex = camera.person
    await camera.comes_by("c_swindon")
    await alex.hears("You came by a poster")
    await camera.takes("01-hello")
    await alex.taps("How things are")
    await alex.hears("mostly about")
    await camera.takes("02-theme")
    await alex.taps("Where you live")
    await alex.hears("your own words")
    camera.begin()
    await camera.says(WORDS)
    await alex.hears("Got it")
    await camera.takes("03-words")


async def _to_the_summary(camera: Camera) -> None:
    alex = camera.person
    await alex.taps("Done")
    await alex.hears("exactly what we will keep")
    await camera.takes("04-preview")
    await alex.taps("Hide more")
    await alex.hears("Which words should I hide")
    await camera.takes("05-hide-more")
    await alex.taps("Done")
    await alex.hears("exactly what we will keep")
    camera.begin()
    await alex.taps("don't quote")
    await alex.hears("Ready to send?")
    await camera.takes("06-send")


async def _to_the_receipt(camera: Camera) -> str:
    alex = camera.person
    camera.begin()
    await alex.taps("Send")
    code = code_in((await alex.hears("Your code")).text)
    await camera.takes("07-receipt")
    return code


async def _later(camera: Camera, code: str) -> None:
    alex = camera.person
    camera.begin()
    await camera.says(f"/status {code}")
    await alex.hears("Here is what happened")
    await camera.takes("08-status")
    camera.begin()
    await camera.says("/updates")
    await alex.hears()
    await camera.takes("09-updates")
    camera.begin()
    await camera.says(f"/withdraw {code}")
    await alex.hears("Take them back?")
    await alex.taps("Yes")
    await alex.hears()
    await camera.takes("10-withdrawn")


async def _at_any_time(camera: Camera) -> None:
    alex = camera.person
    camera.begin()
    await camera.says("I can't go on, I want to die")
    await alex.hears("These people can help right now")
    await alex.hears("I have this message")
    await camera.takes("11-urgent", most=2)
    camera.begin()
    await camera.says("/help")
    await alex.hears("In danger?")
    await camera.takes("12-help")


async def _asks_to_be_contacted(camera: Camera) -> None:
    alex = camera.person
    await alex.says("/help")
    await alex.hears("In danger?")
    camera.begin()
    await alex.taps("Ask someone to contact me")
    await alex.hears("not anonymous")
    await camera.takes("13-contact")
    camera.begin()
    await camera.says("It happened again last night. Please ring me.")
    await alex.hears("Nothing is sent yet")
    await alex.taps("Next")
    await alex.hears("How can they reach you")
    await camera.says("07700 900123, after school. Please don't say who you are if my carer answers.")
    await alex.hears("This is what I will send")
    await camera.takes("14-contact-check")
    camera.begin()
    await alex.taps("Send it")
    await alex.hears("It got there")
    await camera.takes("15-contact-sent")


async def _looks_at_rights(camera: Camera) -> None:
    alex = camera.person
    camera.begin()
    await camera.says("/rights")
    await alex.hears("What can you expect")
    await camera.takes("16-rights")
    await alex.taps("All of England")
    await alex.hears("personal adviser")
    await camera.takes("17-rights-england")


async def _clears(camera: Camera) -> None:
    alex = camera.person
    camera.begin()
    await camera.says("/clear")
    await alex.hears("Shall I clear the chat?")
    await camera.takes("18-clear")
    camera.begin()
    await alex.taps("keep my code")
    await alex.hears("all our messages")
    await camera.takes("19-cleared")


async def walk_in_languages(camera: Camera) -> None:
    """Greet people in the other languages."""
    for number, (language, name) in enumerate(OTHERS.items(), start=20):
        sam = camera.hand_to("en")
        await camera.says("/language")
        await sam.hears()
        await sam.taps(name)
        await sam.hears()
        camera.begin()
        await camera.says("/start")
        await sam.hears()
        await camera.takes(f"{number}-{language}", language=language)
