// Single keys, for those who want them; the dialog says which, and turns them off.
import { element } from "./element.js";

const STORED_AS = "segue.keys";

/** @param keys `{ key, says, does }`; `does` gets the event and may be missing where the key is told but handled elsewhere */
export function shortcuts(keys) {
  const dialog = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  try {
    on.checked = localStorage.getItem(STORED_AS) !== "off";
  } catch {
    // a browser may forbid storage: then the choice lasts until the page is left
  }
  on.addEventListener("change", () => {
    try {
      localStorage.setItem(STORED_AS, on.checked ? "on" : "off");
    } catch {
      // see above
    }
  });
  document.getElementById("keys-list").replaceChildren(
    ...keys.map(({ key, says }) =>
      element("div", {}, [element("dt", {}, element("kbd", {}, key)), element("dd", {}, says)]),
    ),
  );
  document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());
  const does = new Map(keys.filter((one) => one.does).map((one) => [one.key, one.does]));
  does.set("?", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]");
    if (on.checked && !typing && !dialog.open && !event.ctrlKey && !event.metaKey && !event.altKey && does.has(event.key)) {
      event.preventDefault();
      does.get(event.key)(event);
    }
  });
}
