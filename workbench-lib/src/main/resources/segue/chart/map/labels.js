// What points groups out beside their colour. Where it goes is in the pack, for the groups that have a colour of their own.

const ownParts = ({ parts }) => parts.filter((part) => !part.missing && !part.rest);

/** @returns for each group its name and the places it may stand at, the best first; the largest group first */
const labelsOf = (colouring, places) =>
  ownParts(colouring)
    .filter(({ code }) => places[code]?.length > 0)
    .map((part) => ({ ...part, places: pairs(places[part.code]) }))
    .sort((a, b) => b.count - a.count);

/** @returns for each line its corners and the code of its group */
const outlinesOf = (colouring, lines) =>
  ownParts(colouring).flatMap(({ code }) => (lines[code] ?? []).map((line) => ({ code, corners: pairs(line) })));

const pairs = (numbers) => Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i], numbers[2 * i + 1]]);
