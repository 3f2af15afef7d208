import { Box, Field, Flex, Popover, Typography, VisuallyHidden } from '@strapi/design-system';
import { useFocusInputField } from '@strapi/strapi/admin';
import * as React from 'react';
import { useIntl } from 'react-intl';
import { textId } from '../../plugin-id';
import type { CustomFieldProps } from '../field-props';
import { Chip } from './Chip';
import { Frame, TextBox, WordList } from './frame';
import { Suggestions, optionId } from './Suggestions';
import { useSuggestions } from './use-suggestions';
import { addWords, asWords, hasSeparator, moveWord, newSuggestions, removeWord } from './word-list';

/** Input of a field of words: chips in order, with suggestions from what other entries use. */
const WordsInput = (props: CustomFieldProps<unknown>) => {
  const { name, label, labelAction, hint, error, required = false, disabled = false } = props;
  const { formatMessage } = useIntl();
  const say = (key: string, values?: Record<string, string | number>) =>
    formatMessage({ id: textId(`words.${key}`), defaultMessage: key }, values);

  const words = asWords(props.value);
  const [text, setText] = React.useState('');
  const [open, setOpen] = React.useState(false);
  const [active, setActive] = React.useState(-1);
  const [notice, setNotice] = React.useState('');
  const [announcement, setAnnouncement] = React.useState('');
  const [drag, setDrag] = React.useState<{ from: number; over: number } | null>(null);

  const input = React.useRef<HTMLInputElement>(null);
  const chips = React.useRef<HTMLUListElement>(null);
  const focusTarget = useFocusInputField<HTMLInputElement>(name);
  React.useImperativeHandle(focusTarget, () => input.current as HTMLInputElement);
  const id = React.useId();
  const listId = `${id}-suggestions`;
  const keysId = `${id}-keys`;

  const suggested = newSuggestions(useSuggestions(name, text, open && !disabled), words);
  const shown = open && !disabled && suggested.length > 0;

  const change = (next: readonly string[]) => {
    // Emptied again, a field that had no value has none: the entry is not modified.
    const none = next.length === 0 && !Array.isArray(props.initialValue);
    props.onChange(name, none ? null : next);
  };
  const add = (typed: string, rest = '') => {
    const { words: next, added, duplicates } = addWords(words, typed);
    if (added.length > 0) {
      change(next);
      setAnnouncement(say('added', { words: added.join(', ') }));
    }
    setNotice(duplicates.length > 0 ? say('duplicate', { words: duplicates.join(', ') }) : '');
    setText(rest);
    setActive(-1);
  };
  const focusChip = (index: number) => {
    // The chips are drawn anew first when the list has changed.
    requestAnimationFrame(() => {
      const button = chips.current?.querySelectorAll('button')[index];
      (button ?? input.current)?.focus();
    });
  };
  const remove = (index: number) => {
    change(removeWord(words, index));
    setAnnouncement(say('removed', { word: words[index] ?? '' }));
    setNotice('');
    focusChip(index);
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= words.length || from === to) return;
    change(moveWord(words, from, to));
    const values = { word: words[from] ?? '', position: to + 1, count: words.length };
    setAnnouncement(say('moved', values));
  };

  const onInputKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    // While a Hangul syllable is being composed, Enter and arrows belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const atStart =
      event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    if (event.key === 'Enter') {
      event.preventDefault();
      add((shown && suggested[active]) || text);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const count = suggested.length;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0)
        setActive((current) => ((current < 0 && step < 0 ? 0 : current) + step + count) % count);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    } else if (event.key === 'Backspace' && text === '' && words.length > 0) {
      event.preventDefault();
      change(words.slice(0, -1));
      setAnnouncement(say('removed', { word: words.at(-1) ?? '' }));
    } else if (event.key === 'ArrowLeft' && atStart && words.length > 0) {
      event.preventDefault();
      focusChip(words.length - 1);
    }
  };
  const onChipKeyDown = (event: React.KeyboardEvent, index: number) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (event.altKey) move(index, index + step);
      focusChip(
        event.altKey ? Math.min(Math.max(index + step, 0), words.length - 1) : index + step,
      );
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(index);
    }
  };

  return (
    <Field.Root name={name} id={id} error={error} hint={hint} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Popover.Root open={shown} onOpenChange={(next) => !next && setOpen(false)}>
        <Popover.Anchor asChild>
          <Frame
            $invalid={Boolean(error)}
            $disabled={disabled}
            onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
          >
            {words.length > 0 && (
              <WordList ref={chips} aria-label={say('list', { label: String(label) })}>
                {words.map((word, index) => (
                  <Chip
                    key={`${index}-${word}`}
                    word={word}
                    index={index}
                    count={words.length}
                    disabled={disabled}
                    over={drag !== null && drag.over === index && drag.from !== index}
                    onRemove={() => remove(index)}
                    onKeyDown={(event) => onChipKeyDown(event, index)}
                    onDragStart={() => setDrag({ from: index, over: index })}
                    onDragOver={() =>
                      drag && drag.over !== index && setDrag({ ...drag, over: index })
                    }
                    onDrop={() => drag && move(drag.from, index)}
                    onDragEnd={() => setDrag(null)}
                  />
                ))}
              </WordList>
            )}
            <TextBox
              ref={input}
              id={id}
              role="combobox"
              autoComplete="off"
              aria-autocomplete="list"
              aria-expanded={shown}
              aria-controls={shown ? listId : undefined}
              aria-activedescendant={shown && active >= 0 ? optionId(listId, active) : undefined}
              aria-describedby={`${keysId} ${id}-hint ${id}-error`}
              aria-invalid={Boolean(error)}
              aria-required={required}
              disabled={disabled}
              placeholder={
                words.length > 0 || disabled ? '' : props.placeholder || say('placeholder')
              }
              value={text}
              onFocus={() => setOpen(true)}
              onBlur={() => {
                setOpen(false);
                // Typed and left without Enter: saving must not lose it.
                if (text.trim() !== '') add(text);
              }}
              onChange={(event) => {
                const typed = event.target.value;
                const composing = (event.nativeEvent as InputEvent).isComposing;
                setOpen(true);
                setNotice('');
                if (!composing && hasSeparator(typed)) add(typed);
                else setText(typed);
              }}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData('text');
                if (!hasSeparator(pasted)) return;
                event.preventDefault();
                add(`${text},${pasted}`);
              }}
              onKeyDown={onInputKeyDown}
            />
          </Frame>
        </Popover.Anchor>
        {shown && <Suggestions listId={listId} words={suggested} active={active} onPick={add} />}
      </Popover.Root>
      <Flex direction="column" alignItems="stretch" gap={1}>
        {notice && (
          <Typography variant="pi" textColor="warning700">
            {notice}
          </Typography>
        )}
        <Field.Hint />
        <Field.Error />
      </Flex>
      <VisuallyHidden>
        <Box tag="span" id={keysId}>
          {say('keys')}
        </Box>
        <Box tag="span" aria-live="polite" aria-atomic>
          {[announcement, notice].filter(Boolean).join('. ')}
        </Box>
      </VisuallyHidden>
    </Field.Root>
  );
};

export default WordsInput;
