package transfer

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"testing"
	"time"

	dbm "github.com/cometbft/cometbft-db"
	abci "github.com/cometbft/cometbft/abci/types"
)

const (
	chainID = "chain-test"
	nowMs   = 1_800_000_000_000
)

func key(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))
}

func account(seed byte) Account {
	return Account(key(seed).Public().(ed25519.PublicKey))
}

func made(amount uint64, unique byte) []byte {
	return Sign(chainID, key(1), account(2), amount, nowMs+60_000, [16]byte{unique})
}

func open(t *testing.T, db dbm.DB) *Application {
	t.Helper()
	application, err := NewApplication(chainID, db)
	if err != nil {
		t.Fatal(err)
	}
	return application
}

func execute(t *testing.T, application *Application, height int64, timeMs int64, raws ...[]byte) ([]uint32, []byte) {
	t.Helper()
	request := &abci.RequestFinalizeBlock{Height: height, Time: time.UnixMilli(timeMs), Txs: raws}
	response, err := application.FinalizeBlock(context.Background(), request)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := application.Commit(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	codes := make([]uint32, len(raws))
	for i, result := range response.TxResults {
		codes[i] = result.Code
	}
	return codes, response.AppHash
}

func TestWhatIsRefused(t *testing.T) {
	application := open(t, dbm.NewMemDB())
	execute(t, application, 1, nowMs)
	forged := made(1, 1)
	forged[amountAt+7]++
	rows := map[string]struct {
		raw  []byte
		code uint32
	}{
		"a transfer that holds":        {made(1, 2), CodeOK},
		"one that is cut":              {made(1, 2)[:Size-1], CodeMalformed},
		"an amount that was changed":   {forged, CodeBadSignature},
		"one signed for another chain": {Sign("chain-other", key(1), account(2), 1, nowMs+1, [16]byte{}), CodeBadSignature},
		"one that has expired":         {Sign(chainID, key(1), account(2), 1, nowMs, [16]byte{}), CodeExpired},
		"one that would live too long": {Sign(chainID, key(1), account(2), 1, nowMs+lifeMsMax+1, [16]byte{}), CodeTooLongLife},
		"more than there is":           {made(OpeningBalance+1, 3), CodeTooLittle},
		"nothing":                      {made(0, 3), CodeTooLittle},
		"to oneself":                   {Sign(chainID, key(1), account(1), 1, nowMs+1, [16]byte{}), CodeToSelf},
	}
	for what, row := range rows {
		response, err := application.CheckTx(context.Background(), &abci.RequestCheckTx{Tx: row.raw})
		if err != nil || response.Code != row.code {
			t.Errorf("%s: code %d, not %d (%v)", what, response.Code, row.code, err)
		}
	}
	proposal, _ := application.ProcessProposal(context.Background(), &abci.RequestProcessProposal{Txs: [][]byte{made(1, 4), forged}})
	if proposal.Status != abci.ResponseProcessProposal_REJECT {
		t.Error("a proposal with a forged transfer was accepted")
	}
}

func TestATransferMovesItsAmountOnce(t *testing.T) {
	application := open(t, dbm.NewMemDB())
	raw := made(5, 1)
	codes, _ := execute(t, application, 1, nowMs, raw, raw, made(OpeningBalance, 2))
	if codes[0] != CodeOK || codes[1] != CodeDuplicate || codes[2] != CodeTooLittle {
		t.Errorf("codes %v", codes)
	}
	if codes, _ := execute(t, application, 2, nowMs+1, raw); codes[0] != CodeDuplicate {
		t.Errorf("the next block took it again: %v", codes)
	}
	if from, to := application.ledger.balance(account(1)), application.ledger.balance(account(2)); from != OpeningBalance-5 || to != OpeningBalance+5 {
		t.Errorf("balances %d and %d", from, to)
	}
}

func TestTheStoreGivesTheSameStateAgain(t *testing.T) {
	db := dbm.NewMemDB()
	raw := made(5, 1)
	_, hash := execute(t, open(t, db), 1, nowMs, raw)
	again := open(t, db)
	info, _ := again.Info(context.Background(), nil)
	if info.LastBlockHeight != 1 || !bytes.Equal(info.LastBlockAppHash, hash) {
		t.Errorf("height %d, hash %x", info.LastBlockHeight, info.LastBlockAppHash)
	}
	if codes, _ := execute(t, again, 2, nowMs+1, raw); codes[0] != CodeDuplicate {
		t.Errorf("the store forgot the id: %v", codes)
	}
	if balance := again.ledger.balance(account(1)); balance != OpeningBalance-5 {
		t.Errorf("balance %d", balance)
	}
}

func TestIdsAreForgottenAfterTheirLife(t *testing.T) {
	db := dbm.NewMemDB()
	application := open(t, db)
	raw := made(5, 1)
	execute(t, application, 1, nowMs, raw)
	codes, _ := execute(t, application, 2, nowMs+60_000, raw)
	if codes[0] != CodeExpired || len(application.ledger.used) != 0 {
		t.Errorf("codes %v, %d ids", codes, len(application.ledger.used))
	}
	if has, _ := db.Has(usedKey(ID{})); has {
		t.Error("an id that was never used")
	}
	if reopened := open(t, db); len(reopened.ledger.used) != 0 {
		t.Errorf("%d ids in the store", len(reopened.ledger.used))
	}
}

func TestASignatureIsCheckedOnce(t *testing.T) {
	verifier := newVerifier()
	raw := made(1, 1)
	_, id, _ := verifier.verify(chainID, raw)
	if !verifier.knows(id) {
		t.Error("a verified transfer is not remembered")
	}
	raw[Size-1]++
	if _, _, code := verifier.verify(chainID, raw); code != CodeBadSignature {
		t.Errorf("another signature has another id, code %d", code)
	}
}

func BenchmarkVerify(b *testing.B) {
	raws := make([][]byte, 1000)
	for i := range raws {
		raws[i] = Sign(chainID, key(byte(i)), account(2), 1, nowMs, [16]byte{byte(i >> 8), byte(i)})
	}
	for b.Loop() {
		verifier := newVerifier()
		for _, raw := range raws {
			verifier.verify(chainID, raw)
		}
	}
}
