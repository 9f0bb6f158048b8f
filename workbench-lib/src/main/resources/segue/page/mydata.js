// The line at the page's end: a blind comparison, what is kept of the visitor, and how to get it or get rid of it.
import { ask, renew, tell } from "./ask.js";
import { feedback, keepSearches, keepsSearches } from "./kept.js";
import { element } from "./view.js";

function button(label, kind, act) {
  const made = element("button", { type: "button", class: kind }, label);
  made.addEventListener("click", act);
  return made;
}

function keepSwitch() {
  const box = element("input", { type: "checkbox", role: "switch" });
  box.checked = keepsSearches();
  box.addEventListener("change", () => keepSearches(box.checked));
  return element("label", { class: "keep" }, [box, element("span", {}, "Keep what I search and play")]);
}

const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

function dialog(place) {
  const told = element("p", { class: "told", role: "status" });
  const box = element("dialog", { class: "my-data", "aria-labelledby": "my-data-title" });

  async function save() {
    told.textContent = "";
    try {
      const all = await ask("api/my-data");
      const address = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)], { type: "application/json" }));
      const link = element("a", { href: address, download: "segue-my-data.json" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
      told.textContent = `Saved as segue-my-data.json: ${counted(all.ratings.length, "rating", "ratings")}, ${counted(all.searches.length, "search", "searches")}, ${counted(all.plays.length, "play", "plays")}, ${counted(all.trials.length, "comparison", "comparisons")}.`;
    } catch (cause) {
      told.textContent = `${cause.message} ${cause.hint}`;
    }
  }

  async function forget() {
    told.textContent = "";
    try {
      const gone = await tell("api/my-data", undefined, { method: "DELETE" });
      renew();
      document.dispatchEvent(new CustomEvent("segue:forgotten"));
      told.textContent = `Deleted: ${counted(gone.ratings, "rating", "ratings")}, ${counted(gone.searches, "search", "searches")}, ${counted(gone.plays, "play", "plays")}, ${counted(gone.trials, "comparison", "comparisons")}. You have a new id. ${gone.whatRemains}`;
      box.addEventListener("close", () => location.reload(), { once: true });
    } catch (cause) {
      told.textContent = `Nothing was deleted. ${cause.message} ${cause.hint}`;
    } finally {
      sure.hidden = true;
      first.hidden = false;
      first.focus();
    }
  }

  const first = button("Delete everything …", "plain", () => {
    first.hidden = true;
    sure.hidden = false;
    sure.querySelector("button").focus();
  });
  const sure = element("div", { class: "sure", role: "group", "aria-label": "Delete everything?" }, [
    element("span", {}, "It cannot be brought back."),
    button("Yes, delete", "danger", forget),
    button("Keep it", "plain", () => {
      sure.hidden = true;
      first.hidden = false;
      first.focus();
    }),
  ]);
  sure.hidden = true;
  box.append(
    element("h2", { id: "my-data-title" }, "Your data"),
    element(
      "p",
      {},
      `What you rate and compare, and what you search and play if you let it, is kept ${place}, under a random id that only this browser knows: no name, no address.`,
    ),
    element("p", {}, "Averages over all listeners are shown to everybody; whoever runs this page can read the rest, and nobody else gets it."),
    keepSwitch(),
    element("div", { class: "choices" }, [button("Save a copy", "plain", save), first, sure]),
    told,
    element("form", { method: "dialog" }, element("button", { class: "plain" }, "Close")),
  );
  return box;
}

async function draw() {
  const { on, place } = await feedback();
  if (!on) {
    return;
  }
  const dashboard = element("a", { href: "dashboard" }, "What listeners said");
  const trial = element("a", { href: "trial" }, "Compare two methods blind");
  document.addEventListener("segue:answer", ({ detail: { answer } }) => {
    trial.setAttribute("href", `trial?id=${encodeURIComponent(answer.song.id)}`);
  });
  const mine = button("Your data", "link", () => {
    const box = dialog(place);
    document.body.append(box);
    box.addEventListener("close", () => {
      box.remove();
      mine.focus();
    });
    box.showModal();
  });
  document.body.append(element("footer", { class: "yours" }, [trial, dashboard, mine]));
}

draw();
