/** The next number of a folder. */
import { describe, expect, it } from 'vitest';
import { numberedName } from '../../src/generate/numbered-names.ts';
import { nextNumber, type Taken } from '../../src/generate/numbering.ts';
import { slugOf } from '../../src/generate/slug.ts';
import { fc } from '../tooling/fast-check.ts';

const next = (taken: readonly (string | Taken)[], title = 'Checkout returns 500', day = '2026-01-05') =>
  nextNumber({ title, day, taken: taken.map((one) => (typeof one === 'string' ? { name: one } : one)) });

describe('the style of a folder', () => {
  it.each([
    [[], 'INCIDENT-0001', 'INCIDENT-0001-checkout-returns-500.md'],
    [['INCIDENT-0007-search.md'], 'INCIDENT-0008', 'INCIDENT-0008-checkout-returns-500.md'],
    [['INC-0007.md'], 'INC-0008', 'INC-0008-checkout-returns-500.md'],
    [['007-search.md'], 'INCIDENT-008', '008-checkout-returns-500.md'],
    [['incident_12_search.md'], 'INCIDENT_13', 'incident_13_checkout-returns-500.md'],
    [['INCIDENT-2026-001.md', 'INCIDENT-2025-009.md'], 'INCIDENT-2026-002', 'INCIDENT-2026-002-checkout-returns-500.md'],
    [['PM2025-004---CoreDNS.md'], 'PM2026-001', 'PM2026-001---checkout-returns-500.md'],
    [['2026-01-02-search.md', '2025-11-03-login.md'], 'INC-20260105', '2026-01-05-checkout-returns-500.md'],
    [['README.md', 'notes.txt'], 'INCIDENT-0001', 'INCIDENT-0001-checkout-returns-500.md'],
    [['INCIDENT-0002-a.md', 'INCIDENT-0003-b.md', '2026-01-02-search.md'], 'INCIDENT-0004', 'INCIDENT-0004-checkout-returns-500.md'],
    [['INCIDENT-9999-a.md'], 'INCIDENT-10000', 'INCIDENT-10000-checkout-returns-500.md'],
  ] as const)('of %j gives %s', (names, id, fileName) => expect(next(names)).toMatchObject({ id, fileName }));

  it('takes the identifier of bare numbers from the documents', () =>
    expect(next([{ name: '007-search.md', id: 'PIR-007' }])).toMatchObject({ id: 'PIR-008', fileName: '008-checkout-returns-500.md' }));

  it('tells a second incident of a day apart', () => {
    const first = { name: '2026-01-05-checkout-returns-500.md', id: 'INC-20260105' };
    expect(next([first])).toMatchObject({ id: 'INC-20260105-2', fileName: '2026-01-05-checkout-returns-500-2.md' });
  });
});

describe('what is told', () => {
  it('are gaps, which are not filled', () =>
    expect(next(['INC-0001.md', 'INC-0004.md'])).toMatchObject({
      id: 'INC-0005',
      notes: ['Numbers are missing: 0002, 0003. They are not given again.'],
    }));

  it('are duplicates', () =>
    expect(next(['INC-0001-a.md', 'INC-0001-b.md']).notes).toEqual(['Number 0001 is there more than once: INC-0001-a.md, INC-0001-b.md.']));

  it('are numbers that only a document states', () =>
    expect(next([{ name: 'INC-0001-a.md', id: 'INC-0003' }])).toMatchObject({
      id: 'INC-0004',
      notes: ['Numbers are missing: 0002. They are not given again.'],
    }));

  it('are numbers that other branches took', () =>
    expect(next(['INC-0001-a.md', { name: 'INC-0002-b.md', branch: 'feature/x' }])).toMatchObject({
      id: 'INC-0003',
      notes: ['Number 0002 is taken on the branch feature/x: INC-0002-b.md.'],
    }));
});

describe('slugs', () => {
  it.each([
    ['Checkout returns 500', 'checkout-returns-500'],
    ['a/b\\c: "d"\n\u0000e', 'a-b-c-d-e'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Größe 支払い', 'größe-支払い'],
    ['!!! \u{1F525}', ''],
    ['x'.repeat(200), 'x'.repeat(60)],
    [`${'word '.repeat(40)}`, Array.from({ length: 12 }, () => 'word').join('-')],
  ])('of %j is %j', (title, slug) => expect(slugOf(title)).toBe(slug));
});

const name = fc.oneof(
  fc
    .tuple(fc.constantFrom('INCIDENT-', 'INC-', '', 'PM'), fc.nat(300), fc.constantFrom('-a', '', '_b'), fc.constantFrom('.md', '.txt'))
    .map(([prefix, number, rest, end]) => `${prefix}${String(number).padStart(3, '0')}${rest}${end}`),
  fc.constantFrom('2026-01-05-a.md', 'INC-2026-007.md', 'README.md', '20260105.md'),
);

it('never gives a name or an identifier that is taken, and counts on from its own', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), fc.string(), (names, title) => {
      const given = next(names, title);
      expect(names).not.toContain(given.fileName);
      expect(given.fileName).not.toMatch(/[/\\\u0000-\u001f]/);
      expect(numberedName(given.fileName)).toBeDefined();
      const again = nextNumber({
        title,
        day: '2026-01-05',
        taken: [...names.map((one) => ({ name: one })), { name: given.fileName, id: given.id }],
      });
      expect(again.fileName).not.toBe(given.fileName);
      expect(again.id).not.toBe(given.id);
    }),
  );
});
