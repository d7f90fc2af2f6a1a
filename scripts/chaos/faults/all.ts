import type { Fault } from '../fault.ts';
import { cannotStart } from './cannot-start.ts';
import { databaseRestarted } from './database-restarted.ts';
import { disorder } from './disorder.ts';
import { failedTwice } from './failed-twice.ts';
import { hostileJson } from './hostile-json.ts';
import { ledgerLocked } from './ledger-locked.ts';
import { logDiskFull } from './log-disk-full.ts';
import { mailed } from './mailed.ts';
import { mutatedSignatures } from './mutated-signatures.ts';
import { noPatientData } from './no-patient-data.ts';
import { purged } from './purged.ts';
import { rebuilt } from './rebuilt.ts';
import { conflict, repeats } from './repeats.ts';
import { replayBesideLive, replayKilled } from './replayed.ts';
import { retriesFault } from './retries.ts';
import { rotation } from './rotation.ts';
import { silentConnection } from './silent-connection.ts';
import { slowSockets } from './slow-sockets.ts';
import { stoppedUnderLoad } from './stopped-under-load.ts';
import { tooLarge } from './too-large.ts';
import { watched } from './watched.ts';
import { webKilled } from './web-killed.ts';
import { workerKilled } from './worker-killed.ts';
import { workerStopped } from './worker-stopped.ts';
import { wrongClock } from './wrong-clock.ts';

/** In the order of the table of what must survive. */
export const faults: readonly Fault[] = [
  webKilled,
  databaseRestarted,
  silentConnection,
  ledgerLocked,
  workerKilled,
  workerStopped,
  repeats,
  conflict,
  disorder,
  rebuilt,
  retriesFault,
  failedTwice,
  replayKilled,
  replayBesideLive,
  mutatedSignatures,
  rotation,
  tooLarge,
  slowSockets,
  hostileJson,
  wrongClock,
  watched,
  noPatientData,
  purged,
  mailed,
  cannotStart,
  logDiskFull,
  stoppedUnderLoad,
];
