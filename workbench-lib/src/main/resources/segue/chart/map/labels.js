// Where the name of a group goes, on a coarse grid that is smoothed once: where it is dense and much of what is there is of
// it; and the lines around groups, which the pack has.

const CELLS = 64;

function labelsOf(map, { codes, parts }) {
  const everyone = crowd(map, () => true);
  return parts
    .filter((part) => !part.missing && !part.rest)
    .map((part) => ({ ...part, ...densest(crowd(map, (i) => codes[i] === part.code), everyone) }))
    .sort((a, b) => b.count - a.count);
}

function crowd({ x, y, points }, counts) {
  const sharp = new Float32Array(CELLS * CELLS);
  for (let i = 0; i < points; i++) {
    if (counts(i)) {
      sharp[(y[i] >> 10) * CELLS + (x[i] >> 10)]++;
    }
  }
  return blurred(blurred(sharp, 1), CELLS);
}

function blurred(counts, step) {
  return counts.map((count, c) => 2 * count + (counts[c - step] ?? 0) + (counts[c + step] ?? 0));
}

function densest(group, everyone) {
  let [best, most] = [0, -1];
  group.forEach((count, c) => {
    const score = count === 0 ? 0 : (count * count) / everyone[c];
    if (score > most) {
      [best, most] = [c, score];
    }
  });
  return { x: ((best % CELLS) + 0.5) * 1024, y: (Math.floor(best / CELLS) + 0.5) * 1024 };
}

/** @returns for each line its corners and the code of its group */
function outlinesOf({ parts }, outlines) {
  return parts
    .filter((part) => !part.missing && !part.rest)
    .flatMap(({ code }) => (outlines[code] ?? []).map((corners) => ({ code, corners })));
}
