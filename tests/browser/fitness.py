"""What a page must be for everyone (WCAG 2.2), as scripts that return what is wrong: an empty list is right."""

# 1.4.3: text stands out from what is behind it, 4.5 to 1.
CONTRAST = """
() => {
  const channel = (part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = (rgb) => 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]);
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const behind = (node) => {
    for (; node; node = node.parentElement) {
      const colour = rgb(getComputedStyle(node).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const wrong = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.checkVisibility() || node.closest(".skip") || node.disabled) continue;
    const [one, other] = [light(rgb(getComputedStyle(node).color)), light(behind(node))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5) wrong.push(`${node.outerHTML.slice(0, 80)} ${contrast.toFixed(2)}`);
  }
  return wrong;
}
"""
# 4.1.2: whatever can be used has a name.
UNNAMED = """
() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a, summary")]
  .filter((node) => node.checkVisibility())
  .filter((node) => {
    const labels = [...(node.labels || [])].map((label) => label.textContent.trim());
    return !(node.textContent.trim() || node.ariaLabel || labels.some(Boolean));
  })
  .map((node) => node.outerHTML)
"""
# 2.5.8: whatever can be pressed is at least 24 px high.
SMALL = """
() => [...document.querySelectorAll("button, summary, .tick, nav a, input:not([type=hidden]), select, textarea")]
  .filter((node) => node.checkVisibility() && !node.closest(".tick input"))
  .filter((node) => (node.closest(".tick") || node).getBoundingClientRect().height < 24)
  .map((node) => node.outerHTML)
"""
# 1.3.1: one main heading, and none that skips a level; 4.1.1: no two elements of one id.
STRUCTURE = """
() => {
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map((node) => Number(node.tagName[1]));
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  const wrong = levels.filter((level, place) => level > (levels[place - 1] || 0) + 1).map((level) => `h${level}`);
  if (levels.filter((level) => level === 1).length !== 1) wrong.push("not one h1");
  if (new Set(ids).size !== ids.length) wrong.push("an id twice");
  if (!document.documentElement.lang) wrong.push("no language");
  if (document.querySelector("[style], style, script:not([src])")) wrong.push("style or script of its own");
  if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} px wide`);
  return wrong;
}
"""
EVERYTHING = (CONTRAST, UNNAMED, SMALL, STRUCTURE)
ALL_AT_ONCE = f"() => [{', '.join(EVERYTHING)}].flatMap((look) => look())"
UNFOLD = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
# What axe-core finds, by its rules of these tags or of these names.
AXE = """
async ({tags, rules}) => {
  const runOnly = tags ? {type: "tag", values: tags} : {type: "rule", values: rules};
  const found = await axe.run({runOnly, resultTypes: ["violations"]});
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
}
"""
# Which elements are there to be seen or heard: where that is the same, so is most of what axe-core finds.
SEEN = """
() => [...document.querySelectorAll("body *")]
  .map((node) => node.checkVisibility({visibilityProperty: true}) ? node.tagName : "").join(" ")
"""
# 2.1.1, 2.4.7, 2.4.11: Tab gets to whatever can be used, where it can be seen; of some radio buttons to one.
CAN_BE_USED = """
() => {
  const usable = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const groups = new Set();
  let number = 0;
  for (const node of document.querySelectorAll(usable)) {
    if (!node.checkVisibility({visibilityProperty: true}) || node.disabled || node.tabIndex < 0) continue;
    if (node.type === "radio") {
      const all = [...document.querySelectorAll(`input[type=radio][name="${node.name}"]`)];
      const group = all.filter((one) => one.form === node.form);
      if (groups.has(group[0])) continue;
      groups.add(group[0]);
      group.forEach((one) => { one.dataset.tab = number; });
    }
    node.dataset.tab = number++;
  }
  return number;
}
"""
IN_FOCUS = """
() => {
  const node = document.activeElement;
  if (!node || node === document.body || node.dataset.tab === undefined) return null;
  const around = [node, node.closest("label") || node, node.closest("li") || node];
  const drawn = around.map((one) => getComputedStyle(one).outlineStyle);
  const box = [...node.getClientRects()].find((one) => one.width && one.height);
  const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2;
  const [x, y] = box ? [middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight)] : [-1, -1];
  const there = document.elementFromPoint(x, y);
  const seen = there && (node.contains(there) || there.contains(node));
  const wrong = [];
  if (drawn.every((style) => style === "none")) wrong.push("no sign of the focus");
  if (!seen) wrong.push("out of sight");
  return [Number(node.dataset.tab), wrong.map((what) => `${what}: ${node.outerHTML.slice(0, 120)}`)];
}
"""
# Whatever has the focus when Tab is pressed again was seen by then: asking once, at the end, is enough.
BEGIN_WITH_TAB = f"""
() => {{
  document.activeElement.blur();
  document.getSelection().removeAllRanges();
  scrollTo(0, 0);
  const reached = new Map();
  const look = () => {{
    const found = ({IN_FOCUS.strip()})();
    if (found && !reached.has(found[0])) reached.set(...found);
  }};
  if (window.seenWithTab) document.removeEventListener("keydown", window.seenWithTab.look, true);
  document.addEventListener("keydown", look, true);
  const number = ({CAN_BE_USED.strip()})();
  window.seenWithTab = {{look, reached, number}};
  return number;
}}
"""
SEEN_WITH_TAB = """
() => {
  const {look, reached, number} = window.seenWithTab;
  look();
  document.activeElement.blur();
  const html = (each) => document.querySelector(`[data-tab='${each}']`).outerHTML.slice(0, 120);
  const missing = [...Array(number).keys()].filter((each) => !reached.has(each));
  return [...[...reached.values()].flat(), ...missing.map((each) => `never reached: ${html(each)}`)];
}
"""
