import { describe, expect, test } from 'vitest';
import { natureOf, polarityByNature } from '../../src/read/metric-nature.ts';

describe('what is good for a metric', () => {
  test.each([
    'Error rate',
    'p95 latency',
    'CPU',
    'Memory usage',
    'Request duration',
    'Unavailability',
    'Error budget consumed',
    'Throughput drop',
    'Cache miss rate',
    'Downtime',
    'MTTR',
    'Time to recover',
    'Unhealthy pods',
    'Fehlerrate',
    'Taux d’erreurs',
    '错误率',
  ])('little of %s', (metric) => expect(natureOf(metric)).toBe('few'));

  test.each([
    'Availability',
    'Success rate',
    'Crash-free users',
    'Crash free sessions',
    'Error-free requests',
    'Error budget remaining',
    'CPU idle',
    'Free disk',
    'Free disk space',
    'Disk space available',
    'Failures fixed',
    'Critical bugs resolved',
    'Mean time between failures',
    'MTBF',
    'Days since last incident',
    'Soak duration',
    'Canary duration',
    'Latency SLO compliance',
    'Regression tests passed',
    'Verfügbarkeit',
    '可用性',
  ])('much of %s', (metric) => expect(natureOf(metric)).toBe('many'));

  test.each(['Widgets', 'Duration', 'Error handling coverage', ''])('neither of %j', (metric) => expect(natureOf(metric)).toBeUndefined());
});

describe('a limit by the nature of its metric', () => {
  test.each([
    ['Crash-free users', '>=', 'pass'],
    ['Crash-free users', '<', 'breach'],
    ['Free disk', '<', 'breach'],
    ['Unavailability', '<', 'pass'],
    ['Soak duration', '>=', 'pass'],
    ['Widgets', '>', 'unknown'],
    ['Error rate', '=', 'unknown'],
    ['Error rate', 'range', 'unknown'],
    ['Error rate', undefined, 'unknown'],
  ] as const)('%s %s is %s', (metric, comparator, polarity) => expect(polarityByNature(metric, comparator)).toBe(polarity));
});
