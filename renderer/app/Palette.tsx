import { Spotlight, useSpotlight } from '@mantine/spotlight';
import { type Dispatch, type KeyboardEvent, type SetStateAction, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { folded } from '#shared/i18n/folded.ts';
import { addressOf, goTo } from '../commands/address.ts';
import { type Command, isAvailable, shortcutsOf } from '../commands/command.ts';
import { groupsOf, run, useMountedCommands } from '../commands/registry.ts';
import { type Search, useSearch } from '../db/read/hooks.ts';
import { wordsOf } from '../db/read/typed-words.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { paletteStore } from './overlays.ts';
import styles from './Palette.module.css';

/** Longest list of commands and of hits; more is not read but typed further. */
const most = 12;

/** Whether every word typed begins a word of the label. */
export function matches(label: string, typed: string): boolean {
  const words = folded(label).split(/[^\p{L}\p{N}]+/u);
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
}

const marked = 'data-selected';

function actionsList(): HTMLElement | null {
  return document.getElementById(paletteStore.getState().listId);
}

/** Selects the first action the way the palette itself does: by a mark on its element and a number in its store. */
function markFirst(): void {
  const list = actionsList();
  list?.querySelector(`[${marked}]`)?.removeAttribute(marked);
  list?.querySelector('[data-action]')?.setAttribute(marked, 'true');
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}

function doMarked(): void {
  actionsList()?.querySelector<HTMLElement>(`[${marked}]`)?.click();
}

/**
 * Enter waits for what is typed: until its hits are there, those of an earlier text stand in the list. Answers what hears
 * the keys of the field before the palette does.
 */
function useEnterOnceFound(query: string, state: Search['state']): (event: KeyboardEvent) => void {
  const enteredFor = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (state === 'searching') return;
    const wanted = enteredFor.current === query;
    enteredFor.current = null;
    if (wanted) doMarked();
  }, [query, state]);
  return (event) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || state !== 'searching') return;
    event.preventDefault();
    event.stopPropagation();
    enteredFor.current = query;
  };
}

/** What is typed once the palette opens belongs in its field, also before the field has the keyboard. */
function useEarlyKeys(setQuery: Dispatch<SetStateAction<string>>): void {
  const { opened } = useSpotlight(paletteStore);
  useLayoutEffect(() => {
    if (!opened) return;
    const hear = (event: globalThis.KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      const isText = key.length === 1 && !ctrlKey && !metaKey && !altKey;
      if (!isText || (target instanceof Element && target.closest('[role="dialog"]'))) return;
      event.preventDefault();
      event.stopPropagation();
      setQuery((typed) => typed + key);
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [opened, setQuery]);
}

/** Ctrl+K: everything that can be done here, and every debtor and item. */
export function Palette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const commands = useMountedCommands();
  const { hits, state } = useSearch(query, most);
  const labelOf = (command: Command) => t(command.labelKey, { ...command.labelParams });
  const shown = commands
    .filter((command) => command.id !== 'palette.open' && isAvailable(command) && matches(labelOf(command), query))
    .slice(0, query ? 6 : most);
  const offered = [...hits.map((hit) => `${hit.debtorId} ${hit.itemId}`), ...shown.map((command) => command.id)].join(
    '|',
  );
  // What Enter will do is always marked: the first that is offered, from the moment it is shown.
  useLayoutEffect(() => {
    if (query && offered) markFirst();
  }, [query, offered]);
  const enter = useEnterOnceFound(query, state);
  useEarlyKeys(setQuery);
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      size="36rem"
      yOffset={90}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      attributes={{ content: { 'aria-label': t('commands.palette.title') } }}
    >
      <Spotlight.Search
        placeholder={t('commands.palette.placeholder')}
        aria-label={t('commands.palette.title')}
        onKeyDownCapture={enter}
      />
      <Spotlight.ActionsList>
        {hits.length > 0 && query && (
          <Spotlight.ActionsGroup label={t('commands.palette.hits')}>
            {hits.map((hit) => (
              <Spotlight.Action
                key={`${hit.debtorId} ${hit.itemId}`}
                onClick={() => goTo(addressOf(['debiteuren', hit.debtorId], { post: hit.itemId }))}
              >
                <span className={styles.title}>{hit.title}</span>
                <span className={styles.detail}>{hit.detail}</span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {groupsOf(shown).map(([groupKey, group]) => (
          <Spotlight.ActionsGroup key={groupKey} label={t(groupKey)}>
            {group.map((command) => (
              <Spotlight.Action key={command.id} onClick={() => run(command)}>
                <span className={styles.title}>{labelOf(command)}</span>
                {shortcutsOf(command)[0] && <Kbd keys={shortcutsOf(command)[0]!} />}
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && hits.length === 0 && state !== 'searching' && (
          <Spotlight.Empty>{t('commands.palette.nothing', { text: query })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
