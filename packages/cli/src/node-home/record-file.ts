/** In a validator's home: what the other members need to know of it. */
export const VALIDATOR_RECORD_FILE = 'validator.json'
