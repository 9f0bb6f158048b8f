// Shows the way to the Spotify account, where the page is the person's own.
import { ask } from "./ask.js";

async function begin() {
  try {
    const { spotify } = await ask("api/status");
    const map = document.querySelector(".top .to-map");
    if (!spotify?.available || map === null) {
      return;
    }
    const link = document.createElement("a");
    link.className = "to-map to-spotify";
    link.href = "spotify";
    link.textContent = "Spotify";
    // Both in one cell of the header's grid.
    const links = document.createElement("span");
    links.style.display = "flex";
    links.style.gap = "1.1rem";
    map.replaceWith(links);
    links.append(map, link);
  } catch {
    // the page itself says that the server is gone
  }
}

begin();
