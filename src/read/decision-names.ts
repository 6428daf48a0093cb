/** The names under which a document decides about itself: "Decision", "Go/No-Go", "Approved for release?". */
import { bareTitle } from './section-names.ts';

const decides =
  /^(?:(?:final|release|launch|promotion|deployment|gate|overall|team) )?(?:decision|verdict|outcome|recommendation)$|^(?:overall|final) (?:result|status)$|^go ?[/-]? ?no[- ]?go(?: decision)?$|^(?:release |is it |is the release |are we )?(?:approved|ready)(?: (?:for|to) (?:release|launch|ship|deploy|production|go|go[- ]live|deployment))?$|^(?:release|launch|deployment) approved$|^(?:proceed|go[- ]live|ship it)(?: with (?:the )?(?:release|launch|deployment))?$|^(?:entscheidung|freigabe|décision|decisión|decisão|判定|结论|審査結果)$/iu;

/** Whether a label or title asks for the decision about the document's own subject. */
export const namesDecision = (label: string): boolean =>
  decides.test(
    bareTitle(label)
      .replace(/\s*[(（].*$/, '')
      .replace(/[\s?？:：*_`]+$/, ''),
  );
