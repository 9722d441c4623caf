"""The podcast as its listeners have it: nothing is fetched unasked, the transcript goes along, the network may go."""

from __future__ import annotations

import pytest
from keeping import kept_offline
from playwright.sync_api import expect
from waiting import until

pytestmark = pytest.mark.browser

PAGE = "podcast/"
TIME = "audio => audio.currentTime"
SLOW = (
    "audio => { audio.muted = true; audio.playbackRate = 1 / 16 }"  # a sentence lasts until it was looked at
)


class Episode:
    """The first episode of a page."""

    def __init__(self, page):
        self.page, self.box = page, page.locator("lesson-audio").first
        self.audio, self.cues = self.box.locator("audio"), self.box.locator(".cue")
        expect(self.box.get_by_label("Speed")).to_be_visible()
        self.audio.evaluate(SLOW)

    def time(self) -> float:
        return self.audio.evaluate(TIME)

    def start(self, number: int) -> float:
        return float(self.cues.nth(number).get_attribute("data-start"))

    def plays_at(self, number: int) -> None:
        """Wait until that sentence is the one being said."""
        expect(self.cues.nth(number)).to_have_attribute("aria-current", "true")
        assert self.start(number) <= self.time() < self.start(number) + 1.5


def test_listener_finds_every_sentence_and_loads_nothing_before(new_context, site):
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + PAGE)
    episode = Episode(page)
    assert not [url for url in asked if url.endswith((".mp3", ".vtt"))]
    episode.box.locator("summary").click()
    episode.cues.nth(4).click()
    episode.plays_at(4)
    expect(episode.cues.nth(4)).to_be_focused()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    episode.plays_at(5)
    page.keyboard.press("End")
    page.keyboard.press(" ")
    last = episode.cues.count() - 1
    episode.plays_at(last)
    frame = episode.box.locator(".transcript-text")
    expect(episode.cues.nth(last)).to_be_in_viewport()
    assert frame.evaluate("frame => frame.scrollTop") > 0
    episode.box.locator(".moment").nth(1).click()
    expect(episode.box.locator(".moment").nth(1)).to_have_attribute("aria-current", "true")


def test_speed_is_kept_and_one_episode_plays_at_a_time(new_context, site):
    page = new_context().new_page()
    page.goto(site + PAGE)
    first = Episode(page)
    first.box.get_by_label("Speed").select_option("1.5")
    rates = page.locator("audio").evaluate_all("all => all.map(audio => audio.defaultPlaybackRate)")
    assert set(rates) == {1.5}
    page.reload()
    first = Episode(page)
    expect(first.box.get_by_label("Speed")).to_have_value("1.5")
    first.box.locator(".moment").first.click()
    second = page.locator("lesson-audio").last
    second.locator("audio").evaluate("audio => (audio.muted = true)")
    second.locator(".moment").nth(1).click()
    playing = "all => all.map(audio => !audio.paused)"
    page.wait_for_function("() => document.querySelector('audio').paused")
    assert page.locator("audio").evaluate_all(playing)[0] is False


def test_speed_that_no_player_has_and_keys_of_the_browser_do_no_harm(new_context, site):
    stored = {"name": "/|d|preference|speed", "value": '{"at": 1790000000000, "body": 1000}'}
    state = {"cookies": [], "origins": [{"origin": site.rstrip("/"), "localStorage": [stored]}]}
    page = new_context(storage_state=state).new_page()
    page.goto(site + PAGE)
    episode = Episode(page)
    expect(episode.box.get_by_label("Speed")).to_have_value("1")
    left = "cue => cue.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true }))"
    assert episode.cues.first.evaluate(left)


def test_it_reads_without_script(new_context, site):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(site + PAGE)
    box = page.locator("lesson-audio").first
    expect(box.locator("audio")).to_have_attribute("controls", "")
    box.locator("summary").click()
    expect(box.locator(".cue").last).to_be_visible()
    assert "#t=" in box.locator(".moment").nth(1).get_attribute("href")


def test_what_was_played_once_can_be_played_and_searched_without_a_network(browser, site):
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + PAGE)
    kept_offline(page)
    episode = Episode(page)
    episode.box.locator(".moment").first.click()
    kept = """async () => {
      const found = await caches.match(document.querySelector("audio").src)
      return Boolean(found && (await found.blob()).size)
    }"""
    until(page, lambda: page.evaluate(kept))
    context.set_offline(True)
    page.reload()
    episode = Episode(page)
    episode.box.locator("summary").click()
    episode.cues.nth(30).click()
    episode.plays_at(30)
    ranges = page.evaluate("""async () => {
      const ask = async range => {
        const answer = await fetch(document.querySelector("audio").src, { headers: { range } })
        return [answer.status, answer.headers.get("content-range"), (await answer.arrayBuffer()).byteLength]
      }
      return [await ask("bytes=0-1"), await ask("bytes=100-199"), await ask("bytes=-10"), await ask("bytes=99999999-")]
    }""")
    size = int(ranges[0][1].rpartition("/")[2])
    assert ranges == [
        [206, f"bytes 0-1/{size}", 2],
        [206, f"bytes 100-199/{size}", 100],
        [206, f"bytes {size - 10}-{size - 1}/{size}", 10],
        [416, f"bytes */{size}", 0],
    ]
    context.close()
