import { startNode, readNodeHome, systemClock, createLogger } from '../dist/skel-index.js'
import { createDevnet } from '../../../devnet/dist/index.js'
import { operatorKey } from '../../../devnet/dist/cast.js'
import { nodeHome } from '../../../devnet/dist/layout.js'
import * as p from '@hanse/protocol'
import { MODULES } from '@hanse/modules'
import { rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
rmSync('/tmp/skel',{recursive:true,force:true})
const d:any = await createDevnet({directory:'/tmp/skel',basePort:18545,validators:4,demo:true}); if(!d.ok) {console.log(d); process.exit(1)}
const nodes:any[]=[]
for (const n of d.value.nodes) {
  const home:any = await readNodeHome(nodeHome(d.value,n.name), async()=>undefined); if(!home.ok){console.log(home);process.exit(1)}
  const node:any = await startNode(home.value,{clock:systemClock,logger:createLogger({level:process.env.LV??'warn',node:n.name} as any),meter:{count(){},gauge(){},observe(){}},onFatal:(e)=>{console.log(n.name,'FATAL',e);process.exit(1)}}); if(!node.ok){console.log(node);process.exit(1)}
  nodes.push(node.value)
}
console.log('started')
nodes[1].api.onFinal((b:any)=>console.log('final',b.header.height,b.transactions.length,b.receipts.map((r:any)=>r.outcome+(r.code??''))))
await new Promise(r=>setTimeout(r,2000))
console.log(nodes.map(n=>n.api.status()))
const chain=nodes[0].api.chain
const key=operatorKey('bank-a','maker')
const cmd:any=(MODULES as any).find((m:any)=>m.name==='settlement').commands.transfer
const params=cmd.params.parseJson({to:'bank-b',from:'bank-a',currency:'CNY',amount:'100',reference:'x'}); console.log(params)
for(let i=0;i<5;i++){
const body=p.transactionBodyCodec.encode({genesisHash:chain.genesisHash,chainId:chain.genesis.chainId,sender:key.address,coSigners:[],expiresAtMs:Date.now()+60000,unique:('0x'+randomBytes(16).toString('hex')) as any,calls:[{module:'settlement',command:'transfer',params:cmd.params.encode(params.value)}]})
const id=p.transactionId(body); const raw=p.encodeTransaction(body,[{algorithm:1,publicKey:key.publicKey,signature:key.sign(p.transactionSignBytes(id))}])
const t=performance.now(); const r=await nodes[i%4].api.submit(raw); console.log(r); if(!r.ok) continue; const rc=await nodes[i%4].api.waitForReceipt(id,5000,new AbortController().signal); console.log(performance.now()-t, JSON.stringify(rc))
console.log((await nodes[0].api.transactionProof(id)).ok)
}
console.log(nodes[0].api.query('settlement','balance',{partyId:'bank-b',currency:'CNY'}))
console.log(nodes.map(n=>n.api.status().height))
for (const n of nodes) await n.stop()
process.exit(0)
