// Where the name of a group goes: where it is densest, on a coarse grid that is smoothed once.

const CELLS = 64;

function labelsOf(map, { codes, parts }) {
  return parts
    .filter((part) => !part.missing && !part.rest)
    .map((part) => ({ ...part, ...densest(map, codes, part.code) }))
    .sort((a, b) => b.count - a.count);
}

function densest({ x, y, points }, codes, code) {
  const counts = new Float32Array(CELLS * CELLS);
  for (let i = 0; i < points; i++) {
    if (codes[i] === code) {
      counts[(y[i] >> 10) * CELLS + (x[i] >> 10)]++;
    }
  }
  let [best, most] = [0, -1];
  for (let c = 0; c < counts.length; c++) {
    let around = 0;
    for (const step of [-CELLS - 1, -CELLS, -CELLS + 1, -1, 0, 0, 1, CELLS - 1, CELLS, CELLS + 1]) {
      around += counts[c + step] ?? 0;
    }
    if (around > most) {
      [best, most] = [c, around];
    }
  }
  return { x: ((best % CELLS) + 0.5) * 1024, y: (Math.floor(best / CELLS) + 0.5) * 1024 };
}
