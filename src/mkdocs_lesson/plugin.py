"""MkDocs events only: the work is done in check, extension, wheel, styles and offline."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from mkdocs_lesson.book import open_book
from mkdocs_lesson.check import draw_faults, faults_of
from mkdocs_lesson.config import LessonConfig
from mkdocs_lesson.export.dates import first_days, last_changes
from mkdocs_lesson.export.files import exports
from mkdocs_lesson.extension import LessonExtension
from mkdocs_lesson.headings import FILE, headings
from mkdocs_lesson.join import join_modules
from mkdocs_lesson.light import light_pages
from mkdocs_lesson.light_page import lighten
from mkdocs_lesson.notebooks import front_matter, handed_on, to_take_home, use_own_templates
from mkdocs_lesson.notes import moved
from mkdocs_lesson.offline import write_service_worker
from mkdocs_lesson.page import parse_page
from mkdocs_lesson.podcast.files import podcast_files
from mkdocs_lesson.policy import write_policy
from mkdocs_lesson.proved import proofs, shown_programs
from mkdocs_lesson.render.decks import decks
from mkdocs_lesson.searchable import searchable
from mkdocs_lesson.slim import slim_theme
from mkdocs_lesson.small import smaller, with_smaller_scripts
from mkdocs_lesson.styles import join_styles
from mkdocs_lesson.take_home import take_home
from mkdocs_lesson.wheel import build_wheel, python_manifest

THEME_SHEET = re.compile(r"^assets/stylesheets/main\.\w+\.min\.css$")


class LessonPlugin(BasePlugin[LessonConfig]):
    """Checks the book, renders its fences, adds the wheel and the joined style sheet."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.root = Path(self.config.root).resolve()
        report = config.extra.get("report") or ""
        if report and "{id}" not in report:
            raise PluginError(f"extra.report: expected an address with {{id}} in it, got {report!r}")
        self.extension = LessonExtension(report=report, site=config.site_url or "")
        config.markdown_extensions.append(self.extension)
        config.extra["offline"] = not self.serving
        if "mkdocs-jupyter" in config.plugins:
            use_own_templates()
        if not config.repo_url:
            config.edit_uri = ""  # no repository, so no page that could be edited there
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        self.book = open_book(self.root)
        self.changed, self.begun = last_changes(self.root), first_days(self.root)
        if faults := faults_of(self.book) or draw_faults(self.book):
            raise PluginError("\n".join(map(str, faults)))

    def on_files(self, files: Files, config: MkDocsConfig) -> None:
        name, wheel = build_wheel(self.root)
        config.extra["wheel"] = name
        made = {
            f"assets/{name}": wheel,
            "assets/python.json": python_manifest(name),
        }
        assets = Path(config.docs_dir) / "assets"
        styles = join_styles(assets / "styles")
        made |= {f"assets/{path}": sheet for path, sheet in styles.items()}
        scripts = smaller(join_modules(assets / "elements" / "index.js"))
        made |= {f"assets/elements/{path}": script for path, script in scripts.items()}
        made |= exports(self.book, config.site_name, config.site_url or "")
        made |= podcast_files(self.book, config.site_url or "")
        made |= decks(self.book, config.extra.get("report") or "")
        made |= take_home(self.book, config.site_url or "", name)
        made |= {f"programs/{key}.py": program.whole for key, program in self.book.programs.items()}
        made |= {f"assets/data/{path.name}": path.read_bytes() for path in data_files(self.root)}
        for lab in sorted(Path(config.docs_dir).glob("labs/*.ipynb")):
            made[f"exports/{lab.name}"] = to_take_home(lab, config.site_url or "")
        for path, content in made.items():
            if written := files.get_file_from_path(path):
                files.remove(written)
            files.append(File.generated(config, path, content=content))

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        order = [Path(page.file.src_uri).stem for page in nav.pages]
        self.extension.use(self.book, order, exports=True)

    def on_pre_page(self, page: SitePage, **_) -> None:
        if is_lab(page):
            page.render = partial(self._render_lab, page, page.render)

    def _render_lab(self, page: SitePage, read_notebook, config: MkDocsConfig, files: Files) -> None:
        """Render a lab: mkdocs-jupyter's Markdown, as MkDocs renders that of every page."""
        read_notebook(config, files)
        page.markdown = handed_on(page.content)
        self.extension.page = parse_page(Path(page.file.abs_src_path), page.markdown)
        SitePage.render(page, config, files)

    def on_page_read_source(self, page: SitePage, **_) -> str | None:
        return "" if is_lab(page) else None  # mkdocs-jupyter reads the notebook itself

    def on_page_markdown(self, markdown: str, page: SitePage, **_) -> None:
        if is_lab(page):
            page.meta |= front_matter(Path(page.file.abs_src_path))
            if page.edit_url:
                page.edit_url = page.edit_url.replace("docs/labs/", "labs/").replace(".ipynb", ".md")
            return
        self.extension.page = self.extension.book.page_at(Path(page.file.abs_src_path))
        page.meta["minutes"] = self.extension.page.minutes
        page.meta["number"] = self.book.contents.numbers.get(self.extension.page.slug)
        page.meta["programs"] = [p.name for p in shown_programs(self.extension.page, self.extension.book)]
        page.meta["proofs"] = proofs(self.extension.page, self.extension.book)
        page.meta["changed"] = self.changed.get(self.extension.page.slug)
        page.meta["begun"] = self.begun.get(self.extension.page.slug)
        page.meta["slug"] = self.extension.page.slug

    def on_page_content(self, html: str, page: SitePage, **_) -> None:
        """Links may lead to what fences made: MkDocs knows only the ids that it has read itself."""
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *re.findall(r'\sid="([^"]+)"', html)}

    def on_env(self, env, config: MkDocsConfig, files: Files) -> None:
        """All pages have their content: notes go to where their page wants them, light pages come along."""
        pages = {Path(file.src_uri).stem: file.page for file in files.documentation_pages()}
        for page in pages.values():
            if other := pages.get((page.meta or {}).get("notes")):
                ways = other.file.url_relative_to(page.file), page.file.url_relative_to(other.file)
                page.content, other.content = moved(page.content, other.content, *ways)
        self.headings = headings(pages.values())
        self._add_light_pages(env, config, files)

    def _add_light_pages(self, env, config: MkDocsConfig, files: Files) -> None:
        """Embeds and worksheets: files that no menu, search or map of the site knows."""
        sheets = [file.url for file in files.css_files() if THEME_SHEET.search(file.url)]
        for page in light_pages(self.book, config.extra.get("report") or ""):
            try:
                template = env.get_template(page.template)
            except LookupError:
                message = f"the theme has no {page.template}, which the fences `embeds` and `worksheets` need; copy that of this book"
                raise PluginError(message) from None
            html = template.render(page=page, config=config, base_url="", theme_sheets=sheets)
            files.append(File.generated(config, f"{page.url}index.html", content=lighten(html)))

    @event_priority(100)
    def _before_search(self, context, page: SitePage, **_) -> None:
        self.content, page.content = page.content, searchable(page.content)

    @event_priority(-100)
    def _after_search(self, context, page: SitePage, **_) -> None:
        page.content = self.content

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, **_) -> str:
        return with_smaller_scripts(lighten(output))

    def on_post_build(self, config: MkDocsConfig) -> None:
        (Path(config.site_dir) / FILE).write_text(self.headings, encoding="utf-8")
        if not self.serving:  # live reload needs a script of its own, and fresh files
            slim_theme(Path(config.site_dir))
            write_policy(Path(config.site_dir))
            write_service_worker(Path(config.site_dir))

    def on_serve(self, server, config: MkDocsConfig, builder) -> None:
        for folder in ("snippets", "quizzes", "podcast", "src/plainnet"):
            server.watch(str(self.root / folder))


def is_lab(page: SitePage) -> bool:
    """Whether a page is a notebook, which mkdocs-jupyter has turned into a page."""
    return page.file.src_uri.endswith(".ipynb")


def data_files(root: Path) -> list[Path]:
    """What programs and demos may ask the site for, too large for the package."""
    return sorted(path for path in (root / "data").glob("*") if path.suffix != ".md")
