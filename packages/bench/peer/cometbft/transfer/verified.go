package transfer

import (
	"crypto/sha256"
	"sync"

	cmted25519 "github.com/cometbft/cometbft/crypto/ed25519"
)

// verifiedCountMax bounds each of the two generations of ids that are remembered.
const verifiedCountMax = 200_000

// verifier checks each transaction's signature once, whatever asks for it first: the pool, a proposal or a block.
type verifier struct {
	mutex      sync.Mutex
	young, old map[ID]struct{}
}

func newVerifier() *verifier {
	return &verifier{young: map[ID]struct{}{}, old: map[ID]struct{}{}}
}

// verify uses the library's own check: it keeps the expanded keys of senders that come again, which is its fastest way.
func (v *verifier) verify(chainID string, raw []byte) (Transaction, ID, uint32) {
	transaction, err := Decode(raw)
	if err != nil {
		return Transaction{}, ID{}, CodeMalformed
	}
	id := ID(sha256.Sum256(raw))
	if v.knows(id) {
		return transaction, id, CodeOK
	}
	key := cmted25519.PubKey(transaction.From[:])
	if !key.VerifySignature(signBytes(chainID, transaction.signed), transaction.signature) {
		return Transaction{}, ID{}, CodeBadSignature
	}
	v.remember(id)
	return transaction, id, CodeOK
}

func (v *verifier) knows(id ID) bool {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	if _, isYoung := v.young[id]; isYoung {
		return true
	}
	_, isOld := v.old[id]
	return isOld
}

func (v *verifier) remember(id ID) {
	v.mutex.Lock()
	defer v.mutex.Unlock()
	if len(v.young) >= verifiedCountMax {
		v.old, v.young = v.young, make(map[ID]struct{}, verifiedCountMax)
	}
	v.young[id] = struct{}{}
}
