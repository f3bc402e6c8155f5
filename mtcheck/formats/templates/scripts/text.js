/* Text made safe to look at, and elements made of text nodes only. */

const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** Return `text` with control, direction and invisible characters as escapes. */
function visible(text) {
  return text.replace(UNSEEN, (c) => {
    const code = c.codePointAt(0);
    if (code <= 0xff) return "\\x" + code.toString(16).padStart(2, "0");
    return code <= 0xffff ? "\\u" + code.toString(16).padStart(4, "0") : "\\U" + code.toString(16).padStart(8, "0");
  });
}

/** Make an element. Strings among the children become text; null and false are left out. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false && value !== undefined) node.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(2)) {
    if (child !== null && child !== false && child !== undefined) {
      node.append(typeof child === "string" ? visible(child) : child);
    }
  }
  return node;
}

const byId = (id) => document.getElementById(id);
const percent = (share) => `${Math.round(100 * share)} %`;
const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;

/** Return the English name of a language, or its code where the browser has none. */
function languageName(code) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** Number of code points before a UTF-16 offset: what mtcheck's own offsets count. */
function codePoints(text, offset) {
  let count = 0;
  for (let i = 0; i < offset; i += text.codePointAt(i) > 0xffff ? 2 : 1) count += 1;
  return count;
}
