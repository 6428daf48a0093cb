import { describe, expect, it } from 'vitest';
import { entry, merge, merged, release, upcoming } from './changelog-editing.ts';

const lines = (...all: readonly string[]): string => all.join('\n');

const retry = entry('Retry twice (#12)', 'pr:12');
const round = entry('Round prices once (#13)', 'pr:13');

describe('groups below a line that is their title', () => {
  const capitals = lines(
    '## 1.1.0 (Unreleased)',
    '',
    'NEW FEATURES:',
    '',
    '',
    'IMPROVEMENTS:',
    '',
    ' * cli: say more',
    '',
    'BUG FIXES:',
    '',
    '',
    '## 1.0.0 (May 2, 2025)',
    '',
    'Both of these are for servers only:',
    '',
    'FEATURES:',
    '',
    ' * Search',
    '',
    'BUG FIXES:',
    '',
    ' * api: no panic',
    '',
  );

  it('take the entries that belong to them, empty ones too', () => {
    const text = merged(capitals, upcoming({ Added: [retry], Fixed: [round] }));
    expect(text).toContain('NEW FEATURES:\n\n * Retry twice (#12)\n\n\nIMPROVEMENTS:');
    expect(text).toContain('BUG FIXES:\n\n * Round prices once (#13)\n\n\n## 1.0.0');
    expect(merged(text, upcoming({ Added: [retry], Fixed: [round] }))).toBe(text);
  });

  it('are written in a new release as the file writes them', () => {
    const old = capitals.slice(capitals.indexOf('## 1.0.0'));
    expect(merged(old, release('1.1.0', { Added: [retry], Removed: [entry('The old call (#14)', 'pr:14')], Fixed: [round] }))).toContain(
      lines(
        '## 1.1.0 (January 5, 2026)',
        '',
        'FEATURES:',
        '',
        ' * Retry twice (#12)',
        '',
        'REMOVED:',
        '',
        ' * The old call (#14)',
        '',
        'BUG FIXES:',
        '',
        ' * Round prices once (#13)',
        '',
        '## 1.0.0',
      ),
    );
  });

  const bold = lines(
    '# Changelog',
    '',
    '## [v1.0.0](https://h.example/o/r/tree/v1.0.0) (2025-12-01)',
    '',
    '[Full Changelog](https://h.example/o/r/compare/v0.9.0...v1.0.0)',
    '',
    '**Implemented enhancements:**',
    '',
    '- Colours',
    '',
    '**Fixed bugs:**',
    '',
    '- Crash',
    '',
    '**Merged pull requests:**',
    '',
    '- Bump',
    '',
  );

  it('may be bold', () => {
    const text = merged(bold, release('1.1.0', { Added: [retry], Fixed: [round] }));
    expect(text).toContain(
      '**Implemented enhancements:**\n\n- Retry twice (#12)\n\n**Fixed bugs:**\n\n- Round prices once (#13)\n\n## [v1.0.0]',
    );
    expect(merged(bold, release('1.0.0', { Fixed: [round] }))).toContain('- Crash\n- Round prices once (#13)\n\n**Merged');
    expect(merged(bold, release('1.0.0', { Changed: [retry] }))).toContain(
      '- Colours\n\n**Changed:**\n\n- Retry twice (#12)\n\n**Fixed bugs:**',
    );
  });

  it('may be plain words with a colon, tight above their list', () => {
    const plain = '1.0.0 (2025-12-01)\n==================\nA minor release.\n\nBug fixes:\n* Crash\n\nFeature work:\n* Colours\n';
    const text = merged(plain, release('1.0.0', { Fixed: [round] }));
    expect(text).toContain('* Crash\n* Round prices once (#13)\n\nFeature work:');
    expect(merged(plain, release('1.1.0', { Fixed: [round] }))).toContain('Bug fixes:\n* Round prices once (#13)\n\n1.0.0');
  });

  it('leave a file flat whose only titles tell something else', () => {
    const flat = '# Changelog\n\n## 1.0.0 - 2025-12-01\n\n- Colours\n\n**Contributors**\n\n- @dev\n';
    expect(merged(flat, release('1.0.0', { Fixed: [round] }))).toContain('- Colours\n- Round prices once (#13)\n\n**Contributors**');
    expect(merged(flat, release('1.1.0', { Fixed: [round] }))).toContain('## 1.1.0 - 2026-01-05\n\n- Round prices once (#13)\n\n## 1.0.0');
  });

  it.each([
    ['a sentence', 'This release adds:'],
    ['a day', '**2025-12-01**'],
    ['a line with more behind it', '**Full Changelog**: everything'],
  ])('are none in %s', (_, line) => {
    const flat = `# Changelog\n\n## 1.0.0\n\n${line}\n\n- Colours\n`;
    expect(merged(flat, release('1.0.0', { Fixed: [round] }))).toBe(`${flat}- Round prices once (#13)\n`);
  });

  it('count for nothing where a release has headed groups', () => {
    const headed = '# Changelog\n\n## 1.0.0 - 2025-12-01\n\n**Fixed:**\n\n- Highlight\n\n### Fixed\n\n- Crash\n';
    expect(merge(headed, [release('1.0.0', { Fixed: [round] })]).splices).toHaveLength(1);
    expect(merged(headed, release('1.0.0', { Fixed: [round] }))).toBe(`${headed}- Round prices once (#13)\n`);
  });
});

describe('groups in other languages', () => {
  it('are found by their meaning', () => {
    const german = '# Änderungen\n\n## 1.0.0 - 2025-12-01\n\n### Hinzugefügt\n\n- Farben\n\n### Behoben\n\n- Absturz\n';
    expect(merged(german, release('1.0.0', { Added: [retry] }))).toContain('- Farben\n- Retry twice (#12)\n\n### Behoben');
    expect(merged(german, release('1.1.0', { Fixed: [round] }))).toContain('### Behoben\n\n- Round prices once (#13)\n\n## 1.0.0');
  });
});
