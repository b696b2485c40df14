export { createFrameDecoder } from './frame-decoder.ts'
export { createSendQueue } from './send-queue.ts'
