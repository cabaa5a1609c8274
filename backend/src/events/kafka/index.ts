export { KafkaConsumer, type KafkaConsumerOptions } from './consumer';
export { connectKafka } from './platformatic';
