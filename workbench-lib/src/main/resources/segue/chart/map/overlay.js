// What lies over the points: lines around groups, their names, stars, rings around songs, the lasso.

const FEW = 1000; // points that are large

function overlayOf(canvas, view, points) {
  const context = canvas.getContext("2d");
  const sans = getComputedStyle(document.body).fontFamily;

  function paint({ outlines, labels, marks, hovered, chosen, lasso, middle }, sharpness) {
    const style = getComputedStyle(document.documentElement);
    const [ink, paper, accent] = ["--ink", "--paper", "--apart"].map((name) => style.getPropertyValue(name + "-now"));
    const width = Math.round(view.width * sharpness);
    const height = Math.round(view.height * sharpness);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    context.lineJoin = "round";
    outlines.forEach((line) => outline(line, paper));
    names(labels, marks, paper);
    marks.forEach((mark) => star(mark, ink, paper, accent));
    if (lasso.length > 0) {
      loop(lasso, accent);
    }
    if (hovered) {
      ring(hovered, 7, 2, ink, paper);
    }
    if (chosen) {
      ring(chosen, 10, 3, accent, paper);
    }
    if (middle) {
      cross(ink, paper);
    }
  }

  const shortened = (words) => (words.length > 44 ? `${words.slice(0, 43)}…` : words);

  function text(words, x, y, font, ink, paper) {
    context.font = font;
    context.lineWidth = 4;
    context.strokeStyle = paper;
    context.strokeText(words, x, y);
    context.fillStyle = ink;
    context.fillText(words, x, y);
  }

  /** Few points are large, and a name would hide them: it goes above, at the upper edge below. */
  function besidePoint([px, py]) {
    const aside = points > FEW ? 0 : py < 30 ? 16 : -16;
    return [px, py + aside];
  }

  /** Whether a star's name stands on its left, since the map ends too soon on its right. */
  function isLeft(label, px) {
    context.font = `600 13px ${sans}`;
    const room = context.measureText(shortened(label)).width + 18;
    return px + room > view.width && px > room;
  }

  /** The largest groups first; one that would lie over a star or another's name everywhere is left out until there is room. */
  function names(labels, marks, paper) {
    const font = `600 13px ${sans}`;
    context.font = font;
    const taken = marks.map(({ label, x, y }) => {
      const [px, py] = view.pixel(x, y);
      const half = (context.measureText(shortened(label)).width + 32) / 2;
      return [isLeft(label, px) ? px + 14 - half : px - 14 + half, py, half];
    });
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const { name, places, colour } of labels) {
      const words = shortened(name);
      const half = context.measureText(words).width / 2 + 5;
      const isFree = ([px, py]) =>
        px >= half && px <= view.width - half && taken.every(([ox, oy, other]) => Math.abs(px - ox) > half + other || Math.abs(py - oy) > 18);
      const place = places.map(([x, y]) => besidePoint(view.pixel(x, y))).find(isFree);
      if (place) {
        taken.push([...place, half]);
        text(words, ...place, font, colour, paper);
      }
    }
  }

  /** Through the middles between corners, so that a line stays round when the map comes nearer. */
  function outline({ corners, colour }, paper) {
    const places = corners.map(([x, y]) => view.pixel(x, y));
    const middle = ([ax, ay], [bx, by]) => [(ax + bx) / 2, (ay + by) / 2];
    context.beginPath();
    context.moveTo(...middle(places.at(-1), places[0]));
    places.forEach((place, i) => context.quadraticCurveTo(...place, ...middle(place, places[(i + 1) % places.length])));
    context.closePath();
    for (const [lineWidth, strokeStyle] of [[4.2, paper], [1.8, colour]]) {
      Object.assign(context, { lineWidth, strokeStyle });
      context.stroke();
    }
  }

  function star({ label, x, y }, ink, paper, accent) {
    const [px, py] = view.pixel(x, y);
    context.beginPath();
    for (let i = 0; i < 10; i++) {
      const angle = (Math.PI * i) / 5 - Math.PI / 2;
      const radius = i % 2 === 0 ? 11 : 4.6;
      context.lineTo(px + radius * Math.cos(angle), py + radius * Math.sin(angle));
    }
    context.closePath();
    context.lineWidth = 4;
    context.strokeStyle = paper;
    context.stroke();
    context.fillStyle = accent;
    context.fill();
    context.lineWidth = 1.2;
    context.strokeStyle = ink;
    context.stroke();
    const left = isLeft(label, px);
    context.textAlign = left ? "right" : "left";
    context.textBaseline = "middle";
    text(shortened(label), left ? px - 15 : px + 15, py, `600 13px ${sans}`, ink, paper);
  }

  function ring([px, py], radius, width, colour, paper) {
    for (const [lineWidth, strokeStyle] of [[width + 3, paper], [width, colour]]) {
      context.beginPath();
      context.arc(px, py, radius, 0, 2 * Math.PI);
      Object.assign(context, { lineWidth, strokeStyle });
      context.stroke();
    }
  }

  function loop(places, accent) {
    context.beginPath();
    places.forEach(([x, y]) => context.lineTo(...view.pixel(x, y)));
    context.closePath();
    context.globalAlpha = 0.1;
    context.fillStyle = accent;
    context.fill("evenodd");
    context.globalAlpha = 1;
    context.lineWidth = 2;
    context.setLineDash([6, 4]);
    context.strokeStyle = accent;
    context.stroke();
    context.setLineDash([]);
  }

  function cross(ink, paper) {
    const [cx, cy] = [view.width / 2, view.height / 2];
    for (const [lineWidth, strokeStyle] of [[4, paper], [1.5, ink]]) {
      context.beginPath();
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        context.moveTo(cx + 4 * dx, cy + 4 * dy);
        context.lineTo(cx + 12 * dx, cy + 12 * dy);
      }
      Object.assign(context, { lineWidth, strokeStyle });
      context.stroke();
    }
  }

  return { paint };
}
