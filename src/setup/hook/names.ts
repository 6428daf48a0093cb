/** The names of the hook managers; what each does is loaded when a command runs. */
export const managerNames = ['git', 'husky', 'lefthook', 'pre-commit'] as const;

export type ManagerName = (typeof managerNames)[number];
