"use strict";
// Vega's expressions are interpreted, not compiled, since the page's policy forbids making code from text.
const specifications = JSON.parse(document.getElementById("specifications").textContent);
for (const [name, specification] of Object.entries(specifications)) {
  vegaEmbed(`#chart-${name}`, specification, {
    actions: false, ast: true, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true },
  }).catch((error) => { document.getElementById(`chart-${name}`).textContent = `The chart could not be drawn: ${error.message}`; });
}
const filter = document.getElementById("filter");
filter.addEventListener("input", () => {
  const word = filter.value.trim().toLowerCase();
  for (const entry of document.querySelectorAll("main li")) {
    entry.hidden = word !== "" && !entry.textContent.toLowerCase().includes(word);
  }
});
