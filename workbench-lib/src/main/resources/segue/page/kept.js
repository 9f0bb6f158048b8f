// What the page keeps of its visitors, and whether this one wants that.
import { ask, tell } from "./ask.js";

const SWITCH = "segue.keep";

let asked = null;

/** Where feedback is kept: `{on, place}`; `on` is false where none is. */
export function feedback() {
  asked ??= ask("api/status").then(
    (status) => status.feedback ?? { on: false },
    () => {
      asked = null;
      return { on: false };
    },
  );
  return asked;
}

/** On one's own machine searches and plays are kept unless one says no; anywhere else only if one says yes. */
export function keepsSearches() {
  let chosen = null;
  try {
    chosen = localStorage.getItem(SWITCH);
  } catch {
    // a browser may forbid storage: then what is usual holds
  }
  return chosen === null ? ["127.0.0.1", "localhost", "[::1]"].includes(location.hostname) : chosen === "yes";
}

export function keepSearches(wanted) {
  try {
    localStorage.setItem(SWITCH, wanted ? "yes" : "no");
  } catch {
    // see keepsSearches()
  }
}

/** Has something kept if the visitor wants that. It is no more than a note: where it fails, nothing is said. */
async function note(path, body) {
  if (keepsSearches() && (await feedback()).on) {
    tell(path, body, { retries: 0 }).catch(() => {});
  }
}

document.addEventListener("segue:chosen", ({ detail }) => {
  if (detail.typed) {
    note("api/searches", { typed: detail.typed.slice(0, 200) });
  }
});

document.addEventListener("segue:played", ({ detail }) => note("api/plays", { song: detail.song }));
