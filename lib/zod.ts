/**
 * zod for code that ships: the small build, without the code generation that our content security policy
 * forbids (zod tries `Function` once, and the browser would log a violation).
 */
import * as z from 'zod/mini';
z.config({ jitless: true });
export { z };
