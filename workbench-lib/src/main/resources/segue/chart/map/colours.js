// What each point's colour is: a code for each point, and for each code red, green, blue and weight.

const AMOUNT_CODES = 200;
const ENDS = 0.02; // this share at each end of the amounts has the colour of the end
const OWN_COLOURS = 9; // so many groups have a colour that eyes tell apart; those after them only where they are chosen
const MOST_ENTRIES = 200;
const FAINT = 0.035; // of the points that a legend's choice leaves out

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const css = ([r, g, b]) => `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)})`;
const mixed = (a, b, share) => a.map((v, i) => v + share * (b[i] - v));

const missingColour = () => (isDark() ? [92, 97, 108] : [205, 208, 212]);

/** The rest of all groups steps back: the many small ones, and what is called so. */
const isRest = (name, group) => group >= OWN_COLOURS || name.trim().toLowerCase() === "other";
const restColour = () => (isDark() ? [138, 144, 158] : [166, 174, 184]);

/** The colours of the palette, then lighter, then darker relatives of them. The ninth is ink: a grey would be of the rest. */
function groupColour(palette, group) {
  if (group === OWN_COLOURS - 1) {
    return isDark() ? [238, 236, 230] : [27, 27, 34];
  }
  const base = rgb(palette[group % palette.length]);
  const turn = Math.floor(group / palette.length) % 3;
  const varied = turn === 0 ? base : mixed(base, turn === 1 ? [255, 255, 255] : [0, 0, 0], 0.4);
  return isDark() ? mixed(varied, [255, 255, 255], 0.3) : varied;
}

/** A relative of a colour that stands out as a line. */
const lineColour = (colour) => css(mixed(colour, isDark() ? [255, 255, 255] : [0, 0, 0], 0.25));

/** A relative of a colour that can be read. */
const letterColour = (colour) => css(mixed(colour, isDark() ? [255, 255, 255] : [27, 27, 34], 0.5));

/** A scale from which the end that would vanish in the background is cut. */
function scaleColour(scale, share) {
  const [from, to] = isDark() ? [0.3, 1] : [0.06, 0.86];
  const place = (from + share * (to - from)) * (scale.length - 1);
  const below = Math.min(Math.floor(place), scale.length - 2);
  return mixed(rgb(scale[below]), rgb(scale[below + 1]), place - below);
}

/** As people write numbers of this size: 1994, 0.374, −7.25. */
function shownAmount(value) {
  const size = Math.abs(value);
  const whole = Number.isInteger(value) && size < 1e6;
  const text = whole ? String(value) : size >= 1e6 || (size > 0 && size < 1e-4) ? value.toExponential(2) : String(Number(value.toPrecision(3)));
  return text.replace("-", "−");
}

/** @returns for a colouring: codes, the parts of its legend, and words for a point; `null` is density alone */
function coloursOf(map, colouring) {
  if (!colouring) {
    const accent = () => (isDark() ? [157, 185, 255] : [36, 71, 176]);
    return { title: "", codes: new Uint16Array(map.points), parts: [], colours: () => [accent()], describe: () => null };
  }
  return colouring.names ? groupColours(map, colouring) : amountColours(map, colouring);
}

function groupColours(map, { title, names, groups }) {
  const missing = names.length;
  const codes = Uint16Array.from(groups, (group) => (group < 0 ? missing : group));
  const counts = new Uint32Array(names.length + 1);
  codes.forEach((code) => counts[code]++);
  const parts = [...names, `no ${title}`]
    .map((name, code) => ({ name, code, count: counts[code], missing: code === missing, rest: isRest(name, code) }))
    .filter((part) => part.count > 0);
  const colour = (name, group, only) => (isRest(name, group) && !only?.has(group) ? restColour() : groupColour(map.palette, group));
  return {
    title, codes, parts,
    colours: (only) => [...names.map((name, group) => colour(name, group, only)), missingColour()],
    describe: (row) => (groups[row] < 0 ? `no ${title}` : names[groups[row]]),
  };
}

function amountColours(map, { title, values }) {
  const sorted = values.filter(Number.isFinite).sort();
  const place = (share) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  let [low, high] = [place(ENDS), place(1 - ENDS)];
  if (low === high) {
    [low, high] = [place(0), place(1)];
  }
  const share = (value) => (high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5);
  const codes = Uint16Array.from(values, (value) =>
    Number.isFinite(value) ? Math.round(share(value) * (AMOUNT_CODES - 1)) : AMOUNT_CODES);
  const missing = values.length - sorted.length;
  return {
    title, codes,
    parts: missing > 0 ? [{ name: `no ${title}`, code: AMOUNT_CODES, count: missing, missing: true }] : [],
    bar: sorted.length === 0 ? null : {
      low: (place(0) < low ? "≤ " : "") + shownAmount(low),
      high: (place(1) > high ? "≥ " : "") + shownAmount(high),
      at: (part) => css(scaleColour(map.scale, part)),
    },
    colours: () => [...Array.from({ length: AMOUNT_CODES }, (_, i) => scaleColour(map.scale, i / (AMOUNT_CODES - 1))), missingColour()],
    describe: (row) => (Number.isFinite(values[row]) ? `${title} ${shownAmount(values[row])}` : `no ${title}`),
  };
}

/** For the raster: four numbers a code. What is missing, or not among `only`, is drawn lightly. */
function inks(colouring, only) {
  const colours = colouring.colours(only);
  const missing = new Set(colouring.parts.filter((part) => part.missing).map((part) => part.code));
  const table = new Float32Array(4 * colours.length);
  colours.forEach((colour, code) => {
    const shown = only.size === 0 || only.has(code);
    const weight = shown ? (missing.has(code) && only.size === 0 ? 0.35 : 1) : FAINT;
    table.set([...(shown ? colour : missingColour()), weight], 4 * code);
  });
  return table;
}
