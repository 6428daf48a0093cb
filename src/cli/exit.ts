/** Exit codes; documented in docs/cli.md. */
export const exit = { pass: 0, findings: 1, usage: 2, internal: 3, cancelled: 130 } as const;
