// Plays the songs that the music folder has: a button in each card, and a bar at the bottom. Without a folder nothing appears.
import { ask, Refusal, tell } from "./ask.js";
import { artistLine, element } from "./view.js";

const LAST = "segue.lastPlayed";
const FOLLOW = "segue.follow";
const COUNTS_AFTER_SECONDS = 5;
const LOOK_AGAIN_MILLIS = 1500;
const BUSY_RETRIES = 5;
const SHAPES = {
  play: "M7 4.5v15l12.5-7.5z",
  pause: "M6.5 4.5h4v15h-4zM13.5 4.5h4v15h-4z",
  stop: "M6 6h12v12H6z",
  next: "M5 5v14l9.5-7zM16 5h3v14h-3z",
  close: "M6.3 4.9 12 10.6l5.7-5.7 1.4 1.4-5.7 5.7 5.7 5.7-1.4 1.4-5.7-5.7-5.7 5.7-1.4-1.4 5.7-5.7-5.7-5.7z",
  volume: "M4 9.5v5h3.5l5 4.5V5l-5 4.5zM15 8.2a5 5 0 0 1 0 7.6z",
};

const audio = new Audio();
let source = "";
let songs = new Map();
let playable = new Set();
let current = null;
let bar = null;
let heardSeconds = 0;
let lastTime = 0;
let counted = false;
let playsAreKept = true;
let tried = 0;
const played = new Set();

// ---- storage, which a browser may forbid

function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // then it is forgotten with the page
  }
}

// ---- small things

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

function button(shape, label, press) {
  const made = element("button", { type: "button", class: `player-${shape}`, "aria-label": label, title: label }, icon(shape));
  made.addEventListener("click", press);
  return made;
}

function clock(seconds) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, String(whole % 60).padStart(2, "0")];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** Leads the page to a song as a link would, without leaving it, so that what plays goes on. */
function goTo(id, how) {
  const query = new URLSearchParams(location.search);
  query.set("id", id);
  history[how](null, "", `./?${query}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

const address = (id, as) => `api/audio?id=${encodeURIComponent(id)}${as === undefined ? "" : `&as=${as}`}`;

// ---- the bar

function makeBar() {
  const at = (name) => element("span", { class: name, "aria-hidden": "true" }, "0:00");
  bar = {
    root: element("section", { class: "player", id: "player", "aria-label": "Player", hidden: "" }),
    name: element("a", { class: "player-name", href: "./" }),
    by: element("span", { class: "player-by" }),
    toggle: button("play", "Play", toggle),
    stop: button("stop", "Stop", stop),
    next: button("next", "Next song of the list", next),
    elapsed: at("player-elapsed"),
    total: at("player-total"),
    seek: element("input", { type: "range", class: "player-seek", min: "0", max: "0", step: "0.1", value: "0", "aria-label": "Position" }),
    volume: element("input", { type: "range", class: "player-volume", min: "0", max: "1", step: "0.05", value: "1", "aria-label": "Volume" }),
    follow: element("input", { type: "checkbox", role: "switch", id: "player-follow" }),
    trouble: element("p", { class: "player-trouble", role: "alert", hidden: "" }),
    state: element("p", { class: "unseen", role: "status" }),
  };
  bar.name.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && current !== null) {
      event.preventDefault();
      goTo(current.id, "pushState");
    }
  });
  bar.seek.addEventListener("input", () => seekTo(Number(bar.seek.value)));
  bar.seek.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      seekTo(audio.currentTime + (audio.duration < 30 ? step / 5 : step));
    }
  });
  bar.volume.addEventListener("input", () => {
    audio.volume = Number(bar.volume.value);
  });
  bar.follow.checked = stored(FOLLOW) === "true";
  bar.follow.addEventListener("change", () => {
    store(FOLLOW, String(bar.follow.checked));
    follow();
  });
  bar.root.append(
    element("div", { class: "player-song" }, [bar.name, bar.by]),
    element("div", { class: "player-buttons" }, [bar.toggle, bar.stop, bar.next]),
    element("div", { class: "player-time" }, [bar.elapsed, bar.seek, bar.total]),
    element("label", { class: "player-loudness" }, [icon("volume"), bar.volume]),
    element("label", { class: "player-follow", title: "The results go to the song that plays; when it ends, the next one begins." }, [
      bar.follow,
      element("span", {}, "Follow what I play"),
    ]),
    button("close", "Close the player", close),
    bar.trouble,
    bar.state,
  );
  document.body.append(bar.root);
}

function open() {
  if (bar === null) {
    makeBar();
  }
  bar.root.hidden = false;
  document.body.classList.add("has-player");
}

function close() {
  stop();
  const id = current?.id;
  current = null;
  bar.root.hidden = true;
  document.body.classList.remove("has-player");
  if ("mediaSession" in navigator) {
    navigator.mediaSession.metadata = null;
  }
  draw();
  // The focus does not fall off the page with the bar.
  document.querySelector(`.play[data-id="${CSS.escape(id ?? "")}"]`)?.focus();
}

// ---- playing

function play(song) {
  open();
  if (current?.id !== song.id) {
    current = song;
    heardSeconds = 0;
    counted = false;
    tried = 0;
    load(address(song.id), 0);
    metadata(song);
  } else if (audio.error !== null || current.trouble) {
    tried = 0;
    load(address(song.id), 0);
  } else {
    start();
  }
  draw();
}

function load(from, seconds) {
  say(null);
  lastTime = seconds;
  audio.src = from;
  if (seconds > 0) {
    audio.currentTime = seconds;
  }
  start();
}

function start() {
  // What hinders it is told by the event `error`, but for a browser that wants a click first.
  audio.play().catch((cause) => {
    if (cause.name === "NotAllowedError") {
      draw();
    }
  });
}

function toggle() {
  if (current === null) {
    return;
  }
  if (audio.paused || current.trouble) {
    play(current);
  } else {
    audio.pause();
  }
}

function stop() {
  audio.pause();
  if (audio.readyState > 0) {
    audio.currentTime = 0;
  }
  draw();
}

function seekTo(seconds) {
  if (Number.isFinite(audio.duration)) {
    audio.currentTime = Math.min(Math.max(0, seconds), audio.duration);
    lastTime = audio.currentTime;
    drawTime();
  }
}

/** The first song of the list that was not played yet; the one after this one where all were. */
function next() {
  const list = [...songs.values()].filter((song) => playable.has(song.id) && song.id !== current?.id);
  const song = list.find((one) => !played.has(one.id)) ?? list[0];
  if (song !== undefined) {
    play(song);
  }
}

function follow() {
  if (bar.follow.checked && current !== null && new URLSearchParams(location.search).get("id") !== current.id) {
    goTo(current.id, "replaceState");
  }
}

/** A browser says only that it cannot play: the server knows why, or has a copy that every browser plays. */
async function failed() {
  if (current === null || audio.error === null) {
    return;
  }
  const { id } = current;
  const seconds = audio.currentTime;
  const asCopy = audio.src.includes("&as=wav");
  let trouble = "This browser cannot play it.";
  try {
    const response = await fetch(asCopy ? address(id, "wav") : address(id), { headers: { Range: "bytes=0-0" } });
    if (current?.id !== id) {
      return;
    }
    if (response.ok && !asCopy) {
      load(address(id, "wav"), seconds);
      return;
    }
    if (response.status === 503 && tried < BUSY_RETRIES) {
      tried++;
      setTimeout(() => current?.id === id && load(address(id), seconds), 1000 * (Number(response.headers.get("Retry-After")) || 1));
      return;
    }
    if (!response.ok) {
      trouble = (await response.json()).error.message;
    }
  } catch {
    trouble = "The server does not answer.";
  }
  if (current?.id === id) {
    say(trouble);
  }
}

function say(trouble) {
  current.trouble = trouble;
  bar.trouble.textContent = trouble ?? "";
  bar.trouble.hidden = trouble === null;
  draw();
}

/** A song counts as played after five seconds, or at its end. */
async function count() {
  counted = true;
  if (!playsAreKept) {
    return;
  }
  try {
    await tell("api/plays", { song: current.id }, { retries: 0 });
  } catch (cause) {
    // Nothing is kept here: then it is not tried again. What else went wrong does not disturb who listens.
    playsAreKept = !(cause instanceof Refusal && (cause.code === "feedback_off" || cause.code === "not_found"));
  }
}

audio.addEventListener("playing", () => {
  played.add(current.id);
  store(LAST, JSON.stringify({ id: current.id, name: current.name, artists: current.artists, source }));
  drawLast();
  follow();
  draw();
});
audio.addEventListener("timeupdate", () => {
  const step = audio.currentTime - lastTime;
  lastTime = audio.currentTime;
  heardSeconds += step > 0 && step < 2 ? step : 0;
  if (current !== null && !counted && heardSeconds >= COUNTS_AFTER_SECONDS) {
    count();
  }
  drawTime();
});
audio.addEventListener("ended", () => {
  if (current !== null && !counted) {
    count();
  }
  draw();
  if (bar.follow.checked) {
    next();
  }
});
for (const name of ["pause", "play", "waiting", "loadedmetadata", "durationchange", "canplay"]) {
  audio.addEventListener(name, () => draw());
}
audio.addEventListener("error", failed);

// ---- what is shown

function phase() {
  if (current === null) {
    return "idle";
  }
  if (current.trouble) {
    return "trouble";
  }
  if (audio.paused) {
    return "paused";
  }
  return audio.readyState < 3 ? "loading" : "playing";
}

const WORDS = { playing: "Playing", loading: "Loading", paused: "Paused:", trouble: "Cannot play" };

function draw() {
  const now = phase();
  for (const one of document.querySelectorAll("button.play")) {
    drawButton(one, one.dataset.id === current?.id ? now : "idle");
  }
  if (bar === null || current === null) {
    return;
  }
  const isOn = now === "playing" || now === "loading";
  bar.root.dataset.phase = now;
  bar.name.textContent = current.name;
  bar.name.href = `./?id=${encodeURIComponent(current.id)}`;
  bar.by.textContent = artistLine(current);
  bar.toggle.replaceChildren(icon(isOn ? "pause" : "play"));
  bar.toggle.setAttribute("aria-label", isOn ? "Pause" : "Play");
  bar.toggle.title = isOn ? "Pause" : "Play";
  bar.state.textContent = `${WORDS[now]} ${current.name}`;
  if ("mediaSession" in navigator) {
    navigator.mediaSession.playbackState = isOn ? "playing" : "paused";
  }
  drawTime();
}

function drawTime() {
  if (bar === null) {
    return;
  }
  const total = Number.isFinite(audio.duration) ? audio.duration : 0;
  bar.seek.max = String(total);
  bar.seek.disabled = total === 0;
  bar.seek.value = String(audio.currentTime);
  bar.seek.setAttribute("aria-valuetext", `${clock(audio.currentTime)} of ${clock(total)}`);
  bar.elapsed.textContent = clock(audio.currentTime);
  bar.total.textContent = clock(total);
  if ("mediaSession" in navigator && total > 0) {
    navigator.mediaSession.setPositionState({ duration: total, position: Math.min(audio.currentTime, total) });
  }
}

function drawButton(one, now) {
  const song = songs.get(one.dataset.id);
  const isOn = now === "playing" || now === "loading";
  const word = { loading: "Loading …", playing: "Pause", trouble: "Cannot play" }[now] ?? "Play";
  one.dataset.phase = now;
  one.replaceChildren(icon(isOn ? "pause" : "play"), element("span", {}, word));
  one.setAttribute("aria-label", `${isOn ? "Pause" : "Play"} ${song?.name ?? ""} by ${song === undefined ? "" : artistLine(song)}`);
}

function addButtons() {
  for (const card of document.querySelectorAll("#song, .result[data-id]")) {
    const id = card.dataset.id ?? (card.id === "song" ? songs.keys().next().value : undefined);
    const song = songs.get(id);
    card.querySelector("button.play")?.remove();
    if (song === undefined || !playable.has(id)) {
      continue;
    }
    let actions = card.querySelector(".actions");
    if (actions === null) {
      actions = element("div", { class: "actions" });
      card.querySelector(".features")?.before(actions);
    }
    const made = element("button", { type: "button", class: "play", "data-id": id });
    made.addEventListener("click", () => (current?.id === id ? toggle() : play(song)));
    actions.prepend(made);
  }
  draw();
}

/** What was played last in this browser, where the catalogue is the same. */
function drawLast() {
  document.getElementById("last-played")?.remove();
  let last = null;
  try {
    last = JSON.parse(stored(LAST));
  } catch {
    // somebody else's text
  }
  if (typeof last?.id !== "string" || typeof last.name !== "string" || !Array.isArray(last.artists) || last.source !== source) {
    return;
  }
  const link = element("a", { href: `./?id=${encodeURIComponent(last.id)}` }, [
    "Start from what you played last: ",
    element("b", {}, last.name),
    ` – ${artistLine(last)}`,
  ]);
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      goTo(last.id, "pushState");
    }
  });
  document.getElementById("q-help").after(element("p", { class: "last-played", id: "last-played" }, link));
}

// ---- keys

function metadata(song) {
  if (!("mediaSession" in navigator)) {
    return;
  }
  navigator.mediaSession.metadata = new MediaMetadata({ title: song.name, artist: artistLine(song) });
  const actions = {
    play: () => current !== null && play(current),
    pause: () => audio.pause(),
    stop,
    nexttrack: next,
    seekbackward: (details) => seekTo(audio.currentTime - (details.seekOffset ?? 10)),
    seekforward: (details) => seekTo(audio.currentTime + (details.seekOffset ?? 10)),
    seekto: (details) => seekTo(details.seekTime),
  };
  for (const [name, act] of Object.entries(actions)) {
    try {
      navigator.mediaSession.setActionHandler(name, act);
    } catch {
      // a browser need not know every key
    }
  }
}

document.addEventListener("keydown", (event) => {
  const onField = event.target.closest?.("input, textarea, select, button, a, summary, label, [role=tab], [role=option], [contenteditable]");
  if (event.key === " " && current !== null && !onField && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
    toggle();
  }
});

// ---- what there is to play

async function shown(event) {
  const { answer } = event.detail;
  const here = new Map([answer.song, ...answer.results].filter((song) => song.id !== null).map((song) => [song.id, song]));
  songs = here;
  if (source === "" || here.size === 0) {
    return;
  }
  try {
    const { ids } = await tell("api/playable", { ids: [...here.keys()] });
    if (songs === here) {
      playable = new Set(ids);
      addButtons();
    }
  } catch {
    // then there is nothing to press; the page itself says that the server is gone
  }
}

async function begin() {
  try {
    const status = await ask("api/status");
    if (status.music === undefined || status.music.state === "failed") {
      return;
    }
    if (status.music.state !== "ready") {
      setTimeout(begin, LOOK_AGAIN_MILLIS);
      return;
    }
    source = status.catalog.source;
    drawLast();
    if (songs.size > 0) {
      const [song, ...results] = songs.values();
      shown({ detail: { answer: { song, results } } });
    }
  } catch {
    setTimeout(begin, LOOK_AGAIN_MILLIS);
  }
}

document.addEventListener("segue:answer", shown);
document.addEventListener("segue:heard", shown);
begin();
