/** The groups of changes that Keep a Changelog names, in the languages it is translated to. */
import { bareTitle } from './section-names.ts';

const groupNames = [
  'added|changed|deprecated|removed|fixed|security',
  'hinzugefügt|geändert|veraltet|entfernt|behoben|sicherheit',
  'añadido|agregado|cambiado|obsoleto|eliminado|removido|corregido|arreglado|seguridad',
  'ajouté|modifié|changé|déprécié|obsolète|supprimé|retiré|corrigé|sécurité',
  'adicionado|modificado|alterado|removido|corrigido|segurança',
  'aggiunto|modificato|deprecato|rimosso|corretto|sicurezza',
  'добавлено|изменено|устарело|удалено|исправлено|безопасность',
  '追加|変更|非推奨|削除|修正|セキュリティ|新增|变更|变动|更改|弃用|移除|删除|修复|安全|추가|변경|제거|수정|보안',
];

const knownGroups = new RegExp(`^(?:${groupNames.join('|')})$`, 'iu');

/** One of the six groups of Keep a Changelog, in the languages it is translated to; emoji and colons around it are ornament. */
export const isKnownGroup = (title: string): boolean => knownGroups.test(bareTitle(title).replace(/[^\p{L}\p{N}]+$/u, ''));
