/** The groups of changes that Keep a Changelog names, in the languages it is translated to. */
import { bareTitle } from './section-names.ts';

// In its order.
const groupNames: readonly RegExp[] = [
  'added|hinzugefügt|añadido|agregado|ajouté|adicionado|aggiunto|добавлено|追加|新增|添加|추가',
  'changed|geändert|cambiado|modifié|changé|modificado|alterado|modificato|изменено|変更|变更|变动|更改|變更|변경',
  'deprecated|veraltet|obsoleto|déprécié|obsolète|deprecato|устарело|非推奨|弃用|棄用',
  'removed|entfernt|eliminado|removido|supprimé|retiré|rimosso|удалено|削除|移除|删除|刪除|제거',
  'fixed|behoben|corregido|arreglado|corrigé|corrigido|corretto|исправлено|修正|修复|修復|수정',
  'security|sicherheit|seguridad|sécurité|segurança|sicurezza|безопасность|セキュリティ|安全|보안',
].map((names) => new RegExp(`^(?:${names})$`, 'iu'));

/** Which of the six groups of Keep a Changelog a title names, from 0, in the languages it is translated to; emoji and colons around it are ornament. */
export const groupRank = (title: string): number | undefined => {
  const bare = bareTitle(title).replace(/[^\p{L}\p{N}]+$/u, '');
  const rank = groupNames.findIndex((names) => names.test(bare));
  return rank < 0 ? undefined : rank;
};

/** One of the six groups. */
export const isKnownGroup = (title: string): boolean => groupRank(title) !== undefined;
