/* Decisions: one for a finding or an article, kept in this browser. */

const PLACE = `mtcheck:${report.id}`;
const decisions = new Map();
const past = [];
const total = articles.reduce((sum, a) => sum + a.findings.length, 0);
let decided = 0;
let isKept = true;

const articleKey = (article) => [article.source, article.id].join("\u0001");

function findingKey(article, number) {
  const f = article.findings[number];
  return [article.source, article.id, f[1], f[4], f[5]].join("\u0001");
}

const isDecided = (decision) => Boolean(decision && decision.decision);
const isFinding = (key) => key.split("\u0001").length > 2;

/** Put a decision (null: none) in the place of what was there, so that it can be undone. */
function decide(key, decision, { isUndo = false } = {}) {
  const before = decisions.get(key) || null;
  if (!isUndo) past.push([key, before]);
  if (isFinding(key)) decided += isDecided(decision) - isDecided(before);
  if (decision && (decision.decision || decision.note)) decisions.set(key, decision);
  else decisions.delete(key);
  keep();
}

function undo() {
  const step = past.pop();
  if (step) decide(step[0], step[1], { isUndo: true });
  return step ? step[0] : null;
}

function keep() {
  try {
    localStorage.setItem(PLACE, JSON.stringify([...decisions]));
    isKept = true;
  } catch {
    isKept = false;
  }
}

function restore() {
  try {
    for (const [key, decision] of JSON.parse(localStorage.getItem(PLACE) || "[]")) decisions.set(key, decision);
  } catch {
    isKept = false;
  }
  decided = [...decisions].filter(([key, d]) => isFinding(key) && isDecided(d)).length;
}

/** How many findings of an article are decided, and how many of these rejected. */
function standing(article) {
  let done = 0;
  let rejected = 0;
  article.findings.forEach((_, number) => {
    const decision = decisions.get(findingKey(article, number));
    done += isDecided(decision);
    rejected += Boolean(decision && decision.decision === "reject");
  });
  return { done, rejected };
}
