/** The stages of promotion documents. */
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/kinds/index.ts';
import { sourceOfText } from '../../src/model/source.ts';

interface Model {
  readonly stages: readonly {
    readonly title: string;
    readonly from?: string;
    readonly to?: string;
    readonly minimum?: string;
    readonly requirements: readonly { readonly text: string }[];
  }[];
}

const stages = (...lines: string[]): Model['stages'] =>
  (readDocument(sourceOfText('promotion.md', ['# Promotion', '', ...lines].join('\n')), 'promotion').data as unknown as Model).stages;

const routes = (...titles: string[]): string[] =>
  stages(...titles.flatMap((title) => [`## ${title}`, '', '- a', ''])).map(({ from, to }) => `${from ?? ''} > ${to ?? ''}`);

const required = (...body: string[]): string[] | undefined =>
  stages('## Stage 1: dev → staging', '', ...body)[0]?.requirements.map(({ text }) => text);

describe('titles', () => {
  test.each([
    [
      ['dev → staging', 'staging → prod'],
      ['dev > staging', 'staging > prod'],
    ],
    [
      ['Procedure — promote `dev` → `stage`', 'Procedure — promote `stage` → `prod`'],
      ['dev > stage', 'stage > prod'],
    ],
    [
      ['🧪 dev ➜ qa', '🔍 qa ➜ uat'],
      ['dev > qa', 'qa > uat'],
    ],
    [
      ['Promotion to staging', 'Promotion to production'],
      [' > staging', ' > production'],
    ],
    [['Promote from staging to production'], ['staging > production']],
    [['Stage 1: Dev → Staging', 'Dev -> x'], ['Dev > Staging']],
    [['Promotion rules'], []],
  ])('%j', (titles, expected) => expect(routes(...titles)).toEqual(expected));
});

describe('requirements', () => {
  test.each([
    ['a list', ['- tests pass'], ['tests pass']],
    ['a label that names nothing', ['- Requirements: TBD'], []],
    ['an item that names nothing', ['- TBD', '- tests pass'], ['tests pass']],
    ['a value', ['**Exit criteria:** errors below 1 %'], ['errors below 1 %']],
    ['a value to come', ['**Exit criteria:** TBD'], []],
    ['marked lines', ['✅ Unit tests pass', '⬜ Lint pass'], ['Unit tests pass', 'Lint pass']],
    ['prose that demands', ['The release lead must have approved the build.'], ['The release lead must have approved the build.']],
    ['prose below a title that does', ['### Exit criteria', '', 'Errors stay below 1 % for a day.'], ['Errors stay below 1 % for a day.']],
    ['prose that tells', ['The staging environment runs in eu-west.'], []],
    ['a promise', ['### Exit criteria', '', 'TBD'], []],
    ['commands alone', ['```sh', 'git push', '```'], []],
  ])('%s', (_, body, expected) => expect(required(...body)).toEqual(expected));
});

describe('tables of stages', () => {
  test('a row for each, with what it requires and how long it lasts', () =>
    expect(
      stages(
        '| Phase | Traffic | Duration | Exit criteria |',
        '|-|-|-|-|',
        '| Canary | 5% | 1 week | Error rate < 0.5% |',
        '| Full | 100% | | |',
      ),
    ).toEqual([
      { title: 'Canary', minimum: '1 week', requirements: [{ text: 'Error rate < 0.5%' }] },
      { title: 'Full', requirements: [] },
    ]));

  test.each([
    ['without requirements', ['| Phase | Scope | Status |', '|-|-|-|', '| 0 | Design | Done |']],
    ['without stages', ['| Metric | Exit criteria |', '|-|-|', '| Errors | < 1% |']],
  ])('%s', (_, table) => expect(stages(...table)).toEqual([]));

  test('headings go first', () =>
    expect(stages('## Stage 1: a', '', '- x', '', '| Phase | Gate |', '|-|-|', '| b | y |').map(({ title }) => title)).toEqual([
      'Stage 1: a',
    ]));
});
