import { expect, test } from 'vitest';
import { type LocatedData, placeAt, placesOf } from '../../src/model/document.ts';
import { at, unzip } from '../../src/model/located.ts';
import { sourceOfText } from '../../src/model/source.ts';

const source = sourceOfText('a.md', '# T\n\n- [ ] a\n');
const documentOf = (tree: object): LocatedData => ({ source, claim: 'complete', ...unzip(tree) });

test('a document separates what was read from where', () => {
  const document = documentOf({ tasks: [at({ start: 5, end: 12 }, { state: at({ start: 7, end: 10 }, 'open') })] });
  expect(document.data).toEqual({ tasks: [{ state: 'open' }] });
  expect(placeAt(document, '/tasks/0/state').start).toEqual({ line: 3, column: 3, offset: 7 });
  expect(placeAt(document, '/tasks/0/owners/0').start).toEqual({ line: 3, column: 1, offset: 5 });
  expect(Object.keys(placesOf(document))).toEqual(['/tasks/0', '/tasks/0/state']);
});

test('what has no place stands at the first line', () => {
  expect(placeAt(documentOf({}), '/nothing')).toEqual({
    path: 'a.md',
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: 0 },
  });
});
