package segue.kernel.shell;

/**
 * One message of the compiler.
 *
 * @param start position in the cell, or -1 where it concerns no place in it
 * @param end position after the last character concerned
 */
record Problem(UnitSource unit, CellText cell, int start, int end, String code, String message) {}
