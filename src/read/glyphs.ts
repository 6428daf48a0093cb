/** The signs that people draw boxes with; every expression that looks for boxes is built from these. For classes with the flag `u`. */

/** Boxes that wait for a tick: ballot boxes, squares that stand for them, and what Word's symbol fonts leave of one. */
export const openBoxes = '☐□⬜◻◽🔲▢❏❑🗆\uF0A8\uF06F';

/** Boxes with a mark in them. ☒ is how many word processors tick. */
export const tickedBoxes = '☑☒✅🗹🗷\uF0FE';

/** Marks that tick without a box. */
export const ticks = '✓✔';

/** The same boxes as entities of HTML. */
export const openEntities = '&#(?:9744|9633|11036|x2610|x25a1|x2b1c);';
