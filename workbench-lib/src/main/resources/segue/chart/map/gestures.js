// Mouse, fingers and keys on the map.

const CLICK_PIXELS = 5; // a press that moves less is a click
const FINGER_PIXELS = 20;
const MOUSE_PIXELS = 8;

/** @param acts moved, hover(x, y, reach), leave, choose(x, y, reach), chooseMiddle, letGo, lassoed(places), lassoing() */
function gestures(canvas, view, acts) {
  const pointers = new Map();
  let pressed = null;
  let line = null;
  let lastTap = { time: 0, x: 0, y: 0 };
  const reachOf = (event) => (event.pointerType === "mouse" ? MOUSE_PIXELS : FINGER_PIXELS);
  const spot = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) {
      return;
    }
    view.land();
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true, focusVisible: false });
    const place = spot(event);
    pointers.set(event.pointerId, place);
    pressed = pointers.size === 1 ? place : null;
    line = pointers.size === 1 && (event.shiftKey || acts.lassoing()) ? [view.place(...place)] : null;
    acts.leave();
  });

  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = spot(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      acts.hover(x, y, reachOf(event));
      return;
    }
    if (pressed && Math.hypot(x - pressed[0], y - pressed[1]) < CLICK_PIXELS) {
      return;
    }
    pressed = null;
    if (line) {
      line.push(view.place(x, y));
      acts.draw(line);
    } else if (pointers.size === 2) {
      pinch(event.pointerId, before, [x, y]);
    } else {
      view.pan(x - before[0], y - before[1]);
    }
    pointers.set(event.pointerId, [x, y]);
  });

  function pinch(id, before, now) {
    const other = [...pointers].find(([otherId]) => otherId !== id)[1];
    const apart = (a) => Math.max(10, Math.hypot(a[0] - other[0], a[1] - other[1]));
    view.pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
    view.zoomAt((now[0] + other[0]) / 2, (now[1] + other[1]) / 2, apart(now) / apart(before));
  }

  function released(event) {
    if (!pointers.delete(event.pointerId)) {
      return;
    }
    const [x, y] = spot(event);
    if (event.type === "pointercancel") {
      pressed = null;
      line = null;
      acts.draw([]);
    } else if (line && line.length > 2) {
      acts.lassoed(line);
    } else if (pressed) {
      click(x, y, event);
    }
    pressed = null;
    line = null;
  }
  canvas.addEventListener("pointerup", released);
  canvas.addEventListener("pointercancel", released);
  canvas.addEventListener("pointerleave", () => acts.leave());

  function click(x, y, event) {
    const again = event.timeStamp - lastTap.time < 350 && Math.hypot(x - lastTap.x, y - lastTap.y) < FINGER_PIXELS;
    lastTap = { time: again ? 0 : event.timeStamp, x, y };
    if (again) {
      const [px, py] = view.place(x, y);
      const scale = view.scale * 2.5;
      view.fly(px - (x - view.width / 2) / scale, py + (y - view.height / 2) / scale, scale, 250);
    } else {
      acts.choose(x, y, reachOf(event));
    }
  }

  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    view.land();
    const unit = event.deltaMode === 1 ? 30 : event.deltaMode === 2 ? 300 : 1;
    const strength = event.ctrlKey ? 0.01 : 0.0018;
    view.zoomAt(...spot(event), Math.exp(-strength * Math.max(-300, Math.min(300, event.deltaY * unit))));
    acts.leave();
  }, { passive: false });

  const nudge = (dx, dy) => view.fly(view.x + (dx * 80) / view.scale, view.y + (dy * 80) / view.scale, view.scale, 120);
  const keys = {
    ArrowLeft: () => nudge(-1, 0),
    ArrowRight: () => nudge(1, 0),
    ArrowUp: () => nudge(0, 1),
    ArrowDown: () => nudge(0, -1),
    "+": () => view.fly(view.x, view.y, view.scale * 1.6, 160),
    "=": () => keys["+"](),
    "-": () => view.fly(view.x, view.y, view.scale / 1.6, 160),
    0: () => view.whole(),
    Home: () => view.whole(),
    Enter: () => acts.chooseMiddle(),
    " ": () => acts.chooseMiddle(),
    Escape: () => acts.letGo(),
  };
  canvas.addEventListener("keydown", (event) => {
    if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      keys[event.key]();
      acts.moveByKey(event.key);
    }
  });
}
