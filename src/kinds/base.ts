/** The base outline: what every kind has. */
import type { BaseData } from '../model/data.ts';
import { blanks } from '../read/blanks.ts';
import { claim } from '../read/claim.ts';
import { fields } from '../read/fields.ts';
import { code, links } from '../read/links.ts';
import { lookalikes } from '../read/lookalikes.ts';
import { marked } from '../read/marked.ts';
import { placeholders } from '../read/placeholders.ts';
import { problems } from '../read/problems.ts';
import type { ReadersOf } from '../read/reading.ts';
import { sections, title } from '../read/sections.ts';
import { signOffs } from '../read/sign-offs.ts';
import { tables } from '../read/tables.ts';
import { tasks } from '../read/tasks.ts';
import { thresholds } from '../read/thresholds.ts';
import { timeline } from '../read/timeline.ts';
import { unreadSignOffs } from '../read/unread-sign-offs.ts';
import { waivers } from '../read/waivers.ts';

export const baseReaders = {
  title,
  claim,
  sections,
  fields,
  blanks,
  tasks,
  lookalikes,
  marked,
  signOffs,
  unreadSignOffs,
  timeline,
  thresholds,
  tables,
  links,
  code,
  placeholders,
  problems,
  waivers,
} satisfies ReadersOf<BaseData>;
