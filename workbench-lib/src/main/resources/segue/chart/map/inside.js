// The list of the songs inside a lasso or in view. Of a long list only the rows in sight are elements.

const ROW_PIXELS = 48;

function insideList(map, choose, closed) {
  const [section, box, runway] = [at("inside"), at("rows"), at("runway")];
  let rows = new Uint32Array(0);
  let active = 0;
  let colourings = [];

  function show(found, where, allColourings) {
    rows = found;
    active = 0;
    colourings = allColourings;
    section.hidden = false;
    at("inside-title").textContent = `${counted(rows.length, map.songs ? "song" : "point")} ${where}`;
    announce(at("inside-title").textContent);
    box.hidden = rows.length === 0;
    at("copy").disabled = at("csv").disabled = rows.length === 0;
    runway.style.height = `${rows.length * ROW_PIXELS}px`;
    box.scrollTop = 0;
    at("side").scrollTop = section.offsetTop - at("side").offsetTop;
    draw();
  }

  function hide() {
    rows = new Uint32Array(0);
    section.hidden = true;
    runway.replaceChildren();
  }

  function draw() {
    const first = Math.max(0, Math.floor(box.scrollTop / ROW_PIXELS) - 3);
    const last = Math.min(rows.length, Math.ceil((box.scrollTop + box.clientHeight) / ROW_PIXELS) + 3);
    const items = [];
    for (let i = first; i < last; i++) {
      const item = element("div", {
        class: "row", id: `row-${i}`, role: "option", "data-at": i, "aria-posinset": i + 1, "aria-setsize": rows.length,
        "aria-selected": String(i === active),
      }, [
        words("span", { class: "name" }, songName(map, rows[i])),
        map.songs ? words("span", { class: "by" }, byLine(map, rows[i])) : [],
      ].flat());
      item.style.top = `${i * ROW_PIXELS}px`;
      items.push(item);
    }
    runway.replaceChildren(...items);
    if (rows.length > 0) {
      box.setAttribute("aria-activedescendant", `row-${active}`);
    }
  }

  function move(to) {
    active = Math.min(rows.length - 1, Math.max(0, to));
    const top = active * ROW_PIXELS;
    box.scrollTop = Math.min(top, Math.max(box.scrollTop, top + ROW_PIXELS - box.clientHeight));
    draw();
  }

  box.addEventListener("scroll", draw);
  new ResizeObserver(draw).observe(box);
  box.addEventListener("click", (event) => {
    const item = event.target.closest("[data-at]");
    if (item) {
      move(Number(item.dataset.at));
      choose(rows[active]);
    }
  });
  box.addEventListener("keydown", (event) => {
    const page = Math.max(1, Math.floor(box.clientHeight / ROW_PIXELS) - 1);
    const moves = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: rows.length };
    if (event.key in moves) {
      event.preventDefault();
      move(moves[event.key]);
    } else if (event.key === "Enter" && rows.length > 0) {
      choose(rows[active]);
    }
  });
  at("inside-close").addEventListener("click", closed);

  const lines = () => Array.from(rows, (row) =>
    map.songs ? `${artistLine(map, row)} – ${songName(map, row)}${map.songs.year(row) ? ` (${map.songs.year(row)})` : ""}` : songName(map, row));
  at("copy").addEventListener("click", async () => {
    const done = await copied(`${lines().join("\n")}\n`);
    announce(done ? `${counted(rows.length, "line")} copied.` : "The browser did not allow copying.");
    at("copy").textContent = done ? "Copied" : "Copying refused";
    setTimeout(() => (at("copy").textContent = "Copy as text"), 1500);
  });
  at("csv").addEventListener("click", () => {
    const link = element("a", { download: "songs.csv" });
    link.href = URL.createObjectURL(new Blob([csvOf(map, rows, colourings)], { type: "text/csv" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });

  return { show, hide };
}

/** A frame may not be given the clipboard; then the older way. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", { class: "unseen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** Of text that spreadsheets take for a formula the first character is an apostrophe, which they show as text. */
const defused = (text) => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A row a song, with its row in the catalogue and everything that colours say. */
function csvOf(map, rows, colourings) {
  const cell = (value) => {
    const text = typeof value === "string" ? defused(value) : String(value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const values = ({ names, groups, values: amounts }) => (row) =>
    names ? (groups[row] < 0 ? "" : names[groups[row]]) : Number.isFinite(amounts[row]) ? Number(amounts[row].toPrecision(5)) : "";
  const { songs } = map;
  const columns = [
    ["row", (row) => row],
    ...(songs ? [
      ["name", songs.name], ["artists", songs.artists], ["year", songs.year], ["genres", songs.genres],
      ...(map.page ? [["id", songs.id]] : []),
    ] : []),
    ...colourings.filter(({ title }) => !songs || title !== "year").map((colouring) => [colouring.title, values(colouring)]),
  ];
  const lines = [columns.map(([name]) => cell(name)).join(",")];
  for (const row of rows) {
    lines.push(columns.map(([, value]) => cell(value(row))).join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}
