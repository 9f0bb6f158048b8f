// Paints the points. For each pixel the colours of all points on it are summed up, and only then become a colour: their
// mean, the more opaque the more points there are. So no point hides another, whatever their order, and crowds stay clear.

const PHASES = 4; // a point stands at one of 4 × 4 places within a pixel, so that slow motion is smooth

function rasterOf(canvas, grid, points) {
  const context = canvas.getContext("2d");
  let sums = new Float32Array(0);
  let image = null;

  /** The radius in pixels and the opacity of one point: for few points large and clear, for many small and faint. */
  function look(view) {
    const spacing = SIDE * view.scale * Math.sqrt(grid.occupied / Math.max(points, 1));
    const radius = Math.min(6.5, Math.max(0.9, 0.34 * spacing ** 0.85));
    const covered = Math.PI * (radius / spacing) ** 2;
    return { radius, opacity: Math.min(0.9, Math.max(0.2, 0.62 / covered)) };
  }

  /** @param sharpness device pixels for each pixel of the page; fewer are painted faster */
  function paint(view, codes, inks, sharpness) {
    const width = Math.max(1, Math.round(view.width * sharpness));
    const height = Math.max(1, Math.round(view.height * sharpness));
    const { radius, opacity } = look(view);
    const stamp = stampOf(radius * sharpness);
    const stride = width + 2 * stamp.margin;
    const size = 4 * stride * (height + 2 * stamp.margin);
    if (sums.length < size) {
      sums = new Float32Array(size);
    } else {
      sums.fill(0, 0, size);
    }
    sumUp(view, codes, inks, sharpness, stamp, stride, width, height);
    if (canvas.width !== width || canvas.height !== height || !image) {
      canvas.width = width;
      canvas.height = height;
      image = context.createImageData(width, height);
    }
    toPixels(stamp.margin, stride, width, height, opacity);
    context.putImageData(image, 0, 0);
  }

  function sumUp(view, codes, inks, sharpness, { margin, parts }, stride, width, height) {
    const { xs, ys } = grid;
    const scale = view.scale * sharpness;
    const left = view.x - (width / 2 + margin) / scale;
    const top = view.y + (height / 2 + margin) / scale;
    const reachX = width + 2 * margin;
    const reachY = height + 2 * margin;
    const offsets = parts.map((part) => part.places.map(([dx, dy]) => 4 * (dy * stride + dx)));
    const shades = parts.map((part) => part.shades);
    const [lowX, highX, lowY, highY] = [margin, reachX - margin - 1, margin, reachY - margin - 1];
    grid.ranges(left, top - reachY / scale, left + reachX / scale, top, (from, to) => {
      for (let i = from; i < to; i++) {
        const px = (xs[i] - left) * scale;
        const py = (top - ys[i]) * scale;
        if (px < lowX || py < lowY || px > highX || py > highY) {
          continue;
        }
        const ix = px | 0;
        const iy = py | 0;
        const phase = (((py - iy) * PHASES) | 0) * PHASES + (((px - ix) * PHASES) | 0);
        const ink = 4 * codes[i];
        const weight = inks[ink + 3];
        const red = inks[ink];
        const green = inks[ink + 1];
        const blue = inks[ink + 2];
        const base = 4 * (iy * stride + ix);
        const offset = offsets[phase];
        const shade = shades[phase];
        for (let k = 0; k < offset.length; k++) {
          const at = base + offset[k];
          const much = weight * shade[k];
          sums[at] += much * red;
          sums[at + 1] += much * green;
          sums[at + 2] += much * blue;
          sums[at + 3] += much;
        }
      }
    });
  }

  function toPixels(margin, stride, width, height, opacity) {
    const pixels = new Uint32Array(image.data.buffer);
    const opaque = opacities(opacity);
    for (let y = 0, out = 0; y < height; y++) {
      let at = 4 * ((y + margin) * stride + margin);
      for (let x = 0; x < width; x++, out++, at += 4) {
        const weight = sums[at + 3];
        if (weight === 0) {
          pixels[out] = 0;
          continue;
        }
        const much = 1 / weight;
        const alpha = opaque[weight >= 16 ? 1023 : (weight * 64) | 0];
        pixels[out] = (alpha << 24) | ((sums[at + 2] * much) << 16) | ((sums[at + 1] * much) << 8) | (sums[at] * much);
      }
    }
  }

  return { paint, look };
}

/** Opacity, 0 to 255, of a pixel with the weight i / 64. */
function opacities(opacity) {
  return Uint8Array.from({ length: 1024 }, (_, i) => Math.round(255 * (1 - (1 - opacity) ** ((i + 0.5) / 64))));
}

/** A disc with smooth edges, for each place within a pixel: which pixels around it takes, and how much of each. */
function stampOf(radius) {
  const margin = Math.ceil(radius + 1);
  const parts = [];
  for (let phase = 0; phase < PHASES * PHASES; phase++) {
    const cx = ((phase % PHASES) + 0.5) / PHASES;
    const cy = (Math.floor(phase / PHASES) + 0.5) / PHASES;
    const part = { places: [], shades: [] };
    for (let dy = -margin; dy <= margin; dy++) {
      for (let dx = -margin; dx <= margin; dx++) {
        const shade = Math.min(1, radius + 0.5 - Math.hypot(dx + 0.5 - cx, dy + 0.5 - cy));
        if (shade > 0.02) {
          part.places.push([dx, dy]);
          part.shades.push(shade);
        }
      }
    }
    parts.push(part);
  }
  return { margin, parts };
}
