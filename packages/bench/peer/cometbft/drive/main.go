// Command drive loads a network of nodes over WebSocket and measures, at the client, what comes back in blocks.
//
// It prints one JSON object a line: {"event":"ready"} when everything is signed and connected, "measuring" and "measured" around the measured
// part, and at the end "report" with the figures.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

// drainTimeout bounds the wait for what is still in flight after the last send.
const drainTimeout = 30 * time.Second

type options struct {
	endpoints   []string
	payload     string
	connections int
	inFlight    int
	rate        int
	warmup      time.Duration
	measured    time.Duration
	prepared    int
	senders     int
}

func readOptions() options {
	var o options
	endpoints := flag.String("endpoints", "", "host:port of the RPC of each node, separated by commas; the last one is watched for blocks")
	flag.StringVar(&o.payload, "payload", "transfer", "transfer: signed transfers | kvstore: key=value of the same size | watch: none, another tool sends")
	flag.IntVar(&o.connections, "connections", 4, "connections to each node")
	flag.IntVar(&o.inFlight, "in-flight", 0, "send the next when fewer than this are neither in a block nor refused")
	flag.IntVar(&o.rate, "rate", 0, "send so many a second whatever comes back")
	warmup := flag.Int("warmup", 5, "seconds of the same load before")
	measured := flag.Int("seconds", 20, "seconds that are measured")
	flag.IntVar(&o.prepared, "prepared", 100_000, "transactions that are made beforehand")
	flag.IntVar(&o.senders, "senders", 1_000, "accounts that pay")
	flag.Parse()
	o.endpoints = strings.Split(*endpoints, ",")
	o.warmup, o.measured = time.Duration(*warmup)*time.Second, time.Duration(*measured)*time.Second
	return o
}

func tell(event string, more map[string]any) {
	line := map[string]any{"event": event}
	for name, value := range more {
		line[name] = value
	}
	if err := json.NewEncoder(os.Stdout).Encode(line); err != nil {
		os.Exit(1)
	}
}

func main() {
	if err := run(readOptions()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(o options) error {
	if (o.payload != "watch") == (o.inFlight == 0 && o.rate == 0) {
		return fmt.Errorf("a payload needs either --in-flight or --rate, and watch neither")
	}
	chainID, err := chainIDOf(o.endpoints[0])
	if err != nil {
		return err
	}
	work, err := prepare(o, chainID)
	if err != nil {
		return err
	}
	tally := newTally(work)
	watched := make(chan error, 1)
	blocks, err := subscribe(o.endpoints[len(o.endpoints)-1])
	if err != nil {
		return err
	}
	go func() { watched <- blocks.each(tally.onBlock) }()
	load, err := connect(o, work, tally)
	if err != nil {
		return err
	}
	tell("ready", map[string]any{"prepared": len(work.raws)})
	failed := make(chan error, 1)
	if o.payload != "watch" {
		go func() { failed <- load.send() }()
	}
	pause := func(length time.Duration) error {
		select {
		case err := <-watched:
			return fmt.Errorf("the subscription to blocks ended: %w", err)
		case err := <-failed:
			return err
		case <-time.After(length):
			return nil
		}
	}
	if err := pause(o.warmup); err != nil {
		return err
	}
	tally.begin()
	tell("measuring", nil)
	if err := pause(o.measured); err != nil {
		return err
	}
	tally.end()
	tell("measured", nil)
	load.stop()
	for deadline := time.Now().Add(drainTimeout); o.payload != "watch" && tally.open() > 0 && time.Now().Before(deadline); {
		time.Sleep(20 * time.Millisecond)
	}
	report := tally.report()
	if o.payload == "transfer" {
		report["agreed"] = agree(o.endpoints, tally.committedEver())
	}
	tell("report", report)
	return nil
}
