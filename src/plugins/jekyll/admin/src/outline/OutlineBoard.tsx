import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import * as React from 'react';
import type { OutlineItem } from '../../../contracts/outline';
import { useText } from '../publishing/use-text';
import { AddItems } from './AddItems';
import { grabId, OutlineRow } from './OutlineRow';
import { OutlineSection, sectionGrabId } from './OutlineSection';
import { type Place, placeOf, put, type Orders, step, without } from './orders';
import { putSection, type SectionOrder, stepSection } from './section-order';
import { SectionForm } from './SectionForm';
import { type Grab, type GrabEvent, useGrab } from './use-grab';
import type { OutlineState } from './use-outline';

const NO_TEXTS = { heading: '', prefix: '' };

/** What is being dragged: an item by its document, or a section by its key. */
type Dragged = { readonly item: string } | { readonly section: string };

interface OutlineBoardProps {
  readonly outline: OutlineState;
  readonly locale: string;
  readonly disabled: boolean;
  /** Told of items that are made here, before they are saved with the post. */
  readonly onMade: (documentIds: readonly string[]) => void;
  /** What the dialog around has to ask before it closes. */
  readonly grabRef: React.MutableRefObject<Pick<Grab, 'cancel'> | null>;
}

/** The sections with their items, to be moved by mouse and keyboard. */
export const OutlineBoard = ({ outline, locale, disabled, onMade, grabRef }: OutlineBoardProps) => {
  const text = useText();
  const { sections, orders, items, arrange } = outline;
  const helpId = React.useId();
  const [said, setSaid] = React.useState('');
  const [dragged, setDragged] = React.useState<Dragged | null>(null);
  const [over, setOver] = React.useState<Place | null>(null);
  /** Key of the section to which items are added. */
  const [adding, setAdding] = React.useState<string | null>(null);
  const [naming, setNaming] = React.useState(false);
  const isSectionDragged = dragged !== null && 'section' in dragged;
  const isItemDragged = dragged !== null && 'item' in dragged;

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
  const grab = useGrab<Orders>({
    order: orders,
    arrange,
    step,
    placeOf: (among, id) => JSON.stringify(placeOf(among, id)),
    handleId: grabId,
    tell,
  });

  const keys = sections.map(({ key }) => key);
  const tellSection = (what: GrabEvent, key: string, order: SectionOrder) =>
    setSaid(
      text(`outline.live.section.${what}`, {
        section: headingOf(keys.indexOf(key)),
        position: order.indexOf(key) + 1,
        count: order.length,
      }),
    );
  const sectionGrab = useGrab<SectionOrder>({
    order: keys,
    arrange: outline.arrangeSections,
    step: stepSection,
    placeOf: (order, key) => String(order.indexOf(key)),
    handleId: sectionGrabId,
    tell: tellSection,
  });
  grabRef.current = { cancel: () => grab.cancel() || sectionGrab.cancel() };

  const endDrag = () => {
    setDragged(null);
    setOver(null);
  };
  const dropDragged = (place: Place) => {
    if (dragged && 'item' in dragged) {
      const next = put(orders, [dragged.item], place);
      arrange(next);
      tell('dropped', dragged.item, next);
    } else if (dragged) {
      const next = putSection(keys, dragged.section, place.section);
      outline.arrangeSections(next);
      tellSection('dropped', dragged.section, next);
    }
    endDrag();
  };
  /** A section stands before or behind another, an item behind the last of one. */
  const dragOver = (section: number, half: 'before' | 'after') =>
    setOver(
      isSectionDragged
        ? { section: half === 'before' ? section : section + 1, index: 0 }
        : { section, index: orders[section]?.length ?? 0 },
    );
  const sectionEdge = (section: number): 'before' | 'after' | null => {
    if (!isSectionDragged || !over) return null;
    if (over.section === section) return 'before';
    const isLast = section === sections.length - 1;
    return isLast && over.section === sections.length ? 'after' : null;
  };
  const add = (section: number, added: readonly OutlineItem[]) => {
    outline.remember(added);
    const ids = added.map(({ documentId }) => documentId);
    const next = put(orders, ids, { section, index: orders[section]?.length ?? 0 });
    arrange(next);
    setSaid(text('outline.live.added', { count: ids.length, section: headingOf(section) }));
  };

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      onPointerDown={(event: React.PointerEvent) => {
        if ((event.target as Element).closest('[aria-pressed="true"]')) return;
        grab.drop();
        sectionGrab.drop();
      }}
    >
      <VisuallyHidden aria-live="assertive">{said}</VisuallyHidden>
      <Typography id={helpId} variant="pi" textColor="neutral600">
        {text(sections.length === 0 ? 'outline.no-sections' : 'outline.help')}
      </Typography>
      {sections.map((section, at) => {
        const order = orders[at] ?? [];
        const isOver = isItemDragged && over?.section === at;
        return (
          <OutlineSection
            key={section.key}
            section={section}
            heading={headingOf(at)}
            count={order.length}
            disabled={disabled}
            over={isOver && over.index >= order.length}
            edge={sectionEdge(at)}
            grabbed={sectionGrab.id === section.key}
            describedBy={helpId}
            adding={adding === section.key}
            addForm={
              <AddItems
                locale={locale}
                omit={orders.flat()}
                onAdd={(added) => add(at, added)}
                onMade={onMade}
                onClose={() => setAdding(null)}
              />
            }
            onAdd={() => setAdding(adding === section.key ? null : section.key)}
            onRename={(texts) => {
              outline.rename(at, texts);
              setSaid(text('outline.live.section.renamed', { section: texts.heading }));
            }}
            onRemove={() => {
              outline.removeSection(at);
              setSaid(text('outline.live.section.removed', { section: headingOf(at) }));
            }}
            onGrabKey={(event) => sectionGrab.onKey(section.key, event)}
            onDragStart={() => setDragged({ section: section.key })}
            onDragEnd={endDrag}
            onDragOver={(half) => dragOver(at, half)}
            onDrop={() => dropDragged(over ?? { section: at, index: order.length })}
          >
            {order.map((id, index) => {
              const item = items.get(id);
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
                    edge={
                      isOver && over.index === index ? 'before' : isOver && last ? 'after' : null
                    }
                    describedBy={helpId}
                    accepts={!isSectionDragged}
                    onGrabKey={(event) => grab.onKey(id, event)}
                    onRemove={() => {
                      arrange(without(orders, id));
                      setSaid(text('outline.live.removed', { title: titleOf(id) }));
                    }}
                    onDragStart={() => setDragged({ item: id })}
                    onDragOver={(half) =>
                      setOver({ section: at, index: half === 'before' ? index : index + 1 })
                    }
                    onDrop={() => dropDragged(over ?? { section: at, index })}
                    onDragEnd={endDrag}
                  />
                )
              );
            })}
          </OutlineSection>
        );
      })}
      {naming ? (
        <SectionForm
          texts={NO_TEXTS}
          action={text('outline.section.make')}
          onDone={(texts) => {
            outline.addSection(texts);
            setSaid(text('outline.live.section.added', { section: texts.heading }));
            setNaming(false);
          }}
          onClose={() => setNaming(false)}
        />
      ) : (
        <Box>
          <Button
            type="button"
            size="S"
            variant="tertiary"
            startIcon={<Plus />}
            disabled={disabled}
            onClick={() => setNaming(true)}
          >
            {text('outline.section.add')}
          </Button>
        </Box>
      )}
    </Flex>
  );
};
