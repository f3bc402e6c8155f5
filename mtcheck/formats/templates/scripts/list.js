/* The list of articles: filtered, sorted, and put on the page a window at a time. */

const WINDOW = 60;
const list = byId("list");
const more = el("li", { class: "more", "aria-hidden": "true" });
let matching = [];
let shown = 0;

const SORTS = {
  mt: (a, b) => (b.mt ?? -1) - (a.mt ?? -1),
  findings: (a, b) => b.findings.length - a.findings.length,
  flagged: (a, b) => b.flagged - a.flagged,
  newest: (a, b) => b.published.localeCompare(a.published),
  title: (a, b) => (a.title || a.name).localeCompare(b.title || b.name),
};

function isMatching(article) {
  if (state.verdict && article.verdict !== state.verdict) return false;
  if (state.source && article.source !== state.source) return false;
  if (state.severity && article.worst < SEVERITIES.indexOf(state.severity)) return false;
  if (state.rule && !article.findings.some((f) => f[1].startsWith(state.rule))) return false;
  if (state.q && !haystack(article).includes(state.q.toLowerCase())) return false;
  if (!state.state) return true;
  const { done, rejected } = standing(article);
  if (state.state === "open") return done < article.findings.length;
  if (state.state === "done") return article.findings.length > 0 && done === article.findings.length;
  return rejected > 0;
}

function showList() {
  matching = articles.filter(isMatching);
  if (SORTS[state.sort]) matching.sort((a, b) => SORTS[state.sort](a, b) || a.number - b.number);
  shown = 0;
  list.replaceChildren();
  showMore();
  const text = matching.length === articles.length ? counted(articles.length, "article") : `${matching.length} of ${counted(articles.length, "article")}`;
  byId("matches").textContent = matching.length ? text : `${text}: none matches these filters`;
}

/** Append the next window; the last item, once it comes near, calls for another. */
function showMore() {
  more.remove();
  const next = matching.slice(shown, shown + WINDOW).map(row);
  shown += next.length;
  list.append(...next);
  if (shown < matching.length) list.append(more);
}

function row(article) {
  const { done } = standing(article);
  const facts = [
    el("span", { class: `badge ${article.verdict}` }, article.verdict),
    article.quality !== null && el("span", {}, `quality ${article.quality}`),
    article.mt !== null && el("span", {}, `MT ${percent(article.mt)}`),
    article.flagged > 0 && el("span", {}, `${article.flagged} flagged`),
    article.findings.length > 0 && el("span", { class: "decided" }, `${done}/${article.findings.length} decided`),
  ];
  const link = el(
    "a",
    { href: addressOf(article), "aria-current": String(article.number) === state.a ? "true" : null, "data-a": article.number },
    el("bdi", { class: "title" }, article.title || article.name),
    " ",
    article.title && el("bdi", { class: "name" }, article.name),
    " ",
    el("span", { class: "facts" }, facts.filter(Boolean).flatMap((fact) => [fact, " "])),
  );
  return el("li", {}, link);
}

function addressOf(article) {
  const given = Object.entries({ ...state, a: String(article.number), f: "" }).filter(([, value]) => value !== "");
  return `#${new URLSearchParams(given)}`;
}

/** Make the row of an article say what holds now; bring it onto the page if it is to be seen. */
function refreshRow(article, { isCurrent = false } = {}) {
  const place = matching.indexOf(article);
  while (isCurrent && place >= shown && shown < matching.length) showMore();
  const old = list.querySelector(`a[data-a="${article.number}"]`);
  if (!old) return;
  const fresh = row(article);
  old.parentElement.replaceWith(fresh);
  if (isCurrent) fresh.scrollIntoView({ block: "nearest" });
}

new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && showMore(), { rootMargin: "400px" }).observe(more);
