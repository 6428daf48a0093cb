/** Errors of Handlebars as ours: where in the template, what is wrong, what to do. */
import { UsageError } from '../model/usage-error.ts';

// The parser says the line and draws an arrow below the column; what it expected stands behind the drawing.
export const syntaxError = (path: string, body: string, error: unknown): UsageError => {
  const { message, lineNumber, column } = error as { message: string; lineNumber?: number; column?: number };
  const line = lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const arrow = /\n(-*)\^/.exec(message)?.[1]?.length;
  const got = /got '(\w+)'/.exec(message)?.[1];
  const what =
    got === undefined
      ? (message.split(' - ')[0] ?? message)
      : `The template cannot be read here (found ${got === 'EOF' || got === 'INVALID' ? 'its end or a letter that does not belong' : got.toLowerCase().replaceAll('_', ' ')})`;
  const at = column !== undefined ? column + 1 : Math.max(1, Math.min(arrow ?? 0, (body.split('\n')[line - 1] ?? '').length) + 1);
  return new UsageError(`${path}:${line}:${at}: ${what}. Check that every {{#block}} is closed and every {{ has its }}.`);
};

// Where Handlebars itself finds something missing it names line and column.
export const renderError = (path: string, error: unknown): unknown => {
  if (error instanceof UsageError || !(error instanceof Error) || !('lineNumber' in error) || typeof error.lineNumber !== 'number')
    return error;
  const { lineNumber: line, column = 0 } = error as { lineNumber: number; column?: number };
  return new UsageError(`${path}:${line}:${column + 1}: ${error.message.split(' - ')[0]}.`);
};
