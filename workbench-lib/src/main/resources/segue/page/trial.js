// A blind comparison: two lists without names, an answer, then the names and what all answers say so far.
import { ask, tell } from "./ask.js";
import { feedback } from "./kept.js";
import { searchBox } from "./search.js";
import { artistLine, drawTrouble, element, yearAndArtists } from "./view.js";

const CHOICES = [
  ["left", "List A"],
  ["right", "List B"],
  ["both", "Both"],
  ["neither", "Neither"],
];

const name = (side) => (side === "left" ? "List A" : "List B");

const box = document.getElementById("trial");
const trouble = document.getElementById("trouble");
const address = new URLSearchParams(location.search);
let runs = 0;

async function begin(id) {
  const run = ++runs;
  trouble.hidden = true;
  box.hidden = false;
  box.setAttribute("aria-busy", "true");
  address.set("id", id);
  history.replaceState(null, "", `trial?${address}`);
  const wanted = { asked: id };
  for (const method of ["a", "b"]) {
    if (address.has(method)) {
      wanted[method] = address.get(method);
    }
  }
  try {
    const trial = await tell("api/trials", wanted);
    if (run === runs) {
      drawTrial(trial);
    }
  } catch (cause) {
    if (run === runs) {
      box.hidden = true;
      drawTrouble(trouble, cause, cause.code === "same_songs" ? null : () => begin(id));
    }
  } finally {
    box.setAttribute("aria-busy", "false");
  }
}

function songs(list) {
  return element(
    "ol",
    { class: "songs" },
    list.map((song) =>
      element("li", {}, [element("span", { class: "name" }, song.name), element("span", { class: "by" }, yearAndArtists(song))]),
    ),
  );
}

function scoreOf(side) {
  const select = element("select", { class: "grade", name: `${side}Score`, "aria-label": `Score of ${name(side)}, 0 to 10` }, [
    element("option", { value: "" }, "Score"),
    ...Array.from({ length: 11 }, (_, i) => element("option", { value: String(10 - i) }, String(10 - i))),
  ]);
  return element("label", { class: "side-score" }, [select, element("span", {}, "0 never again, 10 best")]);
}

function drawTrial(trial) {
  const sides = ["left", "right"].map((side) =>
    element("section", { class: "side", "aria-label": name(side) }, [
      element("h3", { class: "which" }, name(side)),
      songs(trial[side]),
      scoreOf(side),
    ]),
  );
  const button = element("button", { type: "submit", class: "answer" }, "Show who is who");
  const told = element("p", { class: "told", role: "status" });
  const form = element("form", {}, [
    element("h2", { id: "asked", tabindex: "-1" }, `After ${trial.asked.name} by ${artistLine(trial.asked)}`),
    element("div", { class: "sides" }, sides),
    element("fieldset", { class: "segments preferred" }, [
      element("legend", {}, "Better is"),
      element(
        "div",
        {},
        CHOICES.map(([value, label]) =>
          element("label", {}, [element("input", { type: "radio", name: "preferred", value }), element("span", {}, label)]),
        ),
      ),
    ]),
    button,
    told,
  ]);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = new FormData(form);
    const answer = { id: trial.id };
    if (said.has("preferred")) {
      answer.preferred = said.get("preferred");
    }
    for (const score of ["leftScore", "rightScore"]) {
      if (said.get(score) !== "") {
        answer[score] = Number(said.get(score));
      }
    }
    if (!("preferred" in answer) && !("leftScore" in answer) && !("rightScore" in answer)) {
      told.textContent = "Say which list is better, or score both.";
      form.querySelector("[name=preferred]").focus();
      return;
    }
    button.disabled = true;
    told.textContent = "";
    try {
      drawRevealed(form, trial, await tell("api/trials/answers", answer));
    } catch (cause) {
      told.textContent = `${cause.message} ${cause.hint ?? ""}`;
      button.disabled = false;
    }
  });
  box.replaceChildren(form);
  form.querySelector("#asked").focus({ preventScroll: true });
}

const counted = (count, one) => `${count} ${count === 1 ? one : `${one}s`}`;

const number = (value) => value.toFixed(1).replace("-", "−");

/** `6.9, surely 5.8 to 8.0`: a mean and its 95 % interval. */
function average({ mean, low, high }) {
  return mean === null ? "no scores yet" : low === null ? number(mean) : `${number(mean)} (95 %: ${number(low)} to ${number(high)})`;
}

/** The mean as a dot and its interval as a line, from 0 to 10. */
function span({ mean, low, high }) {
  const picture = element("span", { class: "interval", "aria-hidden": "true" });
  if (mean !== null) {
    picture.append(element("span", { class: "from-to" }), element("span", { class: "mean" }));
    picture.style.setProperty("--mean", mean / 10);
    picture.style.setProperty("--low", (low ?? mean) / 10);
    picture.style.setProperty("--high", (high ?? mean) / 10);
  }
  return picture;
}

function verdict({ left, right, difference, decided, neither }) {
  const trials = left.preferred + right.preferred + neither;
  const all = `So far ${counted(trials, "comparison")} of these two by all listeners.`;
  if (!decided) {
    return `${all} Nothing is decided: the difference of their scores may still be 0.`;
  }
  const better = difference.mean > 0 ? left : right;
  const whom = difference.overListeners
    ? ""
    : ` That holds for ${counted(difference.listeners, "listener")} who scored; about others it says little before there are 5.`;
  return `${all} ${better.label} is scored higher, by ${average({ ...difference, mean: Math.abs(difference.mean), low: Math.min(Math.abs(difference.low), Math.abs(difference.high)), high: Math.max(Math.abs(difference.low), Math.abs(difference.high)) })}.${whom}`;
}

function drawRevealed(form, trial, result) {
  form.classList.add("revealed");
  form.querySelectorAll("select, input").forEach((control) => (control.disabled = true));
  [...form.querySelectorAll(".side")].forEach((side, i) => {
    const { label, preferred, average: mean } = i === 0 ? result.left : result.right;
    const chosen = result.preferred === (i === 0 ? "left" : "right");
    side.classList.toggle("chosen", chosen);
    side.querySelector(".which").textContent = `${name(i === 0 ? "left" : "right")}: ${label}`;
    side.append(
      element("dl", { class: "so-far" }, [
        element("dt", {}, "Average score"),
        element("dd", {}, [span(mean), element("span", {}, average(mean))]),
        element("dt", {}, "Preferred"),
        element("dd", {}, `${preferred} of ${result.left.preferred + result.right.preferred + result.neither} times`),
      ]),
    );
  });
  const next = element("button", { type: "button", class: "answer" }, "Compare again");
  next.addEventListener("click", () => begin(trial.asked.id));
  const summary = element("p", { class: "verdict", tabindex: "-1" }, verdict(result));
  form.querySelector(".answer").replaceWith(summary, next);
  summary.focus({ preventScroll: true });
}

searchBox({
  find: async (text, signal) => (await ask("api/search", { q: text, limit: 8 }, signal)).results,
  choose: (song) => begin(song.id),
  failed: (cause) => {
    if (cause.name !== "AbortError") {
      drawTrouble(trouble, cause);
    }
  },
});

feedback().then(({ on }) => {
  if (!on) {
    document.querySelector(".finder").hidden = true;
    drawTrouble(trouble, {
      message: "This page keeps no feedback, so there is nothing to compare with.",
      hint: "Start it without --no-feedback.",
    });
  } else if (address.has("id")) {
    begin(address.get("id"));
  } else {
    document.getElementById("q").focus();
  }
});
