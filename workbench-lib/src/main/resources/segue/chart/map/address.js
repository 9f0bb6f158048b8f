// What is seen, in the hash of the address: a link shows the same.

const readable = () => location.protocol !== "about:" && location.protocol !== "data:";

function readAddress() {
  const query = new URLSearchParams(readable() ? location.hash.slice(1) : "");
  const number = (name) => (query.has(name) && Number.isFinite(Number(query.get(name))) ? Number(query.get(name)) : null);
  return {
    x: number("x"),
    y: number("y"),
    zoom: number("zoom"),
    by: query.get("by"),
    only: (query.get("only") ?? "").split(",").filter((code) => /^\d+$/.test(code)).map(Number),
    song: query.get("song"),
  };
}

let writing = 0;

/** Browsers refuse a hundred changes within seconds, so it waits for rest. */
function writeAddress(state) {
  if (!readable()) {
    return;
  }
  clearTimeout(writing);
  writing = setTimeout(() => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(state())) {
      if (value !== null && value !== "") {
        query.set(name, value);
      }
    }
    const hash = query.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : `#${hash}`);
  }, 200);
}
