"""A program on a page, as a reader uses it: run, edit, read what it says."""

from __future__ import annotations

import re
import time

from playwright.sync_api import expect

CHAPTER = "chapters/artificial-neuron/"
BY_HAND = "artificial-neuron/by-hand"
PATIENCE = 120_000  # ms: Python starts in seconds, on a busy machine in many
BUSY = re.compile(r"^(Running|Starting Python|)$")
WATCHED = """([root, patience]) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("the program did not end")), patience)
  const seen = []
  const look = () => {
    const [samp, bar, words] = ["samp", ".program-progress", ".program-bytes"].map((css) => root.querySelector(`.output ${css}`))
    seen.push([samp.textContent, bar.hidden ? 0 : bar.max, words.textContent])
  }
  const observer = new MutationObserver(look)
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
  addEventListener("lesson-run-ended", () => (look(), observer.disconnect(), done(seen)), { once: true })
  root.querySelector("[data-action=run]").click()
})"""
PRESSED = """([button, patience]) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("the button did not say anything")), patience)
  new MutationObserver(() => done(button.textContent)).observe(button, { childList: true })
  button.click()
})"""


class Program:
    """One program on the page, as a reader uses it."""

    def __init__(self, page, name=BY_HAND):
        self.page = page
        self.root = page.locator(f"lesson-run[data-program='{name}']").first
        self.status = self.root.locator(".program-status")
        self.label = self.root.locator(".output-label")
        self.editor = self.root.locator("textarea.pce-textarea")

    def show(self):
        """Choose the tab that it stands in, if it stands in one."""
        tabs = self.page.locator(".program-tabs").filter(has=self.root)
        if tabs.count():
            names = tabs.locator("lesson-run").evaluate_all("all => all.map(e => e.dataset.program)")
            tabs.get_by_role("radio").nth(names.index(self.root.get_attribute("data-program"))).check()

    def button(self, name):
        return self.root.get_by_role("button", name=name, exact=True)

    @property
    def output(self):
        return self.root.locator(".output samp").text_content()

    def run(self):
        self.button("Run").click()
        self.wait()

    def wait(self):
        expect(self.root.locator(".output pre")).not_to_have_attribute("aria-busy", "true", timeout=PATIENCE)
        expect(self.status).not_to_have_text(BUSY, timeout=PATIENCE)

    def stop(self):
        """Stop it: that is said at once, long before Python, which starts anew, is back."""
        start = time.monotonic()
        self.button("Stop").click()
        expect(self.status).to_contain_text("Stopped. Python is starting again.")
        stopped = time.monotonic()
        assert self.try_out("print('back')") == "back\n"
        assert stopped - start < time.monotonic() - stopped

    def watched(self):
        """Run it; return all that it showed on the way: its output, the end of its loop, the words on that."""
        return self.page.evaluate(WATCHED, [self.root.element_handle(), PATIENCE])

    def pressed(self, name):
        """What a button says on being pressed, for a moment."""
        return self.page.evaluate(PRESSED, [self.button(name).element_handle(), PATIENCE])

    def edit(self, source):
        expect(self.button("Edit").or_(self.editor).first).to_be_visible()  # once its script has come
        if not self.editor.is_visible():
            self.button("Edit").click()
        self.editor.fill(source)

    def try_out(self, source):
        """Run a program of ours in its place; return what it says."""
        self.edit(source)
        self.run()
        return self.output
