// The dashboard: asks now and then while it can be seen, and changes only the pictures that have changed.
import { ask } from "./ask.js";
import { drawTrouble, element } from "./view.js";

const EVERY_MILLIS = 15_000;

const at = (id) => document.getElementById(id);
const shown = new Map();
let timer = 0;

function draw({ lastActivity, pictures }) {
  at("activity").textContent = lastActivity;
  for (const picture of pictures) {
    if (shown.get(picture.name) === picture.svg) {
      continue;
    }
    const svg = parsed(picture.svg);
    const card = document.getElementById(`card-${picture.name}`);
    if (card === null) {
      at("pictures").append(
        element("section", { class: "picture", id: `card-${picture.name}`, "aria-label": picture.title }, [
          element("div", { class: "drawing", tabindex: "0", role: "group", "aria-label": picture.title }, svg),
          element("details", {}, [element("summary", {}, "In words"), element("p", {}, picture.description)]),
        ]),
      );
    } else {
      card.querySelector(".drawing").replaceChildren(svg);
      card.querySelector("details p").textContent = picture.description;
    }
    shown.set(picture.name, picture.svg);
  }
}

function parsed(text) {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return document.importNode(root, true);
}

async function refresh() {
  clearTimeout(timer);
  try {
    draw(await ask("api/dashboard"));
    at("trouble").hidden = true;
  } catch (cause) {
    if (cause.code === "feedback_off") {
      at("activity").textContent = "";
      drawTrouble(at("trouble"), cause);
      at("pictures").setAttribute("aria-busy", "false");
      return;
    }
    const hint = cause.gone ? "Start it again with ./segue page; the dashboard goes on by itself when it is back." : cause.hint;
    drawTrouble(at("trouble"), { message: cause.message, hint }, refresh);
  }
  at("pictures").setAttribute("aria-busy", "false");
  timer = setTimeout(refreshIfSeen, EVERY_MILLIS);
}

function refreshIfSeen() {
  if (document.visibilityState === "visible") {
    refresh();
  }
}

document.addEventListener("visibilitychange", refreshIfSeen);
refresh();
