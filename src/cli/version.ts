/** What the tool is called and which version it is. */
import manifest from '../../package.json' with { type: 'json' };

export const tool = { name: 'docgate', version: manifest.version } as const;
