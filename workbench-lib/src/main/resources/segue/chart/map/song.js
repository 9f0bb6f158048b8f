// A song in words: under the pointer, and chosen.

const songName = (map, row) => (map.songs ? map.songs.name(row) || "(no title)" : `Point ${row.toLocaleString("en")}`);
const artistLine = (map, row) => map.songs.artists(row) || "unknown artist";
const byLine = (map, row) => [artistLine(map, row), map.songs.year(row)].filter((part) => part !== null).join(" · ");

/** The parts of a song's words; nothing in them is markup. */
function songLines(map, row, colouring, only) {
  const colour = css(colouring.colours(only)[colouring.codes[row]]);
  const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
  swatch.style.background = colour;
  const value = colouring.describe(row);
  const genres = map.songs?.genres(row) ?? "";
  return [
    words("p", { class: "name" }, songName(map, row)),
    map.songs ? words("p", { class: "by" }, byLine(map, row)) : [],
    genres !== "" && genres !== value ? words("p", { class: "genres" }, genres) : [],
    value === null ? [] : element("p", { class: "value" }, [swatch, words("span", {}, value)]),
  ].flat();
}

const spoken = (map, row, colouring) =>
  [songName(map, row), map.songs ? byLine(map, row) : "", colouring.describe(row) ?? ""].filter(Boolean).join(", ");

/** The link to Segue's page, for a song that has an id; null without one. */
function pageLink(map, row) {
  if (!map.page || !map.songs?.id(row)) {
    return null;
  }
  const link = element("a", { class: "open", href: `${map.page}?id=${encodeURIComponent(map.songs.id(row))}` }, "Open in Segue");
  if (map.page.startsWith("http")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return link;
}

function tipOf(map, view) {
  const tip = at("tip");
  let shown = -1;
  return {
    hide() {
      shown = -1;
      tip.hidden = true;
    },
    show(row, colouring, only, [px, py]) {
      if (shown !== row) {
        shown = row;
        tip.replaceChildren(...songLines(map, row, colouring, only));
        tip.hidden = false;
      }
      const { offsetWidth: width, offsetHeight: height } = tip;
      const x = px + 16 + width > view.width ? px - 16 - width : px + 16;
      const y = py + 16 + height > view.height ? py - 16 - height : py + 16;
      tip.style.transform = `translate(${Math.round(Math.max(4, x))}px, ${Math.round(Math.max(4, y))}px)`;
    },
  };
}

/** @param letGo called when the card is closed; @param flyTo when the song is to be shown */
function drawSong(map, row, colouring, only, letGo, flyTo) {
  const card = at("song");
  card.hidden = row < 0;
  if (row < 0) {
    card.replaceChildren();
    return;
  }
  const close = element("button", { type: "button", class: "close", id: "let-go", "aria-label": "Let the song go" }, "×");
  close.addEventListener("click", letGo);
  const show = element("button", { type: "button", class: "show" }, "Show on the map");
  show.addEventListener("click", flyTo);
  card.replaceChildren(
    close,
    ...songLines(map, row, colouring, only),
    element("p", { class: "actions" }, [pageLink(map, row) ?? [], show].flat()),
  );
}
