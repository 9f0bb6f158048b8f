// What is asked of the server. It is the address, so links, reload and the back button work, and no two visitors share it.

export const DEFAULTS = {
  id: null,
  more: [],
  less: [],
  metric: "euclidean",
  backend: "auto",
  n: "10",
  view: "similar",
  vary: "0",
  newArtists: "",
  years: "",
  explicit: "",
  popularity: "",
};

/** What of it is a filter, and goes away together. */
export const FILTERS = ["newArtists", "years", "explicit", "popularity"];

const SHAPES = {
  metric: /^(euclidean|manhattan|cosine)$/,
  backend: /^(auto|scalar|simd|gpu)$/,
  n: /^(5|10|20)$/,
  view: /^(similar|dissimilar)$/,
  vary: /^(0\.\d{1,2}|1)$/,
  newArtists: /^true$/,
  years: /^(\d{1,4}-(\d{1,4})?|-\d{1,4})$/,
  explicit: /^false$/,
  popularity: /^(\d{1,3}-(\d{1,3})?|-\d{1,3})$/,
};
const MOST_STEERING = 30;

export function readAddress(search = location.search) {
  const query = new URLSearchParams(search);
  const found = { ...DEFAULTS, id: query.get("id") };
  for (const [name, shape] of Object.entries(SHAPES)) {
    const value = query.get(name);
    if (value !== null && shape.test(value)) {
      found[name] = value;
    }
  }
  const once = (ids, others) => [...new Set(ids)].filter((id) => id !== found.id && !others.includes(id)).slice(0, MOST_STEERING);
  found.more = once(query.getAll("more"), []);
  found.less = once(query.getAll("less"), found.more);
  return found;
}

export function addressOf(wanted) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    if (Array.isArray(value)) {
      value.forEach((one) => query.append(name, one));
    } else if (value !== null && value !== DEFAULTS[name]) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text === "" ? "./" : `./?${text}`;
}

/** The parameters of `api/recommend`. */
export function questionOf(state) {
  const similar = state.view === "similar";
  const given = (value) => (value === "" ? null : value);
  return {
    id: state.id,
    more: state.more,
    less: state.less,
    n: state.n,
    metric: state.metric,
    backend: state.backend,
    dissimilar: !similar,
    vary: similar && state.vary !== "0" ? state.vary : null,
    newArtists: given(state.newArtists),
    years: given(state.years),
    explicit: given(state.explicit),
    popularity: given(state.popularity),
  };
}

/** "1990–1999", "since 1990", "until 1999". */
export function inWords(range) {
  const [from, to] = range.split("-");
  return from === "" ? `until ${to}` : to === "" ? `since ${from}` : from === to ? from : `${from}–${to}`;
}

/** Adds a song as a start, or as one to have less of; from the other side it goes. */
export function steered(state, side, id) {
  const other = side === "more" ? "less" : "more";
  return {
    [side]: [...state[side].filter((one) => one !== id), id].slice(-MOST_STEERING),
    [other]: state[other].filter((one) => one !== id),
  };
}

/** Takes a song away again; where it is the first start the next one takes its place. */
export function unsteered(state, id) {
  return id === state.id && state.more.length > 0
    ? { id: state.more[0], more: state.more.slice(1) }
    : { more: state.more.filter((one) => one !== id), less: state.less.filter((one) => one !== id) };
}
