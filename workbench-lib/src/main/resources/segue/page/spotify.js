// From the songs of the person's Spotify account to a playlist there: sign in, draw, look, and only then make it.
import { ask, Refusal, tell } from "./ask.js";
import { artistLine, element, yearAndArtists } from "./view.js";

const LOOK_MILLIS = 500;
const STORED_AS = "segue.spotify.job";
const PLAYERS_HOST = "open.spotify.com";

const byId = (id) => document.getElementById(id);
const [account, start, working, mix, trouble] = ["account", "start", "working", "mix", "trouble"].map(byId);
let job = null;
let waiting = null;

// ---- words

const counted = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const percent = (share) => `${Math.round(share * 100)}%`;

/** A text with its addresses of Spotify's as links. */
function linked(text) {
  return text.split(/(https:\/\/(?:developer|open|www)\.spotify\.com\/[\w/-]*)/).map((part, i) => (i % 2 === 1 ? away(part, part) : part));
}

/** A link to another site, in a tab of its own. */
const away = (address, text, attributes = {}) =>
  element("a", { href: address, target: "_blank", rel: "noopener noreferrer", ...attributes }, text);

function fail(cause) {
  if (cause.name === "AbortError") {
    return;
  }
  trouble.replaceChildren(element("b", {}, linked(cause.message)), ...(cause.hint ? [" ", ...linked(cause.hint)] : []));
  trouble.hidden = false;
  trouble.scrollIntoView({ block: "nearest" });
}

function clear() {
  trouble.hidden = true;
}

function button(text, kind, press) {
  const made = element("button", { type: "button", class: kind }, text);
  made.addEventListener("click", async () => {
    clear();
    made.disabled = true;
    try {
      await press();
    } catch (cause) {
      fail(cause);
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

// ---- the account

/** @param left whether the person has just signed out */
function drawAccount(state, left = false) {
  clearTimeout(waiting);
  start.hidden = state.state !== "signed_in" || job !== null;
  const parts = {
    not_configured: () => [element("h2", {}, "Connect your account"), element("p", {}, linked(state.message))],
    signed_out: () => [
      element("h2", {}, "Connect your account"),
      ...(state.message === null ? [] : [element("p", { class: left ? "note" : "said" }, linked(state.message))]),
      element("p", {}, "You agree on Spotify's own page, which opens in a new tab; no password comes by here. What Segue gets is kept in a file on this machine that only you can read."),
      element("div", { class: "act" }, button("Sign in to Spotify", "main", signIn)),
    ],
    waiting: () => [
      element("h2", {}, "Waiting for you to agree"),
      element("p", {}, "Spotify's page is open in another tab: agree there, then come back here."),
      element("div", { class: "act" }, [
        ...(state.address === null ? [] : [away(state.address, "Open Spotify's page", { class: "main" })]),
        button("Cancel", "quiet", signOut),
      ]),
    ],
    signed_in: () => [
      element("p", { class: "who" }, [
        state.account === null ? "Signed in to Spotify" : "Signed in to Spotify as ",
        ...(state.account === null ? [] : [element("b", {}, state.account)]),
        element("span", { class: "note" }, ` until ${day(state.until)}`),
      ]),
      button("Sign out", "quiet", signOut),
    ],
  }[state.state]();
  if (state.state === "signed_in" && state.message !== null) {
    parts.splice(1, 0, element("p", { class: "said" }, linked(state.message)));
  }
  account.dataset.state = state.state;
  account.replaceChildren(...parts);
  if (state.state === "waiting") {
    waiting = setTimeout(look, 1000);
  }
}

const day = (iso) => new Date(`${iso}T12:00:00`).toLocaleDateString("en", { day: "numeric", month: "long", year: "numeric" });

async function look() {
  try {
    drawAccount(await ask("api/spotify"));
  } catch (cause) {
    if (cause.code === "spotify_not_here") {
      account.replaceChildren(element("h2", {}, cause.message), element("p", {}, cause.hint));
      return;
    }
    fail(cause);
    waiting = setTimeout(look, 3000);
  }
}

async function signIn() {
  // Opened by the click itself: browsers stop tabs that open later.
  const tab = window.open("about:blank", "_blank");
  let state = null;
  try {
    state = await tell("api/spotify/sign-in");
  } finally {
    if (tab !== null && state?.address) {
      tab.opener = null;
      tab.location.replace(state.address);
    } else {
      tab?.close();
    }
  }
  drawAccount(state);
}

async function signOut() {
  drawAccount(await tell("api/spotify/sign-in", undefined, { method: "DELETE" }), true);
}

// ---- jobs

function show(text, fraction) {
  if (byId("doing").textContent !== text) {
    byId("doing").textContent = text;
  }
  byId("bar").value = fraction;
  working.hidden = false;
}

/** Follows a job to its end; gives its result. */
async function follow(id) {
  const mine = { id, cancelled: false };
  job = mine;
  start.hidden = true;
  try {
    while (true) {
      const state = await glance(mine);
      if (state.state === "done") {
        return state.result;
      }
      if (state.state === "cancelled") {
        throw new DOMException("cancelled", "AbortError");
      }
      if (state.state === "failed") {
        throw new Refusal(state.error);
      }
      if (state.state === "waiting") {
        show(`Waiting for its turn, place ${state.place} …`, 0);
      } else if (state.state === "running") {
        show(state.doing === "" ? "Working …" : `${state.doing[0].toUpperCase()}${state.doing.slice(1)} …`, state.fraction);
      }
      await new Promise((later) => setTimeout(later, LOOK_MILLIS));
    }
  } finally {
    job = null;
    working.hidden = true;
    keep(null);
    await look();
  }
}

/** What has become of a job; where the server does not answer, that it does not, to be asked again. */
async function glance(mine) {
  try {
    return await ask("api/jobs", { id: mine.id }, undefined, 0);
  } catch (cause) {
    if (mine.cancelled) {
      return { state: "cancelled" };
    }
    if (cause.gone || cause.code === "queue_unreachable" || cause.code === "stopping") {
      show(`${cause.message} Asking again …`, byId("bar").value);
      return { state: "unknown" };
    }
    throw cause;
  }
}

byId("cancel").addEventListener("click", async () => {
  if (job !== null) {
    job.cancelled = true;
    await tell(`api/jobs?id=${encodeURIComponent(job.id)}`, undefined, { method: "DELETE", retries: 0 }).catch(() => {});
  }
});

/** Remembers a job, so that a reload of the page finds it again. */
function keep(id) {
  try {
    if (id === null) {
      sessionStorage.removeItem(STORED_AS);
    } else {
      sessionStorage.setItem(STORED_AS, id);
    }
  } catch {
    // a browser may forbid storage: then a reload begins anew
  }
}

function kept() {
  try {
    return sessionStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

// ---- drawing songs

function source() {
  const { value } = start.elements.namedItem("from");
  return value === "link" ? byId("link").value.trim() : value;
}

start.addEventListener("change", () => {
  byId("link-field").hidden = start.elements.namedItem("from").value !== "link";
});

start.addEventListener("submit", async (event) => {
  event.preventDefault();
  clear();
  byId("draw").disabled = true;
  try {
    const { job: id } = await tell("api/spotify/mix", { from: source(), n: Number(byId("n").value) }, { retries: 0 });
    mix.hidden = true;
    keep(id);
    drawMix(await follow(id));
  } catch (cause) {
    fail(cause);
  } finally {
    byId("draw").disabled = false;
  }
});

function drawMix(answer) {
  const { match } = answer;
  mix.replaceChildren(
    element("section", { class: "sheet", "aria-labelledby": "match-title" }, [
      element("h2", { id: "match-title", tabindex: "-1" }, `${match.kept.toLocaleString("en")} of your ${counted(match.read, "song")} are in this catalogue`),
      element("p", { class: "note" }, `From ${match.list}, looked for in ${match.catalog}`),
      counts(match),
      ...named(match.missing === 1 ? "See the one that is not" : `See the ${match.missing.toLocaleString("en")} that are not`, match.missingSongs, match.missing),
    ]),
    element("section", { class: "sheet", "aria-labelledby": "tastes-title" }, [
      element("h2", { id: "tastes-title" }, counted(answer.tastes.length, "taste")),
      element("ol", { class: "tastes" }, answer.tastes.map(drawTaste)),
      ...answer.notes.map((note) => element("p", { class: "note" }, `${note[0].toUpperCase()}${note.slice(1)}${note.endsWith(".") ? "" : "."}`)),
    ]),
    makeForm(answer),
    element("section", { class: "sheet", "aria-labelledby": "songs-title" }, [
      element("h2", { id: "songs-title" }, `${counted(answer.songs.length, "song")} for you`),
      element("ol", { class: "drawn" }, answer.songs.map((song) => drawSong(song, answer.tastes))),
      ...named(`${counted(answer.unplaced.length, "more was", "more were")} drawn that Spotify does not have`, answer.unplaced, answer.unplaced.length),
    ]),
  );
  mix.hidden = false;
  byId("match-title").focus({ preventScroll: true });
  byId("match-title").scrollIntoView({ block: "start" });
}

function counts(match) {
  const rows = [
    ["found by id", match.byId],
    ["as another release of the recording", match.byIsrc],
    ["by artist and title", match.byName],
    ["named twice", match.repeated],
    ["not found", match.missing],
  ].filter(([, count]) => count > 0);
  return element("dl", { class: "counts" }, rows.map(([what, count]) =>
    element("div", {}, [element("dt", {}, what), element("dd", {}, count.toLocaleString("en"))])));
}

function named(summary, names, all) {
  if (names.length === 0) {
    return [];
  }
  const rest = all - names.length;
  return [
    element("details", { class: "names" }, [
      element("summary", {}, summary),
      element("ul", {}, [
        ...names.map((name) => element("li", {}, name)),
        ...(rest > 0 ? [element("li", { class: "note" }, `and ${rest.toLocaleString("en")} more`)] : []),
      ]),
    ]),
  ];
}

function drawTaste(taste) {
  const fill = element("span", { class: "fill" });
  fill.style.setProperty("--share", taste.share);
  return element("li", {}, [
    element("h3", {}, taste.name),
    element("span", { class: "part" }, percent(taste.share)),
    element("span", { class: "bar", "aria-hidden": "true" }, fill),
    element("p", { class: "note" }, `${counted(taste.songs, "song")} of yours, such as ${taste.like} · ${taste.given} of the playlist`),
  ]);
}

function drawSong(song, tastes) {
  return element("li", {}, [
    element("span", { class: "rank" }, String(song.rank)),
    element("div", {}, [
      element("h3", {}, element("a", { href: `./?id=${encodeURIComponent(song.id)}` }, song.name)),
      element("p", { class: "by" }, yearAndArtists(song)),
    ]),
    ...(tastes.length > 1 ? [element("span", { class: "taste-name" }, tastes[song.taste - 1].name)] : []),
    element("details", { class: "names" }, [
      element("summary", { "aria-label": `Why ${song.name} by ${artistLine(song)}` }, "Why"),
      element("p", {}, [`Like your ${song.like}: ${song.why}.`, ...(song.searched ? [" Found at Spotify by its name."] : [])]),
    ]),
  ]);
}

// ---- making the playlist

function makeForm(answer) {
  const name = element("input", { id: "name", type: "text", maxlength: "100", required: "", autocomplete: "off", value: answer.name });
  const shown = element("input", { type: "checkbox", id: "shown" });
  const make = element("button", { type: "submit", class: "main", id: "make" }, "Create the playlist in my account");
  const form = element("form", { class: "sheet", id: "making", "aria-labelledby": "making-title" }, [
    element("h2", { id: "making-title" }, "Take them with you"),
    element("p", { class: "note" }, "So far nothing in your account has changed."),
    element("p", { class: "field" }, [element("label", { for: "name" }, "Name of the playlist"), name]),
    element("p", { class: "check" }, element("label", {}, [shown, element("span", {}, "Show it on my profile")])),
    element("div", { class: "act" }, make),
    element("div", { class: "trouble", id: "not-made", role: "alert", hidden: "" }),
  ]);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(false);
  });
  const said = () => form.querySelector("#not-made");
  const send = async (again) => {
    clear();
    said().hidden = true;
    make.disabled = true;
    try {
      const { job: id } = await tell("api/spotify/playlists", { draft: answer.draft, name: name.value, shown: shown.checked, again }, { retries: 0 });
      form.append(working);
      drawMade(form, await follow(id));
    } catch (cause) {
      if (cause.name !== "AbortError") {
        said().replaceChildren(
          element("b", {}, linked(cause.message)),
          ...(cause.hint ? [` ${cause.hint}`] : []),
          ...(cause.code === "already_there" ? [button("Create one more of that name", "quiet", () => send(true))] : []),
        );
        said().hidden = false;
      }
      start.after(working);
    } finally {
      make.disabled = false;
    }
  };
  return form;
}

function drawMade(form, made) {
  start.after(working);
  const place = element("div", { class: "player" });
  const player = element("button", { type: "button", class: "quiet" }, "Show Spotify's player");
  player.addEventListener("click", () => {
    if (new URL(made.embed).host === PLAYERS_HOST) {
      place.replaceChildren(
        element("iframe", {
          src: made.embed,
          title: `Spotify's player: ${made.name}`,
          height: "352",
          allow: "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture",
        }),
      );
    }
    player.remove();
    note.remove();
  });
  const note = element("span", { class: "note" }, "It is loaded from open.spotify.com.");
  form.replaceWith(
    element("section", { class: "sheet made", id: "made", "aria-labelledby": "made-title" }, [
      element("h2", { id: "made-title", tabindex: "-1" }, `“${made.name}” is in your account`),
      element("p", {}, counted(made.songs, "song") + (made.leftOut === 0 ? "." : `; ${counted(made.leftOut, "song is", "songs are")} left out, which Spotify has no longer.`)),
      element("div", { class: "act" }, [away(made.link, "Open it in Spotify", { class: "main" }), player, note]),
      place,
    ]),
  );
  byId("made-title").focus({ preventScroll: true });
  byId("made").scrollIntoView({ block: "nearest" });
}

// ---- the beginning

async function begin() {
  const id = kept();
  await look();
  if (id !== null && account.dataset.state === "signed_in") {
    try {
      drawMix(await follow(id));
    } catch (cause) {
      if (cause.code !== "unknown_job") {
        fail(cause);
      }
    }
  }
}

begin();
