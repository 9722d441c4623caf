"""Every demo, on its page for embedding, at first and after some keys."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from kinds import kind

REST = 1000  # ms of the page's clock: longer than any demo waits with its words
COMING = re.compile("^(Fetching .*)?$")  # what a demo says before it has something to say
# For each demo what is operated, (role, name) or a selector, and with which keys.
KEYS = {
    "activation-functions": [("slider", "Sum z", "ArrowLeft"), ("button", "Another network", "Enter")],
    "article": [("combobox", "Family", "ArrowDown")],
    "artificial-neuron": [("slider", "Weight w₁", "ArrowRight"), ("combobox", "Activation", "ArrowDown")],
    "backpropagation": [("button", "Step", "Enter"), ("button", "Step", "ArrowRight")],
    "depth": [("slider", "Folds", "ArrowRight"), ("combobox", "Seed of the start", "ArrowDown")],
    "gradient-descent": [("button", "Start at", "ArrowRight"), ("button", "Step", "Enter")],
    "home": [("button", "Reset", "Enter"), ("button", "Step", "Enter")],
    "inputs-to-outputs": [("slider", "k", "ArrowRight"), ("combobox", "Kind of rule", "ArrowDown")],
    "layers-and-forward-pass": [("spinbutton", "numbers in", "ArrowUp"), ("combobox", "Layer", "ArrowDown")],
    "learnable-function": [("slider", "w₁", "ArrowRight"), ("button", "Learn 100 steps", "Enter")],
    "loss-functions": [("slider", "Logit of dog", "ArrowRight"), ("button", "Step", "Enter")],
    "network-builder": [("button", "Add a layer", "Enter"), ("button", "Remove layer 1", "Enter")],
    "perceptron-from-scratch": [("button", "A at", "ArrowRight"), ("button", "Step", "Enter")],
    "training-loop": [("button", "Step", "Enter"), ("application", "The points", "ArrowRight")],
    "digits-from-scratch": [("combobox", "A test digit", "ArrowDown")],
    "what-a-network-learns": [("button", "Next", "Enter")],
}


def operated(slug, steps):
    def states(page):
        demo = page.locator(f"demo-{slug}")
        demo.get_by_role("button").first.wait_for()
        page.clock.run_for(REST)
        yield "at first", demo
        for role, name, key in steps:
            control = demo.get_by_role(
                role, name=name, exact=role != "application" and not name.endswith(" at")
            ).first
            control.press(key)
            page.clock.run_for(REST)
            expect(demo.get_by_role("status").last).not_to_have_text(COMING)
            yield f"after {key} on “{name}”", demo

    kind(f"embed/demo/{slug}/", name=f"demo-{slug}")(states)


for slug, steps in KEYS.items():
    operated(slug, steps)
