"""Drawings say what the numbers say, to the eye and in words, byte for byte."""

import re
import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest

from plainnet import draw
from plainnet.draw.labels import Labels
from plainnet.draw.svg import shown, signed

START = {"inputs": [0.5, -0.3, 0.7], "weights": [0.8, 1.2, -0.5], "bias": 0.1}


def plane():
    figure = draw.Plane(x=(-2, 2), y=(-2, 2))
    figure.half_plane([1, 0.5], 0.5)
    figure.line([1, 0.5], 0.5, label="b = 0.5")
    figure.line([1, 0.5], -1, label="b = −1", dashed=True)
    figure.arrow([1, 0.5], label="w")
    figure.points([[1, 1], [-1, -1]], ["A", "B"], labels=["first", "second"])
    figure.curve(np.tanh, label="tanh")
    figure.text((1.5, -1.5), "here")
    return figure


def walk():
    figure = draw.Plane(x=(-2, 2), y=(-2, 2))
    figure.contour([[-2, 0], [0, 2], [2, 0]])
    figure.walk([[-1.5, 1], [-1, 0.5], [-0.5, 1]], label="steps")
    return figure


def neuron(activation="sigmoid", **changed):
    return draw.Neuron(**START | changed, activation=activation)


def row():
    pair = [draw.Plane(title=title, width=174) for title in ("AND", "OR")]
    return draw.Row(*pair, title="Two gates")


def images():
    return draw.Images(np.eye(3).reshape(1, 3, 3) * [[[1], [0], [-0.4]]], ["a slope"], columns=2, title="One")


def matrix():
    return draw.Matrix([[8, -2.4], [0, 5]], ["cat", "dog"], ["x", "y"], numbers=True, title="Two by two")


FIGURES = {"plane": plane, "walk": walk, "neuron": neuron, "row": row, "images": images, "matrix": matrix}


def parts(figure, tag):
    root = ElementTree.fromstring(str(figure))
    return [node for node in root.iter() if node.tag == f"{{http://www.w3.org/2000/svg}}{tag}"]


def words(figure):
    return [node.text for node in parts(figure, "text")]


def path(node):
    return np.array([pair.split(",") for pair in node.get("points").split()], float)


@pytest.mark.parametrize("make", FIGURES.values(), ids=FIGURES)
def test_figure_is_the_same_bytes_every_time(make):
    assert str(make()) == str(make())
    figure = make()
    assert str(figure) == str(figure)


@pytest.mark.parametrize("make", FIGURES.values(), ids=FIGURES)
def test_figure_fits_any_page(make):
    figure = make()
    root = ElementTree.fromstring(str(figure))
    assert root.get("role") == "img" and root.get("viewBox") == f"0 0 360 {root.get('viewBox').split()[3]}"
    assert root[0].tag.endswith("title") and root[0].text
    assert not root.get("width") and not re.search(r'\s(id|style|class)="', str(figure))
    for node in root.iter():
        for name in ("fill", "stroke"):
            assert re.fullmatch(r"none|currentColor|var\(--[\w-]+, #\w+\)", node.get(name, "none"))


@pytest.mark.parametrize("make", FIGURES.values(), ids=FIGURES)
def test_figure_has_true_minus_signs_and_legible_letters(make):
    assert not [text for text in words(make()) if "-" in text]
    assert min(float(node.get("font-size")) for node in parts(make(), "text")) >= 13


@pytest.mark.parametrize("make", FIGURES.values(), ids=FIGURES)
def test_save_writes_the_figure(make, tmp_path):
    make().save(tmp_path / "figure.svg")
    assert (tmp_path / "figure.svg").read_text(encoding="utf-8") == str(make())


def test_line_stands_where_the_sum_is_zero():
    figure = draw.Plane(x=(-2, 2), y=(-2, 2))
    figure.line([1, 1], 0)
    ends = path(parts(figure, "polyline")[-1])
    corners = np.array([[2, -2], [-2, 2]])
    np.testing.assert_allclose(sorted(ends.tolist()), sorted(figure._px(corners).tolist()))


def test_arrow_is_perpendicular_to_its_line_in_the_drawing():
    figure = draw.Plane(x=(-3, 3), y=(-1, 2))
    figure.line([1, 0.5], 0.5)
    figure.arrow([1, 0.5])
    line, arrow = (np.diff(path(node), axis=0)[0] for node in parts(figure, "polyline")[-2:])
    assert abs(line @ arrow) < 1e-3 * np.hypot(*line) * np.hypot(*arrow)


@pytest.mark.parametrize("b", [-1.4, 0, 0.5, 9, -9])
def test_half_plane_tints_exactly_where_the_sum_is_positive(b):
    w = np.array([1, -0.6])
    figure = draw.Plane(x=(-2, 2), y=(-2, 2))
    figure.half_plane(w, b)
    spots = np.random.default_rng(1).uniform(-2, 2, (200, 2))
    tinted = parts(figure, "polygon")
    inside = [bool(tinted) and is_inside(path(tinted[0]), spot) for spot in figure._px(spots)]
    assert inside == (spots @ w + b > 0).tolist()


def is_inside(polygon, spot):
    """Whether a convex polygon has the spot on the same side of all its edges."""
    edges = np.roll(polygon, -1, axis=0) - polygon
    away = spot - polygon
    sides = edges[:, 0] * away[:, 1] - edges[:, 1] * away[:, 0]
    return bool((sides >= 0).all() or (sides <= 0).all())


def test_class_is_shape_before_colour():
    disc, ring = parts(plane(), "circle")
    assert disc.get("fill") == disc.get("stroke")
    assert ring.get("fill") != ring.get("stroke")


def test_curve_goes_through_as_many_points_as_asked():
    figure = draw.Plane(x=(0, 4), y=(0, 4))
    figure.curve(lambda x: x, points=3)
    (curve,) = [node for node in parts(figure, "polyline") if node.get("stroke-width") == "2.5"]
    np.testing.assert_allclose(path(curve), figure._px([(0, 0), (2, 2), (4, 4)]), atol=0.01)


def test_curve_leaves_out_what_lies_outside():
    figure = draw.Plane(x=(-2, 2), y=(-1, 1), equal=False)
    figure.curve(lambda x: 2 * x)
    (curve,) = [node for node in parts(figure, "polyline") if node.get("stroke-width") == "2.5"]
    assert np.ptp(path(curve)[:, 1]) == pytest.approx(abs(figure._scale[1]) * 2, rel=0.02)


def test_walk_has_a_dot_at_every_place():
    figure = walk()
    dots = [(float(node.get("cx")), float(node.get("cy"))) for node in parts(figure, "circle")]
    (line,) = [node for node in parts(figure, "polyline") if node.get("stroke-width") == "2"]
    assert np.allclose(path(line), dots) and np.allclose(
        dots, figure._px([[-1.5, 1], [-1, 0.5], [-0.5, 1]]), atol=0.01
    )


def test_labels_keep_clear_of_each_other_and_of_lines():
    labels = Labels(0, 0, 200, 200)
    labels.avoid([(0, 100), (200, 100)])
    spots = [((100, 100), side) for side in ((0, -1), (0, 1), (1, 0))]
    labels.add("one", spots)
    labels.add("two", spots)
    heights = [float(re.search(r' y="([\d.]+)"', label)[1]) for label in labels.place()]
    assert heights[0] < 96 and heights[1] > 104


def test_neuron_shows_every_number_of_the_sum():
    assert words(neuron())[:-1] == [
        "x₁", "0.5", "+0.8", "+0.40", "x₂", "−0.3", "+1.2", "−0.36", "x₃", "0.7", "−0.5", "−0.35",
        "+0.1", "b", "z", "−0.21", "a", "0.4477",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("activation", "output"),
    [("identity", "−0.2100"), ("step", "0.0000"), ("tanh", "−0.2070"), ("relu", "0.0000")],
)
def test_neuron_applies_its_activation(activation, output):
    assert words(neuron(activation))[-2] == output


def test_edge_is_hue_for_sign_and_width_for_size():
    edges = [e for e in parts(neuron(weights=[2, -0.5, 0]), "line")][:3]
    hues = [edge.get("stroke").split(",")[0] for edge in edges]
    assert hues == ["var(--positive", "var(--negative", "var(--edge"]
    widths = [float(edge.get("stroke-width")) for edge in edges]
    assert widths[0] > widths[1] > widths[2]


def test_figures_say_in_words_what_they_show():
    assert neuron().description == [
        "Input x₁ = 0.5 times weight w₁ = 0.8 gives 0.40.",
        "Input x₂ = −0.3 times weight w₂ = 1.2 gives −0.36.",
        "Input x₃ = 0.7 times weight w₃ = −0.5 gives −0.35.",
        "With the bias 0.1 the sum z is −0.21; sigmoid makes it 0.4477.",
    ]
    assert plane().description == [
        "Tinted where 1·x₁ + 0.5·x₂ + 0.5 > 0.",
        "A line: 1·x₁ + 0.5·x₂ + 0.5 = 0 (b = 0.5).",
        "A line: 1·x₁ + 0.5·x₂ − 1 = 0 (b = −1).",
        "An arrow w from (0, 0) to (1, 0.5).",
        "A disc first at (1, 1).",
        "A ring second at (−1, −1).",
        "A curve tanh.",
    ]
    assert walk().description == ["A walk steps in 2 steps from (−1.5, 1) to (−0.5, 1)."]


def test_row_keeps_its_figures_apart():
    text = str(row())
    assert "translate(0 0)" in text and "translate(186 0)" in text
    assert "AND." in text and "OR." in text


def test_numbers_have_a_true_minus_and_no_minus_zero():
    assert [shown(-0.5), shown(-0.0), shown(-0.001, 2), shown(0.1 + 0.2)] == ["−0.5", "0", "0.00", "0.3"]
    assert [signed(0.5), signed(-0.5), signed(0), signed(0.4, 2)] == ["+0.5", "−0.5", "0", "+0.40"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: draw.Plane(x=(2, -2)), r"Plane expected x=\(lowest, highest\), got \(2, -2\)"),
        (lambda: draw.Plane().line([1, 2, 3], 0), r"line expected w to be two numbers, got shape \(3,\)"),
        (lambda: draw.Plane().line([0, 0], 1), "line expected w with a direction"),
        (lambda: draw.Plane().line([1, 1], 9), "outside it: widen x or y, or change b"),
        (lambda: draw.Plane().points([[1, 2, 3]], [1]), r"places of shape \(N, 2\)"),
        (lambda: draw.Plane().points([[1, 2]], ["C"]), 'classes 1 or 0, or "A" or "B", got \'C\''),
        (lambda: draw.Plane().points([[1, 2]], [1], labels=["a", "b"]), "1 label for each of 1 places"),
        (lambda: draw.Plane().curve(lambda x: x + 9), "curve expected values between −2 and 2"),
        (lambda: draw.Plane().walk([1, 2]), r"walk expected places of shape \(N, 2\)"),
        (lambda: draw.Plane().save("plane.png"), "ends in .svg, got 'plane.png'; write 'plane.svg'"),
        (lambda: neuron(weights=[1]), "as many weights as inputs, got 1 weights for 3 inputs"),
        (lambda: neuron(inputs=3), r"inputs as a list of numbers, got shape \(\)"),
        (lambda: neuron("relus"), "activation out of identity, step, sigmoid, tanh, relu, got 'relus'"),
    ],
)
def test_wrong_input_says_what_was_expected_what_came_and_the_remedy(wrong, message):
    with pytest.raises(ValueError, match=message):
        wrong()


def test_picture_has_ink_where_numbers_are_and_hue_by_sign():
    paths = parts(images(), "path")
    assert [(p.get("d"), p.get("opacity")) for p in paths] == [("M2 2h1v1H2z", "0.33"), ("M0 0h1v1H0z", "1")]
    assert "--negative" in paths[0].get("fill") and "--positive" in paths[1].get("fill")
    row = draw.Images(np.array([[[0, 3, 3, 0, 3]]]))
    assert parts(row, "path")[0].get("d") == "M1 0h2v1H1zM4 0h1v1H4z"
    assert parts(row, "path")[0].get("fill") == "currentColor"


def test_pictures_of_another_shape_are_refused():
    with pytest.raises(ValueError, match=r"shape \(N, H, W\), got \(2, 3\)"):
        draw.Images(np.zeros((2, 3)))
    with pytest.raises(ValueError, match="2 captions, one for each picture, got 1"):
        draw.Images(np.zeros((2, 3, 3)), ["one"])


def test_matrix_says_each_number_by_shade_hue_and_word():
    figure = matrix()
    shades = [float(node.get("opacity")) for node in parts(figure, "rect") if "line" not in node.get("fill")]
    hues = [
        node.get("fill").split(",")[0] for node in parts(figure, "rect") if "line" not in node.get("fill")
    ]
    assert shades == [0.6, 0.18, 0.38]
    assert hues == ["var(--positive", "var(--negative", "var(--positive"]
    assert words(figure) == ["row", "column", "x", "y", "cat", "8", "−2", "dog", "5"]
    assert figure.description == ["Row cat: most column x (8).", "Row dog: most column y (5)."]


def test_matrix_asks_for_a_word_for_each_row_and_column():
    with pytest.raises(ValueError, match=r"Matrix expected 3 rows of 2 numbers, .* got shape \(2, 2\)"):
        draw.Matrix([[1, 2], [3, 4]], "abc", "xy")
