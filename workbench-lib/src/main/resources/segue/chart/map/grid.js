// The points in the order of square cells: what is near on the map is near in memory.

const SIDE = 65536;

function gridOf({ x, y, points }) {
  const bits = Math.min(8, Math.max(2, Math.ceil(Math.log2(Math.sqrt(points / 3 + 1)))));
  const across = 1 << bits;
  const shift = 16 - bits;
  const cell = (i) => (y[i] >> shift) * across + (x[i] >> shift);
  const starts = new Uint32Array(across * across + 1);
  for (let i = 0; i < points; i++) {
    starts[cell(i) + 1]++;
  }
  let used = 0;
  for (let c = 0; c < across * across; c++) {
    used += starts[c + 1] > 0 ? 1 : 0;
    starts[c + 1] += starts[c];
  }
  const next = starts.slice();
  const rows = new Uint32Array(points);
  for (let i = 0; i < points; i++) {
    rows[next[cell(i)]++] = i;
  }
  const xs = Uint16Array.from(rows, (row) => x[row]);
  const ys = Uint16Array.from(rows, (row) => y[row]);
  const clamp = (v) => Math.min(across - 1, Math.max(0, Math.floor(v) >> shift));

  /** Calls `use(from, to)` with ranges of places in this order that hold every point of a rectangle, and a few around. */
  function ranges(left, bottom, right, top, use) {
    if (right < 0 || top < 0 || left >= SIDE || bottom >= SIDE) {
      return;
    }
    const [firstX, lastX] = [clamp(left), clamp(right)];
    for (let cy = clamp(bottom); cy <= clamp(top); cy++) {
      const from = starts[cy * across + firstX];
      const to = starts[cy * across + lastX + 1];
      if (from < to) {
        use(from, to);
      }
    }
  }

  /** The row nearest to a place, at most `reach` away; -1 for none. */
  function nearest(px, py, reach, wanted) {
    let best = -1;
    let least = reach * reach;
    ranges(px - reach, py - reach, px + reach, py + reach, (from, to) => {
      for (let i = from; i < to; i++) {
        const distance = (xs[i] - px) ** 2 + (ys[i] - py) ** 2;
        if (distance <= least && wanted(rows[i])) {
          least = distance;
          best = rows[i];
        }
      }
    });
    return best;
  }

  /** The rows inside a closed line of [x, y], by the even-odd rule, in the order of the songs. */
  function inside(line, wanted) {
    const lineX = line.map((p) => p[0]);
    const lineY = line.map((p) => p[1]);
    const box = [Math.min(...lineX), Math.min(...lineY), Math.max(...lineX), Math.max(...lineY)];
    const found = [];
    ranges(...box, (from, to) => {
      for (let i = from; i < to; i++) {
        if (wanted(rows[i]) && isInside(xs[i], ys[i], lineX, lineY)) {
          found.push(rows[i]);
        }
      }
    });
    return Uint32Array.from(found).sort();
  }

  /** How much of the square has points: what is left of it when empty cells are taken away. */
  const occupied = Math.max(used / (across * across), 1e-4);
  return { xs, ys, rows, ranges, nearest, inside, occupied };
}

function isInside(x, y, lineX, lineY) {
  let odd = false;
  for (let i = 0, j = lineX.length - 1; i < lineX.length; j = i++) {
    if (lineY[i] > y !== lineY[j] > y && x < ((lineX[j] - lineX[i]) * (y - lineY[i])) / (lineY[j] - lineY[i]) + lineX[i]) {
      odd = !odd;
    }
  }
  return odd;
}
