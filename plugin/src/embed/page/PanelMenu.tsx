import { Menu } from '@grafana/ui';
import React from 'react';
import { csvName, download, framesToCsv } from '../../format/csv';
import { t } from '../../language/t';
import type { PanelAnswer } from '../data/usePanelData';

export type PanelView = 'picture' | 'table';

interface Props {
  title: string;
  answer: PanelAnswer;
  view: PanelView;
  setView: (view: PanelView) => void;
  explain: () => void;
}

/** What a reader can do with a panel. */
export function PanelMenu({ title, answer, view, setView, explain }: Props) {
  const empty = answer.frames.every((frame) => frame.length === 0);
  return (
    <Menu ariaLabel={t('embed.menu.label', 'Menu for {{title}}', { title })}>
      {view === 'picture' ? (
        <Menu.Item
          label={t('embed.menu.table', 'Show as table')}
          icon="table"
          disabled={empty}
          onClick={() => setView('table')}
        />
      ) : (
        <Menu.Item
          label={t('embed.menu.picture', 'Show as picture')}
          icon="graph-bar"
          onClick={() => setView('picture')}
        />
      )}
      <Menu.Item
        label={t('embed.menu.csv', 'Download CSV')}
        icon="download-alt"
        disabled={empty}
        onClick={() => download(csvName(title), framesToCsv(answer.frames))}
      />
      <Menu.Item label={t('embed.menu.explain', 'Explain')} icon="question-circle" onClick={explain} />
    </Menu>
  );
}
