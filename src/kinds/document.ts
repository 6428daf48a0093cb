/** Any Markdown document: the base outline alone. */
import { kind } from './kind.ts';

export const document = kind('document', 'Any Markdown document, by its outline alone.', {});
