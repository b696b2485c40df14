package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"time"
)

// tally accounts for every transaction: in a block with success, in a block with another code, refused, or lost.
type tally struct {
	mutex   sync.Mutex
	work    *work
	settled func()

	sent, refused, inBlocks, failed, committed int
	refusals                                   map[string]int

	beginAt, endAt time.Time
	part           part
}

// part is what happened while it was measured.
type part struct {
	blocks, committed, failed int
	latenciesMs               []float64
}

func newTally(w *work) *tally {
	return &tally{work: w, refusals: map[string]int{}, settled: func() {}}
}

func (t *tally) onSent() {
	t.mutex.Lock()
	t.sent++
	t.mutex.Unlock()
}

func (t *tally) onRefused(kind string) {
	t.mutex.Lock()
	t.refused++
	t.refusals[kind]++
	t.mutex.Unlock()
	t.settled()
}

func (t *tally) onBlock(b block, at time.Time) {
	t.mutex.Lock()
	isMeasured := !t.beginAt.IsZero() && t.endAt.IsZero() && at.After(t.beginAt)
	if isMeasured {
		t.part.blocks++
	}
	ours := 0
	for i, raw := range b.txs {
		sentAt, number, isOurs := t.work.sent(raw)
		if !isOurs {
			continue
		}
		if number >= 0 {
			ours++
		}
		t.inBlocks++
		if b.codes[i] != 0 {
			t.failed++
			if isMeasured {
				t.part.failed++
			}
			continue
		}
		t.committed++
		if isMeasured {
			t.part.committed++
			t.part.latenciesMs = append(t.part.latenciesMs, float64(at.Sub(sentAt).Microseconds())/1000)
		}
	}
	t.mutex.Unlock()
	for range ours {
		t.settled()
	}
}

func (t *tally) begin() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.beginAt = time.Now()
}

func (t *tally) end() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.endAt = time.Now()
}

// open is how many are sent and neither in a block nor refused.
func (t *tally) open() int {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.sent - t.refused - t.inBlocks
}

func (t *tally) committedEver() int {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return t.committed
}

func (t *tally) report() map[string]any {
	lost := max(0, t.open())
	t.mutex.Lock()
	defer t.mutex.Unlock()
	seconds := t.endAt.Sub(t.beginAt).Seconds()
	return map[string]any{
		"seconds":            seconds,
		"committed":          t.part.committed,
		"committedPerSecond": float64(t.part.committed) / seconds,
		"failed":             t.part.failed,
		"blocks":             t.part.blocks,
		"latencyMs":          distribution(t.part.latenciesMs),
		"sent":               t.sent,
		"refused":            t.refusals,
		"lost":               lost,
	}
}

func distribution(values []float64) map[string]any {
	slices.Sort(values)
	at := func(percent float64) float64 {
		if len(values) == 0 {
			return 0
		}
		return values[max(0, int(math.Ceil(percent/100*float64(len(values))))-1)]
	}
	return map[string]any{"count": len(values), "p50": at(50), "p95": at(95), "p99": at(99), "max": at(100)}
}

// kindOf shortens a refusal to what does not differ between two of a kind.
func kindOf(data, message string) string {
	text := data
	if text == "" {
		text = message
	}
	kind, _, _ := strings.Cut(text, ":")
	if len(kind) > 60 {
		kind = fmt.Sprintf("%.60s…", kind)
	}
	return kind
}
