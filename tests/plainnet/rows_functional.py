"""plainnet.functional: activations, linear maps, losses, functions of vectors."""

import numpy as np
from parity import Row

RNG = np.random.default_rng(2)
LABELS = np.array([2, 0, -100, 1, 3, 2])
GOOD = np.array([2, 0, 1, 1, 3, 2])
WEIGHT = RNG.uniform(0.5, 2, 4)
TRUTH = RNG.random((6, 4)) < 0.5
LOGITS, PAIR = ((6, 4),), ((6, 4), (6, 4))


def function(name, *args, **options):
    """A function of F with its default or the given arguments."""
    title = f"{name} {' '.join(map(str, args))}".strip()
    return Row(title, lambda t, x: getattr(t.nn.functional, name)(x, *args), **options)


def loss(name, draw="normal", **options):
    """A loss of two tensors, in every reduction."""
    return [
        Row(
            " ".join([name, how, *map(str, options.values())]),
            lambda t, x, y, how=how: getattr(t.nn.functional, name)(x, y, reduction=how, **options),
            PAIR,
            draw,
        )
        for how in ("mean", "sum", "none")
    ]


def classes(title, name="cross_entropy", inputs=LOGITS, fixed=(LABELS,), **options):
    """A loss of scores and class numbers; a second fixed array is the weight."""

    def run(t, x, target, weight=None):
        return getattr(t.nn.functional, name)(x, target, weight, **options)

    draw = "normal" if len(inputs) == 1 else "unit"  # probabilities are in [0, 1]
    return Row(f"{name} {title}", run, inputs, draw, fixed)


def seeded(t):
    """F, with the generator at its start."""
    t.manual_seed(1)
    return t.nn.functional


ROWS = [
    *(function(n) for n in ("leaky_relu", "logsigmoid")),
    *(function(n) for n in ("elu", "selu", "gelu", "silu", "softplus")),
    function("leaky_relu", 0.3),
    function("elu", 0.5),
    function("softplus", 2.0, 1.0),
    Row("gelu tanh", lambda t, x: t.nn.functional.gelu(x, approximate="tanh")),
    function("softmax", -1),
    function("softmax", 0),
    function("log_softmax", 1),
    function("log_softmax", 0),
    Row("relu at 0", lambda t, x: t.relu(x * 0), smooth=False),
    Row("leaky_relu at 0", lambda t, x: t.nn.functional.leaky_relu(x * 0), smooth=False),
    Row("softmax far apart", lambda t, x: (1000 * x).softmax(-1), smooth=False),
    # --- linear maps
    Row(
        "linear",
        lambda t, x, w, b: t.nn.functional.linear(x, w, b),
        ((5, 3), (2, 3), (2,)),
    ),
    Row(
        "linear without bias",
        lambda t, x, w: t.nn.functional.linear(x, w),
        ((5, 3), (2, 3)),
    ),
    Row(
        "linear of a sequence",
        lambda t, x, w, b: t.nn.functional.linear(x, w, b),
        ((2, 5, 3), (2, 3), (2,)),
    ),
    Row(
        "linear of a vector",
        lambda t, x, w, b: t.nn.functional.linear(x, w, b),
        ((3,), (2, 3), (2,)),
    ),
    Row(
        "bilinear",
        lambda t, x, y, w, b: t.nn.functional.bilinear(x, y, w, b),
        ((5, 2), (5, 3), (4, 2, 3), (4,)),
    ),
    # --- losses
    *loss("mse_loss"),
    *loss("l1_loss"),
    *loss("smooth_l1_loss"),
    *loss("smooth_l1_loss", beta=0.5),
    *loss("huber_loss"),
    *loss("huber_loss", delta=0.5),
    *loss("binary_cross_entropy", "unit"),
    *loss("binary_cross_entropy_with_logits"),
    *loss("kl_div", "positive"),
    *loss("kl_div", log_target=True),
    Row(
        "kl_div batchmean",
        lambda t, x, y: t.nn.functional.kl_div(x, y, reduction="batchmean"),
        PAIR,
        "positive",
    ),
    Row(
        "binary_cross_entropy weight",
        lambda t, x, y, w: t.nn.functional.binary_cross_entropy(x, y, w),
        PAIR,
        "unit",
        (WEIGHT,),
    ),
    Row(
        "binary_cross_entropy at 0 and 1",
        lambda t, x, y: t.nn.functional.binary_cross_entropy((x > 0.5) + x * 0, y),
        PAIR,
        "unit",
        smooth=False,
    ),
    Row(
        "binary_cross_entropy_with_logits weights",
        lambda t, x, y, w: t.nn.functional.binary_cross_entropy_with_logits(x, y, w, pos_weight=w * 2),
        PAIR,
        fixed=(WEIGHT,),
    ),
    classes("all count", fixed=(GOOD,)),
    classes("mean"),
    classes("sum", reduction="sum"),
    classes("none", reduction="none"),
    classes("weight", fixed=(LABELS, WEIGHT)),
    classes("smoothing", label_smoothing=0.1),
    classes("weight and smoothing", fixed=(LABELS, WEIGHT), label_smoothing=0.2),
    classes("smoothing none", fixed=(GOOD, WEIGHT), label_smoothing=0.2, reduction="none"),
    classes("ignore_index", fixed=(GOOD,), ignore_index=2),
    classes("one example", inputs=((4,),), fixed=(np.array(3),)),
    classes("pixels", inputs=((2, 4, 3),), fixed=(GOOD.reshape(2, 3),)),
    classes(
        "pixels none",
        inputs=((2, 4, 3),),
        fixed=(GOOD.reshape(2, 3),),
        reduction="none",
    ),
    classes("probabilities", inputs=PAIR, fixed=()),
    classes("probabilities sum", inputs=PAIR, fixed=(), reduction="sum"),
    classes("probabilities none", inputs=PAIR, fixed=(), reduction="none"),
    classes("probabilities weight", inputs=PAIR, fixed=(WEIGHT,), label_smoothing=0.1),
    classes("probabilities pixels", inputs=((2, 4, 3), (2, 4, 3)), fixed=()),
    classes("mean", "nll_loss"),
    classes("sum", "nll_loss", reduction="sum"),
    classes("none weight", "nll_loss", fixed=(LABELS, WEIGHT), reduction="none"),
    classes("pixels", "nll_loss", ((2, 4, 3),), (GOOD.reshape(2, 3),)),
    # --- dropout; on Intel processors torch leaves out other units
    Row("dropout", lambda t, x: seeded(t).dropout(x, 0.3), compared=False),
    Row(
        "dropout2d",
        lambda t, x: seeded(t).dropout2d(x),
        ((2, 3, 2, 2),),
        compared=False,
    ),
    # --- vectors
    function("normalize"),
    function("normalize", 1.0, 0),
    Row(
        "cosine_similarity",
        lambda t, x, y: t.nn.functional.cosine_similarity(x, y),
        PAIR,
    ),
    function("pad", (1, 2)),
    function("pad", (1, 0, 2, 1), "constant", 3.0),
    function("pad", (1, 2), "reflect", inputs=((2, 3, 4),)),
    function("pad", (1, 2, 0, 1), "replicate", inputs=((1, 2, 3, 4),)),
    function("pad", (3, 2), "circular", inputs=((2, 3, 4),)),
]
