// Finds songs as one types: case, accents and punctuation do not matter, nor does the order of words.

const MOST_FOUND = 60;
const LETTERS = { "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "&": " and " };

function folded(text) {
  const lower = text.toLowerCase();
  const plain = /[^\x00-\x7f]/.test(lower)
    ? lower.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[øłđðıßæœþ]/g, (c) => LETTERS[c])
    : lower;
  const key = plain.replace(/&/g, " and ").replace(/['’]/g, "").replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
  return key === "" ? lower.trim() : key;
}

/** @returns a function from text to rows, best first, and how many there are in all */
function finderOf(map) {
  let keys = null;
  return (text) => {
    keys ??= Array.from({ length: map.points }, (_, row) =>
      ` ${folded(map.songs.name(row))} \n ${folded(map.songs.artists(row))} `);
    const wanted = folded(text);
    const parts = wanted.split(" ").filter(Boolean);
    const starts = parts.map((part) => ` ${part}`);
    const found = [[], [], [], []];
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row];
      if (!parts.every((part) => key.includes(part))) {
        continue;
      }
      if (key.startsWith(` ${wanted} \n`) || key.endsWith(`\n ${wanted} `)) {
        found[0].push(row);
      } else if (key.startsWith(` ${wanted}`) || key.includes(`\n ${wanted}`)) {
        found[1].push(row);
      } else {
        found[starts.every((start) => key.includes(start)) ? 2 : 3].push(row);
      }
    }
    const all = found.flat();
    return { rows: all.slice(0, MOST_FOUND), all: all.length };
  };
}

function searchBox(map, choose) {
  const [input, popup, list] = [at("q"), at("popup"), at("options")];
  const find = finderOf(map);
  let rows = [];
  let active = -1;
  let waiting = 0;
  at("combo").hidden = !map.songs || map.points === 0;

  function close() {
    popup.hidden = true;
    setActive(-1);
    input.setAttribute("aria-expanded", "false");
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

  function take(row) {
    close();
    choose(row);
  }

  function look() {
    clearTimeout(waiting);
    if (input.value.trim() === "") {
      rows = [];
      close();
      return;
    }
    const { rows: found, all } = find(input.value);
    rows = found;
    list.replaceChildren(...rows.map(option));
    at("found").textContent = all === 0
      ? `No song or artist has “${input.value.trim()}”. Try fewer words.`
      : `${counted(all, "song")}${all > rows.length ? `, the first ${rows.length}` : ""}`;
    announce(all === 0 ? "No song found." : `${counted(all, "song")} found, arrow keys to choose.`);
    setActive(-1);
    list.scrollTop = 0;
    popup.hidden = false;
    input.setAttribute("aria-expanded", String(rows.length > 0));
  }

  function option(row, index) {
    const item = element("li", { id: `option-${index}`, role: "option", "aria-selected": "false" }, [
      words("span", { class: "name" }, songName(map, row)),
      words("span", { class: "by" }, byLine(map, row)),
    ]);
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(row));
    return item;
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, map.points > 20_000 ? 120 : 30);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (popup.hidden) {
        look();
      }
      if (rows.length > 0) {
        setActive(active < 0 ? (step > 0 ? 0 : rows.length - 1) : (active + step + rows.length) % rows.length);
      }
    } else if (event.key === "Enter") {
      event.preventDefault();
      const kept = active;
      if (popup.hidden || kept < 0) {
        look();
      }
      if (rows.length > 0) {
        take(rows[Math.max(kept, 0)]);
      }
    } else if (event.key === "Escape") {
      if (popup.hidden) {
        input.value = "";
      }
      close();
    }
  });
  input.addEventListener("blur", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.closest?.("input, select, textarea") && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}
