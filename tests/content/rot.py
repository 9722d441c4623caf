"""Faults to plant in a copy of the book: which test has to fail, what is edited for it, words that it says.

All are planted at once, so none may hide another; an edit of `None` means that one above serves.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mkdocs_lesson.fences import VALUE

Edit = tuple[str, Callable[[str], str | None]] | None


def swap(file: str, old: str, new: str) -> Edit:
    """Put `new` for every `old` in a file."""
    return file, lambda text: text.replace(old, new)


def add(file: str, text: str) -> Edit:
    """Put text at the end of a file, or into a new one."""
    return file, lambda before: before + text


def remove(file: str) -> Edit:
    return file, lambda _: None


def without_values(section: str) -> Callable[[str], str]:
    """Take away what programs computed for one section of the essay."""
    part = re.compile(rf"^## [^\n]*{{#{section}}}\n.*?(?=^## )", re.MULTILINE | re.DOTALL)
    return lambda text: part.sub(lambda found: VALUE.sub("some", found[0]), text)


ESSAY, SUMMARY, ERRATA = "docs/article.md", "docs/overview.md", "docs/errata.md"
NEURON, DEPTH = "docs/chapters/artificial-neuron.md", "docs/chapters/depth.md"
SOURCES, LAB = "docs/sources.yml", "digit-classifier"
LINEAR, TENSORS = "src/plainnet/nn/linear.py", "docs/reference/tensors.md"
EXAMPLES, HELP = "snippets/reference/layers.txt", "docs/assets/elements/lib/python-help.py"
HEARD, SPOKEN, SILENT = "in-three-minutes", "the-idea", "how-networks-learn"
VENDOR = "docs/assets/vendor"
LOCK = f"{VENDOR}/python/pyodide-lock.json"
FEED = "src/mkdocs_lesson/podcast/feed.py"

ROT: dict[str, tuple[Edit, str]] = {
    "test_article.py::test_contents_are_the_thirteen_sections": (
        swap(ESSAY, "{#reading}", "{#books}"),
        "books",
    ),
    "test_article.py::test_it_takes_the_time_it_says_and_no_section_is_thin": (
        swap(ESSAY, "\n## 12. ", f"\n{'word ' * 1500}\n\n## 12. "),
        "7500",
    ),
    "test_article.py::test_section_shows_a_number_that_a_program_made[applications]": (
        (ESSAY, without_values("applications")),
        "applications",
    ),
    "test_article.py::test_no_number_is_typed_but_years_and_cited_results": (
        swap(ESSAY, "This is the long way round: thirteen", "This is the long way round: 13"),
        "13 is typed",
    ),
    "test_article.py::test_each_note_is_asked_for_there_and_whole": (
        swap(ESSAY, "in this way.[^crick-1989]", "in this way."),
        "crick-1989",
    ),
    "test_overview.py::test_quiz_and_deck_follow_their_blueprints": (
        swap("quizzes/overview.yml", "id: what-is-it\n", "id: what-it-is\n"),
        "what-it-is",
    ),
    "test_overview.py::test_it_is_read_in_its_time": (
        swap(SUMMARY, "\n## Questions", f"\n{'word ' * 300}\n\n## Questions"),
        "1100",
    ),
    "test_overview.py::test_blocks_stand_in_the_order_of_the_sources": (
        swap(SUMMARY, "{#risks}", "{#dangers}"),
        "dangers",
    ),
    "test_overview.py::test_every_chapter_written_or_coming_has_its_link": (
        swap(SUMMARY, "(contents.md#gans)", "(contents.md#transformers)"),
        "gans",
    ),
    "test_overview.py::test_term_that_a_chapter_teaches_is_a_link_to_it[dropout]": (
        swap(SUMMARY, "[dropout](", "[leaving out]("),
        "any(",
    ),
    "test_overview.py::test_no_number_is_typed_but_years_with_their_source": (
        swap(SUMMARY, "A neural network is a [function]", "A neural network is 1 [function]"),
        "1 is typed",
    ),
    "test_overview.py::test_each_note_is_asked_for_and_there": (
        swap(SUMMARY, "may do.[^brown]", "may do."),
        "brown",
    ),
    "test_coming.py::test_link_leads_to_a_heading_or_is_marked_as_coming[article-composed of layers]": (
        swap(
            ESSAY,
            "[composed of layers](chapters/depth.md#composition)",
            "[composed of layers](chapters/depth.md#x)",
        ),
        "depth.md#x",
    ),
    "test_book.py::test_schema_for_editors_is_written_from_the_models": (
        add("quizzes/schema.json", "\n"),
        "is stale",
    ),
    "test_book.py::test_the_menu_and_the_contents_list_chapters_in_one_order": (
        swap("mkdocs.yml", "      - Depth: chapters/depth.md\n", ""),
        "one order",
    ),
    "test_coverage.py::test_chapter_has_as_many_cards_and_questions_as_planned[digits-from-scratch]": (
        (
            "quizzes/digits-from-scratch.yml",
            lambda text: re.sub(r"(?s)(\ncards:\n)  - id.*?(?=  - id)", r"\1", text),
        ),
        ">= 8",
    ),
    "test_coverage.py::test_no_table_without_its_chapter": (
        add("tests/content/coverage/nothing.yml", "{}\n"),
        "nothing",
    ),
    "test_depth.py::test_depth_fixture_and_still_figure_are_what_python_writes": (
        add("docs/assets/elements/demo-depth.html", "\n"),
        "is stale",
    ),
    "test_digits_from_scratch.py::test_loop_by_hand_prints_the_losses_of_plainnet_and_pytorch": (
        add("snippets/digits-from-scratch/with-torch.out", "loss 0\n"),
        "with-torch.out",
    ),
    "test_digits_from_scratch.py::test_weights_are_credited_and_hold_235146_numbers": (
        swap("data/README.md", "digits-from-scratch.safetensors", "digits.safetensors"),
        "digits-from-scratch.safetensors",
    ),
    "test_reading.py::test_every_page_reads_easily": (
        swap(NEURON, "\n## Pitfalls", f"\nA{' word' * 40}.\n\n## Pitfalls"),
        "a sentence has 41 words",
    ),
    "test_recap.py::test_chapter_ends_with_its_pitfalls_what_to_take_away_and_a_bridge[depth]": (
        swap(DEPTH, "[loss](loss-functions.md)", "loss"),
        "the recap leads on to loss-functions.md",
    ),
    "test_recap.py::test_chapter_has_one_tip_of_a_few_words[depth]": (
        swap(DEPTH, "!!! tip ", "!!! note "),
        "this one has 0",
    ),
    "test_errata.py::test_every_disagreement_is_settled": (swap(ERRATA, "{#brain}", "{#brains}"), "brains"),
    "test_errata.py::test_claim_says_what_is_so_and_how_we_know[rules]": (
        swap(ERRATA, "How we know: [a network taken apart]", "We know: [a network taken apart]"),
        "know",
    ),
    "test_errata.py::test_no_number_is_typed_that_a_program_computes[definition]": (
        swap(ERRATA, "True, and not enough:", "True, and not enough in 77 cases:"),
        "77",
    ),
    "test_exercises.py::test_exercise_runs_as_it_stands[artificial-neuron/distance]": (
        add("snippets/artificial-neuron/exercise-distance.py", "\nassert False, 'rot'\n"),
        "rot",
    ),
    "test_exercises.py::test_exercise_is_shown_on_its_page[artificial-neuron/distance]": (
        swap(NEURON, "```exercise\ndistance\n", "```exercise\nbatch\n"),
        "does not show it",
    ),
    "test_flips.py::test_every_flipped_key_is_refuted[every-type]": (
        swap(
            "src/mkdocs_lesson/prove.py", "return list(PROOFS[type(question)](question, names))", "return []"
        ),
        "accepts a wrong key",
    ),
    "test_glossary.py::test_there_are_terms_enough_each_in_a_sentence_or_two": (
        swap("docs/glossary.yml", "The mean of the sizes of the misses;", "A mean. Of sizes. Of misses;"),
        "absolute error",
    ),
    "test_glossary.py::test_every_written_chapter_explains_terms": (
        swap("docs/glossary.yml", "first: depth#", "first: training-loop#"),
        "depth",
    ),
    "test_help.py::test_mistake_gets_its_sentence[numpy not imported]": (
        swap(HELP, "Begin the program with: import numpy as np", "It is needed."),
        "import numpy as np",
    ),
    "test_help.py::test_every_sentence_is_plain_and_none_is_said_twice": (
        swap(HELP, "Begin the program with: from torch import nn", "Begin the program with: import {0}"),
        "len(set(",
    ),
    f"test_labs.py::test_torch_is_still_the_one_that_said_the_same[{LAB}]": (
        swap(f"docs/labs/{LAB}.ipynb", '"proved": "2.', '"proved": "1.'),
        "'1.",
    ),
    f"test_labs.py::test_notebook_has_the_cells_of_its_lab[{LAB}]": (
        swap(f"labs/{LAB}.md", "counts = np.bincount(labels)", "counts = np.bincount(1 * labels)"),
        "all(",
    ),
    f"test_labs.py::test_lab_asks_before_it_tells_and_hides_each_solution[{LAB}]": (
        swap(f"docs/labs/{LAB}.ipynb", "**Predict.** How many of each digit", "How many of each digit"),
        "How many of each digit",
    ),
    "test_podcast.py::test_every_episode_can_be_heard": (remove(f"podcast/{SILENT}.json"), SILENT),
    f"test_podcast.py::test_what_is_heard_is_what_the_script_says_today[{HEARD}]": (
        swap(f"podcast/{HEARD}.yml", "Nobody wrote it down.", "No one wrote it down."),
        "make audio",
    ),
    f"test_podcast.py::test_file_is_the_one_on_record_and_as_long_as_it_says[{HEARD}]": (
        add(f"podcast/{HEARD}.mp3", "x"),
        "record.sound",
    ),
    f"test_podcast.py::test_loudness_is_that_of_podcasts_and_nothing_is_clipped[{SPOKEN}]": (
        swap(f"podcast/{SPOKEN}.json", '"loudness": -16', '"loudness": -14'),
        "-14",
    ),
    f"test_podcast.py::test_captions_stand_where_the_voice_is[{SPOKEN}]": (
        swap(f"podcast/{SPOKEN}.json", '"end": 1.881', '"end": 1.281'),
        "a voice where the captions have none",
    ),
    f"test_podcast.py::test_captions_name_their_speaker[{HEARD}]": (
        swap("src/mkdocs_lesson/podcast/captions.py", "<v ", "<w "),
        "<w ",
    ),
    "test_podcast.py::test_feed_says_what_the_files_are": (None, SILENT),
    "test_podcast.py::test_feed_is_the_same_on_every_build": (
        swap(FEED, '"language": "en-GB"', '"language": str(__import__("time").time_ns())'),
        "podcast_files",
    ),
    "test_programs.py::test_record_belongs_to_a_program[depth/orphan.out]": (
        add("snippets/depth/orphan.out", "1\n"),
        "no program writes this",
    ),
    "test_programs.py::test_program_is_shown_on_a_page[depth/hidden]": (
        add("snippets/depth/hidden.py", "print(1)\n"),
        "is shown on no page",
    ),
    "test_programs.py::test_only_torch_programs_have_a_record_of_engines": (
        add("snippets/depth/hidden.engines", "{}\n"),
        "depth/hidden",
    ),
    "test_programs.py::test_torch_program_prints_the_same_on_plainnet_and_on_torch[artificial-neuron/with-torch]": (
        swap("snippets/artificial-neuron/with-torch.out", "0.4477", "0.4478"),
        "PyTorch prints otherwise",
    ),
    "test_reference.py::test_public_name_stands_on_one_page[nn.Bilinear-]": (
        swap("docs/reference/layers.md", "nn.Bilinear\n", ""),
        "no page",
    ),
    "test_reference.py::test_every_method_of_a_tensor_can_be_found": (
        swap(TENSORS, "Tensor.new_zeros\n", ""),
        "new_zeros",
    ),
    "test_reference.py::test_values_are_listed": (swap(TENSORS, "`inf`", "infinity"), "inf"),
    "test_reference.py::test_no_name_is_shown_twice": (
        swap(TENSORS, "zeros_like\n", "zeros_like\nzeros_like\n"),
        "shown twice",
    ),
    "test_reference.py::test_docstring_has_its_parts_in_order[nn.Linear]": (
        swap(LINEAR, "in_features: how many inputs an example has", "inputs: how many an example has"),
        "Args names",
    ),
    "test_reference.py::test_name_has_an_example[nn.Identity]": (
        swap(EXAMPLES, "# nn.Identity\n", "# nn.Same\n"),
        "needs an example",
    ),
    "test_reference.py::test_what_takes_or_gives_arrays_says_their_shapes[nn.Linear]": (
        swap(LINEAR, "    Shape:\n        (..., in_features) → (..., out_features)\n\n", ""),
        "under `Shape:`",
    ),
    "test_reference.py::test_source_is_a_chapter_or_a_text[nn.Linear]": (
        swap(LINEAR, "Source: docs/chapters/artificial-neuron.md", "Source: docs/chapters/a-neuron.md"),
        "no chapter is called",
    ),
    "test_reference.py::test_example_prints_what_it_says[nn.Parameter]": (
        swap(EXAMPLES, "tensor([0., 0.], requires_grad=True)", "tensor([1., 0.], requires_grad=True)"),
        "is stale",
    ),
    "test_sources.py::test_what_the_path_names_is_there": (
        swap(SOURCES, "      fast-ai:\n", "      fastai:\n"),
        "fastai",
    ),
    "test_sources.py::test_each_says_why_and_when_in_a_sentence_of_its_own": (
        swap(SOURCES, "why: One volume from", "why: one volume from"),
        "one volume from",
    ),
    "test_sources.py::test_each_is_one_work": (
        swap(SOURCES, "url: https://cs231n.stanford.edu", "url: https://www.deeplearningbook.org"),
        "len(set(addresses))",
    ),
    "test_sources.py::test_every_number_of_arxiv_is_of_its_year": (
        swap(SOURCES, 'arxiv: "1406.2661"', 'arxiv: "0506.2661"'),
        "goodfellow-2014",
    ),
    "test_sources.py::test_chapter_cites_by_key_and_not_by_hand[depth]": (
        swap(DEPTH, "But why many?", "But why many? Ask Smith and Jones (2019)."),
        "cite by key",
    ),
    "test_sources.py::test_references_of_a_chapter_are_made_of_its_citations[depth]": (
        swap(DEPTH, "## References {#references}", "## Papers {#references}"),
        "References",
    ),
    "test_sources.py::test_years_of_the_timeline_are_those_of_its_sources": (
        swap("docs/timeline.yml", "id: lenet-5\n", "id: lenet\n"),
        "lenet-5",
    ),
    "test_sources.py::test_milestones_of_the_summary_are_on_the_timeline": (
        swap(SUMMARY, "- **2017** ", "- **2018** "),
        "2018: the timeline",
    ),
    "test_sources.py::test_places_that_cite_are_headings_of_the_page": (
        swap(DEPTH, "# Depth\n", "[@he-2016]\n\n# Depth\n"),
        "cited_at",
    ),
    "test_take_home.py::test_file_and_notebook_are_the_same_cells[depth]": (
        swap("src/mkdocs_lesson/take_home.py", '(f"# {line}".rstrip()', '(f"# {line}!"'),
        "!",
    ),
    "test_take_home.py::test_opening_names_the_files_that_the_programs_read": (
        swap("src/mkdocs_lesson/take_home.py", "{site}assets/data/", "{site}assets/files/"),
        "assets/data",
    ),
    "test_take_home.py::test_file_prints_all_that_the_page_shows[inputs-to-outputs]": (
        ("snippets/inputs-to-outputs/receipts.py", lambda text: f"raise SystemExit\n{text}"),
        "done.stdout",
    ),
    "test_vendor.py::test_file_is_the_one_on_record[python/python_stdlib.zip]": (
        add(f"{VENDOR}/python/python_stdlib.zip", "x"),
        "is not the file on record",
    ),
    "test_vendor.py::test_package_names_its_version_source_and_licence[stix-two-math]": (
        swap(f"{VENDOR}/manifest.json", '"licence": "OFL-1.1"', '"license": "OFL-1.1"'),
        "licence is missing",
    ),
    "test_vendor.py::test_no_file_is_off_the_record": (add(f"{VENDOR}/extra.js", "1\n"), "extra.js"),
    "test_vendor.py::test_numpy_is_the_wheel_that_pyodide_names": (
        (LOCK, lambda text: re.sub(r'(?<="version":")2\.0\.2|(?<="version": ")2\.0\.2', "2.0.3", text)),
        "2.0.3",
    ),
    "test_vendor.py::test_what_is_made_here_is_made_of_the_files_beside_it[python-heap-heap]": (
        None,
        "is stale",
    ),
    "test_vendor.py::test_python_serves_every_package_of_its_lock": (
        (LOCK, lambda text: re.sub(r"numpy-2\.0\.2(-cp312[\w-]*\.whl)", r"numpy-2.0.9\1", text)),
        "numpy-2.0.9",
    ),
    "../browser/test_design.py::test_axe_is_the_one_on_record": (
        add("tests/browser/vendor/axe/axe.min.js", "\n"),
        "SHA256",
    ),
    "../browser/test_gift.py::test_parser_is_the_one_on_record": (
        add("tests/browser/vendor/gift-pegjs/gift-parser.js", "\n"),
        "hexdigest",
    ),
    "../browser/test_demo_loss_functions.py::test_fixture_and_still_figure_are_what_python_writes": (
        swap("tests/content/fixtures/loss-functions.json", "1.4170300162778335", "1.4170301162778335"),
        "is stale",
    ),
}
