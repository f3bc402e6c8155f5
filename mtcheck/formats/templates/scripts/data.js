/* The articles, as the page holds them. */

const report = JSON.parse(byId("data").textContent);
byId("data").textContent = "";
const articles = report.articles;
const SEVERITIES = ["minor", "major", "critical"];
const VERDICTS = ["fail", "review", "pass", "skipped"];

/** One finding by name, as the JSON has it by place. */
function findingOf(article, number) {
  const [sentence, rule, severity, confidence, start, end, message, suggestions, evidence, line, column] =
    article.findings[number];
  const name = report.rules[rule] ? report.rules[rule][0] : "";
  return { number, sentence, rule, name, severity, confidence, start, end, message, suggestions, evidence, line, column };
}

const flaggedIn = (article) => article.sentences.reduce((sum, s) => sum + s[4], 0);
const worstIn = (article) => article.findings.reduce((worst, f) => Math.max(worst, f[2]), -1);

articles.forEach((article, number) => {
  article.number = number;
  article.flagged = flaggedIn(article);
  article.worst = worstIn(article);
  article.haystack = null;
});

/** Everything of an article that a search looks through, in small letters; made when first needed. */
function haystack(article) {
  if (article.haystack === null) {
    const codes = [...new Set(article.findings.map((f) => f[1]))].map((c) => `${c} ${(report.rules[c] || [""])[0]}`);
    const pivot = article.pivot ? `pivot:${article.pivot[0]}` : "";
    article.haystack = [article.title, article.name, article.text, ...codes, pivot].join("\n").toLowerCase();
  }
  return article.haystack;
}
