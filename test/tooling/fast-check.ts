/** fast-check with one seed, so that a run says the same each time; `DOCGATE_SEED=random npm test` draws another. */
import fc from 'fast-check';

const { DOCGATE_SEED: wanted = '20261121' } = process.env;

if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });

export { fc };
