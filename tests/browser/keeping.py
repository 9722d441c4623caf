"""Waiting for the service worker, which keeps the book for reading without a network."""

CONTROLLED = "() => navigator.serviceWorker.ready.then(() => new Promise(done => { if (navigator.serviceWorker.controller) done(); else navigator.serviceWorker.oncontrollerchange = () => done() }))"

SCRIPTS_CAME = "() => Promise.all([...document.querySelectorAll(':not(:defined)')].map(each => customElements.whenDefined(each.localName))).then(() => true)"


def kept_offline(page) -> None:
    """Wait until the book is kept, and the page asks there."""
    page.evaluate(CONTROLLED)
