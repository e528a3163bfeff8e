/** The PDF of a real signed contract: how long it takes, whether memory grows, whether the same facts give the same bytes. */
import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { contractPdf } from '#src/contracts/paper/contract-pdf.ts';
import { createDeps, type Deps } from '#src/deps.ts';
import { loadConfig } from '#src/platform/config/config.ts';
import { createLog } from '#src/platform/log/log.ts';
import { expectOk } from '#src/shared/result.ts';
import { bankOf, median, scaled, SMALL, type Case } from '../case.ts';
import { rssMegabytes } from '../drive.ts';
import type { Bank } from '../generate.ts';
import { atMost, exactly } from '../rows.ts';

const WARM = 60;
const IN_A_ROW = 1000;

/** The contract of the first family of the bank, as the job that files it renders it. */
async function renderer(deps: Deps, bank: Bank): Promise<() => Promise<Uint8Array>> {
  const session = await deps.read.sessions.find(deps.vault.hash(bank.withOneUnit));
  const [listed] = await deps.read.contracts.ofFamily(session?.familyId ?? '');
  const contract = listed ? await deps.read.contracts.byId(listed.id) : null;
  if (!contract?.signedAt) throw new Error('the bank has no signed contract');
  const { signedAt: date, locale, terms, documentSha256, offeredAt } = contract;
  const { documents } = await deps.read.contracts.textOf(contract.id);
  const signatures = await deps.read.contracts.signaturesOf(contract.id);
  const title = `${documents[0]?.title ?? ''} ${contract.number}`;
  // Copies have other guardians' ids than the sealed terms they were copied with: the names stay in their places.
  const signed = terms.guardians.flatMap(({ guardianId }, index) => {
    const signature = signatures[index];
    return signature ? [{ ...signature, guardianId }] : [];
  });
  const facts = { terms, documents, documentSha256, signatures: signed, offeredAt, signedAt: date };
  return async () => expectOk(await deps.pdf.render('contract', contractPdf(facts), { locale, date, title }));
}

export const contractPdfs: Case = async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const bank = await bankOf(SMALL);
  const config = loadConfig({ APP_MODE: 'test', DATA_DIR: bank.dataDir });
  const deps = await createDeps(config, { log: createLog({ level: 'silent' }) });
  try {
    const render = await renderer(deps, bank);
    const hashes = new Set<string>();
    for (let i = 0; i < WARM; i++) await render();
    collect();
    const before = rssMegabytes(process.pid);
    const times: number[] = [];
    for (let i = 0; i < scaled(IN_A_ROW); i++) {
      const started = performance.now();
      const bytes = await render();
      times.push(performance.now() - started);
      hashes.add(createHash('sha256').update(bytes).digest('hex'));
    }
    collect();
    const grown = Math.max(0, rssMegabytes(process.pid) - before);
    return [
      atMost('contract-pdf: median after warm-up', median(times), 'ms', 60),
      atMost(`contract-pdf: memory grown after ${times.length}`, grown, 'MB', 30),
      exactly('contract-pdf: different bytes from the same facts', hashes.size, 'files', 'the first', 1),
    ];
  } finally {
    await deps.close();
  }
};
