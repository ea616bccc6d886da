"""What axe finds in an open page, in one colour scheme or the other."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_CONTRAST = "color-contrast"
# In the second colour scheme only the colours are others.
_RULES: dict[str, dict[str, object]] = {
    "light": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "dark": {"type": "rule", "values": ["link-in-text-block"]},
}

# Contrast takes axe longer than all its other rules, and a table says the same a thousand times: of
# texts that look alike one is measured, the longest. Alike are those in whose elements, from the
# root down, nothing differs that a contrast depends on, and that stand in the same column: what is
# scrolled out of sight is not measured. All are measured of what may lie over, or under, something
# else than the elements around it: what reaches out of these or into the element before it, what
# is out of the flow or drawn; and of controls.
_DISTINCT = """() => {
  const parts = ['color', 'backgroundColor', 'backgroundImage', 'opacity', 'visibility', 'filter',
    'mixBlendMode', 'textShadow', 'webkitTextStroke', 'fontSize', 'fontWeight', 'content'];
  const numbers = new Map();
  const known = new Map();
  const box = element => element.getBoundingClientRect();
  const reachesOut = (inner, outer) => inner.left < outer.left - 1 || inner.right > outer.right + 1
    || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
  const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  const mayOverlap = element => {
    const {position, float} = getComputedStyle(element);
    const before = element.previousElementSibling;
    return !['static', 'relative'].includes(position) || float !== 'none'
      || element.matches('svg, label, button, input, select, textarea, [aria-disabled]')
      || reachesOut(box(element), box(element.parentElement))
      || before && meet(box(element), box(before));
  };
  const look = element => {
    if (element === document.documentElement) return {};
    if (known.has(element)) return known.get(element);
    const around = look(element.parentElement);
    const styles = [null, '::before', '::after'].map(part => getComputedStyle(element, part));
    const key = JSON.stringify([around.number, element.localName, element.cellIndex,
      ...styles.map(style => parts.map(part => style[part]))]);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    const found = {number: numbers.get(key), alone: around.alone || mayOverlap(element)};
    known.set(element, found);
    return found;
  };
  const text = element => [...element.childNodes]
    .filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join('');
  const longest = new Map();
  const found = [];
  for (const element of document.body.querySelectorAll('*')) {
    const {number, alone} = look(element);
    const length = text(element).length;
    if (alone) found.push(element);
    else if (length && element.checkVisibility() && !(longest.get(number)?.length >= length))
      longest.set(number, {element, length});
  }
  return [...found, ...[...longest.values()].map(it => it.element)];
}"""
_RUN = f"""async ([rules, contrast]) => {{
  const options = {{resultTypes: ['violations']}};
  const found = await axe.run({{...options, runOnly: rules, rules: {{[contrast]: {{enabled: false}}}}}});
  const include = ({_DISTINCT})();
  const seen = await axe.run({{include}}, {{...options, runOnly: {{type: 'rule', values: [contrast]}}}});
  return [...found.violations, ...seen.violations];
}}"""


# axe measures no contrast of text that it takes for icons: where a word is narrower than its letters
# one by one, as are all words in Arabic, whose letters join. Here a word is as wide as its letters.
_NO_ICONS = """() => {
  const own = CanvasRenderingContext2D.prototype;
  const measure = own.measureText;
  own.measureText = function (text) {
    return {width: text.split('').reduce((sum, it) => sum + measure.call(this, it).width, 0)};
  };
}"""


def prepare(view: Page) -> None:
    """Brings axe into an open page."""
    view.evaluate(_NO_ICONS)
    view.evaluate(AXE_SCRIPT)


def violations(view: Page, scheme: str) -> list[str]:
    return [
        f"{rule['id']} ({rule['impact']}, {len(rule['nodes'])} nodes): {rule['help']}\n"
        + "\n".join(f"    {node['html'][:200]}\n    {_why(node)}" for node in rule["nodes"][:3])
        for rule in view.evaluate(_RUN, [_RULES[scheme], _CONTRAST])
    ]


def _why(node: dict[str, list[dict[str, str]]]) -> str:
    checks = node["any"] + node["all"] + node["none"]
    return "; ".join(check["message"] for check in checks)[:300]
