// Which part of the map is seen: the place in the middle, and pixels a step of the map.

function viewOf(map, changed) {
  const bounds = boundsOf(map);
  const view = { x: 0, y: 0, scale: 1, width: 1, height: 1 };
  let flight = 0;

  // Room for the tools: at the left, and as much at the right; where it is narrow they lie below.
  const isNarrow = () => view.width <= 520;
  const foot = () => (isNarrow() && view.height > 240 ? 60 : 0);
  const free = () => (isNarrow() ? view.width : view.width - 104);
  const fit = () => 0.92 * Math.min(free() / bounds.width, (view.height - foot()) / bounds.height);
  const middle = () => [bounds.x, bounds.y - foot() / 2 / fit()];
  const zoom = () => view.scale / fit();

  function show(x, y, scale) {
    view.scale = Math.min(fit() * 400, Math.max(fit() * 0.5, scale));
    view.x = Math.min(bounds.right, Math.max(bounds.left, x));
    view.y = Math.min(bounds.top, Math.max(bounds.bottom, y));
    changed();
  }

  const land = () => cancelAnimationFrame(flight);

  /** Moves there in a moment, or at once for those who like no motion. */
  function fly(x, y, scale, millis = 420) {
    land();
    if (still.matches) {
      show(x, y, scale);
      return;
    }
    const start = performance.now();
    const from = { ...view };
    const step = (now) => {
      const t = Math.min(1, Math.max(0, (now - start) / millis));
      const share = t * t * (3 - 2 * t);
      show(from.x + share * (x - from.x), from.y + share * (y - from.y), from.scale * (scale / from.scale) ** share);
      if (t < 1) {
        flight = requestAnimationFrame(step);
      }
    };
    flight = requestAnimationFrame(step);
  }

  return Object.assign(view, {
    zoom,
    show,
    fly,
    land,
    whole: (millis) => fly(...middle(), fit(), millis),
    toWhole: () => show(...middle(), fit()),
    scaleOf: (wanted) => wanted * fit(),
    resize(width, height) {
      const kept = zoom();
      [view.width, view.height] = [Math.max(1, width), Math.max(1, height)];
      show(view.x, view.y, kept * fit());
    },
    pan: (dx, dy) => show(view.x - dx / view.scale, view.y + dy / view.scale, view.scale),
    /** The place under a pixel stays under it. */
    zoomAt(px, py, factor) {
      const [x, y] = view.place(px, py);
      const scale = Math.min(fit() * 400, Math.max(fit() * 0.5, view.scale * factor));
      show(x - (px - view.width / 2) / scale, y + (py - view.height / 2) / scale, scale);
    },
    pixel: (x, y) => [(x - view.x) * view.scale + view.width / 2, view.height / 2 - (y - view.y) * view.scale],
    place: (px, py) => [(px - view.width / 2) / view.scale + view.x, view.y - (py - view.height / 2) / view.scale],
  });
}

/** Of all points and marks. */
function boundsOf({ x, y, marks, points }) {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (px, py) => {
    left = Math.min(left, px);
    right = Math.max(right, px);
    bottom = Math.min(bottom, py);
    top = Math.max(top, py);
  };
  for (let i = 0; i < points; i++) {
    include(x[i], y[i]);
  }
  marks.forEach((mark) => include(mark.x, mark.y));
  if (left > right) {
    include(0, 0);
    include(65535, 65535);
  }
  const width = Math.max(right - left, 1000);
  const height = Math.max(top - bottom, 1000);
  return { left, right, bottom, top, width, height, x: (left + right) / 2, y: (bottom + top) / 2 };
}
