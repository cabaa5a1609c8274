import {
  standardTransformers,
  standardTransformersRegistry,
  transformDataFrame,
  type DataFrame,
  type DataTransformerConfig,
  type DataTransformerInfo,
  type TransformerRegistryItem,
} from '@grafana/data';
import { firstValueFrom } from 'rxjs';
import { t } from '../../language/t';

/** Grafana's own application fills this registry; here nobody edits transformations, so the items need no editor. */
export function registerTransformations(): void {
  // Some stand there twice, under an older name as well.
  const byId = new Map<string, DataTransformerInfo>();
  for (const one of Object.values(standardTransformers)) byId.set(one.id, one);
  standardTransformersRegistry.setInit(() => [...byId.values()].map(withoutEditor));
}

function withoutEditor(transformation: DataTransformerInfo): TransformerRegistryItem {
  const { id, name, description } = transformation;
  return { id, name, description, transformation, editor: () => null, imageDark: '', imageLight: '' };
}

/**
 * The frames after a panel's transformations.
 *
 * @throws Error naming a transformation that is not known
 */
export function transform(
  frames: DataFrame[],
  transformations: readonly DataTransformerConfig[],
  interpolate: (text: string) => string,
): Promise<DataFrame[]> {
  const unknown = transformations.find(({ id }) => !standardTransformersRegistry.getIfExists(id));
  if (unknown) return Promise.reject(new Error(notKnown(unknown.id)));
  return firstValueFrom(transformDataFrame([...transformations], frames, { interpolate }));
}

const notKnown = (id: string): string =>
  t('embed.errors.transformation', 'This viewer does not know the transformation "{{id}}".', { id });
