// Choosing words to hide: by tapping, by dragging, or with the keyboard. Sends nothing anywhere by itself; without it
// the words can be typed. Offsets are in code points of the words' text, as the server counts them.
"use strict";

(() => {
  const words = document.getElementById("words");
  const form = document.getElementById("choose");
  if (!words || !form) return;
  const start = document.getElementById("choosing");
  const panel = document.getElementById("chosen");
  const said = document.getElementById("said");
  const send = document.getElementById("hide-chosen");
  const PUNCTUATION = /^[\p{P}\p{Z}\s]+|[\p{P}\p{Z}\s]+$/gu;
  let current = 0;

  const length = (text) => Array.from(text).length;

  // Wrap every word in an element that knows where it stands; what is hidden already stays as it is.
  const all = [];
  let offset = 0;
  for (const node of textNodes(words)) {
    const from = offset;
    offset += length(node.data);
    if (!node.parentElement.closest(".gone")) wrap(node, from);
  }

  function textNodes(root) {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  }

  function wrap(node, from) {
    const pieces = document.createDocumentFragment();
    let at = from;
    for (const piece of node.data.split(/(\s+)/u)) {
      const bare = piece.replace(PUNCTUATION, "") || piece.trim();
      const before = bare ? piece.slice(0, piece.indexOf(bare)) : piece;
      pieces.append(before);
      if (bare) {
        const word = document.createElement("span");
        word.className = "word";
        word.textContent = bare;
        const begin = at + length(before);
        all.push({ element: word, begin, end: begin + length(bare) });
        pieces.append(word, piece.slice(before.length + bare.length));
      }
      at += length(piece);
    }
    node.replaceWith(pieces);
  }

  const isOn = () => start.getAttribute("aria-pressed") === "true";
  const isChosen = (word) => word.element.classList.contains("picked");

  function turn(on) {
    start.setAttribute("aria-pressed", String(on));
    start.textContent = on ? form.dataset.stop : form.dataset.start;
    panel.hidden = !on;
    words.classList.toggle("choosing", on);
    const folded = words.closest("details");
    if (on && folded) folded.open = true;
    if (on) {
      words.setAttribute("role", "group");
      words.setAttribute("aria-label", form.dataset.group);
      words.setAttribute("aria-describedby", "how");
    } else {
      for (const name of ["role", "aria-label", "aria-describedby"]) words.removeAttribute(name);
    }
    all.forEach((word) => choose(word, false));
    all.forEach((word, place) => {
      if (on) {
        word.element.setAttribute("role", "checkbox");
        word.element.tabIndex = place === current ? 0 : -1;
      } else {
        word.element.removeAttribute("role");
        word.element.removeAttribute("tabindex");
      }
    });
    tell();
  }

  function choose(word, on) {
    word.element.classList.toggle("picked", on);
    word.element.classList.toggle("cut", on);
    if (isOn()) word.element.setAttribute("aria-checked", String(on));
    else word.element.removeAttribute("aria-checked");
  }

  // Words that follow each other are hidden as one, with what stands between them.
  function spans() {
    const found = [];
    let last = null;
    for (const word of all) {
      if (!isChosen(word)) last = null;
      else if (last) last.end = word.end;
      else found.push((last = { begin: word.begin, end: word.end }));
    }
    return found.map((span) => `${span.begin}-${span.end}`).join(",");
  }

  function tell() {
    const count = all.filter(isChosen).length;
    form.elements.spans.value = spans();
    send.disabled = count === 0;
    said.textContent = count === 0 ? form.dataset.none : count === 1 ? form.dataset.one : form.dataset.many.replace("#", String(count));
  }

  function move(to, choosing) {
    const place = Math.max(0, Math.min(all.length - 1, to));
    if (choosing) {
      choose(all[current], true);
      choose(all[place], true);
    }
    all[current].element.tabIndex = -1;
    current = place;
    all[current].element.tabIndex = 0;
    all[current].element.focus();
    tell();
  }

  start.addEventListener("click", () => {
    turn(!isOn());
    if (isOn() && all.length) all[current].element.focus();
  });

  words.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 };
    if (!isOn() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in steps) move(current + steps[event.key], event.shiftKey);
    else if (event.key === "Home") move(0, false);
    else if (event.key === "End") move(all.length - 1, false);
    else if (event.key === " " || event.key === "Enter") {
      choose(all[current], !isChosen(all[current]));
      tell();
    } else if (event.key === "Escape") {
      turn(false);
      start.focus();
    } else return;
    event.preventDefault();
  });

  words.addEventListener("click", (event) => {
    const place = all.findIndex((word) => word.element === event.target.closest(".word"));
    if (!isOn() || place < 0 || !document.getSelection().isCollapsed) return;
    choose(all[place], !isChosen(all[place]));
    move(place, false);
  });

  // Dragging over words chooses them, and begins choosing if that has not begun.
  function take() {
    const selection = document.getSelection();
    if (selection.isCollapsed || !words.contains(selection.anchorNode) || !words.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const touched = all.filter((word) => range.intersectsNode(word.element) && overlaps(range, word.element));
    if (!touched.length) return;
    if (!isOn()) turn(true);
    touched.forEach((word) => choose(word, true));
    selection.removeAllRanges();
    tell();
  }

  // A drag that ends at a word's edge touches it without taking a letter of it.
  function overlaps(range, element) {
    const whole = document.createRange();
    whole.selectNodeContents(element);
    return (
      range.compareBoundaryPoints(Range.END_TO_START, whole) < 0 && range.compareBoundaryPoints(Range.START_TO_END, whole) > 0
    );
  }

  // What was chosen or ticked and not hidden yet must not be published by mistake.
  document.addEventListener("submit", (event) => {
    const by = event.submitter;
    const where = by && by.hasAttribute("formaction") ? by.formAction : event.target.action;
    const ticked = document.querySelector(".suggested input:checked");
    if (!/\/(approve|decline|sort)$/.test(where) || (!all.some(isChosen) && !ticked)) return;
    event.preventDefault();
    const unsaid = document.getElementById("unsaid");
    unsaid.hidden = false;
    unsaid.focus();
  });

  document.addEventListener("pointerup", () => setTimeout(take, 0));
  form.hidden = false;
})();
