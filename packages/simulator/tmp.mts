import { simulate } from './dist/index.js'
const [a,b,n]=process.argv.slice(2).map(Number)
for(let s=a;s<=b;s++){const t=performance.now(); const r=simulate({seed:s,validators:n||4, ...(process.env.BYZ?{byzantine:Number(process.env.BYZ)}:{}),...(process.env.TRACE?{trace:(l)=>console.log(l)}:{})}); console.log(JSON.stringify({...r,violation:r.violation&&{...r.violation,message:r.violation.message.slice(0,600)}}), Math.round(performance.now()-t)+'ms')}
