/** Commands that generate texts, and about the templates they are made from. */
import type { Command } from '@commander-js/extra-typings';
import { common, type Running } from './common.ts';

export const addGenerators = (program: Command, { io, run }: Running): void => {
  const template = program.command('template').description('list, copy and lint templates');
  common(template.command('list').description('list the templates: name, where it comes from, context, what it is for')).action(
    async (options) => run(await (await import('../template.ts')).runTemplateList(options, io)),
  );
  common(
    template
      .command('eject')
      .argument('<name>', 'a shipped template, or a partial such as partials/change')
      .description('copy a shipped template into templates/, to be changed there; no file is overwritten'),
  )
    .option('--dry-run', 'print the change, write nothing')
    .addHelpText('after', '\nExample:\n  $ docgate template eject release-notes')
    .action(async (name, options) => run(await (await import('../template.ts')).runTemplateEject({ ...options, name }, io)));
  common(
    template
      .command('lint')
      .argument('[paths...]', 'templates; every one in templates/ without them')
      .description('say what is wrong with templates, without rendering them'),
  )
    .addHelpText('after', '\nExample:\n  $ docgate template lint templates/release-notes.md.hbs')
    .action(async (paths, options) => run(await (await import('../template.ts')).runTemplateLint({ ...options, paths }, io)));
};
