// The songs that this browser started from last. They stay in the browser.
import { element, yearAndArtists } from "./view.js";

const STORED_AS = "segue.recent";
const MOST = 6;

let kept = null;

/** Songs `{ id, name, artists, year, source }`, the latest first. */
function recent() {
  if (kept === null) {
    try {
      kept = JSON.parse(localStorage.getItem(STORED_AS) ?? "[]").filter(
        (song) => typeof song.id === "string" && typeof song.name === "string" && Array.isArray(song.artists),
      );
    } catch {
      kept = []; // storage is forbidden, or something else wrote there
    }
  }
  return kept;
}

function keep(songs) {
  kept = songs.slice(0, MOST);
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(kept));
  } catch {
    // see recent(): then they last until the page is left
  }
}

export function remember({ id, name, artists, year }, source) {
  keep([{ id, name, artists, year, source }, ...recent().filter((song) => song.id !== id)]);
}

/** A song to begin with, as a link. */
export function beginning(song, hrefOf, open, more = []) {
  const link = element("a", { href: hrefOf(song.id) }, [
    element("span", { class: "name", dir: "auto" }, song.name),
    element("span", { class: "by", dir: "auto" }, yearAndArtists(song)),
  ]);
  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      open(song.id);
    }
  });
  return element("li", {}, [link, ...more]);
}

/** Draws those of this catalogue; each can be removed. */
export function drawRecent(source, hrefOf, open) {
  const section = document.getElementById("recent");
  const songs = recent().filter((song) => song.source === source);
  section.hidden = songs.length === 0;
  document.getElementById("recent-songs").replaceChildren(
    ...songs.map((song) => {
      const remove = element("button", { type: "button", class: "remove", "aria-label": `Forget ${song.name}` }, "×");
      remove.addEventListener("click", () => {
        keep(recent().filter((one) => one.id !== song.id));
        drawRecent(source, hrefOf, open);
        (section.hidden ? document.getElementById("q") : section.querySelector(".remove")).focus();
      });
      return beginning(song, hrefOf, open, [remove]);
    }),
  );
}

export function forgetAll() {
  keep([]);
}
