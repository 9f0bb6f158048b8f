// Draws songs. Whatever comes from the catalogue becomes text, never markup.

/** What features are called, what they say, and the range that a bar spans: the nine of song tables, then what is measured in recordings. */
const FEATURES = [
  { key: "energy", label: "Energy", says: "perceived intensity", low: 0, high: 1 },
  { key: "danceability", label: "Danceability", says: "how well it suits dancing", low: 0, high: 1 },
  { key: "valence", label: "Valence", says: "from sad or angry to happy", low: 0, high: 1 },
  { key: "acousticness", label: "Acousticness", says: "confidence that it is acoustic", low: 0, high: 1 },
  { key: "instrumentalness", label: "Instrumental", says: "likelihood of no vocals", low: 0, high: 1 },
  { key: "speechiness", label: "Speechiness", says: "presence of spoken words", low: 0, high: 1 },
  { key: "liveness", label: "Liveness", says: "likelihood of an audience", low: 0, high: 1 },
  { key: "tempo", label: "Tempo", says: "beats a minute", low: 40, high: 220, unit: "bpm" },
  { key: "loudness", label: "Loudness", says: "mean loudness in decibels", low: -40, high: 0, unit: "dB" },
  { key: "loudness_lufs", label: "Loudness", says: "as heard over the whole recording, in LUFS (EBU R128)", low: -40, high: 0, unit: "LUFS" },
  { key: "loudness_range", label: "Loudness range", says: "from quiet to loud passages (EBU R128)", low: 0, high: 25, unit: "LU" },
  { key: "dynamic_range", label: "Dynamic range", says: "peaks over the mean level", low: 0, high: 30, unit: "dB" },
  { key: "spectral_centroid_mean", label: "Brightness", says: "the middle of the spectrum", low: 0, high: 5000, unit: "Hz" },
  { key: "spectral_bandwidth_mean", label: "Breadth", says: "how wide the spectrum is", low: 0, high: 4000, unit: "Hz" },
  { key: "onset_strength_mean", label: "Attack", says: "how hard its sounds begin", low: 0, high: 4 },
];
const FEATURE = new Map(FEATURES.map((feature) => [feature.key, feature]));

export function element(tag, attributes = {}, content = []) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...[content].flat());
  return node;
}

const position = (feature, value) =>
  Math.min(1, Math.max(0, (value - feature.low) / (feature.high - feature.low)));

function shownValue(feature, value) {
  if (feature.unit === "bpm") {
    return value > 0 ? `${Math.round(value)} bpm` : "unknown";
  }
  if (feature.unit === "Hz") {
    return `${Math.round(value).toLocaleString("en")} Hz`;
  }
  return feature.unit ? `${value.toFixed(1).replace("-", "−")} ${feature.unit}` : value.toFixed(2);
}

const percent = (share) => `${Math.round(share * 100)}%`;

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

function bar(share, kind) {
  const fill = element("span", { class: "fill" });
  fill.style.setProperty("--share", share);
  return element("span", { class: kind, "aria-hidden": "true" }, fill);
}

/** The song chosen, with the features it has. */
export function drawSong(card, song) {
  const rows = FEATURES.filter((feature) => feature.key in song.features).map((feature) => {
    const value = song.features[feature.key];
    return element("div", { class: "feature", title: feature.says }, [
      element("dt", {}, feature.label),
      element("dd", {}, [bar(position(feature, value), "bar"), element("span", { class: "value" }, shownValue(feature, value))]),
    ]);
  });
  card.replaceChildren(
    element("p", { class: "eyebrow" }, "Starting from"),
    element("h2", { id: "song-name", tabindex: "-1" }, song.name),
    element("p", { class: "artists" }, artistLine(song)),
    element("p", { class: "facts" }, facts(song).join(" · ")),
    ...chips(song.genres, 6),
    element("p", { class: "on-map" }, element("a", { href: `api/map?id=${encodeURIComponent(song.id)}` }, "See it on the map")),
    element("dl", { class: "features" }, rows),
  );
}

/** The recommendations; `open(id)` is called when one is taken as the next start. */
export function drawResults(list, answer, hrefOf, open) {
  list.replaceChildren(...answer.results.map((result) => drawResult(answer, result, hrefOf, open)));
}

function drawResult(answer, result, hrefOf, open) {
  const link = element("a", { class: "name", href: hrefOf(result.id), title: "Start from this song" }, result.name);
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
      element("p", { class: "by" }, yearAndArtists(result)),
      ...chips(result.genres, 3),
    ]),
    score,
    why(answer, result),
    // Other modules put their buttons here, when they hear of `segue:answer`.
    element("div", { class: "actions" }),
  ]);
}

/** The reason in one line; opened, feature by feature: both songs on one scale, and the share of the distance. */
function why(answer, result) {
  const details = element("details", { class: "why" }, element("summary", {}, result.why));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      details.append(comparison(answer, result));
    }
  });
  return details;
}

function comparison(answer, result) {
  const rows = [...result.reasons]
    .sort((a, b) => b.share - a.share)
    .map((reason) => {
      const feature = FEATURE.get(reason.feature);
      if (feature === undefined) {
        return groupRow(reason);
      }
      const from = answer.song.features[reason.feature];
      const to = result.features[reason.feature];
      return element("tr", {}, [
        element("th", { scope: "row" }, feature.label),
        element("td", { class: "span" }, spanPicture(position(feature, from), position(feature, to))),
        element("td", { class: "from" }, shownValue(feature, from)),
        element("td", { class: "to" }, shownValue(feature, to)),
        element("td", { class: "share" }, percent(reason.share)),
      ]);
    });
  const head = element("tr", {}, [
    element("th", { scope: "col" }, "Feature"),
    element("td", { class: "span", "aria-hidden": "true" }),
    element("th", { scope: "col" }, "start"),
    element("th", { scope: "col" }, "this song"),
    element("th", { scope: "col" }, "share"),
  ]);
  return element("table", {}, [
    element("caption", {}, `Distance ${result.distance.toPrecision(3)} (${answer.metric}), and each feature's share of it`),
    element("thead", {}, head),
    element("tbody", {}, rows),
  ]);
}

/** A group of features has no value of its own: how far apart the songs are in it, a full bar for any two songs. */
function groupRow(reason) {
  return element("tr", { title: `${reason.difference.toFixed(2)} of what two songs at random differ by` }, [
    element("th", { scope: "row" }, reason.feature.charAt(0).toUpperCase() + reason.feature.slice(1)),
    element("td", { class: "span", colspan: "3" }, bar(Math.min(1, reason.difference), "bar")),
    element("td", { class: "share" }, percent(reason.share)),
  ]);
}

/** Two dots on a line: hollow where the start song is, full where this one is. */
function spanPicture(from, to) {
  const picture = element("span", { class: "line", "aria-hidden": "true" }, [
    element("span", { class: "way" }),
    element("span", { class: "dot from" }),
    element("span", { class: "dot to" }),
  ]);
  picture.style.setProperty("--from", from);
  picture.style.setProperty("--to", to);
  picture.style.setProperty("--low", Math.min(from, to));
  picture.style.setProperty("--high", Math.max(from, to));
  return picture;
}

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
