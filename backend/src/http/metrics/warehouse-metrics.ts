import type { Gauge, Registry } from 'prom-client';
import type { ModelStatus, WarehouseStatus } from '../../contract';
import { Gauges } from './gauges';

/** What each warehouse serves: its generation and its churn model. */
export class WarehouseMetrics {
  private readonly gauges: Gauges;
  private readonly ready: Gauge<'warehouse'>;
  private readonly built: Gauge<'warehouse' | 'generation'>;
  private readonly rows: Gauge<'warehouse' | 'outcome'>;
  private readonly modelTrained: Gauge<'warehouse'>;
  private readonly modelInfo: Gauge<'warehouse' | 'id' | 'algorithm' | 'horizon'>;
  private readonly modelRocAuc: Gauge<'warehouse'>;
  private readonly training: Gauge<'warehouse'>;
  private readonly auditEntries: Gauge<'warehouse' | 'state'>;

  constructor(registry: Registry) {
    const gauges = new Gauges(registry);
    this.gauges = gauges;
    this.ready = gauges.add('warehouse_ready', '1 while a generation of the warehouse is served.', 'warehouse');
    this.built = gauges.add(
      'warehouse_built_timestamp_seconds',
      'When the served generation was built.',
      'warehouse',
      'generation',
    );
    this.rows = gauges.add(
      'warehouse_rows',
      'Rows read from the CSV files into the served generation, and rows rejected.',
      'warehouse',
      'outcome',
    );
    this.modelTrained = gauges.add(
      'model_trained_timestamp_seconds',
      'When the churn model that serves was trained.',
      'warehouse',
    );
    this.modelInfo = gauges.add(
      'model_info',
      '1 for the churn model that serves; horizon in days.',
      'warehouse',
      'id',
      'algorithm',
      'horizon',
    );
    this.modelRocAuc = gauges.add(
      'model_roc_auc',
      'ROC-AUC of the churn model that serves, on customers and days that it had not seen.',
      'warehouse',
    );
    this.training = gauges.add('training_in_progress', '1 while a churn model is being trained.', 'warehouse');
    this.auditEntries = gauges.add(
      'audit_entries',
      'Entries that the audit log could not write yet, and those lost since the start.',
      'warehouse',
      'state',
    );
  }

  /** Forgets the warehouses of the last scrape, some of which may be gone. */
  reset(): void {
    this.gauges.reset();
  }

  tell(warehouse: string, { generation, model, audit }: WarehouseStatus): void {
    this.auditEntries.set({ warehouse, state: 'waiting' }, audit?.waiting ?? 0);
    this.auditEntries.set({ warehouse, state: 'lost' }, audit?.lost ?? 0);
    if (model) this.tellModel(warehouse, model);
    this.ready.set({ warehouse }, generation ? 1 : 0);
    if (!generation) return;
    this.built.set({ warehouse, generation: generation.id }, Date.parse(generation.builtAt) / 1000);
    this.rows.set({ warehouse, outcome: 'read' }, generation.rowsRead);
    this.rows.set({ warehouse, outcome: 'rejected' }, generation.rowsRejected);
  }

  private tellModel(warehouse: string, { id, algorithm, horizonDays, trainedAt, rocAuc, progress }: ModelStatus): void {
    this.training.set({ warehouse }, progress ? 1 : 0);
    if (id === undefined) return;
    this.modelInfo.set({ warehouse, id, algorithm, horizon: String(horizonDays) }, 1);
    if (trainedAt !== undefined) this.modelTrained.set({ warehouse }, Date.parse(trainedAt) / 1000);
    if (rocAuc !== undefined) this.modelRocAuc.set({ warehouse }, rocAuc);
  }
}
