"""A notebook as one HTML file that needs no network and asks for none."""

import copy
import re
from html import escape, unescape
from pathlib import Path

from jinja2 import DictLoader
from nbconvert import HTMLExporter
from traitlets.config import Config

try:
    from jinja2 import pass_context
except ImportError:  # Jinja 2 before 3.0
    from jinja2 import contextfilter as pass_context

import tex

HERE = Path(__file__).parent
FORMS = [
    "text/html", "text/markdown", "image/svg+xml", "text/latex", "image/png", "image/jpeg", "image/webp", "image/gif",
    "application/javascript", "text/plain",
]
TAG = re.compile(r"<(img|iframe|script|link|source|video|audio|embed|object|input|image)\b[^>]*>", re.IGNORECASE)
ADDRESS = re.compile(r"""\b(?:src|href|data|srcset)\s*=\s*["']?((?:https?:)?//[^\s"'>]+)""", re.IGNORECASE)
LINK_TO_THIS_MACHINE = re.compile(r"""<a\b[^>]*\bhref="https?://(?:127\.0\.0\.1|localhost)[:/][^>]*>(.*?)</a>""", re.DOTALL | re.IGNORECASE)
ALT = re.compile(r"""\balt\s*=\s*"([^"]*)\"""", re.IGNORECASE)
PARTS = re.compile(r"(<pre\b.*?</pre>|<code\b.*?</code>|<script\b.*?</script>|<style\b.*?</style>|<[^>]*>)", re.DOTALL | re.IGNORECASE)
FORMULA = re.compile(
    r"\$\$(?P<block>.+?)\$\$|\\\[(?P<bracket>.+?)\\\]|(?P<begin>\\begin\{(?P<name>[a-z]+\*?)\}.+?\\end\{(?P=name)\})"
    r"|\\\((?P<paren>.+?)\\\)|(?<![\\$\w])\$(?P<inline>[^\s$](?:[^$]*[^\s$\\])?)\$(?!\d)",
    re.DOTALL,
)


def without_network(html):
    """Names what would have to be fetched, in its place; what ran beside the kernel is named only, as it has ended with it."""

    def replaced(match):
        address = ADDRESS.search(match.group())
        if not address:
            return match.group()
        words = ALT.search(match.group())
        kind = "picture" if match.group(1).lower() in ("img", "image") else match.group(1).lower()
        named = f" “{words.group(1)}”" if words and words.group(1) else ""
        note = f"{kind}{named} from the network, left out: {address.group(1)}"
        return f'<span class="left-out">[{note}]</span>' + ("<script>" if kind == "script" else "")

    return LINK_TO_THIS_MACHINE.sub(r"\1", TAG.sub(replaced, html))


def with_formulas(html):
    """The formulas of text drawn as MathML; code is left alone."""
    def drawn(match):
        display = match.group("inline") is None and match.group("paren") is None
        source = next(text for text in match.group("block", "bracket", "begin", "paren", "inline") if text)
        return tex.to_html(unescape(source), display)

    parts = PARTS.split(html)
    return "".join(part if at % 2 else FORMULA.sub(drawn, part) for at, part in enumerate(parts))


class PageExporter(HTMLExporter):
    @pass_context
    def markdown2html(self, context, source):
        return without_network(with_formulas(super().markdown2html(context, source)))

    def default_filters(self):
        yield from super().default_filters()
        yield "markdown2html", self.markdown2html
        yield "without_network", without_network
        yield "formula", lambda source: with_formulas(escape(source, quote=False))


def title(notebook, name):
    """The notebook's own, else its first heading, else its file's name."""
    if notebook.metadata.get("title"):
        return notebook.metadata["title"]
    for cell in notebook.cells:
        heading = re.search(r"^#{1,2} +(.+)$", cell.source, re.MULTILINE) if cell.cell_type == "markdown" else None
        if heading:
            return re.sub(r"[*_`$]", "", heading.group(1)).strip()
    return name


def without_lost_attachments(notebook):
    """A picture that was pasted and is gone becomes a note; the exporter would give up over it."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            kept = cell.get("attachments", {})
            cell.source = re.sub(
                r"!\[([^\]]*)\]\(attachment:([^)\s]+)[^)]*\)",
                lambda match: match[0] if match[2] in kept else f"*({match[1] or match[2]}: this picture is missing)*",
                cell.source,
            )
    return notebook


def as_html(notebook, path):
    """@param path of the notebook: pictures that its text names are looked for beside it"""
    notebook = without_lost_attachments(copy.deepcopy(notebook))
    notebook.metadata["title"] = title(notebook, path.stem)
    template = (HERE / "page.html.j2").read_text(encoding="utf-8")
    exporter = PageExporter(
        config=Config({"NbConvertBase": {"display_data_priority": FORMS}}),
        extra_loaders=[DictLoader({"segue.html.j2": template})],
        template_file="segue.html.j2",
    )
    exporter.embed_images = True
    resources = {
        "metadata": {"name": path.stem, "path": str(path.parent)},
        "page_css": (HERE / "page.css").read_text(encoding="utf-8"),
        "language": notebook.metadata.get("language", "en"),
    }
    html, _ = exporter.from_notebook_node(notebook, resources)
    return re.sub(r"<html\b(?![^>]*\blang=)", f'<html lang="{escape(resources["language"])}"', html, count=1)
