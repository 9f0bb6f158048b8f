// The page: what is asked is its address (state.js), and this brings the answers.
import { howToStartAgain, watch } from "./alive.js";
import { ask } from "./ask.js";
import { shortcuts } from "./keys.js";
import { beginning, drawRecent, forgetAll, remember } from "./recent.js";
import { searchBox } from "./search.js";
import { share } from "./share.js";
import { DEFAULTS, FILTERS, addressOf, questionOf, readAddress, steered, unsteered } from "./state.js";
import { drawForm, drawKnown, drawSteering, steeringForm } from "./steer.js";
import { personal } from "./taste.js";
import { artistLine, drawNone, drawResults, drawSong, drawTrouble, drawWaiting, leftOutLine } from "./view.js";

const HEALTH_MILLIS = 2000;
const BUSY_MILLIS = 1200;
const BUSY_TRIES = 4;

const at = (id) => document.getElementById(id);
const panel = at("panel");
const songs = new Map();
let state = readAddress();
let catalog = { songs: 0, source: null };
let loads = 0;
let loading = null;
let shown = null;
let focusSong = false;
let focusAfter = null;
let dialed = false;

// ---- going from state to state

function go(change, { replace = false } = {}) {
  const next = { ...state, ...change };
  if (addressOf(next) === addressOf(state)) {
    return;
  }
  state = next;
  // What a dial passes on its way is no place to go back to.
  history[replace && dialed ? "replaceState" : "pushState"](null, "", addressOf(state));
  dialed = replace;
  load();
}

/** Makes a song the start, and moves the focus to it, since what was chosen from goes away. */
function start(id) {
  if (id === shown?.song.id && state.more.length + state.less.length === 0) {
    at("song-name").focus();
  } else {
    focusSong = true;
    go({ id, more: [], less: [] });
  }
}

/** More or less like a song that is shown; the focus stays at the same place of the list. */
function steer(side, id, button) {
  const place = [...at("results").children].indexOf(button.closest(".result"));
  focusAfter = () => at("results").children[place]?.querySelector(`[data-side="${side}"]`) ?? panel;
  go(steered(state, side, id));
}

function unsteer(change) {
  focusAfter = () => at("steering").querySelector("button") ?? panel;
  go(change);
}

const unfiltered = () => Object.fromEntries(FILTERS.map((name) => [name, DEFAULTS[name]]));
const isSteered = () => addressOf({ ...state, ...unfiltered(), more: [], less: [] }) !== addressOf(state);
const reset = () => unsteer({ ...unfiltered(), more: [], less: [] });
const hrefOf = (id) => addressOf({ ...state, id, more: [], less: [] });

// ---- what is shown

async function load() {
  const number = ++loads;
  loading?.abort();
  drawControls();
  at("trouble").hidden = true;
  at("none").hidden = true;
  const landing = state.id === null;
  document.body.classList.toggle("landing", landing);
  at("stage").hidden = landing;
  if (landing) {
    document.title = "Segue";
    shown = null;
    drawRecent(catalog.source, hrefOf, start);
    return;
  }
  if (shown === null) {
    drawWaiting(at("results"), at("song"), Number(state.n));
  }
  panel.setAttribute("aria-busy", "true");
  loading = new AbortController();
  try {
    const answer = await askPatiently(loading.signal);
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
      at("waiting").hidden = true;
    }
  }
}

/** Asks again where the server is busy, and says so. */
async function askPatiently(signal) {
  for (let tries = 1; ; tries++) {
    try {
      return await ask("api/recommend", { ...questionOf(state), ...personal() }, signal, 0);
    } catch (cause) {
      if (!["busy", "overdue"].includes(cause.code) || tries === BUSY_TRIES) {
        throw cause;
      }
      at("waiting").textContent = `Many are asking just now. Asking again (${tries} of ${BUSY_TRIES - 1}) …`;
      at("waiting").hidden = false;
      await new Promise((resolve) => setTimeout(resolve, BUSY_MILLIS));
      signal.throwIfAborted();
    }
  }
}

function drawAnswer(answer) {
  const before = shown;
  shown = answer;
  for (const song of [answer.song, ...answer.more, ...answer.less, ...answer.results]) {
    songs.set(song.id, song);
  }
  document.title = `${answer.song.name} – ${artistLine(answer.song)} · Segue`;
  if (before?.song.id !== answer.song.id) {
    drawSong(at("song"), answer.song, (button) => share(button, document.title, announce));
    window.scrollTo({ top: 0 });
    remember(answer.song, catalog.source);
  }
  panel.dataset.view = state.view;
  drawResults(at("results"), answer, { hrefOf, open: start, steer });
  drawChips();
  if (answer.results.length === 0) {
    drawNone(at("none"), answer.notes, isSteered() ? reset : null);
  }
  at("summary").textContent = summaryOf(answer);
  at("left-out").textContent = leftOutLine(answer.leftOut);
  document.dispatchEvent(new CustomEvent("segue:answer", { detail: { answer, state } }));
  announce(newsOf(answer, before));
  moveFocus();
}

function summaryOf(answer) {
  const took = answer.micros < 1000 ? `${answer.micros} µs` : `${(answer.micros / 1000).toFixed(1)} ms`;
  return answer.results.length === 0
    ? ""
    : `${answer.results.length} of ${catalog.songs.toLocaleString("en")} songs, ${answer.metric} distance, found in ${took} by ${answer.backend}. 100% alike: all features are equal. In the small bars the line is the start.`;
}

/** How many songs there are, and how many of them were not there before. */
function newsOf(answer, before) {
  const old = new Set((before?.results ?? []).map(({ id }) => id));
  const fresh = answer.results.filter(({ id }) => !old.has(id)).length;
  const kind = answer.dissimilar ? "most different from" : "most similar to";
  const starts = [answer.song, ...answer.more].map(({ name }) => name).join(" and ");
  const less = answer.less.length === 0 ? "" : `, less like ${answer.less.map(({ name }) => name).join(" and ")}`;
  const changed = before === null ? "" : fresh === 0 ? " The songs are the same." : ` ${fresh} of them are new.`;
  return answer.results.length === 0
    ? `No song is left. ${answer.notes.join(" ")}`
    : `${answer.results.length} songs ${kind} ${starts}${less}.${changed}`;
}

function moveFocus() {
  if (focusSong) {
    at("song-name").focus({ preventScroll: true });
  } else if (focusAfter !== null) {
    focusAfter().focus({ preventScroll: true });
  }
  focusSong = false;
  focusAfter = null;
}

function announce(text) {
  at("announce").textContent = text;
}

function drawFailure(cause) {
  at("results").replaceChildren();
  at("summary").textContent = "";
  at("left-out").textContent = "";
  if (shown?.song.id !== state.id) {
    at("song").replaceChildren();
  }
  shown = null;
  focusAfter = null;
  if (cause.gone) {
    serverGone();
  } else if (cause.code === "unknown_id") {
    const hint = "The link may come from another catalogue. Search for the song above.";
    drawTrouble(at("trouble"), { message: "This catalogue has no such song.", hint });
  } else {
    drawTrouble(at("trouble"), cause, load);
  }
}

function drawControls() {
  drawForm(state);
  drawChips();
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const chosen = tab.dataset.view === state.view;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
  }
  panel.setAttribute("aria-labelledby", `tab-${state.view}`);
}

function drawChips() {
  drawSteering(state, songs, { remove: (id) => unsteer(unsteered(state, id)), change: unsteer, reset });
}

async function drawStatus() {
  try {
    const status = await ask("api/status");
    catalog = status.catalog;
    at("catalog").textContent = `${catalog.songs.toLocaleString("en")} songs · ${catalog.source}`;
    drawKnown(catalog);
    at("example-songs").replaceChildren(...status.examples.map((song) => beginning(song, hrefOf, start)));
    at("examples").hidden = status.examples.length === 0;
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

const search = searchBox({
  find: async (text, signal) => (await ask("api/search", { q: text, limit: 8 }, signal)).results,
  choose: (song) => start(song.id),
  failed: (cause) => {
    if (cause.gone) {
      serverGone();
    } else if (cause.name !== "AbortError") {
      announce(cause.message);
    }
  },
});

steeringForm(go);

for (const tab of document.querySelectorAll("[role=tab]")) {
  tab.addEventListener("click", () => show(tab.dataset.view));
  tab.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      const other = tab.dataset.view === "similar" ? "dissimilar" : "similar";
      at(`tab-${other}`).focus();
      show(other);
    }
  });
}

function show(view) {
  if (state.id !== null) {
    go({ view });
  }
}

/** The song of the list that has the focus, or none. */
const focused = () => document.activeElement.closest?.(".result") ?? null;

function step(by) {
  const list = [...at("results").querySelectorAll(".result:not(.ghost)")];
  const next = list[Math.min(list.length - 1, Math.max(0, list.indexOf(focused()) + by))];
  next?.querySelector(".name").focus();
}

const press = (selector) => focused()?.querySelector(selector)?.click();

shortcuts([
  { key: "/", says: "Search", does: () => search.focus() },
  { key: "j", says: "Next song", does: () => step(1) },
  { key: "k", says: "Song before", does: () => step(-1) },
  { key: "Enter", says: "Start from the song" },
  { key: "m", says: "More like the song", does: () => press('[data-side="more"]') },
  { key: "l", says: "Less like the song", does: () => press('[data-side="less"]') },
  { key: "d", says: "Details of the song", does: () => press("summary") },
  { key: "s", says: "Most similar", does: () => show("similar") },
  { key: "x", says: "Most different", does: () => show("dissimilar") },
  { key: "o", says: "Options", does: () => state.id !== null && at("fold").click() },
  { key: "c", says: "Copy the address", does: () => at("share")?.click() },
  { key: "t", says: "Light or dark", does: () => at("theme").click() },
  { key: "?", says: "These keys" },
]);

at("recent-clear").addEventListener("click", () => {
  forgetAll();
  drawRecent(catalog.source, hrefOf, start);
  search.focus();
});

at("home").addEventListener("click", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go({ ...DEFAULTS });
  }
});

document.addEventListener("segue:again", load);
window.addEventListener("popstate", () => {
  state = readAddress();
  dialed = false;
  load();
});

async function refresh() {
  await drawStatus();
  await load();
}

watch(() => !at("gone").hidden, serverGone);
refresh();
