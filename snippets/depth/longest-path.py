"""Depth as the longest path: how many layers with weights lie on it."""


def depth(network, name):
    """Layers with weights on the longest way from the input to this one."""
    if name == "x":
        return 0
    own, sources = network[name]
    return own + max(depth(network, source) for source in sources)


chain = {"f1": (1, ["x"]), "f2": (1, ["f1"]), "f3": (1, ["f2"])}
wide = {"f1": (1, ["x"]), "f2": (1, ["x"]), "f3": (1, ["f1", "f2"])}  # side by side, then one
skip = chain | {"plus": (0, ["f1", "f2"]), "f3": (1, ["plus"])}  # f1 also goes round f2

depths = []
for name, network in {"chain": chain, "side by side": wide, "with a shortcut": skip}.items():
    depths.append(depth(network, "f3"))
    print(f"{name:16} layers {sum(own for own, _ in network.values())}  depth {depths[-1]}")
