"""Citations that keep their words: what sphinxcontrib-bibtex cannot do.

- `role`: ``src`` links the words of a note to the entry of the work, with a locator.
- `places`: where a work is cited and how that place is called.
- `domain`: collects the places and resolves the links, both ways, across documents.
- `lists`: the bibliography by language with its back-references, and a list for each text.

sphinxcontrib-bibtex loads the files and owns entries, filters and citations.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .domain import WorkLinkDomain, work_link_domain
from .lists import (
    ListWorks,
    WorksByTextDirective,
    WorksDirective,
    depart_item_latex,
    reference_item,
    reference_list,
    visit_item_latex,
)
from .role import SrcRole

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata


def add_static_path(app: Sphinx, config: Config) -> None:
    """Add the script and the style of the links to the site (event `config-inited`)."""
    config.html_static_path.append(str(Path(__file__).parent / "static"))


def forget_derived(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Once the engine has made its citations anew."""
    work_link_domain(env).reset()
    return []


def outdated_lists(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> list[str]:
    """The bibliography shows what other documents cite: any change of them may change it."""
    if not (added or changed or removed):
        return []
    bibliographies = work_link_domain(env).engine.bibliographies
    return sorted({key.docname for key in bibliographies} - removed)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the domain, the role, the directives and what resolves them."""
    app.setup_extension("sphinxcontrib.bibtex")
    app.setup_extension("gbt7714")
    app.add_domain(WorkLinkDomain)
    app.add_role("src", SrcRole())
    app.add_directive("works", WorksDirective)
    app.add_directive("works-by-text", WorksByTextDirective)
    app.add_node(reference_list)
    app.add_node(reference_item, latex=(visit_item_latex, depart_item_latex))
    app.add_post_transform(ListWorks)
    app.add_css_file("citing.css")
    app.connect("config-inited", add_static_path)
    app.connect("env-get-outdated", outdated_lists)
    app.connect("env-updated", forget_derived, priority=900)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
