import type { DataFrame } from '@grafana/data';
import type { Mode } from '../options';
import { findList, findScore } from './findFrames';
import type { Reading, ScoreModel } from './model';
import { readList, type ListModel } from './readList';
import { readScore } from './readScore';

/** What the frames hold: one score or a list, never both. */
export interface FramesReading {
  score?: Reading<ScoreModel>;
  list?: Reading<ListModel>;
}

/** Reads the frames as one score or as a list: as asked for, or by what they hold, one score before a list. */
export function readFrames(frames: readonly DataFrame[], mode: Mode): FramesReading {
  const isList = mode === 'list' || (mode === 'auto' && !findScore(frames) && findList(frames) !== undefined);
  return isList ? { list: readList(frames) } : { score: readScore(frames) };
}
