/** The public API. */
export { loadConfig } from './config/config.ts';
export { type Checked, type CheckRequest, check } from './flows/check.ts';
export { kinds, readDocument } from './kinds/index.ts';
export { type Document, type KindName, kindNames, placeAt, placesOf } from './model/document.ts';
export type { Finding, Severity } from './model/finding.ts';
export type { PrintOptions, Report, Verdict } from './model/report.ts';
export { type Place, type Source, sourceOfBytes, sourceOfText } from './model/source.ts';
export { UsageError } from './model/usage-error.ts';
export { type FormatName, formatNames, formats } from './report/index.ts';
export { diskTree } from './tree/disk.ts';
export { memoryTree } from './tree/memory.ts';
export type { Tree } from './tree/tree.ts';
