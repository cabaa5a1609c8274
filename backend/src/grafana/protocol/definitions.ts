import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { Root, type Method, type Service, type Type } from 'protobufjs/light';
import health from './health.proto';
import plugin from './plugin.proto';
import pluginv2 from './pluginv2.proto';

/** The services that a plugin serves, by their full names. */
export const SERVICE_NAMES = [
  'grpc.health.v1.Health',
  'plugin.GRPCController',
  'plugin.GRPCBroker',
  'plugin.GRPCStdio',
  'pluginv2.Diagnostics',
  'pluginv2.Data',
  'pluginv2.Resource',
  'pluginv2.Stream',
] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** Reads the protocol's descriptors into what a gRPC server or client takes. */
export function serviceDefinitions(): Record<ServiceName, ServiceDefinition> {
  const root = new Root();
  for (const descriptor of [health, plugin, pluginv2]) root.addJSON(descriptor.nested ?? {});
  root.resolveAll();
  const entries = SERVICE_NAMES.map((name) => [name, definitionOf(name, root.lookupService(name))] as const);
  return Object.fromEntries(entries) as Record<ServiceName, ServiceDefinition>;
}

function definitionOf(name: string, service: Service): ServiceDefinition {
  const methods = service.methodsArray.map((method) => [method.name, methodDefinition(name, method)] as const);
  return Object.fromEntries(methods);
}

function methodDefinition(service: string, method: Method): MethodDefinition<object, object> {
  method.resolve();
  const request = codecOf(method.resolvedRequestType);
  const response = codecOf(method.resolvedResponseType);
  return {
    path: `/${service}/${method.name}`,
    originalName: method.name,
    requestStream: method.requestStream === true,
    responseStream: method.responseStream === true,
    requestSerialize: request.serialize,
    requestDeserialize: request.deserialize,
    responseSerialize: response.serialize,
    responseDeserialize: response.deserialize,
  };
}

const AS_OBJECT = { longs: Number, enums: Number, bytes: Buffer, defaults: true } as const;

function codecOf(type: Type | null) {
  if (!type) throw new Error('a method of the protocol has no message type');
  return {
    serialize: (message: object): Buffer => {
      const { buffer, byteOffset, byteLength } = type.encode(message).finish();
      return Buffer.from(buffer, byteOffset, byteLength);
    },
    deserialize: (bytes: Buffer): object => type.toObject(type.decode(bytes), AS_OBJECT),
  };
}
