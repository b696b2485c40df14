package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/gorilla/websocket"
)

const (
	askTimeout   = 10 * time.Second
	agreeTimeout = 20 * time.Second
)

type block struct {
	height int64
	txs    [][]byte
	codes  []uint32
}

type subscription struct {
	socket *websocket.Conn
}

// subscribe asks one node for whole blocks: it is told each transaction once, as a client is of its receipt.
func subscribe(endpoint string) (*subscription, error) {
	socket, err := dial(endpoint)
	if err != nil {
		return nil, err
	}
	request := `{"jsonrpc":"2.0","id":1,"method":"subscribe","params":{"query":"tm.event='NewBlock'"}}`
	if err := socket.WriteMessage(websocket.TextMessage, []byte(request)); err != nil {
		return nil, err
	}
	return &subscription{socket}, nil
}

type blockEvent struct {
	Error  *json.RawMessage `json:"error"`
	Result struct {
		Data struct {
			Value struct {
				Block struct {
					Header struct {
						Height string `json:"height"`
					} `json:"header"`
					Data struct {
						Txs [][]byte `json:"txs"`
					} `json:"data"`
				} `json:"block"`
				Outcome struct {
					TxResults []struct {
						Code uint32 `json:"code"`
					} `json:"tx_results"`
				} `json:"result_finalize_block"`
			} `json:"value"`
		} `json:"data"`
	} `json:"result"`
}

// each calls onBlock for each block in turn, with the time at which it was there, until something is wrong: a block that is missing, too.
func (s *subscription) each(onBlock func(block, time.Time)) error {
	for last := int64(0); ; {
		_, message, err := s.socket.ReadMessage()
		if err != nil {
			return err
		}
		at := time.Now()
		made, err := parseBlock(message)
		if err != nil {
			return err
		}
		if made.height == 0 {
			continue // The answer to the subscription itself.
		}
		if last != 0 && made.height != last+1 {
			return fmt.Errorf("after block %d came block %d", last, made.height)
		}
		last = made.height
		onBlock(made, at)
	}
}

func parseBlock(message []byte) (block, error) {
	var event blockEvent
	if err := json.Unmarshal(message, &event); err != nil {
		return block{}, err
	}
	if event.Error != nil {
		return block{}, fmt.Errorf("the node says %s", *event.Error)
	}
	value := event.Result.Data.Value
	if value.Block.Header.Height == "" {
		return block{}, nil
	}
	height, err := strconv.ParseInt(value.Block.Header.Height, 10, 64)
	if err != nil {
		return block{}, err
	}
	made := block{height: height, txs: value.Block.Data.Txs}
	for _, result := range value.Outcome.TxResults {
		made.codes = append(made.codes, result.Code)
	}
	if len(made.codes) != len(made.txs) {
		return block{}, fmt.Errorf("block %d has %d transactions and %d results", height, len(made.txs), len(made.codes))
	}
	return made, nil
}

func ask(endpoint, path string, into any) error {
	client := http.Client{Timeout: askTimeout}
	response, err := client.Get("http://" + endpoint + path)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	return json.NewDecoder(response.Body).Decode(into)
}

func chainIDOf(endpoint string) (string, error) {
	var status struct {
		Result struct {
			NodeInfo struct {
				Network string `json:"network"`
			} `json:"node_info"`
		} `json:"result"`
	}
	if err := ask(endpoint, "/status", &status); err != nil {
		return "", err
	}
	return status.Result.NodeInfo.Network, nil
}

// agree tells whether every node's application comes to have applied exactly what the client saw in blocks.
func agree(endpoints []string, committed int) bool {
	for deadline := time.Now().Add(agreeTimeout); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		equal := 0
		for _, endpoint := range endpoints {
			if applied, err := appliedBy(endpoint); err == nil && applied == committed {
				equal++
			}
		}
		if equal == len(endpoints) {
			return true
		}
	}
	return false
}

func appliedBy(endpoint string) (int, error) {
	var answer struct {
		Result struct {
			Response struct {
				Value string `json:"value"`
			} `json:"response"`
		} `json:"result"`
	}
	if err := ask(endpoint, "/abci_query?path="+url.QueryEscape(`"head"`), &answer); err != nil {
		return 0, err
	}
	value, err := base64.StdEncoding.DecodeString(answer.Result.Response.Value)
	if err != nil {
		return 0, err
	}
	var head struct {
		Applied int `json:"applied"`
	}
	if err := json.Unmarshal(value, &head); err != nil {
		return 0, err
	}
	return head.Applied, nil
}
