// Draws songs and what is said about them. Whatever comes from the catalogue becomes text, never markup.
import { element } from "./element.js";
import { FEATURES, bar, comparison, percent, position, shownValue, strip } from "./features.js";

export { element };

export const artistLine = (song) => (song.artists.length === 0 ? "unknown artist" : song.artists.join(", "));

export const yearAndArtists = (song) =>
  song.year === null ? artistLine(song) : `${artistLine(song)} · ${song.year}`;

function chips(genres, most) {
  const list = element("ul", { class: "chips", "aria-label": "Genres" });
  list.append(...genres.slice(0, most).map((genre) => element("li", {}, genre)));
  if (genres.length > most) {
    const rest = genres.slice(most);
    list.append(element("li", { class: "more", title: rest.join(", ") }, `+${rest.length}`));
  }
  return genres.length === 0 ? [] : [list];
}

function facts(song) {
  const minutes = song.durationMillis === null ? null : Math.round(song.durationMillis / 1000);
  return [
    song.year,
    minutes === null ? null : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`,
    song.popularity === null ? null : `popularity ${song.popularity}`,
    song.explicit ? "explicit" : null,
  ].filter((fact) => fact !== null);
}

/** The song chosen, with the features it has; `share` is called with the button, where there is something to share. */
export function drawSong(card, song, share = null) {
  const rows = FEATURES.filter((feature) => feature.key in song.features).map((feature) => {
    const value = song.features[feature.key];
    return element("div", { class: "feature", title: feature.says }, [
      element("dt", {}, feature.label),
      element("dd", {}, [bar(position(feature, value), "bar"), element("span", { class: "value" }, shownValue(feature, value))]),
    ]);
  });
  const shareButton = element("button", { type: "button", class: "quiet", id: "share" }, "Share");
  shareButton.addEventListener("click", () => share(shareButton));
  card.replaceChildren(
    element("p", { class: "eyebrow" }, "Starting from"),
    element("h2", { id: "song-name", tabindex: "-1", dir: "auto" }, song.name),
    element("p", { class: "artists", dir: "auto" }, artistLine(song)),
    element("p", { class: "facts" }, facts(song).join(" · ")),
    ...chips(song.genres, 6),
    element("div", { class: "doings" }, [
      element("a", { class: "quiet on-map", href: `api/map?id=${encodeURIComponent(song.id)}` }, "Here on the map"),
      ...(share === null ? [] : [shareButton]),
      element("div", { class: "song-actions" }),
    ]),
    measured(rows),
  );
}

/** The features of the chosen song: beside the songs in full, and on phones, where they would stand before them, folded. */
function measured(rows) {
  const details = element("details", { class: "measured" }, [
    element("summary", {}, "Its features"),
    element("dl", { class: "features" }, rows),
  ]);
  details.open = matchMedia("(min-width: 60rem)").matches;
  return details;
}

/**
 * The recommendations.
 *
 * @param doing `hrefOf(id)`; `open(id)` is called when one is taken as the next start, `steer(side, id, button)` for more or less
 *     like it, where that can be asked
 */
export function drawResults(list, answer, doing) {
  const starts = new Map([answer.song, ...(answer.more ?? [])].map((song) => [song.id, song]));
  list.replaceChildren(...answer.results.map((result) => drawResult(answer, starts, result, doing)));
}

function drawResult(answer, starts, result, { hrefOf, open, steer = null }) {
  const start = starts.get(result.like) ?? answer.song;
  const link = element("a", { class: "name", href: hrefOf(result.id), title: "Start from this song", dir: "auto" }, result.name);
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      open(result.id);
    }
  });
  const score = element("div", { class: "score", title: `distance ${result.distance.toPrecision(3)}` }, [
    element("span", { class: "number" }, [percent(result.score), element("span", { class: "unit" }, " alike")]),
    bar(result.score, "meter"),
  ]);
  return element("li", { class: "result", "data-id": result.id }, [
    element("span", { class: "rank", "aria-hidden": "true" }, String(result.rank)),
    element("div", { class: "what" }, [
      element("h3", {}, link),
      element("div", { class: "line-of" }, [
        element("p", { class: "by", dir: "auto" }, yearAndArtists(result)),
        ...chips(result.genres, 3),
      ]),
    ]),
    score,
    why(answer, start, result, starts.size > 1),
    element("div", { class: "foot" }, [
      // Other modules put their buttons here, when they hear of `segue:answer`.
      element("div", { class: "actions" }),
      ...(steer === null ? [] : [steering(result, steer)]),
    ]),
  ]);
}

function steering(result, steer) {
  return element("div", { class: "steer", role: "group", "aria-label": "More or less like this" }, [
    steerButton("more", "More like this", result, steer),
    steerButton("less", "Less like this", result, steer),
  ]);
}

function steerButton(side, label, result, steer) {
  const button = element("button", { type: "button", class: `quiet ${side}`, "data-side": side }, label);
  button.setAttribute("aria-label", `${label}: ${result.name}`);
  button.addEventListener("click", () => steer(side, result.id, button));
  return button;
}

/** The reason in one line and the features at a glance; opened, feature by feature. */
function why(answer, start, result, several) {
  const like = several ? [element("span", { class: "like" }, ["like ", element("bdi", {}, start.name), ": "])] : [];
  const details = element(
    "details",
    { class: "why" },
    element("summary", {}, [element("span", { class: "says" }, [...like, sentence(result.why)]), strip(start, result)]),
  );
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      details.append(comparison(answer, start, result));
    }
  });
  return details;
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Grey rows while the first answer is on its way. */
export function drawWaiting(list, card, n) {
  list.replaceChildren(
    ...Array.from({ length: Math.min(n, 8) }, () => element("li", { class: "result ghost", "aria-hidden": "true" })),
  );
  card.replaceChildren(element("p", { class: "eyebrow" }, "Looking up the song …"));
}

/** A message with what to do next; with a button where trying again may help. */
export function drawTrouble(box, { message, hint }, retry = null) {
  box.replaceChildren(element("h2", {}, message), element("p", {}, hint ?? ""));
  if (retry !== null) {
    const button = element("button", { type: "button" }, "Try again");
    button.addEventListener("click", retry);
    box.append(button);
  }
  box.hidden = false;
}

/** A message where nothing is left, with a way out where there is one. */
export function drawNone(box, notes, reset = null) {
  box.replaceChildren(
    element("h2", {}, "No song is left"),
    ...(notes.length === 0 ? ["The catalogue has no other recording."] : notes.map(sentence)).map((note) => element("p", {}, note)),
  );
  if (reset !== null) {
    const button = element("button", { type: "button" }, "Start over with this song");
    button.addEventListener("click", reset);
    box.append(button);
  }
  box.hidden = false;
}

/** "Left out: 1,204 of another year (43 unknown), 2 of the same recording." */
export function leftOutLine(leftOut) {
  const parts = leftOut.map(({ count, unknown, says }) => {
    const notKnown = unknown > 0 ? ` (${unknown.toLocaleString("en")} unknown)` : "";
    return `${count.toLocaleString("en")} ${says}${notKnown}`;
  });
  return parts.length === 0 ? "" : `Left out: ${parts.join(", ")}.`;
}
