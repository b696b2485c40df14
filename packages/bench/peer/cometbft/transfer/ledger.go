package transfer

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"

	dbm "github.com/cometbft/cometbft-db"
)

const (
	// OpeningBalance is what every account holds before its first transfer.
	OpeningBalance = 1_000_000_000_000
	// lifeMsMax bounds how long an id must be remembered.
	lifeMsMax = 10 * 60 * 1000

	CodeOK           uint32 = 0
	CodeMalformed    uint32 = 1
	CodeBadSignature uint32 = 2
	CodeExpired      uint32 = 3
	CodeTooLongLife  uint32 = 4
	CodeDuplicate    uint32 = 5
	CodeTooLittle    uint32 = 6
	CodeToSelf       uint32 = 7
)

var headKey = []byte("head")

// head is what a block leaves behind, kept under one key.
type head struct {
	Height   int64  `json:"height"`
	Hash     []byte `json:"hash"`
	TimeMs   uint64 `json:"timeMs"`
	Applied  uint64 `json:"applied"`
	Rejected uint64 `json:"rejected"`
}

// ledger holds the balances and the ids that were used, in memory and in its store.
type ledger struct {
	mutex    sync.RWMutex
	db       dbm.DB
	head     head
	balances map[Account]uint64
	used     map[ID]struct{}
	// One entry a block, oldest first: ids are forgotten when the last of a block has expired.
	expiring []expiry
	// What the block that is being executed changes: it is seen by nobody else before the commit.
	pending *changes
}

type expiry struct {
	lastMs uint64
	ids    []ID
}

type changes struct {
	head     head
	balances map[Account]uint64
	used     map[ID]struct{}
	lastMs   uint64
	// How many entries of expiring are over.
	expired int
}

func openLedger(db dbm.DB) (*ledger, error) {
	l := &ledger{db: db, balances: map[Account]uint64{}, used: map[ID]struct{}{}}
	stored, err := db.Get(headKey)
	if err != nil {
		return nil, err
	}
	if stored == nil {
		return l, nil
	}
	if err := json.Unmarshal(stored, &l.head); err != nil {
		return nil, err
	}
	return l, l.load()
}

func (l *ledger) load() error {
	iterator, err := l.db.Iterator(nil, nil)
	if err != nil {
		return err
	}
	defer iterator.Close()
	var stored expiry
	for ; iterator.Valid(); iterator.Next() {
		key, value := iterator.Key(), iterator.Value()
		switch {
		case key[0] == 'b' && len(key) == 1+len(Account{}):
			l.balances[Account(key[1:])] = binary.BigEndian.Uint64(value)
		case key[0] == 'u' && len(key) == 1+len(ID{}):
			l.used[ID(key[1:])] = struct{}{}
			stored.ids = append(stored.ids, ID(key[1:]))
			stored.lastMs = max(stored.lastMs, binary.BigEndian.Uint64(value))
		}
	}
	l.expiring = append(l.expiring, stored)
	return iterator.Error()
}

// admit tells whether a transfer could go into the next block, as far as the last one shows.
func (l *ledger) admit(transaction Transaction, id ID) uint32 {
	l.mutex.RLock()
	defer l.mutex.RUnlock()
	return rule(transaction, l.head.TimeMs, func() bool { _, isUsed := l.used[id]; return isUsed }, l.balance)
}

func (l *ledger) balance(account Account) uint64 {
	if balance, isKnown := l.balances[account]; isKnown {
		return balance
	}
	return OpeningBalance
}

func rule(transaction Transaction, nowMs uint64, isUsed func() bool, balance func(Account) uint64) uint32 {
	switch {
	case transaction.From == transaction.To:
		return CodeToSelf
	case transaction.ExpiresAtMs <= nowMs:
		return CodeExpired
	// Before the first block there is no time to compare with.
	case nowMs > 0 && transaction.ExpiresAtMs > nowMs+lifeMsMax:
		return CodeTooLongLife
	case isUsed():
		return CodeDuplicate
	case transaction.Amount == 0 || balance(transaction.From) < transaction.Amount:
		return CodeTooLittle
	}
	return CodeOK
}

// begin starts a block; what a proposal that was not decided had changed is forgotten.
func (l *ledger) begin(height int64, timeMs uint64) {
	next := l.head
	next.Height, next.TimeMs = height, timeMs
	l.pending = &changes{head: next, balances: map[Account]uint64{}, used: map[ID]struct{}{}}
	for l.pending.expired < len(l.expiring) && l.expiring[l.pending.expired].lastMs <= timeMs {
		l.pending.expired++
	}
}

func (l *ledger) apply(transaction Transaction, id ID) uint32 {
	balance := func(account Account) uint64 {
		if changed, isChanged := l.pending.balances[account]; isChanged {
			return changed
		}
		return l.balance(account)
	}
	isUsed := func() bool {
		_, isNew := l.pending.used[id]
		_, isOld := l.used[id]
		return isNew || isOld
	}
	code := rule(transaction, l.pending.head.TimeMs, isUsed, balance)
	if code != CodeOK {
		l.pending.head.Rejected++
		return code
	}
	from, to := balance(transaction.From), balance(transaction.To)
	if to+transaction.Amount < to {
		l.pending.head.Rejected++
		return CodeTooLittle
	}
	l.pending.balances[transaction.From] = from - transaction.Amount
	l.pending.balances[transaction.To] = to + transaction.Amount
	l.pending.used[id] = struct{}{}
	l.pending.lastMs = max(l.pending.lastMs, transaction.ExpiresAtMs)
	l.pending.head.Applied++
	return code
}

// finish chains the block's ids and codes to the hash of the block before. That is no state root: it proves no key.
func (l *ledger) finish(outcomes []byte) []byte {
	hash := sha256.New()
	hash.Write(l.head.Hash)
	hash.Write(outcomes)
	l.pending.head.Hash = hash.Sum(nil)
	return l.pending.head.Hash
}

// commit writes one batch without a sync: after a crash the node executes the blocks again that the store lacks.
func (l *ledger) commit() error {
	if l.pending == nil {
		return fmt.Errorf("no block was executed")
	}
	batch := l.db.NewBatch()
	defer batch.Close()
	if err := l.write(batch); err != nil {
		return err
	}
	if err := batch.Write(); err != nil {
		return err
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for _, over := range l.expiring[:l.pending.expired] {
		for _, id := range over.ids {
			delete(l.used, id)
		}
	}
	l.expiring = l.expiring[l.pending.expired:]
	if len(l.pending.used) > 0 {
		l.expiring = append(l.expiring, expiry{lastMs: l.pending.lastMs, ids: slices.Collect(maps.Keys(l.pending.used))})
	}
	maps.Copy(l.balances, l.pending.balances)
	maps.Copy(l.used, l.pending.used)
	l.head, l.pending = l.pending.head, nil
	return nil
}

func (l *ledger) write(batch dbm.Batch) error {
	for _, over := range l.expiring[:l.pending.expired] {
		for _, id := range over.ids {
			if err := batch.Delete(usedKey(id)); err != nil {
				return err
			}
		}
	}
	for account, balance := range l.pending.balances {
		if err := batch.Set(append([]byte{'b'}, account[:]...), binary.BigEndian.AppendUint64(nil, balance)); err != nil {
			return err
		}
	}
	lastMs := binary.BigEndian.AppendUint64(nil, l.pending.lastMs)
	for id := range l.pending.used {
		if err := batch.Set(usedKey(id), lastMs); err != nil {
			return err
		}
	}
	stored, err := json.Marshal(l.pending.head)
	if err != nil {
		return err
	}
	return batch.Set(headKey, stored)
}

func usedKey(id ID) []byte {
	return append([]byte{'u'}, id[:]...)
}
