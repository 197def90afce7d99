"use strict";
const form = document.querySelector(".filters");
const cards = [...document.querySelectorAll("article")];

function fits(card, wanted) {
  const data = card.dataset;
  return (!wanted.cause || data.cause === wanted.cause)
    && (!wanted.type || data.type.split(" ").includes(wanted.type))
    && (!wanted.what || data.what === wanted.what)
    && (!wanted.words || card.textContent.toLowerCase().includes(wanted.words.toLowerCase()));
}

function filter() {
  const wanted = Object.fromEntries(new FormData(form));
  cards.forEach((card) => { card.hidden = !fits(card, wanted); });
  document.querySelectorAll("section").forEach((section) => {
    section.hidden = !section.querySelector("article:not([hidden])");
  });
  const shown = cards.filter((card) => !card.hidden).length;
  form.querySelector("output").textContent = `${shown} of ${cards.length}`;
  document.querySelector(".none").hidden = shown > 0;
}

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
addEventListener("beforeprint", () => {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
});
