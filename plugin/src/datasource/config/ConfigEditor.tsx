import type { Settings } from '@contract';
import type { DataSourcePluginOptionsEditorProps } from '@grafana/data';
import { ConfigSection } from '@grafana/plugin-ui';
import { Divider } from '@grafana/ui';
import React from 'react';
import { withBoundary } from '../../components/ErrorBoundary';
import { useWarehouseStatus } from '../../components/status/useWarehouseStatus';
import { WarehouseStatusView } from '../../components/status/WarehouseStatusView';
import { t } from '../../language/t';
import type { WarehouseOptions } from '../types';
import { AsOfFields } from './AsOfFields';
import { CampaignsField } from './CampaignsField';
import { ChurnFields } from './ChurnFields';
import { ForecastFields } from './ForecastFields';
import { FolderFields } from './FolderFields';
import { RuleFields } from './RuleFields';
import { SegmentGridEditor } from './SegmentGridEditor';
import { SqlFields } from './SqlFields';

type Props = DataSourcePluginOptionsEditorProps<WarehouseOptions>;

function Editor({ options, onOptionsChange }: Props) {
  const { jsonData, readOnly = false } = options;
  const status = useWarehouseStatus(options.uid, options.version);
  const change = (changed: Partial<Settings>) => onOptionsChange({ ...options, jsonData: { ...jsonData, ...changed } });
  const fields = { settings: jsonData, disabled: readOnly, onChange: change };
  return (
    <>
      <ConfigSection
        title={t('datasource.config.section.data', 'Data')}
        description={t(
          'datasource.config.section.dataHelp',
          "Where the shop's order files lie on the machine that runs Grafana. Without a folder, generated sample data is shown.",
        )}
      >
        <FolderFields {...fields} />
      </ConfigSection>
      <Divider />
      <ConfigSection
        title={t('datasource.config.section.rules', 'Rules')}
        description={t('datasource.config.section.rulesHelp', 'How customers are judged, and who sees which of them.')}
      >
        <AsOfFields {...fields} />
        <RuleFields {...fields} />
      </ConfigSection>
      <Divider />
      <ConfigSection
        title={t('datasource.config.section.churn', 'Churn score')}
        description={t(
          'datasource.config.section.churnHelp',
          'What is predicted, where the risk bands begin, and which playbook says what to do.',
        )}
      >
        <ChurnFields {...fields} />
      </ConfigSection>
      <Divider />
      <ConfigSection
        title={t('datasource.config.section.forecast', 'Sales forecast')}
        description={t('datasource.config.section.forecastHelp', 'What the forecast knows of the days to come.')}
      >
        <ForecastFields {...fields} />
      </ConfigSection>
      <Divider />
      <ConfigSection
        title={t('datasource.config.section.events', 'Events')}
        description={t(
          'datasource.config.section.eventsHelp',
          'What is shown on pictures over time besides unusual days and holidays.',
        )}
      >
        <CampaignsField {...fields} />
      </ConfigSection>
      <Divider />
      <ConfigSection
        title={t('datasource.config.section.sql', 'SQL mode')}
        description={t(
          'datasource.config.section.sqlHelp',
          'Lets people write SQL of their own over the marts of the warehouse. Off unless switched on.',
        )}
      >
        <SqlFields {...fields} />
      </ConfigSection>
      <Divider />
      <ConfigSection
        title={t('datasource.config.section.segments', 'RFM segments')}
        description={t(
          'datasource.config.section.segmentsHelp',
          'The segment of each pair of scores. Scores go from 1 to 5; 5 is the most recent, or the most frequent.',
        )}
        isCollapsible
        isInitiallyOpen={jsonData.segmentGrid !== undefined}
      >
        <SegmentGridEditor {...fields} />
      </ConfigSection>
      <Divider />
      <ConfigSection
        title={t('datasource.config.section.status', 'Status')}
        description={t(
          'datasource.config.section.statusHelp',
          'What the data source serves with the settings saved last.',
        )}
      >
        <WarehouseStatusView state={status} />
      </ConfigSection>
    </>
  );
}

/** The data source's settings; each can be provisioned, and none is needed to begin. */
export const ConfigEditor = withBoundary(Editor, () => t('datasource.config.what', 'The settings'));
