"use strict";
(() => {
  const parts = new Map(); // fact id -> the elements that show it: spans of the text and its entry beside it
  const add = (element, ids, kind) => {
    for (const id of (ids || "").split(" ").filter(Boolean)) {
      if (!parts.has(id)) parts.set(id, []);
      parts.get(id).push([element, kind]);
    }
  };
  for (const element of document.querySelectorAll("[data-f],[data-c]")) {
    add(element, element.dataset.f, "hot");
    add(element, element.dataset.c, "warm");
  }
  let lit = [];
  let kept = null;
  const clear = () => { for (const [element, kind] of lit) element.classList.remove(kind); lit = []; };
  const light = (ids) => {
    clear();
    for (const id of ids) for (const part of parts.get(id) || []) { part[0].classList.add(part[1]); lit.push(part); }
  };
  const holder = (target) => target.closest && target.closest("[data-f],.s[data-c]");
  const idsOf = (element) => (element.dataset.f || element.dataset.c || "").split(" ").filter(Boolean);
  const show = (element) => {
    light(idsOf(element));
    if (element.classList.contains("s")) reveal(element, ".fact");
  };
  const reveal = (element, wanted) => {
    const other = lit.map(([e]) => e).find((e) => e !== element && e.matches(wanted));
    if (!other) return;
    const group = other.closest("details");
    if (group) group.open = true;
    const pane = other.closest(".facts");
    if (pane && pane.scrollHeight > pane.clientHeight) {
      const box = other.getBoundingClientRect(), frame = pane.getBoundingClientRect();
      if (box.top < frame.top || box.bottom > frame.bottom) pane.scrollTop += box.top - frame.top - frame.height / 3;
    } else if (!pane) {
      const box = other.getBoundingClientRect();
      if (box.top < 80 || box.bottom > innerHeight) other.scrollIntoView({ block: "center" });
    }
  };
  const keep = (element) => {
    if (kept) kept.classList.remove("kept");
    kept = kept === element ? null : element;
    if (!kept) return clear();
    kept.classList.add("kept");
    show(kept);
    if (kept.classList.contains("fact")) reveal(kept, ".s");
  };
  document.addEventListener("mouseover", (event) => {
    const element = holder(event.target);
    if (element) show(element); else if (kept) show(kept); else clear();
  });
  document.addEventListener("focusin", (event) => { const element = holder(event.target); if (element) show(element); });
  document.addEventListener("click", (event) => {
    if (event.target.closest("a,summary,label,select")) return;
    const element = holder(event.target);
    if (element) keep(element); else if (kept) keep(kept);
  });
  document.addEventListener("keydown", (event) => {
    const element = event.target.closest && event.target.closest(".fact");
    if (element && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); keep(element); }
    if (event.key === "Escape" && kept) keep(kept);
  });
  for (const box of document.querySelectorAll(".layers input")) {
    const apply = () => document.body.classList.toggle("off-" + box.value, !box.checked);
    box.addEventListener("change", apply);
    apply();
  }
  const chooser = document.querySelector(".choose");
  if (chooser) {
    const reports = [...document.querySelectorAll(".report")];
    const choose = () => {
      kept = null;
      clear();
      reports.forEach((report) => { report.hidden = report.id !== chooser.value; });
    };
    if (reports.some((report) => "#" + report.id === location.hash)) chooser.value = location.hash.slice(1);
    chooser.addEventListener("change", () => { choose(); history.replaceState(null, "", "#" + chooser.value); scrollTo(0, 0); });
    choose();
  }
})();
