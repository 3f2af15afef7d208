import * as React from 'react';
import {
  EXPORT_ACTION,
  IMPORT_ACTION,
  RESOLVE_ACTION,
  SEE_ACTION,
} from '../../../contracts/rights';
import type { TextKey } from '../publishing/use-text';

/** A tab of the page “Jekyll”: `/plugins/jekyll/<path>` and everything below. */
export interface PageTab {
  readonly path: string;
  readonly label: TextKey;
  /** The tab shows only with this right. */
  readonly action: string;
  readonly Component: React.ComponentType;
}

const StatusTab = React.lazy(() => import('../status/StatusTab'));
const ExportTab = React.lazy(() => import('../exports/ExportTab'));
const ImportTab = React.lazy(() => import('../import/ImportTab'));
const ConflictsTab = React.lazy(() => import('../conflicts/ConflictsTab'));
const LinksTab = React.lazy(() => import('../links/LinksTab'));
const HistoryTab = React.lazy(() => import('../history/HistoryTab'));

/** In the order in which they show; whoever opens the page lands on the first. */
export const PAGE_TABS: readonly PageTab[] = [
  { path: 'status', label: 'page.tab.status', action: SEE_ACTION, Component: StatusTab },
  { path: 'export', label: 'page.tab.export', action: EXPORT_ACTION, Component: ExportTab },
  { path: 'import', label: 'page.tab.import', action: IMPORT_ACTION, Component: ImportTab },
  {
    path: 'conflicts',
    label: 'page.tab.conflicts',
    action: RESOLVE_ACTION,
    Component: ConflictsTab,
  },
  { path: 'links', label: 'page.tab.links', action: SEE_ACTION, Component: LinksTab },
  { path: 'history', label: 'page.tab.history', action: SEE_ACTION, Component: HistoryTab },
];
