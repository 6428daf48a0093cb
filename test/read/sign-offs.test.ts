import { describe, expect, test } from 'vitest';
import { signOffs } from '../../src/read/sign-offs.ts';
import { lines, pieceAt, read } from './reading.ts';

// form role person decision date
const drawn = (text: string, path?: string): string[] =>
  read(signOffs, text, path).map(({ form, role, person, decision, date }) =>
    [form, role ?? '-', person ?? '-', decision, date?.date ?? '-'].join(' | '),
  );

const cued = (...all: string[]): string => lines('## Sign-off', '', ...all);

const table = (header: string, ...rows: string[]): string => lines(header, header.replace(/[^|]+/g, '---'), ...rows);

describe('tables', () => {
  test.each([
    [
      'role, name, decision, date',
      table('| Role | Name | Decision (`approve`/`reject`) | Date | Notes |', '| QA Engineer | jo | approve | 2026-02-26 | ok |'),
      ['table | QA Engineer | jo | approved | 2026-02-26'],
    ],
    [
      'a name that is a remark',
      table('| Role | Name | Decision | Date |', '| QA | recorded off-repo | approve | 2026-02-26 |'),
      ['table | QA | recorded off-repo | approved | 2026-02-26'],
    ],
    [
      'blank signatures',
      table('| Role | Name | Date | Signature |', '| Legal Counsel | ______ | ______ | ______ |'),
      ['table | Legal Counsel | - | pending | -'],
    ],
    [
      'filled signatures',
      table('| Role | Name | Date | Signature |', '| Legal | Jo | 2026-01-05 | jd |'),
      ['table | Legal | Jo | approved | 2026-01-05'],
    ],
    [
      'a name without a signature',
      table('| Role | Name | Date | Signature |', '| Legal | Jo | 2026-01-05 | |'),
      ['table | Legal | Jo | pending | 2026-01-05'],
    ],
    [
      'approver, role, signature, date',
      table('| Approver | Role | Signature | Date |', '| Jo | QA | jd | 2026-01-05 |'),
      ['table | QA | Jo | approved | 2026-01-05'],
    ],
    [
      'an unfilled choice',
      table('| Stakeholder | Role | Status | Date |', '| Product | PM | Approved/Pending | |'),
      [expect.stringContaining('| pending | -')],
    ],
    [
      'a delegation',
      table('| Role | Name | Decision | Date |', '| QA | Product Lead (delegated QA gate) | approve | 2026-01-05 |'),
      ['table | QA | Product Lead | approved | 2026-01-05'],
    ],
    [
      'name and date alone decide',
      table('| Role | Name | Date |', '| QA | Jo | 2026-01-05 |', '| PM | Al | |'),
      ['table | QA | Jo | approved | 2026-01-05', 'table | PM | Al | pending | -'],
    ],
    ['boxes', table('| Role | Name | Decision |', '| QA | Jo | ☐ Approve ☑ Reject |'), ['table | QA | Jo | rejected | -']],
    [
      'Japanese',
      table('| 役割 | 承認者 | 判定 | 日付 |', '| QA | 山田 | 承認 | 2026-01-05 |'),
      ['table | QA | 山田 | approved | 2026-01-05'],
    ],
    [
      'an empty row beside one that is filled',
      table('| Role | Name | Decision |', '| QA | Jo | Approved |', '| | | |'),
      ['table | QA | Jo | approved | -'],
    ],
    ['nothing but empty rows', table('| Role | Name | Decision |', '| | | |', '| | | |'), ['table | - | - | pending | -']],
    [
      'a rejection in a column of an unknown name',
      table('| Role | Name | Date | Ballot |', '| QA | Jo | 2026-01-05 | NO-GO |', '| Ops | Al | 2026-01-05 | fine |'),
      ['table | QA | Jo | rejected | 2026-01-05', 'table | Ops | Al | approved | 2026-01-05'],
    ],
    [
      'a rejection beside a decision',
      table('| Role | Name | Decision | Final |', '| QA | Jo | approved | Rejected: see #7 |'),
      ['table | QA | Jo | rejected | -'],
    ],
    [
      'a no that answers something else',
      table('| Role | Name | Decision | Conditions |', '| QA | Jo | approved | No |', '| Ops | Al | approved | None |'),
      ['table | QA | Jo | approved | -', 'table | Ops | Al | approved | -'],
    ],
    [
      'Chinese results',
      table('| 部门 | 审批人 | 结果 | 日期 |', '| 安全 | 李 | 不通过 | 2026-01-05 |'),
      ['table | 安全 | 李 | rejected | 2026-01-05'],
    ],
    [
      'German, below a compound',
      table('| Abteilung | Verantwortlicher | Ergebnis | Datum |', '| Betrieb | Jo | nicht freigegeben | 2026-01-05 |'),
      ['table | Betrieb | Jo | rejected | 2026-01-05'],
    ],
    ['missing cells', table('| Role | Name | Decision |', '| QA |'), ['table | QA | - | pending | -']],
  ])('%s', (_, text, expected) => expect(drawn(cued(text))).toEqual(expected));

  // isSignOffTable asks for a person or a subject beside the decision, although columnsOf prepares for these two.
  test.each([['| Approval | Status |'], ['| Role | Status |'], ['| Role | Decided on | Verdict |']])(
    'a role and its decision are enough below a sign-off heading: %s',
    (header) => {
      expect(drawn(cued(table(header, '| QA | ✅ Approved | approved |')))).toEqual([expect.stringContaining('table | QA | - | approved')]);
    },
  );

  test('per artifact name the subject', () => {
    const text = cued(table('| Document | Status | Last Updated |', '| overview.md | Approved | 2026-02-13 |'));
    expect(read(signOffs, text)).toMatchObject([{ subject: 'overview.md', decision: 'approved', date: { date: '2026-02-13' } }]);
  });

  test('say what they ask for, and keep note, signature and raw decision', () => {
    const text = cued(
      table('| Role | Name | Decision | Date | Signature | Notes |', '| QA (acting) | Jo (for Al) | approve | 5 | jd | fine |'),
    );
    expect(read(signOffs, text)).toEqual([
      {
        form: 'table',
        decision: 'approved',
        asks: ['person', 'date', 'signature'],
        section: ['Sign-off'],
        role: 'QA (acting)',
        person: 'Jo',
        delegation: 'for Al',
        date: { raw: '5', precision: 'unknown' },
        signature: 'jd',
        note: 'fine',
        raw: 'approve',
      },
    ]);
    expect(pieceAt(signOffs, text, '/0/decision')).toBe('approve');
  });

  test.each([
    ['with an approver need no heading', table('| Approver | Decision |', '| Jo | ok |'), 1],
    ['of people and tasks are none', table('| Owner | Status |', '| Jo | done |'), 0],
    ['of anything else are none', table('| Metric | Status |', '| p95 | ok |'), 0],
  ])('%s', (_, text, count) => expect(read(signOffs, `## Plan\n\n${text}`)).toHaveLength(count));

  test.each([
    ['a title above', '# Sign‑off sheet\n\n## Anything\n\n', 'a.md'],
    ['the name of the file', '# T\n\n## Anything\n\n', 'docs/approvals.md'],
  ])('are recognised by %s', (_, head, path) =>
    expect(drawn(head + table('| Role | Name | Date |', '| QA | Jo | |'), path)).toEqual(['table | QA | Jo | pending | -']),
  );
});

describe('tables in the manner of others', () => {
  test.each([
    [
      'yes or no, below a name of their own',
      table('| Partner | Approve? (Y/N) | Signature |', '| Ops | N | OP |', '| Legal | Y | LE |'),
      ['table | Ops | - | rejected | -', 'table | Legal | - | approved | -'],
    ],
    [
      'a signature that is none',
      table('| Role | Name | Signed |', '| Ops | Jo | ❌ |', '| QA | Al | No |', '| PM | Mia | pending |', '| SRE | Kim | KS |'),
      [
        'table | Ops | Jo | pending | -',
        'table | QA | Al | pending | -',
        'table | PM | Mia | pending | -',
        'table | SRE | Kim | approved | -',
      ],
    ],
    ['a struck decision', table('| Role | Name | Decision |', '| Ops | Jo | ~~Approved~~ |'), ['table | Ops | Jo | pending | -']],
    [
      'German',
      table('| Rolle | Name | Entscheidung | Datum |', '| Betrieb | Jo | abgelehnt | 2026-01-02 |'),
      ['table | Betrieb | Jo | rejected | 2026-01-02'],
    ],
    [
      'French',
      table('| Rôle | Nom | Décision | Date |', '| Sécurité | Jo | Refusé | 2026-01-02 |'),
      ['table | Sécurité | Jo | rejected | 2026-01-02'],
    ],
    ['Spanish', table('| Rol | Nombre | Decisión | Fecha |', '| Seguridad | | Pendiente | |'), ['table | Seguridad | - | pending | -']],
    [
      'Portuguese',
      table('| Função | Responsável | Status | Data |', '| Segurança | Rui | ❌ Reprovado | 2026-01-02 |'),
      ['table | Segurança | Rui | rejected | 2026-01-02'],
    ],
    ['Chinese', table('| 角色 | 姓名 | 意见 | 日期 |', '| 安全 | 王 | 驳回 | 2026-01-02 |'), ['table | 安全 | 王 | rejected | 2026-01-02']],
    [
      'a header in the first row',
      lines('| | | |', '|-|-|-|', '| **Role** | **Name** | **Signature** |', '| QA | | \\[DocuSign\\] |'),
      ['table | QA | - | pending | -'],
    ],
    [
      'what happened to the document',
      table('| Version | Date | Author | Reviewer | Changes |', '| 0.1 | 2026-01-02 | Jo | Al | Draft |', '| 0.2 | | | | soon |'),
      [],
    ],
    ['tests and their owners', table('| Scenario | Status | Owner |', '| Login | Pass | @qa |', '| Pay | Pass | @qa |'), []],
  ])('%s', (_, text, expected) => expect(drawn(cued(text))).toEqual(expected));

  test.each([['Freigabe'], ['Freigabeprotokoll'], ['Aprovações'], ['Aprobaciones'], ['Signatures'], ['审批']])(
    'below the heading %s',
    (title) =>
      expect(drawn(`## ${title}\n\n${table('| Role | Status |', '| QA | ❌ Rejected |')}`)).toEqual(['table | QA | - | rejected | -']),
  );

  test('a row without role and subject says what it is about', () =>
    expect(read(signOffs, cued(table('| Approver | Decision |', '| Jo | |'))).map(({ label }) => label)).toEqual(['Jo']));
});

describe('tables with a column per role', () => {
  test.each([
    [
      'name, decision, date',
      table('| | QA | Release lead |', '| Name | Jo | Al |', '| Decision | approved | NO-GO |', '| Date | 2026-01-05 | |'),
      ['table | QA | Jo | approved | 2026-01-05', 'table | Release lead | Al | rejected | -'],
    ],
    [
      'a name and a day',
      table('| Role | QA | Ops |', '| **Name** | Jo | |', '| **Date** | 2026-01-05 | |'),
      ['table | QA | Jo | approved | 2026-01-05', 'table | Ops | - | pending | -'],
    ],
    ['one role', table('| | QA lead |', '| Name | Jo |', '| Signature | jd |'), ['table | QA lead | Jo | approved | -']],
    [
      'German',
      table('| | Betrieb | Recht |', '| Name | Jo | Al |', '| Entscheidung | freigegeben | abgelehnt |'),
      ['table | Betrieb | Jo | approved | -', 'table | Recht | Al | rejected | -'],
    ],
    [
      'cells that are not there',
      table('| | QA | Ops |', '| Name | Jo |', '| Decision | approved |'),
      ['table | QA | Jo | approved | -', 'table | Ops | - | pending | -'],
    ],
    ['anything else', table('| | Monday | Tuesday |', '| Deploys | 3 | 4 |', '| Date | 2026-01-05 | 2026-01-06 |'), []],
  ])('%s', (_, text, expected) => expect(drawn(cued(text))).toEqual(expected));

  test.each([
    ['of roles', table('| | QA lead | Ops |', '| Name | Jo | Al |', '| Decision | approved | rejected |'), 2],
    ['of anything else', table('| | Kafka | Redis |', '| Name | broker | cache |', '| Decision | approved | rejected |'), 0],
    ['of plans', table('| Role | Alpha | Beta |', '| Owner | Jo | Al |', '| Date | 2026-01-05 | 2026-01-06 |'), 0],
  ])('elsewhere: %s', (_, text, count) => expect(read(signOffs, `## Plan\n\n${text}`)).toHaveLength(count));

  test('stand at the head of their column, decided in their cell', () => {
    const text = cued(table('| | QA | Ops |', '| Name | Jo | Al |', '| Decision | approved | NO-GO |'));
    expect(pieceAt(signOffs, text, '/1')).toBe('Ops');
    expect(pieceAt(signOffs, text, '/1/decision')).toBe('NO-GO');
  });
});

describe('boxes that name a role', () => {
  test.each([
    ['- [ ] Engineering lead', ['task | Engineering lead | - | pending | -']],
    ['- [x] **Security sign-off**: security scan clean', ['task | Security | - | approved | -']],
    ['- [x] QA lead — @jo 2026-01-05', ['task | QA lead | @jo | approved | 2026-01-05']],
    ['- [x] @qa-lead\n  - **Required**: 1 approval', ['task | qa-lead | @qa-lead | approved | -']],
    ['- [~] Legal counsel', ['task | Legal counsel | - | abstained | -']],
    ['- [x] QA lead: rejected', ['task | QA lead | - | rejected | -']],
    ['- [x] Security — NO-GO', ['task | Security | - | rejected | -']],
    ['- [ ] [x] QA lead', [expect.stringContaining('QA lead | - | pending')]],
    ['- [x] Run the scan', []],
    ['- QA lead', []],
  ])('%j', (text, expected) => expect(drawn(cued(text))).toEqual(expected));

  test('stand where their item stands, decided at their box', () => {
    const text = cued('- [x] **QA lead**', '  - note');
    expect(pieceAt(signOffs, text, '/0')).toBe('- [x] **QA lead**');
    expect(pieceAt(signOffs, text, '/0/decision')).toBe('[x]');
  });
});

describe('fields', () => {
  test.each([
    ['a blank', '**Release manager:** _______________', ['field | Release manager | - | pending | -']],
    ['blanks in one line', '**Maintainer 2** (for RC/GA): ____ Date: ____', ['field | Maintainer 2 | - | pending | -']],
    ['blanks that a formatter ate', 'QA Lead: **_ Date: _**', ['field | QA Lead | - | pending | -']],
    ['filled in one line', '**Maintainer 1**: mw Date: 2025-12-22', ['field | Maintainer 1 | mw | approved | 2025-12-22']],
    ['a name without its date', '**Maintainer 1**: mw Date: ____', ['field | Maintainer 1 | mw | pending | -']],
    ['a key list', '- **Prepared by:** jo\n- **Date:** 2026-02-18 16:39:32 (UTC)\n- **Approved by:** ', ['field | - | - | pending | -']],
    ['a filled key', '- **Approved by:** jo', ['field | - | jo | approved | -']],
    ['a decision of its own', '**Reviewer**: jo\n**Decision**: **Approved**\n**Notes**: fine', ['field | Reviewer | jo | approved | -']],
    ['an unfilled decision', '**Reviewer**: jo\n**Decision**: Approved / Needs revision', ['field | Reviewer | jo | pending | -']],
    [
      'a field table',
      '| Field | Value |\n|-|-|\n| **Reviewer** | Karl (self-review) |\n| **Decision** | **Approved** |',
      ['field | Reviewer | Karl (self-review) | approved | -'],
    ],
    ['a prose line', '1. QA Engineer sign-off: complete.', ['field | QA Engineer | - | approved | -']],
    ['an empty prose line', '1. QA Engineer sign-off: ____', ['field | QA Engineer | - | pending | -']],
    ['lines run together', 'Version: 1.0\nSecurity approver: @jo', [expect.stringMatching(/^field \| Security approver \| @jo \| /)]],
    ['name, signature, date', 'Name: Jo\nSignature: jd\nDate: 2026-01-05', ['field | - | Jo | approved | 2026-01-05']],
    ['Japanese', '承認: 山田', ['field | - | 山田 | approved | -']],
    ['a placeholder', '承認: <name>', ['field | - | - | pending | -']],
    ['a delegation', '**Approved by:** Jo (on behalf of Al)', ['field | - | Jo | approved | -']],
    ['no lead', '**Date:** 2026-01-05', []],
    ['a role that stops', '- SRE lead: NO-GO', ['field | SRE lead | - | rejected | -']],
    ['a role with name and date', 'Platform owner: Jo Date: 2026-01-05', ['field | Platform owner | Jo | approved | 2026-01-05']],
    ['a role with blanks', '- Platform owner: ____ Date: ____', ['field | Platform owner | - | pending | -']],
    ['a role with a name alone', '- Platform owner: Jo', []],
    ['a role that stops behind a dash', '- Legal — not approved', ['field | Legal | - | rejected | -']],
    [
      'the decision above the name',
      '- Decision: APPROVED\n- Decided by: Jo\n- Date: 2026-01-05',
      ['field | - | Jo | approved | 2026-01-05'],
    ],
    ['initials that spell a word', '**Approved by:** Y', ['field | - | Y | approved | -']],
  ])('%s', (_, text, expected) => expect(drawn(cued(text))).toEqual(expected));

  test('take their role from the heading', () => {
    expect(drawn('## Approvals\n\n### QA Lead sign-off\n\nName: Jo\nDate: 2026-01-05')).toEqual([
      'field | QA Lead | Jo | approved | 2026-01-05',
    ]);
    expect(drawn('## Final approval\n\nName: Jo\nDate: 2026-01-05')).toEqual(['field | - | Jo | approved | 2026-01-05']);
  });

  test('take their role from a heading that is one', () =>
    expect(drawn('# Approvals\n\n## Ops\n\n**Name:** Jo\n**Decision:** Rejected\n**Date:** 2026-01-05')).toEqual([
      'field | Ops | Jo | rejected | 2026-01-05',
    ]));

  test('in the head of a document of sign-offs are metadata, where sign-offs stand elsewhere', () =>
    expect(
      drawn(lines('# Release sign-off', '', '**Release manager:** @rm', '', table('| Role | Name | Decision |', '| QA | Jo | Approved |'))),
    ).toEqual(['table | QA | Jo | approved | -']));

  // sectionNames.signOff is written for headings; a field "approved by" outside one is not asked.
  test('outside of sign-off sections count only when their key is about signing', () => {
    expect(drawn('# Plan\n\nApproved by: jo\n\nReviewer: al')).toEqual([]);
  });
});

test('a box that names what it approves keeps path and digest', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  expect(
    read(signOffs, cued(`- [x] QA lead — @jo docs/a.md ${digest}`, '- [x] PM lead docs/b.md')).map(({ subjects }) => subjects),
  ).toEqual([[{ path: 'docs/a.md', digest }], undefined]);
});

test('what is quoted was said elsewhere', () =>
  expect(drawn(cued('> - [x] QA lead', '>', '> **Approved by:** jo', '', '- [x] PM lead'))).toEqual([
    'log | QA lead | - | approved | -',
    expect.stringMatching(/^task \| PM lead/),
    'log | - | jo | approved | -',
  ]));

describe('logs in code blocks', () => {
  test.each([
    ['2026/02/13 13:58 - overview.md unapproved - Developer - scope change', ['log | - | Developer | revoked | 2026-02-13']],
    ['2026-02-13 - overview.md approved - Developer', ['log | - | Developer | approved | 2026-02-13']],
    ['2026-02-13 - overview.md rejected - QA - no', ['log | - | QA | rejected | 2026-02-13']],
    ['nothing of the kind', []],
  ])('%j', (line, expected) => expect(drawn(`# T\n\n\`\`\`\n${line}\n\`\`\``)).toEqual(expected));

  test('stand in their line', () => {
    const text = '```\r\nx\r\n2026-02-13 - a.md approved - Jo\r\n```';
    expect(pieceAt(signOffs, text, '/0')).toBe('2026-02-13 - a.md approved - Jo');
    expect(read(signOffs, text)[0]).toMatchObject({ subject: 'a.md', asks: [] });
  });
});

describe('decisions that nobody signs', () => {
  test.each([
    ['a field', lines('**Decision**: NO-GO'), ['field | Decision | - | rejected | -']],
    ['a plain field', lines('Go/No-Go: HOLD'), ['field | Go/No-Go | - | rejected | -']],
    ['a final decision', lines('**Final decision (`promote`/`hold`):** `hold`'), [expect.stringContaining('| rejected | -')]],
    ['a ticked alternative', lines('**Decision**: ☐ GO ☑ NO-GO'), ['field | Decision | - | rejected | -']],
    ['a ticked box', lines('- [ ] GO', '- [x] NO-GO'), ['task | Go/No-Go | - | rejected | -']],
    ['a ticked box with a reason', lines('- [x] **NO-GO**: error budget is spent'), ['task | Go/No-Go | - | rejected | -']],
    ['a hold in a section of sign-offs', cued('- [x] Hold'), ['task | Go/No-Go | - | rejected | -']],
    ['an open box', lines('- [ ] NO-GO'), []],
    ['work about no-go', lines('- [x] NO-GO criteria are agreed'), []],
    ['a hold elsewhere', lines('- [x] Hold'), []],
    ['going on', lines('**Decision**: GO'), []],
    ['an unfilled choice', lines('**Decision**: GO / NO-GO'), []],
    ['a decision about something else', lines('**Decision**: No changes to the schedule'), []],
    ['a decision that waits', lines('**Decision**: pending'), []],
    ['a status', lines('**Status**: Rejected'), []],
    ['a plain no', lines('**Decision**: No'), ['field | Decision | - | rejected | -']],
    ['a no with its reason', lines('**Go/No-Go**: No - the error budget is spent'), ['field | Go/No-Go | - | rejected | -']],
    ['a failure', lines('Verdict: FAIL'), ['field | Verdict | - | rejected | -']],
    ['changes asked for', lines('Decision: Changes requested'), ['field | Decision | - | rejected | -']],
    ['a withdrawal', lines('Decision: withdrawn'), ['field | Decision | - | rejected | -']],
    ['an answer', lines('Approved for release: No'), ['field | Approved for release | - | rejected | -']],
    ['an answer of another name', lines('Ready to ship: nein'), ['field | Ready to ship | - | rejected | -']],
    ['an answered question', lines('**Approved for release?** No'), ['field | Go/No-Go | - | rejected | -']],
    ['another answered question', lines('Downtime? No'), []],
    ['an outcome', lines('**Outcome:** Hold'), ['field | Outcome | - | rejected | -']],
    ['an operation', lines('**Decision**: No-op, nothing to deploy'), []],
    ['a ticked no below a decision', lines('## Decision', '', '- [ ] Yes', '- [x] No'), ['task | Go/No-Go | - | rejected | -']],
    ['a ticked no alone', lines('## Go/No-Go', '', '- [x] No'), ['task | Go/No-Go | - | rejected | -']],
    [
      'a ticked no below its question',
      lines('Approved for production?', '', '- [ ] Yes', '- [x] No'),
      ['task | Go/No-Go | - | rejected | -'],
    ],
    ['a ticked no to another question', cued('Is legal needed?', '', '- [ ] Yes', '- [x] No'), []],
    ['a ticked no to any question', lines('Are there migrations?', '', '- [ ] Yes', '- [x] No'), []],
    ['a ticked no in a line', lines('Ready to release? ☐ Yes ☑ No'), ['task | Go/No-Go | - | rejected | -']],
    ['a ticked no in a line of another question', lines('Downtime? ☐ Yes ☑ No'), []],
    ['a tick before it', lines('✓ NO-GO'), ['field | Go/No-Go | - | rejected | -']],
    ['a tick before it in a list', lines('- ✓ NO-GO: error budget is spent'), ['field | Go/No-Go | - | rejected | -']],
    ['it alone below a decision', lines('## Decision', '', '**NO-GO**'), ['field | Go/No-Go | - | rejected | -']],
    ['it with a cross below a decision', lines('## Final verdict', '', '❌ Rejected'), ['field | Go/No-Go | - | rejected | -']],
    ['what it would mean', lines('## Decision', '', '- **GO**: all gates pass', '- **NO-GO**: any gate fails'), []],
    ['a paragraph about it', lines('## Decision', '', 'No blockers were found.'), []],
    ['one column', lines('| Decision |', '|---|', '| NO-GO |'), ['field | Decision | - | rejected | -']],
    [
      'a decision and its day',
      lines('| Date | Decision | Reason |', '|-|-|-|', '| 2026-01-05 | No | budget |'),
      ['field | Decision | - | rejected | -'],
    ],
    ['an area and its decision', lines('| Area | Decision |', '|-|-|', '| Payments | NO-GO |'), ['field | Decision | - | rejected | -']],
    ['options and what became of them', lines('| Option | Decision |', '|-|-|', '| Kafka | Rejected |'), []],
    [
      'a name and its value',
      lines('| Question | Answer |', '|-|-|', '| Final decision | NO-GO |'),
      ['field | Final decision | - | rejected | -'],
    ],
    [
      'a name and its value at the head',
      lines('| Decision | **NO-GO** |', '|-|-|', '| Date | 2026-01-05 |'),
      ['field | Decision | - | rejected | -'],
    ],
    ['a field table once', lines('| Field | Value |', '|-|-|', '| Decision | NO-GO |'), ['field | Decision | - | rejected | -']],
    ['one column of going on', lines('| Decision |', '|---|', '| GO |'), []],
  ])('%s', (_, text, expected) => expect(drawn(text)).toEqual(expected));

  test('one that a person signs is that of the person', () =>
    expect(drawn(cued('**Approved by:** Jo', '**Decision:** NO-GO', '**Date:** 2026-01-05'))).toEqual([
      'field | - | Jo | rejected | 2026-01-05',
    ]));
});

describe('names in role boxes', () => {
  test.each([
    ['- [x] QA: Release Tester (2026-01-05)', 'Release Tester'],
    ['- [x] QA lead — Jo van Dam', undefined],
    ['- [x] QA lead — Jo Dam', 'Jo Dam'],
    ['- [x] Security: Zoë O’Neil, 2026-01-05', 'Zoë O’Neil'],
    ['- [x] QA: @qa-lead (2026-01-05)', '@qa-lead'],
    ['- [x] Security sign-off: Scan Clean', undefined],
    ['- [x] QA: All Tests Passed (2026-01-05)', undefined],
    ['- [x] QA: scan clean', undefined],
    ['- [x] QA: Approved', undefined],
    ['- [x] QA: Release Tester approved it', undefined],
  ])('%s', (box, person) => expect(read(signOffs, cued(box)).map((one) => one.person)).toEqual([person]));
});

describe('decisions that stop, wherever they stand', () => {
  const stopped = (...all: string[]): string[] => drawn(lines('# Launch checklist', '', ...all)).filter((one) => one.includes('rejected'));

  test.each([
    ['a heading', ['## Decision: NO-GO']],
    ['a heading with a mark', ['## 7. Verdict: ❌ Rejected']],
    ['a heading of a sign-off', ['### Business Sign-Off: ❌']],
    ['the status of the whole in a heading', ['## Current status: 🛑 Blocked']],
    ['the status of the whole', ['**Status:** 🛑 BLOCKED']],
    ['a key in small letters', ['- status: open', '- decision: NO-GO']],
    ['a line all bold', ['**VERDICT: NO-GO.**']],
    ['a line alone', ['NO-GO']],
    ['approval of the going live', ['## Signoff', '', '- Go-Live Approved: `No`']],
    ['a choice below any label', ['**Asia rollout (M4):** ☐ Go ☑ No-go · PO: jo']],
    ['a choice of OK and KO', ['- Report: ☐ OK ☑ KO (link)']],
    ['a word joined by underscores', ['**Decision:** `NO_GO`']],
    ['characters in full form', ['☐ **通過** — 同意上線', '☑ **不通過** — 須重新驗收']],
    ['a form in a block of code', ['## Approval', '', '```', 'Name:     jo', 'Decision: REJECTED', '```']],
    ['a choice in a block of code', ['## Approval', '', '```text', 'FINAL: [ ] APPROVED  [x] REJECTED', '```']],
  ])('%s', (_, all) => expect(stopped(...all)).toHaveLength(1));

  test.each([
    ['criteria', ['## Decision', '', '- **GO** when all gates hold.', '- **NO-GO** if any gate fails.']],
    ['headings of criteria', ['## Go / No-Go', '', '### GO', '', 'All hold.', '', '### NO-GO criteria', '', 'Any fails.']],
    ['an alternative that is still open', ['## Decision: GO / NO-GO']],
    ['the status of one part', ['## Risks', '', '### Supplier', '', '**Status:** Blocked']],
    ['code in a language', ['## Approval', '', '```yaml', 'decision: rejected', '```']],
    ['code elsewhere', ['## Commands', '', '```', 'decision: rejected', '```']],
    ['instructions', ['## How to fill in the approval', '', '```', 'Decision: rejected', '```']],
  ])('not %s', (_, all) => expect(stopped(...all)).toEqual([]));

  test('a heading whose sign-off waits', () =>
    expect(drawn(lines('# Launch', '', '### Operations Sign-Off: ⏳'))).toEqual(['field | Operations Sign-Off | - | pending | -']));

  test('a heading that only names the sign-off', () => expect(drawn(lines('# Launch', '', '### Sign-off: Engineering'))).toEqual([]));
});

describe('columns of real sheets', () => {
  test('a check list in a document of sign-offs', () =>
    expect(drawn(lines('# Project Sign-Off', '', '## SEO', '', table('| Item | Status |', '| Titles | ✅ All 9 pages |')))).toEqual([]));

  test('items that somebody approves', () =>
    expect(drawn(lines('# Approvals', '', table('| Item | Status |', '| Logo | Approved |', '| Slogan | |')))).toHaveLength(2));

  test('a column of boxes that is called sign-off', () =>
    expect(drawn(cued(table('| Item | Sign-off | Name | Date |', '| Secrets | ☑ | jo | 2026-09-01 |', '| Build | ☐ | | |')))).toEqual([
      'table | - | jo | approved | 2026-09-01',
      'table | - | - | pending | -',
    ]));

  test('names with a hint', () =>
    expect(
      drawn(
        cued(
          table(
            '| Role Persona | Tester Name / Title | Verification Date | Sign-off Verdict |',
            '| Owner | jo | 2026-09-01 | 🟢 APPROVED |',
            '| Desk | [ Name ] | [ Date ] | 🟡 PENDING UAT |',
          ),
        ),
      ),
    ).toEqual(['table | Owner | jo | approved | 2026-09-01', 'table | Desk | - | pending | -']));

  test('a signature sheet in traditional characters', () =>
    expect(drawn(lines('## 5. 簽核', '', table('| 角色 | 姓名 | 日期 | 簽名 |', '| 資安主管 | | | |')))).toEqual([
      'table | 資安主管 | - | pending | -',
    ]));
});

describe('a column to sign in', () => {
  test('that is blank where others signed', () =>
    expect(
      drawn(
        cued(
          table(
            '| Gate | Owner | Status | Signature | Date |',
            '| Build | jo | ✅ PASS | jo | 2026-09-01 |',
            '| Load | al | ✅ PASS | | 2026-09-01 |',
          ),
        ),
      ),
    ).toEqual(['table | Build | jo | approved | 2026-09-01', 'table | Load | al | pending | 2026-09-01']));

  test('that nobody uses', () =>
    expect(drawn(cued(table('| Gate | Owner | Status | Signature | Date |', '| Build | jo | ✅ PASS | | 2026-09-01 |')))).toEqual([
      'table | Build | jo | approved | 2026-09-01',
    ]));

  test.each(['pendiente', 'ausstehend', 'en attente', 'niemand'])('a name that says nobody: %s', (name) =>
    expect(drawn(cued(`**Aprobado por:** ${name}`, '', '**Fecha:** 2026-09-01'))[0]).toMatch(/\| - \|/),
  );
});
