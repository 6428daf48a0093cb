/** The list of keywords. */
import { agrees } from './agrees.ts';
import { chained } from './chained.ts';
import { chronological } from './chronological.ts';
import { clockAgrees } from './clock-agrees.ts';
import { consecutive } from './consecutive.ts';
import { covers } from './covers.ts';
import { deadline } from './deadline.ts';
import type { Keyword } from './keyword.ts';
import { notFuture } from './not-future.ts';
import { quorum } from './quorum.ts';
import { uniqueBy } from './unique-by.ts';
import { versionOrder } from './version-order.ts';

export const keywords: readonly Keyword[] = [
  agrees,
  chained,
  chronological,
  clockAgrees,
  consecutive,
  covers,
  deadline,
  notFuture,
  quorum,
  uniqueBy,
  versionOrder,
];
