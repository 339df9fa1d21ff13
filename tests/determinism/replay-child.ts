/** Runs a recording's transactions again where this process stands, and prints what came of it. */
import { argv, stdout } from 'node:process';
import { CHAINCODES, loadRecording, type Report } from './recording.js';
import { replayRecording } from './replay-recording.js';

const [, , path = ''] = argv;
const recording = await loadRecording(path);
const replayed = await replayRecording(recording, CHAINCODES[recording.chaincode]);
const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
const report: Report = { place: `${timeZone} ${locale}`, replayed };
stdout.write(JSON.stringify(report));
