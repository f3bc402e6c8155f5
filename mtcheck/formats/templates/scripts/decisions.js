/* Deciding, and decisions that leave the browser as one file and come back. */

const SCHEMA = "mtcheck.decisions/1";
const live = byId("live");
let isExported = true;

const say = (text) => {
  live.textContent = text;
};

const now = () => new Date().toISOString();

function settle(article, key, decision, number) {
  const before = decisions.get(key);
  const kept = before && before.note ? { note: before.note } : {};
  decide(key, decision && { ...kept, ...decision, at: now() });
  isExported = false;
  refresh(article, number);
}

function refresh(article, number) {
  if (number === undefined) refreshVerdict(article);
  else refreshCard(article, number);
  refreshRow(article);
  showProgress();
}

function accept(article, number, use = 0) {
  const { suggestions } = findingOf(article, number);
  const wording = use < suggestions.length ? suggestions[use] : null;
  settle(article, findingKey(article, number), { decision: "accept", wording }, number);
}

function reject(article, number, reason) {
  settle(article, findingKey(article, number), { decision: "reject", reason }, number);
}

function edit(article, number, wording) {
  settle(article, findingKey(article, number), { decision: "edit", wording }, number);
}

function annotate(article, key, note, number) {
  const before = decisions.get(key) || {};
  decide(key, { ...before, note, at: now() });
  isExported = false;
  refresh(article, number);
}

function judgeArticle(article, what) {
  const key = articleKey(article);
  const before = decisions.get(key);
  settle(article, key, before && before.decision === what ? { decision: "" } : { decision: what });
  say(what === "release" ? "Released." : "Held.");
}

function undoLast() {
  const key = undo();
  if (key === null) return say("Nothing to undo.");
  isExported = false;
  const [source, id] = key.split("\u0001");
  const article = articles.find((a) => a.source === source && a.id === id);
  const number = isFinding(key) ? article.findings.findIndex((_, n) => findingKey(article, n) === key) : undefined;
  refresh(article, number);
  if (number !== undefined) goTo(article, number);
  say("Undone.");
}

/** Ask for one line of text below a card's buttons; `done` gets it. */
function ask(place, label, value, done) {
  place.querySelectorAll("form.ask").forEach((form) => form.remove());
  const input = el("input", { type: "text", "aria-label": label });
  input.value = value;
  const form = el("form", { class: "ask" }, el("label", {}, `${label} `, input), " ", el("button", {}, "Save"), " ", el("button", { type: "button", class: "cancel" }, "Cancel"));
  const leave = () => {
    form.remove();
    (place.matches("[tabindex]") ? place : byId("article-title")).focus({ preventScroll: true });
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave();
    done(input.value);
  });
  form.querySelector(".cancel").addEventListener("click", leave);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      leave();
    }
  });
  place.append(form);
  input.focus();
  input.select();
}

/** Offer the reasons of a rejection below a card's buttons. */
function askReason(article, number) {
  const place = byId(`f${number}`);
  place.querySelectorAll("form.ask, .reasons").forEach((node) => node.remove());
  const buttons = Object.entries(REASONS).map(([reason, text], n) =>
    el("button", { type: "button", "data-f": number, "data-reason": reason }, text, " ", el("kbd", { "aria-hidden": "true" }, String(n + 1))),
  );
  place.append(el("p", { class: "reasons", role: "group", "aria-label": "Reason of the rejection" }, "Rejected because: ", buttons.flatMap((b) => [b, " "])));
  say("Reason: 1 not an error, 2 accepted spelling, 3 quoted as is.");
}

function askEdit(article, number) {
  const f = findingOf(article, number);
  const own = decisions.get(findingKey(article, number)) || {};
  const value = own.wording ?? f.suggestions[0] ?? article.text.slice(f.start, f.end);
  ask(byId(`f${number}`), "Wording", value, (wording) => edit(article, number, wording));
}

function askNote(article, number) {
  const key = number === undefined ? articleKey(article) : findingKey(article, number);
  const place = number === undefined ? byId("verdict-decision") : byId(`f${number}`);
  ask(place, "Note", (decisions.get(key) || {}).note || "", (note) => annotate(article, key, note.trim(), number));
}

function showProgress() {
  const bar = byId("progress");
  bar.max = Math.max(total, 1);
  bar.value = decided;
  byId("progress-text").textContent = `${decided} of ${counted(total, "finding")} decided`;
  const released = [...decisions].filter(([key, d]) => !isFinding(key) && isDecided(d)).length;
  const kept = isKept ? "Kept in this browser." : "This browser keeps nothing: export before you close the page.";
  byId("decisions-text").textContent =
    `${decided} of ${counted(total, "finding")} and ${counted(released, "verdict")} decided. ${kept}`;
}

/** Everything that was decided, with the texts it is about, as `mtcheck review` reads it. */
function exported() {
  const rows = [];
  for (const article of articles) {
    const findings = [];
    article.findings.forEach((_, number) => {
      const own = decisions.get(findingKey(article, number));
      if (own) findings.push(exportedFinding(article, findingOf(article, number), own));
    });
    const own = decisions.get(articleKey(article));
    if (own || findings.length) {
      rows.push({ id: article.id, source: article.source, title: article.title, verdict: article.verdict, text: article.text, decision: (own && own.decision) || "", note: (own && own.note) || "", findings });
    }
  }
  return { schema: SCHEMA, report: report.id, signature: report.signature, reviewer: byId("reviewer").value.trim(), saved: now(), articles: rows };
}

function exportedFinding(article, f, own) {
  const [start, end] = article.sentences[f.sentence];
  const at = (offset) => codePoints(article.text, offset);
  return {
    rule: f.rule,
    name: f.name,
    severity: SEVERITIES[f.severity],
    start: at(f.start),
    end: at(f.end),
    text: article.text.slice(f.start, f.end),
    sentence: { start: at(start), end: at(end) },
    suggestions: f.suggestions,
    decision: own.decision || "",
    reason: own.reason || "",
    wording: own.wording ?? null,
    note: own.note || "",
    at: own.at || "",
  };
}

function exportFile() {
  const file = new Blob([JSON.stringify(exported(), null, 1), "\n"], { type: "application/json" });
  const link = el("a", { href: URL.createObjectURL(file), download: "mtcheck-decisions.json" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  isExported = true;
  say("Exported.");
}

async function importFile(file) {
  let value;
  try {
    value = JSON.parse(await file.text());
    if (value === null || value.schema !== SCHEMA || !Array.isArray(value.articles)) throw new Error("no decisions");
  } catch {
    return note("This is not a file of decisions.");
  }
  const outcome = { taken: 0, same: 0, unknown: 0, conflicts: [] };
  for (const row of value.articles) takeArticle(row, outcome);
  const who = typeof value.reviewer === "string" && value.reviewer ? ` of ${value.reviewer}` : "";
  note(`${counted(outcome.taken, "decision")}${who} taken over, ${outcome.same} the same already, ${outcome.unknown} not in this report, ${counted(outcome.conflicts.length, "conflict")}.`, outcome.conflicts);
  isExported = false;
  const number = current ? current.number : -1;
  current = null;
  showList();
  if (number >= 0) showArticle();
  showProgress();
}

function takeArticle(row, outcome) {
  if (row === null || typeof row !== "object") return;
  const article = articles.find((a) => a.id === row.id && a.source === row.source && a.text === row.text);
  const findings = Array.isArray(row.findings) ? row.findings : [];
  if (!article) {
    outcome.unknown += findings.length;
    return;
  }
  if (row.decision || row.note) take(article, articleKey(article), article.title || article.name, { decision: row.decision, note: row.note }, outcome);
  const places = new Map();
  article.findings.forEach((f, number) => places.set([f[1], codePoints(article.text, f[4]), codePoints(article.text, f[5])].join(), number));
  for (const theirs of findings) {
    const number = places.get([theirs.rule, theirs.start, theirs.end].join());
    if (number === undefined) outcome.unknown += 1;
    else take(article, findingKey(article, number), `${theirs.rule} “${theirs.text}”`, theirs, outcome);
  }
}

function take(article, key, name, theirs, outcome) {
  const mine = decisions.get(key);
  const clean = { decision: String(theirs.decision || ""), reason: String(theirs.reason || ""), note: String(theirs.note || ""), at: String(theirs.at || "") };
  if (typeof theirs.wording === "string") clean.wording = theirs.wording;
  const same = (a, b) => (a.decision || "") === (b.decision || "") && (a.reason || "") === (b.reason || "") && (a.wording ?? null) === (b.wording ?? null);
  if (!mine || !isDecided(mine)) {
    decide(key, { ...clean, note: clean.note || (mine && mine.note) || "" });
    outcome.taken += 1;
  } else if (!isDecided(clean) || same(mine, clean)) {
    outcome.same += 1;
  } else {
    outcome.conflicts.push({ article, key, name, mine, theirs: clean });
  }
}

/** Say what an import came to, and let every conflict be settled. */
function note(text, conflicts = []) {
  const worded = (d) => (d.decision === "reject" ? `reject (${REASONS[d.reason] || d.reason})` : d.decision + (typeof d.wording === "string" ? ` “${d.wording}”` : ""));
  const rows = conflicts.map((conflict) => {
    const item = el("li", {}, el("bdi", {}, conflict.name), ` in `, el("bdi", {}, conflict.article.name), ": ");
    const settleAs = (own) => () => {
      if (own) decide(conflict.key, conflict.theirs);
      item.remove();
      refresh(conflict.article, isFinding(conflict.key) ? conflict.article.findings.findIndex((_, n) => findingKey(conflict.article, n) === conflict.key) : undefined);
    };
    const mine = el("button", { type: "button" }, `keep ${worded(conflict.mine)}`);
    const theirs = el("button", { type: "button" }, `take ${worded(conflict.theirs)}`);
    mine.addEventListener("click", settleAs(false));
    theirs.addEventListener("click", settleAs(true));
    item.append(mine, " ", theirs);
    return item;
  });
  byId("conflicts").replaceChildren(el("p", { role: "status" }, text), ...(rows.length ? [el("ol", {}, rows)] : []));
}

function forgetAll() {
  if (!confirm("Forget every decision in this report?")) return;
  decisions.clear();
  past.length = 0;
  decided = 0;
  keep();
  const number = current;
  current = null;
  showList();
  if (number) showArticle();
  showProgress();
  note("All decisions are forgotten.");
}
