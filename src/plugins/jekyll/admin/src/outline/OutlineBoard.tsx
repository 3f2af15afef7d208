import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import * as React from 'react';
import type { OutlineItem } from '../../../contracts/outline';
import { useText } from '../publishing/use-text';
import { AddItems } from './AddItems';
import { OutlineRow } from './OutlineRow';
import { OutlineSection } from './OutlineSection';
import { type Place, placeOf, put, type Orders, without } from './orders';
import { type Grab, type GrabEvent, useGrab } from './use-grab';
import type { OutlineState } from './use-outline';

interface OutlineBoardProps {
  readonly outline: OutlineState;
  readonly locale: string;
  readonly disabled: boolean;
  /** What the dialog around has to ask before it closes. */
  readonly grabRef: React.MutableRefObject<Grab | null>;
}

/** The sections with their items, to be moved by mouse and keyboard. */
export const OutlineBoard = ({ outline, locale, disabled, grabRef }: OutlineBoardProps) => {
  const text = useText();
  const { sections, orders, items, arrange } = outline;
  const helpId = React.useId();
  const [said, setSaid] = React.useState('');
  const [dragged, setDragged] = React.useState<string | null>(null);
  const [over, setOver] = React.useState<Place | null>(null);
  const [adding, setAdding] = React.useState<number | null>(null);

  const titleOf = (id: string): string => {
    const title = items.get(id)?.title;
    return title === null ? text('outline.hidden') : title || text('publishing.untitled');
  };
  const headingOf = (at: number): string =>
    sections[at]?.heading.replace(/\*\*|__/g, '').trim() ||
    text('outline.untitled-section', { number: at + 1 });
  const where = (id: string, among: Orders) => {
    const place = placeOf(among, id) ?? { section: 0, index: 0 };
    return {
      title: titleOf(id),
      section: headingOf(place.section),
      position: place.index + 1,
      count: among[place.section]?.length ?? 0,
    };
  };
  const tell = (what: GrabEvent, id: string, among: Orders) =>
    setSaid(text(`outline.live.${what}`, where(id, among)));
  const grab = useGrab(outline, tell);
  grabRef.current = grab;

  const dropDragged = (place: Place) => {
    if (dragged !== null) {
      const next = put(orders, [dragged], place);
      arrange(next);
      tell('dropped', dragged, next);
    }
    setDragged(null);
    setOver(null);
  };
  const add = (section: number, added: readonly OutlineItem[]) => {
    outline.remember(added);
    const ids = added.map(({ documentId }) => documentId);
    const next = put(orders, ids, { section, index: orders[section]?.length ?? 0 });
    arrange(next);
    setSaid(text('outline.live.added', { count: ids.length, section: headingOf(section) }));
  };

  if (sections.length === 0) {
    return <Typography textColor="neutral600">{text('outline.no-sections')}</Typography>;
  }
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      onPointerDown={(event: React.PointerEvent) => {
        if (!(event.target as Element).closest('[aria-pressed="true"]')) grab.drop();
      }}
    >
      <VisuallyHidden aria-live="assertive">{said}</VisuallyHidden>
      <Typography id={helpId} variant="pi" textColor="neutral600">
        {text('outline.help')}
      </Typography>
      {orders.map((order, section) => (
        <OutlineSection
          key={section}
          section={sections[section] ?? { heading: '', prefix: '' }}
          number={section + 1}
          count={order.length}
          disabled={disabled}
          over={dragged !== null && over?.section === section && over.index >= order.length}
          adding={adding === section}
          addForm={
            <AddItems
              locale={locale}
              omit={orders.flat()}
              onAdd={(added) => add(section, added)}
              onClose={() => setAdding(null)}
            />
          }
          onAdd={() => setAdding(adding === section ? null : section)}
          onDragOver={() => setOver({ section, index: order.length })}
          onDrop={() => dropDragged({ section, index: order.length })}
        >
          {order.map((id, index) => {
            const item = items.get(id);
            const at = { section, index };
            const isOver = dragged !== null && over?.section === section;
            const last = index === order.length - 1 && over?.index === order.length;
            return (
              item && (
                <OutlineRow
                  key={id}
                  item={item}
                  locale={locale}
                  position={text('outline.position', where(id, orders))}
                  disabled={disabled}
                  grabbed={grab.id === id}
                  stale={outline.stale}
                  edge={isOver && over.index === index ? 'before' : isOver && last ? 'after' : null}
                  describedBy={helpId}
                  onGrabKey={(event) => grab.onKey(id, event)}
                  onRemove={() => {
                    arrange(without(orders, id));
                    setSaid(text('outline.live.removed', { title: titleOf(id) }));
                  }}
                  onDragStart={() => setDragged(id)}
                  onDragOver={(half) =>
                    setOver({ section, index: half === 'before' ? index : index + 1 })
                  }
                  onDrop={() => dropDragged(over ?? at)}
                  onDragEnd={() => {
                    setDragged(null);
                    setOver(null);
                  }}
                />
              )
            );
          })}
        </OutlineSection>
      ))}
    </Flex>
  );
};
