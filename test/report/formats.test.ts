import { expect, test } from 'vitest';
import { type FormatName, formatNames, formats } from '../../src/report/index.ts';
import { cleanReport, crowdedReport, options, report } from './fixture.ts';

const print = async (name: FormatName): Promise<string> => (await formats[name]())(report, options);

// All that may reach a terminal: no control but the line feed, no bidirectional override, no separator.
const unsafe = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

test('the table holds every format, in order', () => {
  expect(Object.keys(formats)).toEqual([...formatNames]);
});

for (const name of formatNames) {
  test(`${name}: golden`, async () => {
    await expect(await print(name)).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  test(`${name}: the same bytes for the same input`, async () => {
    expect(await print(name)).toBe(await print(name));
  });

  test(`${name}: prints nothing that a terminal obeys`, async () => {
    expect(await print(name)).not.toMatch(unsafe);
  });

  test(`${name}: ends with one line feed, or is empty`, async () => {
    const printer = await formats[name]();
    for (const text of [await print(name), printer(cleanReport, options), printer(crowdedReport(30), options)]) {
      expect(text === '' || /[^\n]\n$/.test(text)).toBe(true);
    }
  });

  test(`${name}: does not change what it is given`, async () => {
    const before = JSON.stringify(report);
    await print(name);
    expect(JSON.stringify(report)).toBe(before);
  });
}
