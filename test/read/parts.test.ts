/** Parts that a label names. */
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/markdown/outline.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { findPart } from '../../src/read/parts.ts';

const isEmpty = (...lines: string[]): boolean | undefined =>
  findPart(outlineOf(sourceOfText('a.md', ['# Report', '', ...lines].join('\n'))), /^impact/i)?.empty;

describe('a label with nothing behind it', () => {
  it('takes the block below as its content', () => {
    expect(isEmpty('**Impact**:', '', 'Nobody could pay.')).toBe(false);
    expect(isEmpty('**Severity**: high  ', '**Impact**:', '', '- Nobody could pay')).toBe(false);
  });

  it('takes none where other fields follow in its own paragraph', () => {
    for (const blank of ['____', '', '[describe what users noticed]'])
      expect(isEmpty(`**Impact**: ${blank}  `, '**Detected**: 2026-01-05', '', '| Due | When |', '|---|---|', '| Report | today |')).toBe(
        true,
      );
  });
});
