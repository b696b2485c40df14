export * from './invoices/public.ts'
