// The little that plain HTML cannot do: a warning before unsaved words are lost, a count of words,
// what was picked, and menus that close. Every page works without it.
"use strict";

// What came of a form is told once: not again where the page is loaded again or gone back to.
const told = new URL(location.href);
if (told.searchParams.has("done")) {
  told.searchParams.delete("done");
  history.replaceState(null, "", told);
}

for (const form of document.querySelectorAll("form[data-keep]")) {
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  // whoever is still writing is not signed out for writing long
  window.setInterval(() => { if (changed) fetch(location.href, { method: "HEAD" }); }, 5 * 60 * 1000);
}

for (const box of document.querySelectorAll("textarea[data-most], input[data-most]")) {
  const told = document.getElementById(box.dataset.told);
  const count = () => {
    const left = Number(box.dataset.most) - box.value.length;
    told.textContent = left < Math.min(120, Number(box.dataset.most) / 3) ? String(left) : "";
    told.classList.toggle("over", left < 0);
  };
  if (told) { box.addEventListener("input", count); count(); }
}

for (const picks of document.querySelectorAll("[data-picks]")) {
  picks.addEventListener("change", () => {
    const names = [...picks.querySelectorAll("input:checked + span")].map((name) => name.textContent);
    picks.querySelector("summary").textContent = names.join(", ") || picks.dataset.picks;
  });
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.me[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.me[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// The simulator beside an editor: the page where a draft is tried, as a part of this one.
const beside = document.querySelector("[data-try]");
const tried = async (address, options) => {
  const answer = await fetch(address, options);
  if (!answer.ok) return;
  beside.innerHTML = await answer.text();
  const talk = beside.querySelector(".talk");
  talk.scrollTop = talk.scrollHeight;
};
if (beside && window.matchMedia("(min-width: 75rem)").matches) tried(beside.dataset.try);
if (beside) beside.addEventListener("submit", async (event) => {
  event.preventDefault();
  const sent = new URLSearchParams(new FormData(event.target, event.submitter));
  sent.set("part", "1");
  await tried(event.target.action, { method: "POST", body: sent });
  beside.querySelector("#try-text").focus();
});
for (const talk of document.querySelectorAll(".talk")) talk.scrollTop = talk.scrollHeight;
// What is under way is looked at again by itself, where nobody is typing.
const live = () => document.querySelector("[data-live]");
setInterval(async () => {
  const shown = live();
  if (!shown || document.hidden || shown.contains(document.activeElement)) return;
  const answer = await fetch(location.pathname, { headers: { "accept": "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(shown.id);
  if (fresh) shown.replaceWith(fresh);
}, 3000);
