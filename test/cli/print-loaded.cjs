/** Prints the files that a process has loaded when it ends: `node --require`. */
process.on('exit', () => {
  for (const path of Object.keys(require.cache)) process._rawDebug(`LOADED ${path}`);
});
