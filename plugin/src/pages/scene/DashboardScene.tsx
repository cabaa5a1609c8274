import { wholeRange, type GenerationSummary } from '@contract';
import React, { useMemo } from 'react';
import { useWidth } from '../../embed/page/useWidth';
import { sceneHeight } from './height';
import type { DashboardModel } from './model';
import { sceneOf } from './sceneOf';
import { useTranslated } from './useTranslated';

interface Props {
  dashboard: DashboardModel;
  uid: string;
  generation: GenerationSummary;
}

/** The panels of a dashboard over all days of a data source. */
export default function DashboardScene(props: Props) {
  // Another generation answers otherwise, and a scene that has its answers does not ask again.
  return <SceneOfGeneration key={props.generation.id} {...props} />;
}

function SceneOfGeneration({ dashboard, uid, generation }: Props) {
  const [ref, width] = useWidth();
  const { from, to } = wholeRange(generation);
  const translated = useTranslated(dashboard);
  const scene = useMemo(
    () => translated && sceneOf(translated, { uid, range: { from, to } }),
    [translated, uid, from, to],
  );
  // A scene fills the room that it is given, and takes none by itself.
  const style = { display: 'flex', flexDirection: 'column', height: sceneHeight(dashboard.panels, width) } as const;
  return (
    <div ref={ref} style={style}>
      {scene && <scene.Component model={scene} />}
    </div>
  );
}
