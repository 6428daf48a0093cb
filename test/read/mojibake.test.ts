import { describe, expect, test } from 'vitest';
import { findMojibake } from '../../src/read/mojibake.ts';

// Written out: the TextDecoder of Node 20 takes windows-1252 for Latin-1.
const upper1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const garbled = (text: string, encoding: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) =>
      encoding !== 'windows-1252'
        ? new TextDecoder(encoding).decode(Uint8Array.of(byte))
        : byte >= 0x80 && byte <= 0x9f
          ? upper1252[byte - 0x80]
          : String.fromCharCode(byte),
    )
    .join('');

describe('UTF-8 that was read as a one-byte code page', () => {
  const named = (encoding: string) => {
    const text = `# Plan\n\n- ${garbled('✅', encoding)} Tests\n- ${garbled('🧪', encoding)} Lab`;
    expect(findMojibake(text)).toMatchObject({
      encoding,
      count: 2,
      index: text.indexOf(garbled('✅', encoding)),
      text: garbled('✅', encoding),
    });
  };
  test.each(['macintosh', 'windows-1254'])('is found and named: %s', named);

  test.each([
    ['‚úÖ Tests', 'macintosh'],
    ['‚Äî and ‚Üí', 'macintosh'],
    ['ğŸ§ª Lab', 'windows-1254'],
    ['cafÃ© crÃ¨me', 'windows-1252'],
    ['price: 5Â£', 'windows-1252'],
  ])('%j', (text, encoding) => expect(findMojibake(text)?.encoding).toBe(encoding));

  // codePage() asks TextDecoder, which on Node 20 maps 0x80 to 0x9F of windows-1252 to control characters.
  const onThisNode = new TextDecoder('windows-1252').decode(Uint8Array.of(0x80)) === '€' ? test : test;
  onThisNode('is found and named: windows-1252', () => named('windows-1252'));
  onThisNode.each([['âœ… Tests'], ['donâ€™t'], ['ðŸŽ‰ Party']])('%j', (text) => expect(findMojibake(text)?.encoding).toBe('windows-1252'));
});

describe('ordinary text is not damaged', () => {
  test.each([
    ['French', 'Été, où, ça, œuvre, « guillemets », naïveté, À bientôt, l’été — déjà ÎLE'],
    ['French capitals', 'ÂGÉ ÉLÈVE NOËL À CÔTÉ ÊTRE Ç'],
    ['German', 'Größe, Übung, Straße, äöüß ÄÖÜ, „Anführung“, Maßgröße'],
    ['Spanish', '¿Qué? ¡Así! Año, Ñandú, pingüino, «comillas»'],
    ['Portuguese', 'Aprovação, ÃO, São João, Ações, ÂNGULO, NÃO'],
    ['Turkish', 'İstanbul, ığüşöç ĞÜŞÖÇ, Ağaç'],
    ['Polish', 'Zażółć gęślą jaźń'],
    ['Vietnamese', 'Tiếng Việt: Ứng dụng'],
    ['Russian', 'Обычный текст'],
    ['Greek', 'Κείμενο με τόνους'],
    ['Japanese', '承認：完了（担当者）、「確認」…'],
    ['Chinese', '部署完成，检查通过。'],
    ['Korean', '승인 완료'],
    ['emoji and marks', '✅ 🎉 👩‍👩‍👧‍👦 ⚠️ → ≥ 99,9 % … — “quotes” ‘x’ €100 ±1 µs 3σ ×2'],
    ['currency and units', '5£ 10€ 20°C ±2 ½ © ® ™'],
    ['nothing', ''],
  ])('%s', (_, text) => expect(findMojibake(text)).toBeUndefined());
});
