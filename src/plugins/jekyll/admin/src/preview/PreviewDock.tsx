import { useForm } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { createPortal } from 'react-dom';
import { useIntl } from 'react-intl';
import type { PreviewTarget } from '../../../contracts/preview';
import { useText } from '../publishing/use-text';
import { BuildNotice } from './BuildNotice';
import { Divider } from './Divider';
import { RoomStyle } from './RoomStyle';
import { useBuild } from './use-build';
import { useFrame } from './use-frame';
import { useRoom } from './use-room';

/** No same-origin: whatever the page holds, it reaches nothing of the panel. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
const PHONE = '390px';

interface PreviewDockProps {
  readonly target: PreviewTarget;
  /** The side panel that opened it. */
  readonly panel: Element;
  readonly onClose: () => void;
}

interface ToggleProps {
  readonly pressed: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}
const Toggle = ({ pressed, onClick, children }: ToggleProps) => (
  <Button
    type="button"
    size="S"
    variant={pressed ? 'secondary' : 'tertiary'}
    aria-pressed={pressed}
    onClick={onClick}
  >
    {children}
  </Button>
);

/** The page beside the form, with its tools. */
export const PreviewDock = ({ target, panel, onClose }: PreviewDockProps) => {
  const text = useText();
  const { locale: panelLanguage } = useIntl();
  const language = panelLanguage.startsWith('ko') ? ('ko' as const) : ('en' as const);
  const [theme, setTheme] = React.useState<'light' | 'dark'>(() =>
    localStorage.getItem('STRAPI_THEME') === 'dark' ? 'dark' : 'light',
  );
  const [phone, setPhone] = React.useState(false);
  const values = useForm('JekyllPreviewBuild', (state) => state.values) as Record<string, unknown>;
  const frame = useFrame({ target, language, theme });
  const builds = useBuild(target);
  const shared = useRoom(panel);
  const { room } = shared;
  const [unfolded, setUnfolded] = React.useState(false);
  const tools = React.useRef<HTMLDivElement>(null);
  const [toolsEnd, setToolsEnd] = React.useState(0);
  // The tools take more lines on a narrow page.
  React.useLayoutEffect(() => setToolsEnd(tools.current?.getBoundingClientRect().bottom ?? 0));
  const built = builds.build?.url ?? null;

  return createPortal(
    <Flex
      tag="aside"
      aria-label={text('preview.title')}
      direction="column"
      alignItems="stretch"
      background="neutral0"
      borderColor="neutral200"
      position="fixed"
      top={0}
      right={0}
      bottom={0}
      width={`${room.page}px`}
      zIndex={3}
      onKeyDown={(event: React.KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        if (unfolded) setUnfolded(false);
        else onClose();
      }}
    >
      {room.panels !== 'covered' && (
        <>
          <RoomStyle $room={room} $left={shared.left} $unfoldedBelow={unfolded ? toolsEnd : null} />
          <Divider shared={shared} />
        </>
      )}
      <Flex
        ref={tools}
        gap={2}
        padding={3}
        wrap="wrap"
        role="toolbar"
        aria-label={text('preview.tools')}
        borderColor="neutral200"
      >
        <Typography variant="delta" tag="h2" flex="1">
          {text(built ? 'preview.true.title' : 'preview.title')}
        </Typography>
        <Toggle
          pressed={theme === 'dark'}
          onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
        >
          {text('preview.dark')}
        </Toggle>
        <Toggle pressed={phone} onClick={() => setPhone(!phone)}>
          {text('preview.phone')}
        </Toggle>
        {frame.canBuild && !built && (
          <Button
            type="button"
            size="S"
            variant="tertiary"
            loading={builds.running}
            onClick={() => builds.start(values)}
          >
            {text('preview.true.build')}
          </Button>
        )}
        {built && (
          <>
            <Button type="button" size="S" variant="tertiary" onClick={() => builds.start(values)}>
              {text('preview.true.again')}
            </Button>
            <Button type="button" size="S" variant="tertiary" onClick={builds.dismiss}>
              {text('preview.back')}
            </Button>
          </>
        )}
        {room.panels === 'folded' && (
          <Toggle pressed={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {text('preview.panels')}
          </Toggle>
        )}
        <Button type="button" size="S" variant="tertiary" onClick={onClose}>
          {text('preview.close')}
        </Button>
      </Flex>
      <BuildNotice builds={builds} language={language} />
      {frame.failed && (
        <Flex gap={2} padding={3} role="alert">
          <Typography textColor="danger600" flex="1">
            {text('preview.failed')}
          </Typography>
          <Button type="button" size="S" variant="tertiary" onClick={frame.reload}>
            {text('preview.reload')}
          </Button>
        </Flex>
      )}
      <Flex flex="1" justifyContent="center" background="neutral150" minHeight={0}>
        <Box
          tag="iframe"
          // The instant page stays as it is beneath a built one: going back costs nothing.
          ref={frame.ref}
          src={frame.url ?? undefined}
          title={text('preview.frame')}
          sandbox={SANDBOX}
          referrerPolicy="no-referrer"
          width={phone ? PHONE : '100%'}
          height="100%"
          style={{ border: 0, background: 'white', display: built ? 'none' : 'block' }}
        />
        {built && (
          <Box
            tag="iframe"
            src={built}
            title={text('preview.true.frame')}
            sandbox={SANDBOX}
            referrerPolicy="no-referrer"
            width={phone ? PHONE : '100%'}
            height="100%"
            style={{ border: 0, background: 'white' }}
          />
        )}
      </Flex>
    </Flex>,
    document.body,
  );
};
