// Recommendations by what this visitor's ratings have taught, and what people of the same taste like.
import { ask } from "./ask.js";
import { feedback } from "./kept.js";
import { rateControl } from "./ratings.js";
import { artistLine, element } from "./view.js";

const CHOSEN = "segue.taste";
const SETTLES_MILLIS = 1200;

let byTaste = stored();
let fieldset = null;
let timer = 0;

function stored() {
  try {
    return localStorage.getItem(CHOSEN) === "mine";
  } catch {
    return false; // a browser may forbid storage
  }
}

function choose(mine) {
  byTaste = mine;
  try {
    if (mine) {
      localStorage.setItem(CHOSEN, "mine");
    } else {
      localStorage.removeItem(CHOSEN);
    }
  } catch {
    // see stored()
  }
}

/** What a request for recommendations says of this visitor. It is no part of the address: a link is for others too. */
export const personal = () => (byTaste ? { weights: "mine" } : {});

function radio(value, label) {
  const input = element("input", { type: "radio", name: "weights", value });
  return element("label", {}, [input, element("span", {}, label)]);
}

function drawSwitch(taste) {
  if (fieldset === null) {
    fieldset = element("fieldset", { class: "segments taste" }, [
      element("legend", {}, "Features count"),
      element("div", {}, [radio("none", "Alike"), radio("mine", "By my taste")]),
      element("p", { class: "reason", id: "taste-reason" }),
    ]);
    fieldset.addEventListener("change", (event) => {
      event.stopPropagation();
      choose(event.target.value === "mine");
      again();
    });
    document.getElementById("years").before(fieldset);
  }
  const mine = fieldset.querySelector("[value=mine]");
  mine.disabled = !taste.learned;
  mine.setAttribute("aria-describedby", "taste-reason");
  fieldset.querySelector(`[value=${byTaste ? "mine" : "none"}]`).checked = true;
  fieldset.querySelector(".reason").textContent = taste.learned ? inWords(taste) : taste.notYet;
}

const percent = (share) => `${Math.round(share * 100)} %`;

function inWords(taste) {
  const most = taste.weights.slice(0, 3).map(({ feature, weight }) => `${feature.replaceAll("_", " ")} ${weight.toFixed(1)}`);
  return (
    `Learned from ${taste.ratings} ratings, where 1 is usual: ${most.join(", ")}. Of two songs in ratings held back, the nearer ` +
    `was the better liked in ${percent(taste.agreement)} instead of ${percent(taste.agreementBefore)}.`
  );
}

const again = () => document.dispatchEvent(new CustomEvent("segue:again"));

async function drawTaste() {
  if (!(await feedback()).on) {
    return;
  }
  try {
    const taste = await ask("api/taste");
    if (byTaste && !taste.learned) {
      choose(false);
      again();
    }
    drawSwitch(taste);
  } catch {
    // It is offered when the server answers again.
  }
}

// ---- people of the same taste

function drawPeople() {
  const inside = element("div", { class: "inside", "aria-live": "polite" });
  const details = element("details", { class: "people" }, [element("summary", {}, "People with your taste"), inside]);
  details.addEventListener("toggle", async () => {
    if (!details.open) {
      return;
    }
    inside.replaceChildren(element("p", {}, "Looking for them …"));
    try {
      const answer = await ask("api/people", { n: 10 });
      inside.replaceChildren(
        answer.notYet === null
          ? element("ol", {}, answer.results.map((one) => suggestion(one, answer.method)))
          : element("p", {}, answer.notYet),
      );
    } catch (cause) {
      inside.replaceChildren(element("p", {}, `${cause.message} ${cause.hint ?? ""}`));
    }
  });
  document.querySelector("main").append(details);
}

function suggestion({ song, score, people }, method) {
  return element("li", {}, [
    element("div", {}, [
      element("a", { href: `./?id=${encodeURIComponent(song.id)}` }, song.name),
      element("span", { class: "by" }, artistLine(song)),
    ]),
    element("p", { class: "by" }, `You would give it about ${score.toFixed(1)}, say ${people} people who rate as you do`),
    rateControl("", song, method),
  ]);
}

document.addEventListener("segue:rated", () => {
  clearTimeout(timer);
  timer = setTimeout(drawTaste, SETTLES_MILLIS);
});
document.addEventListener("segue:forgotten", () => choose(false));

drawTaste();
feedback().then(({ on }) => on && drawPeople());
