/** The names under which a document decides about itself: "Decision", "Go/No-Go", "Approved for release?". */
import { bareTitle } from './section-names.ts';

const decides =
  /^(?:(?:final|release|launch|promotion|deployment|gate|overall|team|go|go[- ]live|production|roll-?out|cut-?over|exit|qa|uat|business|client|customer|cab|board|committee) )?(?:decision|verdict|outcome|recommendation|disposition)$|^(?:overall|(?:overall|final) (?:result|status|assessment|readiness|gate))$|^go ?[/-]? ?no[- ]?go(?: decision)?$|^(?:release |is it |is the release |are we )?(?:approved|ready)(?: (?:for|to) (?:release|launch|ship|deploy|production|go|go[- ]live|deployment))?$|^(?:release|launch|deployment|go[- ]live|production|promotion|roll-?out|cut-?over|qa|uat|business|client|customer) approved$|^(?:proceed|go[- ]live|ship it)(?: with (?:the )?(?:release|launch|deployment))?$|^(?:entscheidung|freigabe|décision|decisión|decisão|判定|结论|結論|审批结论|驗收結論|验收结论|審査結果)$/iu;

/** Whether a label or title asks for the decision about the document's own subject. */
export const namesDecision = (label: string): boolean =>
  decides.test(
    bareTitle(label)
      .replace(/\s*[(（].*$/, '')
      .replace(/[\s?？:：*_`]+$/, ''),
  );
