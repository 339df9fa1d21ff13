/**
 * Peers and gateways compile their schemas, which reads an object in half the time. Pages and their workers may not:
 * their content security policy forbids code from text.
 */
import * as z from 'zod';

z.config({ jitless: 'document' in globalThis || 'importScripts' in globalThis });
