import type { VNode } from 'preact'
import type { ChainCheck } from '../audit/verify-audit.flow'
import { auditHref } from './audit-filter'
import { type Frame, renderConsolePage } from './console-frame.view'
import { useWords } from './words.view'

export type AuditCheckPageModel = {
  frame: Omit<Frame, 'title'>
  /** Slug; empty: what belongs to no site. */
  site: string
  /** Of the site, or what stands for no site. */
  name: string
  check: ChainCheck
}

/** What a check has found so far; the script asks for the next part by itself. */
export function renderAuditCheckPage({ frame, site, name, check }: AuditCheckPageModel): string {
  const { audit } = frame.words
  return renderConsolePage(
    { ...frame, title: audit.checkTitle, script: 'audit' },
    <div class="sheet">
      <p>
        <a href={auditHref({ site })}>{audit.back}</a>
      </p>
      <h1>{audit.checkTitle}</h1>
      <p>
        <bdi>{name}</bdi>
      </p>
      <p class="muted">{audit.checkIntro}</p>
      <Result check={check} site={site} />
    </div>,
  )
}

function Result({ check, site }: { check: ChainCheck; site: string }): VNode {
  const { audit } = useWords()
  const { through, length, hash, fault, isComplete } = check
  if (!isComplete)
    return (
      <>
        <p role="status">{audit.progress(through, length)}</p>
        <progress max={length} value={through} aria-label={audit.progressLabel} />
        <p>
          <a
            class="button primary"
            href={auditHref({ site }, { path: 'check', after: through })}
            data-go-on
          >
            {audit.goOn}
          </a>
        </p>
      </>
    )
  if (fault)
    return (
      <div class="problem" role="alert">
        <p>
          <strong>{audit.broken(fault.seq)}</strong> {audit.faults[fault.fault] ?? audit.missing}
        </p>
        <p>{audit.brokenHint(through)}</p>
      </div>
    )
  if (through === 0) return <p role="status">{audit.empty}</p>
  return (
    <>
      <p class="notice" role="status">
        {audit.intact(through)}
      </p>
      <h2>{audit.lastHash}</h2>
      <p>
        <code class="hash">{hash}</code>
      </p>
      <p class="muted">{audit.lastHashHint}</p>
    </>
  )
}
