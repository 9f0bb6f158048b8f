// Makes elements. Whatever comes from data becomes text, never markup.
export function element(tag, attributes = {}, content = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...[content].flat());
  return node;
}
