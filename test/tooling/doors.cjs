/** Rooms and doors: who may import whom, each ban with its reason (dependency-cruiser). */
const room = (name) => `^src/${name}/`;
const rooms = [
  'action',
  'calendar',
  'changes',
  'cli',
  'config',
  'data',
  'facts',
  'flows',
  'generate',
  'kinds',
  'markdown',
  'model',
  'policy',
  'read',
  'release',
  'report',
  'setup',
  'tree',
];

/** A room may import itself, the rooms listed, packages and Node; nothing else of ours. */
const only = (name, allowed, comment) => ({
  name: `${name}-imports-only-${allowed.length === 0 ? 'itself' : allowed.join('-')}`,
  comment,
  severity: 'error',
  from: { path: room(name) },
  to: {
    path: rooms
      .filter((other) => other !== name && !allowed.includes(other))
      .map(room)
      .concat('^src/[^/]+\\.ts$'),
  },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Data flows one way.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports does nothing.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(action|bin|index)\\.ts$' },
      to: {},
    },
    only('model', [], 'The model is the common language: it depends on nobody.'),
    only('data', ['model'], 'Data files know places and errors, nothing of documents.'),
    only('calendar', ['model'], 'Time arithmetic knows times, not what they are for.'),
    only('changes', ['calendar', 'model'], 'What a history holds is a function of values: git, files and formats are asked elsewhere.'),
    only('markdown', ['model'], 'Parsing yields an outline, whatever is read from it.'),
    only('read', ['markdown', 'model'], 'Reading never judges.'),
    only('kinds', ['read', 'markdown', 'model'], 'A kind is a value made of readers.'),
    only('tree', ['model'], 'Files come from somewhere; what they mean is decided elsewhere.'),
    only('config', ['data', 'model', 'tree'], 'Configuration is data that a tree holds.'),
    only('facts', ['data', 'model', 'tree'], 'Facts are asked of the tree and of git, and enter as data.'),
    only('policy', ['calendar', 'data', 'model'], 'Policies judge data: they never see a node, a file or a format.'),
    only('report', ['model'], 'A format prints a report and knows nothing else.'),
    only('generate', ['markdown', 'model', 'read'], 'Edits are splices at the places that readers found.'),
    only('setup', ['data', 'generate', 'model'], 'Setting up is thought out from what a repository holds, and written elsewhere.'),
    {
      name: 'setup-takes-splices-only',
      comment: 'Set-up files are no documents: of generation they share the splice.',
      severity: 'error',
      from: { path: room('setup') },
      to: { path: room('generate'), pathNot: '^src/generate/edit/splice\\.ts$' },
    },
    only(
      'flows',
      ['calendar', 'changes', 'config', 'data', 'facts', 'generate', 'kinds', 'markdown', 'model', 'policy', 'release', 'setup', 'tree'],
      'Flows join the rooms; they print nothing.',
    ),
    only(
      'cli',
      ['config', 'flows', 'kinds', 'markdown', 'model', 'policy', 'report', 'setup', 'tree'],
      'A command turns flags into a request and a result into text.',
    ),
    only('action', ['cli', 'model', 'report'], 'The Action is another way to start a check: inputs in, outputs out.'),
    {
      name: 'action-to-action-and-cli-only',
      comment: 'The process of the Action hands over at once.',
      severity: 'error',
      from: { path: '^src/action\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(action|cli)/' },
    },
    {
      name: 'bin-to-cli-only',
      comment: 'The process hands over at once.',
      severity: 'error',
      from: { path: '^src/bin\\.ts$' },
      to: { path: '^src/', pathNot: '^src/cli/' },
    },
    {
      name: 'files-and-processes-at-the-edge',
      comment: 'IO happens in tree/, facts/git-*, cli/io.ts and cli/compile-cache.ts; everything else is a function of values.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(tree/|facts/git-|cli/(io|compile-cache)\\.ts)' },
      to: { path: '^(node:)?(fs|fs/promises|child_process|net|http|https)$' },
    },
    {
      name: 'markdown-parser-in-markdown',
      comment: 'Only one room knows how Markdown is parsed.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/markdown/' },
      to: { path: 'node_modules/(remark-|unified|mdast-util-to-string|github-slugger)' },
    },
    {
      name: 'ajv-in-policy-and-data',
      comment: 'Only judging and set-up validation know Ajv.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(policy|data)/' },
      to: { path: 'node_modules/ajv', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'handlebars-in-render',
      comment: 'Only rendering knows how templates are written.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/generate/render\\.ts$' },
      to: { path: 'node_modules/handlebars' },
    },
    {
      name: 'no-tests-in-src',
      comment: 'Tests know the code, not the other way round.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependencies',
      comment: 'What ships must be installed with it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
