// Package transfer is the application of the comparison: signed transfers between accounts, checked as carefully as a settlement chain must.
package transfer

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"
	"errors"
)

// Layout of a transaction, in bytes: who pays, who is paid, the amount, the end of its life in ms since 1970, 16 bytes that make it unique,
// padding up to the size of the comparison, and the signature of the payer over all before it.
const (
	Size = 250

	toAt        = ed25519.PublicKeySize
	amountAt    = toAt + ed25519.PublicKeySize
	expiresAt   = amountAt + 8
	uniqueAt    = expiresAt + 8
	signatureAt = Size - ed25519.SignatureSize
	uniqueSize  = 16
	domain      = "transfer/1\x00"
)

// ID is the hash of a whole transaction.
type ID [sha256.Size]byte

// Account is the public key of its owner.
type Account [ed25519.PublicKeySize]byte

// Transaction is a decoded transfer. Its signature was not looked at.
type Transaction struct {
	From, To    Account
	Amount      uint64
	ExpiresAtMs uint64
	signed      []byte
	signature   []byte
}

var errSize = errors.New("a transfer has 250 bytes")

// Decode reads a transfer; it keeps no copy of raw.
func Decode(raw []byte) (Transaction, error) {
	if len(raw) != Size {
		return Transaction{}, errSize
	}
	return Transaction{
		From:        Account(raw[:toAt]),
		To:          Account(raw[toAt:amountAt]),
		Amount:      binary.BigEndian.Uint64(raw[amountAt:]),
		ExpiresAtMs: binary.BigEndian.Uint64(raw[expiresAt:]),
		signed:      raw[:signatureAt],
		signature:   raw[signatureAt:],
	}, nil
}

// Sign makes a transfer for one chain; unique must differ between two of the same payer.
func Sign(chainID string, key ed25519.PrivateKey, to Account, amount, expiresAtMs uint64, unique [uniqueSize]byte) []byte {
	raw := make([]byte, Size)
	copy(raw, key.Public().(ed25519.PublicKey))
	copy(raw[toAt:], to[:])
	binary.BigEndian.PutUint64(raw[amountAt:], amount)
	binary.BigEndian.PutUint64(raw[expiresAt:], expiresAtMs)
	copy(raw[uniqueAt:], unique[:])
	copy(raw[signatureAt:], ed25519.Sign(key, signBytes(chainID, raw[:signatureAt])))
	return raw
}

// signBytes keeps a signature from being of use on another chain or for another purpose.
func signBytes(chainID string, body []byte) []byte {
	message := make([]byte, 0, len(domain)+len(chainID)+1+len(body))
	message = append(message, domain...)
	message = append(message, chainID...)
	message = append(message, 0)
	return append(message, body...)
}
