// Unpacks what MapPack wrote.

async function unpack(base64) {
  if (!("DecompressionStream" in globalThis)) {
    throw new Error("This browser cannot unpack the map. Chromium 80, Firefox 113 or Safari 16.4, or any newer, can.");
  }
  const packed = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const headerEnd = 4 + new DataView(bytes.buffer).getUint32(0);
  const map = JSON.parse(new TextDecoder().decode(bytes.subarray(4, headerEnd)));
  const sections = new Map();
  let from = headerEnd;
  for (const { name, bytes: length } of map.sections) {
    sections.set(name, bytes.subarray(from, from + length));
    from += length;
  }
  map.x = Uint16Array.from(numbers(sections.get("x"), 2));
  map.y = Uint16Array.from(numbers(sections.get("y"), 2));
  map.colourings = map.colourings.map((described) => colouring(described, sections.get(described.section)));
  map.songs = map.named ? songs(sections) : null;
  return map;
}

/** Whole numbers, whose bytes stand in planes, the highest first. */
function numbers(planes, bytesEach) {
  const rows = planes.length / bytesEach;
  const values = new Int32Array(rows);
  for (let plane = 0; plane < bytesEach; plane++) {
    for (let row = 0; row < rows; row++) {
      values[row] = (values[row] << 8) | planes[plane * rows + row];
    }
  }
  return values;
}

function texts(bytes) {
  const all = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\0");
  all.pop();
  return all;
}

function dictionary(sections, name) {
  const known = texts(sections.get(name));
  const rows = numbers(sections.get(`${name} rows`), 3);
  return (row) => known[rows[row]];
}

function songs(sections) {
  const names = texts(sections.get("names"));
  const years = numbers(sections.get("years"), 2);
  const ids = sections.has("ids") ? texts(sections.get("ids")) : null;
  return {
    name: (row) => names[row],
    artists: dictionary(sections, "artists"),
    genres: dictionary(sections, "genres"),
    year: (row) => (years[row] === 0 ? null : years[row]),
    id: (row) => (ids ? ids[row] : null),
    rowOf: (id) => (ids ? ids.indexOf(id) : -1),
  };
}

/** Groups: `groups[row]` is a position in `names`, or -1. Amounts: `values[row]` is a number, or NaN. */
function colouring({ title, names, labels, outlines }, planes) {
  if (names) {
    return { title, names, labels, outlines, groups: numbers(planes, 2).map((group) => group - 1) };
  }
  const bits = numbers(planes, 3).map((upper) => upper << 8);
  return { title, values: new Float32Array(bits.buffer) };
}
