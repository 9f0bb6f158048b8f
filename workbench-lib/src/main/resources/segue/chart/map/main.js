// The map: what is seen, and what follows from it.

async function start() {
  const map = await unpack(at("pack").textContent);
  at("pack").remove();
  at("title").textContent = map.title;
  at("overlay").setAttribute("aria-label", `${map.title}, ${counted(map.points, "point")}`);
  if (map.points === 0) {
    at("state").textContent = "No song is on this map.";
    at("count").textContent = "";
    at("side").classList.add("bare");
    document.querySelectorAll(".tools button").forEach((button) => (button.disabled = true));
    themeButton(() => {});
    return;
  }
  walk(map);
  at("state").hidden = true;
}

function walk(map) {
  const grid = gridOf(map);
  const raster = rasterOf(at("points"), grid, map.points);
  const view = viewOf(map, moved);
  const overlay = overlayOf(at("overlay"), view, map.points);
  const tip = tipOf(map, view);
  const legend = legendOf(map, filter);
  const list = insideList(map, (row) => choose(row, true), closeList);
  const state = { colouring: null, index: 0, only: new Set(), hovered: -1, chosen: -1, lasso: [], lassoing: false };
  let codes = new Uint16Array(0);
  let ink = new Float32Array(0);
  let labels = [];
  let outlines = [];
  let frame = 0;
  let resting = 0;
  let quick = 1;
  let changed = true;

  // ---- painting

  const sharp = () => Math.min(globalThis.devicePixelRatio || 1, 2);

  function moved() {
    changed = true;
    schedule();
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = 0;
      changed = true;
      schedule();
    }, 140);
    writeAddress(addressState);
  }

  function schedule() {
    frame ||= requestAnimationFrame(paint);
  }

  /** While it moves, points are painted as sharply as this machine can within a frame; at rest as sharply as can be. */
  function paint() {
    frame = 0;
    if (changed) {
      const started = performance.now();
      raster.paint(view, codes, ink, resting ? sharp() * quick : sharp());
      const millis = performance.now() - started;
      if (resting) {
        quick = Math.min(1, Math.max(0.4, quick * (millis > 22 ? 0.8 : millis < 11 ? 1.12 : 1)));
      }
      changed = false;
    }
    const colours = state.colouring.colours(state.only);
    overlay.paint({
      outlines: outlines.filter(isSeen).map(({ code, corners }) => ({ corners, colour: lineColour(colours[code]) })),
      labels: labels.filter(isSeen).map((label) => ({ ...label, colour: letterColour(colours[label.code]) })),
      marks: map.marks,
      hovered: pixelOf(state.hovered),
      chosen: pixelOf(state.chosen),
      lasso: state.lasso,
      middle: at("overlay").matches(":focus-visible"),
    }, sharp());
  }

  const isSeen = ({ code }) => state.only.size === 0 || state.only.has(code);
  const pixelOf = (row) => (row < 0 ? null : view.pixel(map.x[row], map.y[row]));

  function inked() {
    ink = inks(state.colouring, state.only);
    changed = true;
    schedule();
  }

  // ---- colours

  function colour(index) {
    state.index = index;
    state.colouring = coloursOf(map, map.colourings[index]);
    state.only = new Set();
    codes = Uint16Array.from(grid.rows, (row) => state.colouring.codes[row]);
    labels = labelsOf(state.colouring, map.colourings[index]?.labels ?? []);
    outlines = outlinesOf(state.colouring, map.colourings[index]?.outlines ?? []);
    shown();
  }

  function filter(only) {
    const known = new Set(state.colouring.parts.map((part) => part.code));
    state.only = new Set([...only].filter((code) => known.has(code)));
    shown();
  }

  const isShown = (row) => isSeen({ code: state.colouring.codes[row] });

  function shown() {
    const seen = state.colouring.parts.filter((part) => state.only.has(part.code));
    const noun = map.songs ? "song" : "point";
    const count = state.only.size === 0
      ? counted(map.points, noun)
      : `${seen.reduce((sum, part) => sum + part.count, 0).toLocaleString("en")} of ${counted(map.points, noun)}`;
    // A title often says how many there are.
    at("count").textContent = state.only.size === 0 && map.title.includes(count) ? "" : count;
    announce([count, ...seen.map((part) => part.name)].join(", "));
    legend.draw(state.colouring, state.only, outlines.length > 0);
    drawChosen();
    hover(-1);
    inked();
    writeAddress(addressState);
  }

  // ---- songs

  const under = (px, py, reach) => grid.nearest(...view.place(px, py), reach / view.scale, isShown);

  function hover(row) {
    state.hovered = row;
    at("overlay").classList.toggle("pointing", row >= 0);
    if (row < 0) {
      tip.hide();
    } else {
      tip.show(row, state.colouring, state.only, pixelOf(row));
    }
    schedule();
  }

  function choose(row, flying) {
    state.chosen = row;
    hover(-1);
    drawChosen();
    if (row >= 0) {
      at("side").scrollTop = 0;
      announce(spoken(map, row, state.colouring));
      if (flying) {
        flyTo(row);
      }
    }
    schedule();
    writeAddress(addressState);
  }

  const flyTo = (row) => view.fly(map.x[row], map.y[row], Math.max(view.scale, view.scaleOf(6)));

  function drawChosen() {
    drawSong(map, state.chosen, state.colouring, state.only, () => {
      choose(-1);
      at("overlay").focus();
    }, () => flyTo(state.chosen));
  }

  // ---- lists

  function lasso(line) {
    state.lasso = line;
    lassoing(false);
    list.show(grid.inside(line, isShown), "inside the lasso", map.colourings);
    schedule();
  }

  function inView() {
    const [left, top] = view.place(0, 0);
    const [right, bottom] = view.place(view.width, view.height);
    state.lasso = [];
    list.show(grid.inside([[left, bottom], [right, bottom], [right, top], [left, top]], isShown), "in view", map.colourings);
    at("rows").focus({ preventScroll: true });
    schedule();
  }

  function closeList() {
    state.lasso = [];
    list.hide();
    schedule();
    at("overlay").focus();
  }

  function lassoing(on) {
    state.lassoing = on;
    at("lasso").setAttribute("aria-pressed", String(on));
    at("map").classList.toggle("lassoing", on);
  }

  // ---- wiring

  gestures(at("overlay"), view, {
    hover: (x, y, reach) => hover(under(x, y, reach)),
    leave: () => hover(-1),
    choose: (x, y, reach) => choose(under(x, y, reach), false),
    chooseMiddle: () => choose(under(view.width / 2, view.height / 2, 60), false),
    letGo() {
      lassoing(false);
      choose(-1);
      if (!at("inside").hidden) {
        closeList();
      }
    },
    draw(line) {
      state.lasso = line;
      schedule();
    },
    lassoed: lasso,
    lassoing: () => state.lassoing,
    moveByKey: schedule,
  });
  at("overlay").addEventListener("focus", schedule);
  at("overlay").addEventListener("blur", schedule);
  at("nearer").addEventListener("click", () => view.fly(view.x, view.y, view.scale * 1.8, 200));
  at("farther").addEventListener("click", () => view.fly(view.x, view.y, view.scale / 1.8, 200));
  at("whole").addEventListener("click", () => view.whole());
  at("lasso").addEventListener("click", () => lassoing(!state.lassoing));
  at("inview").addEventListener("click", inView);
  searchBox(map, (row) => {
    if (!isShown(row)) {
      filter(new Set());
    }
    choose(row, true);
  });
  new ResizeObserver(() => view.resize(at("map").clientWidth, at("map").clientHeight)).observe(at("map"));
  themeButton(() => state.colouring && shown());

  // ---- state and address

  const addressState = () => {
    const whole = view.zoom() > 0.999 && view.zoom() < 1.001;
    return {
      x: whole ? null : Math.round(view.x * 10) / 10,
      y: whole ? null : Math.round(view.y * 10) / 10,
      zoom: whole ? null : Number(view.zoom().toPrecision(5)),
      by: state.index === 0 ? null : map.colourings[state.index].title,
      only: [...state.only].sort((a, b) => a - b).join(","),
      song: state.chosen < 0 ? null : (map.songs?.id(state.chosen) ?? state.chosen),
    };
  };

  /** An address names a song by its id where the map has ids, and by its row elsewhere. */
  function rowOf(song) {
    const row = map.songs?.rowOf(song) ?? -1;
    return row < 0 && /^\d+$/.test(song ?? "") && Number(song) < map.points ? Number(song) : row;
  }

  function goToAddress() {
    const wanted = readAddress();
    const index = Math.max(0, map.colourings.findIndex(({ title }) => title === wanted.by));
    colour(index);
    legend.select(index);
    filter(new Set(wanted.only));
    choose(rowOf(wanted.song), false);
    view.toWhole();
    if (wanted.zoom !== null) {
      view.show(wanted.x ?? view.x, wanted.y ?? view.y, view.scaleOf(wanted.zoom));
    }
  }

  legend.choices(0, colour);
  view.resize(at("map").clientWidth, at("map").clientHeight);
  goToAddress();
  addEventListener("hashchange", goToAddress);

  /** For those who drive the map by script. */
  globalThis.segueMap = {
    points: map.points,
    view,
    song: (row) => ({ name: songName(map, row), artists: map.songs?.artists(row), year: map.songs?.year(row), genres: map.songs?.genres(row) }),
    pixel: (row) => view.pixel(map.x[row], map.y[row]),
  };
}

start().catch((problem) => {
  at("state").hidden = false;
  at("state").classList.add("trouble");
  at("state").textContent = problem.message;
  throw problem;
});
