import type { Layer } from './types';

export interface LayerDiff {
  added: Layer[];
  changed: { before: Layer; after: Layer }[];
  removed: Layer[];
}

/**
 * What to do to get from the layers shown to the layers wanted. `sent` holds those that may be new or different, `ids` all that
 * are wanted; of two with one id the later counts. A layer that turns into another kind is removed and added.
 */
export function diffLayers(
  shown: ReadonlyMap<string, Layer>,
  sent: readonly Layer[],
  ids: readonly string[],
): LayerDiff {
  const wanted = new Set(ids);
  const diff: LayerDiff = { added: [], changed: [], removed: [] };
  for (const [id, layer] of shown) if (!wanted.has(id)) diff.removed.push(layer);

  for (const after of new Map(sent.map((layer) => [layer.id, layer])).values()) {
    if (!wanted.has(after.id)) continue;
    const before = shown.get(after.id);
    if (!before) diff.added.push(after);
    else if (before.kind !== after.kind) {
      diff.removed.push(before);
      diff.added.push(after);
    } else if (JSON.stringify(before) !== JSON.stringify(after)) diff.changed.push({ before, after });
  }
  return diff;
}
