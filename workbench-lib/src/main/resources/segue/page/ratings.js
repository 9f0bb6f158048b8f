// Like, dislike and a score for every song that is recommended. What is said shows at once and is sent with a key of its own,
// again and again with the same one until the server has it, so that nothing is stored twice.
import { ask, randomToken, tell } from "./ask.js";
import { feedback } from "./kept.js";
import { element } from "./view.js";

const SETTLES_MILLIS = 500;
const AGAIN_MILLIS = [2000, 4000, 8000, 16000, 32000];
const SVG = "http://www.w3.org/2000/svg";
const THUMB = "M3 10.5h3.6V20H3zM8.6 20V10.4L12 3c1.7 0 2.8 1.1 2.8 2.7V9h4.6c1.2 0 2 1 1.8 2.1l-1.3 7.2A2 2 0 0 1 18 20z";

const placeOf = (asked, song, method) => JSON.stringify([asked, song, method]);

/** Every recommendation that was rated here or before, by place. */
const ratings = new Map();
/** The last opinions by pair of songs, whatever the method: people remember songs. */
const byPair = new Map();
let known = null;

class Rating {
  constructor(asked, song, method) {
    Object.assign(this, { asked, song, method, said: null, before: undefined, pending: null, failure: null });
    this.view = () => {};
    this.sending = false;
    this.tries = 0;
    this.timer = 0;
  }

  /** @param opinion `{opinion, score}`, or null for none */
  say(opinion, pause = 0) {
    this.before = this.said;
    this.change(opinion, pause);
  }

  undo() {
    const wanted = this.before;
    this.before = undefined;
    this.change(wanted, 0);
  }

  change(opinion, pause) {
    this.said = opinion;
    this.pending = { key: randomToken(), ...(opinion ?? { opinion: "withdrawn", score: null }) };
    this.failure = null;
    this.tries = 0;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
    this.draw();
  }

  async send() {
    clearTimeout(this.timer);
    if (this.sending || this.pending === null) {
      return;
    }
    this.sending = true;
    const now = this.pending;
    try {
      await tell("api/ratings", { asked: this.asked, song: this.song, method: this.method, ...now }, { retries: 0 });
      if (this.pending === now) {
        this.pending = null;
        this.failure = null;
      }
      document.dispatchEvent(new CustomEvent("segue:rated"));
    } catch (cause) {
      if (this.pending === now) {
        this.failure = cause;
        // Who is busy or away may be back soon; what was refused for good will be refused again.
        if (cause.gone || !["bad_parameter", "unknown_id", "key_used", "feedback_off"].includes(cause.code)) {
          const wait = AGAIN_MILLIS[Math.min(this.tries++, AGAIN_MILLIS.length - 1)];
          this.timer = setTimeout(() => this.send(), wait);
        }
      }
    } finally {
      this.sending = false;
      this.draw();
      if (this.pending !== null && this.pending !== now) {
        this.send();
      }
    }
  }

  draw() {
    byPair.set(placeOf(this.asked, this.song), this.said);
    this.view();
    drawUnsaved();
  }
}

function ratingOf(asked, song, method) {
  const place = placeOf(asked, song, method);
  if (!ratings.has(place)) {
    ratings.set(place, new Rating(asked, song, method));
  }
  return ratings.get(place);
}

/** What this visitor said before, asked for once. */
function loadMine() {
  known ??= ask("api/ratings").then(
    (mine) => {
      for (const { asked, song, method, opinion, score } of mine.ratings) {
        const rating = ratingOf(asked, song, method);
        if (rating.said === null && rating.pending === null) {
          rating.said = { opinion, score };
        }
        const pair = placeOf(asked, song);
        if (!byPair.has(pair)) {
          byPair.set(pair, rating.said);
        }
      }
    },
    () => {
      known = null;
    },
  );
  return known;
}

function icon(kind) {
  const picture = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", width: "20", height: "20", "aria-hidden": "true" })) {
    picture.setAttribute(name, value);
  }
  picture.classList.add(kind);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", THUMB);
  picture.append(path);
  return picture;
}

const inWords = (said) =>
  said === null ? "" : said.opinion === "like" ? "Liked" : said.opinion === "dislike" ? "Disliked" : `${said.score} of 10`;

/**
 * The buttons of one recommendation.
 *
 * @param asked id of the song asked about, "" where there was none
 * @param song `{id, name}`
 */
export function rateControl(asked, song, method) {
  const rating = ratingOf(asked, song.id, method);
  const thumb = (opinion, label) => {
    const button = element("button", { type: "button", class: `thumb ${opinion}`, title: label }, icon(opinion));
    button.setAttribute("aria-label", `${label} ${song.name}`);
    button.addEventListener("click", () =>
      rating.say(rating.said?.opinion === opinion ? null : { opinion, score: null }),
    );
    return button;
  };
  const like = thumb("like", "Like");
  const dislike = thumb("dislike", "Dislike");
  const score = element("select", { class: "grade", title: "0, never again, to 10", "aria-label": `Score of ${song.name}, 0 to 10` }, [
    element("option", { value: "" }, "Score"),
    ...Array.from({ length: 11 }, (_, i) => element("option", { value: String(10 - i) }, String(10 - i))),
  ]);
  let byKeys = false;
  score.addEventListener("pointerdown", () => (byKeys = false));
  score.addEventListener("keydown", () => (byKeys = true));
  score.addEventListener("change", () => {
    const chosen = score.value === "" ? null : { opinion: "score", score: Number(score.value) };
    // Arrow keys pass over scores that are not meant.
    rating.say(chosen, byKeys ? SETTLES_MILLIS : 0);
  });
  const told = element("span", { class: "told" });
  const undo = element("button", { type: "button", class: "link" }, "Undo");
  undo.setAttribute("aria-label", `Undo the rating of ${song.name}`);
  undo.addEventListener("click", () => {
    rating.undo();
    like.focus();
  });
  const again = element("button", { type: "button", class: "link" }, "Try again");
  again.addEventListener("click", () => rating.send());

  rating.view = () => {
    like.setAttribute("aria-pressed", String(rating.said?.opinion === "like"));
    dislike.setAttribute("aria-pressed", String(rating.said?.opinion === "dislike"));
    score.value = rating.said?.opinion === "score" ? String(rating.said.score) : "";
    score.classList.toggle("given", score.value !== "");
    const earlier = rating.said === null && rating.before === undefined ? (byPair.get(placeOf(asked, song.id)) ?? null) : null;
    const words = rating.failure
      ? `Not saved: ${rating.failure.message}`
      : earlier !== null
        ? `${inWords(earlier)} before`
        : rating.before === undefined
          ? ""
          : inWords(rating.said) || "Taken back";
    told.textContent = words;
    told.classList.toggle("failed", rating.failure !== null);
    undo.hidden = rating.before === undefined || rating.failure !== null;
    again.hidden = rating.failure === null;
    if (rating.before !== undefined) {
      announce(`${words}: ${song.name}`);
    }
  };
  rating.view();
  return element("div", { class: "rate", role: "group", "aria-label": `Rate ${song.name}` }, [like, dislike, score, told, undo, again]);
}

// ---- what is not saved, wherever it was said

let notice = null;
let live = null;

function announce(text) {
  if (live === null) {
    live = element("p", { class: "unseen", role: "status" });
    document.body.append(live);
  }
  if (live.textContent !== text) {
    live.textContent = text;
  }
}

const failed = () => [...ratings.values()].filter((rating) => rating.failure !== null);

function drawUnsaved() {
  const all = failed();
  if (notice === null) {
    notice = element("div", { class: "unsaved", role: "alert", hidden: "" });
    document.body.append(notice);
  }
  const count = all.length === 1 ? "1 rating is" : `${all.length} ratings are`;
  const text = all.length === 0 ? "" : `${count} not saved yet. ${all[0].failure.message} `;
  if (notice.dataset.text !== text) {
    notice.dataset.text = text;
    const button = element("button", { type: "button" }, "Try again");
    button.addEventListener("click", () => failed().forEach((rating) => rating.send()));
    notice.replaceChildren(text, button);
    notice.hidden = all.length === 0;
  }
}

window.addEventListener("beforeunload", (event) => {
  const waiting = [...ratings.values()].filter((rating) => rating.pending !== null);
  waiting.forEach((rating) => rating.send());
  if (waiting.length > 0) {
    event.preventDefault();
  }
});

/** Forgets all that was said, also what waits to be sent. */
document.addEventListener("segue:forgotten", () => {
  for (const rating of ratings.values()) {
    clearTimeout(rating.timer);
    Object.assign(rating, { said: null, before: undefined, pending: null, failure: null });
  }
  byPair.clear();
  ratings.forEach((rating) => rating.view());
  drawUnsaved();
});

let shown = 0;

document.addEventListener("segue:answer", async ({ detail: { answer } }) => {
  const number = ++shown;
  if (!answer.method || !(await feedback()).on) {
    return;
  }
  await loadMine();
  if (number !== shown) {
    return;
  }
  for (const result of answer.results) {
    document
      .querySelector(`#results [data-id="${CSS.escape(result.id)}"] .actions`)
      ?.prepend(rateControl(answer.song.id, result, answer.method));
  }
});
