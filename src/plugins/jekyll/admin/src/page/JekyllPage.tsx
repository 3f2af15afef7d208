import { Box, Tabs } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import * as React from 'react';
import { Navigate, Route, Routes, useNavigate } from 'react-router-dom';
import { useText } from '../publishing/use-text';
import { PLUGIN_ID } from '../plugin-id';
import { PAGE_TABS, type PageTab } from './tabs';
import { useRights } from './use-rights';

const ROOT = `/plugins/${PLUGIN_ID}`;

/** The page “Jekyll”: its tabs by route, each with its own right. */
const JekyllPage = () => {
  const text = useText();
  const has = useRights();
  const tabs = PAGE_TABS.filter(({ action }) => has(action));
  const [first] = tabs;
  if (!first) return <Page.NoPermissions />;
  return (
    <Page.Main>
      <Page.Title>{text('page.title')}</Page.Title>
      <Layouts.Header title={text('page.title')} subtitle={text('page.subtitle')} />
      <Layouts.Content>
        <Routes>
          {tabs.map((tab) => (
            <Route
              key={tab.path}
              path={`${tab.path}/*`}
              element={<TabbedView tabs={tabs} open={tab} />}
            />
          ))}
          <Route path="*" element={<Navigate to={`${ROOT}/${first.path}`} replace />} />
        </Routes>
      </Layouts.Content>
    </Page.Main>
  );
};

interface TabbedViewProps {
  readonly tabs: readonly PageTab[];
  readonly open: PageTab;
}

const TabbedView = ({ tabs, open }: TabbedViewProps) => {
  const text = useText();
  const navigate = useNavigate();
  const { Component } = open;
  return (
    <Tabs.Root
      variant="simple"
      value={open.path}
      onValueChange={(path) => navigate(`${ROOT}/${path}`)}
    >
      <Box paddingBottom={6}>
        <Tabs.List aria-label={text('page.title')}>
          {tabs.map(({ path, label }) => (
            <Tabs.Trigger key={path} value={path}>
              {text(label)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
      </Box>
      <Tabs.Content value={open.path}>
        <React.Suspense fallback={<Page.Loading />}>
          <Component />
        </React.Suspense>
      </Tabs.Content>
    </Tabs.Root>
  );
};

export default JekyllPage;
