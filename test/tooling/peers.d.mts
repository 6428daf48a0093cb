/** Types of `peers.mjs`, which runs before anything is compiled. */
export const peerFolder: (spec: string) => string;
export const providePeer: (spec: string) => string | undefined;
