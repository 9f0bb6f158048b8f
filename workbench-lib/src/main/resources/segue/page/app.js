// The page: its state is its address, so links, reload and the back button work.
import { howToStartAgain, watch } from "./alive.js";
import { ask } from "./ask.js";
import { searchBox } from "./search.js";
import { personal } from "./taste.js";
import { artistLine, drawResults, drawSong, drawTrouble, drawWaiting } from "./view.js";

const DEFAULTS = { id: null, metric: "euclidean", backend: "auto", n: "10", view: "similar" };
const ALLOWED = {
  metric: ["euclidean", "manhattan", "cosine"],
  backend: ["auto", "scalar", "simd", "gpu"],
  n: ["5", "10", "20"],
  view: ["similar", "dissimilar"],
};
const HEALTH_MILLIS = 2000;

const at = (id) => document.getElementById(id);
const stage = at("stage");
const panel = at("panel");
const trouble = at("trouble");
let state = readAddress();
let loads = 0;
let loading = null;
let shownId = null;
let focusSong = false;

// ---- state and address

function readAddress() {
  const query = new URLSearchParams(location.search);
  const found = { ...DEFAULTS, id: query.get("id") };
  for (const [name, values] of Object.entries(ALLOWED)) {
    if (values.includes(query.get(name))) {
      found[name] = query.get(name);
    }
  }
  return found;
}

function addressOf(wanted) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== null && value !== DEFAULTS[name]) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text === "" ? "./" : `./?${text}`;
}

/** Makes a song the start, and moves the focus to it, since what was chosen from goes away. */
function start(id) {
  if (id === shownId) {
    at("song-name").focus();
  } else {
    focusSong = true;
    go({ id });
  }
}

function go(change) {
  const next = { ...state, ...change };
  if (addressOf(next) === addressOf(state)) {
    return;
  }
  state = next;
  history.pushState(null, "", addressOf(state));
  load();
}

// ---- what is shown

async function load() {
  const number = ++loads;
  loading?.abort();
  drawControls();
  trouble.hidden = true;
  document.body.classList.toggle("landing", state.id === null);
  stage.hidden = state.id === null;
  if (state.id === null) {
    document.title = "Segue";
    shownId = null;
    return;
  }
  if (shownId === null) {
    drawWaiting(at("results"), at("song"), Number(state.n));
  }
  panel.setAttribute("aria-busy", "true");
  loading = new AbortController();
  try {
    const answer = await ask(
      "api/recommend",
      {
        id: state.id,
        n: state.n,
        metric: state.metric,
        backend: state.backend,
        dissimilar: state.view === "dissimilar",
        ...personal(),
      },
      loading.signal,
    );
    if (number === loads) {
      drawAnswer(answer);
    }
  } catch (cause) {
    if (number === loads && cause.name !== "AbortError") {
      drawFailure(cause);
    }
  } finally {
    if (number === loads) {
      panel.setAttribute("aria-busy", "false");
    }
  }
}

function drawAnswer(answer) {
  document.title = `${answer.song.name} – ${artistLine(answer.song)} · Segue`;
  if (shownId !== answer.song.id) {
    drawSong(at("song"), answer.song);
    window.scrollTo({ top: 0 });
  }
  if (focusSong) {
    at("song-name").focus({ preventScroll: true });
    focusSong = false;
  }
  shownId = answer.song.id;
  panel.dataset.view = state.view;
  drawResults(at("results"), answer, (id) => addressOf({ ...state, id }), start);
  document.dispatchEvent(new CustomEvent("segue:answer", { detail: { answer, state } }));
  const took = answer.micros < 1000 ? `${answer.micros} µs` : `${(answer.micros / 1000).toFixed(1)} ms`;
  at("summary").textContent =
    answer.results.length === 0
      ? "The catalogue has no other recording."
      : `${answer.results.length} of ${songsInAll.toLocaleString("en")} songs, ${answer.metric} distance, found in ${took} by ${answer.backend}. 100% alike: all features are equal.`;
}

function drawFailure(cause) {
  at("results").replaceChildren();
  at("summary").textContent = "";
  if (shownId !== state.id) {
    at("song").replaceChildren();
    shownId = null;
  }
  if (cause.gone) {
    serverGone();
  } else if (cause.code === "unknown_id") {
    const hint = "The link may come from another catalogue. Search for the song above.";
    drawTrouble(trouble, { message: "This catalogue has no such song.", hint });
  } else {
    drawTrouble(trouble, cause, load);
  }
}

function drawControls() {
  for (const name of ["metric", "backend", "n"]) {
    const wanted = name === "backend" && state.backend !== "gpu" ? "auto" : state[name];
    at("controls").querySelector(`input[name="${name}"][value="${wanted}"]`).checked = true;
  }
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const chosen = tab.dataset.view === state.view;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  panel.setAttribute("aria-labelledby", `tab-${state.view}`);
}

let songsInAll = 0;

async function drawStatus() {
  try {
    const status = await ask("api/status", {});
    songsInAll = status.catalog.songs;
    at("catalog").textContent = `${songsInAll.toLocaleString("en")} songs · ${status.catalog.source}`;
    const gpu = status.backends.find((backend) => backend.name === "gpu");
    const reason = gpu?.reason ?? "";
    at("gpu").disabled = !gpu?.available;
    at("gpu-reason").textContent = `GPU is off: ${reason}`;
    at("gpu-reason").hidden = reason === "";
    at("gpu-label").title = reason;
  } catch (cause) {
    if (cause.gone) {
      serverGone();
    } else {
      at("catalog").textContent = cause.message;
    }
  }
}

// ---- the server is gone, and comes back

let watching = 0;

function serverGone() {
  const gone = at("gone");
  gone.textContent =
    `Segue does not answer any more. ${howToStartAgain}; this page goes on by itself when it is back.`;
  gone.hidden = false;
  clearTimeout(watching);
  watching = setTimeout(async () => {
    try {
      await ask("health", {}, undefined, 0);
    } catch {
      serverGone();
      return;
    }
    gone.hidden = true;
    refresh();
  }, HEALTH_MILLIS);
}

// ---- wiring

searchBox({
  find: async (text, signal) => (await ask("api/search", { q: text, limit: 8 }, signal)).results,
  choose: (song) => start(song.id),
  failed: (cause) => {
    if (cause.gone) {
      serverGone();
    } else if (cause.name !== "AbortError") {
      at("announce").textContent = cause.message;
    }
  },
});

at("controls").addEventListener("change", (event) => go({ [event.target.name]: event.target.value }));
at("controls").addEventListener("submit", (event) => event.preventDefault());

for (const tab of document.querySelectorAll("[role=tab]")) {
  tab.addEventListener("click", () => go({ view: tab.dataset.view }));
  tab.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const other = tab.dataset.view === "similar" ? "dissimilar" : "similar";
      at(`tab-${other}`).focus();
      go({ view: other });
    }
  });
}

at("home").addEventListener("click", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go({ ...DEFAULTS });
  }
});

document.addEventListener("segue:again", load);
window.addEventListener("popstate", () => {
  state = readAddress();
  load();
});

async function refresh() {
  await drawStatus();
  await load();
}

watch(() => !at("gone").hidden, serverGone);
refresh();
