import { Field, makeData, RecordBatch, RecordBatchFileWriter, Schema, Struct } from 'apache-arrow';
import type { Frame } from '../contract';
import { arrowData } from './arrow-types';
import { checkFrame } from './check-frame';
import { outgoing, rowCount } from './frame';
import { fieldMetadata, frameMetadata } from './metadata';

/**
 * A frame as Grafana's gRPC protocol carries it: an Arrow IPC file (https://arrow.apache.org/docs/format/Columnar.html)
 * with name, refId and meta in the schema's metadata and labels and config in each field's.
 * @throws FrameError when Grafana could not read the frame.
 */
export function encodeArrow(frame: Frame): Uint8Array {
  checkFrame(frame);
  const out = outgoing(frame);
  const children = out.fields.map(({ column }) => arrowData(column));
  const fields = out.fields.map(
    (field, i) => new Field(field.column.name, children[i]!.type, field.column.nullCount > 0, fieldMetadata(field)),
  );
  const schema = new Schema(fields, frameMetadata(out));
  const rows = makeData({ type: new Struct(fields), length: rowCount(out), nullCount: 0, children });
  const batch = new RecordBatch(schema, rows);
  // The constructor merges fields of equal names into the first: series of one measure would lose their labels.
  Object.assign(batch, { schema });
  const writer = new RecordBatchFileWriter();
  writer.write(batch);
  writer.finish();
  return writer.toUint8Array(true);
}
