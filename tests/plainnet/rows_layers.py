"""plainnet.functional: convolution, pooling, norms, embedding, attention, steps."""

import numpy as np
from parity import Row

import plainnet
from plainnet.functional import recurrent, sequence

RNG = np.random.default_rng(3)
IMAGE, KERNEL, BIAS = (2, 2, 5, 4), (3, 2, 3, 2), (3,)
HIDDEN = RNG.random((4, 3)) < 0.4
HIDDEN[1] = True  # a query that may look at nothing


def F(t):
    return t.nn.functional


def conv(name, inputs, **options):
    title = " ".join([name, *(f"{k}={v}" for k, v in options.items())])
    return Row(title, lambda t, *x: getattr(F(t), name)(*x, **options), inputs)


def pool(name, *args, inputs=((1, 2, 5, 4),), **options):
    """Maxima are compared where no two elements are near each other."""
    title = f"{name} {args} {options}"
    draw = "distinct" if "max" in name else "normal"
    return Row(title, lambda t, x: getattr(F(t), name)(x, *args, **options), inputs, draw)


def resize(shape=(1, 2, 4, 3), **options):
    title = f"interpolate {options}"
    return Row(title, lambda t, x: F(t).interpolate(x, **options), (shape,))


def batch_norm(shape, training=True, affine=True):
    """The running estimates of training are compared too."""

    def run(t, x, *affine):
        mean, var = (t.tensor(v).to(x.dtype) for v in (np.arange(3.0), np.arange(1.0, 4)))
        y = F(t).batch_norm(x, mean, var, *affine, training=training, momentum=0.3)
        return y, mean, var

    inputs = (shape, (3,), (3,)) if affine else (shape,)
    return Row(f"batch_norm {len(inputs)} {shape} {training}", run, inputs)


def embedding(words, padding_idx=None):
    rows = RNG.integers(0, words, (3, 4))
    rows[0, :2] = 1, -1 % words

    def run(t, weight, rows):
        return F(t).embedding(rows, weight, padding_idx=padding_idx)

    title, smooth = f"embedding {words} {padding_idx}", padding_idx is None
    return Row(title, run, ((words, 2),), fixed=(rows,), smooth=smooth)


ATTENTION = ((2, 2, 4, 3), (2, 2, 3, 3), (2, 2, 3, 2))


def attention(title, inputs=ATTENTION, fixed=(), **options):
    def run(t, q, k, v, mask=None):
        return F(t).scaled_dot_product_attention(q, k, v, mask, **options)

    return Row(f"attention {title}", run, inputs, fixed=fixed)


GATES = {"rnn_tanh": 1, "rnn_relu": 1, "lstm": 4, "gru": 3}


def weights(kind, bias):
    gates = GATES[kind]
    shapes = (gates * 3, 2), (gates * 3, 3), (gates * 3,), (gates * 3,)
    return shapes if bias else shapes[:2]


def cell(kind, bias=True):
    """One step; the memory of an LSTM goes on in a second step."""

    def run(t, x, h, *w):
        home = recurrent if t is plainnet else t
        one = getattr(home, f"{kind}_cell")
        if kind != "lstm":
            return one(x, h, *w)
        c, *w = w
        return one(x, one(x, (h, c), *w), *w)

    states = ((2, 3),) * (2 if kind == "lstm" else 1)
    return Row(f"{kind}_cell {bias}", run, ((2, 2), *states, *weights(kind, bias)))


def whole(kind, bias=True, reverse=False):
    """A sequence, and for an LSTM the last memory below the outputs."""
    many = 2 if kind == "lstm" else 1

    def ours(x, *args):
        if kind.startswith("rnn"):
            return sequence.rnn(x, *args, relu=kind == "rnn_relu", reverse=reverse)
        return getattr(sequence, kind)(x, *args, reverse=reverse)

    def theirs(t, x, states, w):
        x = x.flip(0) if reverse else x
        states = tuple(s[None] for s in states)
        states = states if kind == "lstm" else states[0]
        out, *last = getattr(t, kind)(x, states, w, bias, 1, 0.0, False, False, False)
        out = out.flip(0) if reverse else out
        return t.cat([out, last[-1]]) if kind == "lstm" else out

    def run(t, x, *args):
        if t is plainnet:
            return ours(x, *args)
        return theirs(t, x, args[:many], args[many:])

    inputs = ((3, 2, 2), *[(2, 3)] * many, *weights(kind, bias))
    return Row(f"{kind} {bias} {reverse}", run, inputs)


ROWS = [
    # --- convolution
    conv("conv1d", ((2, 2, 6), (3, 2, 3), BIAS)),
    conv("conv1d", ((2, 6), (3, 2, 3)), stride=2, padding=1),
    conv("conv1d", ((1, 4, 6), (4, 1, 2)), groups=4, padding="same"),
    conv("conv2d", (IMAGE, KERNEL, BIAS)),
    conv("conv2d", (IMAGE, KERNEL), stride=2, padding=1),
    conv("conv2d", (IMAGE, KERNEL), stride=(2, 1), padding=(0, 2), dilation=(1, 2)),
    conv("conv2d", (IMAGE, (3, 2, 3, 3), BIAS), padding="same"),
    conv("conv2d", (IMAGE, KERNEL), padding="valid"),
    conv("conv2d", ((1, 4, 4, 3), (6, 2, 2, 2), (6,)), groups=2),
    conv("conv2d", ((2, 3, 3), (4, 2, 1, 1)), stride=1),
    conv("conv_transpose2d", (IMAGE, (2, 3, 3, 2), BIAS)),
    conv("conv_transpose2d", (IMAGE, (2, 3, 3, 2)), stride=2, output_padding=(1, 0)),
    conv("conv_transpose2d", ((2, 3, 2), (2, 1, 2, 2)), stride=(3, 1), dilation=(1, 2)),
    conv("conv_transpose2d", ((1, 4, 2, 3), (4, 2, 2, 2)), groups=2, padding=(1, 0)),
    # --- pooling
    pool("max_pool1d", 2, inputs=((2, 2, 5),)),
    pool("max_pool2d", 2),
    pool("max_pool2d", 3, 1, 1),
    pool("max_pool2d", (2, 1), stride=(1, 2), dilation=(3, 1), inputs=((2, 5, 4),)),
    pool("avg_pool1d", 3, 2, 1, inputs=((2, 2, 5),)),
    pool("avg_pool2d", 2),
    pool("avg_pool2d", (2, 3), stride=1, padding=1),
    pool("avg_pool2d", 3, 2, 1, count_include_pad=False, inputs=((2, 5, 4),)),
    pool("adaptive_avg_pool2d", 1),
    pool("adaptive_avg_pool2d", (3, None)),
    pool("adaptive_avg_pool2d", (7, 3), inputs=((2, 5, 4),)),
    # --- another size
    resize(scale_factor=2),
    resize(size=(3, 5)),
    resize(scale_factor=(1.7, 0.6)),
    resize((1, 2, 4), size=7),
    resize((1, 2, 4), scale_factor=3, mode="linear"),
    resize(scale_factor=2, mode="bilinear"),
    resize(size=(3, 7), mode="bilinear"),
    resize(size=(1, 7), mode="bilinear", align_corners=True),
    # --- norms
    batch_norm((4, 3)),
    batch_norm((3, 3, 4)),
    batch_norm((2, 3, 2, 2)),
    batch_norm((2, 3, 2, 2), training=False),
    batch_norm((4, 3), training=False, affine=False),
    Row("layer_norm", lambda t, *x: F(t).layer_norm(x[0], (4,), *x[1:]),
        ((2, 3, 4), (4,), (4,))),
    Row("layer_norm of two", lambda t, x, w: F(t).layer_norm(x, (3, 4), w, eps=0.01),
        ((2, 3, 4), (3, 4))),
    Row("layer_norm alone", lambda t, x: F(t).layer_norm(x, (5,)), ((5,),)),
    Row("rms_norm", lambda t, x, w: F(t).rms_norm(x, (4,), w), ((2, 3, 4), (4,))),
    Row("rms_norm eps", lambda t, x: F(t).rms_norm(x, (3, 4), eps=0.1), ((2, 3, 4),)),
    Row("group_norm", lambda t, *x: F(t).group_norm(x[0], 2, *x[1:]),
        ((2, 4, 2, 3), (4,), (4,))),
    Row("group_norm of one", lambda t, x: F(t).group_norm(x, 1), ((2, 4),)),
    # --- embedding, attention, recurrence
    embedding(5),
    embedding(5, padding_idx=-1),
    embedding(600, padding_idx=1),
    attention("plain"),
    attention("causal", is_causal=True, scale=0.3),
    attention("2-D", ((4, 3), (3, 3), (3, 2))),
    attention("numbers", (*ATTENTION, (2, 4, 3))),
    attention("truth", fixed=(~HIDDEN,)),
    *(cell(kind) for kind in GATES),
    *(cell(kind, bias=False) for kind in GATES),
    *(whole(kind) for kind in GATES),
    *(whole(kind, bias=False, reverse=True) for kind in GATES),
]  # fmt: skip
