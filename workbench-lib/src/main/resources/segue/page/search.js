// The search box: an ARIA combobox with a list of songs. Answers that come late or out of order are dropped.
import { element, yearAndArtists } from "./view.js";

const DEBOUNCE_MILLIS = 60;

/**
 * @param find (text, signal) => Promise of songs
 * @param choose called with the song taken
 * @param failed called with what `find` was rejected with
 */
export function searchBox({ find, choose, failed }) {
  const input = document.getElementById("q");
  const popup = document.getElementById("popup");
  const list = document.getElementById("options");
  const nothing = document.getElementById("nothing");
  const announce = document.getElementById("announce");

  let songs = [];
  let active = -1;
  let asked = 0;
  let timer = 0;
  let running = null;
  let takeFirst = false;

  function close() {
    popup.hidden = true;
    input.setAttribute("aria-expanded", "false");
    setActive(-1);
  }

  function open() {
    popup.hidden = false;
    input.setAttribute("aria-expanded", String(songs.length > 0));
  }

  function setActive(index) {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  function forget() {
    clearTimeout(timer);
    running?.abort();
    asked++;
    takeFirst = false;
  }

  function take(song) {
    document.dispatchEvent(new CustomEvent("segue:chosen", { detail: { typed: input.value.trim(), song } }));
    forget();
    input.value = "";
    songs = [];
    close();
    choose(song);
  }

  function show(text, found) {
    songs = found;
    list.replaceChildren(...found.map(option));
    nothing.hidden = found.length > 0;
    nothing.textContent = `No song or artist looks like “${text}”. Try fewer words, or only the artist.`;
    announce.textContent =
      found.length === 0 ? nothing.textContent : `${found.length} songs found, arrow keys to choose.`;
    setActive(-1);
    open();
    if (takeFirst && found.length > 0) {
      take(found[0]);
    }
    takeFirst = false;
  }

  function option(song, index) {
    const item = element("li", { id: `option-${index}`, role: "option", "aria-selected": "false" }, [
      element("span", { class: "name", dir: "auto" }, song.name),
      element("span", { class: "genre" }, song.genres.slice(0, 1)),
      element("span", { class: "by", dir: "auto" }, yearAndArtists(song)),
    ]);
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(song));
    return item;
  }

  async function ask(text) {
    const number = ++asked;
    running?.abort();
    running = new AbortController();
    try {
      const found = await find(text, running.signal);
      if (number === asked) {
        show(text, found);
      }
    } catch (trouble) {
      if (number === asked) {
        close();
        failed(trouble);
      }
    }
  }

  input.addEventListener("input", () => {
    forget();
    const text = input.value.trim();
    if (text === "") {
      songs = [];
      close();
      announce.textContent = "";
      return;
    }
    timer = setTimeout(() => ask(text), DEBOUNCE_MILLIS);
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    const isOpen = !popup.hidden && songs.length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (songs.length > 0) {
        event.preventDefault();
        const from = isOpen ? active : -1;
        open();
        const step = event.key === "ArrowDown" ? 1 : -1;
        setActive(from < 0 ? (step > 0 ? 0 : songs.length - 1) : (from + step + songs.length) % songs.length);
      }
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isOpen) {
        take(songs[Math.max(active, 0)]);
      } else {
        takeFirst = input.value.trim() !== ""; // the answer is on its way
      }
    } else if (event.key === "Escape") {
      if (popup.hidden) {
        input.value = "";
        forget();
      }
      close();
    }
  });

  input.addEventListener("blur", close);
  input.addEventListener("focus", () => {
    if (songs.length > 0 && input.value.trim() !== "") {
      open();
    }
  });

  return {
    focus: () => {
      input.focus();
      input.select();
    },
  };
}
