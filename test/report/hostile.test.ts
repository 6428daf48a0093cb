/** Any name, any message, any document: each format stays what it promises to be. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { formats } from '../../src/report/index.ts';
import { obeyed } from '../action/run.ts';
import { fc } from '../tooling/fast-check.ts';
import { options, report } from './fixture.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    ...['\uD800', '\uDC00', '\u0000', '\u001B[2J', '\r\n', '\u2028', '\u202E', ']]>', '-->', '<!--', '::error::', '%0A', '##['],
  ),
  fc.constantFrom(
    ...['</details>', '<script>', '|', '\\', '`', '@team', '#1', '&amp;', '"', "'", '../', '//', 'C:\\', ' ', '~', '?#', '%'],
  ),
);
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

const finding = fc
  .record({ path: words.map((text) => `d/${text}`), message: words, rule: words, actual: words, fix: words, help: words, reason: words })
  .map(({ path, message, rule, actual, fix, help, reason }): Finding => {
    const [base] = report.findings;
    if (base === undefined) throw new Error('The fixture is empty.');
    const place = { ...base.place, path };
    return {
      ...base,
      place,
      message,
      rule: `x/${rule}`,
      actual,
      fix,
      help,
      fingerprint: `f${message}`,
      severity: 'error',
      related: [{ message: reason, place }],
      ...(reason.length % 2 === 1 && { waived: { reason, owner: '@ops-lead', expires: '2026-02-01', origin: 'document' } }),
    };
  });

const anyReport = fc.array(finding, { minLength: 1, maxLength: 6 }).map(
  (findings): Report => ({
    ...report,
    files: [...new Set(findings.map(({ place }) => place.path))].map((path) => ({
      path,
      kind: 'checklist',
      claim: 'complete',
      progress: { done: 1, total: 2 },
    })),
    findings,
    rules: findings.map(({ rule, message, help }) => ({ id: rule, description: message, severity: 'error', help })),
  }),
);

const data = (name: string): string => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));

const compile = (ajv: Ajv, file: string): ValidateFunction | undefined =>
  existsSync(file) ? ajv.compile(JSON.parse(readFileSync(file, 'utf8'))) : undefined;

const lenient = (): Ajv => addFormats.default(new Ajv({ strict: false, allErrors: true }));

const print = async (name: keyof typeof formats): Promise<(subject: Report) => string> => {
  const printer = await formats[name]();
  return (subject) => printer(subject, options);
};

describe('JSON formats', () => {
  const cases = [
    [
      'json',
      compile(
        addFormats.default(new Ajv2020({ allErrors: true })),
        fileURLToPath(new URL('../../schemas/report.schema.json', import.meta.url)),
      ),
    ],
    ['sarif', compile(lenient(), data('sarif-2.1.0.json'))],
  ] as const;
  it.skipIf(cases.some(([, validate]) => validate === undefined)).each(cases)(
    '%s satisfies its schema (needs ../shared/data)',
    async (name, validate) => {
      const printed = await print(name);
      fc.assert(
        fc.property(anyReport, (subject) => {
          validate?.(JSON.parse(printed(subject)));
          expect(validate?.errors).toBeNull();
        }),
      );
    },
  );

  const item = compile(lenient(), data('gitlab-codeclimate-item.json'));
  it.skipIf(item === undefined)('gitlab satisfies its schema, with fingerprints of its own for each (needs ../shared/data)', async () => {
    const printed = await print('gitlab');
    fc.assert(
      fc.property(anyReport, (subject) => {
        const issues: { fingerprint: string }[] = JSON.parse(printed(subject));
        for (const issue of issues) {
          item?.(issue);
          expect(item?.errors).toBeNull();
        }
        expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
      }),
    );
  });
});

const xsd = data('junit-10.xsd');
test.skipIf(!existsSync(xsd) || spawnSync('xmllint', ['--version']).status !== 0)(
  'junit satisfies junit-10.xsd (needs xmllint and ../shared/data)',
  async () => {
    const printed = await print('junit');
    for (const subject of fc.sample(anyReport, 25)) {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', xsd, '-'], {
        input: printed(subject),
        encoding: 'utf8',
      });
      expect({ status, stderr: stderr.trim() }).toEqual({ status: 0, stderr: '- validates' });
    }
  },
);

test('github is one annotation per finding and no other command', async () => {
  const printed = await print('github');
  fc.assert(
    fc.property(anyReport, (subject) => {
      const commands = obeyed(printed(subject));
      expect(commands).toHaveLength(subject.findings.length);
      for (const { name, properties } of commands) {
        expect(['error', 'notice']).toContain(name);
        expect(properties['title']).toMatch(/^x\//);
      }
    }),
  );
});

test('markdown closes what it opens, one row per finding', async () => {
  const printed = await print('markdown');
  fc.assert(
    fc.property(anyReport, (subject) => {
      const text = printed(subject);
      expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
      expect(text.match(/^\| \d+:\d+ \|/gm)).toHaveLength(subject.findings.length);
      expect(text).not.toMatch(/<script|<!--/);
    }),
  );
});
