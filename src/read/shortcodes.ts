/** The short codes of emoji that say a state, as GitHub and chats write them: `:white_check_mark:` is ✅. */

const marks: readonly (readonly [RegExp, string])[] = [
  [/:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check_mark_button|green_circle|large_green_circle):/g, '✅'],
  [/:(?:x|negative_squared_cross_mark|heavy_multiplication_x|cross_mark|no_entry|no_entry_sign|octagonal_sign|red_circle):/g, '❌'],
  [/:(?:hourglass|hourglass_flowing_sand|construction|arrows_counterclockwise|yellow_circle|large_yellow_circle):/g, '⏳'],
  [/:(?:white_large_square|black_square_button|white_square_button):/g, '⬜'],
  [/:(?:\+1|thumbsup):/g, '👍'],
  [/:(?:-1|thumbsdown):/g, '👎'],
];

/** The text with the glyphs that its short codes stand for. */
export const withGlyphs = (text: string): string =>
  text.includes(':') ? marks.reduce((result, [code, glyph]) => result.replace(code, glyph), text) : text;
