import { describe, expect, test } from 'vitest';
import { isInstructions, isLog } from '../../src/read/silent-titles.ts';

describe('titles of instructions', () => {
  test.each([
    ['Instructions'],
    ['## Usage'],
    ['How to use'],
    ['How to use this checklist'],
    ['Using this template'],
    ['About this document'],
    ['📖 Legend'],
    ['Status legend'],
    ['Naming conventions'],
    ['Log format'],
    ['Status Summary / Note for Reference'],
    ['Notes for reviewers'],
    ['Instructions for the release manager'],
    ['Anleitung'],
    ['使い方'],
  ])('%s', (title) => expect(isInstructions({ path: [title] })).toBe(true));

  test.each([
    ['Usage metrics check'],
    ['Memory usage'],
    ['Instructions followed: checklist'],
    ['How to verify: checklist'],
    ['Verify log format'],
    ['Release log rotation check'],
    ['Format migration'],
    ['Release notes for 1.2.0'],
    ['Legend has been updated'],
    ['Example documents render'],
    ['Release template'],
  ])('not %s', (title) => expect(isInstructions({ path: [title] })).toBe(false));

  test.each([['Announcement template'], ['Example: rollback'], ['Example timeline'], ['Examples']])('below a title: %s', (title) =>
    expect(isInstructions({ path: ['Release 1.0', title] })).toBe(true),
  );

  test.each([['Template rendering works'], ['Update all examples first']])('below a title not: %s', (title) =>
    expect(isInstructions({ path: ['Release 1.0', title] })).toBe(false),
  );
});

describe('titles of logs', () => {
  test.each([
    ['Known issues'],
    ['Known Issues (If Any)'],
    ['Risks and Mitigations'],
    ['Open risks & limitations'],
    ['Risk register'],
    ['Revision history'],
    ['Release Blocking Issues'],
    ['Changes since 1.0'],
    ['Recent incidents'],
  ])('%s', (title) => expect(isLog({ title })).toBe(true));

  test.each([
    ['Release log rotation check'],
    ['Known issues reviewed and accepted'],
    ['No open issues'],
    ['Database changes'],
    ['Risk-based tests'],
    ['Incident drill'],
    ['Check known issues'],
    ['Performance metrics'],
    ['Issues closed before the release'],
  ])('not %s', (title) => expect(isLog({ title })).toBe(false));
});
