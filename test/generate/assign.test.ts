/** Values of the command line, read as a context's schema says. */
import { describe, expect, it } from 'vitest';
import { assign } from '../../src/generate/assign.ts';

const schema = {
  type: 'object',
  properties: {
    version: { type: 'string' },
    severity: { enum: ['high', 'low'] },
    tests: { $ref: '#/$defs/tests' },
    coverage: { type: 'number' },
    features: { type: 'array', items: { type: 'string' } },
    yanked: { type: 'boolean' },
  },
  $defs: { tests: { type: 'object', properties: { passed: { type: 'integer' }, total: { type: 'integer' } } } },
} as const;

describe('assign', () => {
  it('reads text, numbers, truth, lists and parts of objects', () => {
    const given = ['version=1.4.0=rc', 'tests.passed=3', 'tests.total=4', 'coverage=85.5', 'features=A', 'features=B, C', 'yanked=true'];
    expect(assign({ version: 'x', tests: { passed: 1 } }, given, schema)).toEqual({
      version: '1.4.0=rc',
      tests: { passed: 3, total: 4 },
      coverage: 85.5,
      features: ['A', 'B, C'],
      yanked: true,
    });
  });

  it('takes whole lists and objects as JSON', () => {
    expect(assign({ features: ['old'] }, ['features=["A"]', 'tests={"passed":1}'], schema)).toEqual({
      features: ['A'],
      tests: { passed: 1 },
    });
  });

  it('leaves what it was given alone', () => {
    const context = { tests: { passed: 1 }, features: ['A'] };
    assign(context, ['tests.passed=2', 'features=B'], schema);
    expect(context).toEqual({ tests: { passed: 1 }, features: ['A'] });
  });

  it.each([
    ['verison=1', /--set verison: .*Did you mean "version"\?/],
    ['tests.pased=1', /Did you mean "tests.passed"\?/],
    ['zzzzzzz=1', /It knows version, severity, tests/],
    ['tests.passed=1.5', /"1.5" is not a whole number/],
    ['coverage=many', /"many" is not a number/],
    ['severity=medium', /"medium" is not one of high, low/],
    ['yanked=yes', /"yes" is not true or false/],
    ['tests=3/4', /"3\/4" is not the JSON of an object/],
    ['version', /Write key=value/],
    ['=1', /Write key=value/],
    ['__proto__=1', /knows no such value/],
    ['constructor.name=1', /knows no such value/],
  ])('refuses %s', (assignment, message) => {
    expect(() => assign({}, [assignment], schema)).toThrow(message);
  });
});
