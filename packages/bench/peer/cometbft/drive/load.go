package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

const (
	// stepOfRate is how often an open load sends what is due.
	stepOfRate = 10 * time.Millisecond
	// pauseAfterRefusal keeps a bounded load from asking a full pool again at once.
	pauseAfterRefusal = 5 * time.Millisecond
)

// load sends over all nodes in turn, each through several connections: a node answers the requests of one connection one by one.
type load struct {
	options options
	work    *work
	tally   *tally
	sockets []*websocket.Conn
	permits chan struct{}
	next    atomic.Int64
	stopped atomic.Bool
}

func dial(endpoint string) (*websocket.Conn, error) {
	socket, _, err := websocket.DefaultDialer.Dial("ws://"+endpoint+"/websocket", nil)
	if err != nil {
		return nil, fmt.Errorf("cannot connect to %s: %w", endpoint, err)
	}
	return socket, nil
}

func connect(o options, w *work, t *tally) (*load, error) {
	l := &load{options: o, work: w, tally: t, permits: make(chan struct{}, max(1, len(w.raws)+o.inFlight))}
	if o.payload == "watch" {
		return l, nil
	}
	for range o.connections {
		for _, endpoint := range o.endpoints {
			socket, err := dial(endpoint)
			if err != nil {
				return nil, err
			}
			l.sockets = append(l.sockets, socket)
		}
	}
	t.settled = func() {
		if o.inFlight > 0 {
			l.permit()
		}
	}
	return l, nil
}

func (l *load) permit() {
	select {
	case l.permits <- struct{}{}:
	default:
	}
}

func (l *load) stop() {
	l.stopped.Store(true)
}

// send ends only with what went wrong.
func (l *load) send() error {
	failed := make(chan error, 2*len(l.sockets)+1)
	for _, socket := range l.sockets {
		go func() { failed <- l.write(socket) }()
		go func() { failed <- l.read(socket) }()
	}
	if l.options.inFlight > 0 {
		for range l.options.inFlight {
			l.permit()
		}
	} else {
		go l.offer()
	}
	for err := range failed {
		if err != nil && !l.stopped.Load() {
			return err
		}
	}
	return nil
}

// offer permits what is due at the fixed rate, whatever comes back.
func (l *load) offer() {
	start := time.Now()
	for offered := 0; !l.stopped.Load(); time.Sleep(stepOfRate) {
		for due := int(time.Since(start).Seconds() * float64(l.options.rate)); offered < due; offered++ {
			l.permit()
		}
	}
}

func (l *load) write(socket *websocket.Conn) error {
	for range l.permits {
		if l.stopped.Load() {
			return nil
		}
		i := int(l.next.Add(1)) - 1
		if i >= len(l.work.raws) {
			return fmt.Errorf("all %d prepared transactions are sent: prepare more", len(l.work.raws))
		}
		request := make([]byte, 0, 512)
		request = append(request, `{"jsonrpc":"2.0","id":`...)
		request = strconv.AppendInt(request, int64(i), 10)
		request = append(request, `,"method":"broadcast_tx_sync","params":{"tx":"`...)
		request = base64.StdEncoding.AppendEncode(request, l.work.raws[i])
		request = append(request, `"}}`...)
		l.work.sentAt[i].Store(time.Now().UnixNano())
		l.tally.onSent()
		if err := socket.WriteMessage(websocket.TextMessage, request); err != nil {
			return err
		}
	}
	return nil
}

type answer struct {
	ID     int `json:"id"`
	Result *struct {
		Code uint32 `json:"code"`
	} `json:"result"`
	Error *struct {
		Message string `json:"message"`
		Data    string `json:"data"`
	} `json:"error"`
}

func (l *load) read(socket *websocket.Conn) error {
	for {
		_, message, err := socket.ReadMessage()
		if err != nil {
			return err
		}
		var a answer
		if err := json.Unmarshal(message, &a); err != nil {
			return err
		}
		switch {
		case a.Error != nil:
			l.tally.onRefused(kindOf(a.Error.Data, a.Error.Message))
			time.Sleep(pauseAfterRefusal)
		case a.Result == nil:
			return fmt.Errorf("an answer without a result: %.200s", message)
		case a.Result.Code != 0:
			l.tally.onRefused(fmt.Sprintf("code %d", a.Result.Code))
		}
	}
}
