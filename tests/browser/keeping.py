"""Waiting for the service worker, which keeps the book for reading without a network."""

CONTROLLED = """() => Promise.race([
  navigator.serviceWorker.ready.then(() => new Promise(done => { if (navigator.serviceWorker.controller) done(); else navigator.serviceWorker.oncontrollerchange = () => done() })),
  new Promise((_, fail) => setTimeout(fail, 120_000, new Error("the book was not kept"))),
])"""

SCRIPTS_CAME = "() => Promise.all([...document.querySelectorAll(':not(:defined)')].map(each => customElements.whenDefined(each.localName))).then(() => true)"


def kept_offline(page) -> None:
    """Wait until the book is kept, and the page asks there."""
    page.evaluate(CONTROLLED)
