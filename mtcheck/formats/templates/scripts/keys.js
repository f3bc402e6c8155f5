/* Moving and deciding by key. */

const isTyping = (node) => node.matches("input:not([type=checkbox]), textarea, select");

function goTo(article, number, { asStep = false } = {}) {
  const isOther = state.a !== String(article.number);
  state.a = String(article.number);
  state.f = number === undefined || number < 0 ? "" : String(number);
  writeState({ asStep: asStep || isOther });
  showArticle();
  if (state.f === "" && isOther) byId("article-title").focus();
}

/** Go to the next (1) or previous (-1) finding; from the end of an article to the next one that has any. */
function step(by) {
  const article = current;
  const next = article && state.f !== "" ? Number(state.f) + by : by > 0 ? 0 : article ? article.findings.length - 1 : 0;
  if (article && next >= 0 && next < article.findings.length) return goTo(article, next);
  const place = article ? matching.indexOf(article) : by > 0 ? -1 : matching.length;
  for (let n = place + by; n >= 0 && n < matching.length; n += by) {
    const other = matching[n];
    if (other.findings.length) return goTo(other, by > 0 ? 0 : other.findings.length - 1);
  }
  say(by > 0 ? "No further finding." : "No earlier finding.");
}

function stepArticle(by) {
  const place = current ? matching.indexOf(current) : by > 0 ? -1 : matching.length;
  const other = matching[place + by];
  if (other) goTo(other);
  else say(by > 0 ? "No further article." : "No earlier article.");
}

/** Decide about the finding that keys act on, and go on to the next. */
function onCurrent(action, { goesOn = false } = {}) {
  if (!current || state.f === "") return say("No finding is chosen: press j.");
  action(current, Number(state.f));
  if (goesOn) step(1);
}

function overview() {
  state.a = state.f = "";
  writeState({ asStep: true });
  showArticle();
  byId("main").focus();
}

function openDialog(id) {
  document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
  byId(id).showModal();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "]": () => stepArticle(1),
  "[": () => stepArticle(-1),
  a: () => onCurrent((article, n) => { accept(article, n); say("Accepted."); }, { goesOn: true }),
  r: () => onCurrent(askReason),
  e: () => onCurrent(askEdit),
  n: () => (current && state.f === "" ? askNote(current) : onCurrent(askNote)),
  u: undoLast,
  v: () => current && judgeArticle(current, (decisions.get(articleKey(current)) || {}).decision === "release" ? "hold" : "release"),
  "/": () => { byId("q").focus(); byId("q").select(); },
  o: overview,
  x: () => openDialog("decisions"),
  "?": () => openDialog("help"),
};

function reasonByKey(key) {
  const reasons = document.querySelector(".finding.current .reasons");
  const reason = Object.keys(REASONS)[Number(key) - 1];
  if (!reasons || !reason) return false;
  onCurrent((article, n) => { reject(article, n, reason); say(`Rejected: ${REASONS[reason]}.`); }, { goesOn: true });
  return true;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape") {
    document.querySelectorAll(".reasons").forEach((node) => node.remove());
    if (isTyping(event.target)) event.target.blur();
    return;
  }
  if (isTyping(event.target) || !byId("keys").checked) return;
  if (reasonByKey(event.key)) return event.preventDefault();
  const action = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
  if (!action) return;
  event.preventDefault();
  action();
}
