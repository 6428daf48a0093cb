/** The options of `docgate new`. */
import type { CommonOptions } from './settings.ts';

export interface NewOptions extends CommonOptions {
  readonly what: string;
  readonly title: string | undefined;
  readonly severity?: 'critical' | 'high' | 'medium' | 'low';
  readonly detected?: string;
  readonly version?: string;
  readonly from?: string;
  readonly to?: string;
  readonly set: readonly string[];
  readonly replace: readonly string[];
  readonly keepState?: true;
  readonly stages?: true;
  readonly kind?: string;
  readonly dryRun?: true;
  readonly json?: true;
}
