/* What is looked at: filters, order, article and finding. It lives in the address, so that it can be sent and comes back. */

const FILTERS = ["q", "verdict", "rule", "severity", "source", "state", "sort"];
const state = Object.fromEntries([...FILTERS, "a", "f"].map((name) => [name, ""]));

function readState() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const name of Object.keys(state)) state[name] = given.get(name) || "";
  if (articles.length === 1 && !location.hash) state.a = "0";
  if (!articles[state.a]) state.a = state.f = "";
  if (state.a === "" || !articles[state.a].findings[state.f]) state.f = "";
}

/** Write the state to the address; opening an article or leaving it can be taken back with the browser's Back. */
function writeState({ asStep = false } = {}) {
  const given = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== ""));
  const hash = `#${given}`;
  if (hash === location.hash || (hash === "#" && !location.hash)) return;
  history[asStep ? "pushState" : "replaceState"](null, "", hash);
}
