// Keyboard shortcuts on the queue and on a voice's page. Decides nothing by itself: a key moves to where something is
// decided. Never while somebody types, with other keys held, or once they were switched off (WCAG 2.1.4).
"use strict";

(() => {
  const OFF = "care-voice-keys-off";
  const isOff = () => localStorage.getItem(OFF) === "yes";
  const dialog = document.getElementById("keys");

  const change = document.getElementById("keys-switch");
  if (change) {
    const tell = () => (change.textContent = isOff() ? change.dataset.on : change.dataset.off);
    change.hidden = false;
    change.addEventListener("click", () => {
      localStorage.setItem(OFF, isOff() ? "no" : "yes");
      tell();
    });
    tell();
  }

  const close = document.getElementById("keys-close");
  if (close) close.addEventListener("click", () => dialog.close());

  const follow = (selector) => document.querySelector(selector)?.click();

  // Unfolds whatever it is in, and puts the focus there.
  function go(selector) {
    const found = document.querySelector(selector);
    if (!found) return;
    const folded = found.closest("details");
    if (folded) folded.open = true;
    found.scrollIntoView({ block: "center" });
    found.focus();
  }

  function step(by) {
    const links = Array.from(document.querySelectorAll(".queue .opening"));
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  }

  const KEYS = {
    n: () => follow("#next"),
    j: () => step(1),
    k: () => step(-1),
    a: () => go(".decide select"),
    d: () => go(".decline input[type=radio]"),
    h: () => go("#choosing"),
    w: () => go("#question"),
    p: () => go("#hold input[type=radio]"),
    o: () => go("#second-opinion input[type=radio]"),
    e: () => go("#escalate input[type=radio]"),
    u: () => go(".done .quiet"),
    q: () => follow(".ways a, .top .name"),
    "?": () => dialog?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable], [role=checkbox], dialog");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isOff()) return;
    const does = KEYS[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
})();
