/* The parts put together. */

const ACTIONS = {
  overview,
  help: () => openDialog("help"),
  decisions: () => openDialog("decisions"),
  close: () => document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close()),
  export: exportFile,
  forget: forgetAll,
};

function fillChoices() {
  const add = (id, values) => byId(id).append(...values.map(([value, text]) => el("option", { value }, text)));
  add("verdict", VERDICTS.filter((v) => articles.some((a) => a.verdict === v)).map((v) => [v, v]));
  const codes = [...new Set(articles.flatMap((a) => a.findings.map((f) => f[1])))].sort();
  const families = [...new Set(codes.map((c) => c.slice(0, 3)))].map((c) => [c, `${c}: all`]);
  add("rule", [...families, ...codes.map((c) => [c, `${c} ${(report.rules[c] || [""])[0]}`])].sort((a, b) => a[0].localeCompare(b[0])));
  add("source", [...new Set(articles.map((a) => a.source))].sort().slice(0, 500).map((s) => [s, s || "(none)"]));
}

function showFilters() {
  for (const name of FILTERS) {
    const field = byId(name);
    if (field.value !== state[name]) field.value = state[name];
    if (field.value !== state[name]) field.append(el("option", { value: state[name] }, state[name]));
    field.value = state[name];
  }
}

function showAll() {
  readState();
  showFilters();
  showList();
  showArticle();
}

function onFilter() {
  for (const name of FILTERS) state[name] = byId(name).value;
  writeState();
  showList();
}

function onPane(event) {
  const button = event.target.closest("button, mark");
  if (!button || !current) return;
  const { f, decide: what, reason, use, article: verdict } = button.dataset;
  if (verdict === "note") return askNote(current);
  if (verdict) return judgeArticle(current, verdict);
  if (f === undefined) return;
  const number = Number(f);
  goTo(current, number);
  if (reason) reject(current, number, reason);
  else if (use) accept(current, number, Number(use));
  else if (what === "accept") accept(current, number);
  else if (what === "reject") askReason(current, number);
  else if (what === "edit") askEdit(current, number);
  else if (what === "note") askNote(current, number);
}

restore();
fillChoices();
showAll();
showProgress();

document.querySelector(".filters").addEventListener("input", onFilter);
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
document.querySelector(".filters").addEventListener("reset", () => setTimeout(onFilter));
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do]");
  if (button) ACTIONS[button.dataset.do]();
});
pane.addEventListener("click", onPane);
document.addEventListener("keydown", onKey);
window.addEventListener("hashchange", showAll);
window.addEventListener("popstate", showAll);
window.addEventListener("beforeunload", (event) => !isKept && !isExported && event.preventDefault());
byId("import").addEventListener("change", async (event) => {
  if (event.target.files.length) await importFile(event.target.files[0]);
  event.target.value = "";
});
try {
  byId("reviewer").value = localStorage.getItem("mtcheck:reviewer") || "";
} catch {
  isKept = false;
}
byId("reviewer").addEventListener("input", () => {
  try {
    localStorage.setItem("mtcheck:reviewer", byId("reviewer").value);
  } catch {
    isKept = false;
  }
});
document.documentElement.dataset.ready = "true";
