import { EXPORT_ACTIONS, type ExportAction, type ExportedFile } from '../contracts/report';

/** How many files met each action. */
export function totalsOf(files: readonly ExportedFile[]): Record<ExportAction, number> {
  const totals = Object.fromEntries(EXPORT_ACTIONS.map((action) => [action, 0])) as Record<
    ExportAction,
    number
  >;
  for (const { action } of files) totals[action] += 1;
  return totals;
}
