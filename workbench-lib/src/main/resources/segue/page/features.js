// Features: what they are called, and their values as pictures. Whatever comes from the catalogue becomes text, never markup.
import { element } from "./element.js";

/** What features are called, what they say, and the range that a bar spans: the nine of song tables, then what is measured in recordings. */
export const FEATURES = [
  { key: "energy", short: "energy", label: "Energy", says: "perceived intensity", low: 0, high: 1 },
  { key: "danceability", short: "dance", label: "Danceability", says: "how well it suits dancing", low: 0, high: 1 },
  { key: "valence", short: "mood", label: "Valence", says: "from sad or angry to happy", low: 0, high: 1 },
  { key: "acousticness", short: "acous.", label: "Acousticness", says: "confidence that it is acoustic", low: 0, high: 1 },
  { key: "instrumentalness", short: "instr.", label: "Instrumental", says: "likelihood of no vocals", low: 0, high: 1 },
  { key: "speechiness", short: "speech", label: "Speechiness", says: "presence of spoken words", low: 0, high: 1 },
  { key: "liveness", short: "live", label: "Liveness", says: "likelihood of an audience", low: 0, high: 1 },
  { key: "tempo", short: "tempo", label: "Tempo", says: "beats a minute", low: 40, high: 220, unit: "bpm" },
  { key: "loudness", short: "loud", label: "Loudness", says: "mean loudness in decibels", low: -40, high: 0, unit: "dB" },
  { key: "loudness_lufs", short: "loud", label: "Loudness", says: "as heard over the whole recording, in LUFS (EBU R128)", low: -40, high: 0, unit: "LUFS" },
  { key: "loudness_range", short: "range", label: "Loudness range", says: "from quiet to loud passages (EBU R128)", low: 0, high: 25, unit: "LU" },
  { key: "dynamic_range", short: "peaks", label: "Dynamic range", says: "peaks over the mean level", low: 0, high: 30, unit: "dB" },
  { key: "spectral_centroid_mean", short: "bright", label: "Brightness", says: "the middle of the spectrum", low: 0, high: 5000, unit: "Hz" },
  { key: "spectral_bandwidth_mean", short: "broad", label: "Breadth", says: "how wide the spectrum is", low: 0, high: 4000, unit: "Hz" },
  { key: "onset_strength_mean", short: "attack", label: "Attack", says: "how hard its sounds begin", low: 0, high: 4 },
];
export const FEATURE = new Map(FEATURES.map((feature) => [feature.key, feature]));

export const position = (feature, value) =>
  Math.min(1, Math.max(0, (value - feature.low) / (feature.high - feature.low)));

export function shownValue(feature, value) {
  if (feature.unit === "bpm") {
    return value > 0 ? `${Math.round(value)} bpm` : "unknown";
  }
  if (feature.unit === "Hz") {
    return `${Math.round(value).toLocaleString("en")} Hz`;
  }
  return feature.unit ? `${value.toFixed(1).replace("-", "−")} ${feature.unit}` : value.toFixed(2);
}

export const percent = (share) => `${Math.round(share * 100)}%`;

/** A bar, filled by a share of it. */
export function bar(share, kind) {
  const fill = element("span", { class: "fill" });
  fill.style.setProperty("--share", share);
  return element("span", { class: kind, "aria-hidden": "true" }, fill);
}

/** The features of a song against those of its start: full up to its own value, with a mark where the start is. */
export function strip(start, song) {
  const columns = FEATURES.filter(({ key }) => key in start.features && key in song.features).map((feature) => {
    const from = start.features[feature.key];
    const to = song.features[feature.key];
    const tube = element("span", { class: "tube" }, [element("span", { class: "level" }), element("span", { class: "mark" })]);
    tube.style.setProperty("--from", position(feature, from));
    tube.style.setProperty("--to", position(feature, to));
    const title = `${feature.label}: ${shownValue(feature, to)}, start ${shownValue(feature, from)}`;
    return element("span", { class: "column", title }, [tube, element("span", { class: "tag" }, feature.short)]);
  });
  return element("span", { class: "strip", "aria-hidden": "true" }, columns);
}

/** Feature by feature: both songs on one scale, and the share of the distance. */
export function comparison(answer, start, result) {
  const rows = [...result.reasons]
    .sort((a, b) => b.share - a.share)
    .map((reason) => {
      const feature = FEATURE.get(reason.feature);
      if (feature === undefined) {
        return groupRow(reason);
      }
      const from = start.features[reason.feature];
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

