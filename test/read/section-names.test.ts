/** Titles that name a part. */
import { describe, expect, test } from 'vitest';
import { bareTitle, namesPart, sectionNames } from '../../src/read/section-names.ts';

const parts = (title: string): string[] =>
  (['timeline', 'rootCause', 'resolution', 'prevention', 'impact'] as const).filter((name) =>
    namesPart(bareTitle(title), sectionNames[name]),
  );

describe('titles of incident reports', () => {
  test.each([
    ['7. Containment Actions', ['resolution']],
    ['8. Eradication & Recovery', ['resolution']],
    ['What we did', ['resolution']],
    ['What we did to fix it', ['resolution']],
    ['What we did well', []],
    ['7. Respuesta', ['resolution']],
    ['8. Acciones', ['prevention']],
    ['Procédure de résolution', ['resolution']],
    ['6. Исправление', ['resolution']],
  ])('%s', (title, names) => expect(parts(title)).toEqual(names));

  test.each([
    ['Kronologi (Timeline)', ['timeline']],
    ['Tindakan Perbaikan (Action Items) + Penanggung Jawab', ['prevention']],
    ['Akar masalah / Root cause', ['rootCause']],
    ['現象（Impact）', ['impact']],
    ['What we saw (root cause unknown)', []],
    ['Status (resolved at last)', []],
    ['Root cause (owner)', ['rootCause']],
  ])('a second language: %s', (title, names) => expect(parts(title)).toEqual(names));
});
