// Stands where the map will be: shows how far it is, then turns into it. The address stays, and so the song after its hash.
const EVERY_MILLIS = 1000;
const message = document.getElementById("message");
const bar = document.getElementById("bar");

async function look() {
  try {
    const { map } = await (await fetch("status")).json();
    if (map.state !== "drawing") {
      location.reload();
      return;
    }
    message.textContent = map.message;
    bar.value = map.fraction;
  } catch {
    message.textContent =
      "Segue does not answer any more. Start it again with ./segue page; the map comes by itself when it is back.";
  }
  setTimeout(look, EVERY_MILLIS);
}

setTimeout(look, EVERY_MILLIS);
