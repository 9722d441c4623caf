"""What mkdocs.yml may say under `lesson:`."""

from mkdocs.config import config_options as opt
from mkdocs.config.base import Config


class LessonConfig(Config):
    """Options of the `lesson` plugin."""

    root = opt.Dir(exists=True, default=".")
    """The folder that holds docs/, snippets/ and quizzes/."""
