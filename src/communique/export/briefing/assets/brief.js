"use strict";
// Everything can be read without this: it opens all evidence at once and tells what a mark is.
const button = document.getElementById("open");
button.parentElement.hidden = false;
button.addEventListener("click", () => {
  const found = [...document.querySelectorAll("details.evidence")];
  const open = found.some((each) => !each.open);
  found.forEach((each) => { each.open = open; });
  button.textContent = open ? "Close all evidence" : "Open all evidence";
});
document.querySelectorAll(".plot").forEach((plot) => {
  plot.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) plot.querySelector(".told").textContent = mark.querySelector("title").textContent;
  });
});
