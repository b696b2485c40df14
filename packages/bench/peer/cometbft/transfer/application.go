package transfer

import (
	"context"
	"encoding/json"

	dbm "github.com/cometbft/cometbft-db"
	abci "github.com/cometbft/cometbft/abci/types"
)

// Application is the state machine of the comparison. It is safe for calls from several connections at once.
type Application struct {
	abci.BaseApplication
	chainID  string
	verifier *verifier
	ledger   *ledger
}

var _ abci.Application = (*Application)(nil)

// NewApplication opens the application on its store.
func NewApplication(chainID string, db dbm.DB) (*Application, error) {
	ledger, err := openLedger(db)
	if err != nil {
		return nil, err
	}
	return &Application{chainID: chainID, verifier: newVerifier(), ledger: ledger}, nil
}

func (a *Application) Info(context.Context, *abci.RequestInfo) (*abci.ResponseInfo, error) {
	return &abci.ResponseInfo{LastBlockHeight: a.ledger.head.Height, LastBlockAppHash: a.ledger.head.Hash}, nil
}

// CheckTx verifies the signature, and whether the transfer could be executed on the last state. A second look, after a block, is at the
// state alone.
func (a *Application) CheckTx(_ context.Context, request *abci.RequestCheckTx) (*abci.ResponseCheckTx, error) {
	transaction, id, code := a.verifier.verify(a.chainID, request.Tx)
	if code == CodeOK {
		code = a.ledger.admit(transaction, id)
	}
	return &abci.ResponseCheckTx{Code: code}, nil
}

// ProcessProposal refuses a block in which a signature does not hold: each validator looks for itself, at each transaction once.
func (a *Application) ProcessProposal(
	_ context.Context,
	request *abci.RequestProcessProposal,
) (*abci.ResponseProcessProposal, error) {
	for _, raw := range request.Txs {
		if _, _, code := a.verifier.verify(a.chainID, raw); code != CodeOK {
			return &abci.ResponseProcessProposal{Status: abci.ResponseProcessProposal_REJECT}, nil
		}
	}
	return &abci.ResponseProcessProposal{Status: abci.ResponseProcessProposal_ACCEPT}, nil
}

func (a *Application) FinalizeBlock(_ context.Context, request *abci.RequestFinalizeBlock) (*abci.ResponseFinalizeBlock, error) {
	a.ledger.begin(request.Height, uint64(request.Time.UnixMilli()))
	results := make([]*abci.ExecTxResult, len(request.Txs))
	outcomes := make([]byte, 0, len(request.Txs)*(len(ID{})+1))
	for i, raw := range request.Txs {
		transaction, id, code := a.verifier.verify(a.chainID, raw)
		if code == CodeOK {
			code = a.ledger.apply(transaction, id)
		}
		results[i] = &abci.ExecTxResult{Code: code}
		outcomes = append(append(outcomes, id[:]...), byte(code))
	}
	return &abci.ResponseFinalizeBlock{TxResults: results, AppHash: a.ledger.finish(outcomes)}, nil
}

func (a *Application) Commit(context.Context, *abci.RequestCommit) (*abci.ResponseCommit, error) {
	if err := a.ledger.commit(); err != nil {
		return nil, err
	}
	return &abci.ResponseCommit{}, nil
}

// Query tells the head, whatever is asked: how many transfers were applied and rejected, at which height, with which hash.
func (a *Application) Query(context.Context, *abci.RequestQuery) (*abci.ResponseQuery, error) {
	a.ledger.mutex.RLock()
	defer a.ledger.mutex.RUnlock()
	value, err := json.Marshal(a.ledger.head)
	if err != nil {
		return nil, err
	}
	return &abci.ResponseQuery{Code: CodeOK, Value: value, Height: a.ledger.head.Height}, nil
}
