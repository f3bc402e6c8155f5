/* One article: every sentence, its marks, and a card for every finding. */

const REASONS = { "not-an-error": "not an error", "accepted-spelling": "accepted spelling", "quoted-as-is": "quoted as is" };
const AROUND = 48;
const pane = byId("article");
let current = null;

function showArticle() {
  const article = state.a === "" ? null : articles[state.a];
  byId("overview").hidden = article !== null;
  document.body.classList.toggle("reading", article !== null);
  if (article === current) {
    markCurrent();
    return;
  }
  const before = current;
  current = article;
  pane.replaceChildren(...(article ? [articleView(article)] : []));
  if (before) refreshRow(before);
  if (article) {
    refreshRow(article, { isCurrent: true });
    window.scrollTo(0, 0);
  }
  markCurrent();
}

function articleView(article) {
  const bySentence = new Map();
  article.findings.forEach((f, number) => {
    bySentence.set(f[0], [...(bySentence.get(f[0]) || []), findingOf(article, number)]);
  });
  const view = el("article", { "aria-labelledby": "article-title" });
  view.append(articleHead(article));
  if (article.sentences.length) {
    const items = article.sentences.map((s, number) => sentenceView(article, s, bySentence.get(number) || []));
    view.append(el("ol", { class: "sentences" }, items));
  }
  return view;
}

function articleHead(article) {
  const scored = article.quality !== null;
  const facts = [
    el("span", { class: `badge ${article.verdict}` }, article.verdict),
    scored && el("span", {}, "quality ", el("b", {}, String(article.quality))),
    scored && el("span", {}, "machine-translated ", el("b", {}, percent(article.mt))),
    scored && el("span", {}, el("b", {}, String(article.flagged)), ` of ${counted(article.sentences.length, "sentence")} flagged`),
    article.pivot && el("span", {}, "translated through ", el("b", {}, languageName(article.pivot[0])), ` (${percent(article.pivot[1])})`),
    article.left > 0 && el("span", {}, `${counted(article.left, "finding")} left out as decided before`),
    article.published && el("time", { datetime: article.published }, article.published),
    article.title && el("bdi", { class: "name" }, article.name),
  ];
  return el(
    "header",
    {},
    el("p", { class: "back" }, el("button", { type: "button", "data-do": "overview" }, "Back to the list")),
    el("h2", { id: "article-title", tabindex: "-1" }, el("bdi", {}, article.title || article.name)),
    el("p", { class: "facts" }, facts),
    article.skipped && el("p", { class: "note" }, "Skipped: ", el("bdi", {}, article.skipped)),
    article.released !== null && el("p", { class: "note" }, "Released before: ", el("bdi", {}, article.released || "no reason given")),
    article.notes.map((note) => el("p", { class: "note" }, "Note: ", el("bdi", {}, note))),
    scored && articleVerdict(article),
  );
}

/** Buttons to say whether the verdict on the article is right. */
function articleVerdict(article) {
  const own = decisions.get(articleKey(article)) || {};
  const button = (what, text) =>
    el("button", { type: "button", "data-article": what, "aria-pressed": String(own.decision === what) }, text);
  return el(
    "p",
    { class: "verdict-decision", id: "verdict-decision" },
    button("release", "Release: the verdict is wrong"),
    " ",
    button("hold", "Hold: it is right"),
    " ",
    el("button", { type: "button", "data-article": "note" }, own.note ? "Change note" : "Note"),
    own.note && el("span", { class: "own-note" }, " “", el("bdi", {}, own.note), "”"),
  );
}

function sentenceView(article, [start, end, quality, mt, flagged], findings) {
  const kind = flagged ? "flagged" : findings.length ? "minor" : "clean";
  const scores = `${flagged ? "flagged · " : ""}quality ${quality} · machine-translated ${percent(mt)}`;
  return el(
    "li",
    { class: kind },
    el("p", { class: "sentence" }, el("bdi", {}, pieces(article.text, start, end, findings))),
    (flagged || findings.length > 0) && el("p", { class: "scores" }, scores),
    findings.length > 0 && el("ul", { class: "findings" }, findings.map((f) => el("li", { id: `f${f.number}`, class: "finding", tabindex: "-1" }, card(article, f)))),
  );
}

/** The sentence cut at its marks; findings that overlap share one mark. */
function pieces(text, start, end, findings) {
  const parts = [];
  let at = start;
  let group = [];
  let reach = -1;
  const close = () => {
    if (!group.length) return;
    const low = Math.min(end, Math.max(at, group[0].start));
    const high = Math.min(end, Math.max(low, reach));
    const worst = SEVERITIES[Math.max(...group.map((f) => f.severity))];
    const codes = [...new Set(group.map((f) => f.rule))].join(" ");
    parts.push(text.slice(at, low));
    parts.push(el("mark", { class: worst, "data-f": group[0].number }, text.slice(low, high)));
    parts.push(el("span", { class: `code ${worst}` }, codes));
    at = high;
  };
  for (const f of findings) {
    if (group.length && f.start >= reach) {
      close();
      group = [];
    }
    reach = group.length ? Math.max(reach, f.end) : f.end;
    group.push(f);
  }
  close();
  parts.push(text.slice(at, end));
  return parts;
}

function card(article, f) {
  const own = decisions.get(findingKey(article, f.number)) || {};
  const severity = SEVERITIES[f.severity];
  const help = report.rules[f.rule] ? report.rules[f.rule][1] : "";
  return [
    el(
      "p",
      { class: "why" },
      el("span", { class: `severity ${severity}` }, severity),
      " ",
      el("b", { title: help }, f.rule),
      ` ${f.name} `,
      f.line > 0 && el("span", { class: "place" }, `${f.line}:${f.column} `),
      el("bdi", {}, f.message),
    ),
    changeView(article, f, own),
    el(
      "div",
      { class: "row" },
      el("p", { class: "decision" }, decisionButtons(f, own)),
      el("p", { class: `outcome ${own.decision || "none"}` }, outcomeText(own)),
      evidenceView(f),
    ),
  ];
}

/** What would stand there: the words around the span, the span struck out, the wording put in. */
function changeView(article, f, own) {
  const wordings = own.decision === "edit" ? [own.wording] : f.suggestions.slice(0, 3);
  if (!wordings.length || wordings[0] === null || wordings[0] === undefined) return null;
  const [from, to] = article.sentences[f.sentence];
  const low = wordEdge(article.text, Math.max(Math.min(from, f.start), f.start - AROUND), Math.min(from, f.start), -1);
  const high = wordEdge(article.text, Math.min(Math.max(to, f.end), f.end + AROUND), Math.max(to, f.end), 1);
  const before = (low > from ? "…" : "") + article.text.slice(low, f.start);
  const after = article.text.slice(f.end, high) + (high < to ? "…" : "");
  const others = wordings.slice(1).map((wording, n) =>
    el("button", { type: "button", class: "other", "data-f": f.number, "data-use": n + 1 }, "use “", el("bdi", {}, wording || "(nothing)"), "”"),
  );
  return el(
    "p",
    { class: "change" },
    el("span", { class: "unseen" }, "Suggested: "),
    el("bdi", {}, before, el("del", {}, article.text.slice(f.start, f.end)), " ", el("ins", {}, wordings[0] || "(nothing)"), after),
    others.length > 0 && [" ", others],
  );
}

/** Move an offset outwards to the next blank, so that no word is cut; not beyond `limit`. */
function wordEdge(text, offset, limit, by) {
  let at = offset;
  while (at !== limit && !/\s/.test(text[by < 0 ? at - 1 : at])) at += by;
  return at;
}

function evidenceView(f) {
  const rows = Object.entries(f.evidence).map(([name, value]) => {
    const said = Array.isArray(value) ? value.join(", ") : String(value);
    return el("div", {}, el("dt", {}, name.replaceAll("_", " ")), el("dd", {}, el("bdi", {}, said || "none")));
  });
  rows.push(el("div", {}, el("dt", {}, "confidence"), el("dd", {}, percent(f.confidence))));
  return el("details", {}, el("summary", {}, "Evidence"), el("dl", {}, rows));
}

function decisionButtons(f, own) {
  const button = (what, text, key) =>
    el(
      "button",
      { type: "button", "data-f": f.number, "data-decide": what, "aria-pressed": ["accept", "reject", "edit"].includes(what) ? String(own.decision === what) : null },
      text,
      " ",
      el("kbd", { "aria-hidden": "true" }, key),
    );
  return [button("accept", "Accept", "a"), " ", button("reject", "Reject", "r"), " ", button("edit", "Edit", "e"), " ", button("note", "Note", "n")];
}

function outcomeText(own) {
  const said = [];
  if (own.decision === "accept") said.push(own.wording === null || own.wording === undefined ? "Accepted." : "Accepted: ", ...wordingText(own));
  if (own.decision === "edit") said.push("Edited: ", ...wordingText(own));
  if (own.decision === "reject") said.push(`Rejected: ${REASONS[own.reason] || own.reason}.`);
  if (own.note) said.push(said.length ? " Note: “" : "Note: “", el("bdi", {}, own.note), "”");
  return said;
}

function wordingText(own) {
  if (own.wording === null || own.wording === undefined) return [];
  return own.wording === "" ? ["nothing stands there."] : ["“", el("bdi", {}, own.wording), "”."];
}

/** Draw a finding's card anew, keeping the focus. */
function refreshCard(article, number) {
  const place = byId(`f${number}`);
  if (article !== current || !place) return;
  const had = place.contains(document.activeElement);
  place.replaceChildren(...card(article, findingOf(article, number)).filter(Boolean));
  if (had) place.focus({ preventScroll: true });
}

function refreshVerdict(article) {
  const place = byId("verdict-decision");
  if (article === current && place) place.replaceWith(articleVerdict(article));
}

/** Show which finding keys act on, and bring it into view. */
function markCurrent() {
  document.querySelectorAll(".finding.current").forEach((node) => node.classList.remove("current"));
  const place = state.f === "" ? null : byId(`f${state.f}`);
  if (!place) return;
  place.classList.add("current");
  place.focus({ preventScroll: true });
  place.closest("ol > li").scrollIntoView({ block: "center" });
}
