// What steers the answer: the songs it starts from, those to have less of, and the filters; as chips, and as a form.
import { element } from "./element.js";
import { FILTERS, inWords } from "./state.js";

const at = (id) => document.getElementById(id);

/** The chips. Songs are named as far as `songs`, a map by id, knows them. */
export function drawSteering(state, songs, { remove, change, reset }) {
  const nameOf = (id) => songs.get(id)?.name ?? "a song that is not here";
  const chips = [];
  if (state.more.length + state.less.length > 0) {
    for (const id of [state.id, ...state.more]) {
      const removable = state.more.length > 0;
      chips.push(chip("start", "like", nameOf(id), removable ? () => remove(id) : null, "from the starts"));
    }
    for (const id of state.less) {
      chips.push(chip("unwanted", "less like", nameOf(id), () => remove(id), "from what there should be less of"));
    }
  }
  for (const [name, text] of filtersOf(state)) {
    chips.push(chip("filter", "", text, () => change({ [name]: "" }), "from the filters"));
  }
  if (chips.length > 2) {
    const all = element("button", { type: "button", class: "plain" }, "Remove all");
    all.addEventListener("click", reset);
    chips.push(element("li", { class: "all" }, all));
  }
  at("steering").replaceChildren(...chips);
  at("steering").hidden = chips.length === 0;
}

function filtersOf(state) {
  const words = {
    newArtists: "new artists only",
    years: inWords(state.years || "-"),
    explicit: "no explicit words",
    popularity: popularityWords(state.popularity),
  };
  return FILTERS.filter((name) => state[name] !== "").map((name) => [name, words[name]]);
}

function popularityWords(range) {
  const option = [...at("popularity").options].find(({ value }) => value === range && value !== "");
  return option && !option.dataset.own ? option.textContent : `popularity ${inWords(range || "-")}`;
}

function chip(kind, says, name, remove, from) {
  const text = element("span", { class: "text" }, [element("span", { class: "says" }, says), says === "" ? "" : " ", element("bdi", {}, name)]);
  const parts = [text];
  if (remove !== null) {
    const button = element("button", { type: "button", class: "remove", "aria-label": `Remove ${name} ${from}` }, "×");
    button.addEventListener("click", remove);
    parts.push(button);
  }
  return element("li", { class: kind, title: name }, parts);
}

/** The form. `change(part of the state)` is called with what a person sets. */
export function steeringForm(change) {
  const form = at("controls");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    if (target.type === "radio" || target.name === "popularity") {
      change({ [target.name]: target.value });
    } else if (target.name === "newArtists") {
      change({ newArtists: target.checked ? "true" : "" });
    } else if (target.name === "explicit") {
      change({ explicit: target.checked ? "false" : "" });
    } else if (target.name === "vary") {
      change({ vary: target.value }, { replace: true });
    } else if (target.id === "from" || target.id === "to") {
      changeYears(change);
    }
  });
  at("vary").addEventListener("input", () => tellDial());
  at("fold").addEventListener("click", () => fold(at("settings").hidden));
}

function fold(open) {
  at("settings").hidden = !open;
  at("fold").setAttribute("aria-expanded", String(open));
}

function changeYears(change) {
  const [from, to] = [at("from"), at("to")].map((input) => input.value.trim());
  const wrong = at("years-wrong");
  const isYear = (text) => text === "" || /^\d{4}$/.test(text);
  const bad = !isYear(from) || !isYear(to) || [at("from"), at("to")].some((input) => input.validity.badInput);
  wrong.textContent = bad
    ? "Years have four digits, as in 1994."
    : from !== "" && to !== "" && Number(from) > Number(to)
      ? "The years end before they begin."
      : "";
  wrong.hidden = wrong.textContent === "";
  for (const input of [at("from"), at("to")]) {
    input.setAttribute("aria-invalid", String(!wrong.hidden));
  }
  if (wrong.hidden) {
    change({ years: from === "" && to === "" ? "" : `${from}-${to}` });
  }
}

function tellDial() {
  const percent = Math.round(Number(at("vary").value) * 100);
  at("vary").setAttribute("aria-valuetext", percent === 0 ? "only similarity" : `${percent}% variety`);
  at("vary").style.setProperty("--share", percent / 100);
}

/** Shows in the form what the state says. */
export function drawForm(state) {
  for (const name of ["metric", "backend", "n"]) {
    const wanted = name === "backend" && state.backend !== "gpu" ? "auto" : state[name];
    at("controls").querySelector(`input[name="${name}"][value="${wanted}"]`).checked = true;
  }
  at("vary").value = state.vary;
  tellDial();
  at("dial").hidden = state.view !== "similar";
  at("new-artists").checked = state.newArtists === "true";
  at("no-explicit").checked = state.explicit === "false";
  const [from, to] = state.years === "" ? ["", ""] : state.years.split("-");
  at("from").value = from;
  at("to").value = to;
  at("years-wrong").hidden = true;
  drawPopularity(state.popularity);
  const folded = ["metric", "backend", "n"].filter((name) => at("controls").querySelector(`input[name="${name}"]:checked`).value !== DEFAULT_OF[name]);
  const count = folded.length + ["years", "explicit", "popularity"].filter((name) => state[name] !== "").length;
  at("fold").textContent = count === 0 ? "Options" : `Options (${count})`;
}

const DEFAULT_OF = { metric: "euclidean", backend: "auto", n: "10" };

/** A range of the address that is none of those offered is offered too. */
function drawPopularity(range) {
  const select = at("popularity");
  select.querySelector("[data-own]")?.remove();
  if (![...select.options].some(({ value }) => value === range)) {
    select.append(element("option", { value: range, "data-own": "" }, inWords(range)));
  }
  select.value = range;
}

/** Hides what no song of the catalogue tells; shows the years there are. */
export function drawKnown({ years, explicit, popularity }) {
  at("years").hidden = years === null;
  at("clean").hidden = !explicit;
  at("known").hidden = !popularity;
  if (years !== null) {
    at("from").placeholder = String(years.from);
    at("to").placeholder = String(years.to);
  }
}
