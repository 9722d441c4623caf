"""How much script a demo needs for a frame: while its dials are turned, while it is drawn on, while it plays."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page
from processor import Processor

FRAMES = 60
DIALS = "input[type=range]:visible, input[type=number]:visible"
PAD = "canvas.pad:visible"
PLAYS = "button:text-matches('^(Run|Play|Stop)$'):visible"

COUNT = """() => {
  window.framesShown = 0;
  const next = () => { framesShown++; requestAnimationFrame(next) };
  next();
}"""
TURN = """async (dials, frames) => {
  for (let frame = 0; frame < frames; frame++) {
    const dial = dials[frame % dials.length], before = dial.value;
    dial.stepUp();
    if (dial.value === before) dial.value = dial.min;
    dial.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(requestAnimationFrame);
  }
}"""


def light_page(page: Page, site: str, slug: str) -> Locator:
    """The demo on the page that others embed, alive."""
    page.goto(f"{site}embed/demo/{slug}/")
    demo = page.locator(f"demo-{slug}")
    demo.locator("button:visible").first.wait_for()
    return demo


def script_per_frame(demo: Locator) -> dict[str, float]:
    """Milliseconds for a frame, on the mean, of each way that the demo can be moved."""
    demo.page.evaluate(COUNT)
    processor = Processor(demo.page)
    ways = {"turned": (turn, DIALS), "drawn on": (draw, PAD), "playing": (play, PLAYS)}
    return {
        way: mean_of(processor, demo, action)
        for way, (action, control) in ways.items()
        if demo.locator(control).count()
    }


def mean_of(processor: Processor, demo: Locator, action: Callable[[Locator], None]) -> float:
    def used() -> tuple[float, int]:
        return processor.script, demo.page.evaluate("framesShown")

    script, frames = used()
    action(demo)
    script_then, frames_then = used()
    return (script_then - script) / (frames_then - frames)


def turn(demo: Locator) -> None:
    """Turn the dials, one by a step in each frame."""
    demo.locator(DIALS).evaluate_all(TURN, FRAMES)


def draw(demo: Locator) -> None:
    """Draw a line with the mouse."""
    box, mouse = demo.locator(PAD).bounding_box(), demo.page.mouse
    mouse.move(box["x"] + 20, box["y"] + 20)
    mouse.down()
    mouse.move(box["x"] + box["width"] - 20, box["y"] + box["height"] - 20, steps=FRAMES)
    mouse.up()


def play(demo: Locator) -> None:
    """Let it play, from the start where it does not play already."""
    button = demo.locator(PLAYS)
    if button.text_content() != "Stop":
        button.click()
    demo.page.wait_for_function(
        "until => framesShown > until", arg=demo.page.evaluate("framesShown") + FRAMES
    )
