package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/cometbft/cometbft/test/loadtime/payload"

	"hanse/bench/peer/cometbft/transfer"
)

const lifeOfTransfer = 9 * time.Minute

// work is what is sent, and when each of it was.
type work struct {
	raws   [][]byte
	byID   map[transfer.ID]int
	sentAt []atomic.Int64
}

// prepare makes everything before the first is sent, so that signing is not measured.
func prepare(o options, chainID string) (*work, error) {
	if o.payload == "watch" {
		return &work{}, nil
	}
	make1, err := maker(o, chainID)
	if err != nil {
		return nil, err
	}
	w := &work{raws: make([][]byte, o.prepared), byID: make(map[transfer.ID]int, o.prepared), sentAt: make([]atomic.Int64, o.prepared)}
	var group sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for worker := range workers {
		group.Go(func() {
			for i := worker; i < o.prepared; i += workers {
				w.raws[i] = make1(i)
			}
		})
	}
	group.Wait()
	for i, raw := range w.raws {
		w.byID[sha256.Sum256(raw)] = i
	}
	if len(w.byID) != o.prepared {
		return nil, fmt.Errorf("%d of %d transactions differ", len(w.byID), o.prepared)
	}
	return w, nil
}

func maker(o options, chainID string) (func(int) []byte, error) {
	switch o.payload {
	case "kvstore":
		return keyValue, nil
	case "transfer":
		keys := make([]ed25519.PrivateKey, o.senders)
		for i := range keys {
			keys[i] = ed25519.NewKeyFromSeed(seedOf(i))
		}
		expiresAtMs := uint64(time.Now().Add(lifeOfTransfer).UnixMilli())
		return func(i int) []byte {
			payee := transfer.Account(keys[(i+1)%len(keys)].Public().(ed25519.PublicKey))
			return transfer.Sign(chainID, keys[i%len(keys)], payee, 1, expiresAtMs, unique(i))
		}, nil
	}
	return nil, fmt.Errorf("no payload %q", o.payload)
}

func seedOf(i int) []byte {
	seed := sha256.Sum256(binary.BigEndian.AppendUint64([]byte("sender"), uint64(i)))
	return seed[:]
}

func unique(i int) [16]byte {
	var made [16]byte
	_, _ = rand.Read(made[:8])
	binary.BigEndian.PutUint64(made[8:], uint64(i))
	return made
}

// keyValue is what the library's own load tool sends: one key, so that the store of the kvstore application does not grow.
func keyValue(i int) []byte {
	value := make([]byte, (transfer.Size-2)/2)
	_, _ = rand.Read(value)
	binary.BigEndian.PutUint64(value, uint64(i))
	return append([]byte("a="), hex.EncodeToString(value)...)
}

// sent tells when a transaction of a block was sent, and its number; -1 for one of the library's own tool, which carries its time.
func (w *work) sent(raw []byte) (time.Time, int, bool) {
	if w.raws == nil {
		made, err := payload.FromBytes(raw)
		if err != nil {
			return time.Time{}, -1, false
		}
		return made.Time.AsTime(), -1, true
	}
	i, isOurs := w.byID[sha256.Sum256(raw)]
	if !isOurs {
		return time.Time{}, -1, false
	}
	return time.Unix(0, w.sentAt[i].Load()), i, true
}
