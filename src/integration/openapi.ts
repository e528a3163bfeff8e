/** The API's own description (OpenAPI 3.1), made from the schemas that check requests, so the two cannot drift apart. */
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { unitEventSchema } from '../units/index.ts';
import { STATUS, type ApiCode } from './integration-messages.ts';

const din = z.string().meta({
  description:
    'ISBT 128 donation identification number: 13 characters, optionally followed by its check character (ISO 7064 mod 37-2).',
  example: 'G1234266003187',
});

const event = unitEventSchema.meta({
  id: 'UnitEvent',
  description:
    'Something that happened to a unit. Events may be sent late, twice and in any order: the state of a unit is the fold of all its events in the order they happened.',
});

const problem = z
  .object({
    type: z.string().meta({ example: 'urn:sdcord:problem:invalid-event' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(STATUS) as [ApiCode, ...ApiCode[]]),
    detail: z
      .string()
      .meta({ description: 'What is wrong and what to do; Chinese for `Accept-Language: zh`.' }),
    errors: z
      .array(z.object({ pointer: z.string().meta({ description: 'JSON pointer' }), detail: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

const applied = z
  .object({
    din: z.string(),
    sourceId: z.string(),
    outcome: z.enum(['applied', 'already-applied']),
    state: z.string(),
  })
  .meta({ id: 'Applied' });

const line = z
  .union([
    applied.extend({ line: z.int(), status: z.literal(200) }),
    problem.omit({ type: true, title: true }).extend({
      line: z.int(),
      din: z.string().optional(),
      sourceId: z.string().optional(),
    }),
    z.object({
      summary: z.object({ lines: z.int(), applied: z.int(), alreadyApplied: z.int(), refused: z.int() }),
    }),
  ])
  .meta({ id: 'FeedLine', description: 'One line of the answer; the last one is the summary.' });

const refusals = (...statuses: readonly number[]): ZodOpenApiOperationObject['responses'] =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status) as `${1 | 2 | 3 | 4 | 5}${string}`,
      {
        description: (Object.keys(STATUS) as ApiCode[]).filter((code) => STATUS[code] === status).join(', '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  );

const secured = [{ apiKey: ['units:write'] }];

const paths: ZodOpenApiPathsObject = {
  '/api/v1/units/{din}/events': {
    post: {
      operationId: 'reportUnitEvent',
      summary: 'Report one event of one unit',
      security: secured,
      requestParams: {
        path: z.object({ din }),
        header: z.object({
          'idempotency-key': z
            .string()
            .regex(/^[\x21-\x7e]{1,100}$/)
            .optional()
            .meta({
              description: 'Repeats the first answer. Without it the sourceId makes a repeat harmless.',
            }),
        }),
      },
      requestBody: { required: true, content: { 'application/json': { schema: event } } },
      responses: {
        '200': {
          description: 'Applied, now or before.',
          content: { 'application/json': { schema: applied } },
        },
        ...refusals(400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503),
      },
    },
  },
  '/api/v1/unit-events': {
    post: {
      operationId: 'reportUnitEvents',
      summary: 'Report many events, one JSON object a line',
      description:
        'Up to 10,000 lines and 16 MB. Each line is a UnitEvent with its `din`. Bad lines are named and left out; the others are applied. Sending a delivery again is harmless.',
      security: secured,
      requestBody: {
        required: true,
        content: {
          'application/x-ndjson': {
            schema: z.string().meta({
              description: 'Lines of JSON, each a UnitEvent with an additional member `din`.',
            }),
          },
        },
      },
      responses: {
        '200': {
          description: 'One line for each event, then a summary.',
          content: { 'application/x-ndjson': { schema: line } },
        },
        ...refusals(400, 401, 403, 405, 413, 415, 429),
      },
    },
  },
  '/api/v1/openapi.json': {
    get: {
      operationId: 'describe',
      summary: 'This document',
      security: [],
      responses: {
        '200': {
          description: 'OpenAPI 3.1',
          content: { 'application/json': { schema: z.looseObject({ openapi: z.string() }) } },
        },
      },
    },
  },
};

/** The document for a site at `origin`. */
export const openApiDocument = (origin: string) =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: '山东省脐血库 · Laboratory feed',
      version: '1.0.0',
      description: 'How the laboratory information system reports what happens to units of cord blood.',
    },
    servers: [{ url: origin }],
    components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
    paths,
  });
