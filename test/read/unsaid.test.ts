import { describe, expect, test } from 'vitest';
import { statesRootCause } from '../../src/kinds/incident.ts';
import { outlineOf } from '../../src/markdown/outline.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { isEmptySection } from '../../src/read/sections.ts';
import { isUnsaid } from '../../src/read/unsaid.ts';
import { lines } from './reading.ts';

describe('what says nothing yet', () => {
  test.each([
    'TBD',
    'To be completed during the review',
    '(To be filled in after the meeting)',
    'Under investigation.',
    'Still under investigation',
    'We are still investigating the root cause.',
    'Investigation ongoing.',
    'Pending RCA',
    'Unknown at this time.',
    'Not yet determined',
    'TBD. To be determined.',
    'What failed?',
    'The root cause is unknown.',
    'Root cause unknown.',
    'The root cause has not been identified yet.',
    'The issue is still under investigation.',
    'No root cause identified.',
    'We do not know yet.',
    'Could not be determined.',
    'Root cause analysis pending.',
    'Noch unklar.',
    '原因不明',
    '調査中',
    'Wird noch untersucht',
    'Wird noch vom Datenbank-Team untersucht.',
    '_No response_',
    'To be completed by the on-call engineer after the review.',
    'Under investigation by @db-team and the vendor.',
    'TBD after the next weekly review.',
    'To be determined once the logs are in.',
    'Pending until the vendor answers.',
    'Under investigation since 10:05 UTC.',
    'Unknown, waiting on the vendor.',
    'It is still unclear why the node died.',
    'Not yet known (see INC-12).',
  ])('%s', (text) => expect(isUnsaid(text)).toBe(true));

  test.each([
    'The disk was full.',
    'Unknown clients were let in.',
    'Pending transactions filled the queue.',
    'The investigation found a full disk.',
    'None',
    'Under load the pool ran dry.',
    'The root cause is unknown clients without a limit.',
    'The cause was a full disk.',
    'We are still investigating, but the disk was full.',
    'Pending after the deploy of v2 the queue stopped.',
    'Pending after the deploy the queue stopped.',
    'Unclear in the logs, but the config push removed the route.',
    'Unclear why at first but the config push removed the route.',
    'Unknown before the incident: the pool had no limit.',
    'Pending in the queue were 3 million jobs.',
    'Waiting on a lock blocked all workers.',
    'Pending with no timeout the calls piled up.',
  ])('not: %s', (text) => expect(isUnsaid(text)).toBe(false));
});

describe('sections that say nothing', () => {
  const empty = (...body: string[]): boolean => {
    const source = sourceOfText('a.md', lines('# T', '', '## S', '', ...body));
    const section = outlineOf(source).sections.find(({ title }) => title === 'S');
    return section !== undefined && isEmptySection(section, source);
  };

  test.each([
    [['- Primary cause:', '- Contributing factors:']],
    [['- **What failed:**', '- **Why it failed:**']],
    [['1. **Why did it fail?** [Answer]', '2. **Why was it not seen?** [Answer]']],
    [['| Item | Owner |', '|---|---|', '|  |  |']],
    [['Describe what led to the incident.']],
    [['*(To be completed during the post-mortem)*']],
    [['- TBD', '- [cause]']],
    [['Describe containment, repair, data validation, and the evidence used to declare recovery.']],
    [['_Describe containment._']],
    [['Summarise impact in two sentences.']],
    [['（記入してください）']],
    [['ここに根本原因を記載してください。']],
    [['请填写根本原因']],
    [['근본 원인을 작성해 주세요']],
    [['Bitte beschreiben Sie die Ursache.']],
    [['Décrire ici la cause.']],
    [['Describir el mecanismo técnico.']],
    [['Descreva a causa raiz.']],
    [['Опишите причину.']],
  ])('%j', (body) => expect(empty(...body)).toBe(true));

  test.each([
    [['- Primary cause: a full disk']],
    [['- Write a runbook for the failover', '- Document the limits']],
    [['1. **Why did it fail?** The disk was full.']],
    [['| Item | Owner |', '|---|---|', '| Alert |  |']],
    [['Describe calls to the cluster were throttled.']],
    [['Describe API quota ran out.']],
    [['Summarize jobs failed.']],
    [['原因をログに記録していた。']],
    [['Se completó la migración.']],
    [['See <https://example.com/rca>']],
    [['The [runbook](x.md) was wrong']],
  ])('not %j', (body) => expect(empty(...body)).toBe(false));

  test('a time or an owner is no root cause', () => {
    const source = sourceOfText('a.md', lines('# Incident', '', '| Field | Value |', '|---|---|', '| Root Cause Owner | @db-team |'));
    expect(statesRootCause(source)).toBe(false);
  });
});
