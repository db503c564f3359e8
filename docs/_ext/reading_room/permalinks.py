"""Links to a paragraph and to a page of the source, for those who cite.

They are written in the site only, as empty links that a style sheet fills, so that the text of a
paragraph stays the text of the paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from milestones import page_milestone
from sphinx.transforms.post_transforms import SphinxPostTransform

from converters.schema.ids import parse_id

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class permalink(nodes.inline):
    """An empty link to `target` (an id of the same page), named `name`, of class `kind`."""


class AddPermalinks(SphinxPostTransform):
    """Runs after all else, so that nothing takes the links for words of the text."""

    default_priority = 960
    builders = ("html", "dirhtml")

    def run(self, **kwargs: Any) -> None:
        """Append a link to each paragraph of the text, and one after each page number."""
        for paragraph in list(self.document.findall(nodes.paragraph)):
            anchors = [one for one in map(parse_id, paragraph["ids"]) if one and one.is_text]
            if anchors:
                name = f"链接到本段（第{anchors[0].number}段）"
                target = str(anchors[0])
                paragraph += permalink(
                    "", target=target, name=name, kind="paragraph-link", shown="¶"
                )
        for milestone in list(self.document.findall(page_milestone)):
            page = milestone["page"]
            name = f"链接到原第{page}页"
            link = permalink(
                "", target=milestone["ids"][0], name=name, kind="page-link", shown=page
            )
            milestone.parent.insert(milestone.parent.index(milestone) + 1, link)


def visit_html(translator: HTML5Translator, node: permalink) -> None:
    """Open the link; the sign that it shows is drawn by the style sheet."""
    attributes: dict[str, Any] = {
        "href": f"#{node['target']}",
        "aria-label": node["name"],
        "data-shown": node["shown"],
    }
    translator.body.append(translator.starttag(node, "a", "", CLASS=node["kind"], **attributes))


def depart_html(translator: HTML5Translator, node: permalink) -> None:
    """Close the link."""
    translator.body.append("</a>")


def setup(app: Sphinx) -> None:
    """Register the node and, for HTML, the transform."""
    app.add_node(permalink, html=(visit_html, depart_html))
    app.add_post_transform(AddPermalinks)
