/** The signs that people draw boxes and states with; every expression that looks for them is built from these. For classes with the flag `u`. */

/** Boxes that wait for a tick: ballot boxes, squares that stand for them, and what Word's symbol fonts leave of one. */
export const openBoxes = '☐□⬜◻◽🔲▢❏❑🗆\uF0A8\uF06F';

/** Boxes with a tick in them. */
export const checkedBoxes = '☑✅🗹\uF0FE';

/** Boxes with a mark in them; a cross is how many word processors tick, and elsewhere what crosses out. */
export const tickedBoxes = `${checkedBoxes}☒🗵🗷`;

/** Marks that tick without a box. */
export const ticks = '✓✔';

/** Marks that say no. */
export const crosses = '❌✗✘✖⛔';

/** Marks that say not yet. */
export const waits = '⏳⌛🔄🚧⏸';

/** Open boxes as entities of HTML. */
export const openEntities = '&#(?:9744|9633|11036|x2610|x25a1|x2b1c);';
