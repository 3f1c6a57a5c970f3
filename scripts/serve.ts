/** Serves `dist/` on this machine and prints the address: `npm run serve [-- --port 4321 --base /zt/zhuanxing/]`. */
import { parseArgs } from 'node:util';
import { startServer } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' }, dir: { type: 'string', default: 'dist' }, base: { type: 'string', default: '/' } } });
const { address } = await startServer({ dir: values.dir, port: Number(values.port), base: values.base.replace(/\/*$/, '/') });
console.log(`\n  网站在这里：${address}\n  按 Ctrl+C 停止。\n`);
