/** What a quorum asks for, and the schema that explains it. */
import type { JsonSchema } from '../../model/shape.ts';
import { flag } from './value-schemas.ts';

type Flags = { readonly [K in 'distinct' | 'human' | 'known' | 'delegation' | 'bound']?: boolean };

export interface Value extends Flags {
  readonly roles?: Readonly<Record<string, number>> | readonly string[];
  readonly anyOf?: readonly (readonly string[])[];
  readonly min?: number;
  readonly exclude?: readonly string[];
  readonly per?: 'document' | 'section' | 'subject';
}

const names = { type: 'array', items: { type: 'string', pattern: '\\S' } };

const flags: Readonly<Record<keyof Flags, JsonSchema>> = {
  distinct: flag(
    'One person counts in one role. `true` unless given. Where nothing is counted: nobody may sign off twice; `false` unless given.',
  ),
  human: flag('Bots and agents do not count. `true` unless given.'),
  known: flag('Nobody counts whom the people list leaves out. `true` unless given.'),
  delegation: flag('Who signs for somebody else counts. `false` unless given.'),
  bound: flag('Only approvals that are bound to the content of today count. `false` unless given.'),
};

export const valueSchema: JsonSchema = {
  type: 'object',
  title: 'Enough distinct people, in the roles asked for, approve.',
  description:
    'It stands on the list `signOffs` of the model. Without `roles`, `anyOf` and `min` nothing is counted: then `exclude` and `distinct` judge each approval.',
  additionalProperties: false,
  properties: {
    roles: {
      anyOf: [names, { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } }],
      description:
        'Roles that all have to approve. A map gives the number of people for each; a list asks for one person each. None unless given.',
    },
    anyOf: {
      type: 'array',
      items: { ...names, minItems: 1 },
      description: 'Groups of roles, of which one has to approve in full, beside `roles`. None unless given.',
    },
    min: { type: 'integer', minimum: 0, description: 'How many people have to approve in all, in any role. `0` unless given.' },
    exclude: {
      type: 'array',
      items: { type: 'string', pattern: '^(?:author|committers|bots|@\\S+)$' },
      description: 'Who does not count: `author`, `committers`, `bots`, or handles such as `@release-lead`. Nobody unless given.',
    },
    ...flags,
    per: {
      enum: ['document', 'section', 'subject'],
      description: 'What needs all this: the `document`, unless given, each `section`, or each `subject`.',
    },
  },
  examples: [{ roles: { QA: 1, Engineering: 2 }, anyOf: [['CTO'], ['Product', 'Security']], min: 4, exclude: ['author', '@release-bot'] }],
};
