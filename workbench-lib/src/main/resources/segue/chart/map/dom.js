// Everything that comes from the songs becomes text, never markup.

const at = (id) => document.getElementById(id);

function element(tag, attributes = {}, content = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...[content].flat());
  return node;
}

/** A song's words in a box of their own, so that marks of writing direction end with them. */
const words = (tag, attributes, text) => element(tag, { dir: "auto", ...attributes }, text);

const counted = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

/** Says something to screen readers. */
function announce(text) {
  at("announce").textContent = text;
}

const still = matchMedia("(prefers-reduced-motion: reduce)");
