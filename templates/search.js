"use strict";
// Finds pages by the words that begin with the words of the query, with Vietnamese marks or without them.
const strip = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đðɖ]/g, "d");
const plain = (text) => text.normalize("NFC").toLowerCase().replace(/[ðɖ]/g, "đ");
const words = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const dense = (text) => words(text).join("");
// Every word of the query begins a word of the text; or the query without blanks begins the text or a name in it.
const fits = (wanted, text) => {
  const there = words(text);
  return wanted.every((word) => there.some((one) => one.startsWith(word)));
};
const names = (page) => [page[1], ...page[2].split(" ; ")];
// The lower the better: with the very marks before without, whole titles before parts, titles before other names.
const rank = (query, page) => {
  const exact = plain(query), bare = strip(exact), title = plain(page[1]);
  const tests = [
    () => dense(title) === dense(exact),
    () => fits(words(exact), title) && exact !== bare,
    () => dense(strip(title)) === dense(bare),
    () => names(page).some((name) => dense(plain(name)) === dense(exact)),
    () => names(page).some((name) => dense(strip(plain(name))) === dense(bare)),
    () => strip(title).startsWith(bare),
    () => fits(words(bare), strip(title)),
    () => names(page).some((name) => fits(words(bare), strip(plain(name)))),
    () => fits(words(bare), strip(plain(names(page).join(" ")))),
  ];
  return tests.findIndex((test) => test());
};
const found = (query) => PAGES.map((page, place) => [rank(query, page), place, page])
  .filter(([value]) => value >= 0)
  .sort((one, other) => one[0] - other[0] || one[1] - other[1])
  .map(([, , page]) => page);
const query = (new URLSearchParams(location.search).get("q") || "").trim();
document.querySelector("input[name=q]").value = query;
if (words(query).length) {
  const pages = found(query), said = document.getElementById("said"), list = document.getElementById("found");
  said.textContent = said.dataset.found.replace("{n}", pages.length);
  for (const [path, title] of pages.slice(0, 100)) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = path;
    link.textContent = title;
    item.append(link);
    list.append(item);
  }
}
