import { answerInThread } from '../platform/thread'
import { readRuleFile } from './rule-file'

answerInThread(readRuleFile)
