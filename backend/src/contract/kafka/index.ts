export {
  KAFKA_POSITIONS,
  readKafkaSettings,
  SASL_MECHANISMS,
  type KafkaPosition,
  type KafkaSasl,
  type KafkaSettings,
  type KafkaTls,
  type SaslMechanism,
} from './settings';
export * from './status';
