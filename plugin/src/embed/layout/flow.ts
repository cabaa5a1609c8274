import { GAP, heightOf, type Box, type GridItem } from './grid';

/**
 * Places panels in lines, in reading order: neighbours of the same size share lines evenly (eight figures become two lines
 * of four, not five and three), and every line is filled to its whole width.
 */
export function placeFlowing(band: readonly GridItem[], width: number): Map<number, Box> {
  const boxes = new Map<number, Box>();
  let y = 0;
  for (const line of band.reduce(groupAlike, []).flatMap((group) => splitEvenly(group, width))) {
    const each = (width + GAP) / line.length - GAP;
    const height = Math.max(...line.map(heightOf));
    line.forEach((item, i) => boxes.set(item.id, { x: i * (each + GAP), y, width: each, height }));
    y += height + GAP;
  }
  return boxes;
}

function groupAlike(groups: GridItem[][], item: GridItem): GridItem[][] {
  const group = groups[groups.length - 1];
  const first = group?.[0];
  const alike = first?.minimumWidth === item.minimumWidth && first.gridPos.h === item.gridPos.h;
  if (group && alike) group.push(item);
  else groups.push([item]);
  return groups;
}

function splitEvenly(group: readonly GridItem[], width: number): GridItem[][] {
  const least = group[0]?.minimumWidth ?? 0;
  const most = least === 0 ? 1 : Math.max(1, Math.floor((width + GAP) / (least + GAP)));
  const lineCount = Math.ceil(group.length / most);
  const perLine = Math.ceil(group.length / lineCount);
  return Array.from({ length: lineCount }, (_, i) => group.slice(i * perLine, (i + 1) * perLine));
}
