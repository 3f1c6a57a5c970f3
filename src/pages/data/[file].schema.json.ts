/** /data/commitments.schema.json and its like: the JSON Schema of each JSON file. */
import type { APIRoute } from 'astro';
import { jsonSchemas } from '@/exports/schema.ts';

export const getStaticPaths = () => Object.keys(jsonSchemas).map((file) => ({ params: { file } }));

export const GET: APIRoute = ({ params }) => Response.json(jsonSchemas[params['file']!]);
